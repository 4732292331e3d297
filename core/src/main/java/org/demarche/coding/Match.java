package org.demarche.coding;

import com.google.common.collect.ImmutableList;

/**
 * A part of a text that corresponds to a quotation, or to a part of it.
 *
 * @param start where it begins, in UTF-16
 * @param end where it ends, in UTF-16
 */
record Match(int start, int end, ImmutableList<Variant> variants) {
  /** The rank of a match with a variant that is not tolerated. */
  static final int DIFFERENT = 3;

  /** Returns 0 to the letter, 1 with tolerated variants, 2 if letter case is one, or more. */
  int rank() {
    return rank(variants);
  }

  static int rank(ImmutableList<Variant> variants) {
    int rank = 0;
    for (Variant variant : variants) {
      int of =
          variant.kind().isTolerated()
              ? variant.kind() == Variant.Kind.LETTER_CASE ? 2 : 1
              : DIFFERENT;
      rank = Math.max(rank, of);
    }
    return rank;
  }
}

package org.demarche.rules;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.demarche.model.Authority;

/**
 * Which claims are superseded (rules 5 and 7): those that lie wholly before a claim of no lower
 * authority, or before a claim of an administration that is not certainly the same. So of all
 * claims only a few greatest starts need be kept.
 */
final class Supersession {
  /** For each authority, the greatest start among the claims of that authority or a higher one. */
  private final int[] ofAuthority = new int[Authority.values().length];

  /** The greatest start of all claims, and the administration of that claim. */
  private int first = Corpus.OPEN;

  private int firstTerm = Terms.UNCERTAIN;

  /** The greatest start among the claims that are not certainly of that administration. */
  private int second = Corpus.OPEN;

  private final List<Bearing> counted;

  Supersession(List<Bearing> counted) {
    this.counted = counted;
    Arrays.fill(ofAuthority, Corpus.OPEN);
    counted.forEach(this::add);
  }

  private void add(Bearing claim) {
    for (int lower = 0; lower <= claim.authority().ordinal(); lower++) {
      ofAuthority[lower] = Math.max(ofAuthority[lower], claim.earliest());
    }
    if (isCertainly(claim.term(), firstTerm)) {
      first = Math.max(first, claim.earliest());
    } else if (claim.earliest() > first) {
      second = first;
      first = claim.earliest();
      firstTerm = claim.term();
    } else {
      second = Math.max(second, claim.earliest());
    }
  }

  /** Whether nothing supersedes a claim, so that it stands. */
  boolean leaves(Bearing claim) {
    int ofOtherTerm = isCertainly(claim.term(), firstTerm) ? second : first;
    return claim.latest() >= Math.max(ofAuthority[claim.authority().ordinal()], ofOtherTerm);
  }

  /**
   * Of the claims that supersede one, that with the latest start; of several such the first by id.
   */
  Bearing by(Bearing superseded) {
    return counted.stream()
        .filter(claim -> claim.earliest() > superseded.latest())
        .filter(
            claim ->
                claim.authority().compareTo(superseded.authority()) >= 0
                    || !isCertainly(claim.term(), superseded.term()))
        .min(
            Comparator.comparingInt(Bearing::earliest)
                .reversed()
                .thenComparing(claim -> claim.claim().id()))
        .orElseThrow();
  }

  private static boolean isCertainly(int term, int other) {
    return term != Terms.UNCERTAIN && term == other;
  }
}

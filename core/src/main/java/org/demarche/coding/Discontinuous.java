package org.demarche.coding;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** The parts of a quotation between its ellipses, and their chains in a text. */
final class Discontinuous {
  /** The greatest number of UTF-16 units that one ellipsis leaves out. */
  static final int MAX_OMISSION = 1_000;

  private static final Pattern OMISSION =
      Pattern.compile(
          "\\[\\s*(?:…|\\.\\s?\\.\\s?\\.)\\s*\\]|\\(\\s*(?:…|\\.{3})\\s*\\)|…|\\.\\s?\\.\\s?\\.+");

  private Discontinuous() {}

  /** Matches of all parts of a quotation, in order. */
  record Chain(ImmutableList<Match> parts) {
    int start() {
      return parts.get(0).start();
    }

    int end() {
      return parts.get(parts.size() - 1).end();
    }

    ImmutableList<Variant> variants() {
      return parts.stream()
          .flatMap(part -> part.variants().stream())
          .collect(ImmutableList.toImmutableList());
    }
  }

  /** Returns the parts of a quotation that have letters; one if it has no ellipsis. */
  static ImmutableList<String> parts(String quotation) {
    ImmutableList<String> parts =
        Splitter.on(OMISSION)
            .splitToStream(quotation)
            .map(CharMatcher.whitespace()::trimFrom)
            .filter(part -> FoldedText.of(part).length() > 0)
            .collect(ImmutableList.toImmutableList());
    return parts.isEmpty() ? ImmutableList.of(quotation) : parts;
  }

  /**
   * Returns the chains of places in which each part follows the part before within {@link
   * #MAX_OMISSION}. Of chains that end with the same part, the shortest is kept.
   *
   * @param places the places of each part, in order
   */
  static ImmutableList<Chain> chains(List<? extends List<Match>> places) {
    int[][] next = new int[places.size()][];
    for (int part = places.size() - 1; part >= 0; part--) {
      next[part] = new int[places.get(part).size()];
      int[] starts =
          part == places.size() - 1
              ? new int[0]
              : places.get(part + 1).stream().mapToInt(Match::start).toArray();
      for (int i = 0; i < next[part].length; i++) {
        next[part][i] =
            part == places.size() - 1
                ? 0
                : follower(places.get(part).get(i), starts, next[part + 1]);
      }
    }
    List<Chain> chains = new ArrayList<>();
    for (int i = 0; i < next[0].length; i++) {
      if (next[0][i] >= 0) {
        Chain chain = chain(places, next, i);
        if (places.size() > 1
            && !chains.isEmpty()
            && chains.get(chains.size() - 1).end() == chain.end()) {
          chains.remove(chains.size() - 1);
        }
        chains.add(chain);
      }
    }
    return ImmutableList.copyOf(chains);
  }

  /** Returns the index of the first place after a match from which the chain goes on, or -1. */
  private static int follower(Match match, int[] starts, int[] next) {
    int found = Arrays.binarySearch(starts, match.end());
    int i = found >= 0 ? found : -found - 1;
    while (i > 0 && starts[i - 1] >= match.end()) {
      i--;
    }
    while (i < starts.length && starts[i] - match.end() <= MAX_OMISSION) {
      if (next[i] >= 0) {
        return i;
      }
      i++;
    }
    return -1;
  }

  private static Chain chain(List<? extends List<Match>> places, int[][] next, int first) {
    ImmutableList.Builder<Match> parts = ImmutableList.builder();
    int i = first;
    for (int part = 0; part < places.size(); part++) {
      parts.add(places.get(part).get(i));
      i = next[part][i];
    }
    return new Chain(parts.build());
  }
}

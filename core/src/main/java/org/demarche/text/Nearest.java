package org.demarche.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The words nearest to a mistyped one, by edit distance without regard to case (insertions,
 * deletions, substitutions and swaps of neighbours count one each).
 *
 * <pre>{@code
 * Nearest.to("three-no", List.of("three-nos", "deployment"), 3)   // [three-nos]
 * }</pre>
 */
public final class Nearest {
  private Nearest() {}

  private record Candidate(String word, int distance) {}

  /**
   * Finds the nearest words, nearest first, words of equal distance in alphabetical order.
   *
   * @param word what was typed
   * @param candidates what would be right
   * @param most how many to give at most, 1 or more
   * @return the candidates within a third of the length of {@code word}, two edits at least; often
   *     none
   */
  public static ImmutableList<String> to(String word, Iterable<String> candidates, int most) {
    String lower = word.toLowerCase(Locale.ROOT);
    int bound = Math.max(2, lower.length() / 3);
    List<Candidate> near = new ArrayList<>();
    for (String candidate : candidates) {
      if (Math.abs(candidate.length() - lower.length()) <= bound) {
        int distance = distance(lower, candidate.toLowerCase(Locale.ROOT));
        if (distance <= bound && distance < Math.max(lower.length(), candidate.length())) {
          near.add(new Candidate(candidate, distance));
        }
      }
    }
    near.sort(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word));
    return near.stream()
        .map(Candidate::word)
        .distinct()
        .limit(most)
        .collect(ImmutableList.toImmutableList());
  }

  /**
   * Says the near misses as a clause for the end of a message.
   *
   * @return {@code " (did you mean 'a' or 'b'?)"}, or nothing where nothing is near
   */
  public static String hint(String word, Iterable<String> candidates, int most) {
    List<String> near = to(word, candidates, most);
    return near.isEmpty() ? "" : " (did you mean '" + String.join("' or '", near) + "'?)";
  }

  /** The optimal string alignment distance: three rows of the matrix are all it takes. */
  private static int distance(String a, String b) {
    int[] older = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(above, j -> j);
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int substitute = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + substitute);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
      }
      int[] spare = older;
      older = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}

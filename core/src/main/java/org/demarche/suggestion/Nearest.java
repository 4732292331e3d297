package org.demarche.suggestion;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.demarche.typography.Letters;

/**
 * A search for the words nearest to a mistyped word, by edit distance. Insertions, deletions,
 * substitutions and swaps of neighbours count one each; case and accents are ignored, and a Korean
 * syllable counts as the letters that are typed for it.
 *
 * <pre>{@code
 * Nearest.to("three-no", List.of("three-nos", "deployment"), 3)   // [three-nos]
 * }</pre>
 */
public final class Nearest {
  /** The length of a word, in UTF-16 code units, from which on it has no suggestions. */
  private static final int LONGEST = 200;

  /** The greatest number of edits of a suggestion, by which a search is linear in the word. */
  private static final int MOST_EDITS = 10;

  private Nearest() {}

  private record Candidate(String word, int distance) {}

  /**
   * Finds the nearest words, nearest first and words of equal distance in alphabetical order.
   *
   * @param word the word that was typed
   * @param candidates the words that would be valid; duplicates are returned once
   * @param most the greatest number of words to return, 1 or more
   * @return the candidates whose distance is at most a third of the length of {@code word}, but at
   *     least two edits and at most ten; often empty, and always for a word that nobody types
   */
  public static ImmutableList<String> to(String word, Iterable<String> candidates, int most) {
    if (word.length() > LONGEST) {
      return ImmutableList.of();
    }
    String typed = Letters.typed(word);
    int bound = Math.min(Math.max(2, typed.length() / 3), MOST_EDITS);
    List<Candidate> near = new ArrayList<>();
    for (String candidate : candidates) {
      if (candidate.length() > 2 * LONGEST) {
        continue;
      }
      String other = Letters.typed(candidate);
      if (Math.abs(other.length() - typed.length()) <= bound) {
        int distance = distance(typed, other, bound);
        if (distance <= bound && distance < Math.max(typed.length(), other.length())) {
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
   * Suggests the nearest words in a clause for the end of a message.
   *
   * @param word the word that was typed
   * @param candidates the words that would be valid
   * @param most the greatest number of words to suggest, 1 or more
   * @return {@code " (did you mean 'a' or 'b'?)"}, or an empty text if no candidate is near
   */
  public static String hint(String word, Iterable<String> candidates, int most) {
    return hint(to(word, candidates, most));
  }

  /**
   * Suggests words in a clause for the end of a message.
   *
   * @param near the words to suggest
   * @return {@code " (did you mean 'a' or 'b'?)"}, or an empty text without words
   */
  public static String hint(List<String> near) {
    return near.isEmpty()
        ? ""
        : near.stream().map(ShownValue::of).collect(joining("' or '", " (did you mean '", "'?)"));
  }

  /**
   * Returns whether one edit makes a word of another, so that one of them may be a slip.
   *
   * @param word a word
   * @param other another word
   * @return true if their distance is one
   */
  public static boolean isOneEdit(String word, String other) {
    String a = Letters.typed(word);
    String b = Letters.typed(other);
    return Math.abs(a.length() - b.length()) <= 1 && distance(a, b, 1) == 1;
  }

  /**
   * Returns the optimal string alignment distance of two words whose lengths differ by no more than
   * a bound, or one more than the bound if it is greater. Keeps three rows of the matrix, and of
   * each only the cells near the diagonal (Ukkonen 1985), since all others exceed the bound.
   */
  private static int distance(String a, String b, int bound) {
    int beyond = bound + 1;
    int[] older = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    Arrays.setAll(above, j -> Math.min(j, beyond));
    for (int i = 1; i <= a.length(); i++) {
      int from = Math.max(1, i - bound);
      int to = Math.min(b.length(), i + bound);
      row[from - 1] = from == 1 ? Math.min(i, beyond) : beyond;
      for (int j = from; j <= to; j++) {
        int substitute = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(above[j], row[j - 1]) + 1, above[j - 1] + substitute);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], older[j - 2] + 1);
        }
        row[j] = Math.min(row[j], beyond);
      }
      if (to < b.length()) {
        row[to + 1] = beyond;
      }
      int[] spare = older;
      older = above;
      above = row;
      row = spare;
    }
    return above[b.length()];
  }
}

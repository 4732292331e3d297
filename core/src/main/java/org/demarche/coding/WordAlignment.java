package org.demarche.coding;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The alignment of the words of a quotation with a passage of a text that has the least cost (P.
 * Sellers, “The theory and computation of evolutionary distances”, Journal of Algorithms 1, 1980:
 * the passage may begin and end anywhere). A word left out or added costs 4, a changed word 3, or 1
 * if most of its letters are the same.
 */
record WordAlignment(int cost, List<Step> steps) {
  private static final int FULL = 4;
  private static final int OTHER = 3;
  private static final int SIMILAR = 1;

  private static final byte CHANGED = 0;
  private static final byte ADDED = 1;
  private static final byte LEFT_OUT = 2;

  /**
   * A word.
   *
   * @param from the index of its first letter in the key of its text
   * @param to the index after its last letter
   * @param letters its letters
   */
  record Word(int from, int to, String letters) {}

  /** A word of the quotation, a word of the text, or one of each. */
  record Step(Optional<Word> quoted, Optional<Word> given) {
    boolean isSimilar() {
      return quoted.isPresent()
          && given.isPresent()
          && WordAlignment.cost(quoted.get(), given.get()) <= SIMILAR;
    }

    boolean isSame() {
      return quoted.isPresent()
          && given.isPresent()
          && quoted.get().letters().equals(given.get().letters());
    }
  }

  /** Returns whether at least half of the words of the quotation are right or nearly so. */
  boolean isNear() {
    long quoted = steps.stream().filter(step -> step.quoted().isPresent()).count();
    return 2 * steps.stream().filter(Step::isSimilar).count() >= quoted && cost <= FULL * quoted;
  }

  /** Aligns all words of a quotation with some consecutive words of a text. */
  static WordAlignment of(List<Word> quoted, List<Word> given) {
    byte[][] steps = new byte[quoted.size() + 1][given.size() + 1];
    int[] above = new int[given.size() + 1];
    int[] row = new int[given.size() + 1];
    for (int i = 1; i <= quoted.size(); i++) {
      row[0] = above[0] + FULL;
      steps[i][0] = ADDED;
      for (int j = 1; j <= given.size(); j++) {
        int changed = above[j - 1] + cost(quoted.get(i - 1), given.get(j - 1));
        int added = above[j] + FULL;
        int leftOut = row[j - 1] + FULL;
        row[j] = Math.min(changed, Math.min(added, leftOut));
        steps[i][j] = row[j] == changed ? CHANGED : row[j] == added ? ADDED : LEFT_OUT;
      }
      int[] spare = above;
      above = row;
      row = spare;
    }
    int end = 0;
    for (int j = 1; j <= given.size(); j++) {
      end = above[j] < above[end] ? j : end;
    }
    return new WordAlignment(above[end], path(quoted, given, steps, end));
  }

  private static List<Step> path(List<Word> quoted, List<Word> given, byte[][] steps, int end) {
    Deque<Step> path = new ArrayDeque<>();
    int i = quoted.size();
    int j = end;
    while (i > 0) {
      byte step = steps[i][j];
      i -= step == LEFT_OUT ? 0 : 1;
      j -= step == ADDED ? 0 : 1;
      path.addFirst(
          new Step(
              step == LEFT_OUT ? Optional.empty() : Optional.of(quoted.get(i)),
              step == ADDED ? Optional.empty() : Optional.of(given.get(j))));
    }
    return List.copyOf(path);
  }

  private static int cost(Word quoted, Word given) {
    String one = quoted.letters();
    String other = given.letters();
    if (one.equals(other)) {
      return 0;
    }
    int shorter = Math.min(one.length(), other.length());
    int longer = Math.max(one.length(), other.length());
    if (3 * shorter < 2 * longer) {
      return OTHER;
    }
    int start = 0;
    while (start < shorter && one.charAt(start) == other.charAt(start)) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && one.charAt(one.length() - 1 - end) == other.charAt(other.length() - 1 - end)) {
      end++;
    }
    return 3 * (start + end) >= 2 * longer ? SIMILAR : OTHER;
  }
}

package org.demarche.coding;

/** The indices of code points of a text by those of UTF-16, in constant time. */
final class CodePoints {
  private static final int STEP = 256;

  private final String text;
  private final int[] counts;

  /** Counts the code points of a text. */
  CodePoints(String text) {
    this.text = text;
    this.counts = new int[text.length() / STEP + 1];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = counts[i - 1] + points((i - 1) * STEP, i * STEP);
    }
  }

  /** Counts the units up to an index that are not the second of a pair. */
  private int points(int from, int to) {
    int points = 0;
    for (int i = from; i < to; i++) {
      boolean isSecond =
          i > 0
              && Character.isLowSurrogate(text.charAt(i))
              && Character.isHighSurrogate(text.charAt(i - 1));
      points += isSecond ? 0 : 1;
    }
    return points;
  }

  /** Returns the index of the code point that begins at an index of UTF-16. */
  int index(int utf16) {
    int block = utf16 / STEP;
    return counts[block] + points(block * STEP, utf16);
  }
}

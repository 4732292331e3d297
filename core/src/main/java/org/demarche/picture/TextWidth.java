package org.demarche.picture;

import org.demarche.typography.DisplayWidth;

/**
 * An estimate of the width of a text in a sans-serif font, on the wide side: a picture must not
 * depend on which font the reader has.
 */
final class TextWidth {
  private static final String NARROW = " .,:;!|'’‘iIjlftr()[]/-";
  private static final String WIDE = "mwMW@%—…";

  private TextWidth() {}

  /** Returns the width of a text, in the unit of the size of its letters. */
  static double of(String text, double size) {
    return text.codePoints().mapToDouble(TextWidth::ofLetter).sum() * size;
  }

  private static double ofLetter(int c) {
    if (NARROW.indexOf(c) >= 0) {
      return 0.36;
    }
    if (WIDE.indexOf(c) >= 0) {
      return 0.95;
    }
    if (DisplayWidth.of(c) != 1) {
      return DisplayWidth.of(c) / 2.0 + (DisplayWidth.of(c) > 0 ? 0.05 : 0);
    }
    return Character.isUpperCase(c) ? 0.74 : 0.6;
  }

  /** Returns a text that fits, cut off with an ellipsis if it is too wide. */
  static String fitting(String text, double size, double width) {
    if (of(text, size) <= width) {
      return text;
    }
    int end = text.length();
    while (end > 0 && of(text.substring(0, end) + "…", size) > width) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end).stripTrailing() + "…";
  }
}

package org.demarche.typography;

/**
 * The width of text on a terminal, in columns: two for an East Asian wide character, zero for a
 * combining mark, one for any other character.
 */
public final class DisplayWidth {
  /**
   * The approximate wide and fullwidth ranges of Unicode Standard Annex 11: the first and the last
   * code point of each range, ascending.
   */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6,
    0x1F300, 0x1F64F, 0x1F900, 0x1F9FF, 0x20000, 0x3FFFD
  };

  private DisplayWidth() {}

  /** Returns the number of columns that a text takes. */
  public static int of(String text) {
    int width = 0;
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      width += of(c);
      at += Character.charCount(c);
    }
    return width;
  }

  /** Returns the number of columns that a character takes: 0, 1 or 2. */
  public static int of(int codePoint) {
    if (codePoint >= ' ' && codePoint <= '~') {
      return 1; // as for most
    }
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.CONTROL ->
          0;
      default -> isWide(codePoint) ? 2 : isMedialJamo(codePoint) ? 0 : 1;
    };
  }

  /** Tests whether a character takes two columns. */
  public static boolean isWide(int codePoint) {
    for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /** Tests for a vowel or final of decomposed Hangul, which shares the columns of its initial. */
  private static boolean isMedialJamo(int codePoint) {
    return codePoint >= 0x1160 && codePoint <= 0x11FF;
  }
}

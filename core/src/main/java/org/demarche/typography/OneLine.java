package org.demarche.typography;

import java.util.regex.Pattern;

/** Text in one line of limited length, for logs and debuggers. */
public final class OneLine {
  /** The greatest number of characters in a line. */
  public static final int LONGEST = 240;

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");

  /** The characters that change the direction of the text around them. */
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

  private OneLine() {}

  /**
   * Returns a text in one line.
   *
   * @param text any text
   * @return the text with a space in place of line breaks, tabs and other control characters, cut
   *     off with {@code …} after {@value #LONGEST} characters
   */
  public static String of(String text) {
    String line = whole(text);
    if (line.length() <= LONGEST) {
      return line;
    }
    int end = LONGEST - 1;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /**
   * Returns a text of any length in one line.
   *
   * @param text any text
   * @return the text with a space in place of line breaks, tabs and other control characters, and
   *     without marks that change the direction of the text around them
   */
  public static String whole(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isPlain(text.charAt(at))) {
        return DIRECTIONS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
      }
    }
    return text; // as nearly always
  }

  /** Returns whether a character is certainly no break, and does not change the direction. */
  private static boolean isPlain(int c) {
    return (c >= ' ' && c < '\u007F')
        || (c > '\u009F' && c < '\u200E')
        || (c > '\u200F' && c < '\u2028')
        || c > '\u2069';
  }
}

package org.demarche.typography;

import java.util.regex.Pattern;

/** Text in one line of limited length, for logs and debuggers. */
public final class OneLine {
  /** The greatest number of characters in a line. */
  public static final int LONGEST = 240;

  /** Tabs and all that ends a line. */
  private static final Pattern BREAKS = Pattern.compile("[\\t-\\r\\x85\\u2028\\u2029]+");

  private OneLine() {}

  /**
   * Returns a text in one line.
   *
   * @param text any text
   * @return the text with a space in place of line breaks and tabs, and the codes that {@link
   *     VisibleText#of} shows, cut off with {@code …} after {@value #LONGEST} characters
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
   * @return the text with a space in place of line breaks and tabs, and the codes that {@link
   *     VisibleText#of} shows
   */
  public static String whole(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!VisibleText.isSeen(text.charAt(at)) || text.charAt(at) == '\n') {
        return VisibleText.of(BREAKS.matcher(text).replaceAll(" "));
      }
    }
    return text; // as nearly always
  }
}

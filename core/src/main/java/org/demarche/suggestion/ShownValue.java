package org.demarche.suggestion;

import org.demarche.typography.VisibleText;

/**
 * A value in a message: on one line, without characters that are not seen, and abridged. A message
 * may be printed on a terminal, and its values come from files and people.
 */
public final class ShownValue {
  private static final int LONGEST = 60;
  private static final int BEGINNING = 40;

  /** The length from which on the middle of a message is left out. */
  private static final int LONGEST_MESSAGE = 600;

  /** The code points that are kept of the beginning and of the end of a longer message. */
  private static final int KEPT = LONGEST_MESSAGE / 2 - 2;

  private ShownValue() {}

  /**
   * Returns a value as messages show it.
   *
   * @param value any text
   * @return the text if it has at most 60 code points, or else the first 40 with an ellipsis;
   *     characters that are not seen are shown as their code
   */
  public static String of(String value) {
    boolean isShort =
        value.length() <= LONGEST || value.codePointCount(0, value.length()) <= LONGEST;
    return VisibleText.onOneLine(
        isShort ? value : value.substring(0, value.offsetByCodePoints(0, BEGINNING)) + "…");
  }

  /** Returns a value of any length, such as the name of a file, as messages show it. */
  public static String whole(String value) {
    return VisibleText.onOneLine(value);
  }

  /** Returns a message that may have values in it which were not abridged. */
  public static String inMessage(String message) {
    String shown = VisibleText.onOneLine(message);
    return shown.length() > LONGEST_MESSAGE
        ? shown.substring(0, shown.offsetByCodePoints(0, KEPT))
            + " … "
            + shown.substring(shown.offsetByCodePoints(shown.length(), -KEPT))
        : shown;
  }
}

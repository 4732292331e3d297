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
  private static final int LONGEST_MESSAGE = 900;

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
    boolean isLong = message.length() > LONGEST_MESSAGE;
    return VisibleText.onOneLine(
        isLong
            ? message.substring(0, message.offsetByCodePoints(0, LONGEST_MESSAGE / 3))
                + " … "
                + message.substring(
                    message.offsetByCodePoints(message.length(), -LONGEST_MESSAGE / 3))
            : message);
  }
}

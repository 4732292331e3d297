package org.demarche.suggestion;

import static java.util.regex.Matcher.quoteReplacement;

import java.util.regex.Pattern;
import org.demarche.typography.VisibleText;

/**
 * A value in a message: on one line, without characters that are not seen, and abridged. A message
 * may be printed on a terminal, and its values come from files and people.
 */
public final class ShownValue {
  private static final int LONGEST = 60;
  private static final int BEGINNING = 40;

  /** The greatest length of a value in which characters are shown as their codes. */
  private static final int LONGEST_OF_CODES = 120;

  private static final int BEGINNING_OF_CODES = 12;

  /** The greatest length of a message. */
  private static final int LONGEST_MESSAGE = 400;

  private static final int BEGINNING_OF_MESSAGE = 250;
  private static final int END_OF_MESSAGE = 140;

  private static final Pattern RETURN = Pattern.compile("\\r\\n?");

  /** The length to which each value of a message that is too long is abridged in the end. */
  private static final int LEAST_LONGEST = 30;

  /**
   * A value in quotation marks, a list in brackets, or an id or path. Short ones are found as well,
   * so that the mark that closes one does not seem to open another.
   */
  private static final Pattern PART =
      Pattern.compile(
          "“[^“”]*”|‘[^‘’]*’|\\[[^\\[\\]]*\\]|[^\\s“”‘’'\\[\\]=,;]+"
              + "|(?<![\\p{L}\\p{N}])'[^']*+(?:(?<=\\p{L})'(?=\\p{L})[^']*+){0,9}'(?![\\p{L}\\p{N}])");

  private ShownValue() {}

  /**
   * Returns a value as messages show it.
   *
   * @param value any text
   * @return the text if it has at most 60 code points, or else the first 40 with an ellipsis;
   *     characters that are not seen are shown as their code, and of many such, the first 12
   */
  public static String of(String value) {
    boolean isShort =
        value.length() <= LONGEST || value.codePointCount(0, value.length()) <= LONGEST;
    String shown = VisibleText.onOneLine(isShort ? value : beginning(value, BEGINNING));
    return shown.length() <= LONGEST_OF_CODES
        ? shown
        : VisibleText.onOneLine(beginning(value, BEGINNING_OF_CODES));
  }

  private static String beginning(String value, int length) {
    return value.substring(0, value.offsetByCodePoints(0, length)) + "…";
  }

  /** Returns a value of any length, such as the name of a file, as messages show it. */
  public static String whole(String value) {
    return VisibleText.onOneLine(value);
  }

  /** Returns a value whose lines, each ended by a line feed, and tabs stay, such as a cell. */
  public static String inLines(String value) {
    return VisibleText.of(RETURN.matcher(value).replaceAll("\n"));
  }

  /**
   * Returns a message that may have values in it which were not abridged. If it is too long, they
   * are, so that what follows them is kept; if it still is, its middle is left out.
   */
  public static String inMessage(String message) {
    String shown = VisibleText.onOneLine(message);
    for (int longest = LONGEST;
        shown.length() > LONGEST_MESSAGE && longest >= LEAST_LONGEST;
        longest /= 2) {
      shown = withShortParts(shown, longest);
    }
    return shown.length() <= LONGEST_MESSAGE
        ? shown
        : shown.substring(0, boundary(shown, BEGINNING_OF_MESSAGE))
            + " … "
            + shown.substring(boundary(shown, shown.length() - END_OF_MESSAGE));
  }

  /** Abridges each value in a message: to its beginning if it is quoted, or else to both ends. */
  private static String withShortParts(String message, int longest) {
    return PART.matcher(message)
        .replaceAll(part -> quoteReplacement(shortened(part.group(), longest)));
  }

  private static String shortened(String part, int longest) {
    if (part.length() <= longest) {
      return part;
    }
    String last = part.substring(part.length() - 1);
    int end = part.offsetByCodePoints(part.length(), -longest / 3);
    return "”’']".contains(last)
        ? beginning(part, longest * 2 / 3) + last
        : beginning(part, longest / 3) + part.substring(end);
  }

  /** Returns an index, or the one before it if it is within a pair of surrogates. */
  private static int boundary(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }

  /** Returns the exception of a refused argument, with a message that is safe to print. */
  public static IllegalArgumentException refused(String message) {
    return new IllegalArgumentException(inMessage(message));
  }

  /** Returns the exception of a refused argument, with a message that is safe to print. */
  public static IllegalArgumentException refused(String message, Throwable cause) {
    return new IllegalArgumentException(inMessage(message), cause);
  }
}

package org.demarche.typography;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Text in which no character changes how the others are read. Control characters, marks that turn
 * the direction of text (UAX 9), the separators U+2028 and U+2029, lone surrogates and
 * noncharacters of the basic plane are shown as their code. Tabs and line breaks stay, and so do
 * other characters without width, such as joiners, U+200B and U+00AD; on one line, of these only
 * the joiners do.
 *
 * <pre>{@code
 * VisibleText.of("no" + (char) 0x202E);   // no[U+202E]
 * }</pre>
 */
public final class VisibleText {
  private static final Pattern MISLEADING =
      Pattern.compile(
          "[\\p{Cc}\\p{Cs}\\u061C\\u200E\\u200F\\u2028-\\u202E\\u2066-\\u2069\\uFDD0-\\uFDEF\\uFFFE\\uFFFF&&[^\\t\\n\\r]]");

  /** Misleading characters, line breaks, tabs, and all that only formats, but for the joiners. */
  private static final Pattern UNSEEN_ON_ONE_LINE =
      Pattern.compile(
          "[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\uFDD0-\\uFDEF\\uFFFE\\uFFFF&&[^\\u200C\\u200D]]");

  /** The letters of Hangul that stand for none, and the empty pattern of Braille. */
  private static final String FILLERS = "\u115F\u1160\u3164\uFFA0\u2800";

  private VisibleText() {}

  /**
   * Returns a text with a code in place of each character that changes how others are read.
   *
   * @param text any text
   * @return the text, without characters that XML 1.0 cannot hold
   */
  public static String of(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (!isSeen(text.charAt(at))) {
        return MISLEADING.matcher(text).replaceAll(VisibleText::code);
      }
    }
    return text; // as nearly always
  }

  /**
   * Returns a text on one line, with a code in place of each character that is not seen.
   *
   * @param text any text
   * @return the text, in which line breaks, tabs and all characters that format, except for the
   *     joiners, are shown as their codes too
   */
  public static String onOneLine(String text) {
    return UNSEEN_ON_ONE_LINE.matcher(text).replaceAll(VisibleText::code);
  }

  /**
   * Returns whether anything of a text is seen: a letter, a digit, a mark of punctuation or a
   * symbol, and not only spaces, characters that format, and marks without a letter.
   *
   * @param text any text
   * @return false also for an empty text
   */
  public static boolean isSeen(String text) {
    for (int at = 0; at < text.length(); ) {
      int c = text.codePointAt(at);
      if (hasInk(c)) {
        return true;
      }
      at += Character.charCount(c);
    }
    return false;
  }

  private static boolean hasInk(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK ->
          false;
      default -> FILLERS.indexOf(c) < 0;
    };
  }

  private static String code(MatchResult unseen) {
    return String.format(Locale.ROOT, "[U+%04X]", unseen.group().codePointAt(0));
  }

  /** Returns whether a character is certainly seen, or is a line feed. */
  static boolean isSeen(int c) {
    return (c >= ' ' && c < '\u007F')
        || c == '\n'
        || (c > '\u009F' && c < '\u200E' && c != '\u061C')
        || (c > '\u200F' && c < '\u2028')
        || (c > '\u2069' && c < Character.MIN_SURROGATE);
  }
}

package org.demarche.typography;

import com.google.common.collect.ImmutableMap;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table of typographic marks: which characters are quotation marks, hyphens, dashes or spaces,
 * and which plain character each corresponds to.
 *
 * <pre>{@code
 * TypographicMarks.withPlainQuotationMarks("“no” or ‘no’");   // "no" or 'no'
 * }</pre>
 */
public final class TypographicMarks {
  /** A space at which no line is broken. It prints as a space. */
  public static final char NO_BREAK_SPACE = '\u00A0';

  /**
   * Outer quotation marks: straight, curly, low, reversed, guillemets, fullwidth, double prime,
   * corner and angle brackets, and the halfwidth and vertical forms of the brackets.
   */
  private static final String DOUBLE_QUOTATION_MARKS = "\"“”„‟«»＂″「」《》｢｣﹁﹂︽︾";

  /** Inner quotation marks, in the same order, including the apostrophes. */
  private static final String SINGLE_QUOTATION_MARKS = "'‘’‚‛‹›＇′『』〈〉\u2329\u232A﹃﹄︿﹀";

  /** Marks that are more often an apostrophe or a prime than a quotation mark. */
  private static final String APOSTROPHES_AND_PRIMES = "'’＇′″";

  /** An apostrophe or prime opens a quotation where it precedes a word, and is not inside one. */
  private static final Pattern OPENING_APOSTROPHE =
      Pattern.compile(
          "(?:^|\\W)[" + APOSTROPHES_AND_PRIMES + "]\\w", Pattern.UNICODE_CHARACTER_CLASS);

  /** The ASCII hyphen, the hyphen of Unicode and the no-break hyphen. */
  private static final String HYPHENS = "-‐‑";

  private static final ImmutableMap<Integer, String> PLAIN_DASHES =
      ImmutableMap.of((int) '–', "-", (int) '—', "--", (int) '−', "-");

  private TypographicMarks() {}

  /**
   * Returns whether a text has words in quotation marks. An apostrophe or a prime counts only where
   * it opens a quotation: before a word, and not inside one.
   *
   * @param text any text, in any script
   * @return true if it has at least one quotation mark
   */
  public static boolean hasQuotationMark(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // every mark is one char
      boolean isMark = (c < '0' || c > 'z') && isQuotationMark(c); // no mark is between these two
      if (isMark && APOSTROPHES_AND_PRIMES.indexOf(c) < 0) {
        return true;
      }
    }
    return OPENING_APOSTROPHE.matcher(text).find();
  }

  /**
   * Tests whether a character can be a quotation mark.
   *
   * @param codePoint any character
   * @return true for every quotation mark, and for apostrophes and primes
   */
  public static boolean isQuotationMark(int codePoint) {
    return DOUBLE_QUOTATION_MARKS.indexOf(codePoint) >= 0
        || SINGLE_QUOTATION_MARKS.indexOf(codePoint) >= 0;
  }

  /**
   * Returns the straight quotation mark that corresponds to a quotation mark.
   *
   * @param codePoint any character
   * @return {@code "} for an outer mark, {@code '} for an inner one, and any other character itself
   */
  public static int plainQuotationMark(int codePoint) {
    if (DOUBLE_QUOTATION_MARKS.indexOf(codePoint) >= 0) {
      return '"';
    }
    return SINGLE_QUOTATION_MARKS.indexOf(codePoint) >= 0 ? '\'' : codePoint;
  }

  /**
   * Replaces each quotation mark by the corresponding straight one.
   *
   * @param text any text
   * @return a text of as many characters, with straight quotation marks
   */
  public static String withPlainQuotationMarks(String text) {
    return text.codePoints()
        .map(TypographicMarks::plainQuotationMark)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  /**
   * Tests whether a character is white space of any width, including a line break.
   *
   * @param codePoint any character
   * @return true for white space
   */
  public static boolean isSpace(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
  }

  /**
   * Tests whether a character is a hyphen.
   *
   * @param codePoint any character
   * @return true for a hyphen; false for a dash or the minus sign
   */
  public static boolean isHyphen(int codePoint) {
    return HYPHENS.indexOf(codePoint) >= 0;
  }

  /**
   * Returns the plain form of a typographic mark. It is ASCII, except that the no-break spaces
   * become {@link #NO_BREAK_SPACE}, which is replaced once lines have been broken.
   *
   * @param codePoint any character
   * @return the plain form of a quotation mark, hyphen, dash or space, or empty for any other
   *     character
   */
  public static Optional<String> plain(int codePoint) {
    if (isQuotationMark(codePoint)) {
      return Optional.of(Character.toString(plainQuotationMark(codePoint)));
    }
    if (isHyphen(codePoint)) {
      return Optional.of("-");
    }
    if (Character.getType(codePoint) == Character.SPACE_SEPARATOR) {
      boolean breaks = Character.isWhitespace(codePoint);
      return Optional.of(breaks ? " " : Character.toString(NO_BREAK_SPACE));
    }
    return Optional.ofNullable(PLAIN_DASHES.get(codePoint));
  }

  /**
   * Replaces each no-break space by a space.
   *
   * @param text a text whose lines have been broken
   * @return the text without no-break spaces
   */
  public static String withoutNoBreakSpaces(String text) {
    return text.replace(NO_BREAK_SPACE, ' ');
  }
}

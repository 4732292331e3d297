package org.demarche.model;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;

/**
 * Looks for a quotation in the text of its source, and where it is not to be found says by how
 * little.
 */
final class Quotation {
  private static final CharMatcher MARKS = CharMatcher.anyOf("\"“”„‟«»‹›「」『』《》〈〉＂‘").precomputed();

  /** An apostrophe that opens a quotation stands before a word, and not within one. */
  private static final Pattern OPENING_APOSTROPHE =
      Pattern.compile("(?:^|\\W)'\\w", Pattern.UNICODE_CHARACTER_CLASS);

  private Quotation() {}

  static boolean hasMarks(String quote) {
    return MARKS.matchesAnyOf(quote)
        || (quote.indexOf('\'') >= 0 && OPENING_APOSTROPHE.matcher(quote).find());
  }

  /**
   * Says how a quotation that is not in the text differs from what is, or nothing where nothing is
   * near.
   */
  static String nearMiss(String quote, String text) {
    String spaces = folded(quote, text, "white space", Quotation::space);
    if (!spaces.isEmpty()) {
      return spaces;
    }
    String marks =
        folded(quote, text, "the form of quotation marks or white space", c -> mark(space(c)));
    if (!marks.isEmpty()) {
      return marks;
    }
    if (nfc(text).contains(nfc(quote))) {
      return "; it differs only in the Unicode normalisation form";
    }
    return folded(
        quote,
        text,
        "letter case, quotation marks or white space",
        c -> Character.toLowerCase(mark(space(c))));
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static int space(int c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c;
  }

  private static int mark(int c) {
    return switch (c) {
      case '“', '”', '„', '‟', '«', '»', '＂' -> '"';
      case '‘', '’', '‚', '‛', '‹', '›' -> '\'';
      default -> c;
    };
  }

  /** Compares code points as {@code fold} has them, runs of spaces as one. */
  private static String folded(String quote, String text, String what, IntUnaryOperator fold) {
    int[] sought = quote.codePoints().toArray();
    int[] given = text.codePoints().toArray();
    for (int start = 0; start < given.length; start++) {
      int i = 0;
      int j = start;
      int differs = -1;
      while (i < sought.length && j < given.length) {
        int a = fold.applyAsInt(sought[i]);
        if (a != fold.applyAsInt(given[j])) {
          break;
        }
        if (differs < 0 && sought[i] != given[j]) {
          differs = j;
        }
        i++;
        j++;
        if (a == ' ') {
          int soughtEnd = endOfSpaces(sought, i, fold);
          int givenEnd = endOfSpaces(given, j, fold);
          for (; i < soughtEnd && j < givenEnd; i++, j++) {
            if (differs < 0 && sought[i] != given[j]) {
              differs = j;
            }
          }
          if (differs < 0 && soughtEnd - i != givenEnd - j) {
            differs = j < givenEnd ? j : j - 1;
          }
          i = soughtEnd;
          j = givenEnd;
        }
      }
      if (i == sought.length && differs >= 0) {
        return String.format(
            Locale.ROOT,
            "; it differs only in %s (U+%04X at offset %d)",
            what,
            given[differs],
            differs);
      }
    }
    return "";
  }

  private static int endOfSpaces(int[] text, int start, IntUnaryOperator fold) {
    int end = start;
    while (end < text.length && fold.applyAsInt(text[end]) == ' ') {
      end++;
    }
    return end;
  }
}

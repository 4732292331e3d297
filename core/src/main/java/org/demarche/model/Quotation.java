package org.demarche.model;

import com.google.common.collect.Range;
import java.text.Normalizer;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import org.demarche.typography.TypographicMarks;

/** A check of a quotation against the text of its source that explains by how little it failed. */
final class Quotation {
  private Quotation() {}

  /**
   * Checks that the text of a source has a quotation, at the place that the evidence selects.
   *
   * @param field the path to the evidence
   */
  static void check(
      Evidence evidence, String quote, String text, String field, ProblemCollector problems) {
    if (!text.contains(quote)) {
      problems.add(
          Problem.Code.QUOTE_NOT_FOUND,
          field + "/quote",
          quote,
          "quotation not found in " + evidence.source() + nearMiss(quote, text));
    } else if (evidence.selector().isPresent()) {
      Range<Integer> selector = evidence.selector().get();
      int length = text.codePointCount(0, text.length());
      String selected =
          selector.upperEndpoint() > length
              ? ""
              : text.substring(
                  text.offsetByCodePoints(0, selector.lowerEndpoint()),
                  text.offsetByCodePoints(0, selector.upperEndpoint()));
      String bounds = selector.lowerEndpoint() + ".." + selector.upperEndpoint();
      if (!selected.equals(quote)) {
        problems.add(
            Problem.Code.QUOTE_NOT_FOUND,
            field + "/selector",
            bounds,
            "selector "
                + bounds
                + " of "
                + evidence.source()
                + " selects '"
                + selected
                + "', not the quotation");
      }
    }
  }

  /**
   * Describes how a quotation that is not in a text differs from the most similar passage.
   *
   * @return a clause for the end of a message, or an empty text where no passage is similar
   */
  static String nearMiss(String quote, String text) {
    String spaces = folded(quote, text, "white space", Quotation::plainSpace);
    if (!spaces.isEmpty()) {
      return spaces;
    }
    String marks =
        folded(quote, text, "the form of quotation marks or white space", Quotation::plain);
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
        c -> Character.toLowerCase(plain(c)));
  }

  private static String nfc(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static int plainSpace(int c) {
    return TypographicMarks.isSpace(c) ? ' ' : c;
  }

  private static int plain(int c) {
    return TypographicMarks.plainQuotationMark(plainSpace(c));
  }

  /**
   * Searches for a quotation after replacing each character of it and of the text by its folded
   * form. Runs of spaces count as one space.
   */
  private static String folded(String quote, String text, String what, IntUnaryOperator fold) {
    int[] quoted = quote.codePoints().toArray();
    int[] given = text.codePoints().toArray();
    for (int start = 0; start < given.length; start++) {
      int i = 0;
      int j = start;
      int differs = -1;
      while (i < quoted.length && j < given.length) {
        int a = fold.applyAsInt(quoted[i]);
        if (a != fold.applyAsInt(given[j])) {
          break;
        }
        if (differs < 0 && quoted[i] != given[j]) {
          differs = j;
        }
        i++;
        j++;
        if (a == ' ') {
          int quotedEnd = endOfSpaces(quoted, i, fold);
          int givenEnd = endOfSpaces(given, j, fold);
          for (; i < quotedEnd && j < givenEnd; i++, j++) {
            if (differs < 0 && quoted[i] != given[j]) {
              differs = j;
            }
          }
          if (differs < 0 && quotedEnd - i != givenEnd - j) {
            differs = j < givenEnd ? j : j - 1;
          }
          i = quotedEnd;
          j = givenEnd;
        }
      }
      if (i == quoted.length && differs >= 0) {
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

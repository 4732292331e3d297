package org.demarche.model;

import com.google.common.collect.Range;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.demarche.typography.TextSearch;
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
    if (!TextSearch.contains(text, quote)) {
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
    if (TextSearch.contains(nfc(text), nfc(quote))) {
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
    IntStream.Builder starts = IntStream.builder();
    String sought = folded(quoted, fold, start -> {});
    int at = TextSearch.indexOf(folded(given, fold, starts), sought);
    if (at < 0) {
      return "";
    }
    int start = starts.build().skip(at).findFirst().orElseThrow();
    int differs = difference(quoted, given, start, fold);
    return differs < 0
        ? ""
        : String.format(
            Locale.ROOT,
            "; it differs only in %s (U+%04X at offset %s)",
            what,
            given[differs],
            differs);
  }

  /** Folds a text, and gives for each UTF-16 unit of the result the index of its character. */
  private static String folded(int[] text, IntUnaryOperator fold, IntConsumer starts) {
    StringBuilder folded = new StringBuilder(text.length);
    for (int at = 0; at < text.length; ) {
      int c = fold.applyAsInt(text[at]);
      folded.appendCodePoint(c);
      for (int unit = Character.charCount(c); unit > 0; unit--) {
        starts.accept(at);
      }
      at = c == ' ' ? endOfSpaces(text, at, fold) : at + 1;
    }
    return folded.toString();
  }

  /** Returns where a text first differs from a quotation that it has folded; -1 if nowhere. */
  private static int difference(int[] quoted, int[] given, int start, IntUnaryOperator fold) {
    int j = start;
    for (int i = 0; i < quoted.length; ) {
      int end = i + 1;
      int givenEnd = j + 1;
      if (fold.applyAsInt(quoted[i]) == ' ') {
        end = endOfSpaces(quoted, i, fold);
        givenEnd = endOfSpaces(given, j, fold);
      }
      int differs = Arrays.mismatch(quoted, i, end, given, j, givenEnd);
      if (differs >= 0) {
        return Math.min(j + differs, givenEnd - 1);
      }
      i = end;
      j = givenEnd;
    }
    return -1;
  }

  private static int endOfSpaces(int[] text, int start, IntUnaryOperator fold) {
    int end = start;
    while (end < text.length && fold.applyAsInt(text[end]) == ' ') {
      end++;
    }
    return end;
  }
}

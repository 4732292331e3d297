package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.demarche.text.TextPage;

/** How an answer of many rows prints: the question, a table, and what its signs mean. */
final class AnswerPages {
  private static final ImmutableMap<String, String> SIGNS =
      ImmutableMap.of(
          "†", "other side", "‡", "implied", "◊", "inherited", "·", "no known position");

  private static final Pattern SIGN = Pattern.compile(" ([†‡◊]+)$");

  private AnswerPages() {}

  /** A question, the count of what was found, and a row each. */
  static <R> TextPage counted(
      String question, List<String> header, List<R> rows, Function<R, List<String>> row) {
    return of(question + ": " + (rows.isEmpty() ? "none" : rows.size()), header, rows, row);
  }

  /** A heading, a table and its signs; the heading alone where there are no rows. */
  static <R> TextPage of(
      String heading, List<String> header, List<R> rows, Function<R, List<String>> row) {
    return signed(table(heading, header, rows, row));
  }

  /** A heading and a table; the heading alone where there are no rows. */
  static <R> TextPage table(
      String heading, List<String> header, List<R> rows, Function<R, List<String>> row) {
    TextPage page = TextPage.of(heading);
    return rows.isEmpty()
        ? page
        : page.table(
            header, Lists.transform(rows, r -> Lists.transform(row.apply(r), AnswerPages::cell)));
  }

  /** A no-break space keeps a sign with its word. */
  private static String cell(String text) {
    return SIGN.matcher(text).replaceFirst("\u00A0$1");
  }

  /** A page, and what the signs in its tables mean. */
  static TextPage signed(TextPage page) {
    return page.legend(SIGNS);
  }

  static ImmutableList<String> row(String... cells) {
    return ImmutableList.copyOf(cells);
  }
}

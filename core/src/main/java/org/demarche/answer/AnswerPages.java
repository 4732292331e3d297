package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.demarche.text.TextPage;

/** Pages of answers with many rows: the question, a table, and the meaning of its signs. */
final class AnswerPages {
  private static final ImmutableMap<String, String> SIGNS =
      ImmutableMap.of(
          "†", "other side", "‡", "implied", "◊", "inherited", "·", "no known position");

  private static final Pattern TRAILING_SIGNS = Pattern.compile(" ([†‡◊]+)$");

  private AnswerPages() {}

  /** Returns a page with the question, the number of rows, a table and its signs. */
  static <R> TextPage counted(
      String question, List<String> header, List<R> rows, Function<R, List<String>> cellsOf) {
    return of(question + ": " + (rows.isEmpty() ? "none" : rows.size()), header, rows, cellsOf);
  }

  /** Returns a page with a heading, a table and its signs; without rows, the heading alone. */
  static <R> TextPage of(
      String heading, List<String> header, List<R> rows, Function<R, List<String>> cellsOf) {
    return withSigns(table(heading, header, rows, cellsOf));
  }

  /** Returns a page with a heading and a table; without rows, the heading alone. */
  static <R> TextPage table(
      String heading, List<String> header, List<R> rows, Function<R, List<String>> cellsOf) {
    TextPage page = TextPage.of(heading);
    return rows.isEmpty()
        ? page
        : page.table(
            header,
            Lists.transform(
                rows,
                row -> Lists.transform(cellsOf.apply(row), AnswerPages::withoutBreakBeforeSigns)));
  }

  /** Returns a number with its noun; no number is "no". */
  static String count(int number, String singular, String plural) {
    return switch (number) {
      case 0 -> "no " + plural;
      case 1 -> "1 " + singular;
      default -> number + " " + plural;
    };
  }

  private static String withoutBreakBeforeSigns(String cell) {
    return TRAILING_SIGNS.matcher(cell).replaceFirst("\u00A0$1");
  }

  /** Adds the meaning of the signs that occur in the tables of a page. */
  static TextPage withSigns(TextPage page) {
    return page.legend(SIGNS);
  }

  static ImmutableList<String> row(String... cells) {
    return ImmutableList.copyOf(cells);
  }
}

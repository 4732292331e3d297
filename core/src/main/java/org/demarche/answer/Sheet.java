package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.text.Table;
import org.demarche.text.Wrap;

/** How an answer of many rows prints: the question, a table, and what its signs mean. */
final class Sheet {
  private static final ImmutableList<Map.Entry<String, String>> SIGNS =
      ImmutableList.of(
          Map.entry("†", "other side"),
          Map.entry("‡", "implied"),
          Map.entry("◊", "inherited"),
          Map.entry("·", "no known position"));

  private Sheet() {}

  /** Prints a question, the count of what was found, and a row each. */
  static String counted(String question, List<String> header, List<ImmutableList<String>> rows) {
    return print(question + ": " + (rows.isEmpty() ? "none" : rows.size()), header, rows);
  }

  /** Prints a heading, a table and its signs; the heading alone where there are no rows. */
  static String print(String heading, List<String> header, List<ImmutableList<String>> rows) {
    return table(heading, header, rows) + signs(rows);
  }

  /** Prints a heading and a table. */
  static String table(String heading, List<String> header, List<ImmutableList<String>> rows) {
    String wrapped = Wrap.hanging(heading, 2, Table.WIDTH);
    return rows.isEmpty() ? wrapped : wrapped + "\n\n" + Table.of(header).rows(rows);
  }

  /** What the signs in cells mean, as a last line; nothing where there are none. */
  static String signs(List<ImmutableList<String>> rows) {
    String legend =
        SIGNS.stream()
            .filter(sign -> rows.stream().anyMatch(row -> isSignIn(sign.getKey(), row)))
            .map(sign -> sign.getKey() + " " + sign.getValue())
            .collect(Collectors.joining("   "));
    return legend.isEmpty() ? "" : "\n\n" + legend;
  }

  /** Signs end a cell; a name or a text has them elsewhere, if at all. */
  private static boolean isSignIn(String sign, List<String> row) {
    return row.stream()
        .map(cell -> cell.substring(cell.replace('\u00A0', ' ').lastIndexOf(' ') + 1))
        .anyMatch(
            last -> last.contains(sign) && last.chars().noneMatch(Character::isLetterOrDigit));
  }
}

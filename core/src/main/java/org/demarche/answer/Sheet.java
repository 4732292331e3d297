package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  static String counted(String question, List<String> header, Stream<ImmutableList<String>> rows) {
    List<ImmutableList<String>> found = rows.toList();
    return print(
        question + ": " + (found.isEmpty() ? "none" : found.size()), header, found.stream());
  }

  /** Prints a heading and a table; the heading alone where there are no rows. */
  static String print(String heading, List<String> header, Stream<ImmutableList<String>> rows) {
    List<ImmutableList<String>> found = rows.toList();
    String wrapped = Wrap.hanging(heading, 2, Table.WIDTH);
    return found.isEmpty() ? wrapped : wrapped + "\n\n" + Table.of(header).rows(found);
  }

  /** What the signs of positions in a text mean, as its last line; nothing where it has none. */
  static String signs(String text) {
    String legend =
        SIGNS.stream()
            .filter(sign -> text.contains(sign.getKey()))
            .map(sign -> sign.getKey() + " " + sign.getValue())
            .collect(Collectors.joining("   "));
    return legend.isEmpty() ? "" : "\n\n" + legend;
  }
}

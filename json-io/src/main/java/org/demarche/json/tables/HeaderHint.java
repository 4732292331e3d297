package org.demarche.json.tables;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.List;
import java.util.Optional;

/** A hint, drawn from the header, at the settings with which a table should be read. */
final class HeaderHint {
  private static final ImmutableList<Character> SEPARATORS = ImmutableList.of(';', '\t', '|', ',');

  private HeaderHint() {}

  /** Returns a hint for a header whose fields are in quotation marks; empty if there is none. */
  static String ofMarks(String line, char separator) {
    return SEPARATORS.stream()
        .filter(other -> other != separator && line.contains("\"" + other + "\""))
        .findFirst()
        .map(HeaderHint::separator)
        .orElse("");
  }

  /**
   * Returns a hint for a column that a table does not have; empty if there is none.
   *
   * @param header the names of the columns
   */
  static String ofNames(String column, Iterable<String> header) {
    List<String> names = ImmutableList.copyOf(Iterables.filter(header, name -> !name.isEmpty()));
    Optional<Character> separator =
        SEPARATORS.stream()
            .filter(
                other ->
                    names.stream()
                        .map(name -> Splitter.on(other).trimResults().splitToList(name))
                        .anyMatch(
                            parts ->
                                parts.size() > 1 && (names.size() == 1 || parts.contains(column))))
            .findFirst();
    if (separator.isPresent()) {
      return separator(separator.get());
    }
    return names.size() == 1
        ? "; if the names of the columns are in a line further down, say skipLines(…)"
        : "";
  }

  private static String separator(char other) {
    String written = other == '\t' ? "\\t" : String.valueOf(other);
    return "; if the names of the columns are separated by '%s', say separator('%s')"
        .formatted(written, written);
  }
}

package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A check of cells that no template uses. If such a cell runs over several lines and one of them
 * has as many separators as a row, a quotation mark was probably never closed, and the cell holds
 * other rows.
 */
final class SwallowedRows {
  private static final int FEWEST_COLUMNS = 3;
  private static final Splitter LINES = Splitter.on(CharMatcher.anyOf("\r\n")).omitEmptyStrings();

  private final int size;
  private final Set<Integer> used = new HashSet<>();
  private final CharMatcher separator;

  SwallowedRows(
      TableRows table, Columns columns, Collection<Template> templates, TableSettings settings) {
    this.size = table.header().size();
    this.separator = CharMatcher.is(settings.format().dialect().separator());
    templates.forEach(it -> it.columns().forEach(column -> used.add(columns.own(column))));
  }

  /** Returns why a row is not to be trusted; empty if nothing speaks against it. */
  Optional<String> error(TableRows.Row row) {
    if (row.lastLine() == row.line() || size < FEWEST_COLUMNS) {
      return Optional.empty();
    }
    for (int i = 0; i < row.cells().size(); i++) {
      if (!used.contains(i) && holdsRows(row.cells().get(i))) {
        return Optional.of(
            "a quotation mark opens a cell that runs over lines %d to %d, and holds what looks like rows: is the mark never closed?"
                .formatted(row.line(), row.lastLine()));
      }
    }
    return Optional.empty();
  }

  private boolean holdsRows(String cell) {
    return LINES.splitToStream(cell).skip(1).anyMatch(line -> separator.countIn(line) == size - 1);
  }
}

package org.demarche.json.tables;

import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.ShownValue;

/** Another table, held in memory and looked up by its key. A row without a key is never found. */
final class JoinedTable {
  private final TableSettings.Join join;
  private final Map<String, Integer> columns;
  private final Map<String, TableRows.Row> byKey = new HashMap<>();

  /**
   * Reads a table.
   *
   * @param to the table to which it is joined
   * @param budget counts its bytes
   */
  JoinedTable(TableSettings.Join join, TableSettings settings, TableRows to, HeapBudget budget) {
    this.join = join;
    if (!to.header().contains(join.column())
        && settings.unpivot().filter(it -> it.hasNew(join.column())).isEmpty()) {
      throw Columns.unknown(
          Columns.header(to), join.column(), "the column to join by", to.header());
    }
    try (TableRows table = settings.open(join, budget)) {
      columns = Columns.indexes(table.header());
      Columns.requireOne(Columns.header(table), columns, join.key());
      Integer key = columns.get(join.key());
      if (key == null) {
        throw Columns.unknown(Columns.header(table), join.key(), "the key", table.header());
      }
      for (Optional<TableRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        add(row.get(), key, table);
      }
    }
  }

  private void add(TableRows.Row row, int key, TableRows table) {
    if (row.error().isPresent()) {
      throw refused(table.file(), row.line(), "", row.error().get());
    }
    String fault = row.faults().getOrDefault(key, "");
    if (!fault.isEmpty()) {
      throw refused(table.file(), row.line(), "", fault);
    }
    String value = row.cells().get(key);
    if (!value.isEmpty() && byKey.put(value, row) != null) {
      throw refused(
          table.file(),
          row.line(),
          value,
          "duplicate key '" + ShownValue.of(value) + "' in column " + join.key());
    }
  }

  private static InvalidDossierException refused(String file, int line, String value, String why) {
    return FileErrors.refused(
        FileErrors.problem(Problem.Code.BAD_VALUE, value, why, new Place(file, line, 1)));
  }

  /** Returns the names of the columns. */
  ImmutableSet<String> columns() {
    return ImmutableSet.copyOf(columns.keySet());
  }

  /** Returns whether the table has a column, of which there is one. */
  boolean has(String column) {
    return columns.getOrDefault(column, -1) >= 0;
  }

  /** Returns the column of the first table that holds the key. */
  String keyColumn() {
    return join.column();
  }

  /**
   * Returns a cell of a column that the table has.
   *
   * @throws RowError if no row has the key
   */
  String cell(String column, String key) {
    TableRows.Row row = byKey.get(key);
    if (row == null) {
      throw new RowError(
          join.column(),
          key,
          key.isEmpty()
              ? "%s is empty: nothing to look up in %s"
                  .formatted(join.column(), join.file().getFileName())
              : "%s '%s' is not in column %s of %s"
                  .formatted(join.column(), key, join.key(), join.file().getFileName()));
    }
    int at = Objects.requireNonNull(columns.get(column));
    if (row.faults().containsKey(at)) {
      throw new RowError(
          column, "", "%s: %s".formatted(join.file().getFileName(), row.faults().get(at)));
    }
    return row.cells().get(at);
  }
}

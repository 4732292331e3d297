package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;

/** Another table, held in memory and looked up by its key. */
final class JoinedTable {
  private final LoadSettings.Join join;
  private final ImmutableMap<String, Integer> columns;
  private final Map<String, ImmutableList<String>> byKey = new HashMap<>();

  /**
   * Reads a table.
   *
   * @param to the table to which it is joined
   */
  JoinedTable(LoadSettings.Join join, LoadSettings claims, CsvTable to) {
    this.join = join;
    requireColumn(join.column(), "the column to join by", to.header());
    try (CsvTable table = claims.open(join.file())) {
      columns = table.columns();
      requireColumn(join.key(), "the key of " + join.file(), table.header());
      int key = Objects.requireNonNull(columns.get(join.key()));
      for (Optional<CsvTable.Row> row = table.next(); row.isPresent(); row = table.next()) {
        add(row.get(), key, table);
      }
    }
  }

  private void add(CsvTable.Row row, int key, CsvTable table) {
    Optional<String> misfit = table.misfit(row);
    if (misfit.isPresent()) {
      throw refused(table.file(), row.line(), "", misfit.get());
    }
    String value = row.fields().get(key);
    if (byKey.put(value, row.fields()) != null) {
      throw refused(
          table.file(), row.line(), value, "duplicate key '" + value + "' in column " + join.key());
    }
  }

  private static InvalidDossierException refused(String file, int line, String value, String why) {
    return FileErrors.refused(
        FileErrors.problem(Problem.Code.BAD_VALUE, value, why, new Place(file, line, 1)));
  }

  /** Throws if a column is unknown, with the nearest one. */
  static void requireColumn(String column, String what, Iterable<String> known) {
    for (String one : known) {
      if (one.equals(column)) {
        return;
      }
    }
    String near = Nearest.hint(column, known, 3);
    throw new IllegalArgumentException(
        what
            + ": there is no column '"
            + column
            + "'"
            + (near.isEmpty() ? "; there are " + String.join(", ", known) : near));
  }

  /** Returns the names of the columns. */
  ImmutableSet<String> columns() {
    return columns.keySet();
  }

  /** Returns the column of the first table that holds the key. */
  String keyColumn() {
    return join.column();
  }

  /**
   * Returns a field; empty if this table has no such column.
   *
   * @throws RowError if no row has the key
   */
  Optional<String> field(String column, String key) {
    Integer at = columns.get(column);
    if (at == null) {
      return Optional.empty();
    }
    ImmutableList<String> fields = byKey.get(key);
    if (fields == null) {
      throw new RowError(
          join.column(),
          key,
          "%s '%s' is not in column %s of %s"
              .formatted(join.column(), key, join.key(), join.file().getFileName()));
    }
    return Optional.of(fields.get(at));
  }
}

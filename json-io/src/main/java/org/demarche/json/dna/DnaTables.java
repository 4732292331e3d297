package org.demarche.json.dna;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.demarche.json.dna.SqlTables.Row;
import org.demarche.json.files.FileErrors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/**
 * The rows of a DNA database, and the references between them. Bad numbers are collected; a
 * reference to a row that does not exist, as other programs leave them behind, is noted.
 */
final class DnaTables {
  private final SqlTables sql;
  private final String file;
  private final Set<Problem> problems = new LinkedHashSet<>();
  private final Set<String> dangling = new LinkedHashSet<>();

  DnaTables(SqlTables sql, String file) {
    this.sql = sql;
    this.file = file;
  }

  /** Reads a table, by the numbers of its rows. */
  SortedMap<Long, Row> byId(String table) throws SQLException {
    return byId(table, "1 = 1", DnaSchema.columns(table));
  }

  /** Reads some columns of some rows of a table, by the numbers of the rows. */
  SortedMap<Long, Row> byId(String table, String condition, ImmutableList<String> columns)
      throws SQLException {
    SortedMap<Long, Row> byId = new TreeMap<>();
    for (Row row : sql.read(table, condition, columns)) {
      if (byId.put(number(row, "ID"), row) != null) {
        problem(
            Problem.Code.DUPLICATE_ID,
            row.cell("ID"),
            "two rows of %s have the number %s".formatted(table, row.cell("ID")));
      }
    }
    return ImmutableSortedMap.copyOfSorted(byId);
  }

  /** Returns a cell as a number; 0 if it is none, which is a problem. */
  long number(Row row, String column) {
    try {
      return Long.parseLong(row.cell(column));
    } catch (NumberFormatException notANumber) {
      problem(
          Problem.Code.BAD_VALUE,
          row.cell(column),
          "%s: %s '%s' is not a whole number".formatted(named(row), column, row.cell(column)));
      return 0;
    }
  }

  /** Returns that to which a cell refers; empty if it is empty, or if there is no such row. */
  <T> Optional<T> target(Row row, String column, Map<Long, T> targets) {
    if (row.cell(column).isEmpty()) {
      return Optional.empty();
    }
    Optional<T> target = Optional.ofNullable(targets.get(number(row, column)));
    if (target.isEmpty()) {
      dangling.add("%s: %s %s".formatted(named(row), column, row.cell(column)));
    }
    return target;
  }

  private static String named(Row row) {
    return row.table() + " " + row.cell("ID");
  }

  /**
   * Returns a name for each row that no other row has: the name in a column, with the number of the
   * row if it is repeated.
   */
  static ImmutableSortedMap<Long, String> names(SortedMap<Long, Row> rows, String column) {
    List<String> all = rows.values().stream().map(row -> row.cell(column)).toList();
    Set<String> seen = new HashSet<>();
    Set<String> repeated = new HashSet<>();
    all.stream().filter(name -> !seen.add(name)).forEach(repeated::add);
    ImmutableSortedMap.Builder<Long, String> names = ImmutableSortedMap.naturalOrder();
    rows.forEach(
        (id, row) -> {
          String name = row.cell(column);
          boolean isUnique = !name.isBlank() && !repeated.contains(name);
          names.put(id, isUnique ? name : "%s (%s)".formatted(name, id).strip());
        });
    return names.buildOrThrow();
  }

  /** Counts characters that are about to be held, and refuses what is beyond the limit. */
  void reserve(long characters) {
    sql.reserve(0, characters);
  }

  /** Adds a problem. */
  void problem(Problem.Code code, String value, String message) {
    problems.add(FileErrors.problem(code, value, message, new Place(file, 1, 1)));
  }

  /** Returns the references to rows that do not exist. */
  ImmutableList<String> dangling() {
    return ImmutableList.copyOf(dangling);
  }

  /** Throws all problems, if there are any. */
  void requireNoProblems() {
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
  }
}

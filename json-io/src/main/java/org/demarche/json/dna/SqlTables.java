package org.demarche.json.dna;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/** The tables of an SQLite database, which are read and never changed. */
final class SqlTables {
  private final Connection connection;
  private final String file;
  private final SortedMap<String, SortedSet<String>> columns;
  private final HeapBudget budget;
  private long rows;
  private long bytes;

  private SqlTables(
      Connection connection,
      String file,
      SortedMap<String, SortedSet<String>> columns,
      HeapBudget budget) {
    this.budget = budget;
    this.connection = connection;
    this.file = file;
    this.columns = columns;
  }

  /**
   * A row.
   *
   * @param table the table
   * @param columns the columns that were read
   * @param cells a cell for each of them; empty if it is null
   */
  record Row(String table, ImmutableList<String> columns, ImmutableList<String> cells) {
    /** Returns the cell of a column that was read. */
    String cell(String column) {
      return cells.get(columns.indexOf(column));
    }
  }

  /** Reads which tables and columns there are. */
  static SqlTables of(Connection connection, String file, HeapBudget budget) throws SQLException {
    SortedMap<String, SortedSet<String>> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String table : tables(connection)) {
      columns.put(table, columns(connection, table));
    }
    return new SqlTables(connection, file, ImmutableSortedMap.copyOfSorted(columns), budget);
  }

  private static ImmutableList<String> tables(Connection connection) throws SQLException {
    ImmutableList.Builder<String> tables = ImmutableList.builder();
    try (ResultSet found =
        connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
      while (found.next()) {
        tables.add(found.getString("TABLE_NAME"));
      }
    }
    return tables.build();
  }

  private static SortedSet<String> columns(Connection connection, String table)
      throws SQLException {
    ImmutableSortedSet.Builder<String> columns =
        new ImmutableSortedSet.Builder<>(String.CASE_INSENSITIVE_ORDER);
    try (Statement statement = connection.createStatement();
        ResultSet none =
            statement.executeQuery("SELECT * FROM " + quoted(table) + " WHERE 1 = 0")) {
      for (int i = 1; i <= none.getMetaData().getColumnCount(); i++) {
        columns.add(none.getMetaData().getColumnName(i));
      }
    }
    return columns.build();
  }

  /** Returns the names of the tables. */
  Collection<String> tables() {
    return columns.keySet();
  }

  /** Returns the names of the columns of a table; none if there is no such table. */
  Collection<String> columns(String table) {
    return columns.getOrDefault(table, ImmutableSortedSet.of());
  }

  /** Returns whether a table has a column. */
  boolean has(String table, String column) {
    return columns(table).contains(column);
  }

  /** Counts the rows of a table that have a value in one of some columns. */
  long filled(String table, Collection<String> names) throws SQLException {
    String isFilled =
        names.stream()
            .map(name -> "COALESCE(" + quoted(name) + ", '') <> ''")
            .collect(Collectors.joining(" OR "));
    try (Statement statement = connection.createStatement();
        ResultSet count =
            statement.executeQuery(
                "SELECT COUNT(*) FROM " + quoted(table) + " WHERE " + isFilled)) {
      return count.next() ? count.getLong(1) : 0;
    }
  }

  /**
   * Reads a table, in the order of its first column.
   *
   * @param condition the rows to read, as an SQL condition
   */
  ImmutableList<Row> read(String table, String condition, ImmutableList<String> names)
      throws SQLException {
    String from = " FROM " + quoted(table) + " WHERE " + condition;
    reserve(from, names);
    ImmutableList.Builder<Row> read = ImmutableList.builder();
    String all = names.stream().map(SqlTables::quoted).collect(Collectors.joining(", "));
    try (Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT " + all + from + " ORDER BY 1")) {
      while (found.next()) {
        ImmutableList.Builder<String> cells = ImmutableList.builderWithExpectedSize(names.size());
        for (int i = 1; i <= names.size(); i++) {
          String cell = Strings.nullToEmpty(found.getString(i));
          budget.countBytes(cell.length());
          cells.add(cell);
        }
        budget.countRow();
        read.add(new Row(table, names, cells.build()));
      }
    }
    return read.build();
  }

  /** Lets the database measure what is to be read, so that nothing too large is loaded. */
  private void reserve(String from, ImmutableList<String> names) throws SQLException {
    String size =
        names.stream()
            .map(name -> "COALESCE(LENGTH(CAST(" + quoted(name) + " AS BLOB)), 0)")
            .collect(Collectors.joining(" + "));
    try (Statement statement = connection.createStatement();
        ResultSet sum =
            statement.executeQuery("SELECT COUNT(*), COALESCE(SUM(" + size + "), 0)" + from)) {
      if (sum.next()) {
        reserve(sum.getLong(1), sum.getLong(2));
      }
    }
  }

  /** Counts rows and bytes that are about to be held, and refuses what is beyond the limits. */
  void reserve(long moreRows, long moreBytes) {
    rows += moreRows;
    bytes += moreBytes;
    if (rows > Limits.DATABASE_ROWS || bytes > Limits.DATABASE_BYTES) {
      throw FileErrors.refused(
          FileErrors.problem(
              Problem.Code.TOO_LARGE,
              Long.toString(rows > Limits.DATABASE_ROWS ? rows : bytes),
              "more than the limit of %s rows and %s bytes of text; split the project in DNA, and read the parts one by one"
                  .formatted(Limits.DATABASE_ROWS, Limits.DATABASE_BYTES),
              new Place(file, 1, 1)));
    }
  }

  /** Returns a name in quotation marks. */
  private static String quoted(String name) {
    return '"' + Objects.requireNonNull(name).replace("\"", "\"\"") + '"';
  }
}

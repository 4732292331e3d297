package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.sql.Connection;
import org.demarche.json.imports.DnaDatabase;
import org.demarche.json.imports.DnaEventList;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.InvalidDossierException;

/**
 * Passages of texts that were coded in another program, as a table: one row per coding, with the
 * document, the words, their place, the coder, and a column for each field of that program. {@link
 * ClaimTable#of(Codings)} makes claims of them. {@link #account()} states what was carried over and
 * what was not, and why.
 *
 * @since 0.1
 */
public final class Codings {
  private final CodedTable table;

  Codings(CodedTable table) {
    this.table = table;
  }

  /**
   * Reads a database of Discourse Network Analyzer 3.0 ({@code .dna}), one row per statement. The
   * columns are those of its document, of the variables of its type, and of the attributes of its
   * entities ({@code organization.Type}). Boolean variables are 1 and 0. The library does not
   * choose a driver: add one for SQLite, such as {@code org.xerial:sqlite-jdbc}.
   *
   * <p>The database is only read, and the connection stays open. No other program should write to
   * it meanwhile. Passwords of coders are not read.
   *
   * <pre>{@code
   * try (Connection connection = DriverManager.getConnection("jdbc:sqlite:climate.dna")) {
   *   Codings codings = Codings.dna(connection, "climate.dna");
   *   codings.account().forEach(System.out::println);
   * }
   * }</pre>
   *
   * @param connection an open connection to the database
   * @param name the name of the database in problems, usually that of its file
   * @return its statements by document and place, and an account of everything else in it
   * @throws InvalidDossierException if the database is locked, encrypted, empty, too large, of
   *     another version or of another program, or has values that are not valid
   */
  public static Codings dna(Connection connection, String name) {
    return new Codings(
        DnaDatabase.read(requireNonNull(connection, "connection"), requireNonNull(name, "name")));
  }

  /**
   * Reads an event list that Discourse Network Analyzer exported as CSV, one row per statement. Its
   * texts are in the column {@code words}, not {@code quote}: DNA replaces semicolons and quotation
   * marks when it exports, so that they are not to the letter.
   *
   * <pre>{@code
   * Codings codings = Codings.dnaEvents(Path.of("events.csv"));
   * codings.columns()   // [coding, document, …, words, …, person, organization, concept, agreement]
   * }</pre>
   *
   * @param csv the event list, in UTF-8, with semicolons between columns
   * @return its statements in the order of the file, and an account
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws InvalidDossierException if it is not an event list, or has rows that are not valid
   */
  public static Codings dnaEvents(Path csv) {
    return new Codings(DnaEventList.read(requireNonNull(csv, "csv")));
  }

  /** Returns the table. */
  CodedTable table() {
    return table;
  }

  /**
   * Returns the names of the columns.
   *
   * @return the names, in order
   */
  public ImmutableList<String> columns() {
    return table.columns();
  }

  /**
   * Returns the rows.
   *
   * @return the cells of each row by their columns, without those that are empty
   */
  public ImmutableList<ImmutableMap<String, String>> rows() {
    return table.rows().stream().map(this::byColumn).collect(ImmutableList.toImmutableList());
  }

  private ImmutableMap<String, String> byColumn(ImmutableList<String> cells) {
    ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).isEmpty()) {
        row.put(table.columns().get(i), cells.get(i));
      }
    }
    return row.buildOrThrow();
  }

  /**
   * Returns what was read, and what became of it.
   *
   * @return a line for each kind of thing that the file holds: first what is in the table, then
   *     what is not, with the reason
   */
  public ImmutableList<String> account() {
    return table.account().stream()
        .sorted((one, other) -> Boolean.compare(other.isCarried(), one.isCarried()))
        .map(
            entry ->
                "%s: %d %s (%s)"
                    .formatted(
                        entry.isCarried() ? "carried" : "not carried",
                        entry.number(),
                        entry.what(),
                        entry.how()))
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the number of rows and columns, and the account} */
  @Override
  public String toString() {
    return "%s: %d codings in %d columns\n%s"
        .formatted(
            table.file(),
            table.rows().size(),
            table.columns().size(),
            String.join("\n", account()));
  }
}

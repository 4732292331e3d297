package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.tables.CodedTable;

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
   * Writes the codings to a table, to be completed by hand and read as any table of claims. The
   * texts of the documents are left out.
   *
   * @param file its name ends in {@code .csv} or {@code .xlsx}
   * @throws IllegalArgumentException if the name has another ending
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    int text = table.columns().indexOf(CodedTable.DOCUMENT_TEXT);
    List<List<String>> cells =
        Stream.concat(Stream.of(table.columns()), table.rows().stream())
            .map(row -> without(text, row))
            .toList();
    WrittenTable.write(cells, "Codings", file);
  }

  private static List<String> without(int column, List<String> row) {
    return IntStream.range(0, row.size()).filter(i -> i != column).mapToObj(row::get).toList();
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

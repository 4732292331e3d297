package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import org.demarche.json.imports.RefiQdaReader;
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

  /**
   * Reads the codings of a project in the format REFI-QDA 1.5. ATLAS.ti, MAXQDA, NVivo, QDA Miner,
   * QualCoder and other programs export their projects as such a {@code .qdpx} file.
   *
   * <pre>{@code
   * Codings codings = Codings.refiQda(Path.of("interviews.qdpx"));
   * System.out.println(codings);   // the number of codings, and the account
   * }</pre>
   *
   * <p>There is one row for each coding of a text, of the text of a PDF file, or of a transcript,
   * and one for each selection without a coding. Besides the standard columns there are {@code
   * code}, {@code code_path} with the codes above it ({@code "Parent / Child"}), {@code
   * code_description}, {@code case}, and a column for each variable that has a value, such as
   * {@code "variable: Age"}. A row is left without {@code quote}, {@code start} and {@code end} if
   * its place is outside of the text or in doubt.
   *
   * <p>The format counts positions in Unicode code points, but some programs count a byte order
   * mark, line ends or characters beyond U+FFFF in another way. Many programs name a selection by
   * its first words. If these words are elsewhere, the positions are read in the way in which the
   * names of all selections of the document fit, and the account states this.
   *
   * @param file the file, of which the project and the texts have at most 256 MiB when unpacked
   * @return the codings
   * @throws java.io.UncheckedIOException if the file does not exist or cannot be read
   * @throws org.demarche.model.InvalidDossierException if the file is not a project in this format,
   *     is damaged or too large, has a text that is not in UTF-8, or names a file outside of itself
   */
  public static Codings refiQda(Path file) {
    return new Codings(RefiQdaReader.read(requireNonNull(file, "file")));
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

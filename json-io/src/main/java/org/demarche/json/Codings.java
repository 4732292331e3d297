package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.json.annotations.AnnotationReader;
import org.demarche.json.dna.DnaDatabase;
import org.demarche.json.dna.DnaEventList;
import org.demarche.json.refiqda.RefiQdaReader;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.PassageLocator;
import org.demarche.json.tables.TrimmedQuotes;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.suggestion.ShownValue;

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
   * Reads annotations: JSON of the Web Annotation Data Model (W3C 2017) or of the service
   * Hypothesis, packed with gzip or not. A W3C file may hold one annotation, a list, a page or a
   * collection with its first page in it. A Hypothesis file may be the answer of its search, an
   * export of its client, or a list. Either may also have one value per line.
   *
   * <p>The table has a row for each target. {@code quote} is the exact text of a TextQuoteSelector,
   * {@code coder} the name of the creator or user, and {@code document} an id made from the address
   * of the target, which is in {@code document_url}. {@code remark} holds the comments. The other
   * columns, each present if a row has a value for it, are {@code tags} separated by semicolons,
   * {@code prefix}, {@code suffix}, {@code created} (a day), {@code motivation}, and one for each
   * further purpose of a body, such as {@code describing}. If a coding has another id than its
   * annotation, {@code annotation} has the id of the annotation.
   *
   * <p>{@code start} and {@code end} are positions of W3C annotations, which are defined as code
   * points of the text that was annotated. Positions of Hypothesis count UTF-16 code units of the
   * web page and are in {@code utf16_start} and {@code utf16_end}. {@link #locate} finds the places
   * in the texts of a dossier. Selectors that need the page itself, such as XPath, are counted in
   * the {@link #account()}, as are replies and members without a column.
   *
   * <pre>{@code
   * Codings codings = Codings.annotations(Path.of("hypothesis.json")).locate(dossier);
   * codings.account().forEach(System.out::println);
   * }</pre>
   *
   * @param file the file, in UTF-8, of at most 128 MiB
   * @return the codings, in the order of the file
   * @throws java.io.UncheckedIOException if the file does not exist or cannot be read
   * @throws InvalidDossierException with every problem, if the file is not JSON, holds anything
   *     other than annotations, or has a value of the wrong type
   */
  public static Codings annotations(Path file) {
    return new Codings(AnnotationReader.read(requireNonNull(file, "file")));
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

  /**
   * Finds the quotations in the texts of the sources of a dossier. The source of a coding is the
   * one with its {@code document_url}, or else with its {@code document} as id. Where the words
   * occur once, {@code start} and {@code end} become their place in code points. Where they occur
   * several times, the columns {@code prefix} and {@code suffix} decide, and after them the place
   * that the row had. The words must occur to the letter.
   *
   * <pre>{@code
   * Codings.annotations(Path.of("annotations.jsonld")).locate(Dossiers.read(Path.of("thaad.json")))
   * }</pre>
   *
   * @param dossier holds the sources and their texts
   * @return codings with the places, and with the id of the source as {@code document}; a coding
   *     whose words are not found, or in several places, has no place. The account states how many
   *     were not found and why, and names the first of them
   */
  public Codings locate(Dossier dossier) {
    return new Codings(PassageLocator.locate(table, requireNonNull(dossier, "dossier")));
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
   * texts of the documents are left out, and white space around the words, with which their place
   * moves.
   *
   * @param file its name ends in {@code .csv} or {@code .xlsx}
   * @throws IllegalArgumentException if the name has another ending, or if a cell is longer than a
   *     workbook can hold
   * @throws java.io.UncheckedIOException if the file cannot be written
   */
  public void write(Path file) {
    int text = table.columns().indexOf(CodedTable.DOCUMENT_TEXT);
    TrimmedQuotes quotes = new TrimmedQuotes(table.columns());
    List<List<String>> cells =
        Stream.concat(Stream.of(table.columns()), table.rows().stream().map(quotes::row))
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
   *     what is not, with the reason; characters that are not seen are shown as their code
   */
  public ImmutableList<String> account() {
    return table.account().stream()
        .sorted((one, other) -> Boolean.compare(other.isCarried(), one.isCarried()))
        .map(
            entry ->
                ShownValue.whole(
                    "%s: %s %s (%s)"
                        .formatted(
                            entry.isCarried() ? "carried" : "not carried",
                            entry.number(),
                            entry.what(),
                            entry.how())))
        .collect(ImmutableList.toImmutableList());
  }

  /** {@return the number of rows and columns, and the account} */
  @Override
  public String toString() {
    return "%s: %s codings in %s columns\n%s"
        .formatted(
            ShownValue.whole(table.file()),
            table.rows().size(),
            table.columns().size(),
            String.join("\n", account()));
  }
}

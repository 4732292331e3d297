package org.demarche.json;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.demarche.answer.Answer;
import org.demarche.brief.PartyProfiles;
import org.demarche.json.answers.AnswerReader;
import org.demarche.json.answers.AnswerRegistry;
import org.demarche.json.answers.CsvText;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.TextOutput;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.text.Printable;

/**
 * The writer of answers: as JSON for programs, as CSV for spreadsheets, and as Markdown or text for
 * people.
 *
 * <p>A JSON document holds one answer, as the only member next to the version of the format: {@code
 * {"demarche": 1, "comparison": {…}}}. Positions in it are complete, with the claims that support
 * them and their evidence. The schema is {@code answer.schema.json} in this module. The same answer
 * gives the same bytes.
 *
 * <pre>{@code
 * Answers.write(now.compare("rok", "prc"), Path.of("comparison.json"));
 * Answers.write(now.compare("rok", "prc"), Path.of("comparison.md"));
 * String csv = Answers.csv(now.positionsOf("rok"));
 * }</pre>
 *
 * @since 0.1
 */
public final class Answers {
  private Answers() {}

  /**
   * Returns an answer as a JSON document.
   *
   * @param answer any answer
   * @return the document, with a line feed at its end
   */
  public static String format(Answer answer) {
    return writer().format(answer);
  }

  /**
   * Writes an answer, or anything else that prints, to a file atomically, in the form that the
   * ending of its name states. Markdown, text and HTML show every row and every quotation in full.
   *
   * <pre>{@code
   * Answers.write(QuotationCheck.of(dossier, texts), Path.of("quotations.xlsx"));
   * Answers.write(Codebook.of(dossier), Path.of("codebook.html"));
   * }</pre>
   *
   * @param printable any answer; or another value that prints, which is written as its page, or as
   *     the tables of its page
   * @param file its name ends in {@code .json} (answers only), {@code .csv}, {@code .md}, {@code
   *     .txt} or {@code .html}, with {@code .gz} to be packed with gzip, or in {@code .xlsx}
   * @throws IllegalArgumentException if the name has another ending, or states a form that the
   *     value does not have: CSV holds one table
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void write(Printable printable, Path file) {
    writer().write(printable, file);
  }

  /**
   * Writes profiles as pages of HTML into a folder: one for each party, and {@code index.html},
   * which lists them. Other files of the folder are left alone.
   *
   * @param profiles the profiles
   * @param folder the folder, which is created if it does not exist
   * @throws UncheckedIOException if the folder or a page cannot be written; pages that were written
   *     before stay
   */
  public static void writePages(PartyProfiles profiles, Path folder) {
    requireNonNull(profiles, "profiles");
    requireNonNull(folder, "folder");
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw FileErrors.unwritable(folder, failed);
    }
    profiles.profiles().forEach((name, profile) -> write(profile, folder.resolve(name + ".html")));
    write(profiles, folder.resolve("index.html"));
  }

  /**
   * Writes an answer to a stream as a JSON document in UTF-8, as {@link #format} returns it. The
   * stream is flushed and left open.
   *
   * @param answer any answer
   * @param out the stream
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(Answer answer, OutputStream out) {
    writer().write(answer, out);
  }

  /**
   * Appends an answer to a writer or a builder of text as a JSON document, as {@link #format}
   * returns it. A writer is flushed and left open.
   *
   * @param answer any answer
   * @param out the writer or builder
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Answer answer, Appendable out) {
    writer().write(answer, out);
  }

  /**
   * Writes an answer to a print stream such as {@code System.out}, as {@link #write(Answer,
   * OutputStream)} does.
   *
   * @param answer any answer
   * @param out the stream
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(Answer answer, PrintStream out) {
    write(answer, (OutputStream) out);
  }

  /**
   * Returns the rows of an answer as a table in CSV (RFC 4180) for spreadsheets, with a header. A
   * field that a spreadsheet would take for a formula (it begins with {@code = + - @}, also in full
   * width, or with a tab or line feed, and is not a number) gets an apostrophe in front. Characters
   * that are not seen are shown as their code, such as {@code [U+202E]}.
   *
   * <p>The names of the columns are in snake case, and an answer of one kind always has the same
   * ones. A field holds one value: a date, a number, an id, {@code true} or {@code false}, or
   * several of these separated by {@code "; "}. It is empty where there is no value.
   *
   * @param answer any answer
   * @return the table
   */
  public static String csv(Answer answer) {
    StringBuilder text = new StringBuilder();
    writeCsv(answer, text);
    return text.toString();
  }

  /**
   * Appends the rows of an answer to a writer or a builder of text as a table in CSV for
   * spreadsheets, as {@link #csv} returns it. A writer is flushed and left open.
   *
   * @param answer any answer
   * @param out the writer or builder
   * @throws UncheckedIOException if it cannot be written
   */
  public static void writeCsv(Answer answer, Appendable out) {
    requireNonNull(answer, "answer");
    requireNonNull(out, "out");
    TextOutput.write(
        out,
        text -> CsvText.withoutFormulas(AnswerRegistry.plain().of(answer).table(answer), text));
  }

  /**
   * Returns the rows of an answer as a table in CSV for programs, with every field unchanged.
   *
   * @param answer any answer
   * @return the table
   */
  public static String rawCsv(Answer answer) {
    StringBuilder text = new StringBuilder();
    writeRawCsv(answer, text);
    return text.toString();
  }

  /**
   * Appends the rows of an answer to a writer or a builder of text as a table in CSV for programs,
   * as {@link #rawCsv} returns it. A writer is flushed and left open.
   *
   * @param answer any answer
   * @param out the writer or builder
   * @throws UncheckedIOException if it cannot be written
   */
  public static void writeRawCsv(Answer answer, Appendable out) {
    requireNonNull(answer, "answer");
    requireNonNull(out, "out");
    TextOutput.write(
        out, text -> CsvText.raw(AnswerRegistry.plain().of(answer).table(answer), text));
  }

  /**
   * Returns a writer of the plain form, from which others are made: with the records that an answer
   * cites, or compact.
   *
   * @return the writer
   */
  public static AnswerWriter writer() {
    return AnswerWriter.plain();
  }

  // Reading

  /**
   * Reads the answer of a JSON document in UTF-8, in any form that this library writes. It equals
   * the answer that was written.
   *
   * <p>A plain document has no names of actors and texts of propositions. The answer then prints
   * ids in their place, and its filters know no id; {@link #parse(String, Dossier)} takes the names
   * from a dossier.
   *
   * @param file the document; it may be packed with gzip
   * @return the answer
   * @throws UncheckedIOException if the file does not exist or cannot be read
   * @throws InvalidDossierException with every problem, if the file holds no valid answer
   */
  public static Answer read(Path file) {
    requireNonNull(file, "file");
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    } catch (IOException failed) {
      throw FileErrors.unreadable(file.toString(), failed);
    }
  }

  /**
   * Reads the answer of a JSON document in UTF-8 from a stream, to its end, as {@link #read(Path)}
   * does. The stream is left open.
   *
   * @param in the bytes of the document; they may be packed with gzip
   * @param name the name of the stream in problems
   * @return the answer
   * @throws UncheckedIOException if the stream cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid answer
   */
  public static Answer read(InputStream in, String name) {
    requireNonNull(in, "in");
    requireNonNull(name, "name");
    return AnswerReader.read(in, name);
  }

  /**
   * Reads the answer of a JSON document, as {@link #read(Path)} does.
   *
   * @param json the whole document
   * @return the answer
   * @throws InvalidDossierException with every problem, if the text holds no valid answer; the
   *     places of the problems name the file “text”
   */
  public static Answer parse(String json) {
    requireNonNull(json, "json");
    return AnswerReader.read(json, "text", Optional.empty());
  }

  /**
   * Reads the answer of a JSON document, which then prints with the names and texts of a dossier
   * and can be filtered by its ids, as the answer that was written could.
   *
   * @param json the whole document
   * @param dossier has the names of actors and the texts of propositions
   * @return the answer
   * @throws InvalidDossierException with every problem, if the text holds no valid answer; the
   *     places of the problems name the file “text”
   */
  public static Answer parse(String json, Dossier dossier) {
    requireNonNull(json, "json");
    requireNonNull(dossier, "dossier");
    return AnswerReader.read(json, "text", Optional.of(dossier));
  }

  /**
   * Returns the JSON Schema (draft 2020-12) of an answer, {@code answer.schema.json}.
   *
   * @return the schema, as JSON
   */
  public static String schema() {
    return ShippedSchema.ANSWER.text();
  }
}

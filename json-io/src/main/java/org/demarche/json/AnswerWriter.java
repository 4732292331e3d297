package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.answer.Answer;
import org.demarche.answer.Wording;
import org.demarche.brief.Brief;
import org.demarche.brief.PartyProfile;
import org.demarche.json.answers.AnswerDocument;
import org.demarche.json.answers.AnswerDocument.Layout;
import org.demarche.json.answers.AnswerRegistry;
import org.demarche.json.answers.AnswerSheets;
import org.demarche.json.answers.AnswerWords;
import org.demarche.json.answers.CsvText;
import org.demarche.json.answers.PageTables;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileEndings;
import org.demarche.json.files.TextOutput;
import org.demarche.json.records.CitationWriter;
import org.demarche.json.sheets.Sheet;
import org.demarche.json.sheets.WorkbookWriter;
import org.demarche.model.Dossier;
import org.demarche.picture.Pictures;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Picture;
import org.demarche.text.Printable;
import org.demarche.text.Style;
import org.demarche.text.TextPage;

/**
 * A writer of answers as JSON documents in other forms than the plain one of {@link Answers}: with
 * the records that they cite, or compact. A writer is immutable: each step returns another writer.
 * {@link Answers#read(Path)} reads every form.
 *
 * <pre>{@code
 * Answers.writer().records(tracker.dossier()).compact().write(now.compare("rok", "prc"), out)
 * }</pre>
 *
 * @since 0.1
 */
public final class AnswerWriter {
  private final Layout layout;
  private final Optional<Dossier> records;
  private final Optional<Wording> words;
  private final boolean hasMark;

  private AnswerWriter(
      Layout layout, Optional<Dossier> records, Optional<Wording> words, boolean hasMark) {
    this.layout = layout;
    this.records = records;
    this.words = words;
    this.hasMark = hasMark;
  }

  /** Returns a writer of the plain form. */
  static AnswerWriter plain() {
    return new AnswerWriter(Layout.WHOLE, Optional.empty(), Optional.empty(), false);
  }

  /**
   * Writes the records that an answer cites once, in a member {@code records} beside it: the
   * smallest dossier that is valid by itself and has every claim, party, proposition and occasion
   * of the answer, with all sources and actors that these need. Inside the answer, a claim is then
   * its id, a piece of evidence its index in the claim, from 0, and a proposition its id. Such a
   * document can be read and printed without any other source of names.
   *
   * @param dossier the dossier of the Tracker that answered
   * @return a writer of that form
   */
  public AnswerWriter records(Dossier dossier) {
    requireNonNull(dossier, "dossier");
    return new AnswerWriter(layout, Optional.of(dossier), words, hasMark);
  }

  /**
   * Writes on one line, without white space, and leaves out each member that has its default value
   * or follows from the others. The defaults of single members are in the schema. Beyond these, the
   * party, proposition and viewpoint of a position are those of the answer around it; beside the
   * records of an answer a citation may be only the id of its claim, and the grade, the authority,
   * the administration and the day of the last evidence are left out where the records give them.
   *
   * @return a writer of that form
   */
  public AnswerWriter compact() {
    return new AnswerWriter(Layout.COMPACT, records, words, hasMark);
  }

  /**
   * Writes words beside the constants. A document has them in a member {@code words}: the answer in
   * sentences, and the word of each constant by its key, such as {@code "Stance.FOR"}. A table has
   * a column {@code stance_words} after each column such as {@code stance}. Markdown and text are
   * written in these words. Reading a document back skips the words.
   *
   * @param wording the language; with {@link Wording#codes()}, Markdown and text are in codes, and
   *     data have no words beside them
   * @return a writer of that form
   */
  public AnswerWriter words(Wording wording) {
    return new AnswerWriter(
        layout, records, Optional.of(requireNonNull(wording, "wording")), hasMark);
  }

  /**
   * Begins CSV with a byte-order mark, without which Excel takes UTF-8 for another encoding. Other
   * forms are written as before.
   *
   * @return a writer of that form
   */
  public AnswerWriter byteOrderMark() {
    return new AnswerWriter(layout, records, words, true);
  }

  /**
   * Returns an answer as a CSV document, as {@link Answers#csv} does, with the words if any are
   * given.
   *
   * @param answer any answer
   * @return the table, under a header
   * @throws IllegalArgumentException if this writer writes records or the compact form
   */
  public String csv(Answer answer) {
    requireNonNull(answer, "answer");
    requirePlain("csv");
    StringBuilder text = new StringBuilder();
    TextOutput.write(text, out -> csv(answer, out));
    return text.toString();
  }

  /** Refuses records and the compact form, which JSON alone has. */
  private void requirePlain(String form) {
    if (layout == Layout.COMPACT || records.isPresent()) {
      throw ShownValue.refused(
          form
              + ": an answer with records, or a compact one, is written as JSON; the name must end in .json or .json.gz");
    }
  }

  /** Returns the language of the words beside data; codes are there already. */
  private Optional<Wording> besideData() {
    return words.filter(wording -> !wording.equals(Wording.codes()));
  }

  private void csv(Answer answer, Writer out) throws IOException {
    List<List<String>> table = AnswerRegistry.plain().of(answer).table(answer);
    csv(besideData().map(wording -> AnswerWords.beside(table, wording)).orElse(table), out);
  }

  private void csv(List<List<String>> table, Writer out) throws IOException {
    if (hasMark) {
      out.write(ByteOrderMark.MARK);
    }
    CsvText.withoutFormulas(table, out);
  }

  /**
   * Returns an answer as a JSON document.
   *
   * @param answer any answer
   * @return the document; a compact one has no line feed at its end
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   */
  public String format(Answer answer) {
    StringBuilder text = new StringBuilder();
    write(answer, text);
    return text.toString();
  }

  /**
   * Writes an answer, or anything else that prints, to a file atomically, in the form that the
   * ending of its name states.
   *
   * <p>What is no answer, such as a {@link org.demarche.coding.QuotationCheck}, has no form in
   * JSON. Its page gives Markdown, text and HTML, a workbook with a sheet for each of its tables,
   * and CSV if it has one table.
   *
   * @param printable any answer, or another value that prints
   * @param file its name ends in {@code .json}, {@code .csv}, {@code .md}, {@code .txt} or {@code
   *     .html}, or in one of these and {@code .gz} to be packed, or in {@code .xlsx}, or in {@code
   *     .svg} if {@link Pictures#of} has a picture of it, or in {@code .csl.json} for the sources
   *     of a {@link Brief} or {@link PartyProfile}; a writer of records or of the compact form
   *     writes JSON only
   * @throws IllegalArgumentException if the name has another ending, or states a form that the
   *     value does not have; if records are written, and the dossier does not have a record that
   *     the answer cites or names; or if the answer has more rows than a workbook can hold
   * @throws IllegalStateException if a workbook is to be written without the optional library
   *     {@code org.dhatim:fastexcel}
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public void write(Printable printable, Path file) {
    requireNonNull(printable, "printable");
    requireNonNull(file, "file");
    if (FileEndings.isWorkbook(file.toString())) {
      requirePlain(file.toString());
      List<Sheet> sheets =
          printable instanceof Answer answer
              ? AnswerSheets.of(answer, besideData())
              : PageTables.sheets(printable.page());
      List<Sheet> shown = sheets.stream().map(Sheet::shown).toList();
      AtomicFile.writeBytes(file, out -> WorkbookWriter.write(shown, out));
    } else {
      AtomicFile.write(file, body(printable, file));
    }
  }

  private TextOutput.Body body(Printable printable, Path file) {
    String name = FileEndings.unpacked(file.toString());
    Optional<Style> printed =
        style(name, printable instanceof Answer ? language() : Locale.ENGLISH);
    if (name.endsWith(".svg")) {
      requirePlain(file.toString());
      String drawn = picture(printable, file).svg();
      return text -> text.write(drawn);
    }
    if (name.endsWith(".csl.json")) {
      requirePlain(file.toString());
      return citations(printable, file);
    }
    boolean isJson = name.endsWith(".json");
    if (!isJson && !name.endsWith(".csv") && printed.isEmpty()) {
      throw ShownValue.refused(
          file
              + ": the ending of the name states no form of an answer; use .json, .csv, .md, .txt or .html, each with or without .gz, or .xlsx; a picture is .svg");
    }
    if (isJson && printable instanceof Answer answer) {
      return text -> json(answer, text);
    }
    requirePlain(file.toString());
    if (isJson) {
      throw ShownValue.refused(
          "%s: a %s has no form in JSON; use .csv, .md, .txt, .html or .xlsx"
              .formatted(file, printable.getClass().getSimpleName()));
    }
    if (printed.isPresent()) {
      boolean isDrawn = name.endsWith(".html");
      return text -> text.write(page(printable, isDrawn).print(printed.get()) + "\n");
    }
    if (printable instanceof Answer answer) {
      return text -> csv(answer, text);
    }
    List<List<String>> table = PageTables.only(printable.page(), file);
    return text -> csv(table, text);
  }

  private static TextOutput.Body citations(Printable printable, Path file) {
    if (printable instanceof Brief brief) {
      return text -> CitationWriter.write(brief.sources(), brief.dossier(), text);
    }
    if (printable instanceof PartyProfile profile) {
      return text -> CitationWriter.write(profile.sources(), profile.dossier(), text);
    }
    throw ShownValue.refused(
        "%s: a %s has no list of sources; a Brief and a PartyProfile have one, and Dossiers.citations(…) writes those of a dossier"
            .formatted(file, nameOf(printable)));
  }

  private static String nameOf(Printable printable) {
    return printable.getClass().getSimpleName().replace("Immutable", "");
  }

  private static Picture picture(Printable printable, Path file) {
    return Pictures.of(printable)
        .orElseThrow(
            () ->
                ShownValue.refused(
                    "%s: a %s has no picture; an AgreementTable, Framings, a Chronology with answers and the pictures of Pictures and TimelinePicture have one; use %s.csv, .md, .txt, .html or .xlsx"
                        .formatted(
                            file,
                            nameOf(printable),
                            printable instanceof Answer ? ".json, " : "")));
  }

  /** Returns the style in which a page is printed to a file, if the name of the file states one. */
  private static Optional<Style> style(String name, Locale language) {
    if (name.endsWith(".md")) {
      return Optional.of(Style.whole().markdown());
    }
    if (name.endsWith(".html")) {
      return Optional.of(Style.whole().html(language));
    }
    return name.endsWith(".txt") ? Optional.of(Style.whole()) : Optional.empty();
  }

  private Locale language() {
    return words.orElse(Wording.english()).locale();
  }

  /** Returns the page of an answer, with its picture if it has one and it can be shown. */
  private TextPage page(Printable printable, boolean isDrawn) {
    if (isDrawn && printable instanceof Picture picture) {
      return TextPage.of(picture.title()).picture(picture);
    }
    TextPage page =
        printable instanceof Answer answer
            ? answer.page(words.orElse(Wording.english()))
            : printable.page();
    return isDrawn
        ? Pictures.of(printable)
            .map(picture -> page.picture(besides(printable, picture)))
            .orElse(page)
        : page;
  }

  /** Returns a picture without its tables if these are the tables of the answer itself. */
  private static Picture besides(Printable printable, Picture picture) {
    return picture.page().tables().equals(printable.page().tables())
        ? new Untold(picture)
        : picture;
  }

  /** A picture whose facts are told elsewhere on its page. */
  private record Untold(Picture picture) implements Picture {
    @Override
    public String title() {
      return picture.title();
    }

    @Override
    public String svg() {
      return picture.svg();
    }

    @Override
    public ImmutableList<String> narrow() {
      return picture.narrow();
    }

    @Override
    public TextPage page() {
      return TextPage.empty();
    }
  }

  /**
   * Writes an answer to a stream in UTF-8. The stream is flushed and left open.
   *
   * @param answer any answer
   * @param out the stream
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   * @throws UncheckedIOException if the stream cannot be written
   */
  public void write(Answer answer, OutputStream out) {
    requireNonNull(answer, "answer");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> json(answer, text));
  }

  /**
   * Appends an answer to a writer or a builder of text. A writer is flushed and left open.
   *
   * @param answer any answer
   * @param out the writer or builder
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(Answer answer, Appendable out) {
    requireNonNull(answer, "answer");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> json(answer, text));
  }

  /**
   * Writes an answer to a print stream such as {@code System.out}, as {@link #write(Answer,
   * OutputStream)} does.
   *
   * @param answer any answer
   * @param out the stream
   * @throws IllegalArgumentException if records are written and the dossier lacks a record that the
   *     answer cites, or has an altered one
   * @throws UncheckedIOException if the stream cannot be written
   */
  public void write(Answer answer, PrintStream out) {
    write(answer, (OutputStream) out);
  }

  private void json(Answer answer, Writer text) {
    AnswerDocument.write(answer, layout, records, besideData(), text);
  }
}

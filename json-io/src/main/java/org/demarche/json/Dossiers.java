package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coding.SubmittedDraft;
import org.demarche.coding.Texts;
import org.demarche.json.files.AtomicFile;
import org.demarche.json.files.FileEndings;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.LockedAppend;
import org.demarche.json.files.TextOutput;
import org.demarche.json.records.CitationWriter;
import org.demarche.json.records.DocumentWriter;
import org.demarche.json.records.DraftLines;
import org.demarche.json.records.LineReader;
import org.demarche.json.records.LineWriter;
import org.demarche.json.records.RecordCheck;
import org.demarche.json.records.RecordType;
import org.demarche.json.records.TornLineCheck;
import org.demarche.json.texts.TextFolder;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.demarche.suggestion.ShownValue;

/**
 * The reader and writer of dossiers as files: {@code dossier.json}, one document for people and for
 * version control, and {@code dossier.jsonl}, one record per line, for growth. Either may be packed
 * with gzip, and a dossier may be spread over several files or a folder.
 *
 * <p>No input is dropped silently: a member that the format does not have is refused, and all
 * problems of all files that can be opened are reported at once, each with file, line, column,
 * record, field and offending value. A dossier is loaded completely or not at all, unless the
 * reader is told to {@linkplain DossierReader#leaveOutInvalid leave out} bad records. Written files
 * are canonical: the same dossier gives the same bytes on every platform.
 *
 * <pre>{@code
 * Dossier dossier = Dossiers.read(Path.of("thaad.json"));
 * Dossiers.write(dossier, Path.of("copy.jsonl.gz"));
 * Dossiers.append(Path.of("2018.jsonl"), claim);          // on the disk when it returns
 * Dossiers.append(Path.of("2018.jsonl"), dossier, claim); // refused if the claim does not fit
 * Dossiers.read(Path.of("sources.json"), Path.of("claims"));
 * }</pre>
 *
 * @since 0.1
 */
public final class Dossiers {
  private Dossiers() {}

  // Reading

  /**
   * Reads a dossier from files in UTF-8, or from all files in folders whose names end in {@code
   * .json}, {@code .jsonl} or either with {@code .gz}. Records with the same id in two files, or in
   * two lines of a {@code .jsonl}, must be equal, except that the evidence of a claim is united.
   *
   * @param first a file or folder
   * @param more other files or folders
   * @return the dossier of all of them, with its {@link Dossier#warnings}; for their places in the
   *     files, see {@link DossierReader#onWarning}
   * @throws UncheckedIOException if a file does not exist or cannot be read
   * @throws InvalidDossierException with every problem, if the files hold no valid dossier; a torn
   *     last line is such a problem, see {@link #repair}
   */
  public static Dossier read(Path first, Path... more) {
    return reader().read(first, more);
  }

  /**
   * Opens a Tracker of the dossier in a file from the snapshot beside it, which takes a fraction of
   * the time of reading the file. If there is no snapshot of the file as it is now, the file is
   * read, and the snapshot is made. It has the permissions of the file, and about its size; delete
   * it at any time.
   *
   * <pre>{@code
   * Tracker tracker = Dossiers.snapshot(Path.of("claims.jsonl")).tracker();
   * }</pre>
   *
   * <p>A file of the size and the time of its last change that it had when the snapshot was made is
   * taken to be the same; if only the time differs, or the snapshot was made within two seconds of
   * the change, its checksum tells, which takes about a second per gigabyte. Open only snapshots
   * that you or your programs made.
   *
   * @param file a file, whatever its format
   * @return a Tracker of its dossier, and the snapshot
   * @throws IllegalArgumentException if it is a folder, or no file of bytes that stay
   * @throws UncheckedIOException if it does not exist or cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid dossier
   */
  public static Snapshot snapshot(Path file) {
    return reader().snapshot(file);
  }

  /**
   * Reads a dossier from a stream of bytes in UTF-8, to its end. The stream is left open.
   *
   * @param in the bytes of a {@code dossier.json}, or of a {@code dossier.jsonl} if the name ends
   *     so
   * @param name the name of the stream in problems, such as the name of a resource
   * @return the dossier
   * @throws UncheckedIOException if the stream cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid dossier
   */
  public static Dossier read(InputStream in, String name) {
    return reader().read(in, name);
  }

  /**
   * Reads a dossier from the text of a {@code dossier.json}.
   *
   * @param json the whole document
   * @return the dossier
   * @throws InvalidDossierException with every problem, if it holds no valid dossier; the places of
   *     the problems name the file “text”
   */
  public static Dossier parse(String json) {
    return reader().parse(json);
  }

  /**
   * Reads the records of a {@code .jsonl} one by one, in constant memory. Each record is checked by
   * itself, not against the others. Close the stream when done.
   *
   * @param file its name ends in {@code .jsonl} or {@code .jsonl.gz}
   * @return a stream that throws {@link InvalidDossierException} at the first line without a valid
   *     record, and at a torn last line
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file does not exist or cannot be read
   */
  public static Stream<DossierRecord> items(Path file) {
    return reader().items(file);
  }

  /**
   * Reads the texts of sources from a folder and its subfolders: all files in UTF-8 whose names end
   * in {@code .txt} or {@code .md}, each named for its source, such as {@code texts/KT17.txt}.
   * Hidden files are left out. A byte order mark is removed, and each line ends in a line feed, so
   * that offsets are the same on every platform. A text that belongs to no source of a dossier is
   * reported when a {@link org.demarche.coding.QuotationCheck} compares the two.
   *
   * <pre>{@code
   * QuotationCheck.of(dossier, Dossiers.readTexts(Path.of("texts")))
   * }</pre>
   *
   * @param folder the folder
   * @return the texts
   * @throws UncheckedIOException if the folder or a file cannot be read, or if the folder has no
   *     text
   * @throws InvalidDossierException with every problem: a text in another encoding, with the line
   *     and column of the first invalid byte; a blank text; two texts of one source; a text of more
   *     than 16 MiB, or texts of more than 256 MiB together
   */
  public static Texts readTexts(Path folder) {
    requireNonNull(folder, "folder");
    return Texts.of(TextFolder.read(folder));
  }

  /**
   * Reads drafts that a person or a program submits, from a file with one claim per line as a
   * {@code .jsonl} of a dossier has it. Each is checked by itself; a line with problems gives a
   * refused draft, so that every line but the header has one. {@link
   * org.demarche.coding.DraftImport} adds the drafts to a dossier.
   *
   * <pre>{@code
   * DraftImport.of(dossier, texts, Dossiers.readDrafts(Path.of("drafts.jsonl")), "model-7")
   * }</pre>
   *
   * @param file its name ends in {@code .jsonl} or {@code .jsonl.gz}; a draft may leave out its
   *     {@code status}
   * @return the drafts in the order of the lines, each with its place
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file does not exist or cannot be read
   * @throws InvalidDossierException if a problem concerns the whole file, such as a newer version
   *     of the format, or a line beyond the limits
   */
  public static ImmutableList<SubmittedDraft> readDrafts(Path file) {
    requireNonNull(file, "file");
    requireLines(file, "drafts are read from");
    return DraftLines.read(file);
  }

  /**
   * Returns a reader with the default limits, from which others can be set.
   *
   * @return the reader
   */
  public static DossierReader reader() {
    return DossierReader.standard();
  }

  // Writing

  /**
   * Writes a dossier to a file atomically: to a temporary file in the same folder, which is then
   * renamed. An existing file is replaced and keeps its owner, group and permissions; a document
   * keeps its {@code $schema}; a symbolic link is followed.
   *
   * <p>A {@code .jsonl} that is not packed is locked meanwhile, so that those who append to it
   * wait. What others have appended since the dossier was read is replaced too: to change a file to
   * which others append, use {@link #update}.
   *
   * @param dossier any dossier
   * @param file one record per line if its name ends in {@code .jsonl}, otherwise one document; in
   *     either case packed if the name ends in {@code .gz}
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void write(Dossier dossier, Path file) {
    requireNonNull(dossier, "dossier");
    requireNonNull(file, "file");
    AtomicFile.requireReplaceable(file);
    if (FileEndings.isOfLines(file.toString())) {
      write(lines(dossier), file);
    } else {
      Optional<String> schema = DocumentWriter.schema(file);
      AtomicFile.write(file, out -> DocumentWriter.write(dossier, schema, out));
    }
  }

  /**
   * Writes records to a {@code .jsonl} atomically, in constant memory. They are not checked against
   * one another; they are when the file is read.
   *
   * @param items the records
   * @param file its name ends in {@code .jsonl}, or in {@code .jsonl.gz} to be packed
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file cannot be written; its old content is then unchanged
   */
  public static void write(Stream<? extends DossierRecord> items, Path file) {
    requireNonNull(items, "items");
    requireNonNull(file, "file");
    requireLines(file, "records are written one by one to");
    write(lines("", items), file);
  }

  private static void write(TextOutput.Body lines, Path file) {
    if (FileEndings.isPacked(file.toString())) {
      AtomicFile.write(file, lines);
    } else {
      AtomicFile.writeLines(file, lines);
    }
  }

  private static TextOutput.Body lines(Dossier dossier) {
    return lines(LineWriter.line(dossier.description()), RecordType.records(dossier));
  }

  /** Returns the header, another line and records. */
  private static TextOutput.Body lines(String line, Stream<? extends DossierRecord> items) {
    return out -> {
      out.write(LineWriter.header());
      out.write(line);
      for (Iterator<? extends DossierRecord> each = items.iterator(); each.hasNext(); ) {
        out.write(LineWriter.line(requireNonNull(each.next(), "items")));
      }
    };
  }

  /**
   * Reads a {@code .jsonl}, changes its dossier and writes it anew, while all who append to it or
   * write it by this library wait: nothing that they append is lost. They wait for at most ten
   * seconds, after which they fail; so change the dossier quickly.
   *
   * <pre>{@code
   * Dossiers.update(Path.of("2018.jsonl"), dossier -> dossier.replace(corrected));
   * }</pre>
   *
   * @param file its name ends in {@code .jsonl}; it is replaced as {@link #write(Dossier, Path)}
   *     replaces it
   * @param change returns the dossier to write; if it throws, the file is unchanged
   * @return the dossier that was written
   * @throws IllegalArgumentException if the name has another ending
   * @throws InvalidDossierException with every problem, if the file holds no valid dossier
   * @throws UncheckedIOException if the file does not exist or cannot be read or written, or
   *     another writer holds it too long; its old content is then unchanged
   */
  public static Dossier update(Path file, UnaryOperator<Dossier> change) {
    requireNonNull(file, "file");
    requireNonNull(change, "change");
    requireLines(file, "a dossier is changed in");
    requireUnpacked(file);
    AtomicReference<Dossier> changed = new AtomicReference<>();
    AtomicFile.change(
        file,
        now -> {
          Dossier after = requireNonNull(change.apply(reader().read(now, file)), "change");
          changed.set(after);
          return lines(after);
        });
    return requireNonNull(changed.get());
  }

  /**
   * Returns the text of a dossier as {@link #write(Dossier, Path)} writes it to a new document.
   *
   * @param dossier any dossier
   * @return the document, which {@link #parse} reads back
   */
  public static String format(Dossier dossier) {
    requireNonNull(dossier, "dossier");
    StringWriter text = new StringWriter();
    DocumentWriter.write(dossier, Optional.empty(), text);
    return text.toString();
  }

  /**
   * Writes a dossier to a stream as one document in UTF-8, as {@link #format} returns it. The
   * stream is flushed and left open.
   *
   * @param dossier any dossier
   * @param out the stream
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(Dossier dossier, OutputStream out) {
    requireNonNull(dossier, "dossier");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> DocumentWriter.write(dossier, Optional.empty(), text));
  }

  /**
   * Appends a dossier to a writer or a builder of text as one document, as {@link #format} returns
   * it. A writer is flushed and left open.
   *
   * @param dossier any dossier
   * @param out the writer or builder
   * @throws UncheckedIOException if it cannot be written
   */
  public static void write(Dossier dossier, Appendable out) {
    requireNonNull(dossier, "dossier");
    requireNonNull(out, "out");
    TextOutput.write(out, text -> DocumentWriter.write(dossier, Optional.empty(), text));
  }

  /**
   * Writes a dossier to a print stream such as {@code System.out}, as {@link #write(Dossier,
   * OutputStream)} does.
   *
   * @param dossier any dossier
   * @param out the stream
   * @throws UncheckedIOException if the stream cannot be written
   */
  public static void write(Dossier dossier, PrintStream out) {
    write(dossier, (OutputStream) out);
  }

  // Single records

  /**
   * Returns a record as one line of a {@code .jsonl}, for a message in a queue or a column of a
   * database.
   *
   * @param item any record
   * @return the line, without a line feed
   */
  public static String line(DossierRecord item) {
    requireNonNull(item, "item");
    return LineWriter.line(item).stripTrailing();
  }

  /**
   * Reads the record of one line of a {@code .jsonl}, checked by itself.
   *
   * @param line the line, with or without a line feed at its end
   * @return the record
   * @throws InvalidDossierException with every problem, if the text is not one line with one valid
   *     record; the places of the problems name the file “text”
   */
  public static DossierRecord record(String line) {
    requireNonNull(line, "line");
    return LineReader.record(line);
  }

  /**
   * Checks one record, such as a service receives it, against the dossier to which it would be
   * added. All problems are reported at once: of the form of the record, of its values, and of its
   * references to other records, as far as its members can be read.
   *
   * @param json the members of the record, as a line or a document has them, without the type
   * @param type the type of the record: Source, Actor, Occasion, Proposition or Claim
   * @param against the dossier
   * @return the errors, and warnings, in the order of the text; the pointer of each is relative to
   *     the record, and its place names the file “text”; empty if the record can be added
   * @throws IllegalArgumentException if the type is none of these five
   */
  public static ImmutableList<Problem> check(
      String json, Class<? extends DossierRecord> type, Dossier against) {
    requireNonNull(json, "json");
    requireNonNull(type, "type");
    requireNonNull(against, "against");
    RecordType<?> of =
        RecordType.byName().values().stream()
            .filter(one -> one.type().equals(type))
            .findFirst()
            .orElseThrow(
                () ->
                    ShownValue.refused(
                        type.getSimpleName()
                            + " is no type of records; give Source, Actor, Occasion, Proposition or"
                            + " Claim"));
    return RecordCheck.of(json, of, against);
  }

  // Schemas

  /**
   * Returns the JSON Schema (draft 2020-12) of a document, {@code dossier.schema.json}.
   *
   * @return the schema, as JSON
   */
  public static String schema() {
    return ShippedSchema.DOSSIER.text();
  }

  /**
   * Returns the JSON Schema (draft 2020-12) of a line of a {@code .jsonl}, {@code
   * line.schema.json}.
   *
   * @return the schema, as JSON
   */
  public static String lineSchema() {
    return ShippedSchema.LINE.text();
  }

  // Appending

  /**
   * Appends records to a {@code .jsonl}, which is created if it does not exist. The records are on
   * the disk when this returns. One writer appends at a time; others wait, for at most ten seconds,
   * and so does who {@linkplain #update updates} or writes the file.
   *
   * <p>What was appended is lost only if the file is then replaced by a dossier that was read
   * before, or by a program that takes no lock. Locks are those of the system: on some network
   * drives they do not hold between machines. On Windows, which replaces no file that is open, the
   * lock is an empty file beside this one, such as {@code .2018.jsonl.lock}, which stays.
   *
   * <p>A record that the file already holds may be appended again, and a claim with more evidence:
   * reading unites them. Records are not checked against the file; they are when it is read. To
   * check them first, give the {@linkplain #append(Path, Dossier, DossierRecord...) dossier}.
   *
   * @param file its name ends in {@code .jsonl}
   * @param items the records, which are appended together
   * @throws IllegalArgumentException if the name has another ending; a packed file cannot be
   *     appended to
   * @throws UncheckedIOException if the file cannot be written, its last line is torn, or another
   *     writer holds it too long; no record is appended then
   */
  public static void append(Path file, DossierRecord... items) {
    requireNonNull(file, "file");
    requireNonNull(items, "items");
    append(file, Arrays.asList(items));
  }

  /**
   * Checks records against a dossier, and appends them to a {@code .jsonl} only if they can be
   * added to it. Use it where a file must stay valid whatever is appended.
   *
   * <pre>{@code
   * Dossier dossier = Dossiers.read(file);
   * dossier = Dossiers.append(file, dossier, source, claim);   // on the disk, or refused
   * }</pre>
   *
   * <p>The dossier is taken for the state of the file, or of the files to which it belongs. It is
   * not read again, so what other writers have appended meanwhile is not taken into account.
   *
   * @param file its name ends in {@code .jsonl}
   * @param dossier the dossier to which the records are added
   * @param items the records, which are appended together; they may refer to one another
   * @return the dossier with the records, as {@link Dossier#plus(DossierRecord...)} returns it
   * @throws IllegalArgumentException if the name has another ending; a packed file cannot be
   *     appended to
   * @throws InvalidDossierException with every problem, if a record conflicts with a record of the
   *     same id, refers to an unknown record or contradicts another record; the file is not touched
   *     then
   * @throws UncheckedIOException if the file cannot be written, its last line is torn, or another
   *     writer holds it too long; no record is appended then
   */
  public static Dossier append(Path file, Dossier dossier, DossierRecord... items) {
    requireNonNull(file, "file");
    requireNonNull(dossier, "dossier");
    requireNonNull(items, "items");
    return append(file, dossier, Arrays.asList(items));
  }

  /**
   * Checks records against a dossier, and appends them to a {@code .jsonl}, as {@link #append(Path,
   * Dossier, DossierRecord...)} does.
   *
   * @param file its name ends in {@code .jsonl}
   * @param dossier the dossier to which the records are added
   * @param items the records, which are appended together; they may refer to one another
   * @return the dossier with the records
   * @throws IllegalArgumentException if the name has another ending
   * @throws InvalidDossierException with every problem, if the records cannot be added; the file is
   *     not touched then
   * @throws UncheckedIOException if the file cannot be written, its last line is torn, or another
   *     writer holds it too long; no record is appended then
   */
  public static Dossier append(
      Path file, Dossier dossier, Iterable<? extends DossierRecord> items) {
    requireNonNull(file, "file");
    requireNonNull(dossier, "dossier");
    requireNonNull(items, "items");
    requireLines(file, "records are appended to");
    requireUnpacked(file);
    List<DossierRecord> records = new ArrayList<>(); // some iterables can be read only once
    items.forEach(item -> records.add(requireNonNull(item, "items")));
    Dossier more = dossier.plus(records);
    append(file, records);
    return more;
  }

  /**
   * Appends records to a {@code .jsonl}, as {@link #append(Path, DossierRecord...)} does.
   *
   * @param file its name ends in {@code .jsonl}
   * @param items the records, which are appended together
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file cannot be written, its last line is torn, or another
   *     writer holds it too long; no record is appended then
   */
  public static void append(Path file, Iterable<? extends DossierRecord> items) {
    requireNonNull(file, "file");
    requireNonNull(items, "items");
    requireLines(file, "records are appended to");
    requireUnpacked(file);
    try {
      String lines =
          Streams.stream(items)
              .map(item -> LineWriter.line(requireNonNull(item, "items")))
              .collect(Collectors.joining());
      new LockedAppend(file, new TornLineCheck()).append(LineWriter.header(), lines);
    } catch (IOException failed) {
      throw FileErrors.unwritable(file, failed);
    } catch (OutOfMemoryError full) { // the lines are unreachable by now
      throw FileErrors.unwritable(file, HeapBudget.full());
    }
  }

  /**
   * Repairs a {@code .jsonl} after a crash: removes a torn last line, which no writer has
   * acknowledged. A line is torn if it begins as {@link #append} writes it and ends before it is
   * complete, or if it consists of zero bytes alone. A first line is torn only if it is part of the
   * header. A last line with any other error stays, to be corrected by hand.
   *
   * <p>The bytes of the line are kept: they are added to a file beside this one, whose name ends in
   * {@code .jsonl.torn}, before they are removed.
   *
   * @param file its name ends in {@code .jsonl}
   * @return the line that was removed; empty if no line was torn
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file does not exist or cannot be written
   */
  public static Optional<String> repair(Path file) {
    requireNonNull(file, "file");
    requireLines(file, "a torn line is removed from");
    requireUnpacked(file);
    try {
      return new LockedAppend(file, new TornLineCheck()).repair();
    } catch (NoSuchFileException missing) {
      throw FileErrors.unreadable(file.toString(), missing);
    } catch (IOException failed) {
      throw FileErrors.unwritable(file, failed);
    }
  }

  /**
   * Returns sources as CSL-JSON, which reference managers such as Zotero read: the data of the
   * Citation Style Language 1.0.2.
   *
   * <p>A source of a medium is an {@code article-newspaper}, any other a {@code webpage} if it has
   * an address on the web, and otherwise a {@code report}. Its author is the author named or else
   * the issuers, each as a {@code literal}, since their family names are not known. A range of
   * dates has two {@code date-parts}; a date that is uncertain, approximate or without a start is
   * {@code circa}. The {@code note} has the id of the source and, unless it is a day that the
   * source states, the date as it was written. There is an {@code URL} for {@code http} and {@code
   * https} only, and a {@code DOI} for the identifier {@code doi}.
   *
   * <pre>{@code
   * Files.writeString(Path.of("sources.json"), Dossiers.citations(dossier.sources(), dossier));
   * }</pre>
   *
   * @param sources sources of the dossier; each is written once, in this order
   * @param dossier has the names of outlets and issuers
   * @return an array of items; the same sources give the same text
   * @throws IllegalArgumentException if a source is not in the dossier
   */
  public static String citations(Iterable<Source> sources, Dossier dossier) {
    requireNonNull(sources, "sources");
    requireNonNull(dossier, "dossier");
    StringWriter text = new StringWriter();
    CitationWriter.write(sources, dossier, text);
    return text.toString();
  }

  private static void requireUnpacked(Path file) {
    if (FileEndings.isPacked(file.toString())) {
      throw ShownValue.refused(
          file
              + ": a packed file cannot be appended to; append to a .jsonl, and pack it when it is"
              + " complete");
    }
  }

  private static void requireLines(Path file, String what) {
    if (!FileEndings.isOfLines(file.toString())) {
      throw ShownValue.refused(
          file + ": " + what + " a file of one record per line; its name must end in .jsonl");
    }
  }
}

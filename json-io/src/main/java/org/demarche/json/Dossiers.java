package org.demarche.json;

import com.google.common.collect.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;

/**
 * Dossiers as files: {@code dossier.json}, one document for people and for version control, and
 * {@code dossier.jsonl}, a record a line, for growth. Either may be packed with gzip, and a dossier
 * may be spread over several files or a folder.
 *
 * <p>Nothing is dropped in silence: a member that the format does not have is refused, and all
 * problems of all files that can be opened are reported at once, each with file, line, column,
 * record, field and offending value. Nothing is half-loaded. Written files are canonical: the same
 * dossier gives the same bytes on every platform.
 *
 * <pre>{@code
 * Dossier dossier = Dossiers.read(Path.of("thaad.json"));
 * Dossiers.write(dossier, Path.of("copy.jsonl.gz"));
 * Dossiers.append(Path.of("2018.jsonl"), claim);          // on the disk when it returns
 * Dossiers.read(Path.of("sources.json"), Path.of("claims"));
 * }</pre>
 */
public final class Dossiers {
  private Dossiers() {}

  // Reading

  /**
   * Reads a dossier from files in UTF-8, or from all files in folders whose names end in {@code
   * .json}, {@code .jsonl} or either with {@code .gz}. Records of one id in two files, or in two
   * lines of a {@code .jsonl}, must be equal, but the evidence of a claim unites.
   *
   * @throws UncheckedIOException if something is not there or cannot be read
   * @throws InvalidDossierException with every problem, if the files hold no valid dossier; a last
   *     line that is torn is one, see {@link #repair}
   */
  public static Dossier read(Path first, Path... more) {
    return reader().read(first, more);
  }

  /**
   * Reads a dossier from a stream of bytes in UTF-8, to its end. The stream is left open.
   *
   * @param in the bytes of a {@code dossier.json}, or of a {@code dossier.jsonl} if its name says
   *     so
   * @param name what to call it where a problem is reported, such as the name of a resource
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
   * @throws InvalidDossierException with every problem, if it holds no valid dossier; its places
   *     name the file “text”
   */
  public static Dossier parse(String json) {
    return reader().parse(json);
  }

  /**
   * Reads the records of a {@code .jsonl} one by one, in constant memory. Only what one record can
   * know is checked. Close the stream when done.
   *
   * @return a stream that throws {@link InvalidDossierException} at the first line that holds no
   *     record, and at a torn last line
   * @throws UncheckedIOException if the file is not there or cannot be read
   */
  public static Stream<DossierRecord> items(Path file) {
    return reader().items(file);
  }

  /** A reader with the usual bounds, to set others. */
  public static DossierReader reader() {
    return DossierReader.usual();
  }

  // Writing

  /**
   * Writes a dossier to a file, whole or not at all: to a temporary file beside it first, which
   * then takes its place.
   *
   * @param file a record a line where its name ends in {@code .jsonl}, else one document; packed
   *     where it ends in {@code .gz}. It is replaced where it exists, with its permissions and the
   *     {@code $schema} of a document kept; of a link, the file to which it leads. What others
   *     append to a file while it is being replaced is not in the new one
   * @throws UncheckedIOException if it cannot be written; what stood there is still there
   */
  public static void write(Dossier dossier, Path file) {
    if (DossierReader.isOfLines(file.toString())) {
      write(items(dossier), file);
    } else {
      Optional<String> schema = DocumentReader.schema(file);
      AtomicFile.write(file, out -> DocumentReader.write(dossier, schema, out));
    }
  }

  private static Stream<? extends DossierRecord> items(Dossier dossier) {
    return RecordType.byName().values().stream()
        .flatMap(kind -> kind.get().apply(dossier).stream());
  }

  /**
   * Writes records to a {@code .jsonl}, whole or not at all, in constant memory. They are not
   * checked against one another; reading the file is.
   *
   * @param file its name ends in {@code .jsonl}, or in {@code .jsonl.gz} to be packed
   * @throws IllegalArgumentException if its name does not
   * @throws UncheckedIOException if it cannot be written; what stood there is still there
   */
  public static void write(Stream<? extends DossierRecord> items, Path file) {
    requireLines(file, "records are written one by one to");
    AtomicFile.write(
        file,
        out -> {
          out.write(LineReader.header());
          for (Iterator<? extends DossierRecord> each = items.iterator(); each.hasNext(); ) {
            out.write(LineReader.of(each.next()));
          }
        });
  }

  /**
   * The text of a dossier as {@link #write(Dossier, Path)} writes it to a new document; {@link
   * #parse} reads it back.
   */
  public static String format(Dossier dossier) {
    StringWriter text = new StringWriter();
    DocumentReader.write(dossier, Optional.empty(), text);
    return text.toString();
  }

  // Appending

  /**
   * Appends records to a {@code .jsonl}, which is created where it is not there. When this returns
   * they are on the disk. One writer at a time: another one waits, for ten seconds at most.
   *
   * <p>A record that stands there already may be appended again, and a claim with more evidence:
   * reading unites them. Nothing is checked against what the file holds; reading is.
   *
   * @param items appended in one piece
   * @throws IllegalArgumentException if the name does not end in {@code .jsonl}: what is packed
   *     cannot grow
   * @throws UncheckedIOException if it cannot be written, its last line is torn, or another writer
   *     holds it too long; then nothing was appended
   */
  public static void append(Path file, DossierRecord... items) {
    append(file, Arrays.asList(items));
  }

  /**
   * Appends records to a {@code .jsonl}, as {@link #append(Path, DossierRecord...)} does.
   *
   * @throws IllegalArgumentException if the name does not end in {@code .jsonl}
   * @throws UncheckedIOException if it cannot be written, its last line is torn, or another writer
   *     holds it too long; then nothing was appended
   */
  public static void append(Path file, Iterable<? extends DossierRecord> items) {
    requireLines(file, "records are appended to");
    requireUnpacked(file);
    String lines = Streams.stream(items).map(LineReader::of).collect(Collectors.joining());
    try {
      LockedAppend.append(file, lines);
    } catch (IOException failed) {
      throw AtomicFile.unwritable(file, failed);
    }
  }

  /**
   * Cuts off a last line that breaks off, after a writer was stopped before it had acknowledged it.
   * No writer should be at work. A last line that is wrong in another way is left to be corrected.
   *
   * @return what was cut off; nothing if no line is torn
   * @throws UncheckedIOException if the file is not there or cannot be written
   */
  public static Optional<String> repair(Path file) {
    requireLines(file, "a torn line is cut off");
    requireUnpacked(file);
    try {
      return LockedAppend.repair(file);
    } catch (NoSuchFileException missing) {
      throw DossierReader.unreadable(file.toString(), missing);
    } catch (IOException failed) {
      throw AtomicFile.unwritable(file, failed);
    }
  }

  private static void requireUnpacked(Path file) {
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      throw new IllegalArgumentException(
          file + ": what is packed cannot grow; append to a .jsonl, and pack it when it is done");
    }
  }

  private static void requireLines(Path file, String what) {
    if (!DossierReader.isOfLines(file.toString())) {
      throw new IllegalArgumentException(
          file + ": " + what + " a .jsonl, a record a line; its name says that it is none");
    }
  }
}

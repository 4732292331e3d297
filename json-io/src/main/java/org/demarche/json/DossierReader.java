package org.demarche.json;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.io.ByteSource;
import com.google.common.io.MoreFiles;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.DossierFolder;
import org.demarche.json.files.FileEndings;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.records.DocumentReader;
import org.demarche.json.records.DossierAssembly;
import org.demarche.json.records.LineReader;
import org.demarche.json.records.ReadLimits;
import org.demarche.json.records.RecordIterator;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.suggestion.ShownValue;

/**
 * A reader of dossiers with limits. {@link Dossiers} reads with the default limits; set lower ones
 * to read untrusted input, and higher ones to read very large files. A reader is immutable: each
 * setting returns another reader.
 *
 * <p>A file whose name ends in {@code .jsonl} holds one record per line, any other file one
 * document. Either may be packed with gzip, whatever its name. The lines of a large file are read
 * on the threads of the common pool too; the result does not depend on their number.
 *
 * <pre>{@code
 * Dossiers.reader().maxBytes(1 << 20).read(Path.of("upload.json"))
 * Dossiers.reader().keepBeforeTear(torn -> log(torn)).read(Path.of("claims.jsonl"))
 * Dossiers.reader().leaveOutInvalid(problem -> log(problem)).read(Path.of("feed.jsonl"))
 * }</pre>
 *
 * @since 0.1
 */
public final class DossierReader {
  private final ReadLimits limits;
  private final Optional<Consumer<Problem>> onTorn;
  private final Optional<Consumer<Problem>> onWarning;
  private final Optional<Consumer<Problem>> onLeftOut;

  private DossierReader(
      ReadLimits limits,
      Optional<Consumer<Problem>> onTorn,
      Optional<Consumer<Problem>> onWarning,
      Optional<Consumer<Problem>> onLeftOut) {
    this.limits = limits;
    this.onTorn = onTorn;
    this.onWarning = onWarning;
    this.onLeftOut = onLeftOut;
  }

  /** Returns a reader with the default limits. */
  static DossierReader standard() {
    return new DossierReader(
        ReadLimits.DEFAULT, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * Sets the largest size of a file.
   *
   * @param most in bytes, counted after unpacking; 1 or more; default: 4 GiB
   * @return a reader with that limit
   * @throws IllegalArgumentException if it is less than 1
   */
  public DossierReader maxBytes(long most) {
    return with(
        new ReadLimits(atLeastOne(most), limits.maxDepth(), limits.maxText(), limits.maxLine()));
  }

  /**
   * Sets the largest nesting depth of lists and objects.
   *
   * @param most 1 or more; a dossier needs 6; default: 500
   * @return a reader with that limit
   * @throws IllegalArgumentException if it is less than 1
   */
  public DossierReader maxDepth(int most) {
    return with(
        new ReadLimits(
            limits.maxBytes(), (int) atLeastOne(most), limits.maxText(), limits.maxLine()));
  }

  /**
   * Sets the largest length of a text.
   *
   * @param most in UTF-16 code units, 1 or more; default: unlimited, since a source may be a book
   * @return a reader with that limit
   * @throws IllegalArgumentException if it is less than 1
   */
  public DossierReader maxText(int most) {
    return with(
        new ReadLimits(
            limits.maxBytes(), limits.maxDepth(), (int) atLeastOne(most), limits.maxLine()));
  }

  /**
   * Sets the largest length of a line of a {@code .jsonl}.
   *
   * @param most in bytes, 1 or more; default: 64 MiB
   * @return a reader with that limit
   * @throws IllegalArgumentException if it is less than 1
   */
  public DossierReader maxLine(int most) {
    return with(
        new ReadLimits(
            limits.maxBytes(), limits.maxDepth(), limits.maxText(), (int) atLeastOne(most)));
  }

  private DossierReader with(ReadLimits other) {
    return new DossierReader(other, onTorn, onWarning, onLeftOut);
  }

  private static long atLeastOne(long most) {
    if (most < 1) {
      throw ShownValue.refused("a limit must be 1 or more, got " + most);
    }
    return most;
  }

  /**
   * Accepts files with a torn last line, without that line. Its writer was interrupted before it
   * acknowledged the line. By default such a file is refused.
   *
   * @param receiver receives the problem of each torn line, with its offset in bytes
   * @return a reader that keeps what precedes a torn line
   */
  public DossierReader keepBeforeTear(Consumer<Problem> receiver) {
    requireNonNull(receiver, "receiver");
    return new DossierReader(limits, Optional.of(receiver), onWarning, onLeftOut);
  }

  /**
   * Passes on the warnings about a dossier that was read, each with its file, line and column.
   * {@link Dossier#warnings} has the same warnings without these.
   *
   * <pre>{@code
   * Dossiers.reader().onWarning(System.err::println).read(Path.of("claims.jsonl"))
   * }</pre>
   *
   * @param receiver receives each warning, in the order of the files, before the dossier is
   *     returned; a file of lines with warnings is read once more to find their places
   * @return a reader that passes warnings on
   */
  public DossierReader onWarning(Consumer<Problem> receiver) {
    requireNonNull(receiver, "receiver");
    return new DossierReader(limits, onTorn, Optional.of(receiver), onLeftOut);
  }

  /**
   * Leaves out records with problems, and every record that depends on one, and keeps the rest. By
   * default a dossier with any problem is refused as a whole.
   *
   * <pre>{@code
   * List<Problem> leftOut = new ArrayList<>();
   * Dossier dossier = Dossiers.reader().leaveOutInvalid(leftOut::add).read(Path.of("feed.jsonl"));
   * leftOut.forEach(System.err::println);
   * // feed.jsonl:812:3: not JSON from here on: …
   * // feed.jsonl:814:210: claim C7: it refers to source 'S3', which is left out because of …
   * }</pre>
   *
   * <p>Every record of the files is kept, or named in a problem: by its id, or by its line if the
   * line has no readable id. The dossier is valid; it equals the dossier that strict reading finds
   * in the files without the records and lines left out.
   *
   * <ul>
   *   <li>Of several different records with one id, the first that can be read is kept. The problem
   *       of each of the others names both places.
   *   <li>A line that adds invalid evidence to a claim is left out by itself; the claim is kept if
   *       its first line is valid. If its first line is left out, so are the lines that add to it.
   *   <li>A problem that concerns more than one record still refuses everything: a document that is
   *       not JSON or not UTF-8, an unknown or duplicate list in a document, a newer version of the
   *       format, a file or line beyond the limits. No record can be named where nothing is read.
   *   <li>A torn last line is refused too, unless {@link #keepBeforeTear} is set.
   * </ul>
   *
   * <p>The time is nearly linear in the size of the files, however many records are left out.
   *
   * @param receiver receives every problem, in the order of the files and their lines, before the
   *     dossier is returned; when records are {@linkplain #items read one by one}, the problems of
   *     each line before the next record
   * @return a reader that leaves records out
   */
  public DossierReader leaveOutInvalid(Consumer<Problem> receiver) {
    requireNonNull(receiver, "receiver");
    return new DossierReader(limits, onTorn, onWarning, Optional.of(receiver));
  }

  /**
   * Reads a dossier from files, or from all files in folders whose names end in {@code .json},
   * {@code .jsonl} or either with {@code .gz}. Records with the same id in two files, or in two
   * lines of one, must be equal, except that the evidence of a claim is united.
   *
   * @param first a file or folder
   * @param more other files or folders
   * @return the dossier of all of them
   * @throws UncheckedIOException if a file does not exist or cannot be read
   * @throws InvalidDossierException with every problem, if the files hold no valid dossier and
   *     {@link #leaveOutInvalid} is not set or does not suffice; or with one problem and an
   *     estimate of the memory needed, if they are too large for the heap
   */
  public Dossier read(Path first, Path... more) {
    requireNonNull(first, "first");
    requireNonNull(more, "more");
    for (Path path : more) {
      requireNonNull(path, "more");
    }
    List<Path> files = new ArrayList<>();
    for (Path path : Lists.asList(first, more)) {
      files.addAll(DossierFolder.files(path));
    }
    return HeapBudget.within(first.toString(), budget -> assembled(files, budget));
  }

  /**
   * Opens the snapshot of a file, or reads the file and makes the snapshot, as {@link
   * Dossiers#snapshot} does. Receivers of warnings and problems are called only if the file is
   * read. A dossier of which something was left out is not kept as a snapshot, and one that was
   * read within wider limits than these is read again.
   *
   * @param file a file, whatever its format
   * @return a Tracker of its dossier, and the snapshot
   * @throws IllegalArgumentException if it is a folder, or no file of bytes that stay
   * @throws UncheckedIOException if it does not exist or cannot be read
   * @throws InvalidDossierException as {@link #read(Path, Path...)} does
   */
  public Snapshot snapshot(Path file) {
    return Snapshot.of(requireNonNull(file, "file"), this);
  }

  ReadLimits limits() {
    return limits;
  }

  /** Returns a reader with these limits that tells nobody, and leaves nothing out. */
  DossierReader withoutReceivers() {
    return standard().with(limits);
  }

  /** Returns a reader that also runs an action when it leaves something out. */
  DossierReader noting(Runnable action) {
    Consumer<Problem> note = problem -> action.run();
    return new DossierReader(
        limits, onTorn.map(note::andThen), onWarning, onLeftOut.map(note::andThen));
  }

  private Dossier assembled(List<Path> files, HeapBudget budget) {
    budget.adviseStreaming();
    DossierAssembly assembly = new DossierAssembly(onLeftOut.isPresent(), budget);
    for (Path file : files) {
      ByteSource bytes = bytes(file, budget);
      Optional<Problem> tooLarge =
          bytes.sizeIfKnown().toJavaUtil().flatMap(size -> budget.add(file.toString(), size));
      if (tooLarge.isPresent()) {
        throw FileErrors.refused(tooLarge.get());
      }
      add(bytes, file.toString(), assembly);
    }
    return dossier(assembly);
  }

  /** Reads a dossier from the bytes of a file. */
  Dossier read(ByteSource bytes, Path file) {
    return HeapBudget.within(
        file.toString(),
        budget -> {
          DossierAssembly assembly = new DossierAssembly(onLeftOut.isPresent(), budget);
          add(bytes, file.toString(), assembly);
          return dossier(assembly);
        });
  }

  /**
   * Reads a dossier from a stream of bytes, to its end. The stream is left open.
   *
   * @param in the bytes of one document, or of one record per line
   * @param name the name of the stream in problems; one record per line is read if it ends in
   *     {@code .jsonl} or {@code .jsonl.gz}
   * @return the dossier
   * @throws UncheckedIOException if the stream cannot be read
   * @throws InvalidDossierException with every problem, if it holds no valid dossier
   */
  public Dossier read(InputStream in, String name) {
    requireNonNull(in, "in");
    requireNonNull(name, "name");
    return HeapBudget.within(name, budget -> assembled(in, name, budget));
  }

  private Dossier assembled(InputStream in, String name, HeapBudget budget) {
    DossierAssembly assembly = new DossierAssembly(onLeftOut.isPresent(), budget);
    add(bytes(in, name, budget), name, assembly);
    return dossier(assembly);
  }

  /** Returns the bytes of a file; of a pipe, which cannot be read twice, a copy. */
  private ByteSource bytes(Path file, HeapBudget budget) {
    try {
      if (!Files.readAttributes(file, BasicFileAttributes.class).isOther()) {
        return MoreFiles.asByteSource(file);
      }
      try (InputStream in = Files.newInputStream(file)) {
        return bytes(in, file.toString(), budget);
      }
    } catch (IOException failed) {
      throw FileErrors.unreadable(file.toString(), failed);
    }
  }

  private ByteSource bytes(InputStream in, String name, HeapBudget budget) {
    try {
      byte[] bytes = BoundedInput.ofUnpacked(in, limits.maxBytesAtOnce(), budget).readAllBytes();
      budget.forgetBytes(bytes.length);
      return ByteSource.wrap(bytes);
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(FileErrors.tooLarge(large, name));
    } catch (IOException failed) {
      throw FileErrors.unreadable(name, failed);
    }
  }

  /** Reads a dossier from the text of a document. */
  Dossier parse(String json) {
    requireNonNull(json, "json");
    return HeapBudget.within(
        "text",
        budget -> {
          DossierAssembly assembly = new DossierAssembly(onLeftOut.isPresent(), budget);
          DocumentReader.read(json, "text", limits, assembly);
          return dossier(assembly);
        });
  }

  private Dossier dossier(DossierAssembly assembly) {
    return onLeftOut
        .map(receiver -> assembly.partialDossier(onWarning, receiver))
        .orElseGet(() -> assembly.dossier(onWarning));
  }

  private void add(ByteSource bytes, String file, DossierAssembly assembly) {
    try {
      if (FileEndings.isPacked(file) && bytes.isEmpty()) {
        throw new EOFException(); // cut off, and no empty dossier
      }
      if (FileEndings.isOfLines(file)) {
        LineReader.read(bytes, file, limits, assembly)
            .ifPresent(torn -> onTorn.orElse(assembly::refuse).accept(torn));
      } else {
        DocumentReader.read(bytes, file, limits, assembly);
      }
    } catch (BoundedInput.TooLarge large) {
      assembly.refuse(FileErrors.tooLarge(large, file));
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }

  /**
   * Reads the records of a {@code .jsonl} one by one, in constant memory. Each record is checked by
   * itself, not against the others. Close the stream when done.
   *
   * @param file its name ends in {@code .jsonl} or {@code .jsonl.gz}
   * @return a stream that throws {@link InvalidDossierException} at the first line without a valid
   *     record unless {@link #leaveOutInvalid} is set, and at a torn last line unless {@link
   *     #keepBeforeTear} is set
   * @throws IllegalArgumentException if the name has another ending
   * @throws UncheckedIOException if the file does not exist or cannot be read
   */
  public Stream<DossierRecord> items(Path file) {
    requireNonNull(file, "file");
    return RecordIterator.stream(file, limits, onTorn.orElse(DossierReader::refuse), onLeftOut);
  }

  /**
   * The records that were appended to a file since an offset.
   *
   * <pre>{@code
   * Tracker more = tracker.plus(appended.records());
   * }</pre>
   *
   * @param records the records of the new lines, in their order; each is valid by itself, and is
   *     checked against the others when it is added to a dossier
   * @param offset the number of bytes up to the end of the last whole line, from which the next
   *     call reads on
   * @since 0.1
   */
  public record Appended(ImmutableList<DossierRecord> records, long offset) {}

  /**
   * Reads the records that were appended to a {@code .jsonl} since an offset, so that a growing
   * file can be followed. The call returns at once; call it again to see what came meanwhile.
   *
   * <pre>{@code
   * DossierReader reader = Dossiers.reader().leaveOutInvalid(System.err::println);
   * DossierReader.Appended appended = reader.readAppended(feed, offset);   // at first from 0
   * tracker = tracker.plus(appended.records());
   * offset = appended.offset();
   * }</pre>
   *
   * <p>A last line without a line feed may still be written, so it is left for the next call. Lines
   * with problems are left out if {@link #leaveOutInvalid} is set; otherwise they are refused, and
   * none is skipped. A description is checked but not returned. Time and memory depend on what was
   * appended; only to number the lines of problems, the file is read from its beginning.
   *
   * <p>A file that was replaced by another is noticed if it is shorter than the offset, or if no
   * line begins there.
   *
   * @param file its name ends in {@code .jsonl}; a packed file cannot be followed
   * @param offset the offset that the call before returned; at first 0, for the whole file
   * @return the new records, and the offset for the next call
   * @throws IllegalArgumentException if the name has another ending, or the offset is negative
   * @throws UncheckedIOException if the file does not exist or cannot be read
   * @throws InvalidDossierException with every problem, if a whole line holds no valid record, or
   *     with one problem, if the file was truncated or replaced, or is too large for the heap
   */
  public Appended readAppended(Path file, long offset) {
    requireNonNull(file, "file");
    String name = file.toString();
    if (!FileEndings.isOfLines(name) || FileEndings.isPacked(name)) {
      throw ShownValue.refused(
          file + ": only a .jsonl that is not packed is read from an offset; use read(…) instead");
    }
    if (offset < 0) {
      throw ShownValue.refused("an offset must be 0 or more, got " + offset);
    }
    return HeapBudget.within(name, budget -> appended(file, offset, budget));
  }

  private Appended appended(Path file, long offset, HeapBudget budget) {
    String name = file.toString();
    try {
      Optional<Problem> tooLarge = budget.add(name, Math.max(0, Files.size(file) - offset));
      if (tooLarge.isPresent()) {
        throw FileErrors.refused(tooLarge.get());
      }
      LineReader.NewLines lines = LineReader.read(file, offset, limits, budget);
      if (onLeftOut.isEmpty() && !lines.problems().isEmpty()) {
        throw new InvalidDossierException(lines.problems());
      }
      onLeftOut.ifPresent(lines.problems()::forEach);
      return new Appended(lines.records(), lines.end());
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(FileErrors.tooLarge(large, name));
    } catch (IOException failed) {
      throw FileErrors.unreadable(name, failed);
    }
  }

  private static void refuse(Problem torn) {
    throw FileErrors.refused(torn);
  }
}

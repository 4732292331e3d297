package org.demarche.json.records;

import com.google.common.collect.ImmutableList;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.FileEndings;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.suggestion.ShownValue;

/** An iterator over the records of a file of lines in constant memory, up to the first problem. */
public final class RecordIterator implements Iterator<DossierRecord>, AutoCloseable {
  private final HeapBudget budget = HeapBudget.ofUnknownSize();
  private final LineReader lines;
  private final String file;
  private final Consumer<Problem> onTorn;
  private final Optional<Consumer<Problem>> onLeftOut;
  private Optional<DossierRecord> next = Optional.empty();
  private boolean ended;

  /**
   * Creates an iterator.
   *
   * @param onTorn receives the problem of a torn last line, after all records before it
   * @param onLeftOut receives the problems of each line that is left out, if lines may be
   */
  private RecordIterator(
      InputStream in,
      String file,
      ReadLimits limits,
      Consumer<Problem> onTorn,
      Optional<Consumer<Problem>> onLeftOut)
      throws IOException {
    this.lines = LineReader.oneByOne(in, file, limits, budget);
    this.file = file;
    this.onTorn = onTorn;
    this.onLeftOut = onLeftOut;
  }

  /**
   * Opens a file as a stream of its records. The stream must be closed.
   *
   * @param onTorn receives the problem of a torn last line, after all records before it
   * @param onLeftOut receives the problems of each line that is left out; if empty, none may be
   * @throws IllegalArgumentException if the name of the file does not end in {@code .jsonl} or
   *     {@code .jsonl.gz}
   */
  public static Stream<DossierRecord> stream(
      Path file,
      ReadLimits limits,
      Consumer<Problem> onTorn,
      Optional<Consumer<Problem>> onLeftOut) {
    String name = file.toString();
    if (!FileEndings.isOfLines(name)) {
      throw ShownValue.refused(
          file + ": only a .jsonl, one record per line, is read one by one; use read(…) instead");
    }
    try {
      if (FileEndings.isPacked(name) && Files.isRegularFile(file) && Files.size(file) == 0) {
        throw new EOFException(); // cut off, and no empty file
      }
      RecordIterator records =
          new RecordIterator(Files.newInputStream(file), name, limits, onTorn, onLeftOut);
      return StreamSupport.stream(
              Spliterators.spliteratorUnknownSize(
                  records, Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.IMMUTABLE),
              false)
          .onClose(records::close);
    } catch (IOException failed) {
      throw FileErrors.unreadable(name, failed);
    }
  }

  @Override
  public boolean hasNext() {
    while (next.isEmpty() && !ended) {
      next = budget.within(() -> file, this::nextOfLines); // one line alone may be too long
      TokenReader cursor = lines.cursor();
      if (cursor.problemCount() > 0) {
        leaveOut(cursor);
      } else if (next.isEmpty()) {
        ended = true;
        lines.torn().ifPresent(onTorn);
      }
    }
    return next.isPresent();
  }

  private Optional<DossierRecord> nextOfLines() {
    try {
      Optional<DossierRecord> record = lines.next();
      record.ifPresent(read -> budget.countRecord());
      return record;
    } catch (BoundedInput.TooLarge large) {
      throw FileErrors.refused(FileErrors.tooLarge(large, file));
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }

  /** Passes over a line with problems. */
  private void leaveOut(TokenReader cursor) {
    ImmutableList<Problem> problems = ImmutableList.copyOf(cursor.problems());
    if (onLeftOut.isEmpty() || cursor.isFileRefused()) {
      throw new InvalidDossierException(problems);
    }
    problems.forEach(onLeftOut.get());
    cursor.keepProblems(0);
    next = Optional.empty();
  }

  @Override
  public DossierRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException(file + " has no more records");
    }
    DossierRecord record = next.orElseThrow();
    next = Optional.empty();
    return record;
  }

  @Override
  public void close() {
    try {
      lines.close();
    } catch (IOException failed) {
      throw FileErrors.unreadable(file, failed);
    }
  }
}

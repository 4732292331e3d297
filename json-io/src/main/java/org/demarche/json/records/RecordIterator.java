package org.demarche.json.records;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.FileErrors;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** Iterates over the records of a file of lines in constant memory, up to the first problem. */
public final class RecordIterator implements Iterator<DossierRecord>, AutoCloseable {
  private final LineReader lines;
  private final String file;
  private final Consumer<Problem> onTorn;
  private Optional<DossierRecord> next = Optional.empty();
  private boolean ended;

  /**
   * Creates an iterator.
   *
   * @param onTorn receives the problem of a torn last line, after all records before it
   */
  public RecordIterator(InputStream in, String file, ReadLimits limits, Consumer<Problem> onTorn)
      throws IOException {
    this.lines = LineReader.oneByOne(in, file, limits);
    this.file = file;
    this.onTorn = onTorn;
  }

  @Override
  public boolean hasNext() {
    if (next.isEmpty() && !ended) {
      try {
        next = lines.next();
      } catch (BoundedInput.TooLarge large) {
        throw FileErrors.refused(FileErrors.tooLarge(large, file));
      } catch (IOException failed) {
        throw FileErrors.unreadable(file, failed);
      }
      if (!lines.cursor().problems().isEmpty()) {
        throw new InvalidDossierException(lines.cursor().problems());
      }
      ended = next.isEmpty();
      if (ended) {
        lines.torn().ifPresent(onTorn);
      }
    }
    return next.isPresent();
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

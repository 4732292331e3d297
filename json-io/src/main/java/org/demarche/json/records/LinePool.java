package org.demarche.json.records;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.demarche.model.DossierRecord;

/** A pool of readers of single lines, which many threads may use. */
public final class LinePool {
  /** The number of interned values of each sort. */
  private static final int INTERNED = 1 << 16;

  private static final int MOST_IDLE = 64;

  private final ReadLimits limits;
  private final IdInterner interner = new IdInterner(INTERNED);
  private final Queue<LineRecords> idle = new ArrayBlockingQueue<>(MOST_IDLE);

  /**
   * Creates a pool.
   *
   * @param within the limits within which the records were read before
   */
  public LinePool(ReadLimits within) {
    // A line as it is written may be longer than it was: it has the escapes of its own.
    this.limits =
        new ReadLimits(Long.MAX_VALUE, within.maxDepth(), within.maxText(), Integer.MAX_VALUE);
  }

  /** Returns the record of a line that {@link LineWriter} wrote. */
  public DossierRecord record(byte[] line) {
    LineRecords reader =
        Optional.ofNullable(idle.poll()).orElseGet(() -> new LineRecords(limits, interner));
    Optional<LineRecords.Found> found = reader.read(line, 0, line.length);
    idle.offer(reader);
    return found.isPresent()
        ? found.get().record()
        : LineReader.record(new String(line, StandardCharsets.UTF_8), limits);
  }
}

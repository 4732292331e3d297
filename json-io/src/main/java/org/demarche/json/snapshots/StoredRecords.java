package org.demarche.json.snapshots;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.function.IntFunction;
import org.demarche.json.records.LinePool;
import org.demarche.json.records.RecordType;
import org.demarche.model.DossierRecord;
import org.demarche.suggestion.ShownValue;

/**
 * The records of one type, each read from its line when it is asked for. A block is checked when
 * its first record is. The records of a damaged block come from elsewhere.
 */
final class StoredRecords<R extends DossierRecord> extends AbstractList<R> implements RandomAccess {
  /** The number of records in a block. */
  static final int PER_BLOCK = 128;

  private static final int INTACT = 1;
  private static final int DAMAGED = 2;

  private final RecordType<R> type;
  private final Region region;
  private final int size;
  private final LinePool lines;
  private final IntFunction<R> otherwise;

  /** The state of each block, or 0 as long as it is unknown. */
  private final AtomicIntegerArray states;

  /**
   * Creates a list.
   *
   * @param lines reads the lines
   * @param otherwise returns a record of a damaged block
   */
  StoredRecords(
      RecordType<R> type, int size, Region region, LinePool lines, IntFunction<R> otherwise) {
    if (region.blocks() != (size + PER_BLOCK - 1) / PER_BLOCK) {
      throw ShownValue.refused(size + " records in " + region.blocks() + " blocks");
    }
    this.type = type;
    this.size = size;
    this.region = region;
    this.lines = lines;
    this.otherwise = otherwise;
    this.states = new AtomicIntegerArray(region.blocks());
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public R get(int index) {
    int block = Objects.checkIndex(index, size) / PER_BLOCK;
    if (states.get(block) == 0) {
      states.set(block, region.isIntact(block) ? INTACT : DAMAGED);
    }
    if (states.get(block) == INTACT) {
      try {
        return read(block, index % PER_BLOCK);
      } catch (IllegalArgumentException | InternalError truncated) {
        states.set(block, DAMAGED);
      }
    }
    return otherwise.apply(index);
  }

  private R read(int block, int inBlock) {
    int at = inBlock * Integer.BYTES;
    ByteBuffer places = MappedFile.buffer(region.part(block, at, at + 2 * Integer.BYTES));
    byte[] line = region.part(block, places.getInt(), places.getInt());
    return type.type().cast(lines.record(line));
  }
}

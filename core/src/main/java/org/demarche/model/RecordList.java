package org.demarche.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;

/**
 * An unmodifiable list of records in chunks. Adding or replacing records creates a new list that
 * shares with this one every chunk in which no record changes.
 *
 * @param <R> the type of the records
 */
final class RecordList<R> extends AbstractList<R> implements RandomAccess {
  private static final int CHUNK_BITS = 9;
  private static final int CHUNK = 1 << CHUNK_BITS;

  private final Object[][] chunks;
  private final int size;

  private RecordList(Object[][] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  /** Copies records into a list. */
  static <R> RecordList<R> of(List<? extends R> records) {
    Builder<R> list = new RecordList<R>(new Object[0][], 0).toBuilder(records.size());
    records.forEach(list::add);
    return list.build();
  }

  /**
   * Returns a builder of a list that begins with these records.
   *
   * @param more the number of records that are added at most
   */
  Builder<R> toBuilder(int more) {
    return new Builder<>(this, size + more);
  }

  private static int chunks(int size) {
    return (size + CHUNK - 1) >> CHUNK_BITS;
  }

  /** A builder of a list, for a single use. The list from which it starts does not change. */
  static final class Builder<R> extends AbstractList<R> implements RandomAccess {
    private final RecordList<R> before;
    private final int room;
    private final Object[][] chunks;
    private final BitSet copied = new BitSet();
    private int size;

    private Builder(RecordList<R> before, int room) {
      this.before = before;
      this.room = room;
      this.chunks = Arrays.copyOf(before.chunks, chunks(room));
      this.size = before.size;
    }

    private Object[] own(int number) {
      if (!copied.get(number)) {
        copied.set(number);
        int length = Math.min(CHUNK, room - (number << CHUNK_BITS));
        chunks[number] =
            number < before.chunks.length
                ? Arrays.copyOf(before.chunks[number], length)
                : new Object[length];
      }
      return chunks[number];
    }

    @Override
    public boolean add(R record) {
      own(size >> CHUNK_BITS)[size & (CHUNK - 1)] = record;
      size++;
      return true;
    }

    @Override
    public R set(int index, R record) {
      R earlier = get(index);
      own(index >> CHUNK_BITS)[index & (CHUNK - 1)] = record;
      return earlier;
    }

    @Override
    @SuppressWarnings("unchecked") // the chunks hold only records of this type
    public R get(int index) {
      return (R) chunks[index >> CHUNK_BITS][index & (CHUNK - 1)];
    }

    @Override
    public int size() {
      return size;
    }

    /** Returns whether a record was added or replaced. */
    boolean isChanged() {
      return !copied.isEmpty();
    }

    /** Returns the list, which is the one from which this builder started if nothing changed. */
    RecordList<R> build() {
      if (!isChanged()) {
        return before;
      }
      int count = chunks(size);
      Object[][] all = count == chunks.length ? chunks : Arrays.copyOf(chunks, count);
      int last = size - ((count - 1) << CHUNK_BITS);
      if (all[count - 1].length > last) {
        all[count - 1] = Arrays.copyOf(all[count - 1], last);
      }
      return new RecordList<>(all, size);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // the chunks hold only records of this type
  public R get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index + " is not between 0 and " + (size - 1));
    }
    return (R) chunks[index >> CHUNK_BITS][index & (CHUNK - 1)];
  }

  @Override
  public int size() {
    return size;
  }
}

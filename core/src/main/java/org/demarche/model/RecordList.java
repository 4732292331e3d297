package org.demarche.model;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
    return new RecordList<R>(new Object[0][], 0).plus(Map.of(), records);
  }

  /**
   * Returns a list of these records and more.
   *
   * @param replacements records by the index of the record that they replace
   * @param more records to add at the end
   */
  RecordList<R> plus(Map<Integer, ? extends R> replacements, List<? extends R> more) {
    int larger = size + more.size();
    Object[][] all = Arrays.copyOf(chunks, (larger + CHUNK - 1) >> CHUNK_BITS);
    replacements.forEach(
        (index, record) -> {
          int number = index >> CHUNK_BITS;
          if (all[number] == chunks[number]) {
            all[number] = chunks[number].clone();
          }
          all[number][index & (CHUNK - 1)] = record;
        });
    int index = size;
    for (R record : more) {
      int number = index >> CHUNK_BITS;
      int offset = index & (CHUNK - 1);
      if (index == size || offset == 0) {
        Object[] begun = all[number] == null ? new Object[0] : all[number];
        all[number] = Arrays.copyOf(begun, Math.min(CHUNK, larger - (number << CHUNK_BITS)));
      }
      all[number][offset] = record;
      index++;
    }
    return new RecordList<>(all, larger);
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

package org.demarche.index;

import java.util.List;

/** A receiver of ints, which an {@link IntReader} returns in the same order. */
@FunctionalInterface
public interface IntWriter {
  /** Writes some ints. */
  void write(int... values);

  /** Writes an array, preceded by its length. */
  default void writeArray(int... values) {
    write(values.length);
    write(values);
  }

  /** Writes arrays, preceded by their number and their lengths. */
  default void writeArrays(List<int[]> arrays) {
    writeArray(arrays.stream().mapToInt(array -> array.length).toArray());
    arrays.forEach(this::write);
  }
}

package org.demarche.index;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
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

  /** Writes bytes, preceded by their number. */
  default void writeBytes(byte[] bytes) {
    IntBuffer ints =
        ByteBuffer.wrap(Arrays.copyOf(bytes, Math.multiplyExact(4, (bytes.length + 3) / 4)))
            .asIntBuffer();
    int[] values = new int[ints.remaining()];
    ints.get(values);
    write(bytes.length);
    writeArray(values);
  }

  /** Writes arrays, preceded by their number and their lengths. */
  default void writeArrays(List<int[]> arrays) {
    writeArray(arrays.stream().mapToInt(array -> array.length).toArray());
    arrays.forEach(this::write);
  }
}

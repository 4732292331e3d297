package org.demarche.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.List;

/** A receiver of ints, which an {@link IntReader} returns in the same order. */
@FunctionalInterface
public interface IntWriter {
  /** Writes some ints. */
  void write(int... values);

  /** Writes a long as two ints, the upper half first. */
  default void writeLong(long value) {
    write((int) (value >>> Integer.SIZE), (int) value);
  }

  /** Writes an array, preceded by its length. */
  default void writeArray(int... values) {
    write(values.length);
    write(values);
  }

  /** Writes bytes, preceded by their number, four in an int. */
  default void writeBytes(byte[] bytes) {
    int[] values = new int[(bytes.length + Integer.BYTES - 1) / Integer.BYTES];
    IntBuffer ints =
        ByteBuffer.wrap(Arrays.copyOf(bytes, Math.multiplyExact(values.length, Integer.BYTES)))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asIntBuffer();
    ints.get(values);
    write(bytes.length);
    write(values);
  }

  /**
   * Writes arrays, preceded by their number and their lengths.
   *
   * @throws ArithmeticException if they have more ints than one array can have
   */
  default void writeArrays(List<int[]> arrays) {
    int[] lengths = arrays.stream().mapToInt(array -> array.length).toArray();
    long all = Arrays.stream(lengths).asLongStream().sum();
    if (all > Integer.MAX_VALUE) {
      throw new ArithmeticException(all + " ints do not fit into an array");
    }
    writeArray(lengths);
    arrays.forEach(this::write);
  }
}

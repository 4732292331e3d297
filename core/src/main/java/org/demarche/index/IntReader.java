package org.demarche.index;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A source of the ints that were written to an {@link IntWriter}, in the same order. */
@FunctionalInterface
public interface IntReader {
  /**
   * Returns the next ints.
   *
   * @throws IllegalArgumentException if the count is negative, or fewer ints are left
   */
  int[] read(int count);

  /** Returns the next int. */
  default int readInt() {
    return read(1)[0];
  }

  /** Returns a long that was written as two ints. */
  default long readLong() {
    return (long) readInt() << Integer.SIZE | Integer.toUnsignedLong(readInt());
  }

  /** Returns an array that was written with its length. */
  default int[] readArray() {
    return read(readInt());
  }

  /** Returns bytes that were written with their number. */
  default byte[] readBytes() {
    int length = readInt();
    int[] values = read((length + Integer.BYTES - 1) / Integer.BYTES);
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return Arrays.copyOf(bytes.array(), length);
  }

  /** Returns arrays that were written with their lengths. */
  default PersistentList<int[]> readArrays() {
    return PersistentList.of(new IntArrays(this));
  }
}

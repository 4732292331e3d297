package org.demarche.index;

import java.nio.ByteBuffer;
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

  /** Returns an array that was written with its length. */
  default int[] readArray() {
    return read(readInt());
  }

  /** Returns bytes that were written with their number. */
  default byte[] readBytes() {
    int length = readInt();
    int[] values = readArray();
    ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * values.length);
    bytes.asIntBuffer().put(values);
    return Arrays.copyOf(bytes.array(), length);
  }

  /** Returns arrays that were written with their lengths. */
  default PersistentList<int[]> readArrays() {
    return PersistentList.onDemand(new IntArrays(this));
  }
}

package org.demarche.index;

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

  /** Returns arrays that were written with their lengths. */
  default PersistentList<int[]> readArrays() {
    return PersistentList.onDemand(new IntArrays(this));
  }
}

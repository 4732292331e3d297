package org.demarche.index;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;

/** Arrays that were written one after another. Each is copied when it is looked at. */
final class IntArrays extends AbstractList<int[]> implements RandomAccess {
  private static final int[] NONE = {};

  /** The start of each array in the large one, and after them the end of the last. */
  private final int[] starts;

  private final int[] all;

  /** Reads arrays that were written. */
  IntArrays(IntReader in) {
    int[] lengths = in.readArray();
    this.starts = new int[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      starts[i + 1] = Math.addExact(starts[i], lengths[i]);
    }
    this.all = in.read(starts[lengths.length]);
  }

  @Override
  public int[] get(int index) {
    int start = starts[index];
    int end = starts[index + 1];
    return start == end ? NONE : Arrays.copyOfRange(all, start, end);
  }

  @Override
  public int size() {
    return starts.length - 1;
  }
}

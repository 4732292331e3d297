package org.demarche.index;

import java.util.Arrays;

/** A list of ints that grows at its end. */
public final class Ints {
  private int[] values = new int[8];
  private int size;

  /** Adds a value at the end. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  /** Adds values at the end. */
  void addAll(int... more) {
    if (size + more.length > values.length) {
      values = Arrays.copyOf(values, Math.max(size + more.length, size + (size >> 1)));
    }
    System.arraycopy(more, 0, values, size, more.length);
    size += more.length;
  }

  /** The value at a place, from 0. */
  public int get(int at) {
    return values[at];
  }

  /** How many values there are. */
  public int size() {
    return size;
  }

  /** The values, in an array of their own. */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}

package org.demarche.index;

import java.util.Arrays;

/** An array of ints that grows at its end. */
public final class GrowableIntArray {
  private int[] values = new int[8];
  private int size;

  /** Creates an empty array. */
  public GrowableIntArray() {}

  /** Adds a value at the end. */
  public void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1) + 1);
    }
    values[size++] = value;
  }

  /** Adds values at the end. */
  void addAll(int... more) {
    addRange(more, 0, more.length);
  }

  /** Adds the values of another array at the end. */
  void addAll(GrowableIntArray more) {
    addRange(more.values, 0, more.size);
  }

  /** Adds a range of an array at the end: start inclusive, end exclusive. */
  void addRange(int[] from, int start, int end) {
    int larger = size + end - start;
    if (larger > values.length) {
      values = Arrays.copyOf(values, Math.max(larger, size + (size >> 1)));
    }
    System.arraycopy(from, start, values, size, end - start);
    size = larger;
  }

  /** Removes all values. */
  void clear() {
    size = 0;
  }

  /** Returns the value at an index, from 0. */
  public int get(int index) {
    return values[index];
  }

  /** Returns the number of values. */
  public int size() {
    return size;
  }

  /** Returns a copy of a range of the values: start inclusive, end exclusive. */
  int[] toArray(int start, int end) {
    return Arrays.copyOfRange(values, start, end);
  }

  /** Returns a copy of the values. */
  public int[] toArray() {
    return Arrays.copyOf(values, size);
  }
}

package org.demarche.index;

import java.util.Arrays;

/** A list of ints that grows at its end. */
public final class GrowableIntArray {
  private int[] values;
  private int size;

  /** An empty list. */
  public GrowableIntArray() {
    this(8);
  }

  /** An empty list with room for some. */
  GrowableIntArray(int room) {
    this.values = new int[Math.max(1, room)];
  }

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

  /** Adds the values of another at the end. */
  void addAll(GrowableIntArray more) {
    addRange(more.values, 0, more.size);
  }

  /** Adds the values of an array from one place to before another at the end. */
  void addRange(int[] from, int start, int end) {
    int larger = size + end - start;
    if (larger > values.length) {
      values = Arrays.copyOf(values, Math.max(larger, size + (size >> 1)));
    }
    System.arraycopy(from, start, values, size, end - start);
    size = larger;
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

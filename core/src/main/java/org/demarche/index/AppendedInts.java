package org.demarche.index;

import java.util.Arrays;

/**
 * A list of ints. Adding ints at the end creates another list, which shares all ints of this one
 * but a short tail. The tail is joined to the others when it becomes longer than the square root of
 * their number, so that both are rarely copied.
 */
public final class AppendedInts {
  /** The list without ints. */
  public static final AppendedInts NONE = new AppendedInts(new int[0], new int[0]);

  private static final int SHORT = 16;

  private final int[] base;
  private final int[] tail;

  private AppendedInts(int[] base, int[] tail) {
    this.base = base;
    this.tail = tail;
  }

  /** Returns a list of some ints. The array must not be changed. */
  public static AppendedInts of(int... ints) {
    return ints.length == 0 ? NONE : new AppendedInts(ints, NONE.tail);
  }

  /** Returns the number of ints. */
  public int size() {
    return base.length + tail.length;
  }

  /** Returns the int at an index, from 0. */
  public int get(int index) {
    return index < base.length ? base[index] : tail[index - base.length];
  }

  /** Returns these ints followed by others. */
  public AppendedInts plus(int... more) {
    int length = tail.length + more.length;
    return length <= Math.max(SHORT, (int) Math.sqrt(base.length))
        ? new AppendedInts(base, joined(tail, more))
        : new AppendedInts(joined(toArray(), more), new int[0]);
  }

  /** Returns all ints. The array must not be changed. */
  public int[] toArray() {
    return joined(base, tail);
  }

  private static int[] joined(int[] first, int[] second) {
    if (first.length == 0 || second.length == 0) {
      return second.length == 0 ? first : second;
    }
    int[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}

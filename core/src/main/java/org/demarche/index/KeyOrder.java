package org.demarche.index;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** The sorting of items by int keys from 0; items of one key keep their order. */
final class KeyOrder {
  /** From this number of items on, they are counted by key, in time linear in the highest key. */
  private static final int MANY = 512;

  private KeyOrder() {}

  /** Returns the items from 0 up to a number, exclusive, sorted by their keys. */
  static int[] of(int count, IntUnaryOperator key) {
    int[] items = new int[count];
    Arrays.setAll(items, item -> item);
    return sorted(items, key);
  }

  /** Returns items sorted by their keys. */
  static int[] sorted(int[] items, IntUnaryOperator key) {
    if (items.length >= MANY) {
      return counted(items, key);
    }
    long[] keyed = new long[items.length];
    Arrays.setAll(keyed, i -> (long) key.applyAsInt(items[i]) << Integer.SIZE | i);
    Arrays.sort(keyed);
    int[] sorted = new int[items.length];
    Arrays.setAll(sorted, i -> items[(int) keyed[i]]);
    return sorted;
  }

  private static int[] counted(int[] items, IntUnaryOperator key) {
    int most = Arrays.stream(items).map(key).max().orElse(-1);
    int[] next = new int[most + 2];
    for (int item : items) {
      next[key.applyAsInt(item) + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] sorted = new int[items.length];
    for (int item : items) {
      sorted[next[key.applyAsInt(item)]++] = item;
    }
    return sorted;
  }
}

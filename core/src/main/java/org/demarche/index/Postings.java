package org.demarche.index;

import java.util.Arrays;

/**
 * For each key from 0, the items that were posted under it, in the order in which they were. It is
 * never changed: what is added makes another, which shares with this one every key that got
 * nothing.
 */
public final class Postings {
  private static final int[] NONE = {};

  private final int[][] items;

  private Postings(int[][] items) {
    this.items = items;
  }

  /** The items under a key, also under one that is none. The array is not to be changed. */
  public int[] of(int key) {
    return key < items.length ? items[key] : NONE;
  }

  /** Collects pairs of a key and an item. */
  public static final class Builder {
    private final GrowableIntArray pairs = new GrowableIntArray();

    /** Posts an item under a key. */
    public void add(int key, int item) {
      pairs.add(key);
      pairs.add(item);
    }

    /** Gathers the items of each key. */
    public Postings build() {
      return onto(new Postings(new int[0][]));
    }

    /** Gathers the items of each key behind those of another, which stays what it is. */
    public Postings onto(Postings others) {
      int keys = others.items.length;
      for (int i = 0; i < pairs.size(); i += 2) {
        keys = Math.max(keys, pairs.get(i) + 1);
      }
      int[] sizes = new int[keys];
      for (int i = 0; i < pairs.size(); i += 2) {
        sizes[pairs.get(i)]++;
      }
      int[][] items = Arrays.copyOf(others.items, keys);
      Arrays.fill(items, others.items.length, keys, NONE);
      int[] next = new int[keys];
      for (int key = 0; key < keys; key++) {
        next[key] = items[key].length;
        if (sizes[key] > 0) {
          items[key] = Arrays.copyOf(items[key], next[key] + sizes[key]);
        }
      }
      for (int i = 0; i < pairs.size(); i += 2) {
        int key = pairs.get(i);
        items[key][next[key]++] = pairs.get(i + 1);
      }
      return new Postings(items);
    }
  }
}

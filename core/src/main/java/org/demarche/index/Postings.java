package org.demarche.index;

import java.util.Arrays;

/**
 * The lists of items posted under keys from 0, each list in the order of posting. Postings are
 * immutable: adding items creates other postings, which share the lists that got no item.
 */
public final class Postings {
  private static final int[] NONE = {};

  private final int[][] items;

  private Postings(int[][] items) {
    this.items = items;
  }

  /** Returns the items under a key. The array may be empty; it must not be changed. */
  public int[] of(int key) {
    return key < items.length ? items[key] : NONE;
  }

  /** A builder of postings, which collects pairs of a key and an item. */
  public static final class Builder {
    private final GrowableIntArray pairs = new GrowableIntArray();

    /** Posts an item under a key. */
    public void add(int key, int item) {
      pairs.add(key);
      pairs.add(item);
    }

    /** Returns the items that were posted. */
    public Postings build() {
      return onto(new Postings(new int[0][]));
    }

    /** Returns the items of other postings, each list followed by the items posted here. */
    public Postings onto(Postings others) {
      if (pairs.size() == 0) {
        return others;
      }
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

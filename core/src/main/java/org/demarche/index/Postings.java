package org.demarche.index;

/** For each key from 0, the items that were posted under it, in the order in which they were. */
public final class Postings {
  private final int[] starts;
  private final int[] items;

  private Postings(int[] starts, int[] items) {
    this.starts = starts;
    this.items = items;
  }

  /** How many items stand under a key. */
  public int size(int key) {
    return starts[key + 1] - starts[key];
  }

  /** One of the items under a key, from 0. */
  public int get(int key, int at) {
    return items[starts[key] + at];
  }

  /** Collects pairs of a key and an item. */
  public static final class Builder {
    private final int keys;
    private final Ints pairs = new Ints();

    /**
     * An empty builder.
     *
     * @param keys the number of keys
     */
    public Builder(int keys) {
      this.keys = keys;
    }

    /** Posts an item under a key. */
    public void add(int key, int item) {
      pairs.add(key);
      pairs.add(item);
    }

    /** Gathers the items of each key. */
    public Postings build() {
      int[] starts = new int[keys + 1];
      for (int i = 0; i < pairs.size(); i += 2) {
        starts[pairs.get(i) + 1]++;
      }
      for (int key = 0; key < keys; key++) {
        starts[key + 1] += starts[key];
      }
      int[] next = starts.clone();
      int[] items = new int[pairs.size() / 2];
      for (int i = 0; i < pairs.size(); i += 2) {
        items[next[pairs.get(i)]++] = pairs.get(i + 1);
      }
      return new Postings(starts, items);
    }
  }
}

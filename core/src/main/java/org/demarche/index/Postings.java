package org.demarche.index;

import com.google.common.collect.Lists;
import java.util.Arrays;

/**
 * The items posted under keys from 0, in ascending order under each key. Postings are immutable:
 * adding items creates other postings, which share nearly all lists.
 */
public final class Postings {
  private final PersistentList<AppendedInts> items;

  private Postings(PersistentList<AppendedInts> items) {
    this.items = items;
  }

  /** Returns the items under a key. The array may be empty; it must not be changed. */
  public int[] of(int key) {
    return key < items.size() ? items.get(key).toArray() : AppendedInts.NONE.toArray();
  }

  /** Returns whether there are items under a key. */
  public boolean has(int key) {
    return key < items.size() && items.get(key).size() > 0;
  }

  /** Writes the postings. */
  public void writeTo(IntWriter out) {
    out.writeArrays(Lists.transform(items, AppendedInts::toArray));
  }

  /** Reads postings that were written. */
  public static Postings read(IntReader in) {
    return new Postings(PersistentList.of(Lists.transform(new IntArrays(in), AppendedInts::of)));
  }

  /** A builder of postings, which collects pairs of a key and an item. */
  public static final class Builder {
    private final GrowableIntArray keys = new GrowableIntArray();
    private final GrowableIntArray posted = new GrowableIntArray();

    /** Posts an item under a key, which has no such item yet. */
    public void add(int key, int item) {
      keys.add(key);
      posted.add(item);
    }

    /** Posts the items of another builder, which are not posted here yet. */
    public void addAll(Builder more) {
      keys.addAll(more.keys);
      posted.addAll(more.posted);
    }

    /** Returns the items that were posted. */
    public Postings build() {
      return onto(new Postings(PersistentList.empty()));
    }

    /** Returns the items of other postings and those posted here. */
    public Postings onto(Postings others) {
      PersistentList.Builder<AppendedInts> items = others.items.toBuilder();
      int[] order = KeyOrder.of(keys.size(), keys::get);
      for (int start = 0; start < order.length; ) {
        int key = keys.get(order[start]);
        int end = start;
        while (end < order.length && keys.get(order[end]) == key) {
          end++;
        }
        int[] more = new int[end - start];
        for (int i = 0; i < more.length; i++) {
          more[i] = posted.get(order[start + i]);
        }
        while (items.size() <= key) {
          items.add(AppendedInts.NONE);
        }
        items.set(key, ascending(items.get(key).plus(more), more.length));
        start = end;
      }
      return new Postings(items.build());
    }

    /** Returns ints in ascending order, of which all but the last few are so already. */
    private static AppendedInts ascending(AppendedInts ints, int last) {
      for (int i = Math.max(1, ints.size() - last); i < ints.size(); i++) {
        if (ints.get(i - 1) > ints.get(i)) {
          int[] sorted = ints.toArray().clone();
          Arrays.sort(sorted);
          return AppendedInts.of(sorted);
        }
      }
      return ints;
    }
  }
}

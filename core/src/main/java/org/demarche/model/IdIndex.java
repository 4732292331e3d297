package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The records of one type, in the order given, each found by its id. It is never changed: what is
 * added makes another, which shares with this one the pages on which nothing is entered.
 *
 * <p>A page holds the places of the records whose hashes begin alike; on a page they are probed
 * for.
 */
final class IdIndex<R extends DossierRecord> {
  private static final int SLOTS = 256;
  private static final int USUAL = SLOTS / 2;

  private final ImmutableList<R> records;

  /** The places plus one, and 0 in an empty slot; after the slots how many are not. */
  private final int[][] pages;

  private IdIndex(ImmutableList<R> records, int[][] pages) {
    this.records = records;
    this.pages = pages;
  }

  /** The register of some records; of several of one id the first is found. */
  static <R extends DossierRecord> IdIndex<R> of(List<? extends R> some) {
    ImmutableList<R> records = ImmutableList.copyOf(some);
    int pages = Integer.highestOneBit(Math.max(1, records.size() / USUAL)) * 2;
    IdIndex<R> register = new IdIndex<>(records, new int[pages][SLOTS + 1]);
    for (int place = 0; place < records.size(); place++) {
      register.enter(place);
    }
    return register;
  }

  /** Enters a record, unless one of its id is there. */
  private void enter(int place) {
    String id = records.get(place).id();
    int number = page(hash(id));
    int[] page = pages[number];
    int count = page.length - 1;
    int slot = slot(page, id);
    if (page[slot] != 0) {
      return;
    }
    page[slot] = place + 1;
    page[count]++;
    if (page[count] > count / 4 * 3) { // hashes can be made alike on purpose
      pages[number] = new int[2 * count + 1];
      for (int i = 0; i < count; i++) {
        if (page[i] != 0) {
          enter(page[i] - 1);
        }
      }
    }
  }

  private static int hash(String id) {
    int hash = id.hashCode() * 0x9E3779B9; // the odd number next to 2^32 over the golden ratio
    return hash ^ (hash >>> 16);
  }

  private int page(int hash) {
    return hash & (pages.length - 1);
  }

  /** Where on its page an id stands, or would. */
  private int slot(int[] page, String id) {
    int slots = page.length - 1;
    int slot = (hash(id) >>> 16) & (slots - 1);
    while (page[slot] != 0 && !records.get(page[slot] - 1).id().equals(id)) {
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  }

  /** The records, in order. */
  ImmutableList<R> records() {
    return records;
  }

  /** The place of the first record of an id, or -1. */
  int indexOf(String id) {
    int[] page = pages[page(hash(id))];
    return page[slot(page, id)] - 1;
  }

  /** The first record of an id, if there is one. */
  Optional<R> find(String id) {
    int place = indexOf(id);
    return place < 0 ? Optional.empty() : Optional.of(records.get(place));
  }

  /**
   * The register of these records and more.
   *
   * @param instead records that stand in the place of others, whose ids they have
   * @param more records of new ids, each of another
   */
  IdIndex<R> plus(Map<Integer, R> instead, List<R> more) {
    if (instead.isEmpty() && more.isEmpty()) {
      return this;
    }
    List<R> before = records;
    if (!instead.isEmpty()) {
      before = new ArrayList<>(records);
      instead.forEach(before::set);
    }
    ImmutableList<R> all =
        ImmutableList.<R>builderWithExpectedSize(before.size() + more.size())
            .addAll(before)
            .addAll(more)
            .build();
    if (all.size() > pages.length * SLOTS) {
      return of(all);
    }
    IdIndex<R> larger = new IdIndex<>(all, pages.clone());
    BitSet copied = new BitSet();
    for (int place = records.size(); place < all.size(); place++) {
      int page = page(hash(all.get(place).id()));
      if (!copied.get(page)) {
        copied.set(page);
        larger.pages[page] = pages[page].clone();
      }
      larger.enter(place);
    }
    return larger;
  }
}

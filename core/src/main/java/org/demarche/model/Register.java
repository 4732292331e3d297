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
final class Register<R extends Item> {
  private static final int SLOTS = 256;
  private static final int USUAL = SLOTS / 2;
  private static final int FULL = 3 * SLOTS / 4;

  private final ImmutableList<R> records;

  /** The places plus one, and 0 in an empty slot; after the slots how many are not. */
  private final int[][] pages;

  private Register(ImmutableList<R> records, int[][] pages) {
    this.records = records;
    this.pages = pages;
  }

  /** The register of some records; of several of one id the first is found. */
  static <R extends Item> Register<R> of(List<? extends R> records) {
    return of(ImmutableList.copyOf(records), pagesFor(records.size()));
  }

  private static int pagesFor(int records) {
    return Math.max(1, Integer.highestOneBit(Math.max(1, records / USUAL)) * 2);
  }

  private static <R extends Item> Register<R> of(ImmutableList<R> records, int pages) {
    Register<R> register = new Register<>(records, new int[pages][SLOTS + 1]);
    for (int place = 0; place < records.size(); place++) {
      if (!register.enter(place)) {
        return of(records, pages * 2);
      }
    }
    return register;
  }

  /** Enters a record, unless one of its id is there; false where its page is full. */
  private boolean enter(int place) {
    int hash = hash(records.get(place).id());
    int[] page = pages[page(hash)];
    int slot = slot(page, hash, records.get(place).id());
    if (page[slot] == 0) {
      page[slot] = place + 1;
      page[SLOTS]++;
    }
    return page[SLOTS] < FULL;
  }

  private static int hash(String id) {
    int hash = id.hashCode() * 0x9E3779B9; // the odd number next to 2^32 over the golden ratio
    return hash ^ (hash >>> 16);
  }

  private int page(int hash) {
    return hash & (pages.length - 1);
  }

  /** Where on its page an id stands, or would. */
  private int slot(int[] page, int hash, String id) {
    int slot = hash >>> 24;
    while (page[slot] != 0 && !records.get(page[slot] - 1).id().equals(id)) {
      slot = (slot + 1) % SLOTS;
    }
    return slot;
  }

  /** The records, in order. */
  ImmutableList<R> records() {
    return records;
  }

  /** The place of the first record of an id, or -1. */
  int place(String id) {
    int hash = hash(id);
    int[] page = pages[page(hash)];
    return page[slot(page, hash, id)] - 1;
  }

  /** The first record of an id, if there is one. */
  Optional<R> find(String id) {
    int place = place(id);
    return place < 0 ? Optional.empty() : Optional.of(records.get(place));
  }

  /**
   * The register of these records and more.
   *
   * @param instead records that stand in the place of others, whose ids they have
   * @param more records of new ids, each of another
   */
  Register<R> plus(Map<Integer, R> instead, List<R> more) {
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
    Register<R> larger = new Register<>(all, pages.clone());
    BitSet copied = new BitSet();
    for (int place = records.size(); place < all.size(); place++) {
      int page = page(hash(all.get(place).id()));
      if (!copied.get(page)) {
        copied.set(page);
        larger.pages[page] = pages[page].clone();
      }
      if (!larger.enter(place)) {
        return of(all, pages.length * 2);
      }
    }
    return larger;
  }
}

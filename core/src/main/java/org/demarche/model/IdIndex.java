package org.demarche.model;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An immutable index of the records of one type by id, which keeps the order of the records. Adding
 * records creates a new index that shares with this one every page to which no record is added.
 *
 * <p>A page is a hash table with open addressing and linear probing. It contains the records whose
 * hashes have the same low bits.
 *
 * @param <R> the type of the records
 */
final class IdIndex<R extends DossierRecord> {
  private static final int SLOTS_PER_PAGE = 256;
  private static final int RECORDS_PER_PAGE = SLOTS_PER_PAGE / 2;

  private final RecordList<R> records;

  /**
   * The pages. Each slot contains the index of a record plus one, or 0 if it is empty. The last
   * element of a page is the number of slots in use.
   */
  private final int[][] pages;

  private IdIndex(RecordList<R> records, int[][] pages) {
    this.records = records;
    this.pages = pages;
  }

  /**
   * Creates an index of some records.
   *
   * @param some the records in order; of several with one id, the first is found
   */
  static <R extends DossierRecord> IdIndex<R> of(List<? extends R> some) {
    return of(RecordList.<R>of(some));
  }

  private static <R extends DossierRecord> IdIndex<R> of(RecordList<R> records) {
    int pages = Integer.highestOneBit(Math.max(1, records.size() / RECORDS_PER_PAGE)) * 2;
    IdIndex<R> created = new IdIndex<>(records, new int[pages][SLOTS_PER_PAGE + 1]);
    for (int index = 0; index < records.size(); index++) {
      created.add(index);
    }
    return created;
  }

  /** Adds the record at an index to its page, unless the page has a record of that id. */
  private void add(int index) {
    String id = records.get(index).id();
    int number = page(hash(id));
    int[] page = pages[number];
    int count = page.length - 1;
    int slot = slot(page, id);
    if (page[slot] != 0) {
      return;
    }
    page[slot] = index + 1;
    page[count]++;
    if (page[count] > count / 4 * 3) { // a page can be filled by ids made to collide
      pages[number] = new int[2 * count + 1];
      for (int i = 0; i < count; i++) {
        if (page[i] != 0) {
          add(page[i] - 1);
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

  /** Returns the slot of an id on its page, or the empty slot in which it belongs. */
  private int slot(int[] page, String id) {
    int slots = page.length - 1;
    int slot = (hash(id) >>> 16) & (slots - 1);
    while (page[slot] != 0 && !records.get(page[slot] - 1).id().equals(id)) {
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  }

  /** Returns the records in order. */
  List<R> records() {
    return records;
  }

  /** Returns the index of the first record of an id, from 0, or -1 if the id is absent. */
  int indexOf(String id) {
    int[] page = pages[page(hash(id))];
    return page[slot(page, id)] - 1;
  }

  /** Returns the first record of an id, if there is one. */
  Optional<R> find(String id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(records.get(index));
  }

  /**
   * Returns an index of these records and more.
   *
   * @param replacements records by the index of the record of the same id that they replace
   * @param more records whose ids are new and distinct
   */
  IdIndex<R> plus(Map<Integer, R> replacements, List<R> more) {
    if (replacements.isEmpty() && more.isEmpty()) {
      return this;
    }
    RecordList<R> all = records.plus(replacements, more);
    if (all.size() > pages.length * SLOTS_PER_PAGE) {
      return of(all);
    }
    IdIndex<R> larger = new IdIndex<>(all, pages.clone());
    BitSet copied = new BitSet();
    for (int index = records.size(); index < all.size(); index++) {
      int page = page(hash(all.get(index).id()));
      if (!copied.get(page)) {
        copied.set(page);
        larger.pages[page] = pages[page].clone();
      }
      larger.add(index);
    }
    return larger;
  }
}

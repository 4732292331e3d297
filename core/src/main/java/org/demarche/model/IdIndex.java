package org.demarche.model;

import com.google.common.primitives.ImmutableIntArray;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

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
    RecordList<R> records = RecordList.of(some);
    return new IdIndex<>(records, pagesOf(records, records.size()));
  }

  private static <R extends DossierRecord> int[][] pagesOf(List<R> records, int room) {
    int count = Integer.highestOneBit(Math.max(1, room / RECORDS_PER_PAGE)) * 2;
    int[][] pages = new int[count][SLOTS_PER_PAGE + 1];
    for (int index = 0; index < records.size(); index++) {
      add(pages, records, index);
    }
    return pages;
  }

  /** Adds the record at an index to its page, unless the page has a record of that id. */
  private static void add(int[][] pages, List<? extends DossierRecord> records, int index) {
    String id = records.get(index).id();
    int number = page(pages, id);
    int slot = slot(pages[number], id, records);
    if (pages[number][slot] == 0) {
      fill(pages, number, slot, index, records);
    }
  }

  private static void fill(
      int[][] pages, int number, int slot, int index, List<? extends DossierRecord> records) {
    int[] page = pages[number];
    int count = page.length - 1;
    page[slot] = index + 1;
    page[count]++;
    if (page[count] > count / 4 * 3) { // a page can be filled by ids made to collide
      pages[number] = new int[2 * count + 1];
      for (int i = 0; i < count; i++) {
        if (page[i] != 0) {
          add(pages, records, page[i] - 1);
        }
      }
    }
  }

  private static int hash(String id) {
    int hash = id.hashCode() * 0x9E3779B9; // the odd number next to 2^32 over the golden ratio
    return hash ^ (hash >>> 16);
  }

  private static int page(int[][] pages, String id) {
    return hash(id) & (pages.length - 1);
  }

  /** Returns the slot of an id on its page, or the empty slot in which it belongs. */
  private static int slot(int[] page, String id, List<? extends DossierRecord> records) {
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

  /** Returns the indexes of all records. */
  ImmutableIntArray all() {
    return ImmutableIntArray.copyOf(IntStream.range(0, records.size()));
  }

  /** Returns whether no two records have one id. */
  boolean isUnique() {
    int ids = 0;
    for (int[] page : pages) {
      ids += page[page.length - 1];
    }
    return ids == records.size();
  }

  /** Returns the index of the first record of an id, from 0, or -1 if the id is absent. */
  int indexOf(String id) {
    int[] page = pages[page(pages, id)];
    return page[slot(page, id, records)] - 1;
  }

  /** Returns the first record of an id, if there is one. */
  Optional<R> find(String id) {
    int index = indexOf(id);
    return index < 0 ? Optional.empty() : Optional.of(records.get(index));
  }

  /**
   * Returns an index of these records, some of which are replaced.
   *
   * @param replacements records by the index of the record of the same id that they replace
   */
  IdIndex<R> with(Map<Integer, R> replacements) {
    Additions<R> all = new Additions<>(this, 0);
    replacements.forEach(all::replace);
    return all.index();
  }

  /** Additions to an index, for a single use; the index does not change. */
  static final class Additions<R extends DossierRecord> {
    private final IdIndex<R> before;
    private final RecordList.Builder<R> records;
    private final int[][] pages;
    private final BitSet shared = new BitSet();

    /**
     * Begins additions.
     *
     * @param most the number of records that are added at most
     */
    Additions(IdIndex<R> before, int most) {
      this.before = before;
      this.records = before.records.toBuilder(most);
      int all = before.records.size() + most;
      if (all > before.pages.length * SLOTS_PER_PAGE) {
        this.pages = pagesOf(records, all);
      } else {
        this.pages = before.pages.clone();
        shared.set(0, pages.length);
      }
    }

    /**
     * Adds a record, unless there is one of its id.
     *
     * @return the index of the record of that id
     */
    int add(R record) {
      int number = page(pages, record.id());
      int slot = slot(pages[number], record.id(), records);
      if (pages[number][slot] != 0) {
        return pages[number][slot] - 1;
      }
      if (shared.get(number)) {
        shared.clear(number);
        pages[number] = pages[number].clone();
      }
      int index = records.size();
      records.add(record);
      fill(pages, number, slot, index, records);
      return index;
    }

    /** Returns the number of records so far. */
    int size() {
      return records.size();
    }

    /** Returns the record at an index. */
    R get(int index) {
      return records.get(index);
    }

    /** Replaces the record at an index by another of the same id. */
    void replace(int index, R record) {
      records.set(index, record);
    }

    /** Returns the index with the additions, which is the one before if there are none. */
    IdIndex<R> index() {
      return records.isChanged() ? new IdIndex<>(records.build(), pages) : before;
    }
  }
}

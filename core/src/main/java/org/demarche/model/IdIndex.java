package org.demarche.model;

import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.demarche.index.IntReader;
import org.demarche.index.IntWriter;
import org.demarche.index.PersistentList;

/**
 * An immutable index of the records of one type by id, which keeps the order of the records. Adding
 * records creates a new index that shares with this one every page to which no record is added.
 *
 * <p>A page is a hash table with open addressing and linear probing. It contains the records whose
 * hashes have the same low bits. It contains the hashes too, so that a record is seldom looked at
 * unless it is found.
 *
 * @param <R> the type of the records
 */
final class IdIndex<R extends DossierRecord> {
  private static final int SLOTS_PER_PAGE = 128;
  private static final int RECORDS_PER_PAGE = SLOTS_PER_PAGE / 2;

  /** The odd number next to 2^32 over the golden ratio. */
  private static final int MULTIPLIER = 0x9E3779B1;

  private final PersistentList<R> records;

  /**
   * The pages. Each slot contains the index of a record plus one, followed by the hash of its id;
   * or 0 and 0 if it is empty. The last element of a page is the number of slots in use.
   */
  private final PersistentList<int[]> pages;

  private IdIndex(PersistentList<R> records, PersistentList<int[]> pages) {
    this.records = records;
    this.pages = pages;
  }

  /**
   * Creates an index of some records.
   *
   * @param some the records in order; of several with one id, the first is found
   */
  static <R extends DossierRecord> IdIndex<R> of(List<? extends R> some) {
    Additions<R> all =
        new Additions<>(new IdIndex<>(PersistentList.empty(), PersistentList.empty()), some.size());
    some.forEach(all::addAlways);
    return all.index();
  }

  /**
   * Reads an index that was written.
   *
   * @param some the records in order, which were not written
   */
  static <R extends DossierRecord> IdIndex<R> read(PersistentList<R> some, IntReader in) {
    return new IdIndex<>(some, in.readArrays());
  }

  /** Writes the index, without the records. */
  void writeTo(IntWriter out) {
    out.writeArrays(pages);
  }

  /** Returns a hash of an id; that of a text is easily made equal for many. */
  private static int hash(String id) {
    int hash = 0;
    for (int i = 0; i < id.length(); i++) {
      hash = (hash ^ id.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 15;
    }
    return hash;
  }

  private static int[] emptyPage(int slots) {
    return new int[2 * slots + 1];
  }

  private static int slots(int[] page) {
    return page.length / 2;
  }

  private static int first(int[] page, int hash) {
    return 2 * (hash >>> 20) & (page.length - 2);
  }

  private static int next(int[] page, int slot) {
    return (slot + 2) & (page.length - 2);
  }

  /** Returns the slot of an id on its page, or the empty slot in which it belongs. */
  private static int slot(int[] page, String id, int hash, List<? extends DossierRecord> records) {
    int slot = first(page, hash);
    while (page[slot] != 0
        && !(page[slot + 1] == hash && records.get(page[slot] - 1).id().equals(id))) {
      slot = next(page, slot);
    }
    return slot;
  }

  /** Adds what a slot contains to a page on which no slot contains it. */
  private static void put(int[] page, int indexPlusOne, int hash) {
    int slot = first(page, hash);
    while (page[slot] != 0) {
      slot = next(page, slot);
    }
    page[slot] = indexPlusOne;
    page[slot + 1] = hash;
    page[page.length - 1]++;
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
    int hash = hash(id);
    int[] page = pages.get(hash & (pages.size() - 1));
    return page[slot(page, id, hash, records)] - 1;
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
    private final PersistentList.Builder<R> records;
    private final PersistentList<int[]> shared;
    private final PersistentList.Builder<int[]> pages;

    /**
     * Begins additions.
     *
     * @param most the number of records that are added at most
     */
    Additions(IdIndex<R> before, int most) {
      this.before = before;
      this.records = before.records.toBuilder();
      int all = before.records.size() + most;
      boolean fits = all <= before.pages.size() * SLOTS_PER_PAGE && before.pages.size() > 0;
      this.shared = fits ? before.pages : PersistentList.empty();
      this.pages = fits ? shared.toBuilder() : spread(before.pages, all).toBuilder();
    }

    /** Returns pages of what some pages contain, with room for more. */
    private static PersistentList<int[]> spread(List<int[]> pages, int records) {
      int count = Integer.highestOneBit(Math.max(1, records / RECORDS_PER_PAGE)) * 2;
      List<int[]> larger = new ArrayList<>(count);
      for (int number = 0; number < count; number++) {
        larger.add(emptyPage(SLOTS_PER_PAGE));
      }
      for (int[] page : pages) {
        for (int slot = 0; slot < page.length - 1; slot += 2) {
          if (page[slot] != 0) {
            put(larger, page[slot], page[slot + 1]);
          }
        }
      }
      return PersistentList.of(larger);
    }

    private static void put(List<int[]> pages, int indexPlusOne, int hash) {
      int number = hash & (pages.size() - 1);
      int[] page = pages.get(number);
      if (page[page.length - 1] >= slots(page) / 4 * 3) { // ids may be made to collide
        int[] larger = emptyPage(2 * slots(page));
        for (int slot = 0; slot < page.length - 1; slot += 2) {
          if (page[slot] != 0) {
            IdIndex.put(larger, page[slot], page[slot + 1]);
          }
        }
        page = larger;
        pages.set(number, page);
      }
      IdIndex.put(page, indexPlusOne, hash);
    }

    /**
     * Adds a record, unless there is one of its id.
     *
     * @return the index of the record of that id
     */
    int add(R record) {
      int hash = hash(record.id());
      int number = hash & (pages.size() - 1);
      int[] page = pages.get(number);
      int slot = slot(page, record.id(), hash, records);
      if (page[slot] != 0) {
        return page[slot] - 1;
      }
      if (number < shared.size() && page == shared.get(number)) {
        pages.set(number, page.clone());
      }
      records.add(record);
      put(pages, records.size(), hash);
      return records.size() - 1;
    }

    /** Adds a record, which is not found if there is another of its id. */
    private void addAlways(R record) {
      int size = records.size();
      if (add(record) < size) {
        records.add(record);
      }
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
      return records.isChanged() || before.pages.isEmpty()
          ? new IdIndex<>(records.build(), pages.build())
          : before;
    }
  }
}

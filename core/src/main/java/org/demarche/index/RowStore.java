package org.demarche.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Rows under pairs of keys, each an int from 0. The rows of one first key are stored next to one
 * another. A store is immutable: adding rows creates another store. It shares with the old store
 * the rows of every first key that got no new row, and copies the rows of the other first keys.
 */
public final class RowStore {
  /**
   * The offset at which the first rows of a first key begin. Further rows of that key begin where
   * the rows before them end.
   */
  public static final int FIRST_OFFSET = DayRows.HEADER;

  /** The second key of the empty rows that every group begins with. */
  private static final int NO_KEY = -1;

  private final int width;
  private final Group[] groups;
  private final Group empty;

  private RowStore(int width, Group[] groups, Group empty) {
    this.width = width;
    this.groups = groups;
    this.empty = empty;
  }

  /** The rows of one first key. */
  private static final class Group {
    /** A hash table from second keys to offsets, probed linearly; 0 is an empty slot. */
    final int[] offsets;

    final int[] hot;
    final int[] rest;

    /**
     * Creates a group of rows that are written already.
     *
     * @param starts the offsets at which the rows of each second key begin
     */
    Group(int[] starts, GrowableIntArray hot, GrowableIntArray rest) {
      this.hot = hot.toArray();
      this.rest = rest.toArray();
      this.offsets = new int[Math.max(1, Integer.highestOneBit(starts.length * 3 / 2) * 2)];
      for (int start : starts) {
        offsets[slot(this.hot[start + DayRows.SECOND_KEY])] = start;
      }
    }

    /** Returns the slot of a second key. Keys are consecutive numbers, which seldom collide. */
    int slot(int secondKey) {
      int slot = secondKey & (offsets.length - 1);
      while (offsets[slot] != 0 && hot[offsets[slot] + DayRows.SECOND_KEY] != secondKey) {
        slot = (slot + 1) & (offsets.length - 1);
      }
      return slot;
    }
  }

  private Group group(int firstKey) {
    return firstKey < groups.length ? groups[firstKey] : empty;
  }

  /** Returns the rows of a pair of keys, possibly none. */
  public DayRows rows(int firstKey, int secondKey) {
    Group group = group(firstKey);
    return rowsAt(firstKey, group.offsets[group.slot(secondKey)]);
  }

  /** Returns the offset at which the rows of a first key end. */
  public int endOffset(int firstKey) {
    return group(firstKey).hot.length;
  }

  /** Returns the rows of a first key that begin at an offset. */
  public DayRows rowsAt(int firstKey, int offset) {
    Group group = group(firstKey);
    return new DayRows(group.hot, group.rest, offset, width);
  }

  /** Returns a number above every first key that has rows. */
  public int firstKeyBound() {
    return groups.length;
  }

  /** An action on the rows of a second key. */
  public interface Action {
    /** Performs the action. */
    void accept(int secondKey, DayRows rows);
  }

  /** Performs an action on the rows of each second key of a first key, in storage order. */
  public void forEach(int firstKey, Action action) {
    int end = endOffset(firstKey);
    for (int offset = FIRST_OFFSET; offset < end; ) {
      DayRows rows = rowsAt(firstKey, offset);
      action.accept(rows.secondKey(), rows);
      offset = rows.endOffset();
    }
  }

  /** Returns whether the rows of a first key are those of another store, not copied. */
  public boolean shares(RowStore other, int firstKey) {
    return group(firstKey) == other.group(firstKey);
  }

  /**
   * Computes traits of a pair of keys once more, before the store is published: those of the last
   * row that ends before a day, and of all rows that end later.
   */
  public void setTraits(int firstKey, int secondKey, int day, DayRows.FinalTraits traits) {
    DayRows rows = rows(firstKey, secondKey);
    int before = rows.endedBy(day - 1) - 1;
    rows.setTraits(firstKey, before < 0 ? day : rows.get(before, DayRows.LAST), traits);
  }

  /** A builder of stores, which takes rows in any order. */
  public static final class Builder {
    private final int width;
    private final GrowableIntArray keys = new GrowableIntArray();
    private final GrowableIntArray values = new GrowableIntArray();
    private final DayRows.Traits traits;

    /**
     * Creates an empty builder.
     *
     * @param width the number of columns of a row, including the columns that {@link DayRows}
     *     defines
     */
    public Builder(int width, DayRows.Traits traits) {
      this.width = width;
      this.traits = traits;
    }

    /** Adds a row, one value per column, under a pair of keys. */
    public void add(int firstKey, int secondKey, int... row) {
      keys.add(firstKey);
      keys.add(secondKey);
      for (int value : row) {
        values.add(value);
      }
    }

    private int size() {
      return keys.size() / 2;
    }

    private int firstKey(int row) {
      return keys.get(2 * row);
    }

    private int secondKey(int row) {
      return keys.get(2 * row + 1);
    }

    /** Builds a store of the rows that were added. */
    public RowStore build(DayRows.FinalTraits finalTraits) {
      Group empty =
          new GroupBuilder(
                  -1, new Group(new int[0], new GrowableIntArray(), new GrowableIntArray()))
              .build(finalTraits);
      return onto(new RowStore(width, new Group[0], empty), 0, value -> false, finalTraits);
    }

    /**
     * Builds a store of the rows of another store, which is not changed, and of the rows that were
     * added.
     *
     * @param column a column
     * @param replaced tests the values in that column of the rows to leave out of the other store
     * @param finalTraits computes the traits of rows under pairs of keys that got new rows, from
     *     the first day on which a new or replaced row ends
     */
    public RowStore onto(
        RowStore others, int column, IntPredicate replaced, DayRows.FinalTraits finalTraits) {
      int[] byKey = byKey();
      int last = size() == 0 ? -1 : firstKey(byKey[size() - 1]);
      Group[] groups = Arrays.copyOf(others.groups, Math.max(others.groups.length, last + 1));
      Arrays.fill(groups, others.groups.length, groups.length, others.empty);
      for (int start = 0; start < byKey.length; ) {
        int first = firstKey(byKey[start]);
        GroupBuilder group = new GroupBuilder(first, groups[first]);
        int end = start;
        while (end < byKey.length && firstKey(byKey[end]) == first) {
          int second = secondKey(byKey[end]);
          DayRowsBuilder rows = new DayRowsBuilder(second);
          rows.keep(others.rows(first, second), column, replaced);
          while (end < byKey.length
              && firstKey(byKey[end]) == first
              && secondKey(byKey[end]) == second) {
            rows.add(byKey[end++]);
          }
          group.add(rows);
        }
        group.keepOthers(others);
        groups[first] = group.build(finalTraits);
        start = end;
      }
      return new RowStore(width, groups, others.empty);
    }

    /** Returns the rows by first key, then by second key, then as they were added. */
    private int[] byKey() {
      int[] rows = new int[size()];
      Arrays.setAll(rows, row -> row);
      return countingSort(countingSort(rows, this::secondKey), this::firstKey);
    }

    private static int[] countingSort(int[] rows, IntUnaryOperator key) {
      int most = Arrays.stream(rows).map(key).max().orElse(-1);
      int[] next = new int[most + 2];
      for (int row : rows) {
        next[key.applyAsInt(row) + 1]++;
      }
      Arrays.parallelPrefix(next, Integer::sum);
      int[] sorted = new int[rows.length];
      for (int row : rows) {
        sorted[next[key.applyAsInt(row)]++] = row;
      }
      return sorted;
    }

    /** The builder of the rows of one first key. */
    private final class GroupBuilder {
      private final int firstKey;
      private final GrowableIntArray hot;
      private final GrowableIntArray rest;
      private final GrowableIntArray starts = new GrowableIntArray();
      private final BitSet written = new BitSet();
      private final GrowableIntArray firstNewDays = new GrowableIntArray();

      /**
       * Starts with empty rows.
       *
       * @param before the group of this key in the other store, for its size
       */
      GroupBuilder(int firstKey, Group before) {
        this.firstKey = firstKey;
        this.hot = new GrowableIntArray(before.hot.length);
        this.rest = new GrowableIntArray(before.rest.length);
        DayRows.write(NO_KEY, new GrowableIntArray(), new int[0], width, traits, hot, rest);
      }

      void add(DayRowsBuilder rows) {
        starts.add(hot.size());
        written.set(rows.secondKey);
        firstNewDays.add(rows.firstNewDay);
        rows.writeTo(hot, rest);
      }

      /** Copies the rows of all second keys that got no new row. */
      void keepOthers(RowStore others) {
        others.forEach(
            firstKey,
            (secondKey, rows) -> {
              if (!written.get(secondKey)) {
                starts.add(hot.size());
                rows.copyTo(hot, rest);
              }
            });
      }

      Group build(DayRows.FinalTraits finalTraits) {
        Group group = new Group(starts.toArray(), hot, rest);
        for (int i = 0; i < firstNewDays.size(); i++) {
          new DayRows(group.hot, group.rest, starts.get(i), width)
              .setTraits(firstKey, firstNewDays.get(i), finalTraits);
        }
        return group;
      }
    }

    /** The builder of the rows of one pair of keys: rows of another store, and added rows. */
    private final class DayRowsBuilder {
      private final int secondKey;
      private final GrowableIntArray all = new GrowableIntArray();
      private int count;

      /** The first day on which an added or replaced row ends. */
      private int firstNewDay = Integer.MAX_VALUE;

      DayRowsBuilder(int secondKey) {
        this.secondKey = secondKey;
      }

      void keep(DayRows old, int column, IntPredicate replaced) {
        for (int row = 0; row < old.size(); row++) {
          if (!replaced.test(old.get(row, column))) {
            count++;
            for (int c = 0; c < width; c++) {
              all.add(old.get(row, c));
            }
          } else {
            firstNewDay = Math.min(firstNewDay, old.get(row, DayRows.LAST));
          }
        }
      }

      void add(int row) {
        count++;
        firstNewDay = Math.min(firstNewDay, values.get(row * width + DayRows.LAST));
        for (int c = 0; c < width; c++) {
          all.add(values.get(row * width + c));
        }
      }

      void writeTo(GrowableIntArray hot, GrowableIntArray rest) {
        long[] byDay = new long[count];
        for (int row = 0; row < count; row++) {
          byDay[row] = ((long) all.get(row * width + DayRows.LAST) << 32) | row;
        }
        Arrays.sort(byDay);
        int[] order = new int[count];
        Arrays.setAll(order, i -> (int) byDay[i]);
        DayRows.write(secondKey, all, order, width, traits, hot, rest);
      }
    }
  }
}

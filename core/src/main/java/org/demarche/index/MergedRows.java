package org.demarche.index;

import java.util.Arrays;
import java.util.Set;

/**
 * The rows of a pair of keys that are about to be stored: rows kept from before, and added rows, in
 * the order of their last day. Rows of one day are in the order of their ids.
 */
final class MergedRows {
  private final DayRows before;
  private final AddedRows added;

  /** The rows in order: ranges of rows kept, and the complements of added rows, each once again. */
  private final GrowableIntArray ranges = new GrowableIntArray();

  private int size;
  private int firstNewDay = Integer.MAX_VALUE;

  /**
   * The values of all added rows.
   *
   * @param values the values, row by row
   * @param width the number of columns
   * @param idColumn the column of the id of a row; no two rows of a pair of keys have the same id
   */
  record AddedRows(GrowableIntArray values, int width, int idColumn) {
    int get(int row, int column) {
      return values.get(row * width + column);
    }

    /** Returns the values of a row. */
    int[] row(int row) {
      return values.toArray(row * width, (row + 1) * width);
    }
  }

  /**
   * Merges rows.
   *
   * @param replaced the ids of the rows of before that are left out
   * @param rows the numbers of some added rows, in ascending order of their ids
   */
  MergedRows(DayRows before, Set<Integer> replaced, AddedRows added, int... rows) {
    this.before = before;
    this.added = added;
    int next = 0;
    for (int row : byDay(rows)) {
      int end = countBefore(row);
      keep(next, end, replaced);
      add(~row, ~row);
      firstNewDay = Math.min(firstNewDay, added.get(row, DayRows.LAST));
      next = end;
    }
    keep(next, before.size(), replaced);
  }

  /**
   * Returns how often traits of the rows kept from before were asked for, or that all are known.
   */
  int asked() {
    return before.asked();
  }

  private int[] byDay(int[] rows) {
    long[] byDay = new long[rows.length];
    Arrays.setAll(byDay, i -> (long) added.get(rows[i], DayRows.LAST) << Integer.SIZE | i);
    Arrays.sort(byDay);
    int[] sorted = new int[rows.length];
    Arrays.setAll(sorted, i -> rows[(int) byDay[i]]);
    return sorted;
  }

  /** Returns the number of rows of before that precede an added row. */
  private int countBefore(int row) {
    int day = added.get(row, DayRows.LAST);
    int count = before.endedBy(day - 1);
    while (count < before.size()
        && before.get(count, DayRows.LAST) == day
        && before.get(count, added.idColumn()) < added.get(row, added.idColumn())) {
      count++;
    }
    return count;
  }

  private void keep(int from, int to, Set<Integer> replaced) {
    int start = from;
    for (int row = from; row < to && !replaced.isEmpty(); row++) {
      if (replaced.contains(before.get(row, added.idColumn()))) {
        firstNewDay = Math.min(firstNewDay, before.get(row, DayRows.LAST));
        add(start, row);
        start = row + 1;
      }
    }
    add(start, to);
  }

  private void add(int from, int to) {
    if (from != to || from < 0) {
      ranges.addAll(from, to);
      size += Math.max(1, to - from);
    }
  }

  /** Returns the number of rows. */
  int size() {
    return size;
  }

  /** Returns the number of columns. */
  int width() {
    return added.width();
  }

  /** Copies the values of all rows in a column to a range of an array. */
  void copy(int column, int[] target, int start) {
    int next = start;
    for (int i = 0; i < ranges.size(); i += 2) {
      int from = ranges.get(i);
      if (from < 0) {
        target[next++] = added.get(~from, column);
      } else {
        before.copy(from, ranges.get(i + 1), column, target, next);
        next += ranges.get(i + 1) - from;
      }
    }
  }

  /** Returns the first day on which an added row ends, or a row ended that is left out. */
  int firstNewDay() {
    return firstNewDay;
  }
}

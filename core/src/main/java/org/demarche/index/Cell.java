package org.demarche.index;

import java.util.Arrays;

/**
 * Rows of ints that stand together, in the order of their last day. Three columns are known here:
 * the last day of a row, its first, which may be open, and its traits. What the others hold is not.
 *
 * <p>The rows that a question about a day needs are found without going through all: those that end
 * by it stand before a place that a binary search finds; those that end after it and begin before
 * it are among the <i>periods</i>, none of which is longer than the longest, or among the
 * <i>open</i> ones. Rows that are <i>odd</i> are listed too, and from each row one can go straight
 * back to those of a higher rank.
 */
public final class Cell {
  /** The column of the last day. */
  public static final int LAST = 0;

  /** The column of the first day. */
  public static final int FIRST = 1;

  /** The column from which the traits of a row are told. */
  public static final int TRAITS = 2;

  /** The first day of a row whose start is open. */
  public static final int OPEN = Integer.MIN_VALUE;

  /** What is told from the value of a row in the column of traits. */
  public interface Traits {
    /** Whether it is odd. */
    boolean isOdd(int value);

    /** Its rank. */
    int rank(int value);
  }

  /** In smaller cells one goes back row by row. */
  private static final int LARGE = 16;

  private static final int[] NONE = {};

  /** The cell without rows. */
  static final Cell EMPTY =
      new Cell(
          new Ints(),
          NONE,
          LARGE,
          new Traits() {
            @Override
            public boolean isOdd(int value) {
              return false;
            }

            @Override
            public int rank(int value) {
              return 0;
            }
          });

  private final int size;
  private final int[] values;
  private final int[] periods;
  private final int[] open;
  private final int[] odd;
  private final int longest;
  private final int[] above;

  /**
   * A cell of rows.
   *
   * @param rows the values of the rows, one row after the other
   * @param order the rows in the order in which they are to stand
   * @param width how many columns there are
   */
  Cell(Ints rows, int[] order, int width, Traits traits) {
    this.size = order.length;
    this.values = new int[size * width];
    Ints periodRows = new Ints();
    Ints openRows = new Ints();
    Ints oddRows = new Ints();
    int most = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < width; column++) {
        values[column * size + row] = rows.get(order[row] * width + column);
      }
      int first = get(row, FIRST);
      int last = get(row, LAST);
      if (first == OPEN) {
        openRows.add(row);
      } else if (first < last) {
        periodRows.add(row);
        most = Math.max(most, last - first);
      }
      if (traits.isOdd(get(row, TRAITS))) {
        oddRows.add(row);
      }
    }
    this.above = size < LARGE ? NONE : above(traits);
    this.periods = listed(periodRows);
    this.open = listed(openRows);
    this.odd = listed(oddRows);
    this.longest = most;
  }

  private int[] above(Traits traits) {
    int[] higher = new int[size];
    for (int row = 0; row < size; row++) {
      int rank = traits.rank(get(row, TRAITS));
      int before = row - 1;
      while (before >= 0 && traits.rank(get(before, TRAITS)) <= rank) {
        before = higher[before];
      }
      higher[row] = before;
    }
    return higher;
  }

  private static int[] listed(Ints rows) {
    return rows.size() == 0 ? NONE : rows.toArray();
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The value of a row, from 0, in a column, from 0. */
  public int get(int row, int column) {
    return values[column * size + row];
  }

  /** How many rows end by a day: they come first. */
  public int endedBy(int day) {
    int from = 0;
    int to = size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (values[middle] <= day) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  /** The rows that begin before they end, in order. The array is not to be changed. */
  public int[] periods() {
    return periods;
  }

  /** The rows whose start is open, in order. The array is not to be changed. */
  public int[] open() {
    return open;
  }

  /** The rows that were marked as odd, in order. The array is not to be changed. */
  public int[] odd() {
    return odd;
  }

  /** The length of the longest period, in days from its first to its last. */
  public int longest() {
    return longest;
  }

  /** A row before one, or -1: of the rows between the two none has a higher rank than that one. */
  public int above(int row) {
    return above.length == 0 ? row - 1 : above[row];
  }

  /** Of some rows, in order, how many come before one. */
  public static int firstFrom(int row, int[] rows) {
    int at = Arrays.binarySearch(rows, row);
    return at < 0 ? -at - 1 : at;
  }
}

package org.demarche.index;

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

  /** Some of the rows of a cell, in order. */
  public static final class Some {
    private static final int ALL = -1;

    private final int[] block;
    private final int start;
    private final int count;

    private Some(int[] block, int start, int count) {
      this.block = block;
      this.start = start;
      this.count = count;
    }

    /** How many there are. */
    public int size() {
      return count;
    }

    /** One of them, from 0. */
    public int get(int at) {
      return start == ALL ? at : block[start + at];
    }

    /** How many of them come before a row. */
    public int before(int row) {
      int from = 0;
      int to = count;
      while (from < to) {
        int middle = (from + to) >>> 1;
        if (get(middle) < row) {
          from = middle + 1;
        } else {
          to = middle;
        }
      }
      return from;
    }
  }

  // All of a cell lies in one array: these, the columns, the lists, and in a large one the ways up.
  static final int NAME = 0;
  private static final int SIZE = 1;
  private static final int PERIODS = 2;
  private static final int OPENS = 3;
  private static final int ODDS = 4;
  private static final int LONGEST = 5;
  private static final int LISTS = 6;
  private static final int ROWS = 7;

  /** In smaller cells one goes back row by row. */
  private static final int LARGE = 16;

  private static final int[] NO_ROWS = new int[ROWS];

  /** The cell without rows. */
  static final Cell EMPTY = new Cell(NO_ROWS);

  private final int[] block;
  private final int size;

  Cell(int[] block) {
    this.block = block;
    this.size = block[SIZE];
  }

  /**
   * Lays out rows.
   *
   * @param name the name of the cell
   * @param rows the values of the rows, one row after the other
   * @param order the rows in the order in which they are to stand
   * @param width how many columns there are
   */
  static int[] block(int name, Ints rows, int[] order, int width, Traits traits) {
    int size = order.length;
    Ints periods = new Ints();
    Ints open = new Ints();
    Ints odd = new Ints();
    int longest = 0;
    for (int at = 0; at < size; at++) {
      int row = order[at] * width;
      int first = rows.get(row + FIRST);
      if (first == OPEN) {
        open.add(at);
      } else if (first < rows.get(row + LAST)) {
        periods.add(at);
        longest = Math.max(longest, rows.get(row + LAST) - first);
      }
      if (traits.isOdd(rows.get(row + TRAITS))) {
        odd.add(at);
      }
    }
    Ints block = new Ints();
    block.add(name);
    block.add(size);
    block.add(periods.size());
    block.add(open.size());
    block.add(odd.size());
    block.add(longest);
    block.add(ROWS + size * width);
    for (int column = 0; column < width; column++) {
      for (int row : order) {
        block.add(rows.get(row * width + column));
      }
    }
    block.addAll(periods);
    block.addAll(open);
    block.addAll(odd);
    if (size >= LARGE) {
      waysUp(rows, order, width, traits, block);
    }
    return block.toArray();
  }

  private static void waysUp(Ints rows, int[] order, int width, Traits traits, Ints block) {
    int start = block.size();
    for (int at = 0; at < order.length; at++) {
      int rank = traits.rank(rows.get(order[at] * width + TRAITS));
      int before = at - 1;
      while (before >= 0 && traits.rank(rows.get(order[before] * width + TRAITS)) <= rank) {
        before = block.get(start + before);
      }
      block.add(before);
    }
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The value of a row, from 0, in a column, from 0. */
  public int get(int row, int column) {
    return block[ROWS + column * size + row];
  }

  /** How many rows end by a day: they come first. */
  public int endedBy(int day) {
    int from = ROWS + LAST * size;
    int to = from + size;
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (block[middle] <= day) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from - ROWS - LAST * size;
  }

  /** All rows. */
  public Some all() {
    return new Some(block, Some.ALL, size);
  }

  /** The rows that begin before they end. */
  public Some periods() {
    return new Some(block, block[LISTS], block[PERIODS]);
  }

  /** The rows whose start is open. */
  public Some open() {
    return new Some(block, block[LISTS] + block[PERIODS], block[OPENS]);
  }

  /** The rows that are odd. */
  public Some odd() {
    return new Some(block, block[LISTS] + block[PERIODS] + block[OPENS], block[ODDS]);
  }

  /** The length of the longest period, in days from its first to its last. */
  public int longest() {
    return block[LONGEST];
  }

  /** A row before one, or -1: of the rows between the two none has a higher rank than that one. */
  public int above(int row) {
    return size < LARGE ? row - 1 : block[block.length - size + row];
  }
}

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

  /** The column from which the traits of a row are told: beside the last days, as they go together. */
  public static final int TRAITS = 1;

  /** The column of the first day. */
  public static final int FIRST = 2;

  /** The first day of a row whose start is open. */
  public static final int OPEN = Integer.MIN_VALUE;

  /** What is told from the value of a row in the column of traits. */
  public interface Traits {
    /** Whether it is odd. */
    boolean isOdd(int value);

    /** Whether it lasts from its first day to its last, rather than falls on one of them. */
    boolean lasts(int value);

    /** Its rank. */
    int rank(int value);
  }

  /** Some of the rows of a cell, in order. */
  public static final class Some {
    private static final int ALL = -1;

    private final int[] lists;
    private final int start;
    private final int count;

    private Some(int[] lists, int start, int count) {
      this.lists = lists;
      this.start = start;
      this.count = count;
    }

    /** How many there are. */
    public int size() {
      return count;
    }

    /** One of them, from 0. */
    public int get(int at) {
      return start == ALL ? at : lists[start + at];
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

  /** What becomes of rows once they stand together. */
  public interface Settling {
    /**
     * The traits of a row, given those of the rows that end by its day.
     *
     * @param first the first int of the cell's name
     */
    int settle(int first, Cell cell, int row);
  }

  // What is asked often lies together, in an array of its own: these, and the columns that are
  // known
  // here. In the other array lie the other columns, the lists, and in a large cell the ways up.
  static final int NAME = 0;
  private static final int SIZE = 1;
  private static final int LONGEST = 2;
  private static final int PERIODS = 3;
  private static final int OPENS = 4;
  private static final int ODDS = 5;
  private static final int LONGEST_LASTING = 6;
  private static final int ROWS = 7;
  private static final int KNOWN = 3;

  /** In smaller cells one goes back row by row. */
  private static final int LARGE = 16;

  /** Both arrays of a cell without rows. */
  static final int[] NO_ROWS = new int[ROWS];

  private final int[] known;
  private final int[] rest;
  private final int size;
  private final int lists;

  Cell(int[] known, int[] rest, int width) {
    this.known = known;
    this.rest = rest;
    this.size = known[SIZE];
    this.lists = (width - KNOWN) * size;
  }

  /**
   * Lays out rows.
   *
   * @param name the second int of the name of the cell
   * @param rows the values of the rows, one row after the other
   * @param order the rows in the order in which they are to stand
   * @param width how many columns there are
   */
  static Cell of(int name, Ints rows, int[] order, int width, Traits traits) {
    int size = order.length;
    int[] known = new int[ROWS + KNOWN * size];
    Ints rest = new Ints();
    for (int column = 0; column < width; column++) {
      for (int at = 0; at < size; at++) {
        int value = rows.get(order[at] * width + column);
        if (column < KNOWN) {
          known[ROWS + column * size + at] = value;
        } else {
          rest.add(value);
        }
      }
    }
    known[NAME] = name;
    known[SIZE] = size;
    list(known, rest, traits);
    if (size >= LARGE) {
      waysUp(known, rest, traits);
    }
    return new Cell(known, rest.toArray(), width);
  }

  private static void list(int[] known, Ints rest, Traits traits) {
    int size = known[SIZE];
    Ints open = new Ints();
    Ints odd = new Ints();
    for (int row = 0; row < size; row++) {
      int last = known[ROWS + LAST * size + row];
      int first = known[ROWS + FIRST * size + row];
      if (first == OPEN) {
        open.add(row);
      } else if (first < last) {
        rest.add(row);
        known[PERIODS]++;
        known[LONGEST] = Math.max(known[LONGEST], last - first);
        if (traits.lasts(known[ROWS + TRAITS * size + row])) {
          known[LONGEST_LASTING] = Math.max(known[LONGEST_LASTING], last - first);
        }
      }
      if (traits.isOdd(known[ROWS + TRAITS * size + row])) {
        odd.add(row);
      }
    }
    rest.addAll(open);
    rest.addAll(odd);
    known[OPENS] = open.size();
    known[ODDS] = odd.size();
  }

  private static void waysUp(int[] known, Ints rest, Traits traits) {
    int start = rest.size();
    int size = known[SIZE];
    for (int row = 0; row < size; row++) {
      int rank = traits.rank(known[ROWS + TRAITS * size + row]);
      int before = row - 1;
      while (before >= 0 && traits.rank(known[ROWS + TRAITS * size + before]) <= rank) {
        before = rest.get(start + before);
      }
      rest.add(before);
    }
  }

  /** Settles the rows that end on a day or later, before anyone else sees the cell. */
  void settle(int first, int day, Settling settling) {
    for (int row = 0; row < size; row++) {
      if (get(row, LAST) >= day) {
        known[ROWS + TRAITS * size + row] = settling.settle(first, this, row);
      }
    }
  }

  /** The second int of its name; 0 where it has no rows. */
  public int name() {
    return known[NAME];
  }

  int[] known() {
    return known;
  }

  int[] rest() {
    return rest;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The value of a row, from 0, in a column, from 0. */
  public int get(int row, int column) {
    return column < KNOWN ? known[ROWS + column * size + row] : rest[(column - KNOWN) * size + row];
  }

  /** How many rows end by a day: they come first. */
  public int endedBy(int day) {
    int from = ROWS + LAST * size;
    int left = size;
    while (left > 0) {
      int half = (left + 1) >>> 1;
      // without a jump, which could not be foretold: all ones where that row ends by the day
      from += half & (int) (((long) known[from + half - 1] - day - 1) >> 63);
      left -= half;
    }
    return from - ROWS - LAST * size;
  }

  /**
   * Whether a row that lasts may have begun by a day and run past it.
   *
   * @param ended how many rows end by that day
   */
  public boolean mayRunPast(int day, int ended) {
    int longest = known[LONGEST_LASTING];
    return longest > 0 && ended < size && (long) get(ended, LAST) - longest <= day;
  }

  /** All rows. */
  public Some all() {
    return new Some(rest, Some.ALL, size);
  }

  /** The rows that begin before they end. */
  public Some periods() {
    return new Some(rest, lists, known[PERIODS]);
  }

  /** The rows whose start is open. */
  public Some open() {
    return new Some(rest, lists + known[PERIODS], known[OPENS]);
  }

  /** The rows that are odd. */
  public Some odd() {
    return new Some(rest, lists + known[PERIODS] + known[OPENS], known[ODDS]);
  }

  /**
   * The length of the longest period, in days from its first to its last; 0 where there is none.
   */
  public int longest() {
    return known[LONGEST];
  }

  /** A row before one, or -1: of the rows between the two none has a higher rank than that one. */
  public int above(int row) {
    return size < LARGE ? row - 1 : rest[rest.length - size + row];
  }
}

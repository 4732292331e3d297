package org.demarche.index;

/**
 * Rows of ints that stand together, in the order of their last day. Three columns are known here:
 * the last day of a row, its first, which may be open, and its traits. What the others hold is not.
 *
 * <p>The rows that a question about a day needs are found without going through all: those that end
 * by it stand before a place that a binary search finds; those that end after it and begin before
 * it are among those that <i>last</i> or among the <i>vague</i>, none of which is longer than the
 * longest of its sort, or among the <i>open</i> ones. Rows that are <i>odd</i> are listed too, and
 * from each row one can go straight back to those of a higher rank.
 */
public final class DayRows {
  /** The column of the last day. */
  public static final int LAST = 0;

  /**
   * The column from which the traits of a row are told: beside the last days, as they go together.
   */
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
    int settle(int first, DayRows cell, int row);
  }

  // A cell is a stretch of two arrays that it shares with its neighbours. What is asked often lies
  // in the one: four ints, and the columns that are known here.
  static final int NAME = 0;
  private static final int SIZE = 1;
  private static final int LONGEST = 2;
  private static final int REST = 3;
  static final int ROWS = 4;
  private static final int KNOWN = 3;

  // In the other: six ints, the other columns, the lists, and in a large cell the ways up.
  private static final int VAGUEST = 0;
  private static final int LASTINGS = 1;
  private static final int VAGUES = 2;
  private static final int OPENS = 3;
  private static final int ODDS = 4;
  private static final int ANY = 5;
  private static final int OTHERS = 6;

  /** In smaller cells one goes back row by row. */
  private static final int LARGE = 16;

  private final int[] known;
  private final int[] rest;
  private final int at;
  private final int size;
  private final int width;

  /** The cell that begins at a place of an array of what is known, from 0. */
  DayRows(int[] known, int[] rest, int at, int width) {
    this.known = known;
    this.rest = rest;
    this.at = at;
    this.size = known[at + SIZE];
    this.width = width;
  }

  /**
   * Lays out rows at the end of both arrays.
   *
   * @param name the second int of the name of the cell
   * @param rows the values of the rows, one row after the other
   * @param order the rows in the order in which they are to stand
   * @param width how many columns there are
   */
  static void lay(
      int name,
      GrowableIntArray rows,
      int[] order,
      int width,
      Traits traits,
      GrowableIntArray known,
      GrowableIntArray rest) {
    GrowableIntArray lasting = new GrowableIntArray();
    GrowableIntArray vague = new GrowableIntArray();
    GrowableIntArray open = new GrowableIntArray();
    GrowableIntArray odd = new GrowableIntArray();
    int longest = 0;
    int vaguest = 0;
    int any = 0;
    for (int row = 0; row < order.length; row++) {
      int last = rows.get(order[row] * width + LAST);
      int first = rows.get(order[row] * width + FIRST);
      int value = rows.get(order[row] * width + TRAITS);
      if (first == OPEN) {
        open.add(row);
      } else if (first < last && traits.lasts(value)) {
        lasting.add(row);
        longest = Math.max(longest, last - first);
      } else if (first < last) {
        vague.add(row);
        vaguest = Math.max(vaguest, last - first);
      }
      any |= value;
      if (traits.isOdd(value)) {
        odd.add(row);
      }
    }
    known.addAll(name, order.length, longest, rest.size());
    rest.addAll(vaguest, lasting.size(), vague.size(), open.size(), odd.size(), any);
    for (int column = 0; column < width; column++) {
      for (int row : order) {
        (column < KNOWN ? known : rest).add(rows.get(row * width + column));
      }
    }
    rest.addAll(lasting);
    rest.addAll(vague);
    rest.addAll(open);
    rest.addAll(odd);
    if (order.length >= LARGE) {
      rest.addAll(waysUp(rows, order, width, traits));
    }
  }

  private static int[] waysUp(GrowableIntArray rows, int[] order, int width, Traits traits) {
    int[] up = new int[order.length];
    int[] ranks = new int[order.length];
    for (int row = 0; row < up.length; row++) {
      ranks[row] = traits.rank(rows.get(order[row] * width + TRAITS));
      up[row] = row - 1;
      while (up[row] >= 0 && ranks[up[row]] <= ranks[row]) {
        up[row] = up[up[row]];
      }
    }
    return up;
  }

  /** Lays out the same rows at the end of two other arrays. */
  void lay(GrowableIntArray others, GrowableIntArray othersRest) {
    others.addAll(name(), size, known[at + LONGEST], othersRest.size());
    others.addRange(known, at + ROWS, end());
    othersRest.addRange(rest, rest(), ways() + (size < LARGE ? 0 : size));
  }

  /** Settles the rows that end on a day or later, before anyone else sees the cell. */
  void settle(int first, int day, Settling settling) {
    for (int row = 0; row < size; row++) {
      if (get(row, LAST) >= day) {
        known[at + ROWS + TRAITS * size + row] = settling.settle(first, this, row);
      }
    }
  }

  private int rest() {
    return known[at + REST];
  }

  private int lastingsAt() {
    return rest() + OTHERS + (width - KNOWN) * size;
  }

  private int vaguesAt() {
    return lastingsAt() + rest[rest() + LASTINGS];
  }

  private int opensAt() {
    return vaguesAt() + rest[rest() + VAGUES];
  }

  private int oddsAt() {
    return opensAt() + rest[rest() + OPENS];
  }

  private int ways() {
    return oddsAt() + rest[rest() + ODDS];
  }

  /** The second int of its name. */
  public int name() {
    return known[at + NAME];
  }

  /** The place at which it ends among the cells of its first name. */
  public int end() {
    return at + ROWS + KNOWN * size;
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /** The value of a row, from 0, in a column, from 0. */
  public int get(int row, int column) {
    return column < KNOWN
        ? known[at + ROWS + column * size + row]
        : rest[rest() + OTHERS + (column - KNOWN) * size + row];
  }

  /** How many rows end by a day: they come first. */
  public int endedBy(int day) {
    int from = at + ROWS + LAST * size;
    int left = size;
    while (left > 0) {
      int half = (left + 1) >>> 1;
      // without a jump, which could not be foretold: all ones where that row ends by the day
      from += half & (int) (((long) known[from + half - 1] - day - 1) >> 63);
      left -= half;
    }
    return from - at - ROWS - LAST * size;
  }

  /**
   * Whether a row that lasts may have begun by a day and run past it.
   *
   * @param ended how many rows end by that day
   */
  public boolean mayRunPast(int day, int ended) {
    return longest() > 0 && ended < size && (long) get(ended, LAST) - longest() <= day;
  }

  /** All rows. */
  public Some all() {
    return new Some(rest, Some.ALL, size);
  }

  /** The rows that begin before they end, and last from the one day to the other. */
  public Some lasting() {
    return new Some(rest, lastingsAt(), rest[rest() + LASTINGS]);
  }

  /** The rows that begin before they end, and fall on a day of those. */
  public Some vague() {
    return new Some(rest, vaguesAt(), rest[rest() + VAGUES]);
  }

  /** The rows whose start is open. */
  public Some open() {
    return new Some(rest, opensAt(), rest[rest() + OPENS]);
  }

  /** The rows that are odd. */
  public Some odd() {
    return new Some(rest, oddsAt(), rest[rest() + ODDS]);
  }

  /** The days from the first of a lasting row to its last, at most; 0 where none lasts. */
  public int longest() {
    return known[at + LONGEST];
  }

  /** The bits that are set in the traits of one of its rows, as they were added. */
  public int any() {
    return rest[rest() + ANY];
  }

  /** The days from the first of a vague row to its last, at most; 0 where none is. */
  public int vaguest() {
    return rest[rest() + VAGUEST];
  }

  /** A row before one, or -1: of the rows between the two none has a higher rank than that one. */
  public int above(int row) {
    return size < LARGE ? row - 1 : rest[ways() + row];
  }
}

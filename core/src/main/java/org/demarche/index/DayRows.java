package org.demarche.index;

import com.google.common.primitives.Ints;

/**
 * The rows of one pair of keys of a {@link RowStore}, in the order of their last day. Three columns
 * have a meaning here: the last day of a row, its first day, which may be open, and its traits. The
 * meaning of the other columns is up to the caller.
 *
 * <p>The rows that a question about a day needs are found without a scan. A binary search finds the
 * number of rows that end by that day. The rows that end after it but begin by it are among the
 * <i>spans</i> or the <i>vague</i> rows, each at most as long as the longest of its kind, or among
 * the rows of <i>open start</i>. <i>Odd</i> and <i>answered</i> rows are listed too, and from each
 * row there is a link back towards the rows of higher rank.
 */
public final class DayRows {
  /** The column of the last day. */
  public static final int LAST = 0;

  /** The column of the traits; stored next to the last days, because both are read together. */
  public static final int TRAITS = 1;

  /** The column of the first day. */
  public static final int FIRST = 2;

  /** The first day of a row whose start is open. */
  public static final int OPEN = Integer.MIN_VALUE;

  /** The traits of a row, as read from its value in the column of traits. */
  public interface Traits {
    /** Returns whether the row is odd. */
    boolean isOdd(int value);

    /** Returns whether the row is answered by another. */
    boolean isAnswered(int value);

    /** Returns whether the row lasts from its first day to its last, or else falls on one day. */
    boolean lasts(int value);

    /** Returns the rank of the row. */
    int rank(int value);
  }

  /** A subset of the rows, in order. */
  public static final class Subset {
    private static final int ALL = -1;

    private final int[] lists;
    private final int start;
    private final int count;

    private Subset(int[] lists, int start, int count) {
      this.lists = lists;
      this.start = start;
      this.count = count;
    }

    /** Returns the number of rows in the subset. */
    public int size() {
      return count;
    }

    /** Returns a row of the subset by its index in it, from 0. */
    public int get(int index) {
      return start == ALL ? index : lists[start + index];
    }

    /** Returns the number of rows in the subset that precede a row. */
    public int countBefore(int row) {
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

  /** The computation of the final traits of a row once all rows of its pair of keys are stored. */
  public interface FinalTraits {
    /**
     * Returns the final traits of a row. The traits of all earlier rows are final already.
     *
     * @param firstKey the first of the two keys of the rows
     */
    int traits(int firstKey, DayRows rows, int row);
  }

  // The rows are a range of two arrays, which they may share with other rows of the same first key.
  // The array that is read most holds five ints and the columns that have a meaning here.
  static final int SECOND_KEY = 0;
  private static final int SIZE = 1;
  private static final int LONGEST_SPAN = 2;
  private static final int REST_OFFSET = 3;
  private static final int ASKED = 4;
  static final int HEADER = 5;
  static final int HOT_COLUMNS = 3;

  // The other array holds seven ints, the other columns, the subsets, and for many rows the links.
  private static final int LONGEST_VAGUE = 0;
  private static final int SPANS = 1;
  private static final int VAGUE = 2;
  private static final int OPEN_STARTS = 3;
  private static final int ODD = 4;
  private static final int ANSWERED = 5;
  private static final int UNION = 6;
  private static final int REST_HEADER = 7;

  /** From this number of rows on there are links; fewer rows are walked one by one. */
  private static final int MANY = 16;

  /** Instead of the number of times that traits were asked for: they are complete. */
  private static final int COMPLETE = -1;

  final int[] hot;
  final int[] rest;
  final int offset;
  private final int size;
  private final int width;

  /** Creates a view of the rows that begin at an offset of the hot array. */
  DayRows(int[] hot, int[] rest, int offset, int width) {
    this.hot = hot;
    this.rest = rest;
    this.offset = offset;
    this.size = hot[offset + SIZE];
    this.width = width;
  }

  /** Returns no rows, under a second key. */
  static DayRows none(int secondKey, int width) {
    return new DayRows(new int[] {secondKey, 0, 0, 0, 0}, new int[REST_HEADER], 0, width);
  }

  /** Stores rows under a second key. */
  static DayRows of(int secondKey, MergedRows rows, Traits traits) {
    int size = rows.size();
    int[] hot = new int[HEADER + HOT_COLUMNS * size];
    hot[ASKED] = rows.asked(); // before the traits are copied, which another thread may complete
    for (int column = 0; column < HOT_COLUMNS; column++) {
      rows.copy(column, hot, HEADER + column * size);
    }
    GrowableIntArray spans = new GrowableIntArray();
    GrowableIntArray vague = new GrowableIntArray();
    GrowableIntArray openStarts = new GrowableIntArray();
    GrowableIntArray odd = new GrowableIntArray();
    GrowableIntArray answered = new GrowableIntArray();
    int longestSpan = 0;
    int longestVague = 0;
    int union = 0;
    for (int row = 0; row < size; row++) {
      int last = hot[HEADER + LAST * size + row];
      int first = hot[HEADER + FIRST * size + row];
      int value = hot[HEADER + TRAITS * size + row];
      if (first == OPEN) {
        openStarts.add(row);
      } else if (first < last && traits.lasts(value)) {
        spans.add(row);
        longestSpan = Math.max(longestSpan, last - first);
      } else if (first < last) {
        vague.add(row);
        longestVague = Math.max(longestVague, last - first);
      }
      union |= value;
      if (traits.isOdd(value)) {
        odd.add(row);
      }
      if (traits.isAnswered(value)) {
        answered.add(row);
      }
    }
    hot[SECOND_KEY] = secondKey;
    hot[SIZE] = size;
    hot[LONGEST_SPAN] = longestSpan;
    int others = REST_HEADER + (rows.width() - HOT_COLUMNS) * size;
    int[] listed =
        Ints.concat(
            spans.toArray(),
            vague.toArray(),
            openStarts.toArray(),
            odd.toArray(),
            answered.toArray(),
            links(hot, traits));
    int[] rest = new int[others + listed.length];
    rest[LONGEST_VAGUE] = longestVague;
    rest[SPANS] = spans.size();
    rest[VAGUE] = vague.size();
    rest[OPEN_STARTS] = openStarts.size();
    rest[ODD] = odd.size();
    rest[ANSWERED] = answered.size();
    rest[UNION] = union;
    for (int column = HOT_COLUMNS; column < rows.width(); column++) {
      rows.copy(column, rest, REST_HEADER + (column - HOT_COLUMNS) * size);
    }
    System.arraycopy(listed, 0, rest, others, listed.length);
    return new DayRows(hot, rest, 0, rows.width());
  }

  private static int[] links(int[] hot, Traits traits) {
    int[] links = new int[hot[SIZE] < MANY ? 0 : hot[SIZE]];
    int[] ranks = new int[links.length];
    for (int row = 0; row < links.length; row++) {
      ranks[row] = traits.rank(hot[HEADER + TRAITS * links.length + row]);
      links[row] = row - 1;
      while (links[row] >= 0 && ranks[links[row]] <= ranks[row]) {
        links[row] = links[links[row]];
      }
    }
    return links;
  }

  /** Returns a copy of the rows. */
  DayRows copy() {
    GrowableIntArray copyOfHot = new GrowableIntArray();
    GrowableIntArray copyOfRest = new GrowableIntArray();
    copyTo(copyOfHot, copyOfRest);
    return new DayRows(copyOfHot.toArray(), copyOfRest.toArray(), 0, width);
  }

  /** Copies the rows to the end of two other arrays. */
  void copyTo(GrowableIntArray otherHot, GrowableIntArray otherRest) {
    otherHot.addAll(secondKey(), size, hot[offset + LONGEST_SPAN], otherRest.size(), asked());
    otherHot.addRange(hot, offset + HEADER, endOffset());
    otherRest.addRange(rest, restOffset(), linksOffset() + (size < MANY ? 0 : size));
  }

  /** Sets the final traits of the rows that end on a day or later. */
  void setTraits(int firstKey, int fromDay, FinalTraits traits) {
    for (int row = 0; row < size; row++) {
      if (get(row, LAST) >= fromDay) {
        hot[offset + HEADER + TRAITS * size + row] = traits.traits(firstKey, this, row);
      }
    }
  }

  /** Returns how often incomplete traits were asked for, or that they are complete. */
  int asked() {
    return hot[offset + ASKED];
  }

  /**
   * Counts that incomplete traits were asked for. Where several threads count at once, only one of
   * them may be counted.
   *
   * @return how often they were asked for so far; 0 if they are complete
   */
  public int countAsked() {
    int asked = asked();
    if (asked == COMPLETE) {
      return 0;
    }
    hot[offset + ASKED] = asked + 1;
    return asked + 1;
  }

  /** Returns whether the traits of the rows were said to be complete. */
  public boolean isComplete() {
    return asked() == COMPLETE;
  }

  /**
   * Says that the traits of the rows are complete, in all stores that share them. They stay so
   * where rows are merged with them.
   */
  public void setComplete() {
    hot[offset + ASKED] = COMPLETE;
  }

  private int restOffset() {
    return hot[offset + REST_OFFSET];
  }

  private int spansOffset() {
    return restOffset() + REST_HEADER + (width - HOT_COLUMNS) * size;
  }

  private int vagueOffset() {
    return spansOffset() + rest[restOffset() + SPANS];
  }

  private int openStartsOffset() {
    return vagueOffset() + rest[restOffset() + VAGUE];
  }

  private int oddOffset() {
    return openStartsOffset() + rest[restOffset() + OPEN_STARTS];
  }

  private int answeredOffset() {
    return oddOffset() + rest[restOffset() + ODD];
  }

  private int linksOffset() {
    return answeredOffset() + rest[restOffset() + ANSWERED];
  }

  /** Returns the second of the two keys of the rows. */
  public int secondKey() {
    return hot[offset + SECOND_KEY];
  }

  /** Returns the offset at which the next rows in the same arrays begin. */
  int endOffset() {
    return endOffset(hot, offset);
  }

  /** Returns the offset at which the rows end that begin at an offset. */
  static int endOffset(int[] hot, int offset) {
    return offset + HEADER + HOT_COLUMNS * hot[offset + SIZE];
  }

  /** Returns whether other rows are stored in the same place. */
  boolean isSharedWith(DayRows other) {
    return hot == other.hot && offset == other.offset;
  }

  /** Returns the number of rows. */
  public int size() {
    return size;
  }

  /** Returns the value of a row, from 0, in a column, from 0. */
  public int get(int row, int column) {
    return column < HOT_COLUMNS
        ? hot[offset + HEADER + column * size + row]
        : rest[restOffset() + REST_HEADER + (column - HOT_COLUMNS) * size + row];
  }

  /** Copies the values of a range of rows in a column to another array. */
  void copy(int from, int to, int column, int[] target, int start) {
    int values =
        column < HOT_COLUMNS
            ? offset + HEADER + column * size
            : restOffset() + REST_HEADER + (column - HOT_COLUMNS) * size;
    System.arraycopy(column < HOT_COLUMNS ? hot : rest, values + from, target, start, to - from);
  }

  /** Returns the number of rows that end by a day; these are the first rows. */
  public int endedBy(int day) {
    int from = offset + HEADER + LAST * size;
    int left = size;
    while (left > 0) {
      int half = (left + 1) >>> 1;
      // Branch-free, because the branch would be unpredictable: the mask is all ones if the last
      // row of the lower half ends by the day.
      from += half & (int) (((long) hot[from + half - 1] - day - 1) >> 63);
      left -= half;
    }
    return from - offset - HEADER - LAST * size;
  }

  /**
   * Returns whether a span may have begun by a day and run past it.
   *
   * @param ended the number of rows that end by that day
   */
  public boolean mayRunPast(int day, int ended) {
    return longestSpan() > 0 && ended < size && (long) get(ended, LAST) - longestSpan() <= day;
  }

  /** Returns all rows. */
  public Subset all() {
    return new Subset(rest, Subset.ALL, size);
  }

  /** Returns the rows that last from their first day to a later last day. */
  public Subset spans() {
    return new Subset(rest, spansOffset(), rest[restOffset() + SPANS]);
  }

  /** Returns the rows that fall on one day of an interval of several days. */
  public Subset vague() {
    return new Subset(rest, vagueOffset(), rest[restOffset() + VAGUE]);
  }

  /** Returns the rows whose start is open. */
  public Subset openStarts() {
    return new Subset(rest, openStartsOffset(), rest[restOffset() + OPEN_STARTS]);
  }

  /** Returns the odd rows. */
  public Subset odd() {
    return new Subset(rest, oddOffset(), rest[restOffset() + ODD]);
  }

  /** Returns the rows that others answer. */
  public Subset answered() {
    return new Subset(rest, answeredOffset(), rest[restOffset() + ANSWERED]);
  }

  /** Returns the number of days from the first to the last day of the longest span, or 0. */
  public int longestSpan() {
    return hot[offset + LONGEST_SPAN];
  }

  /** Returns the number of days from the first to the last day of the longest vague row, or 0. */
  public int longestVague() {
    return rest[restOffset() + LONGEST_VAGUE];
  }

  /** Returns the bits that are set in the traits of any row, as the rows were added. */
  public int unionOfTraits() {
    return rest[restOffset() + UNION];
  }

  /**
   * Returns an earlier row, or -1, such that no row between the two has a higher rank than the
   * given row.
   */
  public int skipTo(int row) {
    return size < MANY ? row - 1 : rest[linksOffset() + row];
  }
}

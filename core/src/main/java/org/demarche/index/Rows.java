package org.demarche.index;

import java.util.Arrays;

/**
 * Rows of ints, laid flat, in cells. A cell is named by two ints; within it the rows stand by their
 * day, and rows of one day in the order in which they were added.
 */
public final class Rows {
  private final int width;
  private final int[] values;
  private final long[] cells;
  private final int[] starts;

  private Rows(int width, int[] values, long[] cells, int[] starts) {
    this.width = width;
    this.values = values;
    this.cells = cells;
    this.starts = starts;
  }

  /**
   * The cell of that name.
   *
   * @return its number, or -1 where it has no rows
   */
  public int cell(int first, int second) {
    int at = Arrays.binarySearch(cells, name(first, second));
    return at < 0 ? -1 : at;
  }

  /**
   * The first cell with that int or a higher one as the first of its name: cells stand in order.
   */
  public int from(int first) {
    int at = Arrays.binarySearch(cells, name(first, 0));
    return at < 0 ? -at - 1 : at;
  }

  /** How many cells have rows. */
  public int cells() {
    return cells.length;
  }

  /** The first int of a cell's name. */
  public int first(int cell) {
    return (int) (cells[cell] >> 32);
  }

  /** The second int of a cell's name. */
  public int second(int cell) {
    return (int) cells[cell];
  }

  /** The first row of a cell. */
  public int start(int cell) {
    return starts[cell];
  }

  /** The row after the last of a cell. */
  public int end(int cell) {
    return starts[cell + 1];
  }

  /** The value of a row in a column, from 0. */
  public int get(int row, int column) {
    return values[row * width + column];
  }

  private static long name(int first, int second) {
    return ((long) first << 32) | (second & 0xFFFF_FFFFL);
  }

  /** Collects rows in any order. */
  public static final class Builder {
    private final int width;
    private final int dayColumn;
    private final Ints values = new Ints();
    private long[] names = new long[8];
    private int size;

    /**
     * An empty builder.
     *
     * @param width how many columns a row has
     * @param dayColumn the column by which the rows of a cell are sorted
     */
    public Builder(int width, int dayColumn) {
      this.width = width;
      this.dayColumn = dayColumn;
    }

    /** Adds a row of as many values as there are columns to a cell. */
    public void add(int first, int second, int... row) {
      if (size == names.length) {
        names = Arrays.copyOf(names, size + (size >> 1));
      }
      names[size++] = name(first, second);
      for (int value : row) {
        values.add(value);
      }
    }

    /** Sorts what was added. */
    public Rows build() {
      long[] cells = Arrays.stream(names, 0, size).sorted().distinct().toArray();
      int[] cellOf = new int[size];
      int[] starts = new int[cells.length + 1];
      for (int i = 0; i < size; i++) {
        cellOf[i] = Arrays.binarySearch(cells, names[i]);
        starts[cellOf[i] + 1]++;
      }
      Arrays.parallelPrefix(starts, Integer::sum);
      long[] byDay = new long[size];
      int[] next = starts.clone();
      for (int i = 0; i < size; i++) {
        byDay[next[cellOf[i]]++] = ((long) values.get(i * width + dayColumn) << 32) | i;
      }
      int[] sorted = new int[size * width];
      for (int cell = 0; cell < cells.length; cell++) {
        Arrays.sort(byDay, starts[cell], starts[cell + 1]);
        for (int row = starts[cell]; row < starts[cell + 1]; row++) {
          int from = (int) byDay[row] * width;
          for (int column = 0; column < width; column++) {
            sorted[row * width + column] = values.get(from + column);
          }
        }
      }
      return new Rows(width, sorted, cells, starts);
    }
  }
}

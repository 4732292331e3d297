package org.demarche.index;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Cells, each named by two ints from 0. It is never changed: what is added makes another, which
 * shares with this one every cell that got nothing.
 */
public final class Cells {
  private static final Shelf EMPTY = new Shelf(List.of(), 1);

  private final int width;
  private final Shelf[] shelves;

  private Cells(int width, Shelf[] shelves) {
    this.width = width;
    this.shelves = shelves;
  }

  /** The cells of one first name, in a table in which they are probed for by the second. */
  private static final class Shelf {
    final int[][] known;
    final int[][] rest;

    Shelf(List<Cell> cells, int slots) {
      known = new int[slots][];
      rest = new int[slots][];
      Arrays.fill(known, Cell.NO_ROWS);
      Arrays.fill(rest, Cell.NO_ROWS);
      for (Cell cell : cells) {
        int slot = slot(cell.name());
        known[slot] = cell.known();
        rest[slot] = cell.rest();
      }
    }

    static Shelf of(List<Cell> cells) {
      return new Shelf(cells, Integer.highestOneBit(cells.size()) * 4);
    }

    /** Where a cell is, or would be; names are numbers in a row, so that they hardly meet. */
    int slot(int second) {
      int slot = second & (known.length - 1);
      while (known[slot] != Cell.NO_ROWS && known[slot][Cell.NAME] != second) {
        slot = (slot + 1) & (known.length - 1);
      }
      return slot;
    }
  }

  private Shelf shelf(int first) {
    return first < shelves.length ? shelves[first] : EMPTY;
  }

  /** The cell of that name, one without rows where nothing was added to it. */
  public Cell cell(int first, int second) {
    return at(first, shelf(first).slot(second));
  }

  /** How many places there are for the cells of a first name; some are empty. */
  public int places(int first) {
    return shelf(first).known.length;
  }

  /** The cell at a place, from 0, one without rows where it is empty. */
  public Cell at(int first, int place) {
    return new Cell(shelf(first).known[place], shelf(first).rest[place], width);
  }

  /** A first name above those of all cells. */
  public int firsts() {
    return shelves.length;
  }

  /** What is done with a cell. */
  public interface Each {
    /** Does it; the cell goes by one int of its name, as the other is the same for all. */
    void accept(int name, Cell cell);
  }

  /** Goes through the cells of a first name, in no order. */
  public void forEach(int first, Each each) {
    for (int place = 0; place < places(first); place++) {
      Cell cell = at(first, place);
      if (cell.size() > 0) {
        each.accept(cell.name(), cell);
      }
    }
  }

  /** Collects rows in any order. */
  public static final class Builder {
    private final int width;
    private final Ints names = new Ints();
    private final Ints values = new Ints();
    private final Cell.Traits traits;

    /**
     * An empty builder.
     *
     * @param width how many columns a row has, those that a {@link Cell} knows included
     */
    public Builder(int width, Cell.Traits traits) {
      this.width = width;
      this.traits = traits;
    }

    /** Adds a row of as many values as there are columns to a cell. */
    public void add(int first, int second, int... row) {
      names.add(first);
      names.add(second);
      for (int value : row) {
        values.add(value);
      }
    }

    private int rows() {
      return names.size() / 2;
    }

    private int first(int row) {
      return names.get(2 * row);
    }

    private int second(int row) {
      return names.get(2 * row + 1);
    }

    /** Sorts what was added into cells. */
    public Cells build(Cell.Settling settling) {
      return onto(new Cells(width, new Shelf[0]), 0, value -> false, settling);
    }

    /**
     * Sorts what was added into the cells of another, which stays what it is.
     *
     * @param column a column
     * @param replaced the values in it of rows that stand in those cells no more
     * @param settling is asked about the rows of cells that got any, from the first of those on
     */
    public Cells onto(Cells others, int column, IntPredicate replaced, Cell.Settling settling) {
      int[] byName = byName();
      int last = rows() == 0 ? -1 : first(byName[rows() - 1]);
      Shelf[] shelves = Arrays.copyOf(others.shelves, Math.max(others.shelves.length, last + 1));
      Arrays.fill(shelves, others.shelves.length, shelves.length, EMPTY);
      for (int start = 0, end; start < byName.length; start = end) {
        int first = first(byName[start]);
        Map<Integer, Cell> cells = new LinkedHashMap<>();
        others.forEach(first, cells::put);
        for (end = start; end < byName.length && first(byName[end]) == first; ) {
          int second = second(byName[end]);
          Draft draft = new Draft(second);
          draft.keep(others.cell(first, second), column, replaced);
          while (end < byName.length
              && first(byName[end]) == first
              && second(byName[end]) == second) {
            draft.add(byName[end++]);
          }
          Cell cell = draft.cell();
          cell.settle(first, draft.earliest, settling);
          cells.put(second, cell);
        }
        shelves[first] = Shelf.of(ImmutableList.copyOf(cells.values()));
      }
      return new Cells(width, shelves);
    }

    /** The rows by their first name, then by the second, then as they were added. */
    private int[] byName() {
      int[] rows = new int[rows()];
      Arrays.setAll(rows, row -> row);
      return counted(counted(rows, this::second), this::first);
    }

    private static int[] counted(int[] rows, IntUnaryOperator name) {
      int most = Arrays.stream(rows).map(name).max().orElse(-1);
      int[] next = new int[most + 2];
      for (int row : rows) {
        next[name.applyAsInt(row) + 1]++;
      }
      Arrays.parallelPrefix(next, Integer::sum);
      int[] sorted = new int[rows.length];
      for (int row : rows) {
        sorted[next[name.applyAsInt(row)]++] = row;
      }
      return sorted;
    }

    /** A cell being made of rows that stood in one before, and of rows that were added. */
    private final class Draft {
      private final int name;
      private final Ints all = new Ints();
      private int size;

      /** The first of the days on which a row ends that was added or replaced. */
      private int earliest = Integer.MAX_VALUE;

      Draft(int name) {
        this.name = name;
      }

      void keep(Cell old, int column, IntPredicate replaced) {
        for (int row = 0; row < old.size(); row++) {
          if (!replaced.test(old.get(row, column))) {
            size++;
            for (int c = 0; c < width; c++) {
              all.add(old.get(row, c));
            }
          } else {
            earliest = Math.min(earliest, old.get(row, Cell.LAST));
          }
        }
      }

      void add(int row) {
        size++;
        earliest = Math.min(earliest, values.get(row * width + Cell.LAST));
        for (int c = 0; c < width; c++) {
          all.add(values.get(row * width + c));
        }
      }

      Cell cell() {
        long[] byDay = new long[size];
        for (int row = 0; row < size; row++) {
          byDay[row] = ((long) all.get(row * width + Cell.LAST) << 32) | row;
        }
        Arrays.sort(byDay);
        int[] order = new int[size];
        Arrays.setAll(order, at -> (int) byDay[at]);
        return Cell.of(name, all, order, width, traits);
      }
    }
  }
}

package org.demarche.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Cells, each named by two ints from 0. It is never changed: what is added makes another, which
 * shares with this one every cell that got nothing.
 */
public final class Cells {
  private static final int[][] NONE = {};
  private static final int[] NO_BLOCK = {};

  /** By their first names, tables in which cells are probed for by the second. */
  private final int[][][] shelves;

  private Cells(int[][][] shelves) {
    this.shelves = shelves;
  }

  private int[][] shelf(int first) {
    return first < shelves.length ? shelves[first] : NONE;
  }

  /** The cell of that name, one without rows where nothing was added to it. */
  public Cell cell(int first, int second) {
    int[][] shelf = shelf(first);
    if (shelf.length > 0) {
      int[] block = shelf[slot(shelf, second)];
      if (block.length > 0) {
        return new Cell(block);
      }
    }
    return Cell.EMPTY;
  }

  /** Names are numbers in a row, so that they hardly meet. */
  private static int slot(int[][] shelf, int second) {
    int slot = second & (shelf.length - 1);
    while (shelf[slot].length > 0 && shelf[slot][Cell.NAME] != second) {
      slot = (slot + 1) & (shelf.length - 1);
    }
    return slot;
  }

  /** A first name above those of all cells. */
  public int firsts() {
    return shelves.length;
  }

  /** What is done with a cell. */
  public interface Each {
    /** Does it; the cell goes by the second int of its name. */
    void accept(int second, Cell cell);
  }

  /** Goes through the cells of a first name, in no order. */
  public void forEach(int first, Each each) {
    for (int[] block : shelf(first)) {
      if (block.length > 0) {
        each.accept(block[Cell.NAME], new Cell(block));
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
    public Cells build() {
      return onto(new Cells(new int[0][][]), 0, value -> false);
    }

    /**
     * Sorts what was added into the cells of another, which stays what it is.
     *
     * @param column a column
     * @param replaced the values in it of rows that stand in those cells no more
     */
    public Cells onto(Cells others, int column, IntPredicate replaced) {
      int[] byName = byName();
      int last = rows() == 0 ? -1 : first(byName[rows() - 1]);
      int[][][] shelves = Arrays.copyOf(others.shelves, Math.max(others.shelves.length, last + 1));
      Arrays.fill(shelves, others.shelves.length, shelves.length, NONE);
      for (int start = 0, end; start < byName.length; start = end) {
        int first = first(byName[start]);
        List<int[]> added = new ArrayList<>();
        for (end = start; end < byName.length && first(byName[end]) == first; ) {
          int second = second(byName[end]);
          Draft draft = new Draft(second);
          draft.keep(others.cell(first, second), column, replaced);
          while (end < byName.length
              && first(byName[end]) == first
              && second(byName[end]) == second) {
            draft.add(byName[end++]);
          }
          added.add(draft.block());
        }
        shelves[first] = with(added, shelves[first]);
      }
      return new Cells(shelves);
    }

    private static int[][] with(List<int[]> added, int[][] shelf) {
      List<int[]> blocks = new ArrayList<>(added);
      Set<Integer> names = new HashSet<>();
      added.forEach(block -> names.add(block[Cell.NAME]));
      for (int[] block : shelf) {
        if (block.length > 0 && !names.contains(block[Cell.NAME])) {
          blocks.add(block);
        }
      }
      int[][] larger = new int[Integer.highestOneBit(blocks.size()) * 4][];
      Arrays.fill(larger, NO_BLOCK);
      blocks.forEach(block -> larger[slot(larger, block[Cell.NAME])] = block);
      return larger;
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
          }
        }
      }

      void add(int row) {
        size++;
        for (int c = 0; c < width; c++) {
          all.add(values.get(row * width + c));
        }
      }

      int[] block() {
        long[] byDay = new long[size];
        for (int row = 0; row < size; row++) {
          byDay[row] = ((long) all.get(row * width + Cell.LAST) << 32) | row;
        }
        Arrays.sort(byDay);
        int[] order = new int[size];
        Arrays.setAll(order, at -> (int) byDay[at]);
        return Cell.block(name, all, order, width, traits);
      }
    }
  }
}

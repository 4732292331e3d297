package org.demarche.index;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Cells, each named by two ints from 0. It is never changed: what is added makes another, which
 * shares with this one every cell that got nothing.
 */
public final class Cells {
  private static final int[] NO_NAMES = {};
  private static final Shelf EMPTY = new Shelf(NO_NAMES, List.of());

  private final Shelf[] shelves;

  private Cells(Shelf[] shelves) {
    this.shelves = shelves;
  }

  /** The cells of one first name, sorted by the second; a table of slots finds them. */
  private static final class Shelf {
    final int[] seconds;
    final Cell[] cells;
    private final int[] slots;

    Shelf(int[] seconds, Collection<Cell> cells) {
      this.seconds = seconds;
      this.cells = cells.toArray(Cell[]::new);
      this.slots = new int[Integer.highestOneBit(Math.max(1, seconds.length)) * 2];
      for (int i = 0; i < seconds.length; i++) {
        int slot = slot(seconds[i]);
        while (slots[slot] != 0) {
          slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = i + 1;
      }
    }

    private int slot(int second) {
      return second & (slots.length - 1); // names are numbers in a row, so they hardly meet
    }

    /** The place of a cell, or -1. */
    int find(int second) {
      for (int slot = slot(second); slots[slot] != 0; slot = (slot + 1) & (slots.length - 1)) {
        if (seconds[slots[slot] - 1] == second) {
          return slots[slot] - 1;
        }
      }
      return -1;
    }
  }

  private Shelf shelf(int first) {
    return first < shelves.length ? shelves[first] : EMPTY;
  }

  /** The cell of that name, one without rows where nothing was added to it. */
  public Cell cell(int first, int second) {
    Shelf shelf = shelf(first);
    int at = shelf.find(second);
    return at < 0 ? Cell.EMPTY : shelf.cells[at];
  }

  /** A first name above those of all cells. */
  public int firsts() {
    return shelves.length;
  }

  /** How many cells have that first name. */
  public int count(int first) {
    return shelf(first).cells.length;
  }

  /** Of the cells of that first name, in the order of the second, one by its place from 0. */
  public Cell at(int first, int place) {
    return shelf(first).cells[place];
  }

  /** The second name of the cell at a place. */
  public int second(int first, int place) {
    return shelf(first).seconds[place];
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
      return onto(new Cells(new Shelf[0]), 0, value -> false);
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
      Shelf[] shelves = Arrays.copyOf(others.shelves, Math.max(others.shelves.length, last + 1));
      Arrays.fill(shelves, others.shelves.length, shelves.length, EMPTY);
      for (int start = 0, end; start < byName.length; start = end) {
        int first = first(byName[start]);
        SortedMap<Integer, Cell> cells = new TreeMap<>();
        Shelf shelf = shelves[first];
        for (int place = 0; place < shelf.cells.length; place++) {
          cells.put(shelf.seconds[place], shelf.cells[place]);
        }
        for (end = start; end < byName.length && first(byName[end]) == first; ) {
          int second = second(byName[end]);
          int begin = end;
          while (end < byName.length
              && first(byName[end]) == first
              && second(byName[end]) == second) {
            end++;
          }
          Draft draft = new Draft();
          Optional.ofNullable(cells.get(second))
              .ifPresent(old -> draft.keep(old, column, replaced));
          for (int row = begin; row < end; row++) {
            draft.add(byName[row]);
          }
          cells.put(second, draft.build());
        }
        shelves[first] = new Shelf(Ints.of(cells.keySet()), cells.values());
      }
      return new Cells(shelves);
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
      private final Ints all = new Ints();
      private int size;

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

      Cell build() {
        long[] byDay = new long[size];
        for (int row = 0; row < size; row++) {
          byDay[row] = ((long) all.get(row * width + Cell.LAST) << 32) | row;
        }
        Arrays.sort(byDay);
        int[] order = new int[size];
        Arrays.setAll(order, at -> (int) byDay[at]);
        return new Cell(all, order, width, traits);
      }
    }
  }
}

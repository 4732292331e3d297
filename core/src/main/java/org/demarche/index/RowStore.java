package org.demarche.index;

import java.util.Arrays;
import java.util.BitSet;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/**
 * Cells, each named by two ints from 0; those of one first name lie side by side. It is never
 * changed: what is added makes another, which shares with this one the cells of every first name
 * that got nothing, and copies those of the others.
 */
public final class RowStore {
  /** Where the cells of a first name begin; they go on where each of them ends. */
  public static final int START = DayRows.ROWS;

  /** The second name of the cell without rows that stands before them. */
  private static final int NO_NAME = -1;

  private final int width;
  private final Shelf[] shelves;

  /** The shelf without cells. */
  private final Shelf none;

  private RowStore(int width, Shelf[] shelves, Shelf none) {
    this.width = width;
    this.shelves = shelves;
    this.none = none;
  }

  /** The cells of one first name, side by side. */
  private static final class Shelf {
    /** Where each cell begins, found by probing for its second name; 0 is no place. */
    final int[] places;

    final int[] known;
    final int[] rest;

    /**
     * A shelf of cells that are laid out.
     *
     * @param starts where they begin
     */
    Shelf(int[] starts, GrowableIntArray known, GrowableIntArray rest) {
      this.known = known.toArray();
      this.rest = rest.toArray();
      this.places = new int[Math.max(1, Integer.highestOneBit(starts.length * 3 / 2) * 2)];
      for (int start : starts) {
        places[slot(this.known[start + DayRows.NAME])] = start;
      }
    }

    /**
     * Where a cell is listed, or would be; names are numbers in a row, so that they hardly meet.
     */
    int slot(int second) {
      int slot = second & (places.length - 1);
      while (places[slot] != 0 && known[places[slot] + DayRows.NAME] != second) {
        slot = (slot + 1) & (places.length - 1);
      }
      return slot;
    }
  }

  private Shelf shelf(int first) {
    return first < shelves.length ? shelves[first] : none;
  }

  /** The cell of that name, one without rows where nothing was added to it. */
  public DayRows cell(int first, int second) {
    Shelf shelf = shelf(first);
    return at(first, shelf.places[shelf.slot(second)]);
  }

  /** Where the cells of a first name end. */
  public int end(int first) {
    return shelf(first).known.length;
  }

  /** The cell of a first name that begins at a place. */
  public DayRows at(int first, int place) {
    Shelf shelf = shelf(first);
    return new DayRows(shelf.known, shelf.rest, place, width);
  }

  /** A first name above those of all cells. */
  public int firsts() {
    return shelves.length;
  }

  /** What is done with a cell. */
  public interface Each {
    /**
     * Does it.
     *
     * @param name the int of its name in which it differs from the others
     */
    void accept(int name, DayRows cell);
  }

  /** Goes through the cells of a first name, as they lie. */
  public void forEach(int first, Each each) {
    int end = end(first);
    for (int place = START; place < end; ) {
      DayRows cell = at(first, place);
      each.accept(cell.name(), cell);
      place = cell.end();
    }
  }

  /** Collects rows in any order. */
  public static final class Builder {
    private final int width;
    private final GrowableIntArray names = new GrowableIntArray();
    private final GrowableIntArray values = new GrowableIntArray();
    private final DayRows.Traits traits;

    /**
     * An empty builder.
     *
     * @param width how many columns a row has, those that a {@link DayRows} knows included
     */
    public Builder(int width, DayRows.Traits traits) {
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
    public RowStore build(DayRows.Settling settling) {
      Shelf none =
          new Drafts(-1, new Shelf(new int[0], new GrowableIntArray(), new GrowableIntArray()))
              .shelf(settling);
      return onto(new RowStore(width, new Shelf[0], none), 0, value -> false, settling);
    }

    /**
     * Sorts what was added into the cells of another, which stays what it is.
     *
     * @param column a column
     * @param replaced the values in it of rows that stand in those cells no more
     * @param settling is asked about the rows of cells that got any, from the first of those on
     */
    public RowStore onto(
        RowStore others, int column, IntPredicate replaced, DayRows.Settling settling) {
      int[] byName = byName();
      int last = rows() == 0 ? -1 : first(byName[rows() - 1]);
      Shelf[] shelves = Arrays.copyOf(others.shelves, Math.max(others.shelves.length, last + 1));
      Arrays.fill(shelves, others.shelves.length, shelves.length, others.none);
      for (int start = 0; start < byName.length; ) {
        int first = first(byName[start]);
        Drafts drafts = new Drafts(first, shelves[first]);
        int end = start;
        while (end < byName.length && first(byName[end]) == first) {
          int second = second(byName[end]);
          Draft draft = new Draft(second);
          draft.keep(others.cell(first, second), column, replaced);
          while (end < byName.length
              && first(byName[end]) == first
              && second(byName[end]) == second) {
            draft.add(byName[end++]);
          }
          drafts.add(draft);
        }
        drafts.keep(others);
        shelves[first] = drafts.shelf(settling);
        start = end;
      }
      return new RowStore(width, shelves, others.none);
    }

    /** The cells of one first name being laid out. */
    private final class Drafts {
      private final int first;
      private final GrowableIntArray known;
      private final GrowableIntArray rest;
      private final GrowableIntArray starts = new GrowableIntArray();
      private final BitSet names = new BitSet();
      private final GrowableIntArray earliest = new GrowableIntArray();

      /**
       * Begins to lay them out.
       *
       * @param before those that are there
       */
      Drafts(int first, Shelf before) {
        this.first = first;
        this.known = new GrowableIntArray(before.known.length);
        this.rest = new GrowableIntArray(before.rest.length);
        DayRows.lay(NO_NAME, new GrowableIntArray(), new int[0], width, traits, known, rest);
      }

      void add(Draft draft) {
        starts.add(known.size());
        names.set(draft.name);
        earliest.add(draft.earliest);
        draft.lay(known, rest);
      }

      /** Adds the cells of that first name that got nothing, as they are. */
      void keep(RowStore others) {
        others.forEach(
            first,
            (name, cell) -> {
              if (!names.get(name)) {
                starts.add(known.size());
                cell.lay(known, rest);
              }
            });
      }

      Shelf shelf(DayRows.Settling settling) {
        Shelf shelf = new Shelf(starts.toArray(), known, rest);
        for (int i = 0; i < earliest.size(); i++) {
          new DayRows(shelf.known, shelf.rest, starts.get(i), width)
              .settle(first, earliest.get(i), settling);
        }
        return shelf;
      }
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
      private final GrowableIntArray all = new GrowableIntArray();
      private int size;

      /** The first of the days on which a row ends that was added or replaced. */
      private int earliest = Integer.MAX_VALUE;

      Draft(int name) {
        this.name = name;
      }

      void keep(DayRows old, int column, IntPredicate replaced) {
        for (int row = 0; row < old.size(); row++) {
          if (!replaced.test(old.get(row, column))) {
            size++;
            for (int c = 0; c < width; c++) {
              all.add(old.get(row, c));
            }
          } else {
            earliest = Math.min(earliest, old.get(row, DayRows.LAST));
          }
        }
      }

      void add(int row) {
        size++;
        earliest = Math.min(earliest, values.get(row * width + DayRows.LAST));
        for (int c = 0; c < width; c++) {
          all.add(values.get(row * width + c));
        }
      }

      void lay(GrowableIntArray known, GrowableIntArray rest) {
        long[] byDay = new long[size];
        for (int row = 0; row < size; row++) {
          byDay[row] = ((long) all.get(row * width + DayRows.LAST) << 32) | row;
        }
        Arrays.sort(byDay);
        int[] order = new int[size];
        Arrays.setAll(order, at -> (int) byDay[at]);
        DayRows.lay(name, all, order, width, traits, known, rest);
      }
    }
  }
}

package org.demarche.index;

import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.demarche.index.MergedRows.AddedRows;

/**
 * Rows under pairs of keys, each an int from 0. The rows of one first key are mostly stored next to
 * one another, so that they are read fast in turn. A store is immutable: adding rows creates
 * another store, which copies little but the rows of the pairs of keys that got new rows.
 */
public final class RowStore {
  /** The second key of the empty rows that every group begins with. */
  private static final int NO_KEY = -1;

  private final int width;
  private final PersistentList<Group> groups;
  private final Group empty;

  private RowStore(int width, PersistentList<Group> groups, Group empty) {
    this.width = width;
    this.groups = groups;
    this.empty = empty;
  }

  /**
   * The rows of one first key. Most are packed into two arrays. The others are apart: those of the
   * second keys that have very many rows, and those that were written since the others were packed.
   * If these become more than the square root of the length of the packed rows, they are packed
   * too, so that neither is copied often.
   *
   * <p>The position of the rows of a second key is their offset among the packed rows, or follows
   * the last of these.
   */
  private static final class Group {
    /** From this number on, the rows of a second key are never packed. */
    private static final int MANY = 1024;

    /** The offsets of packed rows. */
    private final IntTable offsets;

    private final int[] hot;
    private final int[] rest;

    /** The indexes plus one of the rows that are apart. */
    private final IntTable indexes;

    private final DayRows[] apart;

    private Group(IntTable offsets, int[] hot, int[] rest, List<DayRows> apart) {
      this.offsets = offsets;
      this.hot = hot;
      this.rest = rest;
      this.apart = apart.toArray(DayRows[]::new);
      this.indexes = new IntTable(apart.size());
      for (int i = 0; i < this.apart.length; i++) {
        indexes.put(this.apart[i].secondKey(), i + 1);
      }
    }

    private Group(IntReader in, int width) {
      this(IntTable.read(in), in.readArray(), in.readArray(), readApart(in, width));
    }

    private static List<DayRows> readApart(IntReader in, int width) {
      List<DayRows> apart = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        apart.add(new DayRows(in.readArray(), in.readArray(), 0, width));
      }
      return apart;
    }

    void writeTo(IntWriter out) {
      offsets.writeTo(out);
      out.writeArray(hot);
      out.writeArray(rest);
      out.write(apart.length);
      for (DayRows rows : apart) {
        DayRows alone = rows.copy();
        out.writeArray(alone.hot);
        out.writeArray(alone.rest);
      }
    }

    /** Returns a group that begins with empty rows, which are found under absent keys. */
    static Group packed(List<DayRows> packed, List<DayRows> apart, int width) {
      GrowableIntArray hot = new GrowableIntArray();
      GrowableIntArray rest = new GrowableIntArray();
      DayRows.none(NO_KEY, width).copyTo(hot, rest);
      IntTable offsets = new IntTable(packed.size());
      for (DayRows rows : packed) {
        offsets.put(rows.secondKey(), hot.size());
        rows.copyTo(hot, rest);
      }
      return new Group(offsets, hot.toArray(), rest.toArray(), apart);
    }

    /** Returns this group with some rows, instead of those of the same second keys. */
    Group with(List<DayRows> written, int width) {
      IntTable keys = new IntTable(written.size());
      written.forEach(rows -> keys.put(rows.secondKey(), 1));
      List<DayRows> all = new ArrayList<>(written);
      for (DayRows rows : apart) {
        if (keys.get(rows.secondKey()) == 0) {
          all.add(rows);
        }
      }
      List<DayRows> few = all.stream().filter(rows -> rows.size() < MANY).toList();
      if (few.size() <= (int) Math.sqrt(hot.length - DayRows.HEADER)) {
        return new Group(offsets, hot, rest, all);
      }
      List<DayRows> packed = new ArrayList<>();
      for (int at = first(); at < hot.length; at = next(at)) {
        DayRows rows = at(at, width);
        if (keys.get(rows.secondKey()) == 0) {
          packed.add(rows);
        }
      }
      packed.addAll(few);
      return packed(packed, all.stream().filter(rows -> rows.size() >= MANY).toList(), width);
    }

    int position(int secondKey) {
      int index = apart.length == 0 ? 0 : indexes.get(secondKey);
      return index == 0 ? offsets.get(secondKey) : hot.length + index - 1;
    }

    /** Returns the rows at a position. */
    DayRows at(int position, int width) {
      int[] hotOfRows = hot;
      int[] restOfRows = rest;
      int offset = position;
      if (position >= hot.length) {
        DayRows rows = apart[position - hot.length];
        hotOfRows = rows.hot;
        restOfRows = rows.rest;
        offset = rows.offset;
      }
      return new DayRows(hotOfRows, restOfRows, offset, width); // need not be allocated
    }

    int first() {
      return current(DayRows.HEADER);
    }

    int next(int position) {
      return position < hot.length ? current(DayRows.endOffset(hot, position)) : position + 1;
    }

    int end() {
      return hot.length + apart.length;
    }

    /** Returns the next offset from one on of packed rows that have not been written again. */
    private int current(int offset) {
      int next = offset;
      while (apart.length > 0
          && next < hot.length
          && indexes.get(hot[next + DayRows.SECOND_KEY]) != 0) {
        next = DayRows.endOffset(hot, next);
      }
      return next;
    }
  }

  private Group group(int firstKey) {
    return firstKey < groups.size() ? groups.get(firstKey) : empty;
  }

  /** Returns the rows of a pair of keys, possibly none. */
  public DayRows rows(int firstKey, int secondKey) {
    Group group = group(firstKey);
    return group.at(group.position(secondKey), width);
  }

  /** Returns the first position of rows of a first key. */
  public int firstPosition(int firstKey) {
    return group(firstKey).first();
  }

  /** Returns the position of rows of a first key after another. */
  public int nextPosition(int firstKey, int position) {
    return group(firstKey).next(position);
  }

  /** Returns the position at which the rows of a first key end. */
  public int endPosition(int firstKey) {
    return group(firstKey).end();
  }

  /** Returns the rows of a first key at a position before the end. */
  public DayRows rowsAt(int firstKey, int position) {
    return group(firstKey).at(position, width);
  }

  /** Returns a number above every first key that has rows. */
  public int firstKeyBound() {
    return groups.size();
  }

  /** An action on the rows of a second key. */
  public interface Action {
    /** Performs the action. */
    void accept(int secondKey, DayRows rows);
  }

  /** Performs an action on the rows of each second key of a first key, in storage order. */
  public void forEach(int firstKey, Action action) {
    Group group = group(firstKey);
    for (int at = group.first(); at < group.end(); at = group.next(at)) {
      DayRows rows = group.at(at, width);
      action.accept(rows.secondKey(), rows);
    }
  }

  /** Returns whether the rows of a pair of keys are those of another store, not copied. */
  public boolean shares(RowStore other, int firstKey, int secondKey) {
    return rows(firstKey, secondKey).isSharedWith(other.rows(firstKey, secondKey));
  }

  /**
   * Computes traits of a pair of keys once more: those of the last row that ends before a day, and
   * of all rows that end later. Stores that share the rows share these traits, and who reads them
   * meanwhile reads either value of a row.
   */
  public void setTraits(int firstKey, int secondKey, int day, DayRows.FinalTraits traits) {
    DayRows rows = rows(firstKey, secondKey);
    int before = rows.endedBy(day - 1) - 1;
    rows.setTraits(firstKey, before < 0 ? day : rows.get(before, DayRows.LAST), traits);
  }

  /** Writes the store. */
  public void writeTo(IntWriter out) {
    out.write(width, groups.size());
    groups.forEach(group -> group.writeTo(out));
  }

  /** Reads a store that was written. */
  public static RowStore read(IntReader in) {
    int width = in.readInt();
    PersistentList.Builder<Group> groups = PersistentList.<Group>empty().toBuilder();
    for (int left = in.readInt(); left > 0; left--) {
      groups.add(new Group(in, width));
    }
    return new RowStore(width, groups.build(), Group.packed(List.of(), List.of(), width));
  }

  /** A builder of stores, which takes rows in any order of their keys. */
  public static final class Builder {
    private final GrowableIntArray keys = new GrowableIntArray();
    private final AddedRows added;
    private final DayRows.Traits traits;

    /** The pairs of keys whose rows are copied. */
    private final SetMultimap<Integer, Integer> copied = LinkedHashMultimap.create();

    /**
     * Creates an empty builder.
     *
     * @param width the number of columns of a row, including the columns that {@link DayRows}
     *     defines
     * @param idColumn the column of the id of a row; no two rows of a pair of keys have the same id
     */
    public Builder(int width, int idColumn, DayRows.Traits traits) {
      this.added = new AddedRows(new GrowableIntArray(), width, idColumn);
      this.traits = traits;
    }

    /**
     * Adds a row, one value per column, under a pair of keys. The rows of a pair of keys are added
     * in ascending order of their ids.
     */
    public void add(int firstKey, int secondKey, int... row) {
      keys.addAll(firstKey, secondKey);
      added.values().addAll(row);
    }

    /**
     * Adds the rows of another builder, with greater ids.
     *
     * @param change changes the values of each row before it is added here
     */
    public void addAll(Builder more, Consumer<int[]> change) {
      for (int row = 0; row < more.keys.size() / 2; row++) {
        int[] values = more.added.row(row);
        change.accept(values);
        add(more.firstKey(row), more.secondKey(row), values);
      }
    }

    /**
     * Lets the rows of a pair of keys be copied, so that their traits can be set, if rows are added
     * under the first key.
     */
    public void copy(int firstKey, int secondKey) {
      copied.put(firstKey, secondKey);
    }

    private int firstKey(int row) {
      return keys.get(2 * row);
    }

    private int secondKey(int row) {
      return keys.get(2 * row + 1);
    }

    /** Builds a store of the rows that were added. */
    public RowStore build(DayRows.FinalTraits finalTraits) {
      Group empty = Group.packed(List.of(), List.of(), added.width());
      return onto(
          new RowStore(added.width(), PersistentList.empty(), empty), Set.of(), finalTraits);
    }

    /**
     * Builds a store of the rows of another store, which is not changed, and of the rows that were
     * added.
     *
     * @param replaced the ids of the rows to leave out of the other store
     * @param finalTraits computes the traits of rows under pairs of keys that got new rows, from
     *     the first day on which a new or replaced row ends
     */
    public RowStore onto(RowStore others, Set<Integer> replaced, DayRows.FinalTraits finalTraits) {
      PersistentList.Builder<Group> groups = others.groups.toBuilder();
      int[] byKey = KeyOrder.sorted(KeyOrder.of(keys.size() / 2, this::secondKey), this::firstKey);
      for (int start = 0; start < byKey.length; ) {
        int first = firstKey(byKey[start]);
        int end = start;
        List<DayRows> written = new ArrayList<>();
        while (end < byKey.length && firstKey(byKey[end]) == first) {
          int from = end;
          int second = secondKey(byKey[from]);
          while (end < byKey.length
              && firstKey(byKey[end]) == first
              && secondKey(byKey[end]) == second) {
            end++;
          }
          MergedRows rows =
              new MergedRows(
                  others.rows(first, second),
                  replaced,
                  added,
                  Arrays.copyOfRange(byKey, from, end));
          DayRows stored = DayRows.of(second, rows, traits);
          stored.setTraits(first, rows.firstNewDay(), finalTraits);
          written.add(stored);
          copied.remove(first, second);
        }
        for (int second : copied.get(first)) {
          written.add(others.rows(first, second).copy());
        }
        while (groups.size() <= first) {
          groups.add(others.empty);
        }
        groups.set(first, groups.get(first).with(written, added.width()));
        start = end;
      }
      return new RowStore(added.width(), groups.build(), others.empty);
    }
  }
}

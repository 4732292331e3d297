package org.demarche.index;

import java.util.function.IntUnaryOperator;

/**
 * Lists of ints from 0, each identified by an int. Most lists hold a single int; such a list is
 * identified by that int, and takes no memory. Other lists are identified by negative ints. The
 * lists are immutable: adding lists creates another object, which shares the existing lists.
 */
public final class IntLists {
  private final PersistentList<int[]> lists;

  private IntLists(PersistentList<int[]> lists) {
    this.lists = lists;
  }

  /** Returns the size of a list. */
  public int size(int list) {
    return list >= 0 ? 1 : lists.get(~list).length;
  }

  /** Returns the element of a list at an index, from 0. */
  public int get(int list, int index) {
    return list >= 0 ? list : lists.get(~list)[index];
  }

  /** Writes the lists. */
  public void writeTo(IntWriter out) {
    out.writeArrays(lists);
  }

  /** Reads lists that were written. */
  public static IntLists read(IntReader in) {
    return new IntLists(in.readArrays());
  }

  /** A builder of lists. */
  public static final class Builder {
    private final PersistentList.Builder<int[]> lists;

    /** Creates a builder that starts with the lists of another. */
    public Builder(IntLists others) {
      this.lists = others.lists.toBuilder();
    }

    /** Creates an empty builder. */
    public Builder() {
      this(new IntLists(PersistentList.empty()));
    }

    /** Adds a list of at least one int, each 0 or more, and returns the int that identifies it. */
    public int add(int... list) {
      if (list.length == 1) {
        return list[0];
      }
      lists.add(list);
      return ~(lists.size() - 1);
    }

    /**
     * Adds the lists of another builder.
     *
     * @return the int that identifies a list here, by the int that identified it there
     */
    public IntUnaryOperator addAll(Builder more) {
      int before = lists.size();
      more.lists.forEach(lists::add);
      return list -> list >= 0 ? list : list - before;
    }

    /** Returns all lists. */
    public IntLists build() {
      return new IntLists(lists.build());
    }
  }
}

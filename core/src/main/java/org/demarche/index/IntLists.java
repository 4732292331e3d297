package org.demarche.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lists of ints from 0, each identified by an int. Most lists hold a single int; such a list is
 * identified by that int, and takes no memory. Other lists are identified by negative ints. The
 * lists are immutable: adding lists creates another object, which shares the existing lists.
 */
public final class IntLists {
  private final int[][] lists;

  private IntLists(int[][] lists) {
    this.lists = lists;
  }

  /** Returns the size of a list. */
  public int size(int list) {
    return list >= 0 ? 1 : lists[~list].length;
  }

  /** Returns the element of a list at an index, from 0. */
  public int get(int list, int index) {
    return list >= 0 ? list : lists[~list][index];
  }

  /** A builder of lists. */
  public static final class Builder {
    private final int before;
    private final List<int[]> added = new ArrayList<>();
    private final int[][] lists;

    /** Creates a builder that starts with the lists of another. */
    public Builder(IntLists others) {
      this.before = others.lists.length;
      this.lists = others.lists;
    }

    /** Creates an empty builder. */
    public Builder() {
      this(new IntLists(new int[0][]));
    }

    /** Adds a list of at least one int, each 0 or more, and returns the int that identifies it. */
    public int add(int... list) {
      if (list.length == 1) {
        return list[0];
      }
      added.add(list);
      return ~(before + added.size() - 1);
    }

    /** Returns all lists. */
    public IntLists build() {
      int[][] all = Arrays.copyOf(lists, before + added.size());
      for (int i = 0; i < added.size(); i++) {
        all[before + i] = added.get(i);
      }
      return new IntLists(all);
    }
  }
}

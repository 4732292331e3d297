package org.demarche.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Lists of ints, each under an int of its own. As most lists hold a single int from 0, such an int
 * stands for the list of itself. It is never changed: what is added makes another.
 */
public final class IntLists {
  private final int[][] lists;

  private IntLists(int[][] lists) {
    this.lists = lists;
  }

  /** How many ints a list holds. */
  public int size(int list) {
    return list >= 0 ? 1 : lists[~list].length;
  }

  /** One of the ints of a list, from 0. */
  public int get(int list, int at) {
    return list >= 0 ? list : lists[~list][at];
  }

  /** Collects lists. */
  public static final class Builder {
    private final int before;
    private final List<int[]> added = new ArrayList<>();
    private final int[][] lists;

    /** A builder of lists beside those of another. */
    public Builder(IntLists others) {
      this.before = others.lists.length;
      this.lists = others.lists;
    }

    /** An empty builder. */
    public Builder() {
      this(new IntLists(new int[0][]));
    }

    /** Adds a list of one int or more, each 0 or more, and returns what stands for it. */
    public int add(int... list) {
      if (list.length == 1) {
        return list[0];
      }
      added.add(list);
      return ~(before + added.size() - 1);
    }

    /** The lists added so far, and those of the other. */
    public IntLists build() {
      int[][] all = Arrays.copyOf(lists, before + added.size());
      for (int i = 0; i < added.size(); i++) {
        all[before + i] = added.get(i);
      }
      return new IntLists(all);
    }
  }
}

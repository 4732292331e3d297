package org.demarche.rules;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.demarche.index.DayRows;
import org.demarche.index.GrowableIntArray;
import org.demarche.model.Stance;

/**
 * The rows that carry a position (rules 6 and 10), and those that are outweighed or taken back.
 *
 * @param unsuperseded the rows that no other supersedes or outweighs
 * @param support these, and the rows of their stances that are newer than every row of another
 *     stance
 * @param disputing the rows that are outweighed
 * @param retracted the rows that would count, had their claims not been taken back
 * @param isLost whether a claim that would count does not, or no longer, pass on
 */
record CarryingClaims(
    BitSet unsuperseded, BitSet support, BitSet disputing, BitSet retracted, boolean isLost) {
  private static final int STANCES = Stance.values().length;

  /** Finds what carries the position on the rows of a party. */
  static CarryingClaims of(VisibleRows rows) {
    return rows.isWeighed() ? of(Weighing.of(rows, Passing.of(rows))) : new Walked(rows).carrying();
  }

  /**
   * Finds the same.
   *
   * @param passing what passes on as of the day of the rows
   */
  static CarryingClaims of(VisibleRows rows, Passing passing) {
    return rows.isWeighed() ? of(Weighing.of(rows, passing)) : new Walked(rows).carrying();
  }

  private static CarryingClaims of(Weighing weighing) {
    return new CarryingClaims(
        weighing.unsuperseded(),
        weighing.support(),
        weighing.disputing(),
        weighing.retracted(),
        weighing.isLost());
  }

  /** Finds the rows of a party that no other supersedes or outweighs, and nothing else. */
  static BitSet unsuperseded(VisibleRows rows) {
    if (rows.isWeighed()) {
      return Weighing.ofStances(rows).unsuperseded();
    }
    BitSet unsuperseded = new BitSet();
    NewestFirstWalk walk = newestFirst(rows);
    while (walk.nextUncovered()) {
      unsuperseded.set(walk.row(), walk.isUnsuperseded());
    }
    return unsuperseded;
  }

  private static NewestFirstWalk newestFirst(VisibleRows rows) {
    return NewestFirstWalk.of(rows, rows.dayRows().endedBy(rows.asOf()));
  }

  /** Returns the stances of the unsuperseded rows, one bit each. */
  int stances(VisibleRows rows) {
    return rows.stances(unsuperseded);
  }

  /** Returns the claims of some rows. */
  static List<VisibleClaim> claims(BitSet some, VisibleRows rows) {
    return some.isEmpty() ? List.of() : some.stream().mapToObj(rows::claimAt).toList();
  }

  /** A walk over rows of which none has to be weighed. */
  private static final class Walked {
    private final VisibleRows rows;
    private final BitSet unsuperseded = new BitSet();
    private final GrowableIntArray counting = new GrowableIntArray();

    /** The newest day of each stance. */
    private final int[] newest = new int[STANCES];

    /** The stances of the unsuperseded rows, one bit each. */
    private int stances;

    Walked(VisibleRows rows) {
      this.rows = rows;
      Arrays.fill(newest, DayRows.OPEN);
      int seen = 0;
      NewestFirstWalk walk = newestFirst(rows);
      // once a second stance was seen, no older row is newer than every row of another stance
      while (Integer.bitCount(seen) < 2 ? walk.next() : walk.nextUncovered()) {
        int row = walk.row();
        int stance = rows.stance(row);
        seen |= 1 << stance;
        newest[stance] = Math.max(newest[stance], rows.latest(row));
        counting.add(row);
        if (walk.isUnsuperseded()) {
          unsuperseded.set(row);
          stances |= 1 << stance;
        }
      }
    }

    private boolean isNewerThanOtherStances(int row) {
      int stance = rows.stance(row);
      boolean newer = (stances & (1 << stance)) != 0;
      for (int other = 0; other < newest.length; other++) {
        newer &= other == stance || rows.latest(row) > newest[other];
      }
      return newer;
    }

    CarryingClaims carrying() {
      BitSet support = new BitSet();
      for (int i = 0; i < counting.size(); i++) {
        int row = counting.get(i);
        support.set(row, unsuperseded.get(row) || isNewerThanOtherStances(row));
      }
      return new CarryingClaims(unsuperseded, support, new BitSet(), new BitSet(), false);
    }
  }
}

package org.demarche.rules;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.BitSet;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.DayRows;
import org.demarche.model.Stance;

/**
 * The claims of a party that name a condition, and whether the support of its position may have one
 * as of one day after another. To be certain that it has none takes less than to derive it: an
 * older claim than one of another stance is in the support only if nothing supersedes it (rule 10).
 */
final class PossibleConditions {
  private final VisibleRows rows;

  /** The rows whose claims name a condition. */
  private final BitSet conditional = new BitSet();

  /** Those of them that are spans. */
  private final BitSet spans = new BitSet();

  /** The last day, so far, of a claim of each stance that names a condition. */
  private final int[] newestConditional = new int[Stance.values().length];

  /** The last day, so far, of a claim of each stance that is in the support unless it is older. */
  private final int[] newest = new int[Stance.values().length];

  private int read;

  PossibleConditions(VisibleRows rows) {
    this.rows = rows;
    DossierIndex index = rows.view().index();
    for (int row = 0; index.hasConditions() && row < rows.dayRows().size(); row++) {
      if (index.claim(rows.claim(row)).condition().isPresent()) {
        conditional.set(row);
        spans.set(row, rows.has(row, RowBits.SPAN));
      }
    }
    Arrays.fill(newestConditional, DayRows.OPEN);
    Arrays.fill(newest, DayRows.OPEN);
  }

  /** Returns whether some claim names a condition. */
  boolean hasAny() {
    return !conditional.isEmpty();
  }

  /**
   * Returns whether the position may depend on a condition.
   *
   * @param day a day, not before the one that was asked for last
   * @param unsuperseded the rows that no other supersedes or outweighs as of that day
   */
  boolean mayDependOnOne(int day, ImmutableIntArray unsuperseded) {
    if (!hasAny() || unsuperseded.isEmpty()) {
      return false;
    }
    readUntil(day);
    int stance = rows.stance(unsuperseded.get(0));
    if (!unsuperseded.stream().allMatch(row -> rows.stance(row) == stance)) {
      return false; // contested
    }
    return isNewestConditional(stance)
        || unsuperseded.stream().anyMatch(conditional::get)
        || spans.stream().anyMatch(row -> rows.earliest(row) <= day && rows.latest(row) > day);
  }

  private void readUntil(int day) {
    for (int ended = rows.dayRows().endedBy(day); read < ended; read++) {
      if (conditional.get(read)) {
        newestConditional[rows.stance(read)] = rows.latest(read);
      }
      if (certainlyCounts(read)) {
        newest[rows.stance(read)] = rows.latest(read);
      }
    }
  }

  /**
   * Returns whether a claim counts whatever others there are: the rows are in order of last day.
   */
  private boolean certainlyCounts(int row) {
    return rows.bearing(row) == Bearing.EXPLICIT
        && !rows.has(row, RowBits.ANSWERED)
        && rows.counts(row)
        && !rows.isKnownOnlyThroughAnother(row);
  }

  private boolean isNewestConditional(int stance) {
    if (newestConditional[stance] == DayRows.OPEN) {
      return false;
    }
    for (int other = 0; other < newest.length; other++) {
      if (other != stance && newestConditional[stance] <= newest[other]) {
        return false;
      }
    }
    return true;
  }
}

package org.demarche.rules;

import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.BitSet;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.DayRows;
import org.demarche.model.Force;
import org.demarche.model.Stance;

/**
 * The claims of a party that name a condition, and whether its position may depend on one as of one
 * day after another. To be certain that it does not takes less than to derive it. An older claim
 * than one of another stance is in the support only if nothing supersedes it; and the headline is
 * of the newest day, if a claim of that day states the proposition in the party's own words (rule
 * 10). The condition is that of the headline, or where that only reaffirms, of the newest older
 * claim that does not.
 */
final class PossibleConditions {
  private final VisibleRows rows;

  /** The rows whose claims name a condition. */
  private final BitSet conditional = new BitSet();

  /** The rows among them that are spans. */
  private final BitSet spans = new BitSet();

  /** The last day, so far, of a claim of each stance that names a condition. */
  private final int[] newestConditional = new int[Stance.values().length];

  /** The last day, so far, of a claim of each stance that certainly counts. */
  private final int[] newest = new int[Stance.values().length];

  /** The claims of the newest day so far. */
  private Said newestDay = new Said(DayRows.OPEN);

  /** The claims of the newest day before that on which some claim did more than reaffirm. */
  private Said before = new Said(DayRows.OPEN);

  /** The number of rows that were read so far, which are in the order of their last days. */
  private int read;

  /** The claims that were last made on one day. */
  private static final class Said {
    private final int day;
    private boolean namesCondition;
    private boolean reaffirms;
    private boolean doesMore;

    /** True if some claim certainly counts and is narrowly dated. */
    private boolean isHeadline;

    /** True if some claim certainly counts and does more than reaffirm. */
    private boolean certainlyDoesMore;

    Said(int day) {
      this.day = day;
    }
  }

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
  boolean mayApply(int day, ImmutableIntArray unsuperseded) {
    if (!hasAny() || unsuperseded.isEmpty()) {
      return false;
    }
    readUntil(day);
    int stance = rows.stance(unsuperseded.get(0));
    if (!unsuperseded.stream().allMatch(row -> rows.stance(row) == stance)) {
      return false; // contested
    }
    boolean stands = unsuperseded.stream().anyMatch(conditional::get);
    boolean mayBeSupport =
        stands
            || isNewestConditional(stance)
            || spans.stream().anyMatch(row -> rows.earliest(row) <= day && rows.latest(row) > day);
    return mayBeSupport && !isHeadlineWithoutOne(day, stands);
  }

  /**
   * Returns whether the headline certainly names no condition, and leaves none in place.
   *
   * @param stands whether some claim with a condition is unsuperseded
   */
  private boolean isHeadlineWithoutOne(int day, boolean stands) {
    if (!newestDay.isHeadline || newestDay.namesCondition || rows.dayRows().mayRunPast(day, read)) {
      return false;
    }
    return !newestDay.reaffirms || (!stands && before.certainlyDoesMore && !before.namesCondition);
  }

  private void readUntil(int day) {
    for (int ended = rows.dayRows().endedBy(day); read < ended; read++) {
      if (newestDay.day != rows.latest(read)) {
        before = newestDay.doesMore ? newestDay : before;
        newestDay = new Said(rows.latest(read));
      }
      read(read, rows.view().index().claim(rows.claim(read)).force() == Force.REAFFIRM);
    }
  }

  private void read(int row, boolean reaffirms) {
    newestDay.reaffirms |= reaffirms;
    newestDay.doesMore |= !reaffirms;
    if (conditional.get(row)) {
      newestDay.namesCondition = true;
      newestConditional[rows.stance(row)] = rows.latest(row);
    }
    if (certainlyCounts(row)) {
      newest[rows.stance(row)] = rows.latest(row);
      newestDay.isHeadline |= rows.earliest(row) == rows.latest(row);
      newestDay.certainlyDoesMore |= !reaffirms;
    }
  }

  /** Returns whether a claim counts, and can neither be taken back nor outweighed. */
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

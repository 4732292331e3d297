package org.demarche.rules;

import org.demarche.index.DayRows;

/**
 * A walk through the rows that count as of a day, from the row that ends last back to the first
 * (rule 3), which finds whether each is superseded (rules 5 and 7). A row that supersedes another
 * ends after it, so the walk has seen it before. The walk can stop as soon as no older row can be
 * unsuperseded.
 */
final class NewestFirstWalk {
  private final VisibleRows rows;
  private final Supersession supersession = new Supersession();
  private final int asOf;
  private final DayRows.Subset spans;

  /** The index of the next span. */
  private int nextSpan;

  /** The next row that has ended. */
  private int nextEnded;

  private int row = -1;
  private boolean unsuperseded;

  private NewestFirstWalk(
      VisibleRows rows, int asOf, int nextEnded, DayRows.Subset spans, int nextSpan) {
    this.rows = rows;
    this.asOf = asOf;
    this.nextEnded = nextEnded;
    this.spans = spans;
    this.nextSpan = nextSpan;
  }

  /**
   * Starts a walk as of the day of the rows.
   *
   * @param ended the number of rows that end by that day
   */
  static NewestFirstWalk of(VisibleRows rows, int ended) {
    DayRows.Subset spans = rows.dayRows().spans();
    return new NewestFirstWalk(rows, rows.asOf(), ended - 1, spans, spans.countBefore(ended));
  }

  /** Starts a walk from a row, over the rows that end by its last day. */
  static NewestFirstWalk from(int row, VisibleRows rows) {
    DayRows.Subset spans = rows.dayRows().spans();
    return new NewestFirstWalk(rows, rows.latest(row), row, spans, spans.size());
  }

  /** Moves to the next row that counts; returns false at the end. */
  boolean next() {
    return nextUnderWay() || nextEnded(false);
  }

  /** Moves to the next row that counts and may be unsuperseded; returns false at the end. */
  boolean nextUncovered() {
    return nextUnderWay() || nextEnded(true);
  }

  /**
   * Moves to the next of the spans that have begun by the day and run past it; returns false at the
   * end. No row supersedes such a span.
   */
  boolean nextUnderWay() {
    while (nextSpan < spans.size()) {
      int next = spans.get(nextSpan++);
      if ((long) rows.latest(next) - rows.dayRows().longestSpan() > asOf) {
        nextSpan = spans.size();
      } else if (rows.earliest(next) <= asOf && rows.counts(next)) {
        moveTo(next);
        return true;
      }
    }
    return false;
  }

  private boolean nextEnded(boolean skipping) {
    while (nextEnded >= 0) {
      int next = nextEnded;
      if (skipping && row >= 0) {
        int covered = supersession.coveredBefore(rows.latest(next));
        if (covered == Supersession.ALL) {
          nextEnded = -1;
          return false;
        }
        if (rows.authorityRank(next) <= covered) {
          // The skipped rows are superseded. Any row that they supersede is also superseded by the
          // row that supersedes them: that row begins later, and has no lower authority or is of
          // another administration than every earlier row, since an administration is one stretch
          // of time.
          nextEnded = rows.skipTo(next);
          continue;
        }
      }
      nextEnded--;
      if (rows.counts(next)) {
        moveTo(next);
        return true;
      }
    }
    return false;
  }

  private void moveTo(int next) {
    row = next;
    int earliest = rows.earliest(next);
    int latest = rows.latest(next);
    int authority = rows.authority(next);
    int term = rows.term(next);
    unsuperseded = supersession.leavesUnsuperseded(latest, authority, term);
    supersession.add(earliest, authority, term);
  }

  /** Returns the current row. */
  int row() {
    return row;
  }

  /** Returns whether no later row supersedes the current row. */
  boolean isUnsuperseded() {
    return unsuperseded;
  }
}

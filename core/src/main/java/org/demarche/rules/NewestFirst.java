package org.demarche.rules;

import org.demarche.index.DayRows;

/**
 * The rows that count as of the date, from those that end last back to the first (rule 3), and of
 * each whether it stands (rules 5 and 7). What supersedes a row ends after it, so that the walk
 * knows it already; and once nothing older can stand, it may stop.
 */
final class NewestFirst {
  private final VisibleRows reading;
  private final DayRows cell;
  private final Supersession supersession = new Supersession();
  private final int asOf;
  private final DayRows.Some lasting;
  private int span;
  private int before;
  private int row = -1;
  private boolean stands;

  private NewestFirst(VisibleRows reading, int asOf, int last, DayRows.Some lasting, int span) {
    this.reading = reading;
    this.cell = reading.cell();
    this.asOf = asOf;
    this.lasting = lasting;
    this.span = span;
    this.before = last;
  }

  /**
   * A walk as of a day.
   *
   * @param ended how many rows end by that day
   */
  static NewestFirst of(VisibleRows reading, int asOf, int ended) {
    DayRows.Some lasting = reading.cell().lasting();
    return new NewestFirst(reading, asOf, ended - 1, lasting, lasting.before(ended));
  }

  /** A walk from a row, over rows that end by its day. */
  static NewestFirst from(int row, VisibleRows reading) {
    DayRows.Some lasting = reading.cell().lasting();
    return new NewestFirst(reading, reading.latest(row), row, lasting, lasting.size());
  }

  /** Goes on to the next row that counts; false where there is none. */
  boolean next() {
    return nextUnderWay() || nextEnded(false);
  }

  /** Goes on to the next row that counts and may stand; false where there is none. */
  boolean nextToStand() {
    return nextUnderWay() || nextEnded(true);
  }

  /**
   * Goes on to the next of the spans that have begun by the date and run past it; nothing
   * supersedes them by then.
   */
  boolean nextUnderWay() {
    while (span < lasting.size()) {
      int next = lasting.get(span++);
      if ((long) reading.latest(next) - cell.longest() > asOf) {
        span = lasting.size();
      } else if (reading.earliest(next) <= asOf && reading.counts(next)) {
        take(next);
        return true;
      }
    }
    return false;
  }

  private boolean nextEnded(boolean passing) {
    while (before >= 0) {
      int next = before;
      if (passing && row >= 0) {
        int covered = supersession.coveredBefore(reading.latest(next));
        if (covered == Supersession.ALL) {
          before = -1;
          return false;
        }
        if (reading.authorityRank(next) <= covered) {
          // What is passed over is superseded, and supersedes nothing that its superseder does not:
          // that begins later, has no lower authority, or is of another administration than all
          // before it, since an administration is one stretch of time.
          before = reading.above(next);
          continue;
        }
      }
      before--;
      if (reading.counts(next)) {
        take(next);
        return true;
      }
    }
    return false;
  }

  private void take(int next) {
    row = next;
    int earliest = reading.earliest(next);
    int latest = reading.latest(next);
    int authority = reading.authority(next);
    int term = reading.term(next);
    stands = supersession.leavesUnsuperseded(latest, authority, term);
    supersession.add(earliest, authority, term);
  }

  /** The row to which it has come. */
  int row() {
    return row;
  }

  /** Whether nothing supersedes that row. */
  boolean isUnsuperseded() {
    return stands;
  }
}

package org.demarche.rules;

import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;
import org.demarche.model.Stance;

/** The outcome of a position, without the claims that carry it. */
public final class OutcomeRules {
  private static final Stance[] STANCES = Stance.values();

  /** No row: the outcome has to be found by a walk. */
  private static final int NOT_NOTED = -2;

  private OutcomeRules() {}

  /** Derives the outcome of a party's position on a proposition. */
  public static PositionOutcome outcome(EvidenceView view, int party, int proposition) {
    DayRows rows = view.index().rows(party, proposition);
    int row = notedRow(view, party, rows);
    return row == NOT_NOTED
        ? walked(view, party, proposition)
        : VisibleRows.notedOutcome(rows, row);
  }

  /**
   * Derives the outcome of a party's position on a proposition.
   *
   * @param rows the rows of the party's family on the proposition
   */
  public static PositionOutcome outcome(
      EvidenceView view, int party, int proposition, DayRows rows) {
    int row = notedRow(view, party, rows);
    return row == NOT_NOTED
        ? walked(view, party, proposition)
        : VisibleRows.notedOutcome(rows, row);
  }

  // Rows are handed to small methods only, which are always inlined, so that no object has to be
  // allocated for them. The walk fetches them again.

  /** Returns the row with which the outcome is stored, -1 before the first row, or NOT_NOTED. */
  private static int notedRow(EvidenceView view, int party, DayRows rows) {
    return notedRow(view, party, rows, view.asOf(), rows.endedBy(view.asOf()));
  }

  private static int notedRow(EvidenceView view, int party, DayRows rows, int asOf, int ended) {
    return view.hasNotedOutcomes(party)
            && VisibleRows.isNoted(rows, ended - 1)
            && !rows.mayRunPast(asOf, ended)
        ? ended - 1
        : NOT_NOTED;
  }

  private static PositionOutcome walked(EvidenceView view, int party, int proposition) {
    return outcome(VisibleRows.of(view, party, proposition));
  }

  /** Derives the outcome as of the day of the rows. */
  static PositionOutcome outcome(VisibleRows rows) {
    int ended = rows.dayRows().endedBy(rows.asOf());
    int noted = notedRow(rows, ended);
    if (noted != NOT_NOTED) {
      return rows.notedOutcome(noted);
    }
    NewestFirstWalk walk = NewestFirstWalk.of(rows, ended);
    boolean underWay = walk.nextUnderWay();
    if (!underWay && rows.hasNotedOutcomes() && VisibleRows.isNoted(rows.dayRows(), ended - 1)) {
      return rows.notedOutcome(ended - 1);
    }
    if (!rows.isWeighed()) {
      return outcome(rows, walk, underWay);
    }
    if (rows.hasNotedOutcomes()) {
      rows.view().index().askedToWeigh(rows.party(), rows.dayRows());
    }
    return weighed(rows);
  }

  /** Returns whether rows have to be weighed as of their day, since the outcome was not noted. */
  static boolean isWeighedAnew(VisibleRows rows) {
    return rows.isWeighed() && notedRow(rows, rows.dayRows().endedBy(rows.asOf())) == NOT_NOTED;
  }

  private static int notedRow(VisibleRows rows, int ended) {
    return notedRow(rows.view(), rows.party(), rows.dayRows(), rows.asOf(), ended);
  }

  /** Derives the outcome where rows have to be weighed against one another. */
  static PositionOutcome weighed(VisibleRows rows) {
    return weighed(Weighing.ofStances(rows));
  }

  /** Returns the outcome of claims that were weighed against one another. */
  static PositionOutcome weighed(Weighing weighing) {
    return ofStances(weighing.stances());
  }

  /** Returns the outcome of a position that claims of some stances carry, one bit each. */
  static PositionOutcome ofStances(int stances) {
    return switch (Integer.bitCount(stances)) {
      case 0 -> PositionOutcome.UNKNOWN;
      case 1 -> PositionOutcome.of(STANCES[Integer.numberOfTrailingZeros(stances)]);
      default -> PositionOutcome.CONTESTED;
    };
  }

  /**
   * Derives the outcome from a walk.
   *
   * @param begun whether the walk has reached its first row
   */
  static PositionOutcome outcome(VisibleRows rows, NewestFirstWalk walk, boolean begun) {
    int found = -1;
    for (boolean more = begun || walk.nextUncovered(); more; more = walk.nextUncovered()) {
      if (walk.isUnsuperseded()) {
        int stance = rows.stance(walk.row());
        if (found >= 0 && found != stance) {
          return PositionOutcome.CONTESTED;
        }
        found = stance;
      }
    }
    return found < 0 ? PositionOutcome.UNKNOWN : PositionOutcome.of(STANCES[found]);
  }
}

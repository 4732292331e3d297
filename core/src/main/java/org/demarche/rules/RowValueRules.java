package org.demarche.rules;

import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.IntFunction;
import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.RowValues;
import org.demarche.dossierindex.WeighedOutcomes;
import org.demarche.index.DayRows;
import org.demarche.index.IntReader;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;

/** The rules that an index applies to each row: its grades, and the outcome stored with it. */
public final class RowValueRules implements RowValues {
  private RowValueRules() {}

  /** Returns the index of a dossier, with grades and outcomes by these rules. */
  public static DossierIndex index(Dossier dossier) {
    return new DossierIndex(dossier, new RowValueRules());
  }

  /** Reads the index of a dossier that was written, to which more is added by these rules. */
  public static DossierIndex read(Dossier dossier, IntReader in, IntReader words) {
    return DossierIndex.read(dossier, new RowValueRules(), in, words);
  }

  @Override
  public Grade grade(DossierIndex index, Evidence evidence, int source, int principal) {
    return GradeRules.grade(index, evidence, source, principal);
  }

  @Override
  public Outcomes outcomes(DossierIndex index) {
    EvidenceView whole = EvidenceView.whole(index);
    return (family, rows, row) -> outcome(VisibleRows.of(whole, family, rows), row);
  }

  @Override
  public WeighedOutcomes weighedOutcomes(DossierIndex index) {
    EvidenceView whole = EvidenceView.whole(index);
    return (family, rows) -> new NotedOutcomes(VisibleRows.of(whole, family, rows));
  }

  /** The outcomes of rows that have to be weighed, from each row to the next. */
  private static final class NotedOutcomes implements IntFunction<Optional<PositionOutcome>> {
    /**
     * The number of claims that may be weighed for each row. Where more are needed, as in long rows
     * of claims by another state's account alone, outcomes are derived when they are asked for.
     */
    private static final long EFFORT_PER_ROW = 32;

    private final VisibleRows rows;

    /** The days on which the outcome may change although no row ends. */
    private final NavigableSet<Integer> elsewhere;

    /** The number of claims that were weighed so far. */
    private long effort;

    NotedOutcomes(VisibleRows rows) {
      this.rows = rows.forManyDays();
      this.elsewhere = Passing.daysElsewhere(rows);
    }

    @Override
    public Optional<PositionOutcome> apply(int row) {
      int day = rows.latest(row);
      int next = row + 1 < rows.dayRows().size() ? rows.latest(row + 1) : Integer.MAX_VALUE;
      if (next == day) {
        return Optional.empty(); // questions are answered by the last of the rows that end on a day
      }
      if (effort > EFFORT_PER_ROW * (row + EFFORT_PER_ROW)) {
        return Optional.empty();
      }
      PositionOutcome outcome = weighed(day);
      boolean lasts =
          elsewhere.subSet(day, false, next, false).stream()
              .allMatch(other -> weighed(other) == outcome);
      return lasts ? Optional.of(outcome) : Optional.empty();
    }

    private PositionOutcome weighed(int day) {
      Weighing weighing = Weighing.ofStances(rows.at(day));
      effort += weighing.effort();
      return OutcomeRules.weighed(weighing);
    }
  }

  /** Derives the outcome of a row, usually from the outcome of the row before it. */
  private static PositionOutcome outcome(VisibleRows rows, int row) {
    PositionOutcome before = rows.notedOutcome(row - 1);
    if (!rows.counts(row)) {
      return before;
    }
    PositionOutcome own = rows.outcome(row); // a row that counts is unsuperseded on its last day
    if (before == PositionOutcome.UNKNOWN || before == own) {
      return own;
    }
    return rows.earliest(row) == DayRows.OPEN // such a row supersedes no other
        ? PositionOutcome.CONTESTED
        : OutcomeRules.outcome(rows, NewestFirstWalk.from(row, rows), false);
  }
}

package org.demarche.rules;

import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.RowValues;
import org.demarche.index.DayRows;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;

/** The rules that an index applies to each row: its grades, and the outcome stored with it. */
public final class RowValueRules implements RowValues {
  private RowValueRules() {}

  /** Returns the index of a dossier, with grades and outcomes by these rules. */
  public static DossierIndex index(Dossier dossier) {
    return new DossierIndex(dossier, new RowValueRules());
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

  /** Derives the outcome of a row, usually from the outcome of the row before it. */
  private static PositionOutcome outcome(VisibleRows rows, int row) {
    PositionOutcome before = rows.notedOutcome(row - 1);
    if (rows.isWeighed() || !rows.counts(row)) { // weighing needs the rows of other propositions
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

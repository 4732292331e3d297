package org.demarche.dossierindex;

import java.util.Optional;
import java.util.function.IntFunction;
import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;

/** The computation of the outcomes of the rows of a family that have to be weighed. */
public interface WeighedOutcomes {
  /**
   * Returns a function that computes the outcome of the position of the head of the family from the
   * last day of a row to the day before that of the next, given all evidence; empty if it changes
   * in between.
   *
   * @param rows the rows of the family on one proposition
   */
  IntFunction<Optional<PositionOutcome>> of(int family, DayRows rows);
}

package org.demarche.dossierindex;

import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;
import org.demarche.model.Evidence;

/**
 * The rules by which an index computes the values stored with each row. The index has no rules of
 * its own.
 */
public interface RowValues {
  /**
   * Returns the grade of a piece of evidence for a principal.
   *
   * @param index the index under construction, which has no rows yet
   * @param source the number of the source of the evidence
   * @param principal the number of the principal, or of the state or organisation to which it
   *     belongs
   */
  Grade grade(DossierIndex index, Evidence evidence, int source, int principal);

  /**
   * Returns the function that computes the outcomes of rows that need not be weighed.
   *
   * @param index the index under construction, which lacks only its rows
   */
  Outcomes outcomes(DossierIndex index);

  /**
   * Returns the function that computes the outcomes of rows that have to be weighed, some of them
   * against rows of other propositions.
   *
   * @param index the index under construction, which lacks only these outcomes
   */
  WeighedOutcomes weighedOutcomes(DossierIndex index);

  /** The computation of the outcomes that are stored with the rows of a family. */
  interface Outcomes {
    /**
     * Returns the outcome of the position of the head of a family from the last day of a row on,
     * given all evidence. The method is called for each row in turn, when the outcomes of all
     * earlier rows are stored already.
     *
     * @param rows the rows of the family on one proposition
     */
    PositionOutcome of(int family, DayRows rows, int row);
  }
}

package org.demarche.rules;

import org.demarche.answer.Grade;
import org.demarche.index.DayRows;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;

/**
 * A claim as it bears on one question: a row, and what the viewpoint makes of it. Days are counted
 * since 1970-01-01.
 *
 * @param row the row
 * @param number the claim's place in the dossier
 * @param earliest the first day on which it can have been said, or {@link DayRows#OPEN}
 * @param latest the last such day
 * @param term the one administration in which it was said, or {@link TermIndex#UNCERTAIN}
 * @param tags the tags of the row
 * @param authority the highest of its principals who count
 * @param grade the best of the evidence that exists
 * @param whole whether all of its evidence exists
 * @param published the day by which the first of that evidence was published
 */
record VisibleClaim(
    Claim claim,
    int row,
    int number,
    int earliest,
    int latest,
    int term,
    int tags,
    Authority authority,
    Grade grade,
    boolean whole,
    int published) {
  private static final Stance[] STANCES = Stance.values();

  /** A longer interval tells little of when it was said: the length of a month, in days. */
  private static final int NARROW = 31;

  Stance stance() {
    return STANCES[tags & RowBits.STANCE];
  }

  boolean implied() {
    return (tags & RowBits.IMPLIED) != 0;
  }

  /**
   * The last day on which it was said, seen from a day: a period that runs past that day has run up
   * to it.
   */
  int latestBy(int day) {
    return Math.min(latest, day);
  }

  boolean narrow() {
    return earliest != DayRows.OPEN && latest - earliest <= NARROW;
  }

  boolean actKnown() {
    return claim.force() != Force.UNSPECIFIED;
  }
}

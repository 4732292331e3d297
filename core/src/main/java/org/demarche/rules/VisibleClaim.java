package org.demarche.rules;

import org.demarche.answer.Grade;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.DayRows;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;

/**
 * A claim of a row as a view shows it. Days are counted from 1970-01-01.
 *
 * @param claim the claim
 * @param row the row
 * @param number the number of the claim
 * @param earliest the first day on which it can have been made, or {@link DayRows#OPEN}
 * @param latest the last day on which it can have been made
 * @param term the administration in which it was made, or {@link AdministrationIndex#UNCERTAIN}
 * @param bits the bits of the row
 * @param authority the highest authority of its principals who count
 * @param grade the best grade of the evidence that exists
 * @param whole whether all of its evidence exists
 * @param published the day on which the first of the existing evidence was certainly published
 * @param principal the principal whose terms of office hold for the claim
 */
record VisibleClaim(
    Claim claim,
    int row,
    int number,
    int earliest,
    int latest,
    int term,
    int bits,
    Authority authority,
    Grade grade,
    boolean whole,
    int published,
    int principal) {
  private static final Stance[] STANCES = Stance.values();

  /** The length in days, a month, up to which an interval counts as a date. */
  private static final int NARROW = 31;

  Stance stance() {
    return STANCES[bits & RowBits.STANCE];
  }

  boolean isImplied() {
    return RowBits.isImplied(bits);
  }

  /** Returns the claim in time. */
  Administrations.Dated dated() {
    return new Administrations.Dated(principal, earliest, latest);
  }

  /** Returns whether the claim is known only through another state, or worse. */
  boolean isKnownOnlyThroughAnother() {
    return grade.compareTo(Grade.OTHER_SIDE) <= 0;
  }

  /**
   * Returns the last day on which the claim can have been made; the given day, if the period of the
   * claim runs past that day.
   */
  int latestBy(int day) {
    return Math.min(latest, day);
  }

  boolean isNarrowlyDated() {
    return earliest != DayRows.OPEN && latest - earliest <= NARROW;
  }

  boolean hasKnownForce() {
    return claim.force() != Force.UNSPECIFIED;
  }
}

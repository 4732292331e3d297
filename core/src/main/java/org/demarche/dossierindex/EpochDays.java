package org.demarche.dossierindex;

import java.time.LocalDate;
import org.demarche.model.When;

/** Dates as the number of days since 1970-01-01, small enough that a distance fits into an int. */
public final class EpochDays {
  /** The farthest day from 1970-01-01, in days: some 2.7 million years. */
  private static final long FARTHEST = 1_000_000_000;

  private EpochDays() {}

  /** Returns the day of a date; a date beyond the farthest day is moved to that day. */
  public static int of(LocalDate date) {
    return (int) Math.max(-FARTHEST, Math.min(FARTHEST, date.toEpochDay()));
  }

  /**
   * Returns the day from which a claim of a date counts (rule 3): the first day of a period of
   * known start throughout which it was made, otherwise the last day.
   */
  public static int firstCounting(When asserted) {
    return of(asserted.earliest().filter(day -> asserted.isThroughout()).orElse(asserted.latest()));
  }
}

package org.demarche.dossierindex;

import java.time.LocalDate;

/** Dates as the number of days since 1970-01-01, small enough that a distance fits into an int. */
public final class EpochDays {
  /** The farthest day from 1970-01-01, in days: some 2.7 million years. */
  private static final long FARTHEST = 1_000_000_000;

  private EpochDays() {}

  /** Returns the day of a date; a date beyond the farthest day is moved to that day. */
  public static int of(LocalDate date) {
    return (int) Math.max(-FARTHEST, Math.min(FARTHEST, date.toEpochDay()));
  }
}

package org.demarche;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.demarche.model.SwappedArgumentsException;
import org.demarche.model.When;

/** The days between two dates, both included, with the dates as they were given. */
record DateRange(LocalDate first, LocalDate last, String words) {
  /**
   * Reads two dates.
   *
   * @param first a day, or a month or year, which means its first day
   * @param last a day, or a month or year, which means its last day
   * @throws IllegalArgumentException if either is not a date, or the second lies before the first
   */
  static DateRange of(String first, String last) {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    return of(When.firstDay(first), first, When.lastDay(last), last);
  }

  /**
   * Returns the days between two days.
   *
   * @throws IllegalArgumentException if the second lies before the first
   */
  static DateRange of(LocalDate first, LocalDate last) {
    requireNonNull(first, "first");
    requireNonNull(last, "last");
    return of(first, first.toString(), last, last.toString());
  }

  private static DateRange of(LocalDate from, String first, LocalDate to, String last) {
    if (to.isBefore(from)) {
      throw new SwappedArgumentsException(
          "between " + first + " and " + last + ": the range ends before it begins; swap the two",
          "date",
          first,
          List.of(last));
    }
    return new DateRange(from, to, first + " and " + last);
  }

  /** Returns whether a claim was possibly made in this period. */
  boolean mayContain(When asserted) {
    return !asserted.latest().isBefore(first) && !asserted.after(last);
  }

  /** Returns whether a claim was certainly made in this period. */
  boolean contains(When asserted) {
    return asserted.earliest().filter(start -> !start.isBefore(first)).isPresent()
        && !asserted.latest().isAfter(last);
  }
}

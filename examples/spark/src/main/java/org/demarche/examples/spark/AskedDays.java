package org.demarche.examples.spark;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.Tracker;

/**
 * The days as of which positions are derived.
 *
 * @param first the day from which changes are counted
 * @param last the day of the positions, and up to which changes and turns are counted
 * @param knownAt the day by which evidence was published, as an ISO date; empty for any day
 */
public record AskedDays(LocalDate first, LocalDate last, String knownAt) implements Serializable {
  /**
   * Checks the order of the days.
   *
   * @throws IllegalArgumentException if the first day is after the last
   */
  public AskedDays {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException(
          "changes are counted from the first day to the last, got %s and %s"
              .formatted(first, last));
    }
  }

  /**
   * Returns days that ask for positions, and for their changes in the year before.
   *
   * @param day the day of the positions
   * @return the days
   */
  public static AskedDays asOf(LocalDate day) {
    return new AskedDays(day.minusYears(1), day, "");
  }

  /**
   * Sets the day from which changes are counted.
   *
   * @param day a day that is not after the day of the positions
   * @return the days
   * @throws IllegalArgumentException if it is after that day
   */
  public AskedDays since(LocalDate day) {
    return new AskedDays(day, last, knownAt);
  }

  /**
   * Limits the evidence to what was published by a day.
   *
   * @param day the day
   * @return the days
   */
  public AskedDays knownAt(LocalDate day) {
    return new AskedDays(first, last, day.toString());
  }

  /**
   * Returns a tracker as of the first day.
   *
   * @param tracker any tracker
   * @return the tracker as of that day, with the evidence known by then
   */
  public Tracker first(Tracker tracker) {
    return known(tracker).asOf(first);
  }

  /**
   * Returns a tracker as of the last day.
   *
   * @param tracker any tracker
   * @return the tracker as of that day, with the evidence known by then
   */
  public Tracker last(Tracker tracker) {
    return known(tracker).asOf(last);
  }

  private Tracker known(Tracker tracker) {
    return Optional.of(knownAt).filter(day -> !day.isEmpty()).map(tracker::knownAt).orElse(tracker);
  }
}

package org.demarche.lookup;

import java.time.LocalDate;

/**
 * The wording, in a message, of a day that was read from a date.
 *
 * <pre>{@code
 * ReadDay.text("2017-10", LocalDate.parse("2017-10-31"));   // 2017-10-31 (read from '2017-10')
 * }</pre>
 */
public final class ReadDay {
  private ReadDay() {}

  /**
   * Describes a day that was read from a date.
   *
   * @param given the date as it was given: a day, month or year
   * @param day the day that was read from it
   * @return the day, followed by {@code (read from '2017-10')} if the date was a month or year
   */
  public static String text(String given, LocalDate day) {
    return given.equals(day.toString()) ? given : day + " (read from '" + given + "')";
  }
}

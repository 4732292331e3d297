package org.demarche.model;

import java.util.Collection;

/**
 * The exception for a text that is not a date in the expected form, or that names a day that does
 * not exist.
 *
 * <pre>{@code
 * try {
 *   tracker.asOf("2017-02-30");
 * } catch (InvalidDateException invalid) {
 *   invalid.value();        // 2017-02-30
 *   invalid.getMessage();   // when '2017-02-30': February 2017 has 28 days
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class InvalidDateException extends RefusedArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, the value and what would be valid, for a person
   * @param kind what was expected: {@code date}
   * @param value the text that was given
   * @param suggestions the valid dates that the message names; may be empty
   */
  public InvalidDateException(
      String message, String kind, String value, Collection<String> suggestions) {
    super(message, kind, value, suggestions);
  }
}

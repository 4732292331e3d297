package org.demarche.model;

import java.util.Collection;

/**
 * The exception for a date that would widen a tracker beyond the date to which it was narrowed.
 *
 * <pre>{@code
 * try {
 *   tracker.asOf("2017-11-24").asOf("2022-08-11");
 * } catch (WidenedTrackerException widened) {
 *   widened.kind();          // as of
 *   widened.value();         // 2022-08-11
 *   widened.suggestions();   // [2017-11-24]
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class WidenedTrackerException extends RefusedArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, the value and what would be valid, for a person
   * @param kind the date that limits the tracker: {@code as of} or {@code known at}
   * @param value the date that was given
   * @param suggestions the latest date that the tracker allows
   */
  public WidenedTrackerException(
      String message, String kind, String value, Collection<String> suggestions) {
    super(message, kind, value, suggestions);
  }
}

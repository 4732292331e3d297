package org.demarche.model;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.Objects;

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
 */
public final class WidenedTrackerException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String value;
  private final ImmutableList<String> suggestions;

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
    super(Objects.requireNonNull(message, "message"));
    this.kind = Objects.requireNonNull(kind, "kind");
    this.value = Objects.requireNonNull(value, "value");
    this.suggestions = ImmutableList.copyOf(Objects.requireNonNull(suggestions, "suggestions"));
  }

  /** {@return the date that limits the tracker: {@code as of} or {@code known at}} */
  public String kind() {
    return kind;
  }

  /** {@return the date that was given} */
  public String value() {
    return value;
  }

  /** {@return the latest date that the tracker allows} */
  public ImmutableList<String> suggestions() {
    return suggestions;
  }
}

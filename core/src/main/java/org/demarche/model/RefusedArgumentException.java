package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;

/**
 * The exception for an argument that a method refuses, with what was expected, the offending value
 * and suggestions as data. Its public methods are those of the exported exceptions below it.
 */
abstract class RefusedArgumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String value;
  private final ImmutableList<String> suggestions;

  RefusedArgumentException(
      String message, String kind, String value, Collection<String> suggestions) {
    super(requireNonNull(message, "message"));
    this.kind = requireNonNull(kind, "kind");
    this.value = requireNonNull(value, "value");
    this.suggestions = ImmutableList.copyOf(requireNonNull(suggestions, "suggestions"));
  }

  /**
   * Returns what was expected.
   *
   * @return such as {@code party}, {@code proposition}, {@code issue}, {@code date}, {@code as of}
   *     or {@code known at}
   */
  public String kind() {
    return kind;
  }

  /** {@return the offending value, as it was given} */
  public String value() {
    return value;
  }

  /** {@return the valid values that the message names, nearest first; may be empty} */
  public ImmutableList<String> suggestions() {
    return suggestions;
  }
}

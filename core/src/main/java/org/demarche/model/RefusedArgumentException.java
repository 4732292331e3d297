package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import org.demarche.suggestion.ShownValue;

/** An exception for an argument that is refused, with its value and what would be valid. */
abstract class RefusedArgumentException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String value;
  private final ImmutableList<String> suggestions;

  RefusedArgumentException(
      String message, String kind, String value, Collection<String> suggestions) {
    super(ShownValue.inMessage(requireNonNull(message, "message")));
    this.kind = requireNonNull(kind, "kind");
    this.value = requireNonNull(value, "value");
    this.suggestions = Elements.of(suggestions, "suggestions");
  }

  // Not final: the public subclasses get bridges to these methods, so that code outside this
  // package can call them by reflection and method reference too.

  /**
   * {@return what was expected in the place of the value, such as {@code party} or {@code date}}
   */
  public String kind() {
    return kind;
  }

  /** {@return the argument that was given} */
  public String value() {
    return value;
  }

  /** {@return the valid arguments that the message names, nearest first; may be empty} */
  public ImmutableList<String> suggestions() {
    return suggestions;
  }
}

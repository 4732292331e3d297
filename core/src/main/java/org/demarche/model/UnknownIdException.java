package org.demarche.model;

import java.util.Collection;

/**
 * The exception for an id that names no record of the expected type: a mistyped id, a name in place
 * of an id, or the id of a record of another type.
 *
 * <pre>{@code
 * try {
 *   tracker.position("rok", "three-no");
 * } catch (UnknownIdException unknown) {
 *   unknown.kind();          // proposition
 *   unknown.value();         // three-no
 *   unknown.suggestions();   // [three-nos]
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class UnknownIdException extends RefusedArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, the value and what would be valid, for a person
   * @param kind what the id was expected to name, such as {@code party}, {@code proposition} or
   *     {@code issue}
   * @param value the id that was given
   * @param suggestions the valid ids that the message names, nearest first; may be empty
   */
  public UnknownIdException(
      String message, String kind, String value, Collection<String> suggestions) {
    super(message, kind, value, suggestions);
  }
}

package org.demarche.model;

import java.util.Collection;

/**
 * The exception for two arguments that are in the wrong order, such as a proposition in place of
 * the party, or a range that ends before it begins.
 *
 * <pre>{@code
 * try {
 *   tracker.position("three-nos", "rok");
 * } catch (SwappedArgumentsException swapped) {
 *   swapped.kind();          // party
 *   swapped.value();         // three-nos
 *   swapped.suggestions();   // [rok]
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class SwappedArgumentsException extends RefusedArgumentException {
  private static final long serialVersionUID = 1;

  /**
   * Creates the exception.
   *
   * @param message what is wrong, the value and what would be valid, for a person
   * @param kind what was expected in the place of the value: {@code party} or {@code date}
   * @param value the argument that was given too early
   * @param suggestions the argument that belongs in its place
   */
  public SwappedArgumentsException(
      String message, String kind, String value, Collection<String> suggestions) {
    super(message, kind, value, suggestions);
  }
}

package org.demarche.model;

/**
 * The basis of a date: how the date of a claim or a source is known.
 *
 * <pre>{@code
 * Claim.builder().asserted(When.parse("2017-11-22")).basis(Basis.RESOLVED)   // the article says “Wednesday”
 * }</pre>
 *
 * @since 0.1
 */
public enum Basis {
  /** The source states the date. */
  STATED,
  /** The coder derived the date from words of the source, such as a weekday or “last month”. */
  RESOLVED,
  /** The coder inferred the date from the context. */
  INFERRED
}

package org.demarche.model;

/**
 * How the date of a claim or a source is known.
 *
 * <pre>{@code
 * Claim.builder().asserted(When.parse("2017-11-22")).basis(Basis.RESOLVED)   // the article says “Wednesday”
 * }</pre>
 */
public enum Basis {
  /** The source states the date. */
  STATED,
  /** Worked out from what the source does say: a weekday, “last month”. */
  RESOLVED,
  /** Inferred by the coder from the context. */
  INFERRED
}

package org.demarche.answer;

/**
 * The administration under which a position was last evidenced, relative to the administration in
 * office. A change of government neither ends a position nor confirms it: what an earlier
 * administration held remains on record, marked as inherited, until a later one reaffirms or
 * withdraws it.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").position("rok", "3n-promise")   // AGAINST …, INHERITED from Moon Jae-in
 * }</pre>
 *
 * @since 0.1
 */
public enum Standing {
  /** Last evidenced under the administration in office on the as-of date. */
  CURRENT,
  /**
   * Last evidenced under an earlier administration, or by a state that the party succeeds, and not
   * withdrawn since.
   */
  INHERITED
}

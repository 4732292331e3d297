package org.demarche.answer;

/**
 * Whether a position was last evidenced under the administration in office. Nothing lapses by
 * itself and nothing is silently carried on: a position of an earlier administration stays, marked,
 * until it is taken up or withdrawn.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").position("rok", "3n-promise")   // AGAINST …, INHERITED from Moon Jae-in
 * }</pre>
 */
public enum Standing {
  /** Last evidenced under the administration in office on the as-of date. */
  CURRENT,
  /** Last evidenced under an earlier administration, and not withdrawn since. */
  INHERITED
}

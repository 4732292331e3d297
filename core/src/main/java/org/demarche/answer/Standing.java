package org.demarche.answer;

/**
 * Whether a position was last evidenced under the administration in office. A change of government
 * ends no position and confirms none: what an earlier one held stays on record, marked as such,
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

package org.demarche.network;

/**
 * What of an actor and a proposition is told.
 *
 * <pre>{@code
 * AffiliationQuery.of(tracker).measure(AffiliationMeasure.COMBINE)
 * }</pre>
 */
public enum AffiliationMeasure {
  /** How many claims there are. */
  IGNORE,
  /** How many are for, less how many are against. */
  SUBTRACT,
  /** 1 where some are for, 2 where some are against, 3 where both occur, and else 0. */
  COMBINE
}

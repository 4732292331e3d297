package org.demarche.network;

/** The measure of the affiliation of an actor with a proposition. */
enum AffiliationMeasure {
  /** The number of claims, whatever their stances. */
  IGNORE,
  /** The number of claims for the proposition minus the number of claims against it. */
  SUBTRACT,
  /**
   * 1 if there are only claims for, 2 if there are only claims against, 3 if there are both,
   * otherwise 0.
   */
  COMBINE
}

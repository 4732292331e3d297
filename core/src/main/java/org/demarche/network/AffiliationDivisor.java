package org.demarche.network;

/** The divisor that normalizes the affiliation of an actor with a proposition. */
enum AffiliationDivisor {
  /** No division. */
  NONE("undivided"),
  /** The number of claims of the actor. */
  ACTIVITY("by the activity of the actor"),
  /** The number of claims on the proposition. */
  PROMINENCE("by the prominence of the proposition");

  final String description;

  AffiliationDivisor(String description) {
    this.description = description;
  }
}

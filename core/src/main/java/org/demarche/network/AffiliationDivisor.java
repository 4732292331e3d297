package org.demarche.network;

/**
 * By what it is divided.
 *
 * <pre>{@code
 * AffiliationQuery.of(tracker).divisor(AffiliationDivisor.PROMINENCE)
 * }</pre>
 */
public enum AffiliationDivisor {
  /** Nothing. */
  NONE("undivided"),
  /** How many claims the actor made. */
  ACTIVITY("by the activity of the actor"),
  /** How many claims were made on the proposition. */
  PROMINENCE("by the prominence of the proposition");

  final String words;

  AffiliationDivisor(String words) {
    this.words = words;
  }
}

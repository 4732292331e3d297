package org.demarche.answer;

/**
 * The chronological order of two claims.
 *
 * <pre>{@code
 * tracker.order("KT17-13", "KT17-14")   // UNKNOWN: both are only known to be not later than one day
 * }</pre>
 */
public enum TemporalOrder {
  /** The first claim was certainly made before the second. */
  BEFORE,
  /** The first claim was certainly made after the second. */
  AFTER,
  /** The dates of the two claims do not determine their order. */
  UNKNOWN
}

package org.demarche.answer;

/**
 * The order of two claims in time.
 *
 * <pre>{@code
 * tracker.order("KT17-13", "KT17-14")   // UNKNOWN: both are only known to be not later than one day
 * }</pre>
 */
public enum TemporalOrder {
  /** The first was certainly made before the second. */
  BEFORE,
  /** The first was certainly made after the second. */
  AFTER,
  /** Their dates do not tell. */
  UNKNOWN
}

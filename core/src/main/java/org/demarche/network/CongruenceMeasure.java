package org.demarche.network;

/**
 * What of two actors is summed.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).measure(CongruenceMeasure.CONFLICT)
 * }</pre>
 */
public enum CongruenceMeasure {
  /** Pairs of claims of the same stance. */
  CONGRUENCE,
  /** Pairs of claims of opposed stances. */
  CONFLICT,
  /** Congruence less conflict. */
  SUBTRACT,
  /** Pairs of claims on the same proposition, whatever their stances. */
  IGNORE
}

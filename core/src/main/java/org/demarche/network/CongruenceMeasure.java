package org.demarche.network;

/**
 * The pairs of claims of two actors that are counted.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).measure(CongruenceMeasure.CONFLICT)
 * }</pre>
 */
public enum CongruenceMeasure {
  /** Pairs of claims with the same stance. */
  CONGRUENCE,
  /** Pairs of claims with opposed stances. */
  CONFLICT,
  /** Congruence minus conflict. */
  SUBTRACT,
  /** Pairs of claims on the same proposition, whatever their stances. */
  IGNORE
}

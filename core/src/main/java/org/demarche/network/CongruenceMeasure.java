package org.demarche.network;

/** The pairs of claims of two actors that are counted. */
enum CongruenceMeasure {
  /** Pairs of claims with the same stance. */
  CONGRUENCE,
  /** Pairs of claims with opposed stances. */
  CONFLICT,
  /** Congruence minus conflict. */
  SUBTRACT,
  /** Pairs of claims on the same proposition, whatever their stances. */
  IGNORE
}

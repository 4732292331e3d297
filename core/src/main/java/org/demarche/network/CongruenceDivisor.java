package org.demarche.network;

/**
 * By what the sum is divided, so that who speaks often is not for that near to everyone. n is the
 * number of claims of an actor. Where the divisor is 0 the value is 0.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).divisor(CongruenceDivisor.JACCARD)
 * }</pre>
 */
public enum CongruenceDivisor {
  /** Nothing. */
  NONE("undivided"),
  /** (n<sub>i</sub> + n<sub>i′</sub>) / 2. */
  AVERAGE("by average activity"),
  /** Σ<sub>jk</sub> X·X′ where both are above 0, and X + X′ where one is. */
  JACCARD("by Jaccard's union"),
  /** n<sub>i</sub> · n<sub>i′</sub>, which the Discourse Network Analyzer calls cosine. */
  PRODUCT("by the product of activities"),
  /**
   * The root of what i has in common with itself times what i′ has: with it congruence is a cosine,
   * and 1 where two actors speak in the same proportions.
   */
  COSINE("by the norms");

  final String words;

  CongruenceDivisor(String words) {
    this.words = words;
  }
}

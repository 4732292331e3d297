package org.demarche.network;

/**
 * The divisor that normalizes the congruence of two actors, so that frequent speakers do not appear
 * close to everyone. In the formulas, n is the number of claims of an actor, and X the number of
 * claims of an actor on a proposition with a stance. Where the divisor is 0 the value is 0.
 */
enum CongruenceDivisor {
  /** No division. */
  NONE("undivided"),
  /** The average activity, (n<sub>i</sub> + n<sub>i′</sub>) / 2. */
  AVERAGE("by average activity"),
  /**
   * The union of what both said: the sum over propositions j and stances k of X<sub>ijk</sub> ·
   * X<sub>i′jk</sub> where both are above 0, and X<sub>ijk</sub> + X<sub>i′jk</sub> where only one
   * is.
   */
  JACCARD("by Jaccard's union"),
  /**
   * The product of activities, n<sub>i</sub> · n<sub>i′</sub>, which the Discourse Network Analyzer
   * calls cosine.
   */
  PRODUCT("by the product of activities"),
  /**
   * The product of the norms: the square root of the congruence of i with itself, times the square
   * root of the congruence of i′ with itself. With it congruence is a cosine, and 1 if two actors
   * speak in the same proportions.
   */
  COSINE("by the norms");

  final String description;

  CongruenceDivisor(String description) {
    this.description = description;
  }
}

package org.demarche.answer;

/**
 * How near the evidence stands to a principal's own words: of a claim, for each of its principals,
 * the best of its evidence. Worst first, so that {@code compareTo} tells which is better.
 *
 * <pre>{@code
 * Grade.OWN_WORDS.compareTo(Grade.OTHER_SIDE) > 0   // true
 * }</pre>
 */
public enum Grade {
  /** A belief or intention that the source ascribes. */
  IMPUTED,
  /** Told by the source in its own voice. */
  NARRATED,
  /**
   * Known only through another side: a relay, the outlet counted as the outermost, belongs to
   * another state. Evidence all the same, and labelled. Whoever belongs to no state cannot be told
   * by another side.
   */
  OTHER_SIDE,
  /** Reported in other words, or quoted in a source whose quotation marks cannot be trusted. */
  REPORTED,
  /** Quoted, wholly or in part, or recorded officially. */
  OWN_WORDS
}

package org.demarche.answer;

/**
 * The proximity of evidence to a principal's own words. The grade of a claim for one of its
 * principals is the grade of its best evidence. The constants are sorted from worst to best, so
 * {@code compareTo} shows which grade is better.
 *
 * <pre>{@code
 * Grade.OWN_WORDS.compareTo(Grade.OTHER_SIDE) > 0   // true
 * }</pre>
 *
 * @since 0.1
 */
public enum Grade {
  /** A belief or intention that the source ascribes to the principal. */
  IMPUTED,
  /** Stated by the source in its own voice. */
  NARRATED,
  /**
   * Known only through another side: a relay belongs to another state or organisation, or every
   * issuer of the source does, or its outlet if it names no issuer. This is evidence all the same,
   * and labelled as such. An actor that belongs to no state or organisation has no other side.
   */
  OTHER_SIDE,
  /** Reported in other words, or quoted in a source whose quotation marks cannot be trusted. */
  REPORTED,
  /** Quoted, wholly or in part, or recorded officially. */
  OWN_WORDS
}

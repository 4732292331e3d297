package org.demarche.network;

/**
 * How often the same stance of the same actor on the same proposition counts. The first is kept, in
 * the order of day, source, position in the source, and id. Where a measure ignores stances,
 * another stance is no other claim.
 *
 * <p>The day of a claim is the latest on which it may have been said; its source is that of its
 * first evidence.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).duplicates(DuplicateCounting.ONCE_PER_SOURCE)
 * }</pre>
 */
public enum DuplicateCounting {
  /** Every time. */
  ALL("every claim"),
  /** Once in a source. */
  ONCE_PER_SOURCE("once per source"),
  /** Once in a week of a year (ISO 8601). */
  ONCE_PER_WEEK("once per week"),
  /** Once in a month of a year. */
  ONCE_PER_MONTH("once per month"),
  /** Once in a year. */
  ONCE_PER_YEAR("once per year"),
  /** Once. */
  ONCE("once");

  private final String words;

  DuplicateCounting(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}

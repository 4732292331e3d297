package org.demarche.network;

/**
 * The rule by which duplicates are counted; a duplicate is a claim with the same stance of the same
 * actor on the same proposition. The first claim is kept, in the order of day, source, position in
 * the source, and id. Where a measure ignores stances, claims that differ only in their stances are
 * duplicates too.
 *
 * <p>The day of a claim is the latest day on which it may have been made; its source is the source
 * of its first evidence.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).duplicates(DuplicateCounting.ONCE_PER_SOURCE)
 * }</pre>
 *
 * @since 0.1
 */
public enum DuplicateCounting {
  /** Every claim counts. */
  ALL("every claim"),
  /** A claim counts once per source. */
  ONCE_PER_SOURCE("once per source"),
  /** A claim counts once per week of a year (ISO 8601). */
  ONCE_PER_WEEK("once per week"),
  /** A claim counts once per month of a year. */
  ONCE_PER_MONTH("once per month"),
  /** A claim counts once per year. */
  ONCE_PER_YEAR("once per year"),
  /** A claim counts once. */
  ONCE("once");

  private final String description;

  DuplicateCounting(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}

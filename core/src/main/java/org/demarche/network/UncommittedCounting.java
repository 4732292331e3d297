package org.demarche.network;

/**
 * The rule by which uncommitted claims, which are neither for nor against a proposition, are
 * counted.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).uncommitted(UncommittedCounting.LEFT_OUT)
 * }</pre>
 */
public enum UncommittedCounting {
  /** Uncommitted claims count at a distance of ½ from claims for and from claims against. */
  HALFWAY("uncommitted halfway"),
  /** Uncommitted claims are left out. */
  LEFT_OUT("uncommitted left out");

  private final String description;

  UncommittedCounting(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }
}

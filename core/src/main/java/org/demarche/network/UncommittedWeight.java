package org.demarche.network;

/**
 * What becomes of claims that are neither for nor against.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).uncommitted(UncommittedWeight.LEFT_OUT)
 * }</pre>
 */
public enum UncommittedWeight {
  /** They stand halfway: at a distance of ½ from either side. */
  HALFWAY("uncommitted halfway"),
  /** They are left out. */
  LEFT_OUT("uncommitted left out");

  private final String words;

  UncommittedWeight(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}

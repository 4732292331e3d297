package org.demarche.network;

/**
 * What becomes of claims that are neither for nor against.
 *
 * <pre>{@code
 * Congruence.of(tracker).uncommitted(Uncommitted.LEFT_OUT)
 * }</pre>
 */
public enum Uncommitted {
  /** They stand halfway: at a distance of ½ from either side. */
  HALFWAY("uncommitted halfway"),
  /** They are left out. */
  LEFT_OUT("uncommitted left out");

  private final String words;

  Uncommitted(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }
}

package org.demarche.dossierindex;

/** The ways in which a claim bears on a proposition (rule 8), the most explicit first. */
public enum Bearing {
  /** The claim states the proposition. */
  EXPLICIT,
  /** Straight down from a whole to which the claim binds its principal. */
  FIRM,
  /** Straight down from a whole. */
  DOWN,
  /** Down to a part, and up from there to another whole. */
  ACROSS,
  /** Straight up from a part. */
  UP;

  /** Returns whether the stance is implied, but not firmly. */
  public boolean isMerelyImplied() {
    return compareTo(FIRM) > 0;
  }

  /** Returns whether the claim is no less explicit here than another. */
  public boolean isNoLessExplicitThan(Bearing other) {
    return rank() <= other.rank();
  }

  /** Returns whether the claim is more explicit here than another. */
  public boolean isMoreExplicitThan(Bearing other) {
    return rank() < other.rank();
  }

  private int rank() {
    return Math.min(ordinal(), DOWN.ordinal());
  }
}

package org.demarche.dossierindex;

/** The ways in which a claim bears on a proposition (rule 8), the most explicit first. */
public enum Bearing {
  /** The claim states the proposition. */
  EXPLICIT,
  /** Straight down from a whole to which the claim binds its principal. */
  FIRM,
  /** Down from a whole to which the claim binds its principal, and up from there. */
  FIRM_ACROSS,
  /** Straight down from a whole. */
  DOWN,
  /** Down to a part, and up from there to another whole. */
  ACROSS,
  /** Straight up from a part. */
  UP;

  /** Returns whether the stance is implied, but not firmly. */
  public boolean isMerelyImplied() {
    return compareTo(FIRM_ACROSS) > 0;
  }

  /** Returns whether the path leads straight down. */
  public boolean isStraightDown() {
    return this == FIRM || this == DOWN;
  }

  /** Returns the same path from a whole to which the claim binds its principal. */
  Bearing firmly() {
    return switch (this) {
      case DOWN -> FIRM;
      case ACROSS -> FIRM_ACROSS;
      default -> this;
    };
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
    return this == EXPLICIT ? 0 : isMerelyImplied() ? 2 : 1;
  }
}

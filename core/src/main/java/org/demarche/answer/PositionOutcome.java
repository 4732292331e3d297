package org.demarche.answer;

import java.util.Optional;
import org.demarche.model.Stance;

/**
 * What a {@link Position} comes to, in a word: the stance of one that is known, or that it is
 * contested, or unknown.
 *
 * <pre>{@code
 * tracker.asOf("2017-11-24").outcome("rok", "additional-thaad")   // AGAINST
 * tracker.position("rok", "deployment").outcome()                 // the same word, with its evidence beside it
 * }</pre>
 */
public enum PositionOutcome {
  /** Known: the party holds it true, or wants it so. */
  FOR(Stance.FOR),
  /** Known: the party holds it false, or wants it not so. */
  AGAINST(Stance.AGAINST),
  /** Known: the party has said that it is held to neither. */
  UNCOMMITTED(Stance.UNCOMMITTED),
  /** Claims of different stances stand beside one another. */
  CONTESTED,
  /** No claim carries a position; never the same as {@link #UNCOMMITTED}. */
  UNKNOWN;

  private final Optional<Stance> stance;

  PositionOutcome() {
    this.stance = Optional.empty();
  }

  PositionOutcome(Stance stance) {
    this.stance = Optional.of(stance);
  }

  /** The stance of a position that is known. */
  public Optional<Stance> stance() {
    return stance;
  }

  /** What is held where that stance is known. */
  public static PositionOutcome of(Stance stance) {
    return switch (stance) {
      case FOR -> FOR;
      case AGAINST -> AGAINST;
      case UNCOMMITTED -> UNCOMMITTED;
    };
  }
}

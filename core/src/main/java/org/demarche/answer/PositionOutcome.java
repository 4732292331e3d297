package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.demarche.model.Stance;

/**
 * The outcome of a {@link Position}: the stance of a known position, or CONTESTED, or UNKNOWN.
 *
 * <pre>{@code
 * tracker.asOf("2017-11-24").outcome("rok", "additional-thaad")   // AGAINST
 * tracker.position("rok", "deployment").outcome()                 // the outcome of a position with its evidence
 * }</pre>
 *
 * @since 0.1
 */
public enum PositionOutcome {
  /** Known: the party holds the proposition true, or wants it to be so. */
  FOR(Stance.FOR),
  /** Known: the party holds the proposition false, or wants it not to be so. */
  AGAINST(Stance.AGAINST),
  /** Known: the party has said that it is committed to neither side. */
  UNCOMMITTED(Stance.UNCOMMITTED),
  /** Claims of different stances conflict. */
  CONTESTED,
  /** No claim supports a position; never the same as {@link #UNCOMMITTED}. */
  UNKNOWN;

  private final Optional<Stance> stance;

  PositionOutcome() {
    this.stance = Optional.empty();
  }

  PositionOutcome(Stance stance) {
    this.stance = Optional.of(stance);
  }

  /** {@return the stance of a known position, otherwise empty} */
  public Optional<Stance> stance() {
    return stance;
  }

  /**
   * Returns the outcome of a known position.
   *
   * @param stance the stance of the position
   * @return the outcome of the same name
   */
  public static PositionOutcome of(Stance stance) {
    return switch (requireNonNull(stance, "stance")) {
      case FOR -> FOR;
      case AGAINST -> AGAINST;
      case UNCOMMITTED -> UNCOMMITTED;
    };
  }

  /** Returns the outcome as in a cell of a table. */
  String cellText(Wording wording) {
    if (wording.isCodes()) {
      return this == UNKNOWN ? "·" : name();
    }
    return wording.text("outcome." + this, wording.word(this));
  }
}

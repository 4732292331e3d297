package org.demarche.rules;

import java.util.BitSet;
import java.util.function.Supplier;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;

/**
 * A position of which only the outcome is known. The rest is derived when it is first needed.
 *
 * @param outcome the outcome
 * @param unsuperseded finds the rows that no other supersedes or outweighs: if contested, its sides
 * @param position derives the position
 */
public record OutlinedPosition(
    PositionOutcome outcome, Supplier<BitSet> unsuperseded, Supplier<Position> position) {
  /** Returns whether another position from the same rows is contested by the same claims. */
  public boolean isContestedLike(OutlinedPosition other) {
    return outcome == PositionOutcome.CONTESTED
        && other.outcome == PositionOutcome.CONTESTED
        && unsuperseded.get().equals(other.unsuperseded.get());
  }
}

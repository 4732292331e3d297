package org.demarche.rules;

import com.google.common.primitives.ImmutableIntArray;
import java.util.function.Supplier;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;

/**
 * A position of which only the outcome and what carries it are known.
 *
 * @param outcome the outcome
 * @param unsuperseded the rows that no other supersedes or outweighs, in order: if contested, its
 *     sides
 * @param position derives the position when it is first needed
 */
public record OutlinedPosition(
    PositionOutcome outcome, ImmutableIntArray unsuperseded, Supplier<Position> position) {
  /** Returns whether another position from the same rows is contested by the same claims. */
  public boolean isContestedLike(OutlinedPosition other) {
    return outcome == PositionOutcome.CONTESTED
        && other.outcome == PositionOutcome.CONTESTED
        && unsuperseded.equals(other.unsuperseded);
  }
}

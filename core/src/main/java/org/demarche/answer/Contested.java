package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.demarche.model.Stance;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A position on which the party contradicts itself: claims of different stances that do not
 * supersede one another. There is no silent tie-break; every such claim is shown.
 *
 * <pre>{@code
 * contested.sides();   // the conflicting claims
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@SuppressWarnings("immutables:subtype") // a change of the order does not compile in AnswerMaker
public abstract non-sealed class Contested extends PositionContext implements EvidencedPosition {
  Contested() {}

  /** {@return the conflicting claims, all unsuperseded, in the order of citation} */
  @Value.Parameter
  public abstract ImmutableList<CitedClaim> sides();

  /**
   * {@return the sides, and the claims that are newer than every claim of another stance, in the
   * order of citation}
   */
  @Override
  @Value.Parameter
  public abstract ImmutableList<CitedClaim> support();

  @Value.Check
  void check() {
    if (support().isEmpty()) {
      throw new IllegalArgumentException("no evidence, no position: the support is empty");
    }
    if (sides().stream().map(CitedClaim::stance).distinct().count() < 2) {
      throw new IllegalArgumentException(
          "the sides of a contested position have at least two stances, got "
              + sides().stream().map(CitedClaim::stance).distinct().toList());
    }
  }

  @Override
  public final PositionOutcome outcome() {
    return PositionOutcome.CONTESTED;
  }

  @Override
  public final String cellText() {
    return "CONTESTED" + (standing() == Standing.INHERITED ? " ◊" : "");
  }

  @Override
  public final String paragraph() {
    return "Contested: "
        + sides().stream()
            .map(CitedClaim::stance)
            .distinct()
            .sorted()
            .map(Stance::name)
            .collect(Collectors.joining(" and "))
        + " conflict; "
        + standing()
        + "; last evidenced "
        + lastEvidenced();
  }

  /** {@return the question and the conflicting claims, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        question(this)
            + ": "
            + cellText()
            + ", cite "
            + sides().stream().map(side -> side.claim().id()).collect(Collectors.joining(" and ")));
  }
}

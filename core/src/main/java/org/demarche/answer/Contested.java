package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;
import org.immutables.value.Value;

/**
 * A position on which the party contradicts itself: claims of different stances stand, and none
 * supersedes the others. There is no silent tie-break; every one of them is shown.
 *
 * <pre>{@code
 * contested.sides();   // the claims that stand, side by side
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Contested implements EvidencedPosition {
  Contested() {}

  @Override
  @Value.Auxiliary
  public abstract Dossier dossier();

  /** The claims that stand against one another, none superseded, in the order of citation. */
  public abstract ImmutableList<CitedClaim> sides();

  /**
   * The sides, and those claims that are newer than every claim of another stance, in the order of
   * citation.
   */
  @Override
  public abstract ImmutableList<CitedClaim> support();

  @Value.Check
  void check() {
    if (support().isEmpty()) {
      throw new IllegalArgumentException("no evidence, no position: the support is empty");
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
        + " stand against one another; "
        + standing()
        + "; last evidenced "
        + lastEvidenced();
  }

  @Override
  public final String toString() {
    return page().toString();
  }

  /** A builder; of the lists only the sides and the support are required. */
  public static Builder builder() {
    return ImmutableContested.builder();
  }

  /** Collects the parts of a contested position. */
  public interface Builder extends EvidencedPosition.CommonBuilder<Builder> {
    /** Sets {@link Contested#sides()}. */
    Builder sides(Iterable<? extends CitedClaim> claims);

    /**
     * Builds the position.
     *
     * @throws IllegalStateException if a required part is missing
     */
    Contested build();
  }
}

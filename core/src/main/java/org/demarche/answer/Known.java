package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import org.demarche.model.Actor;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A position on which the supporting claims agree. The headline is the claim to cite and gives the
 * position its force, grade and frames.
 *
 * <pre>{@code
 * Known seoul = tracker.asOf("2022-08-11").position("rok", "additional-thaad").known().orElseThrow();
 * seoul.stance();          // UNCOMMITTED
 * seoul.force();           // REFUSE
 * seoul.lastEvidenced();   // 2022-08-11
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
@SuppressWarnings("immutables:subtype") // a change of the order does not compile in AnswerMaker
public abstract non-sealed class Known extends PositionContext implements EvidencedPosition {
  Known() {}

  /** {@return the stance of the party} */
  @Value.Parameter
  public abstract Stance stance();

  /**
   * {@return every claim that supports the position, in the order of citation, the headline first;
   * never empty}
   */
  @Override
  @Value.Parameter
  public abstract ImmutableList<CitedClaim> support();

  /** {@return the headline: the claim to cite} */
  public final CitedClaim headline() {
    return support().get(0);
  }

  /** {@return the force of the headline} */
  public final Force force() {
    return headline().claim().force();
  }

  /** {@return the grade of the headline} */
  public final Grade grade() {
    return headline().grade();
  }

  /** {@return the frames of the headline} */
  public final ImmutableSortedSet<String> frames() {
    return headline().claim().frames();
  }

  /**
   * {@return whether the headline is about a composite or a part, so that the stance is only
   * implied}
   */
  public final boolean isImplied() {
    return headline().isImplied();
  }

  /**
   * Returns whether the position is a commitment, which binds the state beyond one administration.
   * Whether the commitment is legally in force is not for a library to say.
   *
   * @return true if the force of the headline is PROMISE or AGREE
   */
  public final boolean isCommitment() {
    return force() == Force.PROMISE || force() == Force.AGREE;
  }

  @Value.Check
  void check() {
    if (support().isEmpty()) {
      throw new IllegalArgumentException("no evidence, no position: the support is empty");
    }
    for (CitedClaim cited : support()) {
      if (cited.stance() != stance()) {
        throw new IllegalArgumentException(
            "stance %s, but claim %s supports %s"
                .formatted(stance(), cited.claim().id(), cited.stance()));
      }
    }
  }

  @Override
  public final PositionOutcome outcome() {
    return PositionOutcome.of(stance());
  }

  @Override
  public final String cellText() {
    String signs =
        (grade() == Grade.OTHER_SIDE ? "†" : "")
            + (isImplied() ? "‡" : "")
            + (standing() == Standing.INHERITED ? "◊" : "");
    return stance() + "/" + force() + (signs.isEmpty() ? "" : " " + signs);
  }

  @Override
  public final String paragraph() {
    return "Position: "
        + stance()
        + (isImplied() ? " by implication" : "")
        + ", "
        + force()
        + (isCommitment() ? " (a commitment)" : "")
        + ", "
        + grade()
        + (frames().isEmpty() ? "" : ", framed as " + String.join(" and ", frames()))
        + "; "
        + standing()
        + administration().map(term -> " (" + head(term) + ")").orElse("")
        + "; last evidenced "
        + lastEvidenced()
        + "; date "
        + headline().claim().basis()
        + "; "
        + (support().size() == 1 ? "1 claim" : support().size() + " claims")
        + ", "
        + (independentRoots() == 1
            ? "1 independent root"
            : independentRoots() + " independent roots");
  }

  private String head(TermOfOffice term) {
    return dossier().actor(term.head()).map(Actor::name).orElse(term.head())
        + (term.isActing() ? ", acting" : "");
  }

  /** {@return the question, the position and the claim to cite, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(question(this) + ": " + cellText() + ", cite " + headline().claim().id());
  }
}

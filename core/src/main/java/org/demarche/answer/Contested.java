package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.model.Stance;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A position on which the party contradicts itself: claims of different stances that neither
 * supersede nor outweigh one another. There is no silent tie-break; every such claim is shown.
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
      throw ShownValue.refused("no evidence, no position: the support is empty");
    }
    if (sides().stream().map(CitedClaim::stance).distinct().count() < 2) {
      throw ShownValue.refused(
          "the sides of a contested position have at least two stances, got "
              + sides().stream().map(CitedClaim::stance).distinct().toList());
    }
  }

  @Override
  public final PositionOutcome outcome() {
    return PositionOutcome.CONTESTED;
  }

  @Override
  public final String cellText(Wording wording) {
    requireNonNull(wording, "wording");
    return outcome().cellText(wording) + (standing() == Standing.INHERITED ? " ◊" : "");
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    if (wording.isCodes()) {
      return inCodes();
    }
    List<String> conflicting =
        stances().map(stance -> side(stance, wording)).collect(Collectors.toList());
    List<String> sentences = new ArrayList<>();
    sentences.add(
        firstSentence(
            wording.text("outcome.on.CONTESTED", wording.proposition(dossier(), proposition())),
            wording));
    boolean areTold = sides().stream().anyMatch(side -> side.grade() == Grade.OTHER_SIDE);
    sentences.add(
        wording.text(
            areTold ? "contested.accounts" : "contested.sides", wording.list(conflicting)));
    sentences.addAll(qualifyingSentences(wording));
    return OneLine.whole(String.join(wording.text("sentences.between"), sentences));
  }

  private Stream<Stance> stances() {
    return sides().stream().map(CitedClaim::stance).distinct().sorted();
  }

  private String side(Stance stance, Wording wording) {
    return wording.text(
        "contested.side",
        wording.word(stance),
        sides().stream()
            .filter(side -> side.stance() == stance)
            .map(
                side ->
                    wording.text(
                        "contested.claim",
                        side.isImplied()
                            ? wording.text("cell.implied")
                            : wording.act(side.claim().force(), side.claim().stance()),
                        side.details(party(), condition(side, wording), wording)))
            .collect(Collectors.joining(wording.text("details.or"))));
  }

  private static List<String> condition(CitedClaim side, Wording wording) {
    return side.claim().condition().stream()
        .map(words -> wording.text("details.condition", words))
        .toList();
  }

  private String inCodes() {
    return "Contested: "
        + stances().map(Stance::name).collect(Collectors.joining(" and "))
        + " conflict; "
        + standing()
        + "; last evidenced "
        + lastEvidenced()
        + qualifyingCodes();
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

package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.factory.ChangeParts;
import org.demarche.model.Dossier;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The change of one party's position on one proposition between two dates, derived from the same
 * evidence.
 *
 * <pre>{@code
 * Change change = tracker.asOf("2017-11-24").changeTo(tracker.asOf("2022-08-11"), "rok", "additional-thaad");
 * change.label();                      // WITHDRAWN
 * change.hasAdministrationChanged();   // true
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Change implements Answer {
  Change() {}

  /**
   * The kind of a change. The first constant that applies, from the top, is the label.
   *
   * <pre>{@code
   * change.label().isShift()   // whether the position itself moved
   * }</pre>
   *
   * @since 0.1
   */
  public enum Label {
    /**
     * No position is known at either date. Returned for a single change only; a table has no such
     * row.
     */
    SILENT,
    /** The party began to contradict itself. */
    BECAME_CONTESTED,
    /** The party contradicts itself at both dates. */
    STILL_CONTESTED,
    /** No position is known any more, because a claim that supported it was taken back. */
    RETRACTED,
    /** No position is known any more, because what implied it no longer passes on. */
    NO_LONGER_IMPLIED,
    /** The party contradicted itself at the earlier date and no longer does. */
    SETTLED,
    /** No position was known before, and one is known after. */
    FIRST_STATED,
    /** From FOR to AGAINST, or the reverse. */
    REVERSED,
    /** From FOR or AGAINST to UNCOMMITTED. */
    WITHDRAWN,
    /** From UNCOMMITTED to FOR or AGAINST. */
    TAKEN,
    /** An unchanged stance that now depends on a condition. */
    CONDITION_ADDED,
    /**
     * An unchanged stance whose condition is no longer stated. To be silent on a condition is not
     * to drop it.
     */
    CONDITION_NOT_REPEATED,
    /** An unchanged stance that depends on another condition. */
    CONDITION_CHANGED,
    /** A greater {@linkplain Known#strength() strength} of an unchanged stance. */
    HARDENED,
    /** A smaller {@linkplain Known#strength() strength} of an unchanged stance. */
    SOFTENED,
    /** Different frames for an unchanged stance of unchanged strength. */
    REFRAMED,
    /**
     * No other label applies, and some supporting claim that states the proposition is newer than
     * the earlier evidence that did.
     */
    REAFFIRMED,
    /** No newer claim is on record: the position is neither confirmed nor moved. */
    UNCHANGED;

    /**
     * Returns whether the position itself moved. To begin or cease to contradict oneself is no
     * shift.
     *
     * @return true for RETRACTED, NO_LONGER_IMPLIED and FIRST_STATED to REFRAMED
     */
    public boolean isShift() {
      return this == RETRACTED
          || this == NO_LONGER_IMPLIED
          || (compareTo(FIRST_STATED) >= 0 && compareTo(REFRAMED) <= 0);
    }
  }

  @Value.Parameter
  abstract ChangeParts parts();

  /** {@return the kind of the change} */
  public final Label label() {
    return parts().label();
  }

  /** {@return the position at the earlier date} */
  public final Position before() {
    return parts().before();
  }

  /** {@return the position at the later date} */
  public final Position after() {
    return parts().after();
  }

  /**
   * Returns whether the two positions were last evidenced under different administrations. This
   * does not mean that the change of administration caused the change of position.
   *
   * @return true if both positions are known and their administrations differ; the time between two
   *     terms of office counts as an administration of its own
   */
  public final boolean hasAdministrationChanged() {
    return parts().hasAdministrationChanged();
  }

  /**
   * The parts of a change that are all known.
   *
   * @param label the kind of the change
   * @param before the position at the earlier date
   * @param after the position at the later date
   * @param hasAdministrationChanged whether they were last evidenced under different
   *     administrations
   */
  record KnownParts(Label label, Position before, Position after, boolean hasAdministrationChanged)
      implements ChangeParts {
    KnownParts {
      AnswerChecks.requireSameQuestion(before, after);
      AnswerChecks.requireLabel(fits(label, before, after), label, before, after);
    }

    @Override
    public String party() {
      return after.party();
    }

    @Override
    public String proposition() {
      return after.proposition();
    }

    @Override
    public PositionOutcome outcomeBefore() {
      return before.outcome();
    }

    @Override
    public PositionOutcome outcomeAfter() {
      return after.outcome();
    }
  }

  /** Returns whether no position was known at either date. */
  final boolean isFromUnknownToUnknown() {
    return parts().outcomeBefore() == PositionOutcome.UNKNOWN
        && parts().outcomeAfter() == PositionOutcome.UNKNOWN;
  }

  private static boolean fits(Label label, Position before, Position after) {
    PositionOutcome then = before.outcome();
    PositionOutcome now = after.outcome();
    return switch (label) {
      case SILENT -> now == PositionOutcome.UNKNOWN && then != PositionOutcome.CONTESTED;
      case BECAME_CONTESTED -> now == PositionOutcome.CONTESTED && then != now;
      case STILL_CONTESTED -> now == PositionOutcome.CONTESTED && then == now;
      case SETTLED -> then == PositionOutcome.CONTESTED && then != now;
      case FIRST_STATED -> then == PositionOutcome.UNKNOWN && after.known().isPresent();
      case REVERSED -> isDecided(then) && isDecided(now) && then != now;
      case WITHDRAWN -> isDecided(then) && now == PositionOutcome.UNCOMMITTED;
      case TAKEN -> then == PositionOutcome.UNCOMMITTED && isDecided(now);
      case RETRACTED, NO_LONGER_IMPLIED ->
          before.evidenced().isPresent() && now == PositionOutcome.UNKNOWN;
      case CONDITION_ADDED,
          CONDITION_NOT_REPEATED,
          CONDITION_CHANGED,
          HARDENED,
          SOFTENED,
          REFRAMED,
          REAFFIRMED,
          UNCHANGED ->
          before.known().isPresent() && then == now;
    };
  }

  private static boolean isDecided(PositionOutcome outcome) {
    return outcome == PositionOutcome.FOR || outcome == PositionOutcome.AGAINST;
  }

  /** {@return the id of the party} */
  public final String party() {
    return parts().party();
  }

  /** {@return the id of the proposition} */
  public final String proposition() {
    return parts().proposition();
  }

  /**
   * Returns whether the two positions are based on evidence of different quality, so that comparing
   * them calls for caution.
   *
   * @return true if both positions are known and the grades of their headlines differ
   */
  public final boolean hasUnlikeEvidence() {
    return before().known().isPresent()
        && after().known().isPresent()
        && before().known().get().grade() != after().known().get().grade();
  }

  /**
   * Returns the claim that brought the change, if the position changed by implication alone: that
   * claim states a composite or a part, and no claim on this very proposition had a share in the
   * change.
   *
   * @return the claim; empty if the position has not changed, or not by implication alone
   */
  public final Optional<CitedClaim> impliedBy() {
    switch (label()) {
      case SILENT, STILL_CONTESTED, REAFFIRMED, UNCHANGED -> {
        return Optional.empty();
      }
      default -> {
        List<CitedClaim> lost = without(before().support(), after().support());
        List<CitedClaim> gained = without(after().support(), before().support());
        List<CitedClaim> brought = gained.isEmpty() ? lost : gained;
        boolean isTakenBack =
            without(lost, after().retractedClaims()).size() < lost.size()
                && !lost.stream().allMatch(CitedClaim::isImplied);
        return brought.stream()
            .findFirst()
            .filter(first -> !isTakenBack && brought.stream().allMatch(CitedClaim::isImplied));
      }
    }
  }

  private static List<CitedClaim> without(List<CitedClaim> claims, List<CitedClaim> others) {
    Set<String> ids =
        others.stream().map(cited -> cited.claim().id()).collect(ImmutableSet.toImmutableSet());
    return claims.stream().filter(cited -> !ids.contains(cited.claim().id())).toList();
  }

  /** Returns the composite under which this change folds: one of its parts is the proposition. */
  final Optional<String> foldsUnder() {
    return impliedBy()
        .map(cited -> cited.claim().proposition())
        .filter(whole -> isPart(proposition(), whole, PositionContext.of(after()).dossier()));
  }

  private static boolean isPart(String part, String whole, Dossier dossier) {
    Set<String> reached = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(whole));
    while (!open.isEmpty() && !reached.contains(part)) {
      dossier.proposition(open.remove()).stream()
          .flatMap(known -> known.parts().keySet().stream())
          .filter(reached::add)
          .forEach(open::add);
    }
    return reached.contains(part);
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return OneLine.whole(
        wording.text(
            "change.sentence",
            name(wording),
            subject(wording),
            wording.date(before().viewpoint().asOf()),
            wording.date(after().viewpoint().asOf()),
            after().viewpoint().restrictions(wording, PositionContext.of(after()).dossier()),
            verbWithCaveats(wording)));
  }

  /** Returns the change as a verb, with what must not be left out of either position. */
  final String verbWithCaveats(Wording wording) {
    if (wording.isCodes()) {
      return verb(wording);
    }
    List<String> caveats = new ArrayList<>();
    caveats.addAll(caveats("change.before", before(), wording));
    caveats.addAll(caveats("change.after", after(), wording));
    return caveats.isEmpty()
        ? verb(wording)
        : wording.text(
            "change.beside", verb(wording), String.join(wording.text("list.semicolon"), caveats));
  }

  private static List<String> caveats(String key, Position position, Wording wording) {
    List<String> caveats = PositionContext.of(position).caveats(wording);
    return caveats.isEmpty()
        ? List.of()
        : List.of(wording.text(key, String.join(wording.text("details.between"), caveats)));
  }

  private String name(Wording wording) {
    return wording.party(PositionContext.of(after()).dossier(), party());
  }

  private String subject(Wording wording) {
    return wording.proposition(PositionContext.of(after()).dossier(), proposition());
  }

  /** {@return the question, the change, and both positions with their evidence} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        page(
            PositionContext.of(before()).evidencePage(wording),
            PositionContext.of(after()).evidencePage(wording),
            wording),
        wording);
  }

  private TextPage page(TextPage pageOfBefore, TextPage pageOfAfter, Wording wording) {
    String heading =
        wording.isCodes()
            ? party() + " on " + proposition() + ": " + verb(wording)
            : sentence(wording);
    return TextPage.of(heading).gap().page(pageOfBefore).gap().page(pageOfAfter);
  }

  /** Returns the change as a verb, or as its label, with its flags. */
  final String verb(Wording wording) {
    if (wording.isCodes()) {
      return label()
          + (hasAdministrationChanged() ? ", administration changed" : "")
          + (hasUnlikeEvidence() ? ", based on evidence of different quality" : "");
    }
    return wording.text(
            "change." + label(),
            PositionContext.outcomeWord(before(), wording),
            PositionContext.outcomeWord(after(), wording),
            act(before(), wording),
            act(after(), wording),
            frames(before(), wording),
            frames(after(), wording))
        + (isUnderNewAdministration() ? wording.text("change.administration") : "")
        + (hasUnlikeEvidence() ? wording.text("change.unlikeEvidence") : "")
        + (impliedBy().isPresent() ? wording.text("change.implied") : "")
        + takenBack(wording);
  }

  /** Returns whether both administrations are known, and the later position is of the later. */
  private boolean isUnderNewAdministration() {
    return hasAdministrationChanged()
        && before().evidenced().flatMap(EvidencedPosition::administration).isPresent()
        && after()
            .evidenced()
            .filter(now -> now.administration().isPresent())
            .filter(now -> !now.lastEvidenced().isBefore(lastEvidenced(before())))
            .isPresent();
  }

  private static LocalDate lastEvidenced(Position position) {
    return position.evidenced().map(EvidencedPosition::lastEvidenced).orElse(LocalDate.MIN);
  }

  /** Returns what was taken back between the two dates, each with the claim that did so. */
  private String takenBack(Wording wording) {
    List<String> claims =
        without(after().retractedClaims(), before().retractedClaims()).stream()
            .map(cited -> ClaimText.takenBack(cited, wording))
            .toList();
    return claims.isEmpty() ? "" : wording.text("change.takenBack", wording.list(claims));
  }

  private static String act(Position position, Wording wording) {
    return position.known().map(known -> known.actOfHeadline(wording)).orElse("");
  }

  private static String frames(Position position, Wording wording) {
    return position.known().map(known -> wording.frames(known.frames())).orElse("");
  }

  /** {@return the page, with the derivation of both positions} */
  @Override
  public final TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        page(
            PositionContext.of(before()).fullPage(wording),
            PositionContext.of(after()).fullPage(wording),
            wording),
        wording);
  }

  /**
   * Returns whether the other object is a change with the same label, positions and administration.
   *
   * @param other any object
   * @return whether the two changes are equal
   */
  @Override
  public final boolean equals(@Nullable Object other) {
    return other == this
        || (other instanceof Change change
            && label() == change.label()
            && hasAdministrationChanged() == change.hasAdministrationChanged()
            && before().equals(change.before())
            && after().equals(change.after()));
  }

  /** {@return a hash of the label and the positions} */
  @Override
  public final int hashCode() {
    return Objects.hash(label(), before(), after());
  }

  /** {@return the question, the label and both positions, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "%s on %s, from %s to %s%s: %s, %s to %s"
            .formatted(
                party(),
                proposition(),
                before().viewpoint().asOf(),
                after().viewpoint().asOf(),
                after().viewpoint().restrictions(),
                verb(Wording.codes()),
                before().cellText(),
                after().cellText()));
  }
}

package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.model.Dossier;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The successive changes of one party's position on one proposition, from the first day on which
 * the position was known.
 *
 * <pre>{@code
 * tracker.history("prc", "three-nos")   // FIRST_STATED 2017-11-22, HARDENED 2022-08-09
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class History implements Answer {
  /** The largest number of changes that a sentence lists. */
  private static final int MOST_STEPS = 6;

  History() {}

  /** {@return the id of the party} */
  @Value.Parameter
  public abstract String party();

  /** {@return the id of the proposition} */
  @Value.Parameter
  public abstract String proposition();

  /**
   * {@return the viewpoint from which the positions are derived; the history ends on its as-of
   * date}
   */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /**
   * Returns the changes in chronological order, each dated by the as-of date of its later position.
   * Days without a change have no entry. A claim made throughout a period reaffirms the position on
   * the first day of the period and on the last.
   *
   * @return the changes
   */
  @Value.Parameter
  public abstract ImmutableList<Change> changes();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  @Value.Check
  void check() {
    for (Change change : changes()) {
      if (!change.party().equals(party()) || !change.proposition().equals(proposition())) {
        throw ShownValue.refused(
            "a history of %s on %s has a change of %s on %s"
                .formatted(party(), proposition(), change.party(), change.proposition()));
      }
      if (change.isFromUnknownToUnknown()) {
        throw ShownValue.refused(
            "a change in a history leads to or from a known position, got " + change);
      }
    }
  }

  /**
   * Returns whether the position moved gradually.
   *
   * @return true if no single change is REVERSED, WITHDRAWN or TAKEN and the first and last
   *     positions have the same stance, but differ in the strength of their forces or in their
   *     frames
   */
  public final boolean hasDrifted() {
    Set<Change.Label> steps =
        Set.of(Change.Label.REVERSED, Change.Label.WITHDRAWN, Change.Label.TAKEN);
    if (changes().isEmpty()
        || changes().stream().anyMatch(change -> steps.contains(change.label()))) {
      return false;
    }
    Position start = changes().get(0).after();
    Position end = changes().get(changes().size() - 1).after();
    if (!(start instanceof Known first)
        || !(end instanceof Known last)
        || first.stance() != last.stance()) {
      return false;
    }
    boolean strengthMoved =
        first.strength().isPresent()
            && last.strength().isPresent()
            && !first.strength().equals(last.strength());
    boolean framesMoved =
        !first.frames().isEmpty()
            && !last.frames().isEmpty()
            && !first.frames().equals(last.frames());
    return strengthMoved || framesMoved;
  }

  private String heading(Wording wording) {
    return wording.text(
        "history.heading",
        wording.party(dossier(), party()),
        wording.proposition(dossier(), proposition()),
        viewpoint().text(wording, dossier()));
  }

  private String counts(Wording wording) {
    return (changes().isEmpty()
            ? wording.word(PositionOutcome.UNKNOWN)
            : wording.count(wording.isCodes() ? "changes" : "steps", changes().size()))
        + (hasDrifted() ? wording.text("history.drifted") : "");
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.isCodes() || changes().size() > MOST_STEPS
        ? OneLine.whole(wording.text("summary", heading(wording), counts(wording)))
        : OneLine.whole(wording.text("summary", heading(wording), steps(wording)));
  }

  private String steps(Wording wording) {
    if (changes().isEmpty()) {
      return wording.word(PositionOutcome.UNKNOWN);
    }
    return changes().stream()
            .map(
                change ->
                    wording.text(
                        "history.step",
                        wording.date(change.after().viewpoint().asOf()),
                        step(change, wording),
                        cited(change).claim().id()))
            .collect(Collectors.joining(wording.text("list.semicolon")))
        + (hasDrifted() ? wording.text("history.drifted") : "");
  }

  /** Returns a change as a verb, with what must not be left out of the position it leads to. */
  private static String step(Change change, Wording wording) {
    List<String> caveats = PositionContext.of(change.after()).caveats(wording);
    return caveats.isEmpty()
        ? change.verb(wording)
        : wording.text(
            "change.beside",
            change.verb(wording),
            String.join(wording.text("details.between"), caveats));
  }

  /** {@return the question and a table with one row per change} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.of(
        heading(wording) + ": " + counts(wording),
        AnswerTable.<Change>in(wording)
            .column("date", History::date)
            .column("change", row -> row.verb(wording))
            .column(
                "position",
                row -> PositionContext.of(row.after()).cell(wording),
                row -> PositionContext.of(row.after()).anchor())
            .columnIf(
                wording.isCodes() || changes().stream().anyMatch(History::hasFrames),
                "frames",
                row -> wording.frames(cited(row).claim().frames()))
            .column(
                "cite",
                row -> ClaimText.id(cited(row).claim(), wording),
                row -> cited(row).anchor())
            .columnIf(
                changes().stream().anyMatch(row -> !asserted(row, wording).equals(date(row))),
                "asserted",
                row -> asserted(row, wording))
            .columnIf(
                changes().stream().anyMatch(row -> !account(row, wording).isEmpty()),
                "reportedBy",
                row -> account(row, wording)),
        changes());
  }

  private static String account(Change change, Wording wording) {
    return PositionContext.of(change.after()).byWhoseAccount(wording);
  }

  private static String date(Change change) {
    return change.after().viewpoint().asOf().toString();
  }

  private static String asserted(Change change, Wording wording) {
    return wording.isoDate(cited(change).claim().asserted());
  }

  private static boolean hasFrames(Change change) {
    return !cited(change).claim().frames().isEmpty();
  }

  /** {@return the question and the number of changes, in one line} */
  @Override
  public final String toString() {
    return OneLine.of("History of " + heading(Wording.codes()) + ": " + counts(Wording.codes()));
  }

  /**
   * Returns the first claim that supports the later position and did not support the earlier one.
   */
  private static CitedClaim cited(Change change) {
    Set<String> before =
        change.before().support().stream()
            .map(cited -> cited.claim().id())
            .collect(Collectors.toSet());
    return change.after().support().stream()
        .filter(cited -> !before.contains(cited.claim().id()))
        .findFirst()
        .orElseGet(() -> kept(change));
  }

  /** Returns the first claim of the later support, or, where it is lost, of the earlier one. */
  private static CitedClaim kept(Change change) {
    return change.after().support().isEmpty()
        ? change.before().support().get(0)
        : change.after().support().get(0);
  }
}

package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Comparator;
import java.util.function.Function;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The difference between one position derived from two bodies of evidence, at one date. Dropping a
 * source is not a withdrawal, and learning of a claim is not a first statement, so a difference is
 * not a {@linkplain Change change}. In print the two bodies of evidence are called A and B.
 *
 * <pre>{@code
 * tracker.differencesTo(tracker.without("ET22")).rows().get(0).label()   // LOST
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Difference implements Answer {
  Difference() {}

  /**
   * The kind of a difference.
   *
   * <pre>{@code
   * difference.label() == Difference.Label.LOST
   * }</pre>
   *
   * @since 0.1
   */
  public enum Label {
    /** Unknown in {@link Difference#here()}, known or contested in {@link Difference#there()}. */
    GAINED,
    /** Known or contested in {@link Difference#here()}, unknown in {@link Difference#there()}. */
    LOST,
    /** Known or contested in both, with different facts. */
    ALTERED
  }

  /**
   * A fact in which two positions can differ.
   *
   * <pre>{@code
   * difference.altered().contains(Difference.Aspect.GRADE)
   * }</pre>
   *
   * @since 0.1
   */
  public enum Aspect {
    /** Only one of the two is contested, or other claims conflict. */
    CONTEST,
    /** The stance. */
    STANCE,
    /** The force of the headline. */
    FORCE,
    /** The frames of the headline. */
    FRAMES,
    /** The grade of the headline, or of a conflicting claim of a contested position. */
    GRADE,
    /** The standing: current or inherited. */
    STANDING,
    /** The claim to cite. */
    HEADLINE
  }

  /** {@return the kind of the difference} */
  @Value.Parameter
  public abstract Label label();

  /** {@return the facts in which the two positions differ; empty unless the label is ALTERED} */
  @Value.NaturalOrder
  @Value.Parameter
  public abstract ImmutableSortedSet<Aspect> altered();

  /** {@return the position on the first body of evidence, A in print} */
  @Value.Parameter
  public abstract Position here();

  /** {@return the position on the other body of evidence, B in print} */
  @Value.Parameter
  public abstract Position there();

  @Value.Check
  void check() {
    AnswerChecks.requireSameQuestion(here(), there());
    boolean isGained = here().evidenced().isEmpty() && there().evidenced().isPresent();
    boolean isLost = here().evidenced().isPresent() && there().evidenced().isEmpty();
    boolean fits =
        switch (label()) {
          case GAINED -> isGained;
          case LOST -> isLost;
          case ALTERED -> here().evidenced().isPresent() && there().evidenced().isPresent();
        };
    AnswerChecks.requireLabel(fits, label(), here(), there());
    if (altered().isEmpty() == (label() == Label.ALTERED)) {
      throw ShownValue.refused(
          "altered has at least one fact if the label is ALTERED, and no other label has any; got %s and %s"
              .formatted(label(), altered()));
    }
  }

  /** {@return the id of the party} */
  public final String party() {
    return here().party();
  }

  /** {@return the id of the proposition} */
  public final String proposition() {
    return here().proposition();
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    Dossier dossier = PositionContext.of(here()).dossier();
    return OneLine.whole(
        wording.text(
            "difference.sentence",
            wording.party(dossier, party()),
            wording.proposition(dossier, proposition()),
            viewpoint(here(), there(), wording),
            viewpoint(there(), here(), wording),
            text(wording),
            PositionContext.of(here()).datedPhrase(wording),
            PositionContext.of(there()).datedPhrase(wording)));
  }

  /** {@return the question, the difference, and both positions with their evidence} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        page(
            PositionContext.of(here()).evidencePage(wording),
            PositionContext.of(there()).evidencePage(wording),
            wording),
        wording);
  }

  private TextPage page(TextPage pageOfHere, TextPage pageOfThere, Wording wording) {
    String heading =
        wording.isCodes()
            ? party() + " on " + proposition() + ": " + text(wording)
            : sentence(wording);
    return TextPage.of(heading).gap().page(pageOfHere).gap().page(pageOfThere);
  }

  /** Returns the difference in a few words, or as its label, with the facts that differ. */
  final String text(Wording wording) {
    return text(aspect -> text(aspect, wording), wording);
  }

  /** Returns the same with both outcomes if these differ, for where no cells show them. */
  final String textWithOutcomes(Wording wording) {
    return text(
        aspect ->
            aspect == Aspect.STANCE || aspect == Aspect.CONTEST
                ? both(
                    wording.word(aspect),
                    PositionContext.outcomeWord(here(), wording),
                    PositionContext.outcomeWord(there(), wording),
                    wording)
                : text(aspect, wording),
        wording);
  }

  private String text(Function<Aspect, String> ofAspect, Wording wording) {
    if (wording.isCodes()) {
      return altered().isEmpty() ? label().name() : label() + " " + altered();
    }
    return label() == Label.ALTERED
        ? wording.text(
            "difference." + label(), wording.list(altered().stream().map(ofAspect).toList()))
        : onOneSide(label() == Label.LOST ? here() : there(), wording);
  }

  private String onOneSide(Position position, Wording wording) {
    CitedClaim cited = position.support().get(0);
    Dossier dossier = PositionContext.of(position).dossier();
    return cited.evidence().stream()
        .flatMap(piece -> dossier.source(piece.source()).stream())
        .map(Source::published)
        .min(Comparator.comparing(When::latest))
        .map(
            when ->
                wording.text(
                    "difference." + label(),
                    ClaimText.id(cited.claim(), wording),
                    wording.date(when)))
        .orElseGet(
            () ->
                wording.text(
                    "difference." + label() + ".undated", ClaimText.id(cited.claim(), wording)));
  }

  /** Returns a fact that differs, with what it is in A and in B if a cell does not show it. */
  private String text(Aspect aspect, Wording wording) {
    String word = wording.word(aspect);
    if (here() instanceof Known one && there() instanceof Known other) {
      return switch (aspect) {
        case FORCE -> both(word, one.actOfHeadline(wording), other.actOfHeadline(wording), wording);
        case GRADE -> both(word, wording.word(one.grade()), wording.word(other.grade()), wording);
        case FRAMES -> both(word, frames(one, wording), frames(other, wording), wording);
        default -> word;
      };
    }
    return word;
  }

  private static String frames(Known known, Wording wording) {
    return known.frames().isEmpty()
        ? wording.text("difference.noFrames")
        : wording.frames(known.frames());
  }

  private static String both(String aspect, String here, String there, Wording wording) {
    return wording.text("difference.both", aspect, here, there);
  }

  private static String viewpoint(Position position, Position other, Wording wording) {
    Dossier dossier = PositionContext.of(position).dossier();
    return position.viewpoint().text(wording, dossier)
        + Differences.whole(position.viewpoint(), other.viewpoint(), wording);
  }

  /** {@return the page, with the derivation of both positions} */
  @Override
  public final TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        page(
            PositionContext.of(here()).fullPage(wording),
            PositionContext.of(there()).fullPage(wording),
            wording),
        wording);
  }

  /** {@return the question, the label and both positions, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "%s on %s, A (%s) and B (%s): %s, %s and %s"
            .formatted(
                party(),
                proposition(),
                here().viewpoint(),
                there().viewpoint(),
                text(Wording.codes()),
                here().cellText(),
                there().cellText()));
  }
}

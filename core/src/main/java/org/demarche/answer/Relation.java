package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The relation between the positions of two parties on one proposition, at one date.
 *
 * <pre>{@code
 * Relation relation = tracker.asOf("2017-11-24").relation("rok", "prc", "3n-promise");
 * relation.label();   // CONTRADICTION
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Relation implements Answer {
  Relation() {}

  /**
   * The kind of a relation.
   *
   * <pre>{@code
   * relation.label() == Relation.Label.ONE_SIDED
   * }</pre>
   *
   * @since 0.1
   */
  public enum Label {
    /** Both parties are FOR, or both AGAINST a proposition without parts. */
    AGREEMENT,
    /** Both parties are AGAINST a composite; which of its parts either minds is not said. */
    BOTH_AGAINST,
    /** At least one of the two parties contradicts itself. */
    CONTESTED,
    /**
     * One party is FOR and the other AGAINST; or each is FOR one of two rivals on which the other
     * has no position.
     */
    CONTRADICTION,
    /** Both positions are known, and at least one is UNCOMMITTED. */
    DIVERGENCE,
    /**
     * One position is known and the other is not. Two parties talk past each other on an issue if
     * most of its relations have this label.
     */
    ONE_SIDED,
    /** Neither position is known. Returned for a single relation only; a table has no such row. */
    SILENT
  }

  /** {@return the kind of the relation} */
  @Value.Parameter
  public abstract Label label();

  /** {@return the position of the party named first} */
  @Value.Parameter
  public abstract Position first();

  /** {@return the position of the party named second} */
  @Value.Parameter
  public abstract Position second();

  /**
   * Returns the position through which the parties contradict each other without being opposed on
   * the proposition itself: the party without a position there is for a rival of it.
   *
   * @return the position on the rival; empty if the parties contradict each other directly or not
   *     at all
   */
  @Value.Parameter
  public abstract Optional<Position> rivalPosition();

  /**
   * {@return the id of the rival proposition through which the parties contradict each other; empty
   * if they do so directly or not at all}
   */
  public final Optional<String> rival() {
    return rivalPosition().map(Position::proposition);
  }

  /**
   * Returns the exchanges between the two parties, such as a demand and its refusal.
   *
   * @return pairs of a claim of one party and a claim of the other that answers it, among the
   *     claims that support the two positions or hint at them
   */
  @Value.Parameter
  public abstract ImmutableList<Exchange> exchanges();

  /**
   * A claim of one party that answers a claim of the other.
   *
   * <pre>{@code
   * exchange.toString()   // AP22-02 REFUSE answers AP22-03 URGE
   * }</pre>
   *
   * @since 0.1
   */
  @Value.Immutable
  public abstract static class Exchange {
    Exchange() {}

    /** {@return the claim that answers} */
    @Value.Parameter
    public abstract CitedClaim answer();

    /** {@return the claim that is answered} */
    @Value.Parameter
    public abstract CitedClaim answered();

    /** Returns both claims in one line. */
    final String text(Wording wording) {
      Claim answer = answer().claim();
      Claim answered = answered().claim();
      if (wording.isCodes()) {
        return ClaimText.id(answer, wording)
            + " "
            + answer.force()
            + " answers "
            + ClaimText.id(answered, wording)
            + " "
            + answered.force();
      }
      return wording.text(
          "relation.exchange",
          wording.names(answer().dossier(), answer.principals()),
          wording.act(answer.force(), answer.stance()),
          ClaimText.id(answer, wording),
          wording.names(answered().dossier(), answered.principals()),
          wording.act(answered.force(), answered.stance()),
          ClaimText.id(answered, wording));
    }

    /** {@return the ids of both claims with their forces} */
    @Override
    public final String toString() {
      return text(Wording.codes());
    }
  }

  @Value.Check
  void check() {
    if (!first().proposition().equals(second().proposition())) {
      throw ShownValue.refused(
          "expected two positions on one proposition, got %s and %s"
              .formatted(first().proposition(), second().proposition()));
    }
    PositionOutcome one = first().outcome();
    PositionOutcome other = second().outcome();
    boolean isContested = one == PositionOutcome.CONTESTED || other == PositionOutcome.CONTESTED;
    boolean areKnown = first().known().isPresent() && second().known().isPresent();
    boolean isOpen = one == PositionOutcome.UNCOMMITTED || other == PositionOutcome.UNCOMMITTED;
    boolean isOneSided =
        first().evidenced().isPresent() != second().evidenced().isPresent() && !isContested;
    boolean fits =
        switch (label()) {
          case AGREEMENT -> areKnown && !isOpen && one == other;
          case BOTH_AGAINST -> areKnown && one == other && one == PositionOutcome.AGAINST;
          case CONTESTED -> isContested;
          case CONTRADICTION ->
              rival().isPresent() ? isOneSided : areKnown && !isOpen && one != other;
          case DIVERGENCE -> areKnown && isOpen;
          case ONE_SIDED -> isOneSided;
          case SILENT -> one == PositionOutcome.UNKNOWN && other == PositionOutcome.UNKNOWN;
        };
    AnswerChecks.requireLabel(fits, label(), first(), second());
    rivalPosition().ifPresent(this::checkRival);
    if (rival().isPresent() && label() != Label.CONTRADICTION) {
      throw ShownValue.refused(
          "only a relation of label CONTRADICTION has a rival, got %s and rival %s"
              .formatted(label(), rival().get()));
    }
  }

  private void checkRival(Position rival) {
    if (rival.known().isEmpty()) {
      throw ShownValue.refused("the rival position is not known: " + rival);
    }
    if (!rival.party().equals(first().party()) && !rival.party().equals(second().party())) {
      throw ShownValue.refused(
          "the rival position is of %s, which is neither %s nor %s"
              .formatted(rival.party(), first().party(), second().party()));
    }
  }

  /** {@return the id of the proposition} */
  public final String proposition() {
    return first().proposition();
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return OneLine.whole(wording.isCodes() ? inCodes() : sentences(wording));
  }

  /** {@return the question, the relation, and both positions with their evidence} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        page(position -> PositionContext.of(position).evidencePage(wording), wording), wording);
  }

  private TextPage page(Function<Position, TextPage> pageOf, Wording wording) {
    String heading =
        wording.isCodes()
            ? "%s and %s on %s: %s"
                .formatted(first().party(), second().party(), proposition(), verb(wording))
            : sentence(wording);
    TextPage page =
        TextPage.of(heading)
            .list(
                2,
                Lists.transform(
                    exchanges(), exchange -> TextPage.empty().line(2, 4, exchange.text(wording))))
            .gap()
            .page(pageOf.apply(first()))
            .gap()
            .page(pageOf.apply(second()));
    return rivalPosition().map(rival -> page.gap().page(pageOf.apply(rival))).orElse(page);
  }

  private String inCodes() {
    return "%s and %s on %s, %s: %s, %s and %s"
        .formatted(
            first().party(),
            second().party(),
            proposition(),
            first().viewpoint(),
            verb(Wording.codes()),
            first().cellText(),
            second().cellText());
  }

  private String sentences(Wording wording) {
    String related =
        wording.text(
            "related." + label() + unlikeConditions(),
            name(first(), wording),
            name(second(), wording),
            proposition(proposition(), wording),
            name(known(), wording),
            contested(wording));
    return wording.text(
            "relation.sentence",
            throughRival(related, wording),
            first().viewpoint().text(wording, PositionContext.of(first()).dossier()),
            name(first(), wording),
            name(second(), wording),
            PositionContext.of(first()).datedPhrase(wording),
            PositionContext.of(second()).datedPhrase(wording))
        + rivalPosition().map(rival -> onRival(rival, wording)).orElse("");
  }

  private String onRival(Position rival, Wording wording) {
    return wording.text("sentences.between")
        + wording.text(
            "relation.onRival",
            name(rival, wording),
            proposition(rival.proposition(), wording),
            PositionContext.of(rival).datedPhrase(wording));
  }

  /** Returns the positions of both parties in a phrase. */
  final String positions(Wording wording) {
    return wording.text(
        "relation.positions",
        name(first(), wording),
        name(second(), wording),
        PositionContext.of(first()).datedPhrase(wording),
        PositionContext.of(second()).datedPhrase(wording));
  }

  private static String name(Position position, Wording wording) {
    return wording.name(PositionContext.of(position).dossier(), position.party());
  }

  private String proposition(String id, Wording wording) {
    return wording.proposition(PositionContext.of(first()).dossier(), id);
  }

  /** Returns the rest of the key for an agreement of which not all depends on one condition. */
  private String unlikeConditions() {
    boolean differ =
        label() == Label.AGREEMENT
            && !first()
                .known()
                .flatMap(Known::condition)
                .equals(second().known().flatMap(Known::condition));
    return differ ? ".conditions" : "";
  }

  /** Returns the position that is known, or the second if neither is. */
  private Position known() {
    return first().evidenced().isPresent() ? first() : second();
  }

  private String throughRival(String related, Wording wording) {
    return rivalPosition()
        .map(
            rival ->
                wording.text(
                    "relation.rival",
                    related,
                    proposition(rival.proposition(), wording),
                    rival.support().get(0).claim().id()))
        .orElse(related);
  }

  /** Returns the relation as a verb, or as its label. */
  final String verb(Wording wording) {
    if (wording.isCodes()) {
      return label() + rival().map(rival -> " through its rival " + rival).orElse("");
    }
    return throughRival(
        wording.text(
            "relation." + label() + unlikeConditions(),
            name(first(), wording),
            name(second(), wording),
            name(known(), wording),
            contested(wording)),
        wording);
  }

  /** Returns the names of the parties whose position is contested. */
  private String contested(Wording wording) {
    return wording.list(
        Stream.of(first(), second())
            .filter(Contested.class::isInstance)
            .map(position -> name(position, wording))
            .toList());
  }

  /** {@return the page, with the derivation of both positions} */
  @Override
  public final TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withNotes(
        page(position -> PositionContext.of(position).fullPage(wording), wording), wording);
  }

  /** {@return the question, the label and both positions, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(sentence(Wording.codes()));
  }
}

package org.demarche.network;

import org.demarche.Tracker;
import org.demarche.answer.Network;

/**
 * Who speaks on what, and which way: the two-mode network of actors and propositions of discourse
 * network analysis (P. Leifeld, <i>Policy Debates as Dynamic Networks</i>, 2016, chapter 5).
 * Counted are the claims of {@link Tracker#claims}.
 *
 * <pre>{@code
 * AffiliationQuery.of(tracker).measure(AffiliationMeasure.SUBTRACT).divisor(AffiliationDivisor.ACTIVITY).network()
 * }</pre>
 */
public final class AffiliationQuery {
  private final CountingOptions choice;
  private final AffiliationMeasure measure;
  private final AffiliationDivisor divisor;

  private AffiliationQuery(
      CountingOptions choice, AffiliationMeasure measure, AffiliationDivisor divisor) {
    this.choice = choice;
    this.measure = measure;
    this.divisor = divisor;
  }

  /** That of states: for less against, undivided, of every claim. */
  public static AffiliationQuery of(Tracker tracker) {
    return new AffiliationQuery(
        CountingOptions.of(tracker), AffiliationMeasure.SUBTRACT, AffiliationDivisor.NONE);
  }

  /** That of other actors. */
  public AffiliationQuery among(ActorRole actors) {
    return new AffiliationQuery(choice.actors(actors), measure, divisor);
  }

  /** With another measure. */
  public AffiliationQuery measure(AffiliationMeasure measure) {
    return new AffiliationQuery(choice, measure, divisor);
  }

  /** With another divisor. */
  public AffiliationQuery divisor(AffiliationDivisor divisor) {
    return new AffiliationQuery(choice, measure, divisor);
  }

  /** With duplicates counted otherwise. */
  public AffiliationQuery duplicates(DuplicateCounting duplicates) {
    return new AffiliationQuery(choice.duplicates(duplicates), measure, divisor);
  }

  /** With uncommitted claims counted, which are neither for nor against, or left out. */
  public AffiliationQuery uncommitted(UncommittedWeight uncommitted) {
    return new AffiliationQuery(choice.uncommitted(uncommitted), measure, divisor);
  }

  /**
   * The network: a row an actor, a column a proposition.
   *
   * @throws IllegalArgumentException if there are more cells than a matrix holds, see {@link
   *     Network#cells}, or what is combined would be divided
   */
  public Network network() {
    if (measure == AffiliationMeasure.COMBINE && divisor != AffiliationDivisor.NONE) {
      throw new IllegalArgumentException(
          "COMBINE names cases, which are not divided: leave divisor(" + divisor + ") out");
    }
    CountedStatements statements =
        CountedStatements.byActor(
            choice,
            measure == AffiliationMeasure.IGNORE
                ? CountedStatements.Matters.PROPOSITION_ALONE
                : CountedStatements.Matters.STANCE);
    return Network.builder()
        .kind(Network.Kind.TWO_MODE)
        .question(question())
        .viewpoint(choice.tracker().viewpoint())
        .rows(statements.rows)
        .columns(statements.columns)
        .values(StanceCounts.of(statements).twoMode(measure, divisor))
        .build();
  }

  private String question() {
    return "%s of %s and propositions, %s, %s"
        .formatted(measure, choice.actors().words(), divisor.words, choice.words());
  }

  /** Returns what is asked so far, and how to go on. */
  @Override
  public String toString() {
    return question() + ", not yet asked: network() asks";
  }
}

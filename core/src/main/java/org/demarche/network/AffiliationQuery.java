package org.demarche.network;

import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.answer.factory.AnswerFactory;

/**
 * A query for the affiliation of actors with propositions: the two-mode network of discourse
 * network analysis, which shows who speaks on what and which way (P. Leifeld, <i>Policy Debates as
 * Dynamic Networks</i>, 2016, chapter 5). The claims of {@link Tracker#claims} are counted.
 *
 * <pre>{@code
 * AffiliationQuery.of(tracker).measure(AffiliationMeasure.SUBTRACT).divisor(AffiliationDivisor.ACTIVITY).network()
 * }</pre>
 */
public final class AffiliationQuery {
  private final CountingOptions options;
  private final AffiliationMeasure measure;
  private final AffiliationDivisor divisor;

  private AffiliationQuery(
      CountingOptions options, AffiliationMeasure measure, AffiliationDivisor divisor) {
    this.options = options;
    this.measure = measure;
    this.divisor = divisor;
  }

  /**
   * Starts with the defaults: states, SUBTRACT, no divisor, all duplicates, uncommitted claims
   * counted.
   *
   * @param tracker the tracker whose claims are counted
   * @return the query
   */
  public static AffiliationQuery of(Tracker tracker) {
    return new AffiliationQuery(
        CountingOptions.of(tracker), AffiliationMeasure.SUBTRACT, AffiliationDivisor.NONE);
  }

  /**
   * Sets the role in which actors are counted.
   *
   * @param actors the role; default: {@link ActorRole#STATES}
   * @return a query with that role; this one is unchanged
   */
  public AffiliationQuery among(ActorRole actors) {
    return new AffiliationQuery(options.actors(actors), measure, divisor);
  }

  /**
   * Sets the measure.
   *
   * @param measure the measure; default: {@link AffiliationMeasure#SUBTRACT}
   * @return a query with that measure; this one is unchanged
   */
  public AffiliationQuery measure(AffiliationMeasure measure) {
    return new AffiliationQuery(options, measure, divisor);
  }

  /**
   * Sets the divisor.
   *
   * @param divisor the divisor; default: {@link AffiliationDivisor#NONE}; COMBINE allows no other
   * @return a query with that divisor; this one is unchanged
   */
  public AffiliationQuery divisor(AffiliationDivisor divisor) {
    return new AffiliationQuery(options, measure, divisor);
  }

  /**
   * Sets how duplicates are counted.
   *
   * @param duplicates how often the same claim counts; default: {@link DuplicateCounting#ALL}
   * @return a query that counts duplicates in that way; this one is unchanged
   */
  public AffiliationQuery duplicates(DuplicateCounting duplicates) {
    return new AffiliationQuery(options.duplicates(duplicates), measure, divisor);
  }

  /**
   * Sets whether uncommitted claims are counted. They are neither for nor against a proposition.
   *
   * @param uncommitted {@link UncommittedCounting#LEFT_OUT} to leave them out; default: {@link
   *     UncommittedCounting#HALFWAY}, which counts them
   * @return a query that counts uncommitted claims in that way; this one is unchanged
   */
  public AffiliationQuery uncommitted(UncommittedCounting uncommitted) {
    return new AffiliationQuery(options.uncommitted(uncommitted), measure, divisor);
  }

  /**
   * Returns the network, with one row per actor and one column per proposition.
   *
   * @return the two-mode network
   * @throws IllegalArgumentException if the matrix would have too many values (see {@link
   *     Network#matrixSize}), or if the measure is COMBINE and there is a divisor
   */
  public Network network() {
    if (measure == AffiliationMeasure.COMBINE && divisor != AffiliationDivisor.NONE) {
      throw new IllegalArgumentException(
          "COMBINE gives codes, which cannot be divided: leave divisor(" + divisor + ") out");
    }
    CountedStatements counted =
        CountedStatements.byActor(
            options,
            measure == AffiliationMeasure.IGNORE
                ? CountedStatements.Identity.PROPOSITION
                : CountedStatements.Identity.PROPOSITION_AND_STANCE);
    return AnswerFactory.get()
        .twoModeNetwork(
            question(),
            options.tracker().viewpoint(),
            counted.rows,
            counted.columns,
            StanceCounts.of(counted).twoMode(measure, divisor));
  }

  private String question() {
    return "%s of %s and propositions, %s, %s"
        .formatted(measure, options.actors().plural(), divisor.description, options.description());
  }

  /** {@return the query so far, and how to run it} */
  @Override
  public String toString() {
    return question() + "; call network() for the answer";
  }
}

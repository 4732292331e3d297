package org.demarche.network;

import static java.util.Objects.requireNonNull;

import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.suggestion.ShownValue;

/**
 * A query for the affiliation of actors with propositions: the two-mode network of discourse
 * network analysis, which shows who speaks on what and which way (P. Leifeld, <i>Policy Debates as
 * Dynamic Networks</i>, 2016, chapter 5). The claims of {@link Tracker#claims} are counted.
 *
 * <pre>{@code
 * AffiliationQuery.of(tracker).amongSpeakers().ignoringStance().byProminence().network()
 * }</pre>
 *
 * <p>A query is equal to no other object, not even to a query of the same steps. Compare the
 * answers of two queries instead, which are values.
 *
 * @since 0.1
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
   * Starts with the defaults: states, the number of claims for the proposition minus the number
   * against it, undivided, all duplicates counted, uncommitted claims included.
   *
   * @param tracker the tracker whose claims are counted
   * @return the query
   */
  public static AffiliationQuery of(Tracker tracker) {
    requireNonNull(tracker, "tracker");
    return new AffiliationQuery(
        CountingOptions.of(tracker), AffiliationMeasure.SUBTRACT, AffiliationDivisor.NONE);
  }

  /**
   * Counts the claims of states: of each principal the state to which it belongs, with all organs
   * of that state. A principal without a state is left out. This is the default. Replaces {@link
   * #amongPrincipals} and {@link #amongSpeakers}.
   *
   * @return a query that counts states; this one is unchanged
   */
  public AffiliationQuery amongStates() {
    return among(ActorRole.STATES);
  }

  /**
   * Counts the claims of principals as coded: organs, states, persons or media. Replaces {@link
   * #amongStates} and {@link #amongSpeakers}. Default: states.
   *
   * @return a query that counts principals; this one is unchanged
   */
  public AffiliationQuery amongPrincipals() {
    return among(ActorRole.PRINCIPALS);
  }

  /**
   * Counts the claims of speakers, the actors who uttered the claims. Replaces {@link #amongStates}
   * and {@link #amongPrincipals}. Default: states.
   *
   * @return a query that counts speakers; this one is unchanged
   */
  public AffiliationQuery amongSpeakers() {
    return among(ActorRole.SPEAKERS);
  }

  private AffiliationQuery among(ActorRole actors) {
    return new AffiliationQuery(options.actors(actors), measure, divisor);
  }

  /**
   * Counts all claims of an actor on a proposition, whatever their stances.
   *
   * @return a query with that measure; this one is unchanged
   */
  public AffiliationQuery ignoringStance() {
    return measure(AffiliationMeasure.IGNORE);
  }

  /**
   * Subtracts the number of claims against a proposition from the number of claims for it. This is
   * the default.
   *
   * @return a query with that measure; this one is unchanged
   */
  public AffiliationQuery subtractingAgainst() {
    return measure(AffiliationMeasure.SUBTRACT);
  }

  /**
   * Combines the stances of an actor on a proposition into a code: 1 if there are only claims for,
   * 2 if there are only claims against, 3 if there are both, otherwise 0. A code cannot be divided.
   *
   * @return a query with that measure; this one is unchanged
   */
  public AffiliationQuery combiningStances() {
    return measure(AffiliationMeasure.COMBINE);
  }

  private AffiliationQuery measure(AffiliationMeasure measure) {
    return new AffiliationQuery(options, measure, divisor);
  }

  /**
   * Divides each value by the number of claims of its actor. Replaces {@link #byProminence}.
   * Default: values are not divided.
   *
   * @return a query with that divisor; this one is unchanged
   */
  public AffiliationQuery byActivity() {
    return new AffiliationQuery(options, measure, AffiliationDivisor.ACTIVITY);
  }

  /**
   * Divides each value by the number of claims on its proposition. Replaces {@link #byActivity}.
   * Default: values are not divided.
   *
   * @return a query with that divisor; this one is unchanged
   */
  public AffiliationQuery byProminence() {
    return new AffiliationQuery(options, measure, AffiliationDivisor.PROMINENCE);
  }

  /**
   * Sets how duplicates are counted.
   *
   * @param duplicates how often the same claim counts; default: {@link DuplicateCounting#ALL}
   * @return a query that counts duplicates in that way; this one is unchanged
   */
  public AffiliationQuery duplicates(DuplicateCounting duplicates) {
    requireNonNull(duplicates, "duplicates");
    return new AffiliationQuery(options.duplicates(duplicates), measure, divisor);
  }

  /**
   * Leaves out uncommitted claims, which are neither for nor against a proposition. Default: they
   * are counted.
   *
   * @return a query without uncommitted claims; this one is unchanged
   */
  public AffiliationQuery withoutUncommitted() {
    return new AffiliationQuery(options.withoutUncommitted(), measure, divisor);
  }

  /**
   * Returns the network, with one row per actor and one column per proposition.
   *
   * @return the two-mode network
   * @throws IllegalArgumentException if the matrix would have too many values, or if {@link
   *     #combiningStances} is used with a divisor
   */
  public Network network() {
    if (measure == AffiliationMeasure.COMBINE && divisor != AffiliationDivisor.NONE) {
      throw ShownValue.refused(
          "combiningStances() gives codes, which cannot be divided: leave "
              + (divisor == AffiliationDivisor.ACTIVITY ? "byActivity()" : "byProminence()")
              + " out");
    }
    CountedStatements counted =
        CountedStatements.byActor(
            options,
            measure == AffiliationMeasure.IGNORE
                ? DuplicateRule.Identity.PROPOSITION
                : DuplicateRule.Identity.PROPOSITION_AND_STANCE);
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

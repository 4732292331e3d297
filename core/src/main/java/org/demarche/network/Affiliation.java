package org.demarche.network;

import org.demarche.Tracker;
import org.demarche.answer.Network;

/**
 * Who speaks on what, and which way: the two-mode network of actors and propositions of discourse
 * network analysis (P. Leifeld, <i>Policy Debates as Dynamic Networks</i>, 2016, chapter 5).
 * Counted are the claims of {@link Tracker#claims}.
 *
 * <pre>{@code
 * Affiliation.of(tracker).measure(Affiliation.Measure.SUBTRACT).divisor(Affiliation.Divisor.ACTIVITY).network()
 * }</pre>
 */
public final class Affiliation {
  private final Choice choice;
  private final Measure measure;
  private final Divisor divisor;

  /**
   * What of an actor and a proposition is told.
   *
   * <pre>{@code
   * Affiliation.of(tracker).measure(Affiliation.Measure.COMBINE)
   * }</pre>
   */
  public enum Measure {
    /** How many claims there are. */
    IGNORE,
    /** How many are for, less how many are against. */
    SUBTRACT,
    /** 1 where some are for, 2 where some are against, 3 where both occur, and else 0. */
    COMBINE
  }

  /**
   * By what it is divided.
   *
   * <pre>{@code
   * Affiliation.of(tracker).divisor(Affiliation.Divisor.PROMINENCE)
   * }</pre>
   */
  public enum Divisor {
    /** Nothing. */
    NONE("undivided"),
    /** How many claims the actor made. */
    ACTIVITY("by the activity of the actor"),
    /** How many claims were made on the proposition. */
    PROMINENCE("by the prominence of the proposition");

    private final String words;

    Divisor(String words) {
      this.words = words;
    }
  }

  private Affiliation(Choice choice, Measure measure, Divisor divisor) {
    this.choice = choice;
    this.measure = measure;
    this.divisor = divisor;
  }

  /** That of states: for less against, undivided, of every claim. */
  public static Affiliation of(Tracker tracker) {
    return new Affiliation(Choice.of(tracker), Measure.SUBTRACT, Divisor.NONE);
  }

  /** That of other actors. */
  public Affiliation among(Actors actors) {
    return new Affiliation(choice.actors(actors), measure, divisor);
  }

  /** With another measure. */
  public Affiliation measure(Measure measure) {
    return new Affiliation(choice, measure, divisor);
  }

  /** With another divisor. */
  public Affiliation divisor(Divisor divisor) {
    return new Affiliation(choice, measure, divisor);
  }

  /** With duplicates counted otherwise. */
  public Affiliation duplicates(Duplicates duplicates) {
    return new Affiliation(choice.duplicates(duplicates), measure, divisor);
  }

  /** With uncommitted claims counted, which are neither for nor against, or left out. */
  public Affiliation uncommitted(Uncommitted uncommitted) {
    return new Affiliation(choice.uncommitted(uncommitted), measure, divisor);
  }

  /**
   * The network: a row an actor, a column a proposition.
   *
   * @throws IllegalArgumentException if there are more cells than a matrix holds, see {@link
   *     Network#cells}, or what is combined would be divided
   */
  public Network network() {
    if (measure == Measure.COMBINE && divisor != Divisor.NONE) {
      throw new IllegalArgumentException(
          "COMBINE names cases, which are not divided: leave divisor(" + divisor + ") out");
    }
    Statements statements =
        Statements.byActor(
            choice,
            measure == Measure.IGNORE
                ? Statements.Matters.PROPOSITION_ALONE
                : Statements.Matters.STANCE);
    return Network.builder()
        .kind(Network.Kind.TWO_MODE)
        .question(question())
        .viewpoint(choice.tracker().viewpoint())
        .rows(statements.rows)
        .columns(statements.columns)
        .values(Counts.of(statements).twoMode(measure, divisor))
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

package org.demarche.network;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Network;

/**
 * How alike actors speak, or propositions are spoken of: the one-mode networks of discourse network
 * analysis (P. Leifeld, <i>Policy Debates as Dynamic Networks</i>, 2016, chapter 5). Two claims of
 * two actors on one proposition are congruent where their stances are the same, and in conflict
 * where one is for and the other against.
 *
 * <p>With X<sub>ijk</sub> the number of claims of actor i on proposition j with stance k, and d the
 * distance of two stances (0, ½ or 1), congruence of i and i′ is Σ<sub>j</sub> Σ<sub>kl</sub>
 * X<sub>ijk</sub> X<sub>i′jl</sub> (1 − d<sub>kl</sub>), and conflict the same with d<sub>kl</sub>.
 * Counted are the claims of {@link Tracker#claims}; {@link Tracker#only} chooses among them.
 *
 * <pre>{@code
 * Congruence.of(tracker).measure(Congruence.Measure.SUBTRACT).divisor(Congruence.Divisor.AVERAGE).network()
 * }</pre>
 */
public final class Congruence {
  private final Choice choice;
  private final Ties ties;
  private final Measure measure;
  private final Divisor divisor;
  private final Isolates isolates;

  /** What is tied. */
  private enum Ties {
    ACTORS,
    PROPOSITIONS
  }

  /**
   * What of two actors is summed.
   *
   * <pre>{@code
   * Congruence.of(tracker).measure(Congruence.Measure.CONFLICT)
   * }</pre>
   */
  public enum Measure {
    /** Pairs of claims of the same stance. */
    CONGRUENCE,
    /** Pairs of claims of opposed stances. */
    CONFLICT,
    /** Congruence less conflict. */
    SUBTRACT,
    /** Pairs of claims on the same proposition, whatever their stances. */
    IGNORE
  }

  /**
   * By what the sum is divided, so that who speaks often is not for that near to everyone. n is the
   * number of claims of an actor. Where the divisor is 0 the value is 0.
   *
   * <pre>{@code
   * Congruence.of(tracker).divisor(Congruence.Divisor.JACCARD)
   * }</pre>
   */
  public enum Divisor {
    /** Nothing. */
    NONE("undivided"),
    /** (n<sub>i</sub> + n<sub>i′</sub>) / 2. */
    AVERAGE("by average activity"),
    /** Σ<sub>jk</sub> X·X′ where both are above 0, and X + X′ where one is. */
    JACCARD("by Jaccard's union"),
    /** n<sub>i</sub> · n<sub>i′</sub>, which the Discourse Network Analyzer calls cosine. */
    PRODUCT("by the product of activities"),
    /**
     * The root of what i has in common with itself times what i′ has: with it congruence is a
     * cosine, and 1 where two actors speak in the same proportions.
     */
    COSINE("by the norms");

    private final String words;

    Divisor(String words) {
      this.words = words;
    }
  }

  /**
   * What becomes of those who are tied to nobody.
   *
   * <pre>{@code
   * Congruence.of(tracker).isolates(Congruence.Isolates.DROPPED)
   * }</pre>
   */
  public enum Isolates {
    /** They keep their row and column. */
    KEPT,
    /** They are left out. */
    DROPPED
  }

  private Congruence(
      Choice choice, Ties ties, Measure measure, Divisor divisor, Isolates isolates) {
    this.choice = choice;
    this.ties = ties;
    this.measure = measure;
    this.divisor = divisor;
    this.isolates = isolates;
  }

  /**
   * That of states: congruence, undivided, of every claim, the uncommitted halfway, with isolates.
   */
  public static Congruence of(Tracker tracker) {
    return new Congruence(
        Choice.of(tracker), Ties.ACTORS, Measure.CONGRUENCE, Divisor.NONE, Isolates.KEPT);
  }

  // Choices

  /** That of actors, who are tied by propositions. */
  public Congruence among(Actors actors) {
    return new Congruence(choice.actors(actors), Ties.ACTORS, measure, divisor, isolates);
  }

  /** That of propositions, which are tied by actors. */
  public Congruence amongPropositionsOf(Actors actors) {
    return new Congruence(choice.actors(actors), Ties.PROPOSITIONS, measure, divisor, isolates);
  }

  /** With another measure. */
  public Congruence measure(Measure measure) {
    return new Congruence(choice, ties, measure, divisor, isolates);
  }

  /** With another divisor. */
  public Congruence divisor(Divisor divisor) {
    return new Congruence(choice, ties, measure, divisor, isolates);
  }

  /** With duplicates counted otherwise. */
  public Congruence duplicates(Duplicates duplicates) {
    return new Congruence(choice.duplicates(duplicates), ties, measure, divisor, isolates);
  }

  /** With uncommitted claims counted otherwise. */
  public Congruence uncommitted(Uncommitted uncommitted) {
    return new Congruence(choice.uncommitted(uncommitted), ties, measure, divisor, isolates);
  }

  /** With isolates or without. */
  public Congruence isolates(Isolates isolates) {
    return new Congruence(choice, ties, measure, divisor, isolates);
  }

  // Answers

  /**
   * The network of all claims.
   *
   * @throws IllegalArgumentException if there are more rows than a matrix holds, see {@link
   *     Network#cells}
   */
  public Network network() {
    Statements statements = statements();
    return network(statements, Counts.of(statements), "");
  }

  /**
   * A network for each day, of the claims of a window around it: closed, from round((days − 1) / 2)
   * days before to as many after, so that 2 days span 3; and only where it fits into the range of
   * the claims that count.
   *
   * @param days how long the window is, 1 or more
   * @return the networks in order of their days, each made when it is asked for
   * @throws IllegalArgumentException if it is less, longer than the range, or there are no claims
   */
  public Stream<Slice> windows(int days) {
    Statements statements = statements();
    return Slices.windows(
        statements,
        days,
        counts -> network(statements, counts, ", in windows of " + days + " days"));
  }

  /**
   * A network for each day on which such a window would stand, of claims that count by their
   * nearness to it: a pair of claims by the root of the product of their weights. What a divisor
   * counts is then the sum of the roots of the weights.
   *
   * @param days how wide the kernel is, 1 or more
   * @throws IllegalArgumentException as {@link #windows} does, and if not every duplicate is
   *     counted
   */
  public Stream<Slice> smoothed(Kernel kernel, int days) {
    if (choice.duplicates() != Duplicates.ALL) {
      throw new IllegalArgumentException(
          "a kernel weighs every claim, not those counted "
              + choice.duplicates().words()
              + ": leave duplicates(…) out, or ask windows(…)");
    }
    Statements statements = statements();
    return Slices.smoothed(
        statements,
        kernel,
        days,
        counts -> network(statements, counts, ", " + kernel + " kernel of " + days + " days"));
  }

  Statements statements() {
    Statements.Matters matters =
        measure == Measure.IGNORE
            ? Statements.Matters.PROPOSITION_ALONE
            : Statements.Matters.STANCE;
    return ties == Ties.ACTORS
        ? Statements.byActor(choice, matters)
        : Statements.byProposition(choice, matters);
  }

  private Network network(Statements statements, Counts counts, String time) {
    ImmutableDoubleArray values = counts.oneMode(measure, divisor);
    List<Integer> kept = kept(values, statements.rows.size());
    List<String> labels = kept.stream().map(statements.rows::get).toList();
    return Network.builder()
        .kind(Network.Kind.ONE_MODE)
        .question(question() + time)
        .viewpoint(choice.tracker().viewpoint())
        .rows(labels)
        .columns(labels)
        .values(isolates == Isolates.KEPT ? values : square(values, kept, statements.rows.size()))
        .build();
  }

  private String question() {
    return "%s of pairs of claims among %s, %s, %s%s"
        .formatted(
            measure,
            ties == Ties.ACTORS
                ? choice.actors().words()
                : "propositions through " + choice.actors().words(),
            divisor.words,
            choice.words(),
            isolates == Isolates.KEPT ? "" : ", without isolates");
  }

  /** Returns what is asked so far, and how to go on. */
  @Override
  public String toString() {
    return question() + ", not yet asked: network(), windows(…) or smoothed(…) asks";
  }

  /** The rows that stay. */
  private List<Integer> kept(ImmutableDoubleArray values, int n) {
    return IntStream.range(0, n)
        .filter(
            row ->
                isolates == Isolates.KEPT
                    || values.subArray(row * n, (row + 1) * n).stream().anyMatch(v -> v != 0))
        .boxed()
        .toList();
  }

  private static ImmutableDoubleArray square(
      ImmutableDoubleArray values, List<Integer> kept, int n) {
    ImmutableDoubleArray.Builder square = ImmutableDoubleArray.builder(kept.size() * kept.size());
    for (int row : kept) {
      for (int column : kept) {
        square.add(values.get(row * n + column));
      }
    }
    return square.build();
  }
}

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
 * CongruenceQuery.of(tracker).measure(CongruenceMeasure.SUBTRACT).divisor(CongruenceDivisor.AVERAGE).network()
 * }</pre>
 */
public final class CongruenceQuery {
  private final CountingOptions choice;
  private final Ties ties;
  private final CongruenceMeasure measure;
  private final CongruenceDivisor divisor;
  private final Isolates isolates;

  /** What is tied. */
  private enum Ties {
    ACTORS,
    PROPOSITIONS
  }

  private CongruenceQuery(
      CountingOptions choice,
      Ties ties,
      CongruenceMeasure measure,
      CongruenceDivisor divisor,
      Isolates isolates) {
    this.choice = choice;
    this.ties = ties;
    this.measure = measure;
    this.divisor = divisor;
    this.isolates = isolates;
  }

  /**
   * That of states: congruence, undivided, of every claim, the uncommitted halfway, with isolates.
   */
  public static CongruenceQuery of(Tracker tracker) {
    return new CongruenceQuery(
        CountingOptions.of(tracker),
        Ties.ACTORS,
        CongruenceMeasure.CONGRUENCE,
        CongruenceDivisor.NONE,
        Isolates.KEPT);
  }

  // Choices

  /** That of actors, who are tied by propositions. */
  public CongruenceQuery among(ActorRole actors) {
    return new CongruenceQuery(choice.actors(actors), Ties.ACTORS, measure, divisor, isolates);
  }

  /** That of propositions, which are tied by actors. */
  public CongruenceQuery amongPropositionsOf(ActorRole actors) {
    return new CongruenceQuery(
        choice.actors(actors), Ties.PROPOSITIONS, measure, divisor, isolates);
  }

  /** With another measure. */
  public CongruenceQuery measure(CongruenceMeasure measure) {
    return new CongruenceQuery(choice, ties, measure, divisor, isolates);
  }

  /** With another divisor. */
  public CongruenceQuery divisor(CongruenceDivisor divisor) {
    return new CongruenceQuery(choice, ties, measure, divisor, isolates);
  }

  /** With duplicates counted otherwise. */
  public CongruenceQuery duplicates(DuplicateCounting duplicates) {
    return new CongruenceQuery(choice.duplicates(duplicates), ties, measure, divisor, isolates);
  }

  /** With uncommitted claims counted otherwise. */
  public CongruenceQuery uncommitted(UncommittedWeight uncommitted) {
    return new CongruenceQuery(choice.uncommitted(uncommitted), ties, measure, divisor, isolates);
  }

  /** With isolates or without. */
  public CongruenceQuery isolates(Isolates isolates) {
    return new CongruenceQuery(choice, ties, measure, divisor, isolates);
  }

  // Answers

  /**
   * The network of all claims.
   *
   * @throws IllegalArgumentException if there are more rows than a matrix holds, see {@link
   *     Network#cells}
   */
  public Network network() {
    CountedStatements statements = statements();
    return network(statements, StanceCounts.of(statements), "");
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
  public Stream<NetworkWindow> windows(int days) {
    CountedStatements statements = statements();
    return TimeWindows.windows(
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
  public Stream<NetworkWindow> smoothed(Kernel kernel, int days) {
    if (choice.duplicates() != DuplicateCounting.ALL) {
      throw new IllegalArgumentException(
          "a kernel weighs every claim, not those counted "
              + choice.duplicates().words()
              + ": leave duplicates(…) out, or ask windows(…)");
    }
    CountedStatements statements = statements();
    return TimeWindows.smoothed(
        statements,
        kernel,
        days,
        counts -> network(statements, counts, ", " + kernel + " kernel of " + days + " days"));
  }

  CountedStatements statements() {
    CountedStatements.Matters matters =
        measure == CongruenceMeasure.IGNORE
            ? CountedStatements.Matters.PROPOSITION_ALONE
            : CountedStatements.Matters.STANCE;
    return ties == Ties.ACTORS
        ? CountedStatements.byActor(choice, matters)
        : CountedStatements.byProposition(choice, matters);
  }

  private Network network(CountedStatements statements, StanceCounts counts, String time) {
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

package org.demarche.network;

import static java.util.Objects.requireNonNull;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Network;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.suggestion.ShownValue;

/**
 * A query for the congruence of actors, or of propositions: the one-mode networks of discourse
 * network analysis (P. Leifeld, <i>Policy Debates as Dynamic Networks</i>, 2016, chapter 5). Two
 * claims of two actors on one proposition are congruent if their stances are the same, and in
 * conflict if one is for the proposition and the other against it.
 *
 * <p>With X<sub>ijk</sub> the number of claims of actor i on proposition j with stance k, and d the
 * distance of two stances (0, ½ or 1), the congruence of i and i′ is Σ<sub>j</sub> Σ<sub>kl</sub>
 * X<sub>ijk</sub> X<sub>i′jl</sub> (1 − d<sub>kl</sub>), and their conflict the same sum with
 * d<sub>kl</sub>. The claims of {@link Tracker#claims} are counted; {@link Tracker#only} selects
 * among them.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).amongSpeakers().subtractingConflict().byAverageActivity().network()
 * }</pre>
 *
 * <p>A query is equal to no other object, not even to a query of the same steps. Compare the
 * answers of two queries instead, which are values.
 *
 * @since 0.1
 */
public final class CongruenceQuery {
  private final CountingOptions options;
  private final Nodes nodes;
  private final CongruenceMeasure measure;
  private final CongruenceDivisor divisor;
  private final boolean leavesOutIsolates;

  /** The kind of nodes that are tied. */
  private enum Nodes {
    ACTORS,
    PROPOSITIONS
  }

  private CongruenceQuery(
      CountingOptions options,
      Nodes nodes,
      CongruenceMeasure measure,
      CongruenceDivisor divisor,
      boolean leavesOutIsolates) {
    this.options = options;
    this.nodes = nodes;
    this.measure = measure;
    this.divisor = divisor;
    this.leavesOutIsolates = leavesOutIsolates;
  }

  /**
   * Starts with the defaults: states, congruence, undivided, all duplicates, uncommitted claims at
   * half the distance between for and against, isolates kept.
   *
   * @param tracker the tracker whose claims are counted
   * @return the query
   */
  public static CongruenceQuery of(Tracker tracker) {
    requireNonNull(tracker, "tracker");
    return new CongruenceQuery(
        CountingOptions.of(tracker),
        Nodes.ACTORS,
        CongruenceMeasure.CONGRUENCE,
        CongruenceDivisor.NONE,
        false);
  }

  // Options

  /**
   * Counts the claims of states: of each principal the state to which it belongs, with all organs
   * of that state. A principal without a state is left out. This is the default. Replaces {@link
   * #amongPrincipals} and {@link #amongSpeakers}.
   *
   * @return a query that counts states; this one is unchanged
   */
  public CongruenceQuery amongStates() {
    return among(ActorRole.STATES);
  }

  /**
   * Counts the claims of principals as coded: organs, states, persons or media. Replaces {@link
   * #amongStates} and {@link #amongSpeakers}. Default: states.
   *
   * @return a query that counts principals; this one is unchanged
   */
  public CongruenceQuery amongPrincipals() {
    return among(ActorRole.PRINCIPALS);
  }

  /**
   * Counts the claims of speakers, the actors who uttered the claims. Replaces {@link #amongStates}
   * and {@link #amongPrincipals}. Default: states.
   *
   * @return a query that counts speakers; this one is unchanged
   */
  public CongruenceQuery amongSpeakers() {
    return among(ActorRole.SPEAKERS);
  }

  private CongruenceQuery among(ActorRole actors) {
    return new CongruenceQuery(options.actors(actors), nodes, measure, divisor, leavesOutIsolates);
  }

  /**
   * Ties propositions through the actors who speak on them: states, or the actors chosen by {@link
   * #amongPrincipals} or {@link #amongSpeakers}, before or after this call. In the formulas,
   * propositions and actors change places. Default: actors are tied through the propositions on
   * which they speak.
   *
   * @return a query for the network of propositions; this one is unchanged
   */
  public CongruenceQuery ofPropositions() {
    return new CongruenceQuery(options, Nodes.PROPOSITIONS, measure, divisor, leavesOutIsolates);
  }

  /**
   * Counts pairs of claims with the same stance: Σ<sub>j</sub> Σ<sub>kl</sub> X<sub>ijk</sub>
   * X<sub>i′jl</sub> (1 − d<sub>kl</sub>). This is the default. Replaces {@link #conflict}, {@link
   * #subtractingConflict} and {@link #ignoringStance}.
   *
   * @return a query with that measure; this one is unchanged
   */
  public CongruenceQuery congruence() {
    return measure(CongruenceMeasure.CONGRUENCE);
  }

  /**
   * Counts pairs of claims with opposed stances: Σ<sub>j</sub> Σ<sub>kl</sub> X<sub>ijk</sub>
   * X<sub>i′jl</sub> d<sub>kl</sub>. Replaces {@link #congruence}, {@link #subtractingConflict} and
   * {@link #ignoringStance}.
   *
   * @return a query with that measure; this one is unchanged
   */
  public CongruenceQuery conflict() {
    return measure(CongruenceMeasure.CONFLICT);
  }

  /**
   * Subtracts conflict from congruence: Σ<sub>j</sub> Σ<sub>kl</sub> X<sub>ijk</sub>
   * X<sub>i′jl</sub> (1 − 2 d<sub>kl</sub>). A value below 0 means that conflict prevails. Replaces
   * {@link #congruence}, {@link #conflict} and {@link #ignoringStance}.
   *
   * @return a query with that measure; this one is unchanged
   */
  public CongruenceQuery subtractingConflict() {
    return measure(CongruenceMeasure.SUBTRACT);
  }

  /**
   * Counts pairs of claims on the same proposition, whatever their stances: Σ<sub>j</sub>
   * Σ<sub>kl</sub> X<sub>ijk</sub> X<sub>i′jl</sub>. Duplicates are recognized whatever their
   * stances, too. Replaces {@link #congruence}, {@link #conflict} and {@link #subtractingConflict}.
   *
   * @return a query with that measure; this one is unchanged
   */
  public CongruenceQuery ignoringStance() {
    return measure(CongruenceMeasure.IGNORE);
  }

  CongruenceQuery measure(CongruenceMeasure measure) {
    return new CongruenceQuery(options, nodes, measure, divisor, leavesOutIsolates);
  }

  /**
   * Divides each value by the average activity of its two actors, (n<sub>i</sub> + n<sub>i′</sub>)
   * / 2, where n is the number of claims of an actor. Replaces any other divisor. Where the divisor
   * is 0 the value is 0. Default: values are not divided.
   *
   * @return a query with that divisor; this one is unchanged
   */
  public CongruenceQuery byAverageActivity() {
    return divisor(CongruenceDivisor.AVERAGE);
  }

  /**
   * Divides each value by the union of what its two actors said: the sum over propositions j and
   * stances k of X<sub>ijk</sub> · X<sub>i′jk</sub> where both are above 0, and X<sub>ijk</sub> +
   * X<sub>i′jk</sub> where only one is. Replaces any other divisor. Where the divisor is 0 the
   * value is 0. Default: values are not divided.
   *
   * @return a query with that divisor; this one is unchanged
   */
  public CongruenceQuery byJaccard() {
    return divisor(CongruenceDivisor.JACCARD);
  }

  /**
   * Divides each value by the product of the activities of its two actors, n<sub>i</sub> ·
   * n<sub>i′</sub>, where n is the number of claims of an actor. The Discourse Network Analyzer
   * calls this divisor cosine; for a cosine see {@link #byNorms}. Replaces any other divisor. Where
   * the divisor is 0 the value is 0. Default: values are not divided.
   *
   * @return a query with that divisor; this one is unchanged
   */
  public CongruenceQuery byProduct() {
    return divisor(CongruenceDivisor.PRODUCT);
  }

  /**
   * Divides each value by the product of the norms of its two actors: the square root of the
   * congruence of i with itself, times the square root of the congruence of i′ with itself. With
   * {@link #ignoringStance} the norms ignore stances, too. Congruence becomes a cosine, which is 1
   * if two actors speak in the same proportions. Replaces any other divisor. Where the divisor is 0
   * the value is 0. Default: values are not divided.
   *
   * @return a query with that divisor; this one is unchanged
   */
  public CongruenceQuery byNorms() {
    return divisor(CongruenceDivisor.COSINE);
  }

  CongruenceQuery divisor(CongruenceDivisor divisor) {
    return new CongruenceQuery(options, nodes, measure, divisor, leavesOutIsolates);
  }

  /**
   * Sets how duplicates are counted.
   *
   * @param duplicates how often the same claim counts; default: {@link DuplicateCounting#ALL}
   * @return a query that counts duplicates in that way; this one is unchanged
   */
  public CongruenceQuery duplicates(DuplicateCounting duplicates) {
    requireNonNull(duplicates, "duplicates");
    return new CongruenceQuery(
        options.duplicates(duplicates), nodes, measure, divisor, leavesOutIsolates);
  }

  /**
   * Leaves out uncommitted claims, which are neither for nor against a proposition. Default: they
   * are counted, at a distance of ½ from claims for and from claims against.
   *
   * @return a query without uncommitted claims; this one is unchanged
   */
  public CongruenceQuery withoutUncommitted() {
    return new CongruenceQuery(
        options.withoutUncommitted(), nodes, measure, divisor, leavesOutIsolates);
  }

  /**
   * Leaves out isolates: actors or propositions without a tie. Default: they keep their row and
   * column.
   *
   * @return a query without isolates; this one is unchanged
   */
  public CongruenceQuery withoutIsolates() {
    return new CongruenceQuery(options, nodes, measure, divisor, true);
  }

  // Answers

  /**
   * Returns the network of all claims.
   *
   * @return the one-mode network
   * @throws IllegalArgumentException if there are too many rows for a matrix: more than 46,340
   */
  public Network network() {
    CountedStatements counted = counted();
    return network(counted, values(StanceCounts.of(counted)), "", Optional.empty());
  }

  /**
   * Returns a network for each day, of the claims in a window around that day. Each network states
   * its {@link Network#day}, its {@link Network#window} and its number of {@link Network#claims}.
   * The window is closed and runs from round((days − 1) / 2) days before the day to as many days
   * after it, so 2 days span 3. Only windows that fit into the range of the counted claims are
   * returned.
   *
   * @param days the length of the window in days, 1 or more
   * @return the networks in the order of their days, each computed on demand
   * @throws IllegalArgumentException if the length is less than 1 or greater than the range of the
   *     claims, or if there are no claims
   */
  public Stream<Network> windows(int days) {
    CountedStatements counted = counted();
    return networks(
        counted,
        TimeWindows.windows(counted, days, this::values),
        ", in windows of " + days + " days");
  }

  /**
   * Returns a network for each day on which {@link #windows} returns one, of claims weighted by
   * their distance from that day. A pair of claims counts by the square root of the product of the
   * two weights; a divisor counts the sum of the square roots of the weights.
   *
   * @param kernel the kernel that gives the weights
   * @param days the width of the kernel in days, 1 or more
   * @return the networks in the order of their days, each computed on demand
   * @throws IllegalArgumentException under the conditions of {@link #windows}, and if duplicates
   *     are not all counted
   */
  public Stream<Network> smoothed(Kernel kernel, int days) {
    requireNonNull(kernel, "kernel");
    if (options.duplicates() != DuplicateCounting.ALL) {
      throw ShownValue.refused(
          "a kernel weights every claim and cannot count duplicates "
              + options.duplicates().description()
              + ": leave duplicates(…) out, or call windows(…)");
    }
    CountedStatements counted = counted();
    return networks(
        counted,
        TimeWindows.smoothed(counted, kernel, days, this::values),
        ", " + kernel + " kernel of " + days + " days");
  }

  CountedStatements counted() {
    DuplicateRule.Identity identity =
        measure == CongruenceMeasure.IGNORE
            ? DuplicateRule.Identity.PROPOSITION
            : DuplicateRule.Identity.PROPOSITION_AND_STANCE;
    return nodes == Nodes.ACTORS
        ? CountedStatements.byActor(options, identity)
        : CountedStatements.byProposition(options, identity);
  }

  private ImmutableDoubleArray values(StanceCounts counts) {
    return counts.oneMode(measure, divisor);
  }

  private Stream<Network> networks(
      CountedStatements counted, Stream<TimeWindows.Window> windows, String suffix) {
    return windows.map(
        window ->
            network(
                counted,
                window.values(),
                suffix,
                Optional.of(
                    new AnswerFactory.WindowFacts(window.days(), window.day(), window.claims()))));
  }

  private Network network(
      CountedStatements counted,
      ImmutableDoubleArray values,
      String suffix,
      Optional<AnswerFactory.WindowFacts> window) {
    List<Integer> kept = kept(values, counted.rows.size());
    List<String> labels = kept.stream().map(counted.rows::get).toList();
    return AnswerFactory.get()
        .oneModeNetwork(
            question() + suffix,
            options.tracker().viewpoint(),
            labels,
            leavesOutIsolates ? square(values, kept, counted.rows.size()) : values,
            Optional.empty(),
            window);
  }

  private String question() {
    return "%s of pairs of claims among %s, %s, %s%s"
        .formatted(
            measure,
            nodes == Nodes.ACTORS
                ? options.actors().plural()
                : "propositions through " + options.actors().plural(),
            divisor.description,
            options.description(),
            leavesOutIsolates ? ", without isolates" : "");
  }

  /** {@return the query so far, and how to run it} */
  @Override
  public String toString() {
    return question() + "; call network(), windows(…) or smoothed(…) for the answer";
  }

  /** Returns the numbers of the rows that are kept. */
  private List<Integer> kept(ImmutableDoubleArray values, int n) {
    return IntStream.range(0, n)
        .filter(
            row ->
                !leavesOutIsolates
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

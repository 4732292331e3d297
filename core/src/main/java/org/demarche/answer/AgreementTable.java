package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.demarche.lookup.Arguments;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The agreement of each pair of parties: how often the two held the same position.
 *
 * <pre>{@code
 * AgreementTable all = AgreementQuery.of(tracker).onIssue("session-46").all();
 * all.network(Tally.Measure.IDENTICAL_SHARE).graph();
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class AgreementTable implements Answer {
  AgreementTable() {}

  /** {@return the question, in words} */
  @Value.Parameter
  public abstract String question();

  /** {@return the viewpoint from which the positions are derived} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the ids of the parties, in order} */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** {@return the number of propositions on which the parties are compared} */
  @Value.Parameter
  public abstract int propositions();

  /** {@return the tallies: each party with each later party, in the order of the parties} */
  @Value.Parameter
  public abstract ImmutableList<Tally> pairs();

  @Value.Check
  void check() {
    int n = parties().size();
    if (pairs().size() != (long) n * (n - 1) / 2) {
      throw ShownValue.refused(
          n + " parties make " + (long) n * (n - 1) / 2 + " pairs, got " + pairs().size());
    }
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++, pair++) {
        Tally tally = pairs().get(pair);
        if (!tally.first().equals(parties().get(i)) || !tally.second().equals(parties().get(j))) {
          throw ShownValue.refused(
              "pair %s must be of %s and %s, got %s and %s"
                  .formatted(
                      pair + 1, parties().get(i), parties().get(j), tally.first(), tally.second()));
        }
      }
    }
  }

  /**
   * Returns the network of one measure, with the number of joint positions behind each value.
   *
   * @param measure the measure
   * @return a one-mode network of the parties; a pair for which the measure is undefined has no
   *     value
   * @throws IllegalArgumentException if there are too many parties for a matrix: more than 46,340
   */
  public final Network network(Tally.Measure measure) {
    requireNonNull(measure, "measure");
    int n = parties().size();
    double[] values = new double[Arguments.matrixSize(n, n)];
    int[] joint = new int[values.length];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      values[i * n + i] = Double.NaN;
      for (int j = i + 1; j < n; j++, pair++) {
        Tally tally = pairs().get(pair);
        OptionalDouble value = tally.measure(measure);
        values[i * n + j] = value.isPresent() ? value.getAsDouble() : Double.NaN;
        values[j * n + i] = values[i * n + j];
        joint[i * n + j] = tally.joint();
        joint[j * n + i] = tally.joint();
      }
    }
    return ImmutableNetwork.of(
        true,
        measure.description() + ": " + question(),
        viewpoint(),
        parties(),
        parties(),
        ImmutableDoubleArray.copyOf(values),
        Optional.of(ImmutableIntArray.copyOf(joint)),
        Optional.empty(),
        Optional.empty(),
        OptionalInt.empty());
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(
        question() + ", " + viewpoint().text(wording), wording.count("pairs", pairs().size()));
  }

  /**
   * {@return the question and a table with one row per pair, the pairs with the most joint
   * positions first}
   */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    AnswerTable<Tally> table =
        AnswerTable.<Tally>in(wording)
            .titled("first", Tally::first)
            .titled("second", Tally::second)
            .titled("joint", row -> String.valueOf(row.joint()))
            .titled("same", row -> String.valueOf(row.same()))
            .titled("opposed", row -> String.valueOf(row.opposed()))
            .titled("identical", row -> measure(row, Tally.Measure.IDENTICAL_SHARE))
            .titled("half credit", row -> measure(row, Tally.Measure.HALF_CREDIT))
            .titled("decided only", row -> measure(row, Tally.Measure.DECIDED_ONLY))
            .titled("net", row -> measure(row, Tally.Measure.NET));
    return AnswerPages.counted(
        "pairs",
        question() + ", " + viewpoint().text(wording) + ", pairs",
        table,
        ImmutableList.sortedCopyOf((a, b) -> Integer.compare(b.joint(), a.joint()), pairs()));
  }

  private static String measure(Tally tally, Tally.Measure measure) {
    return Network.number(tally.measure(measure));
  }

  /** {@return the question and the number of pairs, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        question()
            + ", "
            + viewpoint()
            + ": "
            + AnswerPages.count(pairs().size(), "pair", "pairs"));
  }
}

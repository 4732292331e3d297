package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.OptionalDouble;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * How often each two of some parties held the same position.
 *
 * <pre>{@code
 * AgreementTable all = AgreementQuery.of(tracker).onIssue("session-46").all();
 * all.network(Tally.Measure.IDENTICAL_SHARE).graph();
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class AgreementTable implements Answer {
  AgreementTable() {}

  /** What was asked, in words. */
  @Value.Parameter
  public abstract String question();

  /** From where the positions are seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The ids of the parties, in order. */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** On how many propositions they are compared. */
  @Value.Parameter
  public abstract int propositions();

  /** The pairs: each party with each that comes after it. */
  @Value.Parameter
  public abstract ImmutableList<Tally> pairs();

  /** Agreements. */
  public static AgreementTable of(
      String question,
      Viewpoint viewpoint,
      Iterable<String> parties,
      int propositions,
      Iterable<? extends Tally> pairs) {
    return ImmutableAgreementTable.of(question, viewpoint, parties, propositions, pairs);
  }

  @Value.Check
  void check() {
    int n = parties().size();
    if (pairs().size() != (long) n * (n - 1) / 2) {
      throw new IllegalArgumentException(
          n + " parties make " + (long) n * (n - 1) / 2 + " pairs, not " + pairs().size());
    }
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++, pair++) {
        Tally tally = pairs().get(pair);
        if (!tally.first().equals(parties().get(i)) || !tally.second().equals(parties().get(j))) {
          throw new IllegalArgumentException(
              "pair %d is of %s and %s, where %s and %s are to stand"
                  .formatted(
                      pair + 1, tally.first(), tally.second(), parties().get(i), parties().get(j)));
        }
      }
    }
  }

  /** The matrix of one measure, with how many joint positions each cell rests on. */
  public final Network network(Tally.Measure measure) {
    int n = parties().size();
    double[] values = new double[Network.cells(n, n)];
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
    return Network.builder()
        .kind(Network.Kind.ONE_MODE)
        .question(measure.words() + ": " + question())
        .viewpoint(viewpoint())
        .rows(parties())
        .columns(parties())
        .values(ImmutableDoubleArray.copyOf(values))
        .joint(ImmutableIntArray.copyOf(joint))
        .build();
  }

  /** The question and a table, a pair a row: those with the most joint positions first. */
  @Override
  public final TextPage page() {
    ImmutableList<Tally> most =
        ImmutableList.sortedCopyOf((a, b) -> Integer.compare(b.joint(), a.joint()), pairs());
    return AnswerPages.counted(
        question() + ", " + viewpoint() + ", pairs",
        ImmutableList.of(
            "first",
            "second",
            "joint",
            "same",
            "opposed",
            "identical",
            "half credit",
            "decided only",
            "net"),
        most,
        tally ->
            AnswerPages.row(
                tally.first(),
                tally.second(),
                String.valueOf(tally.joint()),
                String.valueOf(tally.same()),
                String.valueOf(tally.opposed()),
                Network.number(tally.measure(Tally.Measure.IDENTICAL_SHARE)),
                Network.number(tally.measure(Tally.Measure.HALF_CREDIT)),
                Network.number(tally.measure(Tally.Measure.DECIDED_ONLY)),
                Network.number(tally.measure(Tally.Measure.NET))));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}

package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.Comparison;
import org.demarche.answer.StanceGrid;
import org.demarche.examples.benchmarks.Questions.Cell;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Two governments over all propositions, at two dates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompareBenchmark {
  /** Each relation with both positions. */
  @Benchmark
  public void compare(Ours ours, Blackhole taken) {
    int asked = ours.next(ours.questions.pairs().size());
    taken.consume(compare(ours, asked, asked));
    taken.consume(compare(ours, asked, asked + 1));
  }

  private static Comparison compare(Ours ours, int asked, int date) {
    Cell pair = ours.questions.pairs().get(asked);
    return ours.then
        .get(date % ours.then.size())
        .compare(ours.flat.parties().get(pair.party()), ours.flat.parties().get(pair.other()));
  }

  /** In a word each. */
  @Benchmark
  public void stancesOfTwo(Ours ours, Blackhole taken) {
    int asked = ours.next(ours.questions.pairs().size());
    taken.consume(stances(ours, asked, asked));
    taken.consume(stances(ours, asked, asked + 1));
  }

  private static StanceGrid stances(Ours ours, int asked, int date) {
    Cell pair = ours.questions.pairs().get(asked);
    return ours.then
        .get(date % ours.then.size())
        .stanceGrid(ours.flat.parties().get(pair.party()), ours.flat.parties().get(pair.other()));
  }

  /** Both bare stances of a peer. */
  @Benchmark
  public void bareCompare(Theirs theirs, Blackhole taken) {
    int asked = theirs.next(theirs.questions.pairs().size());
    Cell pair = theirs.questions.pairs().get(asked);
    taken.consume(theirs.asked.compare(pair.party(), pair.other(), theirs.day(asked)));
    taken.consume(theirs.asked.compare(pair.party(), pair.other(), theirs.day(asked + 1)));
  }
}

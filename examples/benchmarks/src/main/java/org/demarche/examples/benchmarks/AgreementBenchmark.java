package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.AgreementTable;
import org.demarche.network.AgreementQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** How often each two governments hold the same. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AgreementBenchmark {
  /** The stances of one date, found already. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class Filled {
    AgreementQuery agreement;
    Planes planes;

    /** Finds them, for us and for the floor. */
    @Setup
    public void fill(Ours ours) {
      agreement = AgreementQuery.of(ours.then.get(0));
      Flat flat = Sample.of(ours.claims).flat();
      planes =
          Planes.of(
              new SortedCells(flat).stances(Flat.day(ours.questions.dates().get(0))),
              flat.parties().size(),
              flat.propositions().size());
    }
  }

  /** The stances and the pairs. */
  @Benchmark
  public AgreementTable agreement(Ours ours) {
    return AgreementQuery.of(ours.then.get(ours.next(ours.then.size()))).all();
  }

  /** The pairs, of stances that are there. */
  @Benchmark
  public AgreementTable pairs(Filled filled) {
    return filled.agreement.all();
  }

  /** The floor of the pairs: to count bits. */
  @Benchmark
  public int[] popcount(Filled filled) {
    return filled.planes.pairs();
  }

  /** The stances and the pairs of a peer. */
  @Benchmark
  public int[] bareAgreement(Theirs theirs) {
    return theirs.asked.agreement(theirs.day(theirs.next(16)));
  }
}

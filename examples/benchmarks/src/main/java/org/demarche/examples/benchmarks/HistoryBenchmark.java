package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** How the positions of all governments on one proposition changed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistoryBenchmark {
  /** Each change with the positions before and after. */
  @Benchmark
  public void histories(Ours ours, Blackhole taken) {
    String matter = ours.flat.propositions().get(ours.nextMatter());
    for (String party : ours.flat.parties()) {
      taken.consume(ours.tracker.history(party, matter));
    }
  }

  /** The turns, a word each. */
  @Benchmark
  public Object turns(Ours ours) {
    return ours.tracker.timeline(ours.flat.propositions().get(ours.nextMatter()));
  }

  /** The turns of bare stances of a peer. */
  @Benchmark
  public Object bareTurns(Theirs theirs) {
    return theirs.asked.turns(theirs.nextMatter());
  }
}

package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.History;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Times how the positions of all governments on one proposition changed. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class HistoryBenchmark {
  /** Times the histories: each change with the positions before and after in full. */
  @Benchmark
  public void histories(LibraryUnderTest library, Blackhole results) {
    String proposition = library.flat.propositions().get(library.nextProposition());
    for (String party : library.flat.parties()) {
      results.consume(library.tracker.history(party, proposition));
    }
  }

  /** Times the history of one of the ten pairs of party and proposition with the most claims. */
  @Benchmark
  public History crowdedHistory(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.nextWithManyClaims();
    return library.tracker.history(question.party(), question.proposition());
  }

  /** Times the timeline: one outcome per change. */
  @Benchmark
  public Object timeline(LibraryUnderTest library) {
    return library.tracker.timeline(library.flat.propositions().get(library.nextProposition()));
  }

  /** Times the changes of bare stances with a peer. */
  @Benchmark
  public Object peerTimeline(PeerUnderTest peerUnderTest) {
    return peerUnderTest.system.stanceChanges(peerUnderTest.nextProposition());
  }
}

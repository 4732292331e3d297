package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.Comparison;
import org.demarche.answer.StanceGrid;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyPair;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Times the comparison of two governments on all propositions, at two dates. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CompareBenchmark {
  /** Times the relations, each with both positions in full. */
  @Benchmark
  public void compare(LibraryUnderTest library, Blackhole results) {
    int question = library.next(library.questions.pairs().size());
    results.consume(compare(library, question, question));
    results.consume(compare(library, question, question + 1));
  }

  private static Comparison compare(LibraryUnderTest library, int question, int date) {
    PartyPair pair = library.questions.pairs().get(question);
    return library
        .asOf
        .get(date % library.asOf.size())
        .compare(
            library.flat.parties().get(pair.first()), library.flat.parties().get(pair.second()));
  }

  /** Times the outcomes alone. */
  @Benchmark
  public void stancesOfTwoParties(LibraryUnderTest library, Blackhole results) {
    int question = library.next(library.questions.pairs().size());
    results.consume(stances(library, question, question));
    results.consume(stances(library, question, question + 1));
  }

  private static StanceGrid stances(LibraryUnderTest library, int question, int date) {
    PartyPair pair = library.questions.pairs().get(question);
    return library
        .asOf
        .get(date % library.asOf.size())
        .stanceGrid(
            library.flat.parties().get(pair.first()), library.flat.parties().get(pair.second()));
  }

  /** Times the bare stances of both with a peer. */
  @Benchmark
  public void peerCompare(PeerUnderTest peerUnderTest, Blackhole results) {
    int question = peerUnderTest.next(peerUnderTest.questions.pairs().size());
    PartyPair pair = peerUnderTest.questions.pairs().get(question);
    results.consume(
        peerUnderTest.system.compare(pair.first(), pair.second(), peerUnderTest.day(question)));
    results.consume(
        peerUnderTest.system.compare(pair.first(), pair.second(), peerUnderTest.day(question + 1)));
  }
}

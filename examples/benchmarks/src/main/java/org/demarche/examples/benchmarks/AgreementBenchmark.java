package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Tally;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyPair;
import org.demarche.network.AgreementQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Times the agreement of all pairs of governments, and of two. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class AgreementBenchmark {
  /** The stances of one date, computed before the clock starts. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class KnownStances {
    AgreementQuery agreement;
    StanceBitMatrix bits;

    /** Computes the stances, for the library and for the floor. */
    @Setup
    public void fill(LibraryUnderTest library) {
      agreement = AgreementQuery.of(library.asOf.get(0));
      FlatDossier flat = BenchmarkDossier.of(library.claims).flat();
      bits =
          StanceBitMatrix.of(
              new SortedArraysPeer(flat).stances(FlatDossier.day(library.questions.dates().get(0))),
              flat.parties().size(),
              flat.propositions().size());
    }
  }

  /** Times the stances and the pairs. */
  @Benchmark
  public AgreementTable agreement(LibraryUnderTest library) {
    return AgreementQuery.of(library.asOf.get(library.next(library.asOf.size()))).all();
  }

  /** Times the stances and the agreement of two governments. */
  @Benchmark
  public Tally agreementOfTwo(LibraryUnderTest library) {
    int question = library.next(library.questions.pairs().size());
    PartyPair pair = library.questions.pairs().get(question);
    return AgreementQuery.of(library.asOf.get(question % library.asOf.size()))
        .between(
            library.flat.parties().get(pair.first()), library.flat.parties().get(pair.second()));
  }

  /** Times the pairs alone, with the stances already computed. */
  @Benchmark
  public AgreementTable agreementOfKnownStances(KnownStances known) {
    return known.agreement.all();
  }

  /** Times the floor of the pairs: counting bits. */
  @Benchmark
  public int[] bitCounts(KnownStances known) {
    return known.bits.pairs();
  }

  /** Times the stances and the pairs with a peer. */
  @Benchmark
  public int[] peerAgreement(PeerUnderTest peerUnderTest) {
    return peerUnderTest.system.agreement(peerUnderTest.day(peerUnderTest.next(16)));
  }
}

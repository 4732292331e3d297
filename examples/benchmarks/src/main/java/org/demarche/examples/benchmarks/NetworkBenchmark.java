package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Network;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Tally;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.network.AgreementQuery;
import org.demarche.network.CongruenceQuery;
import org.demarche.network.DuplicateCounting;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Times networks of many actors: congruence and agreement. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx4g")
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 8, time = 2)
public class NetworkBenchmark {
  /** Generated dossiers of two sizes. */
  @State(Scope.Benchmark)
  public static class Debates {
    final Tracker tenThousand = Tracker.of(GeneratedDossier.of(10_000).dossier());
    final Tracker hundredThousand = Tracker.of(GeneratedDossier.of(100_000).dossier());
  }

  /**
   * The 200,876 votes of the UN General Assembly, read from the folder named by the system property
   * {@code demarche.shared}.
   */
  @State(Scope.Benchmark)
  public static class Votes {
    private Tracker tracker = Tracker.of(Dossier.empty());
    private AgreementQuery agreement = AgreementQuery.of(tracker);

    /** Reads and indexes the votes. */
    @Setup
    public void read() {
      tracker = Tracker.of(UnVotesDossier.read());
      agreement = AgreementQuery.of(tracker);
    }
  }

  /** Times one-mode congruence of 10,000 claims, with duplicates counted once per source. */
  @Benchmark
  public Network congruenceOf10kClaims(Debates debates) {
    return congruence(debates.tenThousand);
  }

  /** Times the same congruence of 100,000 claims. */
  @Benchmark
  public Network congruenceOf100kClaims(Debates debates) {
    return congruence(debates.hundredThousand);
  }

  private static Network congruence(Tracker tracker) {
    return CongruenceQuery.of(tracker).duplicates(DuplicateCounting.ONCE_PER_SOURCE).network();
  }

  /** Times every stance of every state. */
  @Benchmark
  public StanceGrid stancesOfTheAssembly(Votes votes) {
    return votes.tracker.stanceGrid(ActorKind.STATE);
  }

  /** Times all pairs of states, with the stances already computed. */
  @Benchmark
  public AgreementTable pairsOfTheAssembly(Votes votes) {
    return votes.agreement.all();
  }

  /** Times all pairs of states as a matrix. */
  @Benchmark
  public Network matrixOfTheAssembly(Votes votes) {
    return votes.agreement.all().network(Tally.Measure.IDENTICAL_SHARE);
  }
}

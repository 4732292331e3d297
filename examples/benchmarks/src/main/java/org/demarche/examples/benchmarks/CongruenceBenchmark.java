package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.Network;
import org.demarche.network.AffiliationQuery;
import org.demarche.network.CongruenceQuery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Times the networks of all claims. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CongruenceBenchmark {
  /** Times the congruence of all states. */
  @Benchmark
  public Network congruence(LibraryUnderTest library) {
    return CongruenceQuery.of(library.tracker).network();
  }

  /** Times the affiliation of all states with propositions. */
  @Benchmark
  public Network affiliation(LibraryUnderTest library) {
    return AffiliationQuery.of(library.tracker).network();
  }
}

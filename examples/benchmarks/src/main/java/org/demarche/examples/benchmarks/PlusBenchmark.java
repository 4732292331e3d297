package org.demarche.examples.benchmarks;

import com.google.common.collect.Lists;
import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Times adding one claim to a tracker. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlusBenchmark {
  /** A dossier of one new claim, with the records to which it refers. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class OneMoreClaim {
    Dossier dossier;

    /** Copies the last claim on a proposition without parts, under a new id. */
    @Setup
    public void build(LibraryUnderTest library) {
      Dossier existing = library.tracker.dossier();
      Claim claim =
          Lists.reverse(existing.claims()).stream()
              .filter(c -> existing.proposition(c.proposition()).orElseThrow().parts().isEmpty())
              .findFirst()
              .orElseThrow();
      dossier = existing.closure(claim).rename(claim, "one-more");
    }
  }

  /** Times building the Tracker of the merged dossier. */
  @Benchmark
  public Tracker plus(LibraryUnderTest library, OneMoreClaim addition) {
    return library.tracker.plus(addition.dossier);
  }
}

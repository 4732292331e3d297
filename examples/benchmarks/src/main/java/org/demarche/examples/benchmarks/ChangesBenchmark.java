package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.Changes;
import org.demarche.answer.Differences;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.infra.Blackhole;

/** Times how all positions differ between two dates, and without one source. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChangesBenchmark {
  private static final String EARLIER = "2016-12-31";
  private static final String LATER = "2017-12-31";

  /** Times the changes of all parties within a year, until a row is looked at. */
  @Benchmark
  public Changes changes(LibraryUnderTest library) {
    return library.tracker.asOf(EARLIER).changesTo(library.tracker.asOf(LATER));
  }

  /** Times the same changes, each of which is read with the positions before and after. */
  @Benchmark
  public void changesRead(LibraryUnderTest library, Blackhole results) {
    changes(library)
        .rows()
        .forEach(
            row -> {
              results.consume(row.label());
              results.consume(row.before());
              results.consume(row.after());
            });
  }

  /** Times what changes without one source. */
  @Benchmark
  public Differences withoutSource(LibraryUnderTest library) {
    return library.tracker.differencesTo(library.tracker.without(library.nextSource()));
  }
}

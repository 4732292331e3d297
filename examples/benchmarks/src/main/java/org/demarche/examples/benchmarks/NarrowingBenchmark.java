package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Times narrowing a tracker to another date, or by leaving out a source. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NarrowingBenchmark {
  /** Times narrowing as of a date. */
  @Benchmark
  public Tracker asOf(LibraryUnderTest library) {
    return library.tracker.asOf(library.questions.dates().get(library.next(16)));
  }

  /** Times narrowing to what was known at a date. */
  @Benchmark
  public Tracker knownAt(LibraryUnderTest library) {
    return library.tracker.knownAt(library.questions.dates().get(library.next(16)));
  }

  /** Times leaving out one source. */
  @Benchmark
  public Tracker without(LibraryUnderTest library) {
    return library.tracker.without(library.tracker.dossier().sources().get(0).id());
  }
}

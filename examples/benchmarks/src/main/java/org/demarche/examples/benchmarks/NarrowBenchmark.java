package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** To look from another date, or without a source. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class NarrowBenchmark {
  /** As of a date. */
  @Benchmark
  public Tracker asOf(Ours ours) {
    return ours.tracker.asOf(ours.questions.dates().get(ours.next(16)));
  }

  /** As far as was known at a date. */
  @Benchmark
  public Tracker knownAt(Ours ours) {
    return ours.tracker.knownAt(ours.questions.dates().get(ours.next(16)));
  }

  /** Without one source. */
  @Benchmark
  public Tracker without(Ours ours) {
    return ours.tracker.without(ours.tracker.dossier().sources().get(0).id());
  }
}

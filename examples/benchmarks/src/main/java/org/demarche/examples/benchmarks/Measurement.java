package org.demarche.examples.benchmarks;

import java.util.Locale;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.util.Statistics;

/**
 * The result of one benchmark method for the library or for one peer.
 *
 * @param claims the number of claims of the dossier, or {@code un}
 * @param method the class and method that was measured, for example {@code Stance.position}
 * @param system the name of a peer, {@link #OURS} for the library, or {@link #BASELINE}
 * @param value the mean, in nanoseconds per answer or bytes per claim
 * @param spread the difference of the greatest and the least measurement, as a fraction of the mean
 */
record Measurement(String claims, String method, String system, double value, double spread) {
  static final String OURS = "ours";

  /** The library as built in another checkout, for comparison. */
  static final String BASELINE = "baseline";

  /** The ending of a method's name under which its CPU time is reported, in nanoseconds. */
  static final String CPU = ":cpu";

  /** The ending of a method's name under which the bytes that it allocates are reported. */
  static final String GARBAGE = ":garbage";

  /**
   * Converts the result of a JMH run: its time, CPU time and garbage per answer. A sampled time is
   * the median, and its spread the distance of the quartiles.
   */
  static Stream<Measurement> of(RunResult run) {
    Measurement time = time(run);
    return Stream.of(
            Stream.of(time),
            secondary(run, CpuTimeProfiler.RESULT).map(value -> time.with(CPU, value)),
            secondary(run, "gc.alloc.rate.norm").map(value -> time.with(GARBAGE, value)))
        .flatMap(results -> results);
  }

  private static Stream<Double> secondary(RunResult run, String name) {
    return Stream.ofNullable(run.getSecondaryResults().get(name)).map(result -> result.getScore());
  }

  private Measurement with(String ending, double other) {
    return new Measurement(claims, method + ending, system, other, 0);
  }

  private static Measurement time(RunResult run) {
    String benchmark = run.getParams().getBenchmark();
    String peer = run.getParams().getParam("peer");
    Statistics values = run.getPrimaryResult().getStatistics();
    boolean isSampled = run.getParams().getMode() == Mode.SampleTime;
    double value = isSampled ? values.getPercentile(50) : values.getMean();
    double outer = isSampled ? 25 : 0;
    return new Measurement(
        run.getParams().getParam("claims"),
        benchmark
            .substring(Measurement.class.getPackageName().length() + 1)
            .replace("Benchmark.", "."),
        peer == null ? OURS : peer,
        value,
        (values.getPercentile(100 - outer) - values.getPercentile(outer)) / value);
  }

  /** Returns the same result as a measurement of the baseline. */
  Measurement ofBaseline() {
    return new Measurement(claims, method, BASELINE, value, spread);
  }

  /** Returns the result of a single measurement of the library. */
  static Measurement of(String claims, String method, double value) {
    return new Measurement(claims, method, OURS, value, 0);
  }

  /** Formats the value with its unit. */
  String valueText() {
    return method.startsWith("Heap") || method.endsWith(GARBAGE) ? bytes() : time(value);
  }

  private String bytes() {
    return value < 10_000 ? Math.round(value) + " B" : Math.round(value / 1000) + " kB";
  }

  /** Formats the spread in percent; empty for a single measurement. */
  String spreadText() {
    return spread == 0 ? "" : Math.round(100 * spread) + " %";
  }

  /** Formats a time in the largest unit of which there is at least one. */
  static String time(double nanos) {
    String[] units = {"ns", "µs", "ms", "s"};
    int unit = 0;
    double value = nanos;
    while (value >= 1000 && unit < units.length - 1) {
      value /= 1000;
      unit++;
    }
    return String.format(Locale.ROOT, value < 10 ? "%.2f %s" : "%.0f %s", value, units[unit]);
  }
}

package org.demarche.examples.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

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

  /** Converts the result of a JMH run. */
  static Measurement of(RunResult run) {
    String benchmark = run.getParams().getBenchmark();
    String peer = run.getParams().getParam("peer");
    return new Measurement(
        run.getParams().getParam("claims"),
        benchmark
            .substring(Measurement.class.getPackageName().length() + 1)
            .replace("Benchmark.", "."),
        peer == null ? OURS : peer,
        run.getPrimaryResult().getScore(),
        (run.getPrimaryResult().getStatistics().getMax()
                - run.getPrimaryResult().getStatistics().getMin())
            / run.getPrimaryResult().getScore());
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
    return method.startsWith("Heap") ? Math.round(value) + " B" : time(value);
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

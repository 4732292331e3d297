package org.demarche.examples.benchmarks;

import java.util.Locale;
import org.openjdk.jmh.results.RunResult;

/**
 * What was measured of one of those who answer.
 *
 * @param claims how many claims the record has, or {@code un}
 * @param method what was measured, as {@code Benchmark.method}
 * @param who the name of a peer, or {@link #OURS}
 * @param value nanoseconds an answer, or bytes a claim
 * @param spread from the least to the greatest that was measured, in parts of the value
 */
record Score(String claims, String method, String who, double value, double spread) {
  static final String OURS = "ours";

  /** That of a run of JMH. */
  static Score of(RunResult run) {
    String benchmark = run.getParams().getBenchmark();
    String peer = run.getParams().getParam("peer");
    return new Score(
        run.getParams().getParam("claims"),
        benchmark.substring(Score.class.getPackageName().length() + 1).replace("Benchmark.", "."),
        peer == null ? OURS : peer,
        run.getPrimaryResult().getScore(),
        (run.getPrimaryResult().getStatistics().getMax()
                - run.getPrimaryResult().getStatistics().getMin())
            / run.getPrimaryResult().getScore());
  }

  /** One that was measured once. */
  static Score of(String claims, String method, double value) {
    return new Score(claims, method, OURS, value, 0);
  }

  /** It in words. */
  String words() {
    return method.startsWith("Heap") ? Math.round(value) + " B" : time(value);
  }

  /** How far apart its measurements are. */
  String spreadInWords() {
    return spread == 0 ? "" : Math.round(100 * spread) + " %";
  }

  /** Nanoseconds in the unit in which they read well. */
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

package org.demarche.examples.spark;

import com.google.common.base.Splitter;
import com.google.common.base.Stopwatch;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.apache.spark.sql.SparkSession;

/**
 * Measures how long the job takes on generated claims. The first run of a session, which loads
 * classes and compiles, is not counted.
 */
public final class Throughput {
  private Throughput() {}

  /**
   * Prints two lines for each number of claims.
   *
   * @param args the master, such as {@code local[2]}; numbers of claims with commas between; and
   *     optionally how many claims of a hundred are in one group
   * @throws IOException if the claims cannot be written
   */
  public static void main(String[] args) throws IOException {
    SparkSession session =
        SparkSession.builder()
            .master(args[0])
            .appName("Throughput")
            .config("spark.ui.enabled", false)
            .config("spark.log.level", "WARN")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 16)
            .getOrCreate();
    int crowded = args.length > 2 ? Integer.parseInt(args[2]) : 0;
    measure(session, corpus(5000, crowded));
    for (String claims : Splitter.on(',').split(args[1])) {
      int count = Integer.parseInt(claims);
      Path corpus = corpus(count, crowded);
      long before = cpuTime();
      Stopwatch time = measure(session, corpus);
      long cpuTime = cpuTime() - before;
      System.out.printf(
          "%s  %,d claims  %,d s  %,d s of processors  %,d µs of them per claim%n",
          args[0],
          count,
          time.elapsed(TimeUnit.SECONDS),
          TimeUnit.NANOSECONDS.toSeconds(cpuTime),
          TimeUnit.NANOSECONDS.toMicros(cpuTime) / count);
      print(session, corpus);
    }
    session.stop();
  }

  /** Prints how claims are divided, which is counted after the time is taken. */
  private static void print(SparkSession session, Path corpus) {
    try (ClaimsOnSpark read = ClaimsOnSpark.read(session, corpus.toString())) {
      ClaimsOnSpark.Division division = read.division();
      System.out.printf(
          "  %,d batches, which hold %,d claims; %,d reports of media are %,d of these%n",
          division.batches(),
          division.claimsInBatches(),
          division.reports(),
          division.reportsInBatches());
    }
  }

  /** Returns the time of all processors so far, which says more than a clock on a busy machine. */
  private static long cpuTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static Path corpus(int claims, int crowded) throws IOException {
    return new GeneratedCorpus(claims, 200, 500, crowded).write(Path.of("target", "corpora"), 8);
  }

  private static Stopwatch measure(SparkSession session, Path input) {
    AskedDays days = AskedDays.asOf(LocalDate.parse("2020-01-01"));
    Stopwatch time = Stopwatch.createStarted();
    try (ClaimsOnSpark read = ClaimsOnSpark.read(session, input.toString());
        DerivedAnswers answers = read.derive(days)) {
      // Writes nothing, but derives everything.
      answers.positions().write().format("noop").mode("overwrite").save();
      answers.agreement().write().format("noop").mode("overwrite").save();
    }
    return time.stop();
  }
}

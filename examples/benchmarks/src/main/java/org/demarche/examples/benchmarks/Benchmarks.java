package org.demarche.examples.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.examples.benchmarks.MadeUp.Wording;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Times every workload, prints one table, and writes it as JSON. */
public final class Benchmarks {
  private static final String[] ALL = {
    "sqlite", "h2", "duckdb", "cqengine", "tablesaw", "streams", Workload.FLOOR
  };
  private static final String[] DATABASES = {
    "sqlite", "h2", "duckdb", "duckdb-asof", Workload.FLOOR
  };

  private Benchmarks() {}

  /**
   * How long and over which records.
   *
   * @param ours records over which we are timed
   * @param theirs records over which peers are
   * @param asked what peers are asked, but for what only some of them are
   * @param forks processes for each
   * @param warming how many milliseconds, twice, to warm up
   * @param milliseconds of an iteration
   * @param iterations to measure
   */
  private record Form(
      List<String> ours,
      List<String> theirs,
      String asked,
      int forks,
      int warming,
      int milliseconds,
      int iterations) {
    /** The same over one record alone. */
    Form over(String claims) {
      return claims.isEmpty()
          ? this
          : new Form(
              List.of(claims), List.of(claims), asked, forks, warming, milliseconds, iterations);
    }

    static Form of(String name) {
      return switch (name) {
        case "trial" ->
            new Form(List.of("10000"), List.of("10000"), "bare(?!Agreement)\\w*", 1, 50, 100, 2);
        case "short" ->
            new Form(
                List.of("100000"),
                List.of("100000"),
                "bare|bareStances|bareCompare|bareTurns|bareClaims",
                1,
                1500,
                500,
                2);
        case "long" ->
            new Form(
                List.of("10000", "100000", "1000000", "2000000", "un"),
                List.of("1000000", "un"),
                "bare|bareKnownAt|bareStances|bareCompare|bareTurns|bareClaims",
                1,
                3000,
                1000,
                3);
        default -> throw new IllegalArgumentException(name + ": the form is trial, short or long");
      };
    }
  }

  /**
   * Runs them; those of networks run only by JMH itself.
   *
   * @param arguments the form: {@code short}, {@code long}, or {@code trial} to see that all of it
   *     runs; which: a pattern that the names of methods match; and of how many claims the record
   *     is, where it is to be one alone
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Form form = Form.of(arguments[0]).over(arguments.length > 2 ? arguments[2] : "");
    String which = arguments[1];
    List<Score> scores = new ArrayList<>();
    List<String> ours = form.ours();
    List<String> madeUp = ours.stream().filter(name -> !name.equals("un")).toList();
    time(scores, form, ours, which, "\\.(?!Load)\\w+Benchmark\\.(?!bare)\\w+$", ALL);
    time(scores, form, madeUp, which, "\\.LoadBenchmark\\.\\w+$", ALL);
    time(scores, form, form.theirs(), which, "\\.(" + form.asked() + ")$", ALL);
    time(scores, form, form.theirs(), which, "\\.bareAgreement$", DATABASES);
    time(scores, form, form.theirs(), which, "\\.(bareStances|bareCompare)$", "duckdb-asof");
    time(scores, form, form.theirs(), which, "\\.bareClaims$", "cqengine-fit");
    if ("Heap".matches(which)) {
      for (String claims : madeUp) {
        for (Wording wording : Wording.values()) {
          scores.addAll(Heap.scores(claims, wording));
        }
      }
    }
    System.out.println(new Report(scores));
    write(scores);
  }

  private static void write(List<Score> scores) throws IOException {
    Report report = new Report(scores);
    Files.writeString(Path.of("target", "benchmarks.json"), report.json());
    Files.writeString(Path.of("target", "benchmarks.md"), report.markdown());
  }

  /** Times those methods of which the whole name ends so, and writes what is known by then. */
  private static void time(
      List<Score> scores,
      Form form,
      List<String> records,
      String which,
      String methods,
      String... peers)
      throws RunnerException, IOException {
    TimeValue iteration = TimeValue.milliseconds(form.milliseconds());
    Options options =
        new OptionsBuilder()
            .include("^(?=.*(?:" + which + ")).*" + methods)
            .exclude("NetworkBenchmark")
            .param("claims", records.toArray(String[]::new))
            .param("peer", peers)
            .forks(form.forks())
            .jvmArgsAppend("-Xmx6g")
            .warmupTime(TimeValue.milliseconds(form.warming()))
            .warmupIterations(2)
            .measurementTime(iteration)
            .measurementIterations(form.iterations())
            .build();
    try {
      new Runner(options).run().forEach(run -> scores.add(Score.of(run)));
    } catch (NoBenchmarksException noneOfThese) {
      return; // which may be of another sort
    }
    write(scores);
  }
}

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
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Times every workload, prints one table, and writes it as JSON. */
public final class Benchmarks {
  private static final String PEERS = "\\.bare\\w*$";
  private static final String OURS = "\\.(?!bare)\\w+$";
  private static final String[] ALL = {
    "sqlite", "h2", "duckdb", "cqengine", "tablesaw", "streams", "floor"
  };

  private Benchmarks() {}

  /**
   * How long and over which records.
   *
   * @param ours records over which we are timed
   * @param theirs records over which peers are
   * @param forks processes for each
   * @param milliseconds of an iteration
   * @param iterations measured
   */
  private record Form(
      List<String> ours, List<String> theirs, int forks, int milliseconds, int iterations) {
    static Form of(String name) {
      return switch (name) {
        case "short" -> new Form(List.of("10000", "100000"), List.of("100000"), 1, 300, 3);
        case "long" ->
            new Form(
                List.of("10000", "100000", "1000000", "2000000", "un"),
                List.of("10000", "1000000", "un"),
                2,
                1000,
                4);
        default -> throw new IllegalArgumentException(name + ": the form is short or long");
      };
    }

    List<String> madeUp() {
      return ours.stream().filter(name -> !name.equals("un")).toList();
    }
  }

  /**
   * Runs them; those of networks run only by JMH itself.
   *
   * @param arguments the form, {@code short} or {@code long}, and which: a pattern that the names
   *     of methods match
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    Form form = Form.of(arguments[0]);
    String which = arguments[1];
    List<Score> scores = new ArrayList<>();
    time(scores, form, form.ours(), which, options -> options.exclude(PEERS).exclude("Load"));
    time(
        scores,
        form,
        form.madeUp(),
        which,
        options -> options.exclude(PEERS).exclude("\\.(?!Load)\\w+Benchmark"));
    time(scores, form, form.theirs(), which, options -> options.exclude(OURS).param("peer", ALL));
    time(
        scores,
        form,
        form.theirs(),
        which,
        options ->
            options
                .exclude(OURS)
                .exclude("\\.(?!bareClaims)bare\\w*$")
                .param("peer", "cqengine-fit"));
    if ("Heap".matches(which)) {
      for (String claims : form.madeUp()) {
        for (Wording wording : Wording.values()) {
          scores.addAll(Heap.scores(claims, wording));
        }
      }
    }
    Report report = new Report(scores);
    System.out.println(report);
    Files.writeString(Path.of("target", "benchmarks.json"), report.json());
    Files.writeString(Path.of("target", "benchmarks.md"), report.markdown());
  }

  private interface Choice {
    ChainedOptionsBuilder of(ChainedOptionsBuilder options);
  }

  private static void time(
      List<Score> scores, Form form, List<String> records, String which, Choice choice)
      throws RunnerException {
    TimeValue iteration = TimeValue.milliseconds(form.milliseconds());
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include(which)
            .exclude("NetworkBenchmark")
            .param("claims", records.toArray(String[]::new))
            .forks(form.forks())
            .jvmArgsAppend("-Xmx6g")
            .warmupTime(iteration)
            .warmupIterations(3)
            .measurementTime(iteration)
            .measurementIterations(form.iterations());
    try {
      new Runner(choice.of(options).build()).run().forEach(run -> scores.add(Score.of(run)));
    } catch (NoBenchmarksException noneOfThese) {
      return; // which may be of another sort
    }
  }
}

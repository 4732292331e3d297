package org.demarche.examples.benchmarks;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
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
  private static final ImmutableList<String> ALL =
      ImmutableList.of("sqlite", "h2", "duckdb", "cqengine", "tablesaw", "streams", Workload.FLOOR);

  /** Those who go through all rows in no more than some milliseconds. */
  private static final ImmutableList<String> QUICK =
      ImmutableList.of("duckdb", "tablesaw", "streams", Workload.FLOOR);

  private static final ImmutableList<String> DATABASES =
      ImmutableList.of("sqlite", "h2", "duckdb", "duckdb-asof", Workload.FLOOR);

  /** What is asked over records of all sizes, to see how it grows. */
  private static final String GROWING =
      "stance|stanceKnownAt|stances|position|positionKnownAt|agreement|turns|claims|plus";

  private Benchmarks() {}

  /**
   * Some methods that are timed over some records.
   *
   * @param methods a pattern that ends as their whole names do
   * @param records how many claims each has, or {@code un}
   * @param peers who is asked, where the methods ask peers
   */
  private record Part(String methods, List<String> records, List<String> peers) {
    static Part of(String methods, String... records) {
      return new Part("Benchmark\\.(?:" + methods + ")$", List.of(records), ALL);
    }

    Part by(List<String> some) {
      return new Part(methods, records, some);
    }

    /** Everything over one record, but for how it is read. */
    static ImmutableList<Part> all(String record) {
      return ImmutableList.of(
          new Part("\\.(?!Load)\\w+Benchmark\\.(?!bare)\\w+$", List.of(record), ALL),
          of("bare|bareCompare|bareTurns|bareClaims", record),
          of("bareStances", record).by(QUICK),
          of("bareAgreement", record).by(DATABASES),
          of("bareStances|bareCompare", record).by(ImmutableList.of("duckdb-asof")),
          of("bareClaims", record).by(ImmutableList.of("cqengine-fit")));
    }

    static Part reading(String... records) {
      return of("load|tokensOf\\w+", records);
    }
  }

  /**
   * What is timed, and for how long.
   *
   * @param parts one after the other
   * @param made the made-up records of which the heap is measured
   * @param warming how many milliseconds, twice, to warm up
   * @param milliseconds of an iteration
   * @param iterations to measure
   */
  private record Form(
      ImmutableList<Part> parts,
      ImmutableList<String> made,
      int warming,
      int milliseconds,
      int iterations) {
    /** The same times, for everything over one record alone. */
    Form over(String record) {
      ImmutableList<Part> all = Part.all(record);
      return record.equals("un")
          ? new Form(all, ImmutableList.of(), warming, milliseconds, iterations)
          : new Form(
              ImmutableList.<Part>builder().addAll(all).add(Part.reading(record)).build(),
              ImmutableList.of(record),
              warming,
              milliseconds,
              iterations);
    }

    static Form of(String name) {
      ImmutableList<Part> none = ImmutableList.of();
      return switch (name) {
        case "trial" -> new Form(none, ImmutableList.of(), 50, 100, 2).over("10000");
        case "short" -> new Form(none, ImmutableList.of(), 2000, 500, 2).over("100000");
        case "long" ->
            new Form(
                ImmutableList.<Part>builder()
                    .addAll(Part.all("1000000"))
                    .add(Part.of("bareKnownAt|bareCrowded", "1000000"))
                    .add(Part.of(GROWING, "10000", "100000", "2000000"))
                    .add(Part.reading("10000", "100000", "1000000", "2000000"))
                    .add(Part.of("stance|stances|position|agreement|stancesOfTwo|turns", "un"))
                    .add(Part.of("bare|bareStances|bareCompare|bareTurns", "un"))
                    .add(Part.of("bareAgreement", "un").by(DATABASES))
                    .build(),
                ImmutableList.of("10000", "100000", "1000000", "2000000"),
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
    Form named = Form.of(arguments[0]);
    String which = arguments[1];
    Form form = arguments.length > 2 && !arguments[2].isEmpty() ? named.over(arguments[2]) : named;
    List<Score> scores = new ArrayList<>();
    if ("Heap".matches(which)) {
      for (String claims : form.made()) {
        for (Wording wording : Wording.values()) {
          scores.addAll(Heap.scores(claims, wording));
        }
      }
    }
    for (Part part : form.parts()) {
      if (time(scores, form, part, which)) {
        write(scores);
      }
    }
    if (scores.isEmpty()) {
      throw new IllegalArgumentException(
          "-Dwhich="
              + which
              + " matches nothing; names are StanceBenchmark.stance, StanceBenchmark.bare for its"
              + " peers, and Heap");
    }
    write(scores);
    System.out.println(new Report(scores));
  }

  /** Writes what is known by now. */
  private static void write(List<Score> scores) throws IOException {
    Report report = new Report(scores);
    Files.writeString(Path.of("target", "benchmarks.json"), report.json());
    Files.writeString(Path.of("target", "benchmarks.md"), report.markdown());
  }

  /** Times a part, and says whether anything in it matches. */
  private static boolean time(List<Score> scores, Form form, Part part, String which)
      throws RunnerException {
    Options options =
        new OptionsBuilder()
            .include("^(?=.*(?:" + which + ")).*" + part.methods())
            .exclude("NetworkBenchmark")
            .param("claims", part.records().toArray(String[]::new))
            .param("peer", part.peers().toArray(String[]::new))
            .forks(1)
            .jvmArgsAppend("-Xmx6g")
            .warmupTime(TimeValue.milliseconds(form.warming()))
            .warmupIterations(2)
            .measurementTime(TimeValue.milliseconds(form.milliseconds()))
            .measurementIterations(form.iterations())
            .build();
    try {
      return scores.addAll(Collections2.transform(new Runner(options).run(), Score::of));
    } catch (NoBenchmarksException noneOfThese) {
      return false; // which may be of another part
    }
  }
}

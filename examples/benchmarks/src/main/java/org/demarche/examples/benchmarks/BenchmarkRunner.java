package org.demarche.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.examples.benchmarks.GeneratedDossier.EvidenceKind;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** The main class: times every workload, prints one table, and writes it as JSON and Markdown. */
public final class BenchmarkRunner {
  private static final ImmutableList<String> ALL_PEERS =
      ImmutableList.of(
          "sqlite", "h2", "duckdb", "cqengine", "tablesaw", "streams", BenchmarkWorkload.FLOOR);

  /** The peers that can scan all rows within a few milliseconds. */
  private static final ImmutableList<String> FAST_SCANS =
      ImmutableList.of("duckdb", "tablesaw", "streams", BenchmarkWorkload.FLOOR);

  /** The peers that open a file. */
  private static final ImmutableList<String> FILES = ImmutableList.of("sqlite", "duckdb");

  private static final ImmutableList<String> DATABASES =
      ImmutableList.of("sqlite", "h2", "duckdb", "duckdb-asof", BenchmarkWorkload.FLOOR);

  /** The methods that are timed on dossiers of all sizes, to measure how their times grow. */
  private static final String ALL_SIZES =
      "stance|stanceKnownAt|stances|position|positionKnownAt|agreement|timeline|claims|rareWord"
          + "|commonPhrase|withoutSource|changes|congruence|affiliation|listOfAll|pageOfForty"
          + "|crowdedHistory|agreementOfTwo|plus|plusTenThousand";

  /** The methods that are timed on the votes of the UN. */
  private static final String OF_VOTES =
      "stance|stances|position|agreement|stancesOfTwoParties|timeline";

  /** The root folder of another checkout to compare with, or an empty string. */
  private static final String BASELINE = System.getProperty("demarche.baseline", "");

  /** The file of names that differ in that checkout, or an empty string. */
  private static final String BASELINE_NAMES = System.getProperty("demarche.baseline.names", "");

  /** For how many minutes {@link Soak} asks. */
  private static final String MINUTES = System.getProperty("demarche.minutes", "30");

  private BenchmarkRunner() {}

  /**
   * A set of benchmark methods, the dossiers on which they are timed, and the peers that they ask.
   *
   * @param methods a regular expression for the end of the qualified method names
   * @param dossiers for each dossier the number of generated claims, or {@code un}
   * @param peers the names of the peers, for methods that ask peers
   */
  private record Selection(String methods, List<String> dossiers, List<String> peers) {
    static Selection of(String methods, String... dossiers) {
      return new Selection("Benchmark\\.(?:" + methods + ")$", List.of(dossiers), ALL_PEERS);
    }

    /** Returns whether it measures how times grow, for which no other build is asked. */
    boolean isOfGrowth() {
      return dossiers.size() > 1;
    }

    Selection by(List<String> some) {
      return new Selection(methods, dossiers, some);
    }

    /** Returns everything that is timed on one dossier, except reading it. */
    static ImmutableList<Selection> all(String dossier) {
      return ImmutableList.of(
          new Selection(
              "\\.(?!Load|Reopen)\\w+Benchmark\\.(?!peer)\\w+$", List.of(dossier), ALL_PEERS),
          of("peerStance|peerCompare|peerTimeline|peerClaims", dossier),
          of("peerStances", dossier).by(FAST_SCANS),
          of("peerAgreement", dossier).by(DATABASES),
          of("peerStances|peerCompare", dossier).by(ImmutableList.of("duckdb-asof")),
          of("peerClaims", dossier).by(ImmutableList.of("cqengine-fit")),
          of("peerRareWord|peerCommonPhrase", dossier).by(ImmutableList.of("lucene")));
    }

    /** Returns what is timed on the votes of the UN. */
    static ImmutableList<Selection> ofVotes() {
      return ImmutableList.of(
          of(OF_VOTES, "un"),
          of("peerStance|peerStances|peerCompare|peerTimeline", "un"),
          of("peerAgreement", "un").by(DATABASES));
    }

    static Selection reading(String... dossiers) {
      return of("load|tokensFrom\\w+|reopen|peerReopen", dossiers).by(FILES);
    }
  }

  /**
   * What is timed, and for how long.
   *
   * @param selections what is timed, in this order
   * @param heapDossiers the sizes of the generated dossiers whose heap is measured
   * @param warmupMillis the length of each of the two warm-up iterations, in milliseconds
   * @param iterationMillis the length of a measured iteration, in milliseconds
   * @param iterations the number of measured iterations
   */
  private record BenchmarkPlan(
      ImmutableList<Selection> selections,
      ImmutableList<String> heapDossiers,
      int warmupMillis,
      int iterationMillis,
      int iterations) {
    /** Returns a plan with the same durations that times everything on one dossier only. */
    BenchmarkPlan on(String dossier) {
      return dossier.equals("un")
          ? new BenchmarkPlan(
              Selection.ofVotes(), ImmutableList.of(), warmupMillis, iterationMillis, iterations)
          : new BenchmarkPlan(
              ImmutableList.<Selection>builder()
                  .addAll(Selection.all(dossier))
                  .add(Selection.reading(dossier))
                  .build(),
              ImmutableList.of(dossier),
              warmupMillis,
              iterationMillis,
              iterations);
    }

    static BenchmarkPlan named(String name) {
      ImmutableList<Selection> nothing = ImmutableList.of();
      return switch (name) {
        case "trial" -> new BenchmarkPlan(nothing, ImmutableList.of(), 50, 100, 2).on("10000");
        case "short" -> new BenchmarkPlan(nothing, ImmutableList.of(), 2000, 500, 2).on("100000");
        case "long" ->
            new BenchmarkPlan(
                ImmutableList.<Selection>builder()
                    .addAll(Selection.all("1000000"))
                    .add(Selection.of("peerStanceKnownAt|peerStanceWithManyClaims", "1000000"))
                    .add(Selection.of(ALL_SIZES, "100000", "4000000"))
                    .add(Selection.reading("1000000"))
                    .add(Selection.reading("100000", "4000000"))
                    .addAll(Selection.ofVotes())
                    .build(),
                ImmutableList.of("100000", "1000000", "4000000"),
                3000,
                1000,
                3);
        default ->
            throw new IllegalArgumentException(
                "unknown form '" + name + "'; use trial, short or long");
      };
    }
  }

  /**
   * Runs the benchmarks.
   *
   * @param arguments first the form: {@code short}, {@code long}, or {@code trial} for a quick
   *     check that everything runs; or {@code networks} or {@code tables} for {@link
   *     NetworkBenchmark} or {@link TableBenchmark} alone, which have no peers and whose times JMH
   *     prints; or {@code snapshot} for {@link LargeSnapshot} or {@code soak} for {@link Soak};
   *     then a regular expression that selects methods; then optionally the number of claims of the
   *     only dossier to use, or {@code un}. The system property {@code demarche.baseline} names the
   *     root folder of another checkout, already compiled; the methods that time the library then
   *     run a second time with its classes, as {@link Baseline} says.
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    switch (arguments[0]) {
      case "networks" -> runAlone(NetworkBenchmark.class, arguments[1]);
      case "tables" -> runAlone(TableBenchmark.class, arguments[1]);
      case "snapshot" -> LargeSnapshot.run(claims(arguments, "10000000"));
      case "soak" -> Soak.run(claims(arguments, "2000000"), MINUTES);
      default -> runWithPeers(arguments);
    }
  }

  private static String claims(String[] arguments, String otherwise) {
    return arguments.length > 2 && !arguments[2].isEmpty() ? arguments[2] : otherwise;
  }

  private static void runAlone(Class<?> benchmark, String which) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include("^(?=.*(?:" + which + ")).*" + benchmark.getSimpleName())
                .build())
        .run();
  }

  private static void runWithPeers(String[] arguments) throws RunnerException, IOException {
    BenchmarkPlan named = BenchmarkPlan.named(arguments[0]);
    String which = arguments[1];
    BenchmarkPlan plan =
        arguments.length > 2 && !arguments[2].isEmpty() ? named.on(arguments[2]) : named;
    Optional<Baseline> baseline =
        BASELINE.isEmpty()
            ? Optional.empty()
            : Optional.of(Baseline.of(Path.of(BASELINE), Path.of(BASELINE_NAMES)));
    List<Measurement> measurements = new ArrayList<>();
    if ("Heap".matches(which)) {
      for (String claims : plan.heapDossiers()) {
        for (EvidenceKind kind : EvidenceKind.values()) {
          measurements.addAll(HeapMeasurement.measure(claims, kind));
        }
      }
    }
    for (Selection selection : plan.selections()) {
      if (time(measurements, plan, selection, which, baseline)) {
        write(measurements);
      }
    }
    if (measurements.isEmpty()) {
      throw new IllegalArgumentException(
          "-Dwhich="
              + which
              + " matches no method; names are for example StanceBenchmark.stance,"
              + " StanceBenchmark.peerStance for its peers, and Heap");
    }
    write(measurements);
    System.out.println(new BenchmarkReport(measurements));
  }

  /** Writes the results so far. */
  private static void write(List<Measurement> measurements) throws IOException {
    BenchmarkReport report = new BenchmarkReport(measurements);
    Files.writeString(Path.of("target", "benchmarks.json"), report.json());
    Files.writeString(Path.of("target", "benchmarks.md"), report.markdown());
  }

  /** Times the methods of a selection that match, and returns whether there are any. */
  private static boolean time(
      List<Measurement> measurements,
      BenchmarkPlan plan,
      Selection selection,
      String which,
      Optional<Baseline> baseline)
      throws RunnerException {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .include("^(?=.*(?:" + which + ")).*" + selection.methods())
            .exclude("(Network|Table)Benchmark")
            .param("claims", selection.dossiers().toArray(String[]::new))
            .param("peer", selection.peers().toArray(String[]::new))
            .forks(1)
            .jvmArgsAppend("-Xms6g", "-Xmx6g", "-XX:+AlwaysPreTouch")
            .warmupTime(TimeValue.milliseconds(plan.warmupMillis()))
            .warmupIterations(2)
            .measurementTime(TimeValue.milliseconds(plan.iterationMillis()))
            .measurementIterations(plan.iterations())
            .addProfiler(CpuTimeProfiler.class)
            .addProfiler(GCProfiler.class);
    try {
      measurements.addAll(run(options));
      if (baseline.isPresent() && !selection.isOfGrowth()) {
        timeBaseline(measurements, options.exclude("Benchmark\\.peer"), baseline.get());
      }
      return true;
    } catch (NoBenchmarksException noMatch) {
      return false; // the name may match in another selection
    }
  }

  private static List<Measurement> run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run().stream().flatMap(Measurement::of).toList();
  }

  /** Times the methods with the classes of the baseline. */
  private static void timeBaseline(
      List<Measurement> measurements, ChainedOptionsBuilder options, Baseline baseline)
      throws RunnerException {
    baseline.missing().forEach(name -> options.exclude("\\." + name + "\\."));
    String classPath = System.getProperty("java.class.path");
    System.setProperty("java.class.path", baseline.classPath());
    try { // JMH starts its processes with the class path in this property
      run(options).forEach(measurement -> measurements.add(measurement.ofBaseline()));
    } catch (NoBenchmarksException onlyPeers) {
      // peers are the same in both builds
    } finally {
      System.setProperty("java.class.path", classPath);
    }
  }
}

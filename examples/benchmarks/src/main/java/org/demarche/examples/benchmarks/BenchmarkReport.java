package org.demarche.examples.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.examples.benchmarks.BenchmarkWorkload.Target;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import tools.jackson.databind.json.JsonMapper;

/** A report of measurements: the library, the time of each peer relative to it, and the targets. */
record BenchmarkReport(List<Measurement> measurements) {
  private static final List<String> PEERS =
      List.of(
          "sqlite",
          "h2",
          "duckdb",
          "duckdb-asof",
          "cqengine",
          "cqengine-fit",
          "tablesaw",
          "streams",
          "lucene",
          BenchmarkWorkload.FLOOR);

  private static final Comparator<String> BY_SIZE =
      Comparator.comparing((String claims) -> claims.equals("un"))
          .thenComparing(String::length)
          .thenComparing(claims -> claims);

  /** A column of targets. */
  private enum TargetKind {
    LIMIT("target"),
    RATIO("target by peers"),
    BASELINE("target by baseline");

    private static final ImmutableList<TargetKind> ALL = ImmutableList.copyOf(values());

    private final String heading;

    TargetKind(String heading) {
      this.heading = heading;
    }

    String heading() {
      return heading;
    }

    static TargetKind of(Target target) {
      return switch (target.reference()) {
        case BenchmarkWorkload.ABSOLUTE -> LIMIT;
        case BenchmarkWorkload.BASELINE, BenchmarkWorkload.BASELINE_LOAD -> BASELINE;
        default -> RATIO;
      };
    }
  }

  /** A row of the table. */
  private record Row(BenchmarkWorkload workload, String claims, Measurement ours) {}

  private Stream<Row> rows() {
    return BenchmarkWorkload.all().stream()
        .flatMap(
            workload ->
                measurements.stream()
                    .filter(s -> s.method().equals(workload.ours()))
                    .filter(s -> s.system().equals(Measurement.OURS))
                    .sorted(Comparator.comparing(Measurement::claims, BY_SIZE))
                    .map(ours -> new Row(workload, ours.claims(), ours)));
  }

  private Optional<Measurement> measurement(String claims, String method, String system) {
    return measurements.stream()
        .filter(
            s ->
                s.claims().equals(claims) && s.method().equals(method) && s.system().equals(system))
        .findFirst();
  }

  private Stream<Measurement> peers(Row row) {
    return PEERS.stream()
        .flatMap(peer -> measurement(row.claims(), row.workload().theirs(), peer).stream());
  }

  /** Returns the value with which a target compares the library, if it was measured. */
  private OptionalDouble reference(Row row, Target target) {
    return switch (target.reference()) {
      case BenchmarkWorkload.ABSOLUTE -> OptionalDouble.of(1);
      case BenchmarkWorkload.BASELINE -> baseline(row, row.workload().ours());
      case BenchmarkWorkload.BASELINE_LOAD -> baseline(row, "Load.load");
      case BenchmarkWorkload.GROWTH -> OptionalDouble.empty(); // reported in the table of growth
      case BenchmarkWorkload.FASTEST ->
          peers(row)
              .filter(s -> !s.system().equals(BenchmarkWorkload.FLOOR))
              .mapToDouble(Measurement::value)
              .min();
      case BenchmarkWorkload.SMALLEST ->
          rows()
              .filter(other -> other.workload().equals(row.workload()))
              .filter(other -> !row.claims().equals("un") && !other.equals(row))
              .limit(1)
              .mapToDouble(other -> other.ours().value())
              .filter(value -> !isSmallest(row))
              .findFirst();
      default ->
          Stream.concat(
                  peers(row).filter(s -> s.system().equals(target.reference())),
                  measurement(row.claims(), target.reference(), Measurement.OURS).stream())
              .mapToDouble(Measurement::value)
              .findFirst();
    };
  }

  private OptionalDouble baseline(Row row, String method) {
    return measurement(row.claims(), method, Measurement.BASELINE).stream()
        .mapToDouble(Measurement::value)
        .findFirst();
  }

  private boolean isSmallest(Row row) {
    return rows()
        .filter(other -> other.workload().equals(row.workload()))
        .findFirst()
        .filter(row::equals)
        .isPresent();
  }

  private Stream<String> verdicts(Row row, TargetKind kind) {
    return row.workload().targets().stream()
        .filter(target -> TargetKind.of(target) == kind)
        .map(target -> verdict(row, target))
        .filter(verdict -> !verdict.isEmpty());
  }

  private String verdict(Row row, Target target) {
    OptionalDouble reference = reference(row, target);
    if (reference.isEmpty()) {
      return "";
    }
    double ratio = row.ours().value() / reference.getAsDouble();
    String text =
        target.reference().equals(BenchmarkWorkload.ABSOLUTE)
            ? "≤ " + Measurement.of(row.claims(), row.ours().method(), target.factor()).valueText()
            : target.factor() < 1
                ? number(1 / target.factor())
                    + "× ahead of "
                    + target.reference()
                    + ": "
                    + number(1 / ratio)
                : "≤ " + number(target.factor()) + "× " + target.reference() + ": " + number(ratio);
    return text + (ratio <= target.factor() ? " ✓" : " ✗");
  }

  /** Returns the table of ratios, followed by the table of growth if there is one. */
  TextPage page() {
    List<String> others =
        Stream.concat(Stream.of(Measurement.BASELINE), PEERS.stream())
            .filter(system -> measurements.stream().anyMatch(s -> s.system().equals(system)))
            .toList();
    List<List<String>> table =
        rows()
            .<List<String>>map(
                row ->
                    ImmutableList.<String>builder()
                        .add(
                            row.workload().name(),
                            row.claims(),
                            row.ours().valueText(),
                            row.ours().spreadText())
                        .addAll(others.stream().map(system -> ratio(row, system)).iterator())
                        .addAll(
                            TargetKind.ALL.stream()
                                .map(kind -> verdicts(row, kind).collect(Collectors.joining("; ")))
                                .iterator())
                        .build())
            .toList();
    TextPage ratios =
        TextPage.of("Time of each peer as a multiple of ours")
            .table(
                ImmutableList.<String>builder()
                    .add("workload", "claims", "ours", "spread")
                    .addAll(others)
                    .addAll(TargetKind.ALL.stream().map(TargetKind::heading).iterator())
                    .build(),
                table);
    List<List<String>> slopes = slopes();
    return slopes.isEmpty()
        ? ratios
        : ratios
            .gap()
            .page(
                TextPage.of("Growth with the number of claims")
                    .table(List.of("workload", "from", "to", "slope", "target"), slopes));
  }

  private String ratio(Row row, String system) {
    boolean isBaseline = system.equals(Measurement.BASELINE);
    String method = isBaseline ? row.workload().ours() : row.workload().theirs();
    return measurement(row.claims(), method, system)
        .map(other -> number(other.value() / row.ours().value()))
        .orElse("");
  }

  /**
   * Returns for each workload the exponent of growth in the number of claims; linear growth is 1.
   */
  private List<List<String>> slopes() {
    List<List<String>> slopes = new ArrayList<>();
    Map<BenchmarkWorkload, List<Row>> grouped =
        rows()
            .filter(row -> !row.claims().equals("un"))
            .collect(Collectors.groupingBy(Row::workload, LinkedHashMap::new, Collectors.toList()));
    grouped.forEach(
        (workload, rows) -> {
          Row first = rows.get(0);
          Row last = rows.get(rows.size() - 1);
          if (!first.equals(last)) {
            double growth = Double.parseDouble(last.claims()) / Double.parseDouble(first.claims());
            double slope = Math.log(last.ours().value() / first.ours().value()) / Math.log(growth);
            slopes.add(
                List.of(
                    workload.name(),
                    first.ours().valueText() + " at " + first.claims(),
                    last.ours().valueText() + " at " + last.claims(),
                    String.format(Locale.ROOT, "%.2f", slope),
                    workload.targets().stream()
                        .filter(target -> target.reference().equals(BenchmarkWorkload.GROWTH))
                        .map(
                            target ->
                                "≤ "
                                    + number(target.factor())
                                    + (slope <= target.factor() ? " ✓" : " ✗"))
                        .collect(Collectors.joining())));
          }
        });
    return slopes;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  /** Returns the tables as plain text. */
  @Override
  public String toString() {
    return page().print(Style.whole().width(250));
  }

  /** Returns the tables as Markdown, for the README. */
  String markdown() {
    return page().print(Style.whole().markdown());
  }

  /** Returns the report as JSON: nanoseconds per answer or bytes per claim, ratios and targets. */
  String json() {
    List<Map<String, Object>> rows =
        rows()
            .map(
                row -> {
                  Map<String, Object> json = new LinkedHashMap<>();
                  json.put("workload", row.workload().ours());
                  json.put("claims", row.claims());
                  json.put("ours", row.ours().value());
                  json.put("spread", row.ours().spread());
                  measurement(row.claims(), row.workload().ours(), Measurement.BASELINE)
                      .ifPresent(baseline -> json.put("baseline", baseline.value()));
                  Map<String, Double> peers = new LinkedHashMap<>();
                  Map<String, Double> ratios = new LinkedHashMap<>();
                  peers(row)
                      .forEach(
                          s -> {
                            peers.put(s.system(), s.value());
                            ratios.put(s.system(), s.value() / row.ours().value());
                          });
                  json.put("peers", peers);
                  json.put("ratios", ratios);
                  json.put(
                      "targets",
                      TargetKind.ALL.stream().flatMap(kind -> verdicts(row, kind)).toList());
                  return json;
                })
            .toList();
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
  }
}

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
import org.demarche.examples.benchmarks.Workload.Bound;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import tools.jackson.databind.json.JsonMapper;

/** Scores side by side: ours, how many times as long each peer takes, and what was wanted. */
record Report(List<Score> scores) {
  private static final List<String> WHO =
      List.of(
          "sqlite",
          "h2",
          "duckdb",
          "duckdb-asof",
          "cqengine",
          "cqengine-fit",
          "tablesaw",
          "streams",
          Workload.FLOOR);

  private static final Comparator<String> BY_SIZE =
      Comparator.comparing((String claims) -> claims.equals("un"))
          .thenComparing(String::length)
          .thenComparing(claims -> claims);

  /** A row of the table. */
  private record Row(Workload workload, String claims, Score ours) {}

  private Stream<Row> rows() {
    return Workload.all().stream()
        .flatMap(
            workload ->
                scores.stream()
                    .filter(s -> s.method().equals(workload.ours()))
                    .sorted(Comparator.comparing(Score::claims, BY_SIZE))
                    .map(ours -> new Row(workload, ours.claims(), ours)));
  }

  private Optional<Score> score(String claims, String method, String who) {
    return scores.stream()
        .filter(s -> s.claims().equals(claims) && s.method().equals(method) && s.who().equals(who))
        .findFirst();
  }

  private Stream<Score> theirs(Row row) {
    return WHO.stream().flatMap(who -> score(row.claims(), row.workload().theirs(), who).stream());
  }

  /** What a bound is measured by, where that was measured. */
  private OptionalDouble measure(Row row, Bound bound) {
    return switch (bound.of()) {
      case Workload.ALONE -> OptionalDouble.of(1);
      case Workload.IN_LINE -> OptionalDouble.empty(); // told where it is shown how it grows
      case Workload.FASTEST ->
          theirs(row).filter(s -> !s.who().equals(Workload.FLOOR)).mapToDouble(Score::value).min();
      case Workload.SMALLEST ->
          rows()
              .filter(other -> other.workload().equals(row.workload()))
              .filter(other -> !row.claims().equals("un") && !other.equals(row))
              .limit(1)
              .mapToDouble(other -> other.ours().value())
              .filter(value -> !isSmallest(row))
              .findFirst();
      default ->
          Stream.concat(
                  theirs(row).filter(s -> s.who().equals(bound.of())),
                  score(row.claims(), bound.of(), Score.OURS).stream())
              .mapToDouble(Score::value)
              .findFirst();
    };
  }

  private boolean isSmallest(Row row) {
    return rows()
        .filter(other -> other.workload().equals(row.workload()))
        .findFirst()
        .filter(row::equals)
        .isPresent();
  }

  private String verdict(Row row, Bound bound) {
    OptionalDouble measure = measure(row, bound);
    if (measure.isEmpty()) {
      return "";
    }
    double taken = row.ours().value() / measure.getAsDouble();
    String wanted =
        bound.of().equals(Workload.ALONE)
            ? "≤ " + Score.of(row.claims(), row.ours().method(), bound.times()).words()
            : bound.times() < 1
                ? number(1 / bound.times()) + "× ahead of " + bound.of() + ": " + number(1 / taken)
                : "≤ " + number(bound.times()) + "× " + bound.of() + ": " + number(taken);
    return wanted + (taken <= bound.times() ? " ✓" : " ✗");
  }

  /** The table of ratios. */
  TextPage page() {
    List<String> asked =
        WHO.stream().filter(who -> scores.stream().anyMatch(s -> s.who().equals(who))).toList();
    List<List<String>> table =
        rows()
            .<List<String>>map(
                row ->
                    ImmutableList.<String>builder()
                        .add(
                            row.workload().name(),
                            row.claims(),
                            row.ours().words(),
                            row.ours().spreadInWords())
                        .addAll(asked.stream().map(who -> ratio(row, who)).iterator())
                        .add(
                            row.workload().bounds().stream()
                                .map(bound -> verdict(row, bound))
                                .filter(verdict -> !verdict.isEmpty())
                                .collect(Collectors.joining("; ")))
                        .build())
            .toList();
    TextPage ratios =
        TextPage.of("How many times as long as we each takes")
            .table(
                ImmutableList.<String>builder()
                    .add("workload", "claims", "ours", "spread")
                    .addAll(asked)
                    .add("wanted")
                    .build(),
                table);
    List<List<String>> slopes = slopes();
    return slopes.isEmpty()
        ? ratios
        : ratios
            .gap()
            .page(
                TextPage.of("How it grows")
                    .table(List.of("workload", "from", "to", "slope", "wanted"), slopes));
  }

  private String ratio(Row row, String who) {
    return score(row.claims(), row.workload().theirs(), who)
        .map(theirs -> number(theirs.value() / row.ours().value()))
        .orElse("");
  }

  /** The exponent with which the time grows in the number of claims: 0 not at all, 1 in line. */
  private List<List<String>> slopes() {
    List<List<String>> slopes = new ArrayList<>();
    Map<Workload, List<Row>> grouped =
        rows()
            .filter(row -> !row.claims().equals("un"))
            .collect(Collectors.groupingBy(Row::workload, LinkedHashMap::new, Collectors.toList()));
    grouped.forEach(
        (workload, rows) -> {
          Row first = rows.get(0);
          Row last = rows.get(rows.size() - 1);
          if (!first.equals(last)) {
            double times = Double.parseDouble(last.claims()) / Double.parseDouble(first.claims());
            double slope = Math.log(last.ours().value() / first.ours().value()) / Math.log(times);
            slopes.add(
                List.of(
                    workload.name(),
                    first.ours().words() + " at " + first.claims(),
                    last.ours().words() + " at " + last.claims(),
                    String.format(Locale.ROOT, "%.2f", slope),
                    workload.bounds().stream()
                        .filter(bound -> bound.of().equals(Workload.IN_LINE))
                        .map(
                            bound ->
                                "≤ "
                                    + number(bound.times())
                                    + (slope <= bound.times() ? " ✓" : " ✗"))
                        .collect(Collectors.joining())));
          }
        });
    return slopes;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%.0f", value);
  }

  /** It as a table for people. */
  @Override
  public String toString() {
    return page().print(Style.whole().width(250));
  }

  /** It as Markdown, for the README. */
  String markdown() {
    return page().print(Style.whole().form(Style.Form.MARKDOWN));
  }

  /** It as JSON: nanoseconds an answer or bytes a claim, the ratios and the bounds. */
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
                  Map<String, Double> peers = new LinkedHashMap<>();
                  Map<String, Double> ratios = new LinkedHashMap<>();
                  theirs(row)
                      .forEach(
                          s -> {
                            peers.put(s.who(), s.value());
                            ratios.put(s.who(), s.value() / row.ours().value());
                          });
                  json.put("peers", peers);
                  json.put("ratios", ratios);
                  json.put(
                      "wanted",
                      row.workload().bounds().stream()
                          .map(bound -> verdict(row, bound))
                          .filter(verdict -> !verdict.isEmpty())
                          .toList());
                  return json;
                })
            .toList();
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(rows);
  }
}

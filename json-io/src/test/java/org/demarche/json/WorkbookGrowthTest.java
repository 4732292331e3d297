package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.json.RawWorkbook.text;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Workbooks of hostile shapes: four times of one take about four times as long to read. */
class WorkbookGrowthTest {
  private static final double FOUR_TIMES = 4 * 2.5;
  private static final double NO_TIME = 0.02;

  private static final Dossier KNOWN =
      Dossier.of(
          Actor.builder().id("o").name("O").kind(ActorKind.MEDIA).build(),
          Source.builder().id("s").outlet("o").title("S").published(When.parse("2017")).build());

  /** Parts of a workbook, of which there may be very many. */
  private record Shape(String name, int size, BiConsumer<Integer, RawWorkbook> more) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Shape> shapes() {
    return Stream.of(
        new Shape("empty columns", 100, (n, all) -> rows(n, "<c r='XFD#'/>", all.row(text("a")))),
        new Shape(
            "wide header",
            100,
            (n, all) -> {
              all.row(text("a"), "<c r='XFD2'/>");
              rows(n, inline("a"), all);
            }),
        new Shape(
            "empty rows",
            100_000,
            (n, all) -> all.row(text("a")).row("</row>" + "<row/>".repeat(n) + "<row>")),
        new Shape(
            "digits", 2_000, (n, all) -> rows(n, cell("<v>" + "1".repeat(300) + "</v>"), all)),
        new Shape("formats", 2_000, (n, all) -> formatted(n, "[".repeat(255), all)),
        new Shape("quoted formats", 2_000, (n, all) -> formatted(n, "\\".repeat(255), all)),
        new Shape("long format", 400_000, (n, all) -> formatted(30, "[".repeat(n), all)),
        new Shape("runs", 40_000, (n, all) -> all.row(inline("<r><t>ab</t></r>".repeat(n)))),
        new Shape(
            "shared runs",
            40_000,
            (n, all) ->
                all.sharedText("</t>" + "<r><t>ab</t></r>".repeat(n) + "<t>")
                    .row("<c r='@' t='s'><v>0</v></c>")),
        new Shape(
            "shared texts",
            4_000,
            (n, all) -> {
              for (int i = 0; i < n; i++) {
                all.sharedText("text " + i);
              }
              rows(n, "<c r='A#' t='s'><v>" + (n - 1) + "</v></c>", all);
            }),
        new Shape("spaces", 1_500_000, (n, all) -> all.row(text("a" + " ".repeat(n) + "b"))),
        new Shape("codes", 50_000, (n, all) -> all.row(text("_x0041_".repeat(n)))),
        new Shape("references", 200_000, (n, all) -> all.row(text("&#65;".repeat(n)))),
        new Shape("formulas", 4_000, (n, all) -> rows(n, cell("<f>A1</f><v>1</v>"), all)),
        new Shape(
            "shared formulas",
            2_000,
            (n, all) -> {
              all.row("<c r='@'><f t='shared' si='0' ref='@'>" + "A1+".repeat(50) + "1</f></c>");
              rows(n, cell("<f t='shared' si='0'/><v>1</v>"), all);
            }),
        new Shape(
            "attributes",
            2_400,
            (n, all) -> all.row("<c r='@' " + numbered("a%s='' ", n) + "><v>1</v></c>")),
        new Shape(
            "namespaces",
            400,
            (n, all) ->
                rows(n, "<c r='A#' " + numbered("xmlns:a%s='u' ", 200) + "><v>1</v></c>", all)),
        new Shape("elements", 10_000, (n, all) -> all.row(text("a"), numbered("<a%s/>", n))),
        new Shape("sheets", 10_000, (n, all) -> all.row(text("a")).hiddenSheets(n)),
        new Shape(
            "parts",
            2_000,
            (n, all) -> {
              all.row(text("a"));
              for (int i = 0; i < n; i++) {
                all.with("xl/part" + i, "<a/>");
              }
            }));
  }

  private static void formatted(int number, String format, RawWorkbook workbook) {
    rows(number, "<c r='A#' s='3'><v>1</v></c>", workbook.row(text("a")).style(format));
  }

  private static void rows(int number, String cell, RawWorkbook workbook) {
    for (int row = 2; row < number + 2; row++) {
      workbook.row(cell.replace("#", Integer.toString(row)));
    }
  }

  private static String cell(String content) {
    return "<c r='A#'>" + content + "</c>";
  }

  private static String inline(String content) {
    return "<c r='@' t='inlineStr'><is>" + content + "</is></c>";
  }

  private static String numbered(String pattern, int number) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < number; i++) {
      all.append(pattern.formatted(i));
    }
    return all.toString();
  }

  @TempDir Path folder;

  private Path workbook(Shape shape, int size) throws IOException {
    RawWorkbook workbook = new RawWorkbook().row(text("cell"));
    shape.more.accept(size, workbook);
    return workbook.write(folder.resolve(shape + "-" + size + ".xlsx"));
  }

  private static LoadedClaims read(Path file) {
    return ClaimTable.of(file)
        .id("r{#}")
        .principals("a")
        .actors(ActorKind.STATE)
        .proposition("p")
        .propositions("i", "P.")
        .stance("FOR")
        .force("ASSERT")
        .source("s")
        .onto(KNOWN)
        .asserted("2017")
        .mode("RECORDED")
        .gist("{cell}")
        .read();
  }

  private static double seconds(Path file) {
    double best = Double.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
      LoadedClaims load = read(file);
      long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
      best = Math.min(best, spent / 1e9);
      assertThat(load.dossier().claims()).as(load.problems().toString()).isNotEmpty();
    }
    return best;
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void reading_takes_time_in_proportion_to_the_size(Shape shape) throws IOException {
    Path small = workbook(shape, shape.size);
    Path large = workbook(shape, 4 * shape.size);
    read(small); // warms up

    assertThat(seconds(large)).isLessThan(FOUR_TIMES * Math.max(seconds(small), NO_TIME));
  }
}

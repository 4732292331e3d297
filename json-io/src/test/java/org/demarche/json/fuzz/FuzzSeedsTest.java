package org.demarche.json.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The seeds of fuzzing, and inputs on which it once failed, run one by one. */
class FuzzSeedsTest {
  private static final Path SEEDS = Path.of("src/test/resources/fuzz");

  private interface Target {
    void tryOne(byte[] input);
  }

  private static final Map<String, Target> TARGETS =
      Map.ofEntries(
          Map.entry("document", DocumentTarget::fuzzerTestOneInput),
          Map.entry("snapshot", SnapshotTarget::fuzzerTestOneInput),
          Map.entry("csv", CsvTarget::fuzzerTestOneInput),
          Map.entry("annotations", AnnotationsTarget::fuzzerTestOneInput),
          Map.entry("print", PrintTarget::fuzzerTestOneInput),
          Map.entry("lines", LinesTarget::fuzzerTestOneInput),
          Map.entry("when", WhenTarget::fuzzerTestOneInput),
          Map.entry("answer", AnswerTarget::fuzzerTestOneInput),
          Map.entry("dna-events", DnaEventsTarget::fuzzerTestOneInput),
          Map.entry("dna-database", DnaDatabaseTarget::fuzzerTestOneInput),
          Map.entry("qda", QdaTarget::fuzzerTestOneInput),
          Map.entry("workbook", WorkbookTarget::fuzzerTestOneInput),
          Map.entry("drafts", DraftsTarget::fuzzerTestOneInput),
          Map.entry("texts", TextsTarget::fuzzerTestOneInput),
          Map.entry("growing", GrowingTarget::fuzzerTestOneInput),
          Map.entry("repair", RepairTarget::fuzzerTestOneInput),
          Map.entry("query", QueryTarget::fuzzerTestOneInput),
          Map.entry("templates", TemplatesTarget::fuzzerTestOneInput));

  private static Stream<DynamicTest> seeds(String folder, Target target) throws IOException {
    try (Stream<Path> files = Files.list(SEEDS.resolve(folder))) {
      List<Path> seeds = files.sorted().toList();
      assertThat(seeds).isNotEmpty();
      return seeds.stream()
          .map(
              seed ->
                  DynamicTest.dynamicTest(
                      folder + "/" + seed.getFileName(),
                      () -> target.tryOne(Files.readAllBytes(seed))));
    }
  }

  @TestFactory
  Stream<DynamicTest> all() throws IOException {
    Stream<DynamicTest> all = Stream.empty();
    for (Map.Entry<String, Target> target : TARGETS.entrySet()) {
      all = Stream.concat(all, seeds(target.getKey(), target.getValue()));
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> lines_by_both_readings() throws IOException {
    return seeds("lines", LineReadingsTarget::fuzzerTestOneInput);
  }

  @Test
  void every_folder_of_seeds_has_its_target() throws IOException {
    try (Stream<Path> folders = Files.list(SEEDS)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(TARGETS.keySet());
    }
  }
}

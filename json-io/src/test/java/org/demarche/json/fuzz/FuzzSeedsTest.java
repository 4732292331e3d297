package org.demarche.json.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The seeds of fuzzing, and inputs on which it once failed, run one by one. */
class FuzzSeedsTest {
  private static final Path SEEDS = Path.of("src/test/resources/fuzz");

  private interface Target {
    void tryOne(byte[] input);
  }

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
  Stream<DynamicTest> documents() throws IOException {
    return seeds("document", DocumentTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> lines() throws IOException {
    return seeds("lines", LinesTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> lines_by_both_readings() throws IOException {
    return seeds("lines", LineReadingsTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> dates() throws IOException {
    return seeds("when", WhenTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> snapshots() throws IOException {
    return seeds("snapshot", SnapshotTarget::fuzzerTestOneInput);
  }

  @TestFactory
  Stream<DynamicTest> tables() throws IOException {
    return seeds("csv", CsvTarget::fuzzerTestOneInput);
  }
}

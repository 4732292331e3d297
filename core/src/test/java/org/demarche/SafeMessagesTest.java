package org.demarche;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A refused argument may come from a file or from the network, so every such exception is made by
 * {@code ShownValue.refused}, which keeps its message short and safe to print.
 */
class SafeMessagesTest {
  /**
   * Files below {@code ShownValue}, or whose messages have only numbers and words of the library.
   */
  private static final List<String> OTHERS =
      List.of(
          "ShownValue.java",
          "Tracker.java",
          "SignColour.java",
          "TextPage.java",
          "Style.java",
          "PageRenderer.java",
          "WordCatalogue.java",
          "MappedFile.java",
          "Region.java");

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "../json-io/src/main/java"})
  void no_message_of_a_refused_argument_is_made_elsewhere(Path folder) throws IOException {
    List<Path> sources;
    try (Stream<Path> all = Files.walk(folder)) {
      sources = all.filter(file -> file.toString().endsWith(".java")).toList();
    }
    assertThat(sources).hasSizeGreaterThan(100);
    for (Path source : sources) {
      if (OTHERS.stream().noneMatch(source::endsWith)) {
        assertThat(Files.readString(source, UTF_8))
            .as(source.toString())
            .doesNotContain("new IllegalArgumentException(");
      }
    }
  }
}

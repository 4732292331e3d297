package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

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

  @Test
  void no_message_of_a_refused_argument_is_made_elsewhere() throws IOException {
    MainSources.read()
        .forEach(
            (file, text) -> {
              if (OTHERS.stream().noneMatch(file::endsWith)) {
                assertThat(text)
                    .as(file.toString())
                    .doesNotContain("new IllegalArgumentException(");
              }
            });
  }
}

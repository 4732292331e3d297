package org.demarche.examples.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs cells in the kernel of rapaio. */
@Timeout(180)
class RapaioDisplayTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  @TempDir private static Path folder;
  private static KernelProcess kernel;

  @BeforeAll
  static void start() throws Exception {
    kernel = KernelProcess.start(CLASS_PATH, folder);
    kernel.run(MarkupDossier.cell());
  }

  @AfterAll
  static void stop() {
    kernel.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostile.position(\"a\", \"p\")",
        "hostile.position(\"a\", \"p\").page()",
        "hostile.explain(\"a\", \"p\")",
        "hostile.claims()",
        "hostile.claims().chronology()"
      })
  void an_answer_is_a_frame_in_which_nothing_can_run(String cell) {
    JsonNode shown = kernel.run(cell);
    assertThat(shown.get("text/html").asString()).matches(MarkupDossier.FRAME);
    assertThat(MarkupDossier.framed(shown.get("text/html").asString()))
        .contains("&lt;script&gt;")
        .doesNotContain("<script", "<img");
    assertThat(shown.get("text/plain").asString()).contains("<script>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostile.position(\"a\", \"p\").print()",
        "hostile.dossier().claim(\"C\")",
        "hostile.dossier().claims()",
        "hostile.claims().list().get(0).evidence().get(0)",
        "hostile.dossier().claims().toArray()",
        "java.util.Map.of(\"C\", hostile.dossier().claim(\"C\"))",
        "java.util.Map.entry(\"C\", hostile.dossier().claim(\"C\"))",
        "hostile.dossier().claims().stream().collect(java.util.stream.Collectors.groupingBy(it -> it.force()))"
      })
  void any_other_value_is_plain_text(String cell) {
    JsonNode shown = kernel.run(cell);
    assertThat(shown.propertyNames()).containsExactly("text/plain");
  }

  @Test
  void without_the_renderers_the_markup_of_a_quotation_would_run(@TempDir Path other)
      throws Exception {
    String without =
        Stream.of(CLASS_PATH.split(File.pathSeparator))
            .filter(
                entry ->
                    !Files.exists(
                        Path.of(entry, "META-INF/services", DisplayProvider.class.getName())))
            .collect(Collectors.joining(File.pathSeparator));
    try (KernelProcess bare = KernelProcess.start(without, other)) {
      bare.run(MarkupDossier.cell());
      assertThat(bare.run("hostile.dossier().claim(\"C\")").get("text/html").asString())
          .contains("<script>alert(1)</script>");
    }
  }

  @Test
  void the_cells_of_the_sample_show_a_position_a_matrix_and_a_picture() throws IOException {
    List<JsonNode> shown = new ArrayList<>();
    for (JsonNode cell : new JsonMapper().readTree(Path.of("thaad.ipynb")).get("cells")) {
      if (cell.get("cell_type").asString().equals("code")) {
        shown.add(
            kernel.run(
                cell.get("source")
                    .valueStream()
                    .map(JsonNode::asString)
                    .collect(Collectors.joining())));
      }
    }
    assertThat(shown).hasSize(4);
    assertThat(shown.get(0).isEmpty()).isTrue();
    assertThat(shown.get(1).get("text/plain").asString())
        .contains("AP22-02", "“rejecting Chinese calls");
    assertThat(shown.get(2).get("text/plain").asString())
        .contains("the three nos", "refuses to be");
    assertThat(shown.get(3).get("text/html").asString())
        .startsWith("<img alt=\"South Korea, China");
    assertThat(shown.subList(1, 4)).allMatch(data -> data.has("text/html"));
  }
}

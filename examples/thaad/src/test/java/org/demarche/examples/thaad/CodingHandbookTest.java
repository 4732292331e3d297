package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The handbook for coders, examples/CODING.md: each example is added to the base dossier and asked
 * the question above it, and the warnings and the answer are those shown. The system property
 * {@code demarche.handbook=write} rewrites what is shown.
 */
class CodingHandbookTest {
  private static final Path FILE =
      Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
          .filter(folder -> Files.exists(folder.resolve("CONTRIBUTING.md")))
          .map(folder -> folder.resolve("examples/CODING.md"))
          .findFirst()
          .orElseThrow();

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A question on a line of its own, or a block of JSON followed by a block of text. */
  private static final Pattern PIECE =
      Pattern.compile(
          "^`(tracker\\.[^`]+)`$|^```json\n([^`]*)\n```\n(?:\n`(tracker\\.[^`]+)`\n)?\n```text\n([^`]*)```",
          Pattern.DOTALL | Pattern.MULTILINE);

  /**
   * An example.
   *
   * @param replaced the records of the wrong coding, to which the right coding is added
   * @param records the records shown
   */
  private record Example(String replaced, String records, String question, String shown) {}

  private static List<Example> examples(String handbook) {
    List<Example> examples = new ArrayList<>();
    String question = "";
    String wrong = "{}";
    int end = 0;
    Matcher piece = PIECE.matcher(handbook);
    while (piece.find()) {
      if (piece.group(2) == null) {
        question = piece.group(1);
      } else {
        boolean isRight = handbook.substring(end, piece.start()).contains("\nRight:");
        examples.add(
            new Example(
                isRight ? wrong : "{}",
                piece.group(2),
                piece.group(3) == null ? question : piece.group(3),
                piece.group(4)));
        wrong = piece.group(2);
      }
      end = piece.end();
    }
    return examples;
  }

  private static String base(String handbook) {
    Matcher base =
        Pattern.compile("```json\n(\\{ \"demarche\".*?)\n```", Pattern.DOTALL).matcher(handbook);
    assertThat(base.find()).isTrue();
    return base.group(1);
  }

  /** Adds records to a document; a record with the id of another replaces it. */
  private static void add(ObjectNode document, String records) {
    JSON.readTree(records)
        .properties()
        .forEach(
            kind -> {
              Map<String, JsonNode> byId = new LinkedHashMap<>();
              for (JsonNode record : document.withArray(kind.getKey())) {
                byId.put(record.get("id").asString(), record);
              }
              kind.getValue().forEach(record -> byId.put(record.get("id").asString(), record));
              ArrayNode merged = JSON.createArrayNode();
              byId.values().forEach(merged::add);
              document.set(kind.getKey(), merged);
            });
  }

  private static Dossier dossier(String base, Example example) {
    ObjectNode document = (ObjectNode) JSON.readTree(base);
    add(document, example.replaced());
    add(document, example.records());
    return Dossiers.parse(document.toString());
  }

  /** Returns the warnings of an example and the answer to its question, wrapped. */
  private static String answer(JShell shell, String base, Example example, Path file)
      throws IOException {
    Dossier dossier = dossier(base, example);
    Dossiers.write(dossier, file);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      run(shell, "tracker = Tracker.of(Dossiers.read(Path.of(\"" + file + "\")));");
      run(shell, "System.out.print(" + example.question() + ".sentence());");
    } finally {
      System.setOut(out);
    }
    TextPage page = TextPage.empty();
    for (Object warning : dossier.warnings()) {
      page = page.line(0, 4, "warning: " + warning);
    }
    for (String line : printed.toString(StandardCharsets.UTF_8).lines().toList()) {
      page = page.line(0, 0, line);
    }
    return page.print(Style.whole().width(110)) + "\n";
  }

  private static void run(JShell shell, String code) {
    for (SnippetEvent event : shell.eval(code)) {
      assertThat(event.exception()).as(code).isNull();
      assertThat(event.status()).as(code).isNotEqualTo(Snippet.Status.REJECTED);
    }
  }

  @Test
  void every_example_has_the_warnings_and_the_answer_shown(@TempDir Path folder)
      throws IOException {
    String handbook = Files.readString(FILE);
    List<Example> examples = examples(handbook);
    Map<Example, String> answers = new LinkedHashMap<>();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      run(shell, "import org.demarche.Tracker;");
      run(shell, "import org.demarche.json.Dossiers;");
      run(shell, "import java.nio.file.Path;");
      run(shell, "Tracker tracker = null;");
      for (Example example : examples) {
        answers.put(example, answer(shell, base(handbook), example, folder.resolve("d.json")));
      }
    }
    if (System.getProperty("demarche.handbook", "").equals("write")) {
      StringBuilder written = new StringBuilder(handbook);
      int from = 0;
      for (Map.Entry<Example, String> entry : answers.entrySet()) {
        String records = entry.getKey().records();
        int text =
            written.indexOf("```text\n", written.indexOf(records, from) + records.length()) + 8;
        written.replace(text, written.indexOf("```", text), entry.getValue());
        from = text;
      }
      Files.writeString(FILE, written);
    } else {
      answers.forEach(
          (example, answer) -> assertThat(answer).as(example.records()).isEqualTo(example.shown()));
    }
  }

  @Test
  void every_mistake_has_a_wrong_and_a_right_coding_with_different_answers() throws IOException {
    String handbook = Files.readString(FILE);
    String[] mistakes = handbook.split("\n### \\d+\\. ");
    assertThat(mistakes).hasSize(28);
    for (String mistake : List.of(mistakes).subList(1, mistakes.length)) {
      assertThat(mistake).containsSubsequence("\nWrong:", "```json", "\nRight:", "```json");
      assertThat(examples(mistake))
          .as(mistake)
          .hasSize(2)
          .extracting(Example::shown)
          .doesNotHaveDuplicates();
      assertThat(examples(mistake)).as(mistake).extracting(Example::question).doesNotContain("");
    }
    assertThat(examples(handbook)).hasSize(55);
    assertThat(Pattern.compile("^```json$", Pattern.MULTILINE).matcher(handbook).results())
        .as("with the base")
        .hasSize(56);
  }
}

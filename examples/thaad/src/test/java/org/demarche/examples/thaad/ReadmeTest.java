package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README tells the truth: its code runs, and what it shows as output is output. */
class ReadmeTest {
  private static final Path ROOT = root();
  private static final String DOSSIER = "examples/thaad/src/main/resources/thaad.json";

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("CONTRIBUTING.md")))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> blocks(String language) throws IOException {
    return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
        .matcher(Files.readString(ROOT.resolve("README.md")))
        .results()
        .map(block -> block.group(1))
        .toList();
  }

  /** The one block that starts so. */
  private static String starting(String language, String start) throws IOException {
    List<String> found = blocks(language).stream().filter(b -> b.startsWith(start)).toList();
    assertThat(found).as(start).hasSize(1);
    return found.get(0);
  }

  private static String output(String start) throws IOException {
    return starting("text", start);
  }

  /** The code to embed it, with the path of the dossier as it is here. */
  private static String embedding() throws IOException {
    return starting("java", "import java.nio.file.Path;\nimport org.demarche.Tracker;")
        .replace(DOSSIER, ROOT.resolve(DOSSIER).toString());
  }

  @Test
  void what_is_typed_first_is_answered_as_it_is_said_to_be() throws IOException {
    Tracker thaad = Tracker.of(ThaadDossier.read());
    assertThat(blocks("java").get(0))
        .isEqualTo("thaad.asOf(\"2022-08-11\").position(\"rok\", \"additional-thaad\")");
    assertThat(thaad.asOf("2022-08-11").position("rok", "additional-thaad"))
        .hasToString(blocks("text").get(0));
  }

  @Test
  void what_it_has_for_bash_the_shell_itself_says_too() throws IOException {
    String launcher = Files.readString(ROOT.resolve("examples/shell/demarche"));
    assertThat(output("mvn -q -Dmaven").lines())
        .containsExactly(
            "mvn -q -Dmaven.test.skip=true package -pl examples/shell -am",
            "java -p examples/shell/target/shell -m org.demarche.examples.shell/org.demarche.examples.shell.Shell");
    assertThat(launcher)
        .contains("-Dmaven.test.skip=true package -pl examples/shell -am")
        .contains("jars=$here/target/shell")
        .contains(
            "java -p \"$jars\" -m org.demarche.examples.shell/org.demarche.examples.shell.Shell");
  }

  @Test
  void what_the_main_job_is_said_to_print_it_prints() throws IOException {
    String report = PositionMatrixReport.report(Tracker.of(ThaadDossier.read()));
    assertThat(report)
        .contains(output("Republic of Korea (rok)"), output("† other side"))
        .contains(output("Republic of Korea on additional-thaad"));
  }

  @Test
  void the_code_to_embed_it_runs_and_prints_what_it_is_said_to() throws IOException {
    assertThat(printed(embedding())).isEqualTo(output("FOR/UNSPECIFIED") + "\n");
  }

  @Test
  void the_table_that_is_shown_is_read_as_it_is_said_to_be(@TempDir Path folder)
      throws IOException {
    Path table = Files.writeString(folder.resolve("votes.csv"), blocks("csv").get(0));
    String code = starting("java", "import java.nio.file.Path;\nimport java.util.Map;");
    assertThat(printed(code.replace("votes.csv", table.toString())))
        .isEqualTo(output("4: id is empty") + "\n");
  }

  @Test
  void the_calls_in_the_table_of_files_are_calls_that_can_be_made(@TempDir Path folder)
      throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    String table = readme.substring(readme.indexOf("| to do | call |"));
    List<String> calls =
        Pattern.compile("`((?:Dossiers|Answers|JsonMapper)\\.[^`…]*\\))`")
            .matcher(table.substring(0, table.indexOf("\n- ")))
            .results()
            .map(call -> call.group(1))
            .toList();
    assertThat(calls).hasSize(8);
    Path lines = folder.resolve("2018.jsonl");
    Dossiers.write(ThaadDossier.read().claims().stream().limit(1), lines);
    Files.createDirectory(folder.resolve("claims"));
    Dossiers.write(ThaadDossier.read(), folder.resolve("who-and-what.json"));
    Dossiers.write(ThaadDossier.read(), folder.resolve("claims").resolve("all.jsonl"));
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      run(shell, String.join("\n", embedding().lines().limit(9).toList()));
      run(shell, "import org.demarche.answer.*; import org.demarche.model.*;");
      run(shell, "import org.demarche.json.*; import tools.jackson.databind.json.JsonMapper;");
      run(shell, "Dossier dossier = tracker.dossier(); Claim claim = dossier.claims().get(0);");
      run(shell, "Path file = Path.of(\"" + folder.resolve("who-and-what.json") + "\");");
      run(
          shell,
          "String json = JsonMapper.builder().findAndAddModules().build().writeValueAsString(claim);");
      for (String call : calls) {
        run(shell, call.replaceAll("Path\\.of\\(\"", "Path.of(\"" + folder + "/") + ";");
      }
    }
  }

  /** What code prints. */
  private static String printed(String code) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      run(shell, code);
    } finally {
      System.setOut(out);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void the_calls_in_the_table_of_questions_are_calls_that_can_be_made() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    List<String> calls =
        Pattern.compile("`((?:tracker|then|now|Agreement|Congruence|Affiliation)\\.[^`…]*\\))`")
            .matcher(readme.substring(readme.indexOf("| question | call |")))
            .results()
            .map(call -> call.group(1))
            .toList();
    assertThat(calls).hasSizeGreaterThan(14);
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      run(shell, String.join("\n", embedding().lines().limit(9).toList()));
      run(shell, "import org.demarche.answer.*; import org.demarche.model.*;");
      run(shell, "import org.demarche.network.*; Dossier more = tracker.dossier();");
      for (String call : calls) {
        run(shell, "String answer = " + call + ".toString();");
      }
    }
  }

  /** Evaluates code, statement by statement; none of them may fail. */
  private static void run(JShell shell, String code) {
    for (String rest = code; !rest.isEmpty(); ) {
      SourceCodeAnalysis.CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      for (SnippetEvent event : shell.eval(next.source())) {
        assertThat(event.exception()).as(event.snippet().source()).isNull();
        assertThat(event.status())
            .as(event.snippet().source())
            .isNotEqualTo(Snippet.Status.REJECTED);
      }
      rest = next.remaining().strip();
    }
  }

  @Test
  void the_small_dossier_is_one() throws IOException {
    assertThat(Dossiers.parse(blocks("json").get(0)).claims()).hasSize(1);
  }

  @Test
  void a_mistyped_proposition_is_reported_as_it_is_said_to_be(@TempDir Path folder)
      throws IOException {
    String json = Files.readString(ROOT.resolve(DOSSIER));
    int claim = json.indexOf("\"id\": \"KT17-07\"");
    int at = json.indexOf("\"three-nos\"", claim);
    Path file = folder.resolve("thaad.json");
    Files.writeString(
        file,
        json.substring(0, at) + "\"three-no\"" + json.substring(at + "\"three-nos\"".length()));
    InvalidDossierException refused =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.read(file));
    assertThat(refused.problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.UNKNOWN_ID);
    assertThat(refused).hasMessageEndingWith(output("thaad.json:1485"));
  }

  @Test
  void the_commands_are_those_that_the_gate_runs() throws IOException {
    String gate = Files.readString(ROOT.resolve(".ci/run"));
    for (String line : blocks("sh").get(0).lines().toList()) {
      assertThat(gate).contains(line.replaceAll("\\s+#.*", ""));
    }
  }
}

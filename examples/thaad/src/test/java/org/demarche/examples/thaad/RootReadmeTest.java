package org.demarche.examples.thaad;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import org.demarche.Tracker;
import org.demarche.json.Answers;
import org.demarche.json.ClaimTable;
import org.demarche.json.Codings;
import org.demarche.json.Dossiers;
import org.demarche.json.LoadedClaims;
import org.demarche.json.WebAnnotations;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.text.Style;
import org.demarche.text.TextPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README: its code runs, its output is what the code prints, and its names exist. */
class RootReadmeTest {
  private static final Path ROOT = root();
  private static final String DOSSIER = "examples/thaad/src/main/resources/thaad.json";

  // The parts of the README

  private static Path root() {
    return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
        .filter(folder -> Files.exists(folder.resolve("CONTRIBUTING.md")))
        .findFirst()
        .orElseThrow();
  }

  private static String readme() throws IOException {
    return Files.readString(ROOT.resolve("README.md"));
  }

  /** Returns what the first group of a pattern matches, in order. */
  private static List<String> matches(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group(1)).toList();
  }

  /** Returns the code blocks that are marked with a language. */
  private static List<String> blocks(String language) throws IOException {
    return matches(Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL), readme());
  }

  /** Returns the only code block that starts with a text. */
  private static String blockStarting(String language, String start) throws IOException {
    List<String> found = blocks(language).stream().filter(b -> b.startsWith(start)).toList();
    assertThat(found).as(start).hasSize(1);
    return found.get(0);
  }

  private static String output(String start) throws IOException {
    return blockStarting("text", start);
  }

  /** Returns the embedding example, with the path of the dossier resolved on this machine. */
  private static String embeddingExample() throws IOException {
    return blockStarting("java", "import java.nio.file.Path;\nimport org.demarche.Tracker;")
        .replace(DOSSIER, ROOT.resolve(DOSSIER).toString());
  }

  /** Returns the statements of the embedding example that define tracker, then and now. */
  private static String trackers() throws IOException {
    return String.join(
        "\n",
        embeddingExample().lines().takeWhile(line -> !line.startsWith("System.out")).toList());
  }

  /** Returns the rows of the table with a header, up to the next empty line. */
  private static String table(String header) throws IOException {
    String readme = readme();
    int start = readme.indexOf(header);
    assertThat(start).as(header).isNotNegative();
    return readme.substring(start, readme.indexOf("\n\n", start));
  }

  // Code and output

  @Test
  void every_code_block_is_of_a_kind_and_number_that_these_tests_check() throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    matches(Pattern.compile("^```(\\w+)$", Pattern.MULTILINE), readme())
        .forEach(language -> counts.merge(language, 1, Integer::sum));
    assertThat(counts)
        .isEqualTo(Map.of("csv", 1, "java", 11, "json", 1, "sh", 1, "text", 14, "xml", 2));
  }

  @Test
  void the_first_question_gives_the_answer_shown() throws IOException {
    Tracker thaad = Tracker.of(ThaadDossier.read());
    assertThat(blocks("java").get(0))
        .isEqualTo("thaad.asOf(\"2022-08-11\").position(\"rok\", \"additional-thaad\")");
    assertThat(thaad.asOf("2022-08-11").position("rok", "additional-thaad").print())
        .isEqualTo(blocks("text").get(0));
  }

  @Test
  void the_commands_without_bash_match_the_launcher() throws IOException {
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
  void the_versions_to_pin_beside_spring_boot_3_are_those_that_its_example_pins()
      throws IOException {
    String pom = Files.readString(ROOT.resolve("examples/spring-boot-3/pom.xml"));
    assertThat(withoutCommentsAndSpaces(pom))
        .contains(withoutCommentsAndSpaces(blocks("xml").get(1)));
  }

  private static String withoutCommentsAndSpaces(String xml) {
    return xml.replaceAll("(?s)<!--.*?-->", "").replaceAll("\\s", "");
  }

  @Test
  void the_second_command_prints_the_tables_shown() throws IOException {
    String report = PositionMatrixReport.report(Tracker.of(ThaadDossier.read()));
    assertThat(report)
        .contains(output("Positions of South Korea (rok)"), output("+ for"))
        .contains(output("South Korea on more THAAD batteries"));
  }

  @Test
  void the_embedding_example_prints_the_output_shown() throws IOException {
    assertThat(printed(embeddingExample()))
        .isEqualTo(output("South Korea, as of 24 November 2017") + "\n");
  }

  @Test
  void the_example_of_words_and_codes_prints_the_output_shown() throws IOException {
    String code =
        "import java.util.*; import org.demarche.answer.*; import org.demarche.model.*;\n"
            + trackers()
            + "\n"
            + blockStarting("java", "Position position");
    assertThat(printed(code)).isEqualTo(output("rok on additional-thaad") + "\n");
  }

  @Test
  void the_table_of_signs_agrees_with_the_ascii_style() throws IOException {
    List<String> rows =
        table("| sign | meaning |").lines().skip(2).map(row -> row.replace("`", "")).toList();
    assertThat(rows).hasSize(7);
    for (String row : rows) {
      String[] cells = row.split("\\|", -1);
      assertThat(TextPage.of(cells[1].strip()).print(Style.standard().ascii()))
          .isEqualTo(cells[4].strip());
    }
  }

  @Test
  void the_example_that_adds_a_claim_prints_the_output_shown() throws IOException {
    String code =
        "import org.demarche.model.*;\n" + trackers() + "\n" + blockStarting("java", "Claim urged");
    assertThat(printed(code)).isEqualTo(output("Differences between A") + "\n");
  }

  @Test
  void the_example_of_a_walk_back_prints_the_output_shown() throws IOException {
    String code =
        "import java.util.*; import org.demarche.model.*;\n"
            + trackers()
            + "\n"
            + blockStarting("java", "Source note");
    assertThat(printed(code)).isEqualTo(output("South Korea, as of 18 August") + "\n");
  }

  @Test
  void the_csv_example_prints_the_output_shown(@TempDir Path folder) throws IOException {
    Path table = Files.writeString(folder.resolve("votes.csv"), blocks("csv").get(0));
    String code = blockStarting("java", "import java.nio.file.Path;\nimport java.util.Map;");
    assertThat(printed(code.replace("votes.csv", table.toString())))
        .isEqualTo(output("4: id is empty") + "\n");
  }

  @Test
  void the_small_dossier_is_valid() throws IOException {
    assertThat(Dossiers.parse(blocks("json").get(0)).claims()).hasSize(1);
  }

  @Test
  void a_mistyped_proposition_gives_the_message_shown(@TempDir Path folder) throws IOException {
    String json = Files.readString(ROOT.resolve(DOSSIER));
    int claim = json.indexOf("\"id\": \"KT17-07\"");
    int at = json.indexOf("\"three-nos\"", claim);
    Path file = folder.resolve("thaad.json");
    Files.writeString(
        file,
        json.substring(0, at) + "\"three-no\"" + json.substring(at + "\"three-nos\"".length()));
    InvalidDossierException rejected =
        catchThrowableOfType(InvalidDossierException.class, () -> Dossiers.read(file));
    assertThat(rejected.problems())
        .extracting(Problem::code)
        .containsExactly(Problem.Code.UNKNOWN_ID);
    assertThat(rejected).hasMessageEndingWith(output("thaad.json:1536"));
  }

  @Test
  void a_due_day_before_the_claim_gives_the_warning_shown(@TempDir Path folder) throws IOException {
    String json = Files.readString(ROOT.resolve(DOSSIER));
    int at = json.indexOf("\"WELCOME\",", json.indexOf("\"id\": \"KT17-07\""));
    int end = at + "\"WELCOME\",".length();
    Path file = folder.resolve("thaad.json");
    Files.writeString(file, json.substring(0, end) + " \"due\": \"2016\"," + json.substring(end));
    List<String> warnings = new ArrayList<>();
    Dossiers.reader().onWarning(warning -> warnings.add(warning.toString())).read(file);
    assertThat(warnings).contains(folder + "/" + output("thaad.json:1538").strip());
  }

  @Test
  void the_continuous_integration_script_runs_every_command_shown() throws IOException {
    String script = Files.readString(ROOT.resolve(".ci/run"));
    for (String line : blocks("sh").get(0).lines().toList()) {
      assertThat(script).contains(line.replaceAll("\\s+#.*", ""));
    }
  }

  @Test
  void the_dependency_shown_is_the_one_that_this_build_makes() throws IOException {
    String dependency = blocks("xml").get(0);
    String module = Files.readString(ROOT.resolve("json-io/pom.xml"));
    for (String element : List.of("groupId", "artifactId", "version")) {
      Pattern pattern = Pattern.compile("(<" + element + ">[^<]*</" + element + ">)");
      List<String> shown = matches(pattern, dependency);
      assertThat(shown).hasSize(1);
      assertThat(module).contains(shown);
    }
  }

  // Calls in tables and in text

  @Test
  void every_call_in_the_table_of_files_runs(@TempDir Path folder) throws IOException {
    List<String> calls =
        matches(
            Pattern.compile("`((?:Dossiers|Answers|JsonMapper)\\.[^`…]*\\))`"),
            table("| to do | call |"));
    assertThat(calls).hasSize(27);
    Path lines = folder.resolve("2018.jsonl");
    Dossiers.write(ThaadDossier.read(), lines);
    Files.createDirectory(folder.resolve("claims"));
    Dossiers.write(ThaadDossier.read(), folder.resolve("who-and-what.json"));
    Dossiers.write(ThaadDossier.read(), folder.resolve("claims.jsonl"));
    Dossiers.write(ThaadDossier.read(), folder.resolve("claims").resolve("all.jsonl"));
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      run(shell, trackers());
      run(shell, "import org.demarche.answer.*; import org.demarche.model.*;");
      run(shell, "import org.demarche.json.*; import tools.jackson.databind.json.JsonMapper;");
      run(shell, "Dossier dossier = tracker.dossier(); Claim claim = dossier.claims().get(0);");
      run(shell, "Path file = Path.of(\"" + folder.resolve("who-and-what.json") + "\");");
      run(shell, "var out = new java.io.PrintStream(new java.io.ByteArrayOutputStream());");
      run(shell, "var answer = now.compare(\"rok\", \"prc\");");
      run(shell, "String text = Answers.format(answer); String line = Dossiers.line(claim);");
      run(
          shell,
          "String json = JsonMapper.builder().findAndAddModules().build().writeValueAsString(claim);");
      for (String call : calls) {
        run(shell, call.replaceAll("Path\\.of\\(\"", "Path.of(\"" + folder + "/") + ";");
      }
    }
  }

  @Test
  void every_call_on_a_tracker_a_query_or_an_answer_runs() throws IOException {
    List<String> calls =
        matches(
            Pattern.compile("`((?!Dossiers|Answers|JsonMapper)\\w+\\.[^`…]*\\))…?`"),
            readme().replace(tables(), ""));
    assertThat(calls)
        .hasSizeGreaterThan(30)
        .anyMatch(call -> call.startsWith("AgreementQuery."))
        .anyMatch(call -> call.startsWith("CongruenceQuery."))
        .anyMatch(call -> call.startsWith("AffiliationQuery."))
        .anyMatch(call -> call.startsWith("answer."));
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      run(shell, trackers());
      run(shell, "import org.demarche.answer.*; import org.demarche.model.*;");
      run(shell, "import org.demarche.network.*; import org.demarche.picture.*;");
      run(shell, "import org.demarche.text.*;");
      run(shell, "import java.time.Period;");
      run(shell, "Dossier more = tracker.dossier(); var answer = now.positionsOf(\"rok\");");
      run(shell, "Source source = more.sources().get(0);");
      run(
          shell,
          "Claim claim = more.claims().get(more.claims().size() - 1); Claim other = more.claims().get(0);");
      run(shell, "Tracker before = tracker; Tracker after = before.plus(source, claim);");
      run(shell, "Dossier earlier = more;");
      run(shell, "var query = tracker.claims().commitments();");
      run(shell, "Position position = now.position(\"rok\", \"three-nos\");");
      run(shell, "import org.demarche.coding.*; import java.util.Map; Dossier kims = more;");
      run(shell, "Texts texts = Texts.of(Map.of(\"KT17\", \"not deploying any additional\"));");
      run(
          shell,
          "Dossier lees = more.replace(Claim.builder().from(more.claim(\"KT17-07\").get()).force(Force.HOPE).build());");
      run(
          shell,
          "Claim draft = Claim.builder().from(claim).id(\"D-04\").draft(true).coder(\"model-7\").build();");
      run(shell, "Dossier dossier = more.plus(draft);");
      run(
          shell,
          "DraftImport drafts = DraftImport.of(dossier, texts, java.util.List.of(SubmittedDraft.of(draft)));");
      run(shell, "var comparison = CodingComparison.of(Map.of(\"kim\", kims, \"lee\", lees));");
      for (String call : calls) {
        run(shell, "String printed = String.valueOf(" + call + ");");
      }
    }
  }

  @Test
  void every_method_named_in_the_table_of_questions_exists() throws Exception {
    String table = table("| question | call |");
    Set<String> named = new TreeSet<>(matches(Pattern.compile("`([a-z]\\w*)[`(]"), table));
    matches(Pattern.compile("`([^`]*)`"), table)
        .forEach(code -> named.addAll(matches(Pattern.compile("\\b([a-z]\\w*)\\("), code)));
    named.removeAll(Set.of("more", "open", "ofMonths")); // a variable; of the shell; of the JDK
    assertThat(named)
        .contains("positionsOf", "positionsOn", "outcome", "stanceGrid", "timeline")
        .contains("minGrade", "staleSince", "withoutRelay");
    assertThat(publicMethods()).containsAll(named);
  }

  @Test
  void every_method_named_for_tables_and_other_programs_exists() throws IOException {
    Set<String> named = new TreeSet<>();
    matches(Pattern.compile("`([^`\n]+)`"), tables())
        .forEach(code -> named.addAll(matches(Pattern.compile("\\b([a-z]\\w*)\\("), code)));
    named.removeAll(Set.of("of", "forName", "println")); // of the JDK
    Set<String> methods =
        Stream.of(ClaimTable.class, LoadedClaims.class, Codings.class, WebAnnotations.class)
            .flatMap(type -> Arrays.stream(type.getMethods()))
            .map(Method::getName)
            .collect(toSet());
    assertThat(named).contains("writeProblems", "refiQda", "unusedColumns", "unpivot");
    assertThat(methods).containsAll(named);
  }

  @Test
  void every_method_named_for_quotations_and_coders_exists() throws Exception {
    String readme = readme();
    String section =
        readme.substring(
            readme.indexOf("### Check quotations"), readme.indexOf("## Use it as a library"));
    Set<String> named = new TreeSet<>();
    matches(Pattern.compile("`([^`\n]+)`"), section)
        .forEach(code -> named.addAll(matches(Pattern.compile("\\b([a-z]\\w*)\\("), code)));
    assertThat(named).contains("readTexts", "quotation", "ratings", "keep");
    Set<String> methods = publicMethods();
    Arrays.stream(Dossiers.class.getMethods()).map(Method::getName).forEach(methods::add);
    Arrays.stream(Answers.class.getMethods()).map(Method::getName).forEach(methods::add);
    assertThat(methods).containsAll(named);
  }

  /** Returns the sections on tables and on what other programs have coded. */
  private static String tables() throws IOException {
    String readme = readme();
    return readme.substring(
        readme.indexOf("### From a table"), readme.indexOf("### Check quotations"));
  }

  /** Returns the names of the public methods of the exported types of the core module. */
  private static Set<String> publicMethods() throws IOException, URISyntaxException {
    Path core = Path.of(Tracker.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    ModuleReference module = ModuleFinder.of(core).find("org.demarche").orElseThrow();
    Set<String> packages =
        module.descriptor().exports().stream().map(Exports::source).collect(toSet());
    try (ModuleReader files = module.open()) {
      return files
          .list()
          .filter(file -> file.endsWith(".class") && file.contains("/"))
          .map(file -> file.replace(".class", "").replace('/', '.'))
          .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
          .flatMap(name -> Stream.of(type(name).getMethods()))
          .filter(method -> Modifier.isPublic(method.getDeclaringClass().getModifiers()))
          .map(Method::getName)
          .collect(toSet());
    }
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name, false, RootReadmeTest.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      throw new AssertionError(missing);
    }
  }

  // Running code

  /** Returns what code prints. */
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

  /** Evaluates code statement by statement and checks that every statement succeeds. */
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
}

package org.demarche.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the shell as a program: on a terminal, in a pipe, and with faulty scripts. */
class ShellTest {
  @TempDir Path folder;

  private CommandResult runShell(String input, String... args) throws Exception {
    return CommandResult.ofProgram(folder, input, CommandResult.shellCommandLine(args));
  }

  /** Runs a script in this process. DIR in the script is replaced by the temporary folder. */
  private CommandResult runScript(String source, String... args) {
    return CommandResult.ofScript("a.jsh", source.replace("DIR", folder.toString()), args);
  }

  @Test
  void a_script_file_runs_and_its_failure_sets_the_exit_status() throws Exception {
    Files.writeString(
        folder.resolve("a.jsh"), "\uFEFFargs\nthaad.position(\"rokk\", \"three-nos\")\n");
    assertThat(runShell("", "a.jsh", "x y"))
        .isEqualTo(
            new CommandResult(
                1,
                "x y\n\n",
                "a.jsh:2: UnknownIdException: party 'rokk' is not in the dossier (did you mean 'rok'?)\n"));
  }

  /** Returns the bytes that a terminal of the given width receives. */
  private String screen(int columns, String input) throws Exception {
    assumeTrue(
        Files.isExecutable(Path.of("/usr/bin/script")),
        "script(1), which creates a terminal, is not installed");
    String command =
        "stty rows 40 cols "
            + columns
            + "; exec '"
            + String.join("' '", CommandResult.shellCommandLine())
            + "'";
    return CommandResult.ofProgram(folder, input, List.of("script", "-qec", command, "/dev/null"))
        .out();
  }

  @Test
  void answers_fit_the_width_of_the_terminal_and_headings_are_bold() throws Exception {
    String screen =
        screen(
            64,
            """
            thaad.asOf("2022-08-11").compare("rok", "prc").label(DIVERGENCE)
            thaad.asOf("2022-08-11").position("rok", "additional-thaad")
            thaad.position("rokk", "three-nos")
            thaad.positon("rok", "three-nos")
            help
            /exit 3
            """);
    String plain = screen.replaceAll("\\u001B\\[[0-9;?]*[a-zA-Z]|\\u001B[=>]|\\r", "");
    assertThat(screen).contains("Type help() for questions to ask", "\u001B[1mSouth Korea on");
    assertThat(plain)
        .contains("demarche>")
        .contains(
            """
            more THAAD batteries
                South Korea: ? refuses to be bound, 2022-08-10 [AP22-02]
                China: − urges against, by 2022-08-10 [AP22-03]
                relation: diverge
                id: additional-thaad
            """)
        .contains("party 'rokk' is not in the dossier (did you mean 'rok'?)")
        .contains("|  unknown name 'positon' (did you mean position or positions?)\n|  Error:")
        .contains("Ten questions to try")
        .doesNotContain("$1", "==>", "@");
    List<String> answer =
        plain.substring(plain.indexOf("  Proposition: South")).lines().limit(20).toList();
    assertThat(answer).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(64));
    assertThat(answer).anySatisfy(line -> assertThat(line.length()).isGreaterThan(50));
  }

  @Test
  void the_variable_NO_COLOR_turns_colour_off() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
    List<String> line = new ArrayList<>(List.of("script", "-qec"));
    line.add(
        "stty rows 40 cols 80; NO_COLOR=1 '"
            + String.join("' '", CommandResult.shellCommandLine())
            + "'");
    line.add("/dev/null");
    String screen =
        CommandResult.ofProgram(folder, "thaad.position(\"rok\", \"three-nos\")\n/exit\n", line)
            .out();
    assertThat(screen).contains("South Korea on the three nos").doesNotContain("\u001B[1m");
  }

  @Test
  void piped_input_runs_as_a_script() throws Exception {
    CommandResult piped =
        runShell("thaad.asOf(\"2017-11-24\").position(\"rok\", \"three-nos\").cellText()\n");
    assertThat(piped).isEqualTo(new CommandResult(0, "FOR/UNSPECIFIED\n\n", ""));
    assertThat(runShell("args\nthaad.nothing()\n", "-", "x", "\"y\\"))
        .isEqualTo(
            new CommandResult(
                1,
                "x\n\"y\\\n\n",
                """
                (input):2: unknown name 'nothing'; press Tab to complete a name, or type help()
                cannot find symbol
                  symbol:   method nothing()
                  location: variable thaad of type org.demarche.Tracker
                """));
  }

  @Test
  void a_script_stops_at_its_first_error_and_reports_the_line() throws Exception {
    CommandResult failed =
        runScript(
            """
            // a comment

            var then = thaad.asOf("2017-11-24");
            then.position("rok", "three-nos")
                .cellText()
            for (int i = 0; i < 1; i++) {
              System.out.println("here");
              then.position("rok", "three-no");
            }
            System.out.println("never");
            """);
    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.out()).isEqualTo("FOR/UNSPECIFIED\n\nhere\n");
    assertThat(failed.err())
        .isEqualTo(
            "a.jsh:8: UnknownIdException: proposition 'three-no' is not in the dossier (did you mean 'three-nos'?)\n");
  }

  @Test
  void a_line_that_cannot_begin_a_statement_continues_the_previous_one() throws Exception {
    assertThat(
            runScript(
                """
                int n = 1
                    + 2;
                n
                thaad.claims()
                    // of whom?

                    .party("prc")
                    .count() > 0
                        ? "some"
                        : "none"
                // done
                /exit
                """))
        .isEqualTo(new CommandResult(0, "3\n\nsome\n\n", ""));
  }

  @Test
  void an_exception_is_reported_with_its_cause_and_the_line_that_led_to_it() throws Exception {
    assertThat(
            runScript(
                    """
                    void f() {

                      throw new RuntimeException("outer", new IllegalStateException("inner"));
                    }

                    f();
                    """)
                .err())
        .isEqualTo("a.jsh:6: RuntimeException: outer, because of IllegalStateException: inner\n");
    CommandResult cancelled =
        runScript(
            """
            if (true) throw new java.util.concurrent.CancellationException("stop");
            System.out.println("never");
            """);
    assertThat(cancelled)
        .isEqualTo(new CommandResult(1, "", "a.jsh:1: CancellationException: stop\n"));
  }

  @Test
  void a_failed_save_leaves_the_old_file_and_a_narrowed_tracker_cannot_be_saved() throws Exception {
    Files.writeString(folder.resolve("keep.md"), "the old content");
    CommandResult refused = runScript("save(\"words\", \"DIR/keep.md\")");
    assertThat(refused.err())
        .contains(
            "cannot save a value of type String; save an answer, a brief, a picture, a claim query, a Tracker or a dossier");
    assertThat(refused.status()).isEqualTo(1);
    assertThat(Files.readString(folder.resolve("keep.md"))).isEqualTo("the old content");
    assertThat(runScript("save(thaad.without(\"ET22\"), \"DIR/part.json\")").err())
        .contains("as of 2022-08-31, without ET22, and a dossier is saved whole");
    assertThat(runScript("save(thaad, \"DIR/all.md\")").err())
        .contains("a dossier is saved as .json or .jsonl, not as '" + folder + "/all.md'");
    assertThat(runScript("save(thaad.claims(), \"DIR/nix/a.md\")").err())
        .contains("there is no folder ");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("keep.md");
    }
  }

  @Test
  void ctrl_c_stops_an_endless_loop() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
    String command =
        "stty rows 40 cols 80; exec '" + String.join("' '", CommandResult.shellCommandLine()) + "'";
    ProcessBuilder builder = new ProcessBuilder("script", "-qec", command, "/dev/null");
    builder.environment().put("TERM", "xterm");
    Process process = builder.redirectErrorStream(true).start();
    StringWriter screen = new StringWriter();
    Thread reader =
        new Thread(
            () -> {
              try (Reader out = process.inputReader()) {
                for (int c = out.read(); c >= 0; c = out.read()) {
                  screen.write(c);
                }
              } catch (IOException closed) {
                screen.write(closed.toString());
              }
            });
    reader.start();
    try (Writer keyboard = process.outputWriter()) {
      await(screen, "demarche> ");
      type(keyboard, "int n = 0; void count() { while (true) { n++; } }\n");
      type(keyboard, "System.out.println(\"go\" + \"es\"); count()\n");
      await(screen, "goes");
      type(keyboard, "\u0003");
      type(
          keyboard,
          "int once = n; Thread.sleep(300); System.out.println(n > 0 && n == once ? \"sto\" + \"pped\" : \"ru\" + \"ns\")\n");
      await(screen, "stopped");
      type(keyboard, "/exit\n");
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).as(screen.toString()).isTrue();
    } finally {
      process.destroyForcibly();
    }
  }

  private static void type(Writer keyboard, String keys) throws Exception {
    Thread.sleep(500); // a pause between keystrokes, as a person makes
    keyboard.write(keys);
    keyboard.flush();
  }

  private static void await(StringWriter screen, String text) throws InterruptedException {
    for (int tenths = 0; !screen.toString().contains(text); tenths++) {
      assertThat(tenths).as("no '" + text + "' in " + screen).isLessThan(300);
      Thread.sleep(100);
    }
  }

  @Test
  void an_error_in_a_script_is_reported_with_its_line() throws Exception {
    assertThat(runScript("int a = 1;\nvoid f() {\n  a = \"x\";\n}\n").err())
        .startsWith("a.jsh:3: incompatible types");
    assertThat(runScript("1 + 1\n\nvar x = (1 + ;\n").err()).startsWith("a.jsh:3: ");
    assertThat(runScript("int f() {\n").err()).startsWith("a.jsh:1: reached end of file");
    assertThat(runScript("1 + 1\n/set mode x\n").err())
        .isEqualTo("a.jsh:2: /set mode x: the only shell command that a script may use is /exit\n");
    assertThat(runScript("int f() { return g(); }\nf()\n").err()).startsWith("a.jsh:2: ");
    assertThat(runScript("System.out.println(args)\n/exit\nnever()\n", "1"))
        .isEqualTo(new CommandResult(0, "[1]\n", ""));
  }

  @Test
  void a_missing_script_and_an_unknown_option_are_reported_with_the_usage() throws Exception {
    CommandResult missing = runShell("", "nix.jsh");
    assertThat(missing.status()).isEqualTo(2);
    assertThat(missing.err())
        .startsWith("script nix.jsh does not exist in ")
        .contains("demarche SCRIPT [ARGUMENT…]");
    assertThat(runShell("", ".").err()).startsWith(". is a folder, not a script\n");
    CommandResult option = runShell("", "--colour");
    assertThat(option.status()).isEqualTo(2);
    assertThat(option.err()).startsWith("unknown option --colour\n");
    CommandResult help = runShell("", "--help");
    assertThat(help.status()).isEqualTo(0);
    assertThat(help.out()).contains("demarche - [ARGUMENT…]");
  }

  @Test
  void dossiers_and_answers_can_be_saved_and_opened_again() throws Exception {
    CommandResult saved =
        runScript(
            """
            save(thaad, "DIR/all.jsonl.gz")
            var again = open("DIR/all.jsonl.gz");
            again.dossier().equals(thaad.dossier())
            save(again.compare("rok", "prc"), "DIR/comparison.csv")
            save(again.compare("rok", "prc"), "DIR/comparison.json")
            save(again.claims().mentioning("three nos"), "DIR/claims.csv")
            save(again.claims(), "DIR/claims.md")
            save(again.propositions(), "DIR/propositions.txt")
            save(again.position("prc", "three-nos"), "DIR/position.txt")
            """);
    assertThat(saved.err()).isEmpty();
    assertThat(saved.out()).contains("true\n", "saved ");
    assertThat(Files.readString(folder.resolve("comparison.csv"))).startsWith("proposition,");
    assertThat(Files.readString(folder.resolve("comparison.json"))).contains("\"comparison\"");
    assertThat(Files.readString(folder.resolve("claims.csv"))).contains("KT17-13");
    assertThat(Files.readString(folder.resolve("claims.md")))
        .startsWith("**Claims as of")
        .contains("|\n");
    assertThat(Files.readString(folder.resolve("propositions.txt"))).contains("rok-decides-alone");
    assertThat(Files.readString(folder.resolve("position.txt")))
        .startsWith("China on the three nos [prc, three-nos]\n  Proposition: ")
        .contains("\n  China, as of 31 August 2022: for the three nos. It urges this (");
    assertThat(runScript("open(\"nix.json\")").err())
        .startsWith("a.jsh:1: IllegalArgumentException: file 'nix.json' does not exist in ");
    assertThat(runScript("save(thaad, \"all.csv\")").err())
        .endsWith("a dossier is saved as .json or .jsonl, not as 'all.csv'\n");
  }

  @Test
  void the_profiles_of_all_parties_are_saved_in_a_folder() throws Exception {
    CommandResult saved = runScript("save(Brief.ofParties(thaad), \"DIR/profiles\")");
    assertThat(saved.err()).isEmpty();
    assertThat(saved.out())
        .contains("saved index.html and 3 profiles in " + folder.resolve("profiles"));
    assertThat(Files.readString(folder.resolve("profiles/index.html"))).contains("./rok.html");
    assertThat(Files.readString(folder.resolve("profiles/rok.html")))
        .contains("<a rel=\"noreferrer\" href=\"./index.html\">All parties</a>");
  }

  @Test
  void the_warnings_of_a_dossier_that_is_opened_are_counted_and_the_first_are_shown()
      throws Exception {
    Path file = folder.resolve("a.json");
    Files.writeString(file, dossierWithoutQuotationMarks(1));
    assertThat(runScript("open(\"DIR/a.json\")").err())
        .startsWith("1 warning:\n  " + file + ":")
        .endsWith(": claim C0: DIRECT evidence from S has no quotation marks; INDIRECT?\n");
    Files.writeString(file, dossierWithoutQuotationMarks(5));
    assertThat(runScript("open(\"DIR/a.json\")").err())
        .startsWith("5 warnings:\n")
        .contains("claim C2: DIRECT")
        .doesNotContain("claim C3: DIRECT")
        .endsWith(
            "\n  … and 2 more; for all of them, give the opened tracker a name, such as t, and type"
                + " whole(t.dossier().warnings())\n");
    assertThat(runScript("var t = open(\"DIR/a.json\");\nwhole(t.dossier().warnings())").out())
        .contains("claim C0: DIRECT", "claim C4: DIRECT");
  }

  private static String dossierWithoutQuotationMarks(int claims) {
    String claim =
        """
        {"id": "C%d", "speakers": ["x"], "principals": ["x"], "asserted": "2020-01-01",
          "proposition": "p", "stance": "FOR", "force": "ASSERT",
          "evidence": [{"source": "S", "mode": "DIRECT", "quote": "so it is"}]}""";
    return """
        {"demarche": 1,
          "sources": [{"id": "S", "outlet": "wire", "title": "T", "published": "2020-01-01"}],
          "actors": [{"id": "x", "name": "X", "kind": "STATE"},
            {"id": "wire", "name": "Wire", "kind": "MEDIA"}],
          "propositions": [{"id": "p", "issue": "i", "text": "It is so."}],
          "claims": [%s]}
        """
        .formatted(
            IntStream.range(0, claims)
                .mapToObj(claim::formatted)
                .collect(Collectors.joining(",\n")));
  }

  private static Path shown(CommandResult shown) {
    assertThat(shown.err()).isEmpty();
    assertThat(shown.out()).startsWith("No browser can be opened here; the page is ");
    return Path.of(
        shown.out().strip().replaceFirst("^No browser can be opened here; the page is ", ""));
  }

  @Test
  void an_answer_is_shown_as_a_page_that_only_its_reader_can_read() throws Exception {
    Path page = shown(runScript("show(now.position(\"rok\", \"additional-thaad\"))"));
    assertThat(page).hasFileName("rok-on-additional-thaad-as-of-2022-08-11.html");
    assertThat(page)
        .content()
        .startsWith("<!DOCTYPE html>")
        .contains("South Korea on more THAAD batteries");
    if (page.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(page.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void queries_pages_pictures_and_worklists_are_shown_in_the_language_of_the_session() {
    assertThat(shown(runScript("show(thaad.claims().party(\"prc\"))")))
        .content()
        .contains("KH15-01");
    assertThat(shown(runScript("show(full(now.position(\"rok\", \"three-nos\")))")))
        .hasFileName("South-Korea-on-the-three-nos-rok-three-nos.html")
        .content()
        .contains("<blockquote");
    assertThat(
            shown(runScript("show(TimelinePicture.of(thaad).parties(\"rok\").on(\"three-nos\"))")))
        .content()
        .contains("South Korea");
    assertThat(
            shown(
                runScript(
                    """
                    String quiet = language("ko");
                    show(now.position("rok", "three-nos"))
                    quiet = language("en");
                    """)))
        .content()
        .contains("<html lang=\"ko\">", "기준");
  }

  @Test
  void the_lines_of_the_README_that_send_an_answer_on_can_be_pasted() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "script(1) is not installed");
    String screen =
        screen(
            200,
            CodingTest.readmeBlock("java", "Brief brief = ")
                + "\n"
                + CodingTest.readmeBlock("java", "Answers.write(Brief.ofParty(")
                + "\nshow(brief)\n/exit\n");
    assertThat(screen)
        .doesNotContain("|  Error:", "Exception")
        .containsPattern("the page is \\S*/Brief-of-rok-prc-on-three-nos\\S*\\.html");
    assertThat(folder.resolve("three-nos.html")).content().contains("<h1>Seoul, Beijing and the");
    assertThat(folder.resolve("three-nos.md")).isNotEmptyFile();
    assertThat(folder.resolve("three-nos.csl.json")).content().contains("The Korea Times");
    assertThat(folder.resolve("rok.html")).isNotEmptyFile();
    assertThat(folder.resolve("profiles/index.html")).isNotEmptyFile();
    assertThat(runScript("save(Brief.of(tracker).parties(\"rok\"), \"DIR/saved.md\")").err())
        .isEmpty();
  }

  @Test
  void a_value_without_a_page_cannot_be_shown() {
    assertThat(runScript("show(\"words\")").err())
        .endsWith(
            "cannot show a value of type String; show an answer, a query, a brief, a picture or a page\n");
  }

  @Test
  void markdown_and_text_are_saved_in_the_language_of_the_session_and_data_without_words()
      throws Exception {
    String save =
        "save(thaad.asOf(\"2022-08-11\").position(\"rok\", \"three-nos\"), \"DIR/a.%s\")\n";
    CommandResult run =
        runScript(
            save.formatted("en.md")
                + "language(\"ko\")\n"
                + save.formatted("md")
                + save.formatted("txt")
                + save.formatted("csv")
                + save.formatted("json")
                + "language(\"codes\")\n"
                + save.formatted("codes.txt"));
    assertThat(run.err()).isEmpty();
    String korean = "South Korea, 2022년 8월 11일 기준: the three nos 미정. ";
    assertThat(folder.resolve("a.en.md"))
        .content()
        .contains("South Korea, as of 11 August 2022: uncommitted on the three nos. ");
    assertThat(folder.resolve("a.md")).content().contains(korean);
    assertThat(folder.resolve("a.txt")).content().contains(korean);
    assertThat(folder.resolve("a.csv")).content().contains("UNCOMMITTED").doesNotContain("_words");
    assertThat(folder.resolve("a.json")).content().contains("\"REFUSE\"").doesNotContain("거부");
    assertThat(folder.resolve("a.codes.txt"))
        .content()
        .startsWith("South Korea on three-nos, as of 2022-08-11\n");
  }

  @Test
  void the_language_of_answers_can_be_set_for_the_rest_of_a_session() {
    String position = "thaad.asOf(\"2022-08-11\").position(\"rok\", \"three-nos\")\n";
    String sentence = position.replace("thaad", "sentence(thaad").replace("\n", ")\n");
    CommandResult run =
        runScript(
            "language(\"ko\")\n"
                + sentence
                + "language(\"codes\")\n"
                + position
                + "language(\"en\")\n"
                + sentence
                + "language(\"codes\")");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            "answers now print in Korean\n\nSouth Korea, 2022년 8월 11일 기준: ",
            "answers now print in constants and ids\n\nSouth Korea on three-nos, as of 2022-08-11\n",
            "answers now print in English\n\nSouth Korea, as of 11 August 2022: uncommitted on the three nos.");
    assertThat(runScript(position).out())
        .as("a new session")
        .startsWith("South Korea on the three nos [rok, three-nos]\n  Proposition: ")
        .contains("\n  South Korea, as of 11 August 2022: uncommitted on the three nos. ");
    assertThat(runScript("language(\"fr\")").err())
        .startsWith(
            "a.jsh:1: IllegalArgumentException: no words for the language 'fr': there are words for en and ko");
  }
}

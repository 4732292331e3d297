package org.demarche.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.demarche.json.Dossiers;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coding in the shell: from a text to claims on the disk. */
class CodingTest {
  static final String TEXT =
      "Japan weighs talks\n\nTokyo urged Seoul on Tuesday to return to the talks. Seoul said no, and"
          + " Seoul said so twice. The weather was fine.\n";

  /** Adds the source and a proposition to a new record. */
  static final String RECORDS =
      """
      newMedium("wire", "The Wire")
      newSource("W15", "wire", "Japan weighs talks", "2015-03-05")
      newProposition("talks", "east-sea", "South Korea returns to the talks.", "a return to the talks")
      """;

  private static final String DRAFTS =
      """
      {"claim": {"id": "D-01", "speakers": ["japan"], "principals": ["japan"], "asserted": "2015-03-03", "proposition": "talks", "stance": "FOR", "force": "URGE", "evidence": [{"source": "W15", "mode": "INDIRECT", "quote": "Seoul said no"}]}}
      {"claim": {"id": "D-02", "speakers": ["japan"], "principals": ["japan"], "asserted": "2015-03-03", "proposition": "talks", "stance": "FOR", "force": "URGE", "evidence": [{"source": "W15", "mode": "INDIRECT", "quote": "Tokyo threatened to leave for ever"}]}}
      """;

  static final String DRAFT =
      """
      code("W15", 2)
      speaker("japan")
      principal("japan")
      asserted("Tuesday")
      proposition("talks")
      stance(FOR)
      force("URGE")
      mode("INDIRECT")
      """;

  private static final Splitter ANSWERS =
      Splitter.onPattern("\n\n(?=Draft |Kept |There |Taken |Dropped )");

  @TempDir Path folder;

  private Path record;

  @BeforeEach
  void startRecord() throws IOException {
    record = folder.resolve("talks");
    assertThat(run("newRecord(\"" + record + "\")\n").err()).isEmpty();
    Files.writeString(record.resolve("texts/W15.txt"), TEXT);
  }

  private static CommandResult run(String script) {
    return CommandResult.ofScript("a.jsh", script);
  }

  /** Runs a script in the record, which is opened first. */
  private CommandResult inRecord(String script) {
    return run("openRecord(\"" + record + "\")\n" + script);
  }

  private Dossier saved() {
    return Dossiers.read(record);
  }

  private static String last(CommandResult run) {
    assertThat(run.err()).isEmpty();
    List<String> answers = ANSWERS.splitToList(run.out());
    return answers.get(answers.size() - 1).strip();
  }

  @Test
  void a_claim_is_coded_from_a_sentence_and_answers_a_question() {
    CommandResult run =
        inRecord(
            RECORDS
                + DRAFT
                + "keep()\ntext(\"W15\")\ntopic().position(\"japan\", \"talks\").toString()\ncheck()\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """
            Draft W15-01, from sentence 2 of W15 (published 2015-03-05)

            member       value
            -----------  ----------------------------------------------------
            quote        Tokyo urged Seoul on Tuesday to return to the talks.
            speakers     japan  Japan
            principals   japan  Japan
            asserted     2015-03-03
            basis        RESOLVED
            proposition  talks  South Korea returns to the talks.
            stance       FOR
            force        URGE
            mode         missing: how does the source render the words?

            Missing: mode.
            """,
            "The draft is complete.\n\nKept W15-01 in dossier.jsonl.\n",
            "2  Tokyo urged Seoul on Tuesday to return to the talks.  [W15-01]\n3  Seoul",
            "japan on talks, as of 2015-03-05: FOR/URGE, cite W15-01",
            "1 quotation: 1 found.");
    Claim claim = saved().claim("W15-01").orElseThrow();
    assertThat(claim.stance()).isEqualTo(Stance.FOR);
    assertThat(claim.evidence().get(0).quote())
        .contains("Tokyo urged Seoul on Tuesday to return to the talks.");
    assertThat(saved().source("W15").orElseThrow().textHash()).isPresent();
  }

  @Test
  void a_wrong_value_leaves_the_draft_as_it_was_and_is_answered_with_the_menu() {
    CommandResult run = inRecord(RECORDS + "code(\"W15\", 2)\nspeaker(\"Tokyo\")\n");
    assertThat(run.err())
        .startsWith(
            "a.jsh:6: IllegalArgumentException: 'Tokyo' is a name; the id of the speaker is 'japan';"
                + " newPerson(ID, NAME) adds a person\nid ")
        .contains("\nrok                      South Korea ", "… and ");
    assertThat(inRecord("draft().missing()\n").out()).contains("speakers");
    assertThat(inRecord("force(\"URGES\")\n").err())
        .startsWith(
            "a.jsh:2: IllegalArgumentException: there is no force 'URGES' (did you mean 'URGE'?)");
    assertThat(inRecord("quote(\"Tokyo demanded\")\n").err())
        .contains("W15 does not have “Tokyo demanded”");
    assertThat(inRecord("speeker(\"rok\")\n").err())
        .contains("unknown name 'speeker' (did you mean speaker");
    assertThat(inRecord("keep()\n").err())
        .contains("the draft is not complete, and stays as it is; missing: speakers, principals");
  }

  @Test
  void a_setter_without_a_value_lists_what_it_takes_the_likeliest_first() {
    CommandResult run =
        inRecord(RECORDS + "code(\"W15\", 2)\nspeaker()\nforce()\nproposition()\nbasis()\n");
    assertThat(run.err()).isEmpty();
    List<String> lines = run.out().lines().dropWhile(line -> !line.startsWith("id ")).toList();
    assertThat(lines.get(2)).startsWith("rok ");
    assertThat(lines.get(3)).startsWith("japan ");
    assertThat(lines.get(4)).startsWith("rok-president ");
    assertThat(run.out())
        .contains(
            "“urged” may express URGE\n",
            "talks  a return to the talks  South Korea returns",
            "RESOLVED if it follows");
  }

  @Test
  void a_draft_is_put_aside_by_the_next_and_taken_up_again() {
    assertThat(
            last(
                inRecord(
                    RECORDS
                        + "code(\"W15\", 2)\nspeaker(\"japan\")\ncode(\"W15\", 3)\nresume(1)\n")))
        .contains("from sentence 2 of W15", "japan  Japan");
    assertThat(inRecord("drafts()\n").out())
        .contains(
            """
            Unfinished drafts, the current one last:
              1  W15-01 from sentence 3 of W15, missing: speakers, principals, proposition, stance, force,
                 mode
              2  W15-01 from sentence 2 of W15, missing: principals, proposition, stance, force, mode
            """);
    assertThat(inRecord("code(\"W15\", 4)\n").out())
        .contains(
            "Put aside, in drafts.txt: the draft from sentence 2 of W15; resume(2) takes it up.");
    assertThat(inRecord("resume(4)\n").err()).contains("there is no draft 4; there are 3");
    assertThat(inRecord("drop()\nundo()\ndrafts()\n").out())
        .contains("  3  W15-01 from sentence 4");
  }

  @Test
  void undo_takes_back_steps_and_kept_claims() throws IOException {
    assertThat(inRecord(RECORDS).err()).isEmpty();
    String before = Files.readString(record.resolve("dossier.jsonl"));
    CommandResult run = inRecord(DRAFT + "keep()\nundo()\nundo()\n");
    assertThat(last(run)).endsWith("Missing: mode.");
    assertThat(Files.readString(record.resolve("dossier.jsonl"))).isEqualTo(before);
    assertThat(last(inRecord("undo()\n"))).endsWith("Missing: force, mode.");
    assertThat(last(inRecord("drop()\nnewPerson(\"kim\", \"Kim\")\nundo()\nundo()\n")))
        .endsWith("Missing: force, mode.");
    assertThat(saved().actor("kim")).isEmpty();
    assertThat(last(inRecord("drop()\nundo()\ndrop()\n"))).startsWith("Dropped W15-01");
    assertThat(last(inRecord("undo()\n"))).isEqualTo("There is nothing to take back.");
  }

  @Test
  void a_draft_survives_a_shell_that_is_killed() throws Exception {
    assertThat(inRecord(RECORDS).err()).isEmpty();
    ProcessBuilder builder = new ProcessBuilder(CommandResult.shellCommandLine("-"));
    Path script = folder.resolve("endless.jsh");
    Files.writeString(
        script,
        "openRecord(\""
            + record
            + "\")\n"
            + DRAFT
            + "System.out.println(\"DONE\")\nThread.sleep(600_000)\n");
    Process process =
        builder
            .redirectInput(script.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (var out = process.inputReader(StandardCharsets.UTF_8)) {
      String line = out.readLine();
      while (line != null && !line.equals("DONE")) {
        line = out.readLine();
      }
      assertThat(line).isEqualTo("DONE");
    } finally {
      process.destroyForcibly();
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(last(inRecord("keep()\n"))).isEqualTo("Kept W15-01 in dossier.jsonl.");
    assertThat(saved().claim("W15-01")).isPresent();
  }

  @Test
  void a_draft_whose_claim_was_kept_before_the_shell_ended_is_not_kept_twice() throws IOException {
    assertThat(inRecord(RECORDS + DRAFT + "set(\"id\", \"W15-01\")\n").err()).isEmpty();
    Path drafts = record.resolve("drafts.txt");
    String unfinished = Files.readString(drafts);
    assertThat(inRecord("keep()\n").err()).isEmpty();
    Files.writeString(drafts, unfinished); // as if it had ended before this file was written
    assertThat(inRecord("drafts()\n").out()).contains("There are no unfinished drafts.");
  }

  @Test
  void bad_input_is_reported_with_what_to_do() throws IOException {
    assertThat(run("code(\"W15\", 2)\n").err())
        .contains(
            "no record is open: newRecord(\"FOLDER\") starts one, openRecord(\"FOLDER\") opens");
    assertThat(run("newRecord(\"" + record + "\")\n").err()).contains(record + " is not empty");
    assertThat(run("openRecord(\"" + folder + "/nix\")\n").err()).contains("there is no folder");
    assertThat(inRecord("code(\"W15\", 2)\n").err())
        .contains("there is a text of 'W15', but no such source: newSource(\"W15\", OUTLET");
    assertThat(inRecord("text(\"W16\")\n").err())
        .contains(
            "there is no text of 'W16': save it in UTF-8 as " + record.resolve("texts/W16.txt"))
        .endsWith("there are texts of W15\n");
    assertThat(inRecord(RECORDS + "code(\"W15\", 9)\n").err())
        .contains("there is no sentence 9 in W15: its sentences are numbered from 1 to 4");
    assertThat(inRecord("code(\"W15\", 3)\nquote(\"Seoul said\")\n").err())
        .contains("W15 has “Seoul said” in several places, in sentences 3; quote more words");
    assertThat(inRecord(DRAFT + "keep()\n" + DRAFT + "set(\"id\", \"W15-01\")\nkeep()\n").err())
        .contains("the id is taken by another claim; 'W15-02' is free");
  }

  @Test
  void a_coder_is_named_once_a_session_and_several_steps_print_once() {
    CommandResult run =
        inRecord(
            RECORDS
                + "coder(\"kim\")\ncode(\"W15\", 2)\ndraft(speaker(\"japan\"), principal(\"japan\"))\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .containsOnlyOnce("principals   japan  Japan")
        .contains("coder        kim\n\nMissing: proposition, stance, force, mode.");
    assertThat(inRecord("coder(\"lee\")\ndraft()\ncode(\"W15\", 3)\n").out())
        .doesNotContain("coder        kim")
        .containsPattern("(?s)coder        lee.*coder        lee");
  }

  @Test
  void the_worklist_has_sentences_to_code_and_unfinished_drafts() {
    assertThat(inRecord(RECORDS + DRAFT + "keep()\ncode(\"W15\", 3)\nworklist()\ndrafts()\n").out())
        .contains(
            """
            To do: 2 sentences.

            kind      claim  source  sentence  cues                  to do
            --------  -----  ------  --------  --------------------  ---------------------------------------
            sentence         W15     1         Japan                 Japan weighs talks
            sentence         W15     3         said (ASSERT), Seoul  Seoul said no, and Seoul said so twice.

            Unfinished drafts, the current one last:
              1  W15-02 from sentence 3 of W15, missing:""");
  }

  @Test
  void drafts_from_elsewhere_are_added_and_reviewed() throws IOException {
    inRecord(RECORDS);
    Path file = folder.resolve("drafts.jsonl");
    Files.writeString(file, DRAFTS);
    CommandResult run =
        inRecord(
            "importDrafts(\""
                + file
                + "\", \"model-7\").sentence()\n"
                + "topic().dossier().claim(\"D-01\").get().isDraft()\n"
                + "topic().dossier().claim(\"D-02\").isPresent()\n"
                + "review(\"D-01\", \"park\")\n"
                + "topic().dossier().claim(\"D-01\").get().reviewer()\n");
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("true\n", "false\n", "D-01 is coded, checked by park", "\npark\n");
  }

  @Test
  void help_names_the_functions_of_coders() {
    assertThat(ShellFunctions.help().split("\\W+"))
        .contains("newProposition", "newPerson", "newOrgan", "newOccasion", "add", "drafts")
        .contains("resume", "drop", "coder", "role", "via", "gist", "due");
  }

  @Test
  void the_starter_file_has_heads_in_office_on_days_that_are_known() {
    Dossier starter = CodingSession.starter();
    assertThat(starter.warnings()).isEmpty();
    assertThat(
            List.of(
                head(starter, "usa", "2016-11-08"),
                head(starter, "usa", "2017-06-01"),
                head(starter, "usa", "2021-01-20"),
                head(starter, "uk", "2022-10-01"),
                head(starter, "germany", "2015-12-12"),
                head(starter, "india", "2015-12-12"),
                head(starter, "japan", "2020-09-15"),
                head(starter, "france", "2017-05-14")))
        .containsExactly(
            "barack-obama",
            "donald-trump",
            "joe-biden",
            "liz-truss",
            "angela-merkel",
            "narendra-modi",
            "shinzo-abe",
            "emmanuel-macron");
  }

  private static String head(Dossier dossier, String state, String day) {
    return dossier.actor(state).orElseThrow().terms().stream()
        .filter(term -> term.contains(LocalDate.parse(day)))
        .findFirst()
        .orElseThrow()
        .head();
  }

  // The README

  /** Returns the code block of the README of a language that begins with a text. */
  static String readmeBlock(String language, String start) throws IOException {
    Path readme = CommandResult.exampleFolder().resolve("../../README.md").normalize();
    return Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
        .matcher(Files.readString(readme))
        .results()
        .map(block -> block.group(1))
        .filter(block -> block.startsWith(start))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void the_topic_of_the_README_is_coded_as_it_shows() throws IOException {
    Path topic = folder.resolve("fishing");
    String start = readmeBlock("java", "newRecord(\"fishing\")");
    assertThat(run(start.replace("fishing", topic.toString())).err()).isEmpty();
    Files.writeString(
        topic.resolve("texts/W15.txt"), readmeBlock("text", "Tokyo urged Seoul on Tuesday"));
    CommandResult run =
        run(
            "openRecord(\""
                + topic
                + "\")\n"
                + readmeBlock("java", "newMedium(\"wire\", \"The Wire\")")
                + "\n"
                + readmeBlock("java", "mode(INDIRECT)"));
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            readmeBlock("text", "Draft W15-01, from sentence 1 of W15") + "\n",
            readmeBlock("text", "Kept W15-01 in dossier.jsonl.") + "\n");
  }
}

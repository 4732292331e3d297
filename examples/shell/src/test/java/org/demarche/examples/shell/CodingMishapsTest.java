package org.demarche.examples.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.examples.shell.CodingTest.DRAFT;
import static org.demarche.examples.shell.CodingTest.RECORDS;
import static org.demarche.examples.shell.CodingTest.TEXT;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.json.Dossiers;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Coding when a draft, a text or a file is not as it was. */
class CodingMishapsTest {
  /** All members but with an error: to urge takes a side. */
  private static final String WRONG = DRAFT.replace("stance(FOR)", "stance(UNCOMMITTED)");

  @TempDir Path folder;

  private Path record;
  private Path drafts;
  private Path text;

  @BeforeEach
  void startRecord() throws IOException {
    record = folder.resolve("talks");
    drafts = record.resolve("drafts.txt");
    text = record.resolve("texts/W15.txt");
    Files.createDirectories(record.resolve("texts"));
    Files.writeString(text, TEXT);
    CodingSession.create(record);
  }

  private CommandResult inRecord(String script) {
    return CommandResult.ofScript("a.jsh", "openRecord(\"" + record + "\")\n" + script);
  }

  private String out(String script) {
    CommandResult run = inRecord(script);
    assertThat(run.err()).isEmpty();
    return run.out();
  }

  /** Checks that the record opens, says why a draft is not taken up, and keeps its line. */
  private void assertNotTakenUp(String... why) throws IOException {
    String line = Files.readString(drafts, StandardCharsets.ISO_8859_1).lines().toList().get(0);
    String out = out("newPerson(\"kim\", \"Kim\")\nundo()\n");
    assertThat(out).contains("Not taken up, and left as they are in the file:", "drafts.txt:1: ");
    assertThat(out.replaceAll("\\s+", " ")).contains(why);
    assertThat(Files.readString(drafts, StandardCharsets.ISO_8859_1)).isEqualTo(line + "\n");
  }

  private void assertTakenUp() {
    assertThat(out("draft()\n")).contains("Draft W15-01, from sentence 2").doesNotContain("Not ");
  }

  @Test
  void a_draft_with_all_members_and_an_error_opens_with_the_error_on_its_page() {
    out(RECORDS + WRONG);
    assertThat(out("draft()\n")).contains("wrong: ", "The draft has errors.");
    out("drop()\n" + DRAFT + "keep()\n" + WRONG + "set(\"id\", \"W15-01\")\n");
    assertThat(out("draft()\n")).contains("wrong: ", "The draft has errors.");
  }

  @Test
  void a_draft_whose_text_is_not_there_waits_for_it() throws IOException {
    out(RECORDS + DRAFT);
    Files.move(text, folder.resolve("W15.txt"));
    assertNotTakenUp("there is no text of 'W15'");
    Files.writeString(text, " \n");
    assertNotTakenUp("the text of 'W15' cannot be read", "the text is blank");
    Files.write(text, new byte[] {'n', (byte) 0xE9});
    assertNotTakenUp("the text of 'W15' cannot be read", "UTF-8");
    Files.writeString(text, TEXT.replace("Tokyo urged", "Tokyo asked"));
    assertNotTakenUp(
        "sentence 2 of W15 has changed; it was “Tokyo urged Seoul on Tuesday to return to the talks.”");
    Files.writeString(text, TEXT);
    assertTakenUp();
  }

  @Test
  void a_draft_whose_actor_has_another_id_waits_for_it() throws IOException {
    out(RECORDS + DRAFT);
    Path actors = record.resolve("actors.json");
    String before = Files.readString(actors);
    Files.writeString(actors, before.replace("\"japan\"", "\"nippon\""));
    assertNotTakenUp("'japan'");
    Files.writeString(actors, before);
    assertTakenUp();
  }

  @Test
  void malformed_lines_stay_as_they_are() throws IOException {
    String sentence =
        "[\"code\",\"W15\",\"2\",\"Tokyo urged Seoul on Tuesday to return to the talks.\"]";
    List<String> lines =
        List.of(
            "[]",
            "[[\"code\"]]",
            "[[\"code\"",
            "null",
            "[null]",
            "[[]]",
            "[[\"code\",\"W15\",\"2\",null]]",
            "[[\"code\",\"W15\",\"two\",\"words\"]]",
            "[" + sentence + ",[\"quote\"]]",
            "[" + sentence + ",[]]",
            "[" + sentence + ",[\"stance\",\"FOR\",\"AGAINST\"]]",
            "caf\u00e9"); // in Latin-1
    out(RECORDS);
    Files.write(drafts, lines, StandardCharsets.ISO_8859_1);
    String out = out(DRAFT);
    for (int i = 1; i <= lines.size(); i++) {
      assertThat(out).contains("drafts.txt:" + i + ": ");
    }
    assertThat(out).contains("the line is not in UTF-8", "The draft is complete.");
    assertThat(Files.readAllLines(drafts, StandardCharsets.ISO_8859_1))
        .hasSize(lines.size() + 1)
        .startsWith(lines.toArray(String[]::new));
  }

  @Test
  void a_bad_text_refuses_only_its_source() throws IOException {
    Files.write(record.resolve("texts/W17.txt"), new byte[] {'n', (byte) 0xE9});
    Files.writeString(record.resolve("texts/W18.txt"), "One.\n");
    Files.writeString(record.resolve("texts/W18.md"), "Another.\n");
    assertThat(out(RECORDS + DRAFT + "keep()\ntext()\n").replaceAll("\\s+", " "))
        .contains(
            "Texts: W15 Not read: ",
            "W17.txt:1:2",
            "several texts of source 'W18'",
            "Kept W15-01 in dossier.jsonl.");
    assertThat(inRecord("text(\"W17\")\n").err()).contains("the text of 'W17' cannot be read");
    assertThat(inRecord("newSource(\"W17\", \"wire\", \"T\", \"2015-03-05\")\n").err())
        .contains("the text of 'W17' cannot be read");
  }

  @Test
  void every_constant_of_a_claim_is_known_in_the_shell() {
    String script =
        Stream.of(
                Arrays.stream(Stance.values()).map(it -> "stance(" + it + ")"),
                Arrays.stream(Force.values()).map(it -> "force(" + it + ")"),
                Arrays.stream(Mode.values()).map(it -> "mode(" + it + ")"))
            .flatMap(calls -> calls)
            .collect(Collectors.joining("\n"));
    String out = out(RECORDS + "code(\"W15\", 2)\n" + script + "\n");
    for (Stance stance : Stance.values()) {
      assertThat(out).containsPattern("\nstance +" + stance + "\n");
    }
    for (Force force : Force.values()) {
      assertThat(out).containsPattern("\nforce +" + force + "\n");
    }
    for (Mode mode : Mode.values()) {
      assertThat(out).containsPattern("\nmode +" + mode + "\n");
    }
    out("thaad.minGrade(IMPUTED)\nthaad.minGrade(NARRATED)\n");
    assertThat(inRecord("mode(OWN_WORDS)\n").err()).contains("there is no mode 'OWN_WORDS'");
  }

  @Test
  void a_claim_is_not_kept_whose_words_the_text_has_no_longer() throws IOException {
    out(RECORDS + DRAFT);
    CodingSession session = CodingSession.open(record);
    String before = Files.readString(drafts);
    Files.writeString(text, TEXT.replace("Tokyo urged", "Tokyo asked"));
    assertThatThrownBy(session::keep)
        .hasMessageContaining("the draft is not kept, and stays as it is: sentence 2 of W15 has");
    assertThat(Files.readString(drafts)).isEqualTo(before);
    assertThat(Dossiers.read(record).claims()).isEmpty();
    Files.writeString(text, TEXT);
    assertThat(session.keep().id()).isEqualTo("W15-01");
  }

  @Test
  void a_claim_that_cannot_be_kept_pins_no_id() throws IOException {
    out(RECORDS + DRAFT);
    CodingSession session = CodingSession.open(record);
    String before = Files.readString(drafts);
    Path dossier = record.resolve("dossier.jsonl");
    Files.writeString(dossier, Files.readString(dossier) + "\n");
    assertThatThrownBy(session::keep).hasMessageContaining("another program has changed");
    assertThat(Files.readString(drafts)).isEqualTo(before).doesNotContain("W15-01");
  }

  @Test
  void what_another_shell_wrote_is_not_written_over() throws IOException {
    out(RECORDS);
    CodingSession one = CodingSession.open(record);
    CodingSession other = CodingSession.open(record);
    one.start("W15", 2);
    String written = Files.readString(drafts);
    String records = Files.readString(record.resolve("dossier.jsonl"));
    assertThatThrownBy(() -> other.start("W15", 3))
        .hasMessageContaining("another program has changed " + drafts)
        .hasMessageContaining("openRecord(\"" + record + "\")");
    assertThatThrownBy(() -> other.add(one.dossier().source("W15").orElseThrow()))
        .hasMessageContaining("another program has changed " + drafts);
    assertThat(Files.readString(drafts)).isEqualTo(written);
    assertThat(Files.readString(record.resolve("dossier.jsonl"))).isEqualTo(records);
    one.step("speakers", "japan");
    assertThat(CodingSession.open(record).drafts()).hasSize(1);
  }

  @Test
  void a_worklist_is_saved_as_a_table() {
    Path file = folder.resolve("w.csv");
    out(RECORDS + "save(worklist(), \"" + file + "\")\n");
    assertThat(file).content().contains("Tokyo urged Seoul");
    out("save(worklist(), \"" + folder.resolve("w.xlsx") + "\")\n");
    assertThat(folder.resolve("w.xlsx")).isNotEmptyFile();
  }

  @Test
  void a_blank_coder_is_refused_and_a_coder_is_taken_back() {
    assertThat(inRecord(RECORDS + "coder(\"\")\n").err())
        .contains("the name of the coder is blank; give a name");
    assertThat(out("coder(\"kim\")\nundo()\ncode(\"W15\", 2)\n")).doesNotContain("kim\n\nMissing");
    assertThat(out("coder(\"kim\")\nundo()\ncode(\"W15\", 3)\n")).doesNotContain("kim\n\nMissing");
    assertThat(out("coder(\"kim\")\ncode(\"W15\", 3)\n")).contains("coder        kim\n");
  }

  @Test
  void a_topic_starts_in_a_folder_of_texts_but_in_no_other() throws IOException {
    assertThat(record.resolve("actors.json")).exists(); // startRecord made the text first
    assertThat(out("text()\n")).contains("not a source yet");
    Path other = folder.resolve("other");
    Files.createDirectories(other.resolve("texts"));
    Files.writeString(other.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> CodingSession.create(other)).hasMessageContaining("is not empty");
  }

  @Test
  void a_character_that_is_not_seen_is_shown_as_its_code() throws IOException {
    String hidden = "\u0007a\u001Bb\u0085c\u202Ad\u202Ee\u2066f\u2069g\u061Ch\u200Ei\u200F";
    String codes =
        "[U+0007]a[U+001B]b[U+0085]c[U+202A]d[U+202E]e[U+2066]f[U+2069]g[U+061C]h[U+200E]i[U+200F]";
    Files.writeString(text, TEXT.replace("urged Seoul", "urged " + hidden + "Seoul"));
    String out = out(RECORDS + "text(\"W15\")\ncode(\"W15\", 2)\nmarkdown(draft())\n");
    assertThat(out.replaceAll("\\s+", " ").split(Pattern.quote("urged " + codes + "Seoul"), -1))
        .hasSize(4);
    Files.writeString(text, TEXT);
    String refused = out("drafts()\n");
    assertThat(refused.replaceAll("\\s+", " ")).contains("urged " + codes + "Seoul");
    assertThat(out + refused).doesNotContain(hidden.split("[a-i]"));
  }
}

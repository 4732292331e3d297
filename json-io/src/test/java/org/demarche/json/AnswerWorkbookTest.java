package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** Answers as workbooks of Excel. */
class AnswerWorkbookTest {
  private static final Dossier DOSSIER =
      Dossier.of(
          Actor.builder().id("x").name("Xland").kind(ActorKind.STATE).build(),
          Actor.builder().id("y").name("Yland").kind(ActorKind.STATE).build(),
          Actor.builder().id("gazette").name("The Gazette").kind(ActorKind.MEDIA).build(),
          Source.builder()
              .id("g1")
              .outlet("gazette")
              .title("The talks")
              .published(When.parse("2020-03-02"))
              .build(),
          Proposition.builder().id("ban").issue("arms").text("Arms are banned.").build(),
          claim("c1", "x", Stance.FOR, "2020-03-01", "=We are for it, and “always” were; \"yes\"."),
          claim("007", "y", Stance.AGAINST, "2020-03-02", "We are against it.\nFor good."));

  @TempDir Path folder;

  private static Claim claim(String id, String party, Stance stance, String day, String quote) {
    return Claim.builder()
        .id(id)
        .addPrincipals(party)
        .addSpeakers(party)
        .asserted(When.parse(day))
        .proposition("ban")
        .stance(stance)
        .force(Force.ASSERT)
        .addEvidence(Evidence.builder().source("g1").mode(Mode.DIRECT).quote(quote).build())
        .build();
  }

  private static final Tracker TRACKER = Tracker.of(DOSSIER).asOf("2020");

  private Path written(Answer answer) {
    Path file = folder.resolve("answer.xlsx");
    Answers.write(answer, file);
    return file;
  }

  /** Returns the cells of a sheet as a spreadsheet shows them; a date as its day. */
  private static List<List<String>> cells(Path file, String sheet) throws IOException {
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in, new ReadingOptions(true, false))) {
      Sheet found = workbook.findSheet(sheet).orElseThrow();
      List<List<String>> cells = new ArrayList<>();
      for (Row row : found.read()) {
        int size = cells.isEmpty() ? row.getCellCount() : cells.get(0).size();
        cells.add(IntStream.range(0, size).mapToObj(i -> text(row.getOptionalCell(i))).toList());
      }
      return cells;
    }
  }

  private static String text(Optional<Cell> cell) {
    return cell.map(
            it ->
                "yyyy-mm-dd".equals(it.getDataFormatString())
                    ? it.asDate().toLocalDate().toString()
                    : it.getText())
        .orElse("");
  }

  private static String part(Path file, String name) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile());
        InputStream in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> column(List<List<String>> cells, String name) {
    int at = cells.get(0).indexOf(name);
    assertThat(at).as(name).isNotNegative();
    return cells.stream().skip(1).map(row -> row.get(at)).toList();
  }

  @Test
  void an_answer_has_its_table_the_claims_that_it_cites_and_its_sentences() throws IOException {
    Answer answer = TRACKER.positionsOn("ban");
    Path file = written(answer);
    List<List<String>> table = cells(file, "Answer");
    assertThat(column(table, "party")).containsExactly("x", "y");
    assertThat(column(table, "stance")).containsExactly("FOR", "AGAINST");
    assertThat(column(table, "stance_sign")).containsExactly("+", "−");
    assertThat(column(table, "last_evidenced")).containsExactly("2020-03-01", "2020-03-02");
    List<List<String>> claims = cells(file, "Claims");
    assertThat(column(claims, "claim")).containsExactly("c1", "007");
    assertThat(column(claims, "quote"))
        .containsExactly(
            "=We are for it, and “always” were; \"yes\".", "We are against it.\nFor good.");
    assertThat(column(claims, "citation").get(0))
        .contains("— The Gazette, 2020-03-02 [g1, quoted]");
    assertThat(column(cells(file, "About"), "text"))
        .contains(
            answer.sentence(),
            "+ for, − against, ? uncommitted, ± contested, · no position on record");
  }

  @Test
  void a_matrix_has_a_column_for_each_date() throws IOException {
    Path file = written(TRACKER.matrix("x", "y").on("ban").at("2020-03-01", "2020-12-31"));
    assertThat(cells(file, "Matrix"))
        .containsExactly(
            List.of(
                "party",
                "party_name",
                "proposition",
                "proposition_text",
                "2020-03-01",
                "2020-12-31"),
            List.of("x", "Xland", "ban", "Arms are banned.", "+ asserts", "+ asserts"),
            List.of("y", "Yland", "ban", "Arms are banned.", "·", "− asserts the opposite"));
    String notes = part(file, "xl/comments1.xml");
    assertThat(notes)
        .contains("ref=\"E2\"", "ref=\"F2\"", "ref=\"F3\"")
        .doesNotContain("ref=\"E3\"")
        .contains("The Gazette", "Arms are banned");
  }

  @Test
  void the_header_stays_in_sight_and_has_a_filter() throws IOException {
    String sheet = part(written(TRACKER.positionsOn("ban")), "xl/worksheets/sheet1.xml");
    assertThat(sheet).contains("<autoFilter ref=\"A1:", "ySplit=\"1\"", "state=\"frozen\"");
  }

  @Test
  void a_stance_has_a_colour_beside_its_sign_and_a_claim_its_citation() throws IOException {
    Path file = written(TRACKER.positionsOn("ban"));
    assertThat(part(file, "xl/styles.xml"))
        .containsIgnoringCase("BDD7EE")
        .containsIgnoringCase("F8CBAD");
    assertThat(part(file, "xl/comments1.xml")).contains("The Gazette", "We are against it.");
  }

  @Test
  void a_note_is_large_enough_for_a_citation() throws IOException {
    String notes = part(written(TRACKER.positionsOn("ban")), "xl/drawings/vmlDrawing1.vml");
    assertThat(notes).containsPattern("<x:Anchor>\\d+,15,1,2,\\d+,15,11,4</x:Anchor>");
  }

  @Test
  void claims_that_a_query_finds_are_written_with_their_evidence() throws IOException {
    Path file = written(TRACKER.claims().find());
    assertThat(column(cells(file, "Answer"), "claim")).containsExactly("c1", "007");
    assertThat(column(cells(file, "Claims"), "quote")).hasSize(2);
  }

  @Test
  void words_stand_beside_constants() throws IOException {
    Path file = folder.resolve("words.xlsx");
    Answers.writer().words(Wording.of("ko")).write(TRACKER.positionsOn("ban"), file);
    assertThat(cells(file, "Answer").get(0))
        .containsSubsequence("stance", "stance_sign", "stance_words");
  }

  @Test
  void the_same_answer_gives_the_same_bytes() throws IOException {
    Path one = written(TRACKER.positionsOn("ban"));
    byte[] bytes = Files.readAllBytes(one);
    Files.delete(one);
    assertThat(Files.readAllBytes(written(TRACKER.positionsOn("ban")))).isEqualTo(bytes);
    assertThat(part(one, "docProps/core.xml")).doesNotContain("created");
  }

  @Test
  void an_answer_without_rows_is_written() throws IOException {
    assertThat(cells(written(TRACKER.claims().on("ban").since("2021").find()), "Answer"))
        .hasSize(1);
  }

  @Test
  void a_claim_that_cannot_be_written_as_a_workbook_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Answers.writer()
                    .compact()
                    .write(TRACKER.positionsOn("ban"), folder.resolve("a.xlsx")))
        .withMessageContaining("is written as JSON");
  }

  @Test
  void long_texts_are_cut_and_hidden_characters_shown() throws IOException {
    String quote = "a\u0001b" + "c".repeat(40_000);
    Dossier dossier = DOSSIER.plus(List.of(claim("c2", "x", Stance.FOR, "2020-03-02", quote)));
    Path file = written(Tracker.of(dossier).asOf("2020").position("x", "ban"));
    String cell = column(cells(file, "Claims"), "quote").get(0);
    assertThat(cell)
        .startsWith("a[U+0001]bccc")
        .endsWith(" more characters")
        .hasSizeLessThan(32_768);
  }

  @Test
  void what_looks_like_the_code_of_a_character_is_not_taken_for_one() throws IOException {
    Dossier dossier = DOSSIER.plus(List.of(claim("c2", "x", Stance.FOR, "2020-03-02", "_x202E_")));
    Path file = written(Tracker.of(dossier).asOf("2020").position("x", "ban"));
    assertThat(part(file, "xl/sharedStrings.xml"))
        .contains(">_x005F_x202E_<")
        .doesNotContain(">_x202E_<");
  }

  @Test
  void csv_for_excel_begins_with_a_byte_order_mark() throws IOException {
    Path file = folder.resolve("answer.csv");
    Answers.writer().byteOrderMark().write(TRACKER.positionsOn("ban"), file);
    assertThat(Files.readString(file)).startsWith("\uFEFFparty,");
    assertThat(Answers.writer().byteOrderMark().csv(TRACKER.positionsOn("ban")))
        .isEqualTo("\uFEFF" + Answers.csv(TRACKER.positionsOn("ban")));
  }

  // Another program

  static boolean hasLibreOffice() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(path -> Files.isExecutable(Path.of(path, "soffice")));
  }

  private static List<List<String>> csv(Path file) throws IOException {
    try (MappingIterator<String[]> rows =
        new CsvMapper()
            .readerForArrayOf(String.class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .readValues(Files.readString(file))) {
      return rows.readAll().stream().map(List::of).toList();
    }
  }

  @Test
  @EnabledIf("hasLibreOffice")
  void libre_office_reads_the_same_cells() throws IOException, InterruptedException {
    Path file = written(TRACKER.claims().chronology());
    Process converts =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false",
                "--outdir",
                folder.toString(),
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(converts.waitFor()).as(Files.readString(folder.resolve("log"))).isZero();
    List<List<String>> cells = cells(file, "Answer");
    assertThat(csv(folder.resolve("answer.csv"))).isEqualTo(cells);
    assertThat(LocalDate.parse(column(cells, "asserted").get(0))).isEqualTo("2020-03-01");
  }
}

package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.demarche.Tracker;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Wording;
import org.demarche.coding.Codebook;
import org.demarche.coding.CodingComparison;
import org.demarche.coding.QuotationCheck;
import org.demarche.coding.Texts;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Dossier;
import org.demarche.network.AgreementQuery;
import org.demarche.picture.Pictures;
import org.demarche.picture.TimelinePicture;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of what is no answer: of the tables of its page, and of the page. */
class WrittenPagesTest {
  private static final Dossier DOSSIER =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [{"id": "S1", "outlet": "wire", "title": "News", "published": "2020-01-02"}],
           "actors": [{"id": "wire", "name": "Wire", "kind": "MEDIA"},
                      {"id": "x", "name": "X-land", "kind": "STATE"}],
           "propositions": [{"id": "p", "issue": "i", "text": "It is so."}],
           "claims": [
             {"id": "c1", "speakers": ["x"], "principals": ["x"], "asserted": "2020-01-01",
              "proposition": "p", "stance": "FOR", "force": "ASSERT",
              "evidence": [{"source": "S1", "mode": "INDIRECT", "quote": "=it is so"}]},
             {"id": "2020", "speakers": ["x"], "principals": ["x"], "asserted": "2020-01-01",
              "proposition": "p", "stance": "FOR", "force": "ASSERT",
              "evidence": [{"source": "S1", "mode": "INDIRECT", "quote": "never said"}]}]}
          """);
  private static final QuotationCheck CHECK =
      QuotationCheck.of(DOSSIER, Texts.of(Map.of("S1", "X-land: =it is so.", "S2", "Else.")));

  @TempDir Path folder;

  private Path written(Printable printable, String name) {
    Path file = folder.resolve(name);
    Answers.write(printable, file);
    return file;
  }

  private static List<List<String>> rows(Path workbook, String sheet) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(workbook.toFile())) {
      return book.findSheet(sheet).orElseThrow().read().stream()
          .map(row -> row.stream().map(cell -> cell == null ? "" : cell.getText()).toList())
          .toList();
    }
  }

  @Test
  void a_table_is_written_as_csv_without_formulas() throws IOException {
    assertThat(written(CHECK, "check.csv"))
        .content()
        .isEqualTo(
            """
            claim,source,verdict,selector,details
            2020,S1,"not found, nothing similar",,"“never said”"
            c1,S1,found,"8..17, not noted",
            """);
    assertThat(written(() -> TextPage.empty().table(List.of("=a"), List.of()), "a.csv"))
        .content()
        .isEqualTo("\"'=a\"\n");
    Path marked = folder.resolve("marked.csv");
    Answers.writer().byteOrderMark().write(CHECK, marked);
    assertThat(Files.readString(marked)).startsWith("\uFEFFclaim,");
  }

  @Test
  void a_workbook_has_a_sheet_for_each_table_and_one_for_the_rest() throws IOException {
    Path file = written(CHECK, "check.xlsx");
    assertThat(rows(file, "2 quotations"))
        .containsExactly(
            List.of("claim", "source", "verdict", "selector", "details"),
            List.of("2020", "S1", "not found, nothing similar", "", "“never said”"),
            List.of("c1", "S1", "found", "8..17, not noted"));
    assertThat(rows(file, "About"))
        .containsExactly(
            List.of("text"),
            List.of("2 quotations: 1 found, 1 not found, nothing similar."),
            List.of(
                "There is a text of 'S2', which is no source of the dossier (did you mean"
                    + " 'S1'?)."));
    try (ZipFile parts = new ZipFile(file.toFile())) {
      String sheet =
          new String(
              parts.getInputStream(parts.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
              StandardCharsets.UTF_8);
      assertThat(sheet).contains("<autoFilter ref=\"A1:E3\"", "ySplit=\"1\"", "state=\"frozen\"");
    }
  }

  @Test
  void the_disagreements_of_coders_are_a_sheet_and_a_table_by_itself() throws IOException {
    Dossier other = Dossiers.parse(Dossiers.format(DOSSIER).replace("ASSERT", "DENY"));
    CodingComparison comparison = CodingComparison.of(Map.of("kim", DOSSIER, "lee", other));
    List<List<String>> disagreements =
        List.of(
            List.of("claim", "member", "kim", "lee", "quotation"),
            List.of("2020", "force", "ASSERT", "DENY", "never said"),
            List.of("c1", "force", "ASSERT", "DENY", "=it is so"));
    assertThat(rows(written(comparison, "codings.xlsx"), "2 disagreements to adjudicate"))
        .isEqualTo(disagreements);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(comparison, "codings.csv"))
        .withMessageContaining("a .csv holds one table, the page has 2 (Codings of kim and lee")
        .withMessageContaining("2 disagreements to adjudicate")
        .withMessageContaining("use .xlsx, or write one of page().tables()");
    assertThat(written(comparison.page().tables().get(1), "disagreements.csv"))
        .content()
        .isEqualTo(
            """
            claim,member,kim,lee,quotation
            2020,force,ASSERT,DENY,"never said"
            c1,force,ASSERT,DENY,"'=it is so"
            """);
  }

  @Test
  void sheets_have_names_that_a_workbook_can_have() throws IOException {
    TextPage table = TextPage.empty().table(List.of("a"), List.of(List.of("1")));
    Printable page =
        () ->
            TextPage.of("About")
                .page(table)
                .page(table)
                .line(0, 0, "A [long] title/with signs that no sheet may have")
                .page(table)
                .line(0, 0, "a long title with signs")
                .page(table)
                .line(0, 0, "😀".repeat(20))
                .page(table);
    try (ReadableWorkbook book = new ReadableWorkbook(written(page, "a.xlsx").toFile())) {
      assertThat(book.getSheets().map(Sheet::getName))
          .containsExactly(
              "About 2",
              "Table",
              "A long title with signs that no",
              "a long title with signs",
              "😀".repeat(15),
              "About");
      assertThat(book.getFirstSheet().read()).extracting(Row::getCellCount).containsOnly(1);
    }
  }

  @Test
  void the_page_is_written_as_markdown_text_or_html() throws IOException {
    Codebook codebook = Codebook.of(DOSSIER);
    assertThat(written(codebook, "book.md")).content().startsWith("# Codebook\n\n1 proposition");
    assertThat(written(codebook, "book.txt")).content().startsWith("Codebook\n1 proposition");
    assertThat(written(codebook, "book.html"))
        .content()
        .startsWith("<!DOCTYPE html>")
        .endsWith("</html>\n");
    assertThat(written(Tracker.of(DOSSIER).position("x", "p"), "position.html"))
        .content()
        .contains("<html lang=\"en\">", "<h1>X-land on “It is so” [x, p]</h1>");
  }

  @Test
  void a_page_in_another_language_says_so() throws IOException {
    Path file = folder.resolve("position.html");
    Answers.writer().words(Wording.of("ko")).write(Tracker.of(DOSSIER).position("x", "p"), file);
    assertThat(file).content().contains("<html lang=\"ko\">");
    Answers.writer().words(Wording.of("ko")).write(Codebook.of(DOSSIER), file);
    assertThat(file).content().contains("<html lang=\"en\">");
  }

  @Test
  void a_form_that_a_value_does_not_have_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(CHECK, "check.json"))
        .withMessageEndingWith(
            "check.json: a QuotationCheck has no form in JSON; use .csv, .md, .txt, .html or .xlsx");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(Codebook.of(DOSSIER), "book.csv"))
        .withMessageEndingWith("book.csv: there is no table to be written; use .md, .txt or .html");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> written(CHECK, "check.pdf"))
        .withMessageContaining("use .json, .csv, .md, .txt or .html");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answers.writer().compact().write(CHECK, folder.resolve("compact.csv")))
        .withMessageContaining("is written as JSON");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_answer_that_has_a_picture_is_written_as_svg() throws IOException {
    AgreementTable table = AgreementQuery.of(Tracker.of(DOSSIER)).parties("x").all();
    Path file = folder.resolve("agreement.svg");

    Answers.write(table, file);

    assertThat(file).hasContent(Pictures.agreement(table).svg().stripTrailing());
  }

  @Test
  void a_page_with_a_picture_has_the_tables_of_the_answer_once() throws IOException {
    Actor other =
        Actor.builder()
            .id("y")
            .name("Y-land")
            .kind(ActorKind.STATE)
            .authority(Authority.UNSPECIFIED)
            .build();
    Tracker tracker = Tracker.of(DOSSIER.plus(other));
    AgreementTable table = AgreementQuery.of(tracker).parties("x", "y").all();
    Path file = folder.resolve("agreement.html");

    Answers.write(table, file);

    assertThat(Files.readString(file))
        .contains("<svg ")
        .containsOnlyOnce("<table>")
        .doesNotContain("<details>");
  }

  @Test
  void a_picture_is_written_as_svg_and_nothing_else_is() throws IOException {
    TimelinePicture picture = TimelinePicture.of(Tracker.of(DOSSIER)).parties("x").on("p");
    Path file = folder.resolve("p.svg");

    Answers.write(picture, file);

    assertThat(file).hasContent(picture.svg().stripTrailing());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Answers.write(Tracker.of(DOSSIER).position("x", "p"), file))
        .withMessageEndingWith(
            "p.svg: a Known has no picture; an AgreementTable, Framings, a Chronology with answers and the pictures of Pictures and TimelinePicture have one; use .json, .csv, .md, .txt, .html or .xlsx");
  }
}

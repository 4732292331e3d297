package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codings of other programs, and the claims that a table makes of them. */
class CodingsTest {
  private static final String TEXT = "🌍 Xland will sign. Yland will not.";

  private static final Codings CODINGS =
      new Codings(
          new CodedTable(
              "talks.dna",
              ImmutableList.of(
                  "coding",
                  "quote",
                  "start",
                  "end",
                  "coder",
                  "document",
                  "document_title",
                  "document_outlet",
                  "document_date",
                  "document_text",
                  "country",
                  "agreement"),
              ImmutableList.of(
                  row("s1", "Xland will sign.", "2", "18", "Xland", "1"),
                  row("s2", "Yland will not.", "19", "34", "Yland", "0"),
                  row("s3", "", "", "", "Zland", "maybe")),
              ImmutableList.of(
                  CodedTable.Entry.left("colours", 4, "a dossier has none"),
                  CodedTable.Entry.carried("statements", 3, "each is a row"))));

  @TempDir Path folder;

  private static ImmutableList<String> row(
      String id, String quote, String start, String end, String country, String agreement) {
    return ImmutableList.of(
        id,
        quote,
        start,
        end,
        "ann",
        "d1",
        "The talks",
        "The Gazette",
        "2020-03-02",
        TEXT,
        country,
        agreement);
  }

  private static ClaimTable claims(ClaimTable table) {
    return table
        .principalsByName("{country}")
        .actors(ActorKind.STATE)
        .propositionBySentence("The treaty is signed.")
        .propositions("treaty")
        .values("agreement", Map.of("1", "FOR", "0", "AGAINST"))
        .stance("{agreement}")
        .force("ASSERT")
        .mode("DIRECT");
  }

  @Test
  void claims_have_the_words_their_place_and_the_document_of_a_coding() {
    LoadedClaims load = claims(ClaimTable.of(CODINGS)).read();
    Claim first = load.dossier().claim("s1").orElseThrow();
    assertThat(first.principals()).containsExactly("xland");
    assertThat(first.stance()).isEqualTo(Stance.FOR);
    assertThat(first.asserted()).isEqualTo(When.parse("2020-03-02"));
    assertThat(first.coder()).contains("ann");
    assertThat(first.evidence())
        .containsExactly(
            Evidence.builder()
                .source("d1")
                .mode(Mode.DIRECT)
                .quote("Xland will sign.")
                .selector(2, 18)
                .build());
    assertThat(load.dossier().sources())
        .containsExactly(
            Source.builder()
                .id("d1")
                .outlet("the-gazette")
                .title("The talks")
                .published(When.parse("2020-03-02"))
                .text(TEXT)
                .build());
    assertThat(load.dossier().actor("the-gazette").orElseThrow().kind()).isEqualTo(ActorKind.MEDIA);
    assertThat(load.problems())
        .extracting(Object::toString)
        .containsExactly(
            "talks.dna:3:1: agreement 'maybe' is none of 0, 1; values(…) names each cell of the"
                + " column, leaveOut(…) those whose rows to leave out");
  }

  @Test
  void the_account_tells_what_was_carried_first() {
    assertThat(CODINGS)
        .hasToString(
            """
            talks.dna: 3 codings in 12 columns
            carried: 3 statements (each is a row)
            not carried: 4 colours (a dossier has none)""");
    assertThat(CODINGS.rows().get(2))
        .isEqualTo(
            ImmutableMap.builder()
                .put("coding", "s3")
                .put("coder", "ann")
                .put("document", "d1")
                .put("document_title", "The talks")
                .put("document_outlet", "The Gazette")
                .put("document_date", "2020-03-02")
                .put("document_text", TEXT)
                .put("country", "Zland")
                .put("agreement", "maybe")
                .buildOrThrow());
  }

  @Test
  void rows_without_a_claim_are_written_mended_and_read_again() throws IOException {
    ClaimTable table = claims(ClaimTable.of(CODINGS));
    LoadedClaims load = table.read();
    Path file = folder.resolve("mend.csv");
    table.writeProblems(load, file);
    assertThat(Files.readString(file))
        .isEqualTo(
            "\uFEFF"
                + """
            "#","problem","coding","quote","start","end","coder","document","document_title","document_outlet","document_date","country","agreement"
            "3","agreement 'maybe' is none of 0, 1; values(…) names each cell of the column, leaveOut(…) those whose rows to leave out","s3","","","","ann","d1","The talks","The Gazette","2020-03-02","Zland","maybe"
            """);
    Files.writeString(
        file,
        Files.readString(file)
            .replace("\"Zland\",\"maybe\"", "\"Zland\",\"1\"")
            .replace("\"s3\",\"\",", "\"s3\",\"Yland will not.\","));
    LoadedClaims mended =
        claims(ClaimTable.of(file))
            .id("{coding}")
            .source("{document}")
            .asserted("{document_date}")
            .quote("{quote}")
            .onto(load.dossier())
            .read();
    assertThat(mended.problems()).isEmpty();
    assertThat(mended.dossier().claims()).hasSize(3);
  }

  @Test
  void codings_are_written_as_a_table_without_the_texts() throws IOException {
    Path file = folder.resolve("codings.csv");
    CODINGS.write(file);
    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0)).doesNotContain("document_text");
    Path workbook = folder.resolve("codings.xlsx");
    CODINGS.write(workbook);
    LoadedClaims load =
        claims(ClaimTable.of(workbook))
            .id("{coding}")
            .source("{document}")
            .asserted("{document_date}")
            .sources("{document_outlet}", "{document_title}", "{document_date}")
            .quote("{quote}")
            .read();
    assertThat(load.dossier().claims()).hasSize(2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CODINGS.write(folder.resolve("codings.txt")))
        .withMessageEndingWith(
            "codings.txt: the ending of the name states no form of a table; use .csv or .xlsx");
  }

  @Test
  void cells_of_a_workbook_to_be_read_again_stay_as_they_are() throws IOException {
    ImmutableList<String> cells = ImmutableList.of("12.50", "007", "2020-03-02", "1e5", "TRUE");
    Path workbook = folder.resolve("codings.xlsx");
    new Codings(
            new CodedTable(
                "x",
                ImmutableList.of("a", "b", "c", "d", "e"),
                ImmutableList.of(cells),
                ImmutableList.of()))
        .write(workbook);
    try (InputStream in = Files.newInputStream(workbook);
        ReadableWorkbook read = new ReadableWorkbook(in)) {
      Row row = read.getFirstSheet().read().get(1);
      assertThat(row.stream().map(Cell::getType)).containsOnly(CellType.STRING);
      assertThat(row.stream().map(Cell::asString)).containsExactlyElementsOf(cells);
    }
  }

  @Test
  void marks_of_direction_and_what_looks_like_a_code_are_read_again() throws IOException {
    String words = "\u202Bno\u202C _x0041_ 👩\uD83D";
    Path workbook = folder.resolve("codings.xlsx");
    new Codings(
            new CodedTable(
                "x",
                ImmutableList.of("coding", "words\u0001", "country", "agreement"),
                ImmutableList.of(ImmutableList.of("a", words, "Xland", "1")),
                ImmutableList.of()))
        .write(workbook);
    LoadedClaims load =
        claims(ClaimTable.of(workbook))
            .id("{coding}")
            .source("d")
            .sources("Gazette", "The talks", "2020")
            .asserted("2020")
            .quote("{words\u0001}")
            .read();
    assertThat(load.dossier().claim("a").orElseThrow().evidence().get(0).quote()).contains(words);
  }

  @Test
  void a_source_has_one_title() throws IOException {
    Path file = folder.resolve("claims.csv");
    Files.writeString(
        file,
        """
        id,who,paper,title,day,from,to
        a,Xland,Gazette,The talks,2020-03-02,,
        b,Xland,Gazette,Other talks,2020-03-02,,
        c,Xland,Gazette,The talks,2020-03-02,3,
        d,Xland,Gazette,The talks,2020-03-02,5,5
        e,Xland,Gazette,The talks,2020-03-02,x,7
        """);
    LoadedClaims load =
        ClaimTable.of(file)
            .id("{id}")
            .principalsByName("{who}")
            .actors(ActorKind.STATE)
            .propositionBySentence("The treaty is signed.")
            .propositions("treaty")
            .stance("FOR")
            .force("ASSERT")
            .mode("RECORDED")
            .asserted("{day}")
            .source("s")
            .sources("{paper}", "{title}", "{day}")
            .selector("{from}", "{to}")
            .read();
    assertThat(load.dossier().claims()).hasSize(1);
    assertThat(load.problems())
        .extracting(problem -> problem.message())
        .containsExactly(
            "source s had the title 'The talks' in line 2, now 'Other talks'",
            "the place of the words needs both its start and its end",
            "the place of the words ends at 5, and begins at 5",
            "start 'x' is not a whole number from 0 on");
  }
}

package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.json.LoadedRows.claimIds;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.TableFiles;
import org.demarche.json.tables.TableRows;
import org.demarche.json.tables.TextFormat;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that gave no claim, written to be mended and read again. */
class MendedRowsTest {
  private static final String TEXT = "🌍 Xland will sign. Yland will not.";

  @TempDir Path folder;

  private Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  private static Dossier record() {
    return Dossier.of(
        Actor.builder().id("un").name("Record").kind(ActorKind.MEDIA).build(),
        Source.builder()
            .id("s")
            .outlet("un")
            .title("S")
            .published(When.parse("2021"))
            .text(TEXT)
            .build());
  }

  private static ClaimTable votes(Path file, Dossier dossier) {
    return ClaimTable.of(file)
        .onto(dossier)
        .missing("NA")
        .id("v-{#}")
        .principals("{code}")
        .actors(ActorKind.STATE, "{country}")
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("{vote}")
        .force("VOTE")
        .source("s")
        .mode("RECORDED")
        .asserted("{day}");
  }

  private static String replaced(String text, String... pairs) {
    String mended = text;
    for (int i = 0; i < pairs.length; i += 2) {
      assertThat(mended).contains(pairs[i]);
      mended = mended.replace(pairs[i], pairs[i + 1]);
    }
    return mended;
  }

  @Test
  void rows_keep_their_cells_and_their_lines() throws IOException {
    Path file =
        file(
            "votes.csv",
            """
            id;code;country;vote;day
            a;US;United States;FOR;2017-10-31
            b;"NA";Namibia;maybe;2017-10-31
            c;NA;Norway;FOR;2017-10-31
            d;FR;France; Republic of;FOR;2017-10-31
            e;DE
            f;IT;"Italy;FOR;2017-10-31
            """);
    ClaimTable votes = votes(file, record()).separator(';');
    LoadedClaims load = votes.read();
    assertThat(claimIds(load)).containsExactly("v-2");
    Path mend = folder.resolve("mend.csv");
    votes.writeProblems(load, mend);
    List<String> lines = Files.readAllLines(mend);
    assertThat(lines).hasSize(6);
    assertThat(lines.get(0))
        .isEqualTo("\uFEFF\"#\",\"problem\",\"id\",\"code\",\"country\",\"vote\",\"day\"");
    assertThat(lines.get(1))
        .startsWith("\"3\",\"stance 'maybe' is not one of")
        .endsWith("\",\"b\",\"NA\",\"Namibia\",\"maybe\",\"2017-10-31\"");
    assertThat(replaced(lines.get(2), ",\"\",", ",,"))
        .isEqualTo(
            "\"4\",\"principals is empty: nothing in column code\",\"c\",,\"Norway\",\"FOR\",\"2017-10-31\"");
    assertThat(lines.subList(3, 6))
        .containsExactly(
            "\"5\",\"a row of 6 fields under a header of 5\",\"d\",\"FR\",\"France\",\"Republic of\",\"FOR\",\"2017-10-31\"",
            "\"6\",\"a row of 2 fields under a header of 5\",\"e\",\"DE\"",
            "\"7\",\"the quotation mark of field 3 is never closed\",\"f;IT;\"\"Italy;FOR;2017-10-31\"");
    assertThat(votes(mend, load.dossier()).read().problems()).hasSize(5);

    Files.writeString(
        mend,
        replaced(
            Files.readString(mend),
            "\"maybe\"",
            "\"FOR\"",
            "\"c\",\"\",\"Norway\"",
            "\"c\",\"NO\",\"Norway\"",
            "\"France\",\"Republic of\"",
            "\"France\"",
            "\"e\",\"DE\"",
            "\"e\",\"DE\",\"Germany\",\"FOR\",\"2017\"",
            "\"f;IT;\"\"Italy;FOR;2017-10-31\"",
            "\"f\",\"IT\",\"Italy\",\"FOR\",\"2017-10-31\""));
    LoadedClaims mended = votes(mend, load.dossier()).read();
    assertThat(mended.problems()).isEmpty();
    assertThat(claimIds(mended)).containsExactly("v-2", "v-3", "v-4", "v-5", "v-6", "v-7");
    assertThat(mended.dossier().claim("v-3").orElseThrow().principals()).containsExactly("NA");
  }

  @Test
  void a_workbook_keeps_the_cells_of_rows_of_any_length() throws IOException {
    ClaimTable votes =
        votes(
            file(
                "votes.csv",
                "id,code,country,vote,day\nb,\"NA\",Namibia,maybe,2017\nd,FR,France,,FOR,2017\ne,DE\n"),
            record());
    LoadedClaims load = votes.read();
    Path mend = folder.resolve("mend.xlsx");
    votes.writeProblems(load, mend);
    LoadedClaims read =
        votes(mend, load.dossier()).missing().values("vote", Map.of("maybe", "FOR")).read();
    assertThat(claimIds(read)).containsExactly("v-2");
    assertThat(read.dossier().claim("v-2").orElseThrow().principals()).containsExactly("NA");
    assertThat(read.problems()).hasSize(2);
  }

  @Test
  void columns_of_the_table_keep_their_names() throws IOException {
    ClaimTable votes =
        votes(
            file(
                "votes.csv",
                "#,problem,line,code,country,vote,day\n7,x,y,US,United States,maybe,2017\n"),
            record());
    LoadedClaims load = votes.read();
    Path mend = folder.resolve("mend.csv");
    votes.writeProblems(load, mend);
    assertThat(Files.readString(mend))
        .startsWith("\uFEFF\"line 2\",\"problem 2\",\"#\",\"problem\",\"line\",\"code\",")
        .contains("\"2\",")
        .contains(",\"7\",\"x\",\"y\",\"US\",");
    Files.writeString(mend, replaced(Files.readString(mend), "\"maybe\"", "\"FOR\""));
    assertThat(claimIds(votes(mend, record()).comments('#').read())).containsExactly("v-7");
  }

  @Test
  void each_character_of_a_cell_of_a_workbook_comes_back() {
    List<String> cells =
        List.of(
            "a\u0001b\u200Bc\u00ADd",
            "\uD83D and \uDE00, not \uD83D\uDE00",
            "a\r\nb\tc\uFFFE",
            "_x0001\u0002",
            "\u0001x0041_x0041_");
    Path file = folder.resolve("cells.xlsx");
    WrittenTable.write(List.of(List.of("a", "b", "c", "d", "e"), cells), "S", file);
    try (TableRows table = TableFiles.open(file, TextFormat.STANDARD, HeapBudget.ofUnknownSize())) {
      assertThat(table.next().orElseThrow().cells()).isEqualTo(cells);
    }
  }

  @Test
  void a_text_of_a_table_stays_and_one_too_long_for_a_workbook_is_refused() throws IOException {
    String text = "word ".repeat(7_000) + "end";
    ClaimTable votes =
        votes(
            file(
                "votes.csv",
                "code,country,vote,day,document_text\nUS,United States,maybe,2017," + text + "\n"),
            record());
    LoadedClaims load = votes.read();
    Path csv = folder.resolve("mend.csv");
    votes.writeProblems(load, csv);
    assertThat(Files.readString(csv)).contains(text);
    Path workbook = folder.resolve("mend.xlsx");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes.writeProblems(load, workbook))
        .withMessage(workbook + ": a cell has 35003 characters, a workbook holds 32767; use .csv");
    assertThat(workbook).doesNotExist();
  }

  @Test
  void words_of_codings_are_written_without_white_space_and_their_place_moves() throws IOException {
    Path file = folder.resolve("codings.csv");
    new Codings(
            new CodedTable(
                "x",
                ImmutableList.of(
                    "coding", "quote", "start", "end", "code", "country", "vote", "day"),
                ImmutableList.of(
                    ImmutableList.of(
                        "a", " Xland will sign.\u00A0", "1", "19", "X", "X", "FOR", "2020"),
                    ImmutableList.of("b", "Yland", "19", "24", "Y", "Y", "FOR", "2020"),
                    ImmutableList.of("c", " ", "1", "2", "Z", "Z", "FOR", "2020")),
                ImmutableList.of()))
        .write(file);
    assertThat(Files.readAllLines(file))
        .contains(
            "\"a\",\"Xland will sign.\",\"2\",\"18\",\"X\",\"X\",\"FOR\",\"2020\"",
            "\"b\",\"Yland\",\"19\",\"24\",\"Y\",\"Y\",\"FOR\",\"2020\"");
    LoadedClaims load =
        votes(file, record())
            .id("{coding}")
            .mode("DIRECT")
            .quote("{quote}")
            .selector("{start}", "{end}")
            .read();
    assertThat(claimIds(load)).contains("a", "b");
  }
}

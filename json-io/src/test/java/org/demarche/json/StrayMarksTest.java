package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.LoadedRows.claimIds;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables in which a mark, a separator or a title stands where it should not. */
class StrayMarksTest {
  private static final String HEADER = "id,country,words,vote,day\n";
  private static final String SWALLOWED =
      "; close it, or double it if it belongs to the words; if the lines are one text, set longCells()";

  @TempDir Path folder;

  private ClaimTable table(String content) throws IOException {
    return ClaimTable.of(Files.writeString(folder.resolve("table.csv"), content))
        .onto(
            Dossier.of(
                Actor.builder().id("un").name("Record").kind(ActorKind.MEDIA).build(),
                Source.builder()
                    .id("s")
                    .outlet("un")
                    .title("S")
                    .published(When.parse("2021"))
                    .build()))
        .id("{id}")
        .principalsByName("{country}")
        .actors(ActorKind.STATE)
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("{vote}")
        .force("VOTE")
        .quote("{words}")
        .source("s")
        .mode("DIRECT")
        .asserted("{day}");
  }

  private static String quote(LoadedClaims load, String claim) {
    return load.dossier().claim(claim).orElseThrow().evidence().get(0).quote().orElseThrow();
  }

  // Quotation marks

  @Test
  void a_stray_mark_costs_its_row_even_if_a_later_cell_ends_in_another() throws IOException {
    ClaimTable table =
        table(
            HEADER
                + """
                a,Xland,So be it,FOR,2020-01-01
                b,Turkey,"We will never agree he said,FOR,2020-01-02
                c,Kenya,fine,AGAINST,2020-01-03
                d,Ghana,It is vital",FOR,2020-01-04
                e,Yland,So be it,FOR,2020-01-05
                """);
    LoadedClaims load = table.read();
    assertThat(claimIds(load)).containsExactly("a", "c", "d", "e");
    assertThat(messages(load))
        .containsExactly(
            "3: the quotation mark of field 3 is closed in line 5 only, after what looks like rows"
                + SWALLOWED);
    assertThat(load.rows()).isEqualTo(5);
    assertThat(claimIds(table.longCells().read())).containsExactly("a", "b", "e");
  }

  @Test
  void a_stray_mark_costs_its_row_if_the_next_row_ends_in_another() throws IOException {
    LoadedClaims load =
        table(
                HEADER
                    + """
                    b,Turkey,"We will never agree, he said,FOR,2020-01-02
                    d,Ghana,It is vital",FOR,2020-01-04
                    """)
            .read();
    assertThat(claimIds(load)).containsExactly("d");
    assertThat(messages(load))
        .containsExactly(
            "2: the quotation mark of field 3 is closed in line 3 only, after what looks like rows"
                + SWALLOWED);
  }

  @Test
  void a_text_of_several_lines_with_few_commas_is_a_text() throws IOException {
    LoadedClaims load =
        table(HEADER + "a,Xland,\"First, second.\nThird, and last.\",FOR,2020-01-01\n").read();
    assertThat(load.problems()).isEmpty();
    assertThat(quote(load, "a")).isEqualTo("First, second.\nThird, and last.");
  }

  @Test
  void a_text_of_several_lines_after_a_stray_mark_is_read() throws IOException {
    LoadedClaims load =
        table(
                HEADER
                    + """
                    b,Turkey,"We will never agree he said,FOR,2020-01-02
                    c,Kenya,"in two
                    lines",AGAINST,2020-01-03
                    """)
            .read();
    assertThat(claimIds(load)).containsExactly("c");
    assertThat(quote(load, "c")).isEqualTo("in two\nlines");
    assertThat(messages(load)).hasSize(1).first().asString().startsWith("2: text after a closing");
  }

  @Test
  void a_row_whose_second_text_is_not_closed_costs_the_lines_of_the_first() throws IOException {
    LoadedClaims load =
        table(
                HEADER
                    + """
                    b,Turkey,"in two
                    lines","FOR,2020-01-02
                    c,Kenya,fine,AGAINST,2020-01-03
                    """)
            .read();
    assertThat(claimIds(load)).containsExactly("c");
    assertThat(messages(load)).containsExactly("2: the quotation mark of field 4 is never closed");
  }

  @Test
  void a_joined_table_with_a_stray_mark_is_refused() throws IOException {
    Path joined =
        Files.writeString(
            folder.resolve("days.csv"),
            "id,on,place\na,2020-01-01,\"Here\nb,2020-01-02,There\nc,2020-01-03,Here\"\n");
    ClaimTable table =
        table("id,country,words,vote\na,Xland,x,FOR\n").asserted("{on}").join("id", joined);
    assertThatThrownBy(table::read)
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("after what looks like rows");
  }

  // Separators

  @Test
  void a_first_line_may_name_a_tab() throws IOException {
    LoadedClaims load =
        table("sep=\t\nid\tcountry\twords\tvote\tday\na\tXland\tx\tFOR\t2020-01-01\n").read();
    assertThat(load.problems()).isEmpty();
    assertThat(claimIds(load)).containsExactly("a");
  }

  @Test
  void rows_are_looked_for_with_the_separator_that_the_first_line_names() throws IOException {
    LoadedClaims load =
        table(
                """
                sep=;
                id;country;words;vote;day
                b;Turkey;"never;FOR;2020-01-02
                c;Kenya;fine;AGAINST;2020-01-03
                d;Ghana;vital";FOR;2020-01-04
                """)
            .read();
    assertThat(claimIds(load)).containsExactly("c", "d");
  }

  @Test
  void a_header_in_one_piece_shows_the_separator() throws IOException {
    for (Map.Entry<String, String> separator : Map.of(";", ";", "\t", "\\t", "|", "|").entrySet()) {
      ClaimTable table = table(HEADER.replace(",", separator.getKey()));
      assertThatIllegalArgumentException()
          .isThrownBy(table::read)
          .withMessageContaining("there is no column 'id'")
          .withMessageEndingWith(
              "; if the names of the columns are separated by '%s', say separator('%s')"
                  .formatted(separator.getValue(), separator.getValue()));
    }
    ClaimTable quoted = table("\"id\";\"country\"\n");
    assertThatThrownBy(quoted::read)
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageEndingWith(
            "; if the names of the columns are separated by ';', say separator(';')");
  }

  // Titles

  @Test
  void lines_above_the_header_can_be_skipped() throws IOException {
    String rows = HEADER + "a,Xland,x,FOR,2020-01-01\nb,Yland,x,maybe,2020-01-01\n";
    for (String title : List.of("Votes of the assembly\n", "Votes of the assembly,,,,\n")) {
      ClaimTable table = table(title + rows);
      assertThatIllegalArgumentException()
          .isThrownBy(table::read)
          .withMessageContaining("there is no column 'id'")
          .withMessageEndingWith(
              "; if the names of the columns are in a line further down, say skipLines(…)");
      LoadedClaims load = table.skipLines(1).read();
      assertThat(claimIds(load)).containsExactly("a");
      assertThat(messages(load)).hasSize(1).first().asString().startsWith("4: stance 'maybe'");
    }
    assertThat(claimIds(table("sep=,\nVotes\n\n" + rows).skipLines(2).read())).containsExactly("a");
    ClaimTable table = table(rows);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.skipLines(-1))
        .withMessage("skipLines is at least 0, got -1");
    assertThatThrownBy(() -> table.skipLines(9).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("the table is empty");
  }

  @Test
  void a_joined_table_has_no_lines_above_its_header() throws IOException {
    Path joined = Files.writeString(folder.resolve("days.csv"), "id,on\na,2020-01-01\n");
    LoadedClaims load =
        table("Votes\nid,country,words,vote\na,Xland,x,FOR\n")
            .skipLines(1)
            .asserted("{on}")
            .join("id", joined)
            .read();
    assertThat(claimIds(load)).containsExactly("a");
  }

  // Columns that are rows

  @Test
  void a_problem_names_the_column_that_was_turned_into_its_row() throws IOException {
    LoadedClaims load =
        table("id,day,words,Xland,Yland,Zland\na,2020-01-01,x,,maybe,1\nb,soon,x,1,1,1\n")
            .unpivot("country", "vote", "Xland", "Yland", "Zland")
            .values("vote", Map.of("1", "FOR"))
            .id("{id}-{country}")
            .read();
    assertThat(claimIds(load)).containsExactly("a-Zland");
    assertThat(messages(load))
        .startsWith(
            "2: stance is empty: nothing in column Xland",
            "2: column Yland: vote 'maybe' is none of 1; values(…) names each cell of the column,"
                + " leaveOut(…) those whose rows to leave out")
        .hasSize(5);
  }
}

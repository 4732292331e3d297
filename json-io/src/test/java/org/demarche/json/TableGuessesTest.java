package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.LoadedRows.claimIds;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that doubts which a table leaves are reported, and never decided for its reader. */
class TableGuessesTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  @TempDir Path folder;

  private Path file(String content, Charset charset) throws IOException {
    return Files.writeString(folder.resolve("table.csv"), content, charset);
  }

  private ClaimTable votes(String content) throws IOException {
    return votes(file(content, StandardCharsets.UTF_8));
  }

  private static ClaimTable votes(Path file) {
    return ClaimTable.of(file)
        .onto(
            Dossier.of(
                Actor.builder().id("un").name("Record of votes").kind(ActorKind.MEDIA).build(),
                Source.builder()
                    .id("s")
                    .outlet("un")
                    .title("S")
                    .published(When.parse("2020"))
                    .build()))
        .id("{#}")
        .principalsByName("{state}")
        .actors(ActorKind.STATE)
        .proposition("p")
        .propositions("i", "P is so.")
        .stance("{vote}")
        .force("VOTE")
        .asserted("2017")
        .source("s")
        .mode("RECORDED");
  }

  // Dates

  @Test
  void a_date_that_gives_two_days_by_two_patterns_is_reported() throws IOException {
    LoadedClaims load =
        votes(
                """
                state,vote,day
                France,FOR,11/3/2017
                France,FOR,14/12/2017
                France,FOR,12/14/2017
                France,FOR,5/5/2017
                """)
            .asserted("{day}", "d/M/yyyy", "M/d/yyyy")
            .read();

    assertThat(messages(load))
        .containsExactly(
            "2: asserted '11/3/2017' is in doubt, 2017-03-11 or 2017-11-03, by the patterns"
                + " 'd/M/yyyy' or 'M/d/yyyy'; give one that fits all dates of the table");
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.asserted().toString())
        .containsExactly("2017-12-14", "2017-12-14", "2017-05-05");
  }

  // Encodings

  @Test
  void marks_of_windows_are_no_text_in_iso_8859() throws IOException {
    Path file = file("state,vote\nFrance,FOR\n„Öl – 5 €“,FOR\n", WINDOWS);

    assertThatThrownBy(() -> votes(file).charset(StandardCharsets.ISO_8859_1).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("table.csv:3:1")
        .hasMessageContaining("the byte 0x84 is not part of a character in ISO-8859-1")
        .hasMessageContaining("in windows-1252 it is '„'");
    assertThat(votes(file).charset(WINDOWS).read().dossier().actors())
        .extracting(Actor::name)
        .contains("„Öl – 5 €“");
  }

  @Test
  void letters_of_iso_8859_are_read_across_the_ends_of_buffers() throws IOException {
    String name = "Ö".repeat(100_000);
    Path file = file("state,vote\n" + name + ",FOR\n", StandardCharsets.ISO_8859_1);

    assertThat(votes(file).charset(StandardCharsets.ISO_8859_1).read().dossier().actors())
        .extracting(Actor::name)
        .contains(name);
  }

  @Test
  void a_text_that_begins_with_the_mark_of_utf_8_is_not_read_in_another_encoding()
      throws IOException {
    Path file = file("\uFEFFstate,vote\nÖsterreich,FOR\n", StandardCharsets.UTF_8);

    assertThatThrownBy(() -> votes(file).charset(WINDOWS).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("it begins with the byte order mark of UTF-8")
        .hasMessageContaining("is read in windows-1252");
    assertThat(votes(file).read().problems()).isEmpty();
  }

  @Test
  void rows_to_mend_cannot_be_read_in_the_encoding_of_the_first_table_by_mistake()
      throws IOException {
    ClaimTable table = votes(file("state,vote\nÖsterreich,dafür\n", WINDOWS)).charset(WINDOWS);
    Path toMend = folder.resolve("to-mend.csv");
    table.writeProblems(table.read(), toMend);

    assertThatThrownBy(() -> votes(toMend).charset(WINDOWS).read())
        .hasMessageContaining("it begins with the byte order mark of UTF-8");
    assertThat(votes(toMend).values("vote", Map.of("dafür", "FOR")).read().dossier().actors())
        .extracting(Actor::name)
        .contains("Österreich");
  }

  // Ids

  @Test
  void ids_of_claims_are_made_from_names_as_those_of_actors_are() throws IOException {
    LoadedClaims load =
        votes("no,United States,Côte d’Ivoire,Curaçao\n1,FOR,AGAINST,FOR\n2,FOR,,FOR\n")
            .unpivot("state", "vote", "United States", "Côte d’Ivoire", "Curaçao")
            .leaveOut("vote", "")
            .id("V{no}-{state}")
            .read();

    assertThat(load.problems()).isEmpty();
    assertThat(claimIds(load))
        .containsExactly(
            "v1-united-states", "v1-cote-d-ivoire", "v1-curacao", "v2-united-states", "v2-curacao");
  }

  @Test
  void two_texts_that_give_one_id_are_two_claims_of_which_the_second_is_reported()
      throws IOException {
    LoadedClaims load =
        votes(
                """
                name,state,vote
                le mans,France,FOR
                Le-Mans!,France,FOR
                le  mans,France,FOR
                le-mans,France,FOR
                new-york,France,FOR
                New York,France,FOR
                …,France,FOR
                """)
            .id("{name}")
            .read();

    assertThat(claimIds(load)).containsExactly("le-mans", "new-york");
    assertThat(messages(load))
        .containsExactly(
            "3: 'Le-Mans!' gives the id le-mans, which 'le mans' has since line 2: if they are one"
                + " claim, write one text; if they are two, rename one",
            "5: 'le-mans' gives the id le-mans, which 'le mans' has since line 2 ('-' U+002D here,"
                + " ' ' U+0020 there): if they are one claim, write one text; if they are two,"
                + " rename one",
            "7: 'New York' gives the id new-york, which 'new-york' has in an earlier row: if they"
                + " are one claim, write one text; if they are two, rename one",
            "8: id '…' has no letter or digit");
  }

  @Test
  void answers_and_retractions_name_claims_as_their_ids_do() throws IOException {
    LoadedClaims load =
        votes("no,state,vote,to\n1,Côte d’Ivoire,FOR,\n2,France,FOR,1 Côte d’Ivoire\n")
            .id("{no} {state}")
            .respondsTo("{to}")
            .read();

    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claim("2-france").orElseThrow().respondsTo())
        .containsExactly("1-cote-d-ivoire");
  }

  // Columns, cells and constants

  @Test
  void a_table_is_joined_by_the_names_of_columns_that_are_turned_into_rows() throws IOException {
    Path codes =
        Files.writeString(folder.resolve("codes.csv"), "state,code\nFrance,FRA\nFidschi,FJI\n");

    LoadedClaims load =
        votes("no,France,Fidschi\n1,FOR,AGAINST\n")
            .unpivot("state", "vote", "France", "Fidschi")
            .join("state", codes)
            .id("{no}-{code}")
            .read();

    assertThat(load.problems()).isEmpty();
    assertThat(claimIds(load)).containsExactly("1-FRA", "1-FJI");
  }

  @Test
  void a_constant_that_does_not_exist_is_refused_once_and_not_in_every_row() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> votes("state,vote\nFrance,FOR\n").force("HOLD").read())
        .withMessageContaining("force 'HOLD' is not one of ASSERT");
  }

  @Test
  void an_absence_is_not_taken_for_an_abstention() throws IOException {
    LoadedClaims load =
        votes("state,vote\nFrance,n/a\n")
            .values("vote", Map.of("Y", "FOR", "N", "AGAINST", "A", "UNCOMMITTED"))
            .read();

    assertThat(messages(load))
        .containsExactly(
            "2: vote 'n/a' is none of A, N, Y; values(…) names each cell of the column,"
                + " leaveOut(…) those whose rows to leave out");
  }

  @Test
  void names_that_differ_in_one_letter_are_shown() throws IOException {
    LoadedClaims load =
        votes("state,vote\nFrankreich,FOR\nFrankreih,FOR\nIran,FOR\nIraq,FOR\nNiger,FOR\n").read();

    assertThat(load.toString())
        .endsWith("\nnames that differ in one letter: Frankreich and Frankreih");
  }
}

package org.demarche.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims from tables: what each template fills, and how rows without a claim are reported. */
class ClaimTableTest {
  private static final String HEADER = "id,who,what,view,act,day,words\n";

  private static final Dossier BASE =
      Dossier.of(
          Actor.builder().id("wire").name("The Wire").kind(ActorKind.MEDIA).build(),
          Source.builder()
              .id("W1")
              .outlet("wire")
              .title("A wire")
              .published(When.parse("2020"))
              .build());

  @TempDir Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("claims.csv"), content);
  }

  private static ClaimTable claims(Path file) {
    return claimsOfKnownActors(file).actors(ActorKind.STATE, "{who}");
  }

  private static ClaimTable claimsOfKnownActors(Path file) {
    return ClaimTable.of(file)
        .onto(BASE)
        .propositions("issue", "It is so that {what}.")
        .id("{id}")
        .principals("{who}")
        .proposition("p-{what}")
        .stance("{view}")
        .force("{act}")
        .asserted("{day}")
        .source("W1")
        .mode("INDIRECT")
        .quote("{words}");
  }

  // What rows make

  @Test
  void a_row_gives_a_claim_with_its_actor_and_proposition() throws IOException {
    LoadedClaims load =
        claims(file(HEADER + "c1,rok,dam,AGAINST,DENY,2017-03,\"it is \"\"not\"\" so\"\n")).read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims())
        .containsExactly(
            Claim.builder()
                .id("c1")
                .addSpeakers("rok")
                .addPrincipals("rok")
                .asserted(When.parse("2017-03"))
                .proposition("p-dam")
                .stance(Stance.AGAINST)
                .force(Force.DENY)
                .addEvidence(
                    Evidence.builder()
                        .source("W1")
                        .mode(Mode.INDIRECT)
                        .quote("it is \"not\" so")
                        .build())
                .build());
    assertThat(load.dossier().proposition("p-dam").orElseThrow().text())
        .isEqualTo("It is so that dam.");
    assertThat(load.dossier().actor("rok").orElseThrow().kind()).isEqualTo(ActorKind.STATE);
    assertThat(load)
        .hasToString(
            "Dossier of 1 sources, 2 actors, 0 occasions, 1 propositions, 1 claims, from 1 rows, of"
                + " which 0 gave no claim\nadded: actors 1: rok; propositions 1; sources 0");
  }

  @Test
  void every_member_of_a_claim_has_a_template() throws IOException {
    Path file = file("id,who,by,frames,relays\nc1,rok; prc,moon,peace; law,rok\n");
    Claim claim =
        ClaimTable.of(file)
            .onto(BASE)
            .actors(ActorKind.STATE, "")
            .speakersAs(ActorKind.PERSON)
            .propositions("issue", "P.")
            .id("{id}")
            .principals("{who}")
            .speakers("{by}")
            .role("as {by}")
            .frames("{frames}")
            .gist("{by} speaks")
            .note("row {id}")
            .proposition("p")
            .stance("FOR")
            .force("ASSERT")
            .asserted("2017")
            .source("W1")
            .mode("DIRECT")
            .via("{relays}")
            .quote("“so”")
            .read()
            .dossier()
            .claims()
            .get(0);
    assertThat(claim.principals()).containsExactly("prc", "rok");
    assertThat(claim.speakers()).containsExactly("moon");
    assertThat(claim.frames()).containsExactly("law", "peace");
    assertThat(claim.gist()).hasValue("moon speaks");
    assertThat(claim.role()).hasValue("as moon");
    assertThat(claim.note()).hasValue("row c1");
    assertThat(claim.evidence().get(0).via()).containsExactly("rok");
  }

  @Test
  void byte_order_marks_blank_lines_and_fields_of_several_lines_are_read() throws IOException {
    String rows = "c1,rok,dam,FOR,ASSERT,2017,\"first\nsecond\"\n\nc2,rok,dam,FOR,ASSERT,2018,x\n";
    LoadedClaims load = claims(file("\uFEFF" + (HEADER + rows).replace("\n", "\r\n"))).read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.evidence().get(0).quote().orElseThrow())
        .containsExactly("first\r\nsecond", "x");
  }

  @Test
  void a_table_may_be_packed_in_another_encoding_and_with_other_separators() throws IOException {
    Path file = folder.resolve("claims.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(
          (HEADER + "c1,rok,dam,FOR,ASSERT,2017,café\n").replace(',', '\t').getBytes(ISO_8859_1));
    }
    LoadedClaims load = claims(file).charset(ISO_8859_1).separator('\t').read();
    assertThat(load.dossier().claims().get(0).evidence().get(0).quote()).hasValue("café");
    assertThatThrownBy(() -> claims(file).separator('\t').read())
        .hasMessageContaining(
            "the byte 0xE9 is not part of a character in UTF-8; state the encoding of the table with charset(…)");
  }

  @Test
  void dates_can_have_a_pattern() throws IOException {
    Path file =
        file(HEADER + "c1,rok,dam,FOR,ASSERT,3/11/2017,x\nc2,rok,dam,FOR,ASSERT,31/2/2017,x\n");
    LoadedClaims load = claims(file).asserted("{day}", "d/M/yyyy").read();
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.asserted().toString())
        .containsExactly("2017-11-03");
    assertThat(messages(load))
        .containsExactly("3: asserted '31/2/2017' does not match the pattern 'd/M/yyyy'");
  }

  @Test
  void fields_are_replaced_by_their_meanings_and_unknown_fields_are_reported() throws IOException {
    Path file = file(HEADER + "c1,rok,dam,yes,ASSERT,2017,x\nc2,rok,dam,yess,ASSERT,2017,x\n");
    LoadedClaims load = claims(file).values("view", Map.of("yes", "FOR", "no", "AGAINST")).read();
    assertThat(load.dossier().claims()).hasSize(1);
    assertThat(messages(load))
        .containsExactly(
            "3: view 'yess' is none of no, yes (did you mean 'yes'?); values(…) names each cell of"
                + " the column, leaveOut(…) those whose rows to leave out");
  }

  @Test
  void columns_of_a_joined_table_are_looked_up_by_key() throws IOException {
    Path days = Files.writeString(folder.resolve("days.csv"), "key,date\nk1,2017-01-02\nk2,2018\n");
    Path file =
        file(
            HEADER
                + "c1,rok,dam,FOR,ASSERT,k1,x\nc2,rok,dam,FOR,ASSERT,k3,x\nc3,rok,dam,FOR,ASSERT,k2,x\n");
    LoadedClaims load = claims(file).join("day", days, "key").asserted("{date}").read();
    assertThat(load.dossier().claims())
        .extracting(claim -> claim.asserted().toString())
        .containsExactly("2017-01-02", "2018");
    assertThat(messages(load)).containsExactly("3: day 'k3' is not in column key of days.csv");
    Files.writeString(days, "key,date\nk1,2017\nk1,2018\n");
    assertThatThrownBy(() -> claims(file).join("day", days, "key").read())
        .hasMessage(days + ":3:1: duplicate key 'k1' in column key");
  }

  @Test
  void an_empty_field_can_have_a_meaning_and_months_can_have_names() throws IOException {
    Path file = file(HEADER + "c1,rok,dam, ,ASSERT,4 October 1991,x\n");
    LoadedClaims load =
        claims(file)
            .values("view", Map.of("", "UNCOMMITTED"))
            .asserted("{day}", "d MMMM yyyy")
            .read();
    assertThat(messages(load)).isEmpty();
    assertThat(load.dossier().claims().get(0).stance()).isEqualTo(Stance.UNCOMMITTED);
    assertThat(load.dossier().claims().get(0).asserted()).hasToString("1991-10-04");
  }

  @Test
  void an_unclosed_quotation_mark_costs_the_row_in_which_it_opens() throws IOException {
    LoadedClaims load =
        claims(
                file(
                    HEADER
                        + "c1,rok,dam,FOR,ASSERT,2017,x\n"
                        + "c2,rok,dam,FOR,ASSERT,2017,\"x\n\n\n"
                        + "c3,rok,dam,FOR,ASSERT,2017,x\n"))
            .read();
    assertThat(messages(load)).containsExactly("3: the quotation mark of field 7 is never closed");
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("c1", "c3");
  }

  // What rows do not make

  @Test
  void each_bad_row_is_reported_with_its_line_and_the_other_rows_give_claims() throws IOException {
    LoadedClaims load =
        claims(
                file(
                    HEADER
                        + """
                        c1,rok,dam,FOR,ASSERT,2017,x
                        c2,,dam,FOR,ASSERT,2017,x
                        c3,rok,dam,MAYBE,ASSERT,2017,x
                        c4,rok,dam,FOR,SHOUT,2017,x
                        c5,rok,dam,FOR,ASSERT,2017-02-30,x
                        c6,rok,dam,FOR
                        c1,rok,dam,FOR,ASSERT,2017,x
                        c 8,rok,dam,FOR,ASSERT,2017,x
                        c9,rok,dam,FOR,ASSERT,2017,
                        c10,rok,dam,FOR,ASSERT,2021-02,x
                        c11,rok,dam,FOR,NOTE,2017,x
                        c12,rok,dam,FOR,ASSERT,2017,x
                        """))
            .read();
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("c1", "c-8", "c12");
    assertThat(load.rows()).isEqualTo(12);
    assertThat(load.united()).isEqualTo(1);
    assertThat(messages(load))
        .containsExactly(
            "3: principals is empty: nothing in column who",
            "4: stance 'MAYBE' is not one of FOR, AGAINST, UNCOMMITTED; values(…) says what a field means",
            "5: force 'SHOUT' is not one of "
                + String.join(", ", List.of(Force.values()).stream().map(Force::name).toList())
                + "; values(…) says what a field means",
            "6: asserted: when '2017-02-30': February 2017 has 28 days",
            "7: a row of 4 fields under a header of 7",
            "10: claim c9: evidence from W1 needs a quotation: only RECORDED evidence may omit it, this"
                + " is INDIRECT",
            "11: claim c10: asserted 2021-02-01 or later, but W1 was published 2020",
            "12: claim c11: NOTE takes no side: stance must be UNCOMMITTED, got FOR");
    assertThat(load.problems()).extracting(Problem::type).containsOnly("row");
  }

  @Test
  void all_errors_of_a_row_are_reported_at_once() throws IOException {
    LoadedClaims load = claims(file(HEADER + "c1,,dam,MAYBE,ASSERT,soon,x\n")).read();
    assertThat(messages(load)).hasSize(1);
    assertThat(messages(load).get(0))
        .startsWith(
            "2: principals is empty: nothing in column who; asserted: when 'soon': not a date")
        .endsWith(
            "stance 'MAYBE' is not one of FOR, AGAINST, UNCOMMITTED; values(…) says what a field means");
    assertThat(load.dossier()).isEqualTo(BASE);
  }

  @Test
  void several_principals_take_as_many_names_or_their_ids() throws IOException {
    Path file = file("id,who,name\nc1,a;b,Alpha; Beta\nc2,c;d,Gamma\nc3,e,\"Eps; ilon\"\n");
    LoadedClaims load =
        ClaimTable.of(file)
            .onto(BASE)
            .actors(ActorKind.STATE, "{name}")
            .propositions("issue", "P.")
            .id("{id}")
            .principals("{who}")
            .proposition("p")
            .stance("FOR")
            .force("ASSERT")
            .asserted("2017")
            .source("W1")
            .mode("RECORDED")
            .read();
    assertThat(load.dossier().actors())
        .extracting(actor -> actor.id() + " " + actor.name())
        .containsExactly("wire The Wire", "a Alpha", "b Beta", "c c", "d d", "e Eps; ilon");
  }

  @Test
  void a_strict_load_stops_at_the_first_bad_row() throws IOException {
    Path file = file(HEADER + "c1,,dam,FOR,ASSERT,2017,x\nc2,rok,dam,FOR,ASSERT,2017,x\n");
    assertThatThrownBy(() -> claims(file).strict().read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessage(file + ":2:1: principals is empty: nothing in column who");
  }

  @Test
  void unknown_actors_are_reported_row_by_row() throws IOException {
    Path file = file(HEADER + "c1,rok,dam,FOR,ASSERT,2017,x\nc2,wire,dam,FOR,ASSERT,2017,x\n");
    LoadedClaims load = claimsOfKnownActors(file).read();
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("c2");
    assertThat(messages(load)).containsExactly("2: claim c1: speaker 'rok' is not in the dossier");
  }

  @Test
  void each_row_of_a_claim_that_is_refused_is_reported() throws IOException {
    Path file = file(HEADER + "c1,rok,dam,FOR,ASSERT,2017,x\nc1,rok,dam,FOR,ASSERT,2017,y\n");
    LoadedClaims load = claimsOfKnownActors(file).read();
    assertThat(load.dossier().claims()).isEmpty();
    assertThat(load.united()).isZero();
    assertThat(messages(load))
        .containsExactly(
            "2: claim c1: speaker 'rok' is not in the dossier",
            "3: claim 'c1' of line 2 gives no claim");
  }

  @Test
  void an_id_that_no_actor_can_have_is_reported_with_its_row() throws IOException {
    LoadedClaims load =
        claims(file(HEADER + "c1,ro+,dam,FOR,ASSERT,2017,x\nc2,rok,dam,FOR,ASSERT,2017,x\n"))
            .read();
    assertThat(load.dossier().claims()).extracting(Claim::id).containsExactly("c2");
    assertThat(load.problems()).hasSize(1);
    assertThat(messages(load).get(0)).startsWith("2: actor ro+: id 'ro+' is not a slug");
  }

  @Test
  void a_file_that_is_not_a_table_is_refused() throws IOException {
    assertThatThrownBy(() -> claims(file("")).read())
        .hasMessageContaining("the table is empty; a table begins with its header");
    assertThatThrownBy(() -> claims(file("id,id\n")).read())
        .hasMessageContaining("there is no column 'what'");
    Path twice = file(HEADER.strip() + ",words\n");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(twice).read())
        .withMessage(
            "%s:1:1: several columns are named 'words'; rename one, or name all columns with header(…)",
            twice);
    assertThatThrownBy(() -> claims(file("\"id,who\n")).read())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining(
            ":1:1: the header cannot be read: the quotation mark of field 1 is never closed");
    assertThatThrownBy(() -> claims(folder.resolve("clams.csv")).read())
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageEndingWith("clams.csv: no such file (did you mean 'claims.csv'?)");
  }

  @Test
  void unknown_columns_and_missing_templates_are_reported_before_any_row_is_read()
      throws IOException {
    Path file = file(HEADER);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(file).quote("{word}").read())
        .withMessage(file + ":1:1: the quote: there is no column 'word' (did you mean 'words'?)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(file).values("vote", Map.of()).read())
        .withMessageContaining("values: there is no column 'vote'; there are act, day, id, view");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(file).join("key", file).read())
        .withMessageContaining("the column to join by: there is no column 'key'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ClaimTable.of(file).id("{id}").read())
        .withMessage(
            "no template of the principals: a claim needs id, principals, asserted, proposition,"
                + " stance, force, source, mode; say principals(\"{column}\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(file).asserted("{day}", "d/M/q?'"));
    assertThat(claims(file).read().dossier()).isEqualTo(BASE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(file).gist("{what").read())
        .withMessage(
            "the template of gist: '{what' has an unmatched brace; write a column as {column}");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> claims(file).asserted("{day}", "MM/yyyy"))
        .withMessageStartingWith("the pattern 'MM/yyyy' gives no day: it has no day (dd)");
  }
}

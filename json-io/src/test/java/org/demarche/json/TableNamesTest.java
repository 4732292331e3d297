package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.json.LoadedRows.messages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The actors, propositions and sources that a table names: met, added or reported. */
class TableNamesTest {
  private static final Dossier KNOWN =
      Dossier.of(
          actor("wire", "The Wire", ActorKind.MEDIA),
          Source.builder().id("s").outlet("wire").title("S").published(When.parse("2018")).build(),
          Actor.builder()
              .id("civ")
              .name("Côte d'Ivoire")
              .kind(ActorKind.STATE)
              .addAliases("Ivory Coast")
              .build(),
          actor("rok", "South Korea", ActorKind.STATE),
          Proposition.builder()
              .id("dam")
              .issue("water")
              .text("The dam is built.")
              .label("The dam")
              .build());

  @TempDir Path folder;

  private static Actor actor(String id, String name, ActorKind kind) {
    return Actor.builder().id(id).name(name).kind(kind).build();
  }

  private Path file(String header, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve("table.csv"), header + "\n" + String.join("\n", rows) + "\n");
  }

  /** Returns a table of claims of actors by name on one proposition. */
  private ClaimTable named(String... names) throws IOException {
    return claims(file("who", names)).principalsByName("{who}").proposition("dam");
  }

  private static ClaimTable claims(Path file) {
    return ClaimTable.of(file)
        .onto(KNOWN)
        .id("c{#}")
        .actors(ActorKind.STATE)
        .stance("FOR")
        .force("ASSERT")
        .asserted("2017")
        .source("s")
        .mode("RECORDED");
  }

  private static List<String> principals(LoadedClaims load) {
    return load.dossier().claims().stream().map(claim -> claim.principals().first()).toList();
  }

  private static List<String> added(LoadedClaims load) {
    return load.added().stream().map(record -> record.id()).toList();
  }

  // Spellings of one name

  @Test
  void a_known_name_is_met_in_other_spellings() throws IOException {
    LoadedClaims load =
        named(
                "Côte d’Ivoire",
                "Co\u0302te d'Ivoire",
                "Côte\u00A0d'Ivoire",
                "Côte  d'I\u200Bvoire",
                "CÔTE D'IVOIRE",
                "ivory coast",
                "CIV")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(principals(load)).hasSize(7).containsOnly("civ");
    assertThat(load.added()).isEmpty();
  }

  @Test
  void a_name_that_the_load_added_is_met_in_other_spellings() throws IOException {
    LoadedClaims load =
        named("Guinea–Bissau", "Guinea-Bissau", "GUINEA−BISSAU", "Guinea\u2010Bissau").read();
    assertThat(load.problems()).isEmpty();
    assertThat(principals(load)).hasSize(4).containsOnly("guinea-bissau");
    assertThat(load.toString())
        .contains("\nadded: actors 1: Guinea–Bissau; propositions 0; sources 0");
  }

  @Test
  void the_name_that_is_equal_to_the_letter_wins() throws IOException {
    Dossier two =
        KNOWN.plus(
            actor("a1", "Seato", ActorKind.ORGANISATION),
            actor("a2", "SEATO", ActorKind.ORGANISATION));
    LoadedClaims load = named("SEATO", "Seato", "SE\u200BATO", "seato").onto(two).read();
    assertThat(principals(load)).containsExactly("a2", "a1", "a2");
    assertThat(messages(load)).containsExactly("5: several actors are named 'seato': a1, a2");
  }

  @Test
  void a_name_without_its_accents_is_another_name() throws IOException {
    LoadedClaims load = named("Åland", "Aland").read();
    assertThat(messages(load))
        .containsExactly(
            "3: 'Aland' gives the id aland, which 'Åland' has since line 2 ('A' U+0041 here, 'Å'"
                + " U+00C5 there): if they are one actor, write one name, or otherNamesAsAliases()"
                + " keeps both; if they are two, rename one");
    LoadedClaims known =
        named("Aland").onto(KNOWN.plus(actor("aland", "Åland", ActorKind.STATE))).read();
    assertThat(messages(known))
        .containsExactly(
            "2: 'Aland' gives the id aland, which 'Åland' has in the dossier ('A' U+0041 here, 'Å'"
                + " U+00C5 there): if they are one actor, give it this name as an alias, or"
                + " otherNamesAsAliases() does; if they are two, rename one");
  }

  @Test
  void names_that_give_one_id_become_aliases_where_that_is_asked_for() throws IOException {
    LoadedClaims load = named("Åland", "Aland", "ALAND").otherNamesAsAliases().read();
    assertThat(load.problems()).isEmpty();
    assertThat(principals(load)).hasSize(3).containsOnly("aland");
    assertThat(load.dossier().actor("aland").orElseThrow().aliases()).containsExactly("Aland");
  }

  @Test
  void an_alias_that_a_row_teaches_is_met_by_later_rows() throws IOException {
    LoadedClaims load =
        claims(file("code,country,speaker", "rok,Republic of Korea,", "rok,,REPUBLIC OF KOREA"))
            .principals("{code}")
            .actors(ActorKind.STATE, "{country}")
            .speakersByName("{speaker}")
            .otherNamesAsAliases()
            .proposition("dam")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.added()).isEmpty();
    assertThat(load.dossier().actor("rok").orElseThrow().aliases())
        .containsExactly("Republic of Korea");
  }

  @Test
  void a_known_sentence_is_met_in_other_spellings() throws IOException {
    LoadedClaims load =
        claims(
                file(
                    "what",
                    "The dam is built",
                    "the dam is  built.",
                    "THE DAM",
                    "The toll’s fair.",
                    "The toll's fair"))
            .principals("rok")
            .propositionBySentence("{what}")
            .propositions("water")
            .read();
    assertThat(load.problems()).isEmpty();
    assertThat(load.dossier().claims())
        .extracting(Claim::proposition)
        .containsExactly("dam", "dam", "dam", "the-toll-s-fair", "the-toll-s-fair");
  }

  @Test
  void another_sentence_of_a_known_proposition_is_reported() throws IOException {
    LoadedClaims load =
        claims(file("what", "The dam is built", "The dam is not built."))
            .principals("rok")
            .proposition("dam")
            .propositions("water", "{what}")
            .read();
    assertThat(messages(load))
        .containsExactly(
            "3: id dam had the sentence 'The dam is built.' in the dossier, now 'The dam is not"
                + " built.'");
  }

  // Kinds

  @Test
  void actors_of_two_kinds_are_refused() throws IOException {
    ClaimTable table = named("x");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> table.actors(ActorKind.PERSON, "{who}"))
        .withMessage(
            "actors(PERSON) after actors(STATE): actors that are added in one part are of one kind;"
                + " actors(…) is that of principals, speakersAs(…) that of speakers");
    table.speakersAs(ActorKind.PERSON).speakersAs(ActorKind.PERSON);
    assertThatIllegalArgumentException().isThrownBy(() -> table.speakersAs(ActorKind.ORGAN));
  }

  private ClaimTable spoken(String... rows) throws IOException {
    return claims(file("state,speaker", rows))
        .principalsByName("{state}")
        .speakersByName("{speaker}")
        .proposition("dam");
  }

  @Test
  void a_speaker_does_not_become_a_state() throws IOException {
    LoadedClaims load = spoken("Peru,Ann Aldo", "Peru,Peru").read();
    assertThat(messages(load))
        .containsExactly(
            "2: no actor is named 'Ann Aldo'; speakersAs(…) adds the speakers that are missing:"
                + " actors(…) states the kind of principals");
    LoadedClaims persons = spoken("Peru,Ann Aldo", "Peru,Peru").speakersAs(ActorKind.PERSON).read();
    assertThat(persons.problems()).isEmpty();
    assertThat(persons.added())
        .containsExactly(
            actor("peru", "Peru", ActorKind.STATE),
            actor("ann-aldo", "Ann Aldo", ActorKind.PERSON));
  }

  @Test
  void a_speaker_by_id_does_not_become_a_state_either() throws IOException {
    LoadedClaims load =
        claims(file("who", "ann")).principals("rok").speakers("{who}").proposition("dam").read();
    assertThat(messages(load))
        .containsExactly(
            "2: no actor has the id 'ann'; speakersAs(…) adds the speakers that are missing:"
                + " actors(…) states the kind of principals");
  }

  @Test
  void ministries_of_one_name_that_speak_for_two_states_are_reported() throws IOException {
    String[] rows = {
      "Turkey,Foreign Ministry", "Kenya,Foreign Ministry", "Turkey;Kenya,foreign ministry"
    };
    LoadedClaims load = spoken(rows).speakersAs(ActorKind.ORGAN).read();
    assertThat(messages(load))
        .containsExactly(
            "3: 'Foreign Ministry' speaks for 'Turkey' in line 2, and for 'Kenya' here: one body, or"
                + " two of one name? If two, name each in full, such as speakersByName(\"{state}"
                + " {body}\"); if one, add it to the dossier of onto(…)");
    assertThat(load.dossier().actor("foreign-ministry").orElseThrow().of()).contains("turkey");
    assertThat(spoken(rows).speakersAs(ActorKind.PERSON).read().problems()).isEmpty();
  }

  @Test
  void an_organ_that_first_speaks_for_several_is_reported() throws IOException {
    LoadedClaims load = spoken("Peru;Chile,The Council").speakersAs(ActorKind.ORGAN).read();
    assertThat(messages(load))
        .containsExactly(
            "2: 'The Council' speaks for 'Chile' and 'Peru': to which does the organ belong? Add it to"
                + " the dossier of onto(…)");
  }

  @Test
  void an_outlet_and_a_principal_of_one_new_name_are_reported_in_any_order() throws IOException {
    String[] rows = {"Gazette,Peru", "The Echo,gazette"};
    assertThat(messages(published(rows[0], rows[1])))
        .containsExactly(
            "3: 'Gazette' is added as MEDIA by line 2, and would be STATE as principal here; add it to"
                + " the dossier of onto(…), of the right kind");
    assertThat(messages(published(rows[1], rows[0])))
        .containsExactly(
            "3: 'gazette' is added as STATE by line 2, and would be MEDIA as outlet here; add it to"
                + " the dossier of onto(…), of the right kind");
  }

  private LoadedClaims published(String... rows) throws IOException {
    return claims(file("paper,state", rows))
        .principalsByName("{state}")
        .proposition("dam")
        .source("s{#}")
        .sources("{paper}", "News", "2018")
        .read();
  }

  // Sources

  private ClaimTable articles(String... rows) throws IOException {
    return claims(file("paper,day,title,author", rows))
        .principals("rok")
        .proposition("dam")
        .source("{paper} {day}")
        .sources("{paper}", "{title}", "{day}")
        .sourceAuthor("{author}");
  }

  @Test
  void the_id_of_a_source_is_made_from_a_text() throws IOException {
    LoadedClaims load =
        articles(
                "The Echo,2018-01-02,A dam,",
                "the echo,2018-01-02,A dam,",
                "Echo!,2018-01-02,A dam,",
                "Echo,2018-01-02,A dam,",
                "…,2018-01-02,A dam,")
            .read();
    assertThat(added(load))
        .containsExactly("the-echo", "echo", "the-echo-2018-01-02", "echo-2018-01-02");
    assertThat(messages(load))
        .containsExactly(
            "5: 'Echo 2018-01-02' gives the id echo-2018-01-02, which 'Echo! 2018-01-02' has since"
                + " line 4 (nothing here, '!' U+0021 there): if they are one source, write one text;"
                + " if they are two, rename one",
            "6: '…' has no letter or digit to make an id of");
  }

  @Test
  void whatever_a_row_says_of_a_source_agrees_with_the_source() throws IOException {
    LoadedClaims load =
        articles(
                "The Wire,2018-01-02,A dam,Ann", "The Echo,2018-01-03,A  Dam,Bo", "wire,,A dam,ANN")
            .source("a")
            .read();
    assertThat(messages(load))
        .containsExactly(
            "3: source a had the outlet 'wire' in line 2, now 'The Echo'; source a had the date"
                + " '2018-01-02' in line 2, now '2018-01-03'; source a had the author 'Ann' in line 2,"
                + " now 'Bo'");
    assertThat(load.dossier().claims()).hasSize(2);
    LoadedClaims known = articles("The Wire,2018,T,Ann").source("s").read();
    assertThat(messages(known))
        .containsExactly(
            "2: source s had the title 'S' in the dossier, now 'T'; source s had no author in the"
                + " dossier, now 'Ann'");
  }

  // Ids

  @Test
  void names_where_ids_are_wanted_are_pointed_to_the_calls_that_read_names() throws IOException {
    LoadedClaims load =
        claims(file("who,what", "Foreign Ministry,dam", "rok,A dam."))
            .principals("{who}")
            .proposition("{what}")
            .read();
    assertThat(messages(load).get(0))
        .startsWith("2: actor Foreign Ministry: id 'Foreign Ministry' is not a slug")
        .endsWith("; principalsByName(…) and speakersByName(…) read names");
    assertThat(messages(load).get(1))
        .startsWith("3: claim c3: proposition 'A dam.' is not in the dossier")
        .endsWith("; propositionBySentence(…) reads sentences");
  }

  @Test
  void all_problems_of_the_records_of_a_row_are_reported() throws IOException {
    LoadedClaims load =
        claims(file("who,what", "Foreign Ministry,A dam."))
            .principals("{who}")
            .proposition("{what}")
            .propositions("The issue", "{what}")
            .read();
    assertThat(messages(load)).hasSize(1);
    assertThat(messages(load).get(0))
        .contains("actor Foreign Ministry: id", "proposition A dam.: id", "issue 'The issue'");
  }

  @Test
  void identifiers_are_looked_up_in_their_scheme() throws IOException {
    Dossier coded =
        KNOWN.plus(
            Actor.builder()
                .id("prc")
                .name("China")
                .kind(ActorKind.STATE)
                .identifiers(Map.of("a", "CHN", "b", "710"))
                .build());
    LoadedClaims load =
        claims(file("code", "CHN", "710"))
            .onto(coded)
            .principalsByIdentifier("a", "{code}")
            .proposition("dam")
            .read();
    assertThat(principals(load)).containsExactly("prc");
    assertThat(messages(load))
        .containsExactly("3: no actor of the dossier has the identifier '710' in the scheme a");
  }
}

package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One record as JSON is checked against a dossier in one round. */
class RecordCheckTest {
  private static final Dossier DOSSIER =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [{"id": "S", "outlet": "paper", "title": "S", "published": "2020-02-01"}],
           "actors": [{"id": "rok", "name": "Seoul", "kind": "STATE"},
                      {"id": "paper", "name": "A paper", "kind": "MEDIA"}],
           "occasions": [{"id": "talks", "label": "Talks", "when": "2020-01-10"}],
           "propositions": [{"id": "p", "issue": "i", "text": "P is so."}],
           "claims": [
             {"id": "A", "speakers": ["rok"], "principals": ["rok"], "asserted": "2020-01-01",
              "proposition": "p", "stance": "FOR", "force": "ASSERT",
              "evidence": [{"source": "S", "mode": "INDIRECT", "quote": "so"}]}]}
          """);

  private static final String CLAIM =
      """
      {"id": "B", "speakers": ["rok"], "principals": ["rok"],
       "asserted": "2020-01-20",
       "proposition": "p",
       "stance": "FOR", "force": "PROMISE",
       "evidence": [{"source": "S", "mode": "INDIRECT", "quote": "so"}]}
      """;

  @Test
  void a_claim_that_can_be_added_has_no_problem() {
    assertThat(Dossiers.check(CLAIM, Claim.class, DOSSIER)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"id\": 5}", "{", "[", "5", "{\"id\": tru"})
  void what_follows_a_record_is_a_problem_beside_those_of_the_record(String behind) {
    assertThat(Dossiers.check(CLAIM + behind, Claim.class, DOSSIER))
        .extracting(Problem::message)
        .containsExactly("claim B: the record ends before this");
    String bad = CLAIM.replace("\"FOR\"", "\"FORR\"").replace("\"p\"", "\"pp\"");
    assertThat(Dossiers.check(bad + behind, Claim.class, DOSSIER))
        .extracting(problem -> problem.code() + " " + problem.pointer())
        .containsExactly("UNKNOWN_ID /proposition", "BAD_VALUE /stance", "SYNTAX ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "5", "\"rok\"", "null", "true", "[] []", "5 {", "null tru"})
  void what_is_no_record_is_refused(String text) {
    assertThat(Dossiers.check(text, Claim.class, DOSSIER))
        .isNotEmpty()
        .allMatch(problem -> problem.place().isPresent() && !problem.isWarning());
  }

  @Test
  void five_faults_of_three_kinds_are_reported_in_one_round() {
    String bad =
        """
        {"id": "B", "speakers": ["rok"], "principals": ["rokk"],
         "proposition": "pp",
         "stance": "FORR", "force": "PROMISE", "forse": "URGE",
         "evidence": [{"source": "S2", "mode": "INDIRECT", "quote": "so"}]}
        """;
    List<Problem> problems = Dossiers.check(bad, Claim.class, DOSSIER);
    assertThat(problems)
        .extracting(problem -> problem.code() + " " + problem.pointer())
        .containsExactlyInAnyOrder(
            "MISSING /asserted",
            "UNKNOWN_ID /principals",
            "UNKNOWN_ID /proposition",
            "BAD_VALUE /stance",
            "UNKNOWN_MEMBER /forse",
            "UNKNOWN_ID /evidence/0/source");
    assertThat(problems)
        .extracting(problem -> problem.place().orElseThrow().line())
        .isSorted()
        .contains(1, 2, 3, 4);
    assertThat(problems)
        .extracting(Problem::message)
        .allMatch(message -> message.startsWith("claim B: "))
        .noneMatch(message -> message.contains("stand-in"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "id": "B", `                            | ``                              | MISSING /id
            "id": "B"                               | "id": "B b"                     | BAD_ID /id
            "id": "B"                               | "id": 5                         | WRONG_TYPE /id
            "speakers": ["rok"]                     | "speakers": []                  | MISSING /speakers
            "speakers": ["rok"]                     | "speakers": [5]                 | WRONG_TYPE /speakers/0
            "speakers": ["rok"]                     | "speakers": "rok"               | WRONG_TYPE /speakers
            "asserted": "2020-01-20"                | "asserted": "2020-13-20"        | BAD_DATE /asserted
            "force": "PROMISE"                      | "force": "NOTE"                 | UNFIT_STANCE /stance
            "force": "PROMISE"                      | "force": null                   | WRONG_TYPE /force
            "quote": "so"                           | "quote": " "                    | BLANK /evidence/0/quote
            , "quote": "so"                         | ``                              | MISSING /evidence/0/quote
            "quote": "so"                           | "quote": "so", "selector": {"start": 1} | MISSING /evidence/0/selector/end
            [{"source": "S", "mode": "INDIRECT", "quote": "so"}] | []                 | MISSING /evidence
            {"source": "S", "mode": "INDIRECT", "quote": "so"} | 7                    | WRONG_TYPE /evidence/0
            "mode": "INDIRECT"                      | "mode": "INDIRECTLY"            | BAD_VALUE /evidence/0/mode
            "stance": "FOR", "force": "PROMISE"     | "stance": "UNCOMMITTED", "force": "WITHDRAW" | BAD_RETRACTION /retracts
            "force": "PROMISE"                      | "force": "PROMISE", "retracts": ["B"]        | BAD_RETRACTION /retracts
            "force": "PROMISE"                      | "force": "PROMISE", "retracts": [5]          | WRONG_TYPE /retracts/0
            "force": "PROMISE"                      | "force": "PROMISE", "condition": " "         | BLANK /condition
            "force": "PROMISE"                      | "force": "PROMISE", "due": "2020/.."         | BAD_DATE /due
            "force": "PROMISE"                      | "force": "PROMISE", "coder": ""              | BLANK /coder
            "force": "PROMISE"                      | "force": "PROMISE", "status": "CODED"        | BAD_VALUE /status
            "force": "PROMISE"                      | "force": "PROMISE", "status": "DRAFT", "reviewer": "Ann" | BAD_VALUE /reviewer
            "force": "PROMISE"                      | "force": "PROMISE", "readings": [{"coder": "Ann", "members": {"forse": "HOPE"}}] | UNKNOWN_MEMBER /readings/0/members/forse
            "quote": "so"                           | "quote": "so", "language": "ko_KR"           | BAD_VALUE /evidence/0/language
            "quote": "so"                           | "quote": "so", "translation": " "            | BLANK /evidence/0/translation
          """)
  void a_bad_member_does_not_hide_an_unknown_proposition(
      String before, String after, String problem) {
    String part = before.replace("`", "");
    assertThat(CLAIM).contains(part);
    String bad =
        CLAIM.replace(part, after).replace("\"proposition\": \"p\"", "\"proposition\": \"x\"");
    assertThat(Dossiers.check(bad, Claim.class, DOSSIER))
        .extracting(one -> one.code() + " " + one.pointer())
        .containsExactlyInAnyOrder(problem, "UNKNOWN_ID /proposition");
  }

  @Test
  void problems_between_records_are_reported_beside_those_of_form() {
    String bad =
        CLAIM
            .replace("2020-01-20", "2020-03-01")
            .replace("\"stance\"", "\"occasion\": \"tallks\", \"note\": 5, \"stance\"");
    assertThat(Dossiers.check(bad, Claim.class, DOSSIER))
        .extracting(one -> one.code() + " " + one.pointer())
        .containsExactlyInAnyOrder(
            "AFTER_PUBLICATION /asserted", "UNKNOWN_ID /occasion", "WRONG_TYPE /note");
  }

  @Test
  void a_record_equal_to_one_that_is_there_can_be_added_and_one_in_conflict_cannot() {
    String same = Dossiers.line(DOSSIER.claims().get(0));
    String body = same.substring("{\"claim\":".length(), same.length() - 1);
    assertThat(Dossiers.check(body, Claim.class, DOSSIER)).isEmpty();
    assertThat(Dossiers.check(body.replace("\"FOR\"", "\"AGAINST\""), Claim.class, DOSSIER))
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo(Problem.Code.CONFLICT));
  }

  @Test
  void a_record_with_the_id_of_another_is_checked_like_any_record() {
    String taken =
        CLAIM
            .replace("\"B\"", "\"A\"")
            .replace("[\"rok\"],\n", "[\"rokk\"],\n")
            .replace("2020-01-20", "2020-03-01");
    assertThat(codes(Dossiers.check(taken, Claim.class, DOSSIER)))
        .containsExactlyInAnyOrder(
            "CONFLICT ", "UNKNOWN_ID /principals", "AFTER_PUBLICATION /asserted");
  }

  @Test
  void a_bad_member_of_a_record_with_the_id_of_another_is_no_conflict() {
    assertThat(
            codes(
                Dossiers.check(
                    "{\"id\": \"rok\", \"name\": \"Seoul\", \"kind\": 5}", Actor.class, DOSSIER)))
        .containsExactly("WRONG_TYPE /kind");
    assertThat(
            Dossiers.check(
                "{\"id\": \"rok\", \"name\": \"Soul\", \"kind\": 5}", Actor.class, DOSSIER))
        .extracting(Problem::message)
        .anyMatch(message -> message.contains("one has name=Seoul, the other name=Soul;"))
        .hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "of": "rok"                         | ``
            "of": "rok", "terms": []            | ``
            "of": "rok", "authority": "HEAD"    | ``
            "of": "paper", "named": false       | ``
            "of": "prc", "named": true          | UNKNOWN_ID /of
            "terms": [{"head": "rok", "from": "2020-01-01"}] | WRONG_KIND /terms/0/head
            "members": [{"member": "paper"}]    | WRONG_KIND /members/0/member
            "succeeds": "rok", "from": "2020-01-01" | ``
            "to": "2020-01-01"                  | ``
            "of": "rok", "terms": [{"head": "rok", "from": "2020-01-01"}] | WRONG_KIND /terms/0/head
          """)
  void an_actor_of_bad_kind_has_no_problem_that_depends_on_the_kind(String member, String problem) {
    String actor = "{\"id\": \"x\", \"name\": \"X\", \"kind\": 5, %s}".formatted(member);
    assertThat(codes(Dossiers.check(actor, Actor.class, DOSSIER)))
        .containsExactlyInAnyOrderElementsOf(
            problem.isEmpty() ? List.of("WRONG_TYPE /kind") : List.of("WRONG_TYPE /kind", problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
            "speakers": ["rok"]  | "speakers": [5, 6, "rokk"]                  | speakers
            "asserted"           | "audience": [5, 6, "prc"], "asserted"       | audience
            "asserted"           | "respondsTo": [5, 6, "Z"], "asserted"       | respondsTo
          """)
  void two_bad_values_in_a_list_do_not_hide_an_unknown_id_beside_them(
      String before, String after, String field) {
    assertThat(codes(Dossiers.check(CLAIM.replace(before, after), Claim.class, DOSSIER)))
        .containsExactlyInAnyOrder(
            "WRONG_TYPE /%s/0".formatted(field),
            "WRONG_TYPE /%s/1".formatted(field),
            "UNKNOWN_ID /" + field);
  }

  private static List<String> codes(List<Problem> problems) {
    return problems.stream().map(problem -> problem.code() + " " + problem.pointer()).toList();
  }

  @Test
  void the_members_of_sources_are_checked_too() {
    String source =
        """
        {"id": "T", "outlet": "papr", "title": "T", "published": "2020/..", "issuedBy": ["rok", "paper", "prc"],
         "textHash": "abc", "identifiers": {"a doi": "10.1/a"}}
        """;
    assertThat(codes(Dossiers.check(source, Source.class, DOSSIER)))
        .containsExactlyInAnyOrder(
            "UNKNOWN_ID /outlet",
            "BAD_DATE /published",
            "UNKNOWN_ID /issuedBy",
            "MIXED_ISSUERS /issuedBy",
            "BAD_VALUE /textHash",
            "BAD_ID /identifiers");
  }

  @Test
  void records_of_other_types_are_checked_too() {
    assertThat(
            Dossiers.check(
                "{\"id\": \"x\", \"kind\": \"ORGAN\", \"of\": \"prc\"}", Actor.class, DOSSIER))
        .extracting(one -> one.code() + " " + one.pointer())
        .containsExactlyInAnyOrder("MISSING /name", "UNKNOWN_ID /of");
    assertThat(
            Dossiers.check(
                "{\"id\": \"x\", \"issue\": \"i\", \"parts\": {\"p\": \"FO\", \"q\": \"FOR\"}}",
                Proposition.class,
                DOSSIER))
        .extracting(one -> one.code() + " " + one.pointer())
        .containsExactlyInAnyOrder("MISSING /text", "BAD_VALUE /parts/p", "UNKNOWN_ID /parts/q");
  }

  @Test
  void a_text_that_is_no_object_is_one_problem_with_its_place() {
    assertThat(Dossiers.check("{\"id\": \"B\",\n \"x\" 5}", Claim.class, DOSSIER))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(Problem.Code.SYNTAX);
              assertThat(problem.place().orElseThrow().line()).isEqualTo(2);
            });
    assertThat(Dossiers.check("[]", Claim.class, DOSSIER)).hasSize(1);
    assertThat(Dossiers.check("", Claim.class, DOSSIER))
        .extracting(Problem::message)
        .containsExactly("claim: a record is an object, got an empty text");
    assertThatThrownBy(() -> Dossiers.check("{}", DossierRecord.class, DOSSIER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give Source, Actor, Occasion, Proposition or Claim");
  }

  @Test
  void a_text_that_is_nested_too_deeply_is_refused_where_it_gets_too_deep() {
    // The object is the first of 500 levels, so the 500th of the brackets is one too many.
    String deep = "{\"id\": \"B\",\n\"note\": " + "[".repeat(600) + "]".repeat(600) + "}";
    assertThat(Dossiers.check(deep, Claim.class, DOSSIER))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(Problem.Code.TOO_LARGE);
              assertThat(problem.place()).hasToString("Optional[text:2:508]");
            });
  }

  @Provide
  static Arbitrary<Dossier> dossiers() {
    return DossierArbitraries.dossiersWithOpenEnds();
  }

  @Property(tries = 50)
  void every_record_of_a_dossier_can_be_added_to_it_again(@ForAll("dossiers") Dossier dossier) {
    for (RecordType<?> type : RecordType.byName().values()) {
      type.get().apply(dossier).stream()
          .limit(2)
          .forEach(
              record -> {
                String line = Dossiers.line(record);
                String body = line.substring(type.name().length() + 4, line.length() - 1);
                assertThat(Dossiers.check(body, type.type(), dossier)).allMatch(Problem::isWarning);
              });
    }
  }
}

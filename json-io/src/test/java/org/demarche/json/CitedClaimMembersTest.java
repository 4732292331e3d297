package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.model.Dossier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tests of what became of claims that are cited, in answers as JSON and CSV. */
class CitedClaimMembersTest {
  private static final Dossier DOSSIER =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [
             {"id": "s1", "outlet": "wire", "title": "First", "published": "2020-05-02"},
             {"id": "s2", "outlet": "wire", "title": "Second", "published": "2020-05-04", "revises": "s1"},
             {"id": "s3", "outlet": "wire", "title": "Third", "published": "2020-05-08"}],
           "actors": [
             {"id": "wire", "name": "Wire", "kind": "MEDIA"},
             {"id": "ann", "name": "Ann", "kind": "PERSON"},
             {"id": "x", "name": "Xland", "kind": "STATE"},
             {"id": "x-head", "name": "Head", "kind": "ORGAN", "of": "x", "authority": "HEAD"},
             {"id": "x-office", "name": "Office", "kind": "ORGAN", "of": "x", "authority": "HEAD_OFFICE"}],
           "propositions": [
             {"id": "p", "issue": "i", "text": "It is p."},
             {"id": "q", "issue": "i", "text": "It is q."},
             {"id": "said", "issue": "i", "text": "Xland has said that it is q."}],
           "claims": [
             {"id": "gone", "speakers": ["x"], "principals": ["x"], "asserted": "2020-05-01",
              "proposition": "p", "stance": "FOR", "force": "ASSERT",
              "evidence": [{"source": "s1", "mode": "INDIRECT", "quote": "is p"}]},
             {"id": "word", "speakers": ["ann"], "principals": ["x-head"], "asserted": "2020-05-05",
              "proposition": "q", "stance": "FOR", "force": "ASSERT", "condition": "if asked",
              "evidence": [{"source": "s3", "mode": "INDIRECT", "quote": "네", "language": "ko", "translation": "yes"}]},
             {"id": "denial", "speakers": ["ann"], "principals": ["x-office"], "asserted": "2020-05-06",
              "proposition": "said", "stance": "AGAINST", "force": "DENY", "respondsTo": ["word"],
              "evidence": [{"source": "s3", "mode": "INDIRECT", "quote": "never said"}]},
             {"id": "other", "speakers": ["x-office"], "principals": ["x-office"], "asserted": "2020-05-07",
              "proposition": "q", "stance": "AGAINST", "force": "ASSERT",
              "evidence": [{"source": "s3", "mode": "INDIRECT", "quote": "not q"}]}]}
          """);

  private static final Tracker TRACKER = Tracker.of(DOSSIER);

  private static JsonNode json(Answer answer) {
    return new JsonMapper().readTree(Answers.format(answer));
  }

  @Test
  void a_cited_claim_has_its_responses() {
    JsonNode side =
        json(TRACKER.asOf("2020-05-06").position("x", "q")).get("position").get("support").get(0);
    assertThat(side.get("responses").get(0).get("claim").get("id").asString()).isEqualTo("denial");
    assertThat(side.get("responses").get(0).get("grade").asString()).isEqualTo("REPORTED");
  }

  @Test
  void an_explanation_has_the_reason_and_the_claim_that_does_not_supersede() {
    JsonNode word = json(TRACKER.explain("x", "q")).get("explanation").get("considered").get(1);
    assertThat(word.get("cited").get("claim").get("id").asString()).isEqualTo("word");
    assertThat(word.get("notSupersededBy").asString()).isEqualTo("other");
    assertThat(word.get("reason").asString()).isEqualTo("LOWER_AUTHORITY");
    assertThat(word.get("rule").asInt()).isEqualTo(7);
    assertThat(Answers.csv(TRACKER.explain("x", "q")))
        .contains("not_superseded_by,reason,answered_by,revised_by")
        .contains("UNSUPERSEDED,7,,other,LOWER_AUTHORITY,denial,,");
  }

  @Test
  void an_unknown_position_has_what_was_corrected_and_by_which_source() {
    JsonNode position = json(TRACKER.position("x", "p")).get("position");
    assertThat(position.get("correctedClaims").get(0).get("revisedSources").get("s1").asString())
        .isEqualTo("s2");
    assertThat(Answers.csv(TRACKER.position("x", "p"))).contains("CORRECTED").contains("gone");
  }

  @Test
  void an_unknown_position_has_the_other_capacities() {
    JsonNode position = json(TRACKER.position("ann", "said")).get("position");
    JsonNode office = position.get("otherCapacities").get(0);
    assertThat(office.get("party").asString()).isEqualTo("x-office");
    assertThat(office.get("claims").get(0).get("claim").get("id").asString()).isEqualTo("denial");
  }

  @Test
  void a_chronology_and_found_claims_have_responses_and_translations() {
    assertThat(Answers.csv(TRACKER.claims().on("q").chronology()))
        .contains("quote,language,translation,answered_by")
        .contains("네,ko,yes,denial");
    assertThat(
            json(TRACKER.claims().on("q").find()).get("foundClaims").get("answeredBy").toString())
        .isEqualTo("{\"word\":[\"denial\"]}");
    assertThat(Answers.csv(TRACKER.claims().on("q").find())).contains("answered_by");
  }

  @Test
  void each_answer_reads_back_with_its_page() {
    AnswerWriter records = Answers.writer().records(DOSSIER);
    Stream.of(
            TRACKER.position("x", "p"),
            TRACKER.position("x", "q"),
            TRACKER.position("ann", "said"),
            TRACKER.explain("x", "p"),
            TRACKER.explain("x", "q"),
            TRACKER.claims().chronology(),
            TRACKER.claims().find())
        .forEach(
            answer -> {
              for (AnswerWriter writer : new AnswerWriter[] {records, records.compact()}) {
                Answer read = Answers.parse(writer.format(answer));
                assertThat(read).isEqualTo(answer);
                assertThat(read.print()).isEqualTo(answer.print());
              }
            });
  }

  @Test
  void a_retraction_that_is_no_response_is_refused() {
    String document =
        Answers.format(TRACKER.asOf("2020-05-06").position("x", "q"))
            .replaceFirst("\"responses\"", "\"retractedBy\": \"gone\", \"responses\"");
    assertThatThrownBy(() -> Answers.parse(document))
        .hasMessageContaining("claim 'gone' is not among the responses");
  }
}

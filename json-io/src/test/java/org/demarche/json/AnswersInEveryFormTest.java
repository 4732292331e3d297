package org.demarche.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.Tracker;
import org.demarche.answer.Answer;
import org.demarche.answer.Changes;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Timeline;
import org.demarche.model.Dossier;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Facts that reach the reader in each of the four forms of an answer: sentences, a row of a table,
 * JSON and CSV. A state votes against a paragraph and for the whole; it promises on a condition; it
 * promises by a day.
 */
class AnswersInEveryFormTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static final Dossier DOSSIER =
      Dossiers.parse(
          """
          {"demarche": 1,
           "sources": [{"id": "rec", "outlet": "wire", "title": "Record", "published": "2018"}],
           "actors": [
             {"id": "x", "name": "Xenia", "kind": "STATE",
              "terms": [{"head": "ada", "from": "2016-01-01"}]},
             {"id": "ada", "name": "Ada Ahn", "kind": "PERSON"},
             {"id": "wire", "name": "Wire", "kind": "MEDIA"}],
           "propositions": [
             {"id": "whole", "issue": "vote", "text": "The text passes.",
              "parts": {"one": "FOR", "five": "FOR"}},
             {"id": "one", "issue": "vote", "text": "Paragraph one passes."},
             {"id": "five", "issue": "vote", "text": "Paragraph five passes."},
             {"id": "limits", "issue": "accord", "text": "Xenia keeps the limits again."},
             {"id": "leaving", "issue": "island", "text": "Xenia’s army leaves the island."}],
           "claims": [
             {"id": "v5", "speakers": ["x"], "principals": ["x"], "asserted": "2016-02-05",
              "proposition": "five", "stance": "AGAINST", "force": "VOTE",
              "evidence": [{"source": "rec", "mode": "RECORDED"}]},
             {"id": "v0", "speakers": ["x"], "principals": ["x"], "asserted": "2016-02-05",
              "proposition": "whole", "stance": "FOR", "force": "VOTE",
              "evidence": [{"source": "rec", "mode": "RECORDED"}]},
             {"id": "k1", "speakers": ["ada"], "principals": ["x"], "asserted": "2017-11-01",
              "proposition": "limits", "stance": "FOR", "force": "PROMISE",
              "condition": "only if the sanctions end first",
              "evidence": [{"source": "rec", "mode": "INDIRECT", "quote": "“said so”"}]},
             {"id": "d1", "speakers": ["ada"], "principals": ["x"], "asserted": "2017-11-01",
              "proposition": "leaving", "stance": "FOR", "force": "PROMISE", "due": "2021-05-01",
              "evidence": [{"source": "rec", "mode": "INDIRECT", "quote": "“said so”"}]}]}
          """);

  private static final Tracker TRACKER = Tracker.of(DOSSIER);

  private static Known known(String proposition, String asOf) {
    return TRACKER.asOf(asOf).position("x", proposition).known().orElseThrow();
  }

  private static List<String> ids(Position position) {
    return position.disputingClaims().stream().map(cited -> cited.claim().id()).toList();
  }

  /** Returns the first row of an answer as CSV, by the names of the columns. */
  private static Map<String, String> firstRow(Answer answer) {
    List<String> lines = Answers.csv(answer).lines().toList();
    List<String> header = Splitter.on(',').splitToList(lines.get(0));
    List<String> cells = Splitter.on(',').splitToList(lines.get(1));
    return IntStream.range(0, header.size())
        .boxed()
        .collect(Collectors.toMap(header::get, cells::get));
  }

  private static JsonNode json(Answer answer) {
    JsonNode document = JSON.readTree(Answers.format(answer));
    return document.properties().stream()
        .map(Map.Entry::getValue)
        .filter(JsonNode::isObject)
        .findFirst()
        .orElseThrow();
  }

  private static String table(Answer answer) {
    return answer.page().print(Style.standard().width(240));
  }

  // Votes

  @Test
  void a_vote_on_a_paragraph_and_a_vote_on_the_whole_are_both_answered_as_cast() {
    Known whole = known("whole", "2016-02-10");
    assertThat(whole.cellText()).isEqualTo("FOR/VOTE");
    assertThat(whole.headline().claim().id()).isEqualTo("v0");
    assertThat(ids(whole)).containsExactly("v5");
    Known five = known("five", "2016-02-10");
    assertThat(five.cellText()).isEqualTo("AGAINST/VOTE");
    assertThat(five.headline().claim().id()).isEqualTo("v5");
    assertThat(ids(five)).containsExactly("v0");
    Known one = known("one", "2016-02-10");
    assertThat(one.cellText()).isEqualTo("FOR/VOTE ‡");
    assertThat(ids(one)).isEmpty();
  }

  @Test
  void a_disputing_vote_is_in_every_form() {
    Tracker then = TRACKER.asOf("2016-02-10");
    assertThat(then.positionsOf("x").on("five").sentence())
        .contains("an outweighed claim of 5 February 2016 says otherwise [v0]");
    assertThat(table(then.positionsOf("x").on("five"))).contains("− votes against ≠");
    assertThat(json(then.position("x", "five")).at("/disputingClaims/0/claim/id").asString())
        .isEqualTo("v0");
    assertThat(firstRow(then.position("x", "five"))).containsEntry("disputing", "v0");
  }

  // Conditions

  @Test
  void a_condition_is_in_the_sentence_in_the_row_in_json_and_in_csv() {
    Tracker then = TRACKER.asOf("2017-12-01");
    Known position = known("limits", "2017-12-01");
    String condition = "only if the sanctions end first";
    assertThat(position.cellText()).isEqualTo("FOR/PROMISE");
    assertThat(position.condition()).contains(condition);
    assertThat(position.sentence()).contains(condition);
    assertThat(then.positionsOf("x").on("limits").sentence()).contains(condition);
    assertThat(table(then.positionsOf("x"))).contains("+ promises (“" + condition + "”)");
    assertThat(then.positionsOf("x").codes().print(Style.standard().width(240)))
        .contains("FOR/PROMISE (“" + condition + "”)");
    assertThat(json(position).path("condition").asString()).isEqualTo(condition);
    assertThat(firstRow(position))
        .containsEntry("condition", "\"" + condition + "\"")
        .containsEntry("conditions", "\"" + condition + "\"");
  }

  // Due days

  @Test
  void a_due_day_is_told_and_whether_it_is_past() {
    Known open = known("leaving", "2020-01-01");
    assertThat(open.isCommitment()).isTrue();
    assertThat(open.isPastDue()).isFalse();
    assertThat(open.sentence()).contains("It is due by 1 May 2021.");
    assertThat(json(open).path("due").asString()).isEqualTo("2021-05-01");
    assertThat(json(open).path("pastDue").asBoolean(true)).isFalse();
    assertThat(firstRow(open))
        .containsEntry("due", "2021-05-01")
        .containsEntry("past_due", "false");
    Known past = known("leaving", "2025-01-01");
    assertThat(past.isCommitment()).isTrue();
    assertThat(past.isPastDue()).isTrue();
    assertThat(past.sentence()).contains("It was due by 1 May 2021.");
    assertThat(json(past).path("pastDue").asBoolean(false)).isTrue();
    assertThat(firstRow(past)).containsEntry("past_due", "true");
  }

  @Test
  void a_due_day_is_in_the_row_of_a_table() {
    assertThat(table(TRACKER.asOf("2020-01-01").positionsOf("x").on("leaving")))
        .contains("+ promises, due by 2021-05-01");
    assertThat(table(TRACKER.asOf("2025-01-01").positionsOf("x").on("leaving")))
        .contains("+ promises, was due by 2021-05-01");
    assertThat(TRACKER.asOf("2025-01-01").positionsOf("x").on("leaving").sentence())
        .contains("was due by 1 May 2021");
    assertThat(
            TRACKER.asOf("2025-01-01").positionsOf("x").codes().print(Style.standard().width(240)))
        .contains("FOR/PROMISE, was due by 2021-05-01");
  }

  @Test
  void a_position_without_a_due_day_is_neither_open_nor_past() {
    Known position = known("limits", "2025-01-01");
    assertThat(json(position).has("pastDue")).isFalse();
    assertThat(firstRow(position)).containsEntry("past_due", "");
  }

  // Rows by implication

  @Test
  void every_row_by_implication_is_in_json_and_csv_with_the_claim_that_brought_it() {
    Changes changes = TRACKER.asOf("2016-01-31").changesTo(TRACKER.asOf("2016-02-10"));
    assertThat(table(changes)).contains("three changes, one of them by implication");
    JsonNode rows = json(changes).path("rows");
    assertThat(rows.size()).isEqualTo(3);
    rows.forEach(
        row ->
            assertThat(row.path("impliedBy").asString(""))
                .isEqualTo(row.at("/before/proposition").asString().equals("one") ? "v0" : ""));
    assertThat(firstRow(changes.on("one"))).containsEntry("implied_by", "v0");
    assertThat(firstRow(changes.on("five"))).containsEntry("implied_by", "");
    assertThat(Answers.csv(changes).lines()).hasSize(4);
  }

  @Test
  void the_choice_to_show_them_is_read_back_from_json() {
    Changes changes =
        TRACKER.asOf("2016-01-31").changesTo(TRACKER.asOf("2016-02-10")).withImplied();
    Answer read = Answers.parse(Answers.format(changes), DOSSIER);
    assertThat(read).isEqualTo(changes);
    assertThat(table(read)).isEqualTo(table(changes));
  }

  // Timelines

  @Test
  void an_entry_of_a_timeline_has_its_position_in_json_and_csv() {
    Timeline timeline = TRACKER.asOf("2017-12-01").timeline("limits");
    assertThat(json(timeline).at("/rows/0/position/condition").asString())
        .isEqualTo("only if the sanctions end first");
    assertThat(firstRow(timeline))
        .containsEntry("outcome", "FOR")
        .containsEntry("headline", "k1")
        .containsEntry("condition", "\"only if the sanctions end first\"");
  }

  // Parts

  @Test
  void the_parts_that_are_held_are_in_csv_with_their_grades_and_of_how_many() {
    Tracker parts =
        Tracker.of(
            Dossiers.parse(
                Dossiers.format(DOSSIER)
                    .replace("\"proposition\": \"whole\"", "\"proposition\": \"one\"")
                    .replace("\"stance\": \"AGAINST\"", "\"stance\": \"FOR\"")));
    assertThat(firstRow(parts.position("x", "whole")))
        .containsEntry("reason", "ONLY_PARTS")
        .containsEntry("parts_held", "\"one; five\"")
        .containsEntry("parts_held_grades", "\"OWN_WORDS; OWN_WORDS\"")
        .containsEntry("parts_in_all", "2");
  }
}

package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.page;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.toldByY;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Answer;
import org.demarche.answer.Wording;
import org.demarche.model.Mode;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/**
 * Caveats that every row and sentence about a stance keeps: its condition, that it is from an
 * earlier administration, whose account it is, and the claims that dispute it.
 *
 * <p>X promises p on a condition in 2014, under its first head; later only a newspaper of Y tells
 * that X is against r. X withholds on q in its own word, and Y has X agreeing to q.
 */
class CaveatsInRowsTest {
  private final Tracker tracker =
      TestDossier.of("q", "r")
          .with(proposition("p").label("returning").build())
          .with(
              reported("c1", "x", "p", FOR, PROMISE, "2014-02-01")
                  .condition("only if S ends first")
                  .build(),
              reported("c2", "x", "q", UNCOMMITTED, WITHHOLD, "2016-12-15").build(),
              toldByY("c3", "x", "q", FOR, AGREE, "2016-12-16"),
              toldByY("c4", "x", "r", AGAINST, ASSERT, "2016-03-01"))
          .says("y", "c5", "p", FOR, ASSERT, "2016-01-01")
          .says("y", "c6", "q", FOR, ASSERT, "2016-01-01")
          .tracker();

  private final Tracker earlier = tracker.asOf("2014-12-31");
  private final Tracker now = tracker.asOf("2017-01-01");

  @Test
  void a_row_of_changes_has_condition_inherited_and_disputed_in_words_or_marks() {
    assertThat(page(earlier.changesTo(now).party("x"), Wording.english()))
        .contains("+ promises (“only if S ends first”) ")
        .contains("+ promises (“only if S ends first”) ◊")
        .contains("? takes no position ≠")
        .contains("◊ from an earlier administration, no newer claim on record")
        .contains("≠ outweighed claims say otherwise");
    assertThat(page(earlier.changesTo(now).party("x"), Wording.codes()))
        .contains("FOR/PROMISE (“only if S ends first”) ◊")
        .contains("UNCOMMITTED/WITHHOLD ≠")
        .contains("≠ outweighed claims say otherwise");
  }

  @Test
  void a_row_in_korean_in_markdown_and_in_ascii_has_them_too() {
    assertThat(page(earlier.changesTo(now).party("x"), Wording.of("ko")))
        .contains("(“only if S ends first”) ◊")
        .contains("≠ 인정되지 않은 반대 발언 있음");
    Answer answer = earlier.changesTo(now).party("x");
    assertThat(answer.page().print(Style.standard().markdown()))
        .contains("(“only if S ends first”)")
        .contains("≠ outweighed claims say otherwise");
    assertThat(answer.page().print(Style.standard().width(240).ascii()))
        .contains("(\"only if S ends first\")")
        .contains("!= outweighed claims say otherwise");
  }

  @Test
  void a_sentence_on_a_change_names_the_condition_the_standing_and_who_disputes() {
    assertThat(earlier.changeTo(now, "x", "p").sentence())
        .isEqualTo(
            "X-land on returning, from 31 December 2014 to 1 January 2017: still for, no newer"
                + " claim (before: “only if S ends first”; after: “only if S ends first”, from an"
                + " earlier administration, no newer claim on record).");
    assertThat(earlier.changeTo(now, "x", "q").sentence())
        .isEqualTo(
            "X-land on “It is the case that q”, from 31 December 2014 to 1 January 2017: now"
                + " uncommitted, no position on record before (after: Y-land’s account of 16"
                + " December 2016 says otherwise [c3]).");
    assertThat(earlier.changesTo(now).party("x").sentence())
        .contains("after: “only if S ends first”, from an earlier administration")
        .contains("after: by the account of Y-land")
        .contains("Y-land’s account of 16 December 2016 says otherwise [c3]");
    assertThat(earlier.changeTo(now, "x", "q").sentence(Wording.of("ko")))
        .contains("후: Y-land 측의 2016년 12월 16일 전언은 이와 다름 [c3]");
  }

  @Test
  void a_relation_and_a_comparison_say_them_of_both_positions() {
    assertThat(now.relation("x", "y", "p").sentence())
        .contains(
            "X-land: for (promises, “only if S ends first”, from an earlier administration, no"
                + " newer claim on record, last evidenced on 1 February 2014)");
    assertThat(now.relation("x", "y", "q").sentence())
        .contains("Y-land’s account of 16 December 2016 says otherwise [c3]");
    assertThat(page(now.compare("x", "y"), Wording.english()))
        .contains("+ promises, 2014-02-01 [c1] (“only if S ends first”) ◊")
        .contains("? takes no position, 2016-12-15 [c2] ≠");
    assertThat(page(now.compare("x", "y"), Wording.codes()))
        .contains("FOR/PROMISE (“only if S ends first”) ◊")
        .contains("UNCOMMITTED/WITHHOLD ≠");
  }

  @Test
  void a_comparison_in_a_sentence_flags_the_propositions() {
    assertThat(
            TestDossier.of("a", "b", "c", "d")
                .with(
                    reported("c1", "x", "a", FOR, PROMISE, "2014-02-01")
                        .condition("only if so")
                        .build(),
                    reported("c2", "x", "b", UNCOMMITTED, WITHHOLD, "2016-12-15").build(),
                    toldByY("c3", "x", "b", FOR, AGREE, "2016-12-16"))
                .says("x", "c4", "c", FOR, ASSERT, "2016-01-01")
                .says("x", "c5", "d", FOR, ASSERT, "2016-01-01")
                .tracker()
                .compare("x", "y")
                .sentence())
        .contains("“It is the case that a” (on a condition, from an earlier administration)")
        .contains("“It is the case that b” (outweighed claims say otherwise)");
  }

  @Test
  void a_difference_says_them_of_both_bodies_of_evidence() {
    assertThat(page(now.differencesTo(now.without("S1")), Wording.english()))
        .contains("+ promises, 2014-02-01 [c1] (“only if S ends first”) ◊")
        .contains("? takes no position, 2016-12-15 [c2] ≠");
    assertThat(now.differencesTo(now.without("S1")).party("x").on("p").rows().get(0).sentence())
        .contains("A: for (promises, “only if S ends first”, from an earlier administration");
  }

  @Test
  void a_matrix_and_a_table_of_administrations_say_them_in_their_cells() {
    assertThat(page(tracker.matrix("x").on("p", "q").at("2014", "2017-01-01"), Wording.english()))
        .contains("+ promises (“only if S ends first”) ◊")
        .contains("? takes no position ≠")
        .contains("≠ outweighed claims say otherwise");
    assertThat(page(now.administrations("x").on("p", "q").at(), Wording.english()))
        .contains("+ promises, 2014-02-01 [c1] (“only if S ends first”) ◊");
    assertThat(tracker.matrix("x").on("p").at("2014").sentence())
        .contains("for (promises, “only if S ends first”)");
  }

  @Test
  void a_condition_of_another_claim_of_the_support_is_told_as_such() {
    Tracker both =
        TestDossier.of("p")
            .with(
                reported("c1", "x", "p", FOR, PROMISE, "2016-02-01")
                    .condition("only if S ends")
                    .build(),
                reported("c2", "x", "p", FOR, ASSERT, "2016-03-01").build())
            .tracker()
            .asOf("2016-12-31");
    assertThat(page(both.positionsOf("x"), Wording.english()))
        .contains("+ asserts (on condition “only if S ends” in other claims)");
    assertThat(both.relation("x", "y", "p").sentence())
        .contains(
            "X-land: holds it true (asserts, on condition “only if S ends” in other claims, last evidenced");
  }

  @Test
  void an_outweighed_claim_of_the_party_itself_is_named_by_its_day() {
    Tracker votes =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
            .says("x", "v1", "b", AGAINST, VOTE, "2016-02-05")
            .says("x", "v2", "pack", FOR, VOTE, "2016-02-05")
            .tracker()
            .asOf("2016-02-10");
    assertThat(votes.relation("x", "y", "b").sentence())
        .contains("an outweighed claim of 5 February 2016 says otherwise [v2]");
  }

  // What a sentence must not say

  @Test
  void shifts_say_how_many_changes_of_a_contested_position_they_leave_out() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, PROMISE, "2016-10-21")
            .says("x-mofa", "c2", "p", AGAINST, DENY, "2016-11-21")
            .tracker();
    assertThat(tracker.asOf("2016-10-31").changesTo(tracker.asOf("2016-12-31")).shifts().sentence())
        .endsWith("shifts, 1 contested left out: none.");
  }

  @Test
  void to_reaffirm_is_not_to_call_it_true() {
    Tracker tracker =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", AGAINST).build())
            .says("x", "c1", "pack", FOR, REAFFIRM, "2016-10-21")
            .tracker();
    assertThat(tracker.position("x", "pack").sentence())
        .contains(": maintains “It is the case that pack”. It reaffirms this");
    assertThat(tracker.position("x", "b").sentence())
        .contains(": against “It is the case that b”.");
  }

  @Test
  void what_is_implied_now_may_have_been_stated_directly_before() {
    Tracker tracker =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
            .says("x", "c1", "a", FOR, PROMISE, "2014-10-21")
            .says("x", "c2", "pack", FOR, DECIDE, "2016-10-21")
            .tracker();
    assertThat(tracker.position("x", "a").sentence())
        .contains(
            "What implies this now is its stance on a related proposition: for “It is the case"
                + " that pack” (decides; reported, 21 October 2016, under The bo-cheng, last stated"
                + " directly on 21 October 2014).");
    assertThat(tracker.position("x", "b").sentence()).contains("This is not stated directly");
  }

  @Test
  void a_claim_dated_across_an_inauguration_is_of_the_later_head_at_the_latest() {
    Tracker tracker =
        TestDossier.of("a", "b")
            .says("x", "c1", "a", FOR, PROMISE, "[2014-12-20..2015-01-10]")
            .says("x", "c2", "b", FOR, PROMISE, "2015-01-10")
            .tracker();
    assertThat(tracker.asOf("2015-02-01").position("x", "a").sentence())
        .contains("under The bo-cheng at the latest");
    assertThat(tracker.asOf("2015-02-01").position("x", "b").sentence())
        .contains("under The bo-cheng)");
  }

  @Test
  void an_agreement_on_different_conditions_says_so() {
    Tracker tracker =
        TestDossier.of("p")
            .with(
                reported("c1", "x", "p", FOR, PROMISE, "2016-02-01")
                    .condition("only if so")
                    .build(),
                reported("c2", "y", "p", FOR, PROMISE, "2016-02-01")
                    .condition("only if not so")
                    .build())
            .tracker();
    assertThat(tracker.relation("x", "y", "p").sentence())
        .startsWith(
            "X-land and Y-land agree on “It is the case that p”, but not on the same condition,");
  }

  @Test
  void a_conflict_of_accounts_is_not_a_party_that_contradicts_itself() {
    Tracker tracker =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", AGAINST).putParts("b", FOR).build())
            .says("x-president", "c1", "pack", FOR, PROMISE, "2016-07-14")
            .with(
                claim("c2", "x", "a", FOR, PROMISE, "2016-08-17")
                    .addEvidence(evidence("SY", Mode.INDIRECT))
                    .build())
            .tracker();
    assertThat(tracker.position("x", "a").sentence())
        .contains("Accounts of its position conflict: for (promises, by the account of Y-land,");
    assertThat(tracker.relation("x", "y", "a").sentence())
        .startsWith("On “It is the case that a” the record of X-land conflicts,");
    assertThat(tracker.explain("x", "a").print())
        .contains("not superseded by c2: that is known only through another state");
  }

  @Test
  void an_outweighed_claim_is_printed_with_its_quotation() {
    assertThat(now.position("x", "q").print())
        .containsPattern("outweighed: c3 [^~]*“so it is”[^~]*SY");
  }

  @Test
  void the_only_row_does_not_repeat_what_the_question_names() {
    assertThat(earlier.changesTo(now).party("x").on("r").sentence())
        .contains("on “It is the case that r”: now holds it false");
    assertThat(earlier.changesTo(now).on("r").sentence())
        .contains("on “It is the case that r”: X-land: now holds it false");
  }

  @Test
  void the_one_line_of_an_answer_is_as_short_as_before() {
    assertThat(now.position("x", "p"))
        .hasToString("x on p, as of 2017-01-01: FOR/PROMISE ◊, cite c1");
    assertThat(earlier.changeTo(now, "x", "p"))
        .hasToString(
            "x on p, from 2014-12-31 to 2017-01-01: UNCHANGED, FOR/PROMISE to FOR/PROMISE ◊");
  }

  @Test
  void the_last_explicit_day_stands_beside_the_last_evidence_where_they_differ() {
    Tracker implied =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
            .says("x", "c1", "b", FOR, ASSERT, "2016-01-01")
            .says("x", "c2", "pack", FOR, REAFFIRM, "2018-01-01")
            .tracker()
            .asOf("2018-02-01");
    assertThat(page(implied.positionsOf("x"), Wording.english()))
        .contains("2018-01-01 (explicitly 2016-01-01)");
    assertThat(page(implied.positionsOf("x"), Wording.codes()))
        .contains("2018-01-01 (explicitly 2016-01-01)");
    assertThat(implied.relation("x", "y", "b").sentence())
        .contains("last evidenced on 1 January 2018, last explicitly on 1 January 2016");
    assertThat(implied.relation("x", "y", "b").sentence(Wording.of("ko")))
        .contains("최종 명시 2016년 1월 1일");
    assertThat(implied.relation("x", "y", "pack").sentence()).doesNotContain("explicitly");
  }
}

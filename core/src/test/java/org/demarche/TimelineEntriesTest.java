package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.page;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.toldByY;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.Arrays;
import java.util.List;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Standing;
import org.demarche.answer.Timeline;
import org.demarche.answer.Wording;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;

/** The claims that each entry of a timeline or a history cites, and its caveats. */
class TimelineEntriesTest {
  private final Tracker tracker =
      TestDossier.of("p", "q")
          .with(proposition("pack").putParts("p", FOR).putParts("q", FOR).build())
          .with(
              toldByY("c1", "x", "p", AGAINST, ASSERT, "[2014-02-01..2014-02-10]"),
              reported("c2", "x", "pack", FOR, AGREE, "2015-03-01")
                  .condition("only if Y does")
                  .build(),
              reported("c3", "x", "p", UNCOMMITTED, WITHHOLD, "2016-03-01").build(),
              toldByY("c4", "x", "p", FOR, ASSERT, "2016-03-01"))
          .tracker();

  @Test
  void an_entry_cites_a_claim_with_its_date_and_says_who_tells_it_and_on_what_condition() {
    String page = page(tracker.timeline("p"), Wording.english());
    assertThat(page)
        .containsPattern(
            "X-land +2014-02-10 +− against † +c1 +between 2014-02-01 and 2014-02-10 +Y-land +p")
        .containsPattern(
            "X-land +2015-03-01 +\\+ for, implied \\(“only if Y does”\\) +c2 +2015-03-01 +p")
        .containsPattern("X-land +2016-03-01 +\\? uncommitted ≠ +c3 +2016-03-01 +p")
        .contains("† by another state’s account", "≠ outweighed claims say otherwise");
    assertThat(page(tracker.timeline("p"), Wording.codes()))
        .containsPattern("x +2014-02-10 +AGAINST † +c1 +\\[2014-02-01..2014-02-10\\] +y")
        .containsPattern("x +2015-03-01 +FOR \\(“only if Y does”\\) ‡ +c2 +2015-03-01")
        .containsPattern("x +2016-03-01 +UNCOMMITTED ≠ +c3 +2016-03-01");
    assertThat(page(tracker.timeline("p"), Wording.of("ko")))
        .contains("함의됨 (“only if Y does”)", "전한 쪽", "발언일");
  }

  @Test
  void a_timeline_in_sentences_says_the_same() {
    assertThat(tracker.timeline("p").sentence())
        .contains("by the account of Y-land), on evidence dated by 10 February 2014 [c1]")
        .contains("for (implied, “only if Y does”), on evidence dated by 1 March 2015 [c2]")
        .contains("Y-land’s account of 1 March 2016 says otherwise [c4]");
  }

  @Test
  void an_entry_has_the_position_of_its_day() {
    Timeline.Entry entry = tracker.timeline("p").rows().get(1);
    assertThat(entry.position())
        .isEqualTo(tracker.asOf("2015-03-01").position("x", "p"))
        .isSameAs(entry.position());
  }

  @Test
  void an_entry_begins_where_the_condition_changes() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, PROMISE, "2016-07-14")
            .with(
                reported("c2", "x-president", "p", FOR, PROMISE, "2017-07-14")
                    .condition("if attacked")
                    .build())
            .says("x-president", "c3", "p", FOR, PROMISE, "2018-07-14")
            .tracker();
    assertThat(tracker.timeline("p").rows())
        .extracting(entry -> entry.day() + " " + entry.outcome())
        .containsExactly("2016-07-14 FOR", "2017-07-14 FOR", "2018-07-14 FOR");
    assertThat(tracker.timeline("p").print())
        .containsPattern("2017-07-14 +\\+ for \\(“if attacked”\\) +c2")
        .containsPattern(
            "2018-07-14 +\\+ for \\(on condition “if attacked” in other claims\\) +c3");
  }

  @Test
  void an_entry_without_a_position_gives_the_reason_and_cites_nothing() {
    Tracker takenBack =
        TestDossier.of("p", "q")
            .says("x", "c1", "p", FOR, ASSERT, "2016-03-01")
            .with(reported("c2", "x", "q", FOR, ASSERT, "2016-04-01").addRetracts("c1").build())
            .tracker();
    Timeline timeline = takenBack.timeline("p");
    assertThat(timeline.rows().get(1).outcome()).isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(page(timeline, Wording.english())).containsPattern("2016-04-01 +· taken back +");
    assertThat(page(timeline, Wording.codes())).containsPattern("2016-04-01 +RETRACTED");
    assertThat(timeline.sentence())
        .contains("no position on record (taken back), on evidence dated by 1 April 2016.");
  }

  @Test
  void an_entry_that_an_older_administration_carries_is_marked_as_inherited() {
    Tracker revived =
        TestDossier.of("p", "q")
            .says("x", "c1", "p", FOR, ASSERT, "2014-03-01")
            .says("x", "c2", "p", AGAINST, ASSERT, "2016-03-01")
            .with(reported("c3", "x", "q", FOR, ASSERT, "2016-04-01").addRetracts("c2").build())
            .tracker();
    assertThat(revived.timeline("p").rows().get(2).position().evidenced().orElseThrow().standing())
        .isEqualTo(Standing.INHERITED);
    assertThat(page(revived.timeline("p"), Wording.english()))
        .containsPattern("2016-04-01 +\\+ for ◊ +c1 +2014-03-01");
  }

  @Test
  void a_contested_entry_says_so_and_cites_a_side() {
    Tracker contested =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
            .says("x-mnd", "c2", "p", AGAINST, ASSERT, "2016-03-01")
            .tracker();
    assertThat(page(contested.timeline("p"), Wording.english()))
        .containsPattern("2016-03-01 +± contested +c1, c2 +2016-03-01");
  }

  @Test
  void a_history_says_who_tells_it_that_it_is_implied_and_what_to_cite() {
    String page = page(tracker.history("x", "p"), Wording.english());
    assertThat(page)
        .containsPattern("− asserts the opposite † +c1 +between 2014-02-01 and 2014-02-10 +Y-land")
        .containsPattern("by implication +\\+ implied \\(“only if Y does”\\) +c2")
        .containsPattern("\\? takes no position ≠ +c3");
    assertThat(tracker.history("x", "p").sentence())
        .contains("by the account of Y-land) [c1]")
        .contains("by implication (“only if Y does”) [c2]")
        .contains("(Y-land’s account of 1 March 2016 says otherwise [c4]) [c3]");
  }

  private static Claim.Builder said(String id, Stance stance, Force force, String asserted) {
    return reported(id, "x", "p", stance, force, asserted);
  }

  private static List<String> turns(Claim.Builder... claims) {
    return TestDossier.of("p")
        .with(Arrays.stream(claims).map(Claim.Builder::build).toArray(Claim[]::new))
        .tracker()
        .timeline("p")
        .rows()
        .stream()
        .map(turn -> turn.day() + " " + turn.outcome())
        .toList();
  }

  @Test
  void a_condition_lasts_while_claims_only_reaffirm_and_ends_with_a_newer_act_without_one() {
    assertThat(
            turns(
                said("c1", FOR, ASSERT, "2016-01-01").condition("if A"),
                said("c2", FOR, REAFFIRM, "2016-02-01"),
                said("c3", FOR, REAFFIRM, "2016-03-01"),
                said("c4", FOR, ASSERT, "2016-04-01"),
                said("c5", FOR, REAFFIRM, "2016-05-01"),
                said("c6", FOR, ASSERT, "2016-06-01").condition("if A"),
                said("c7", FOR, REAFFIRM, "2016-06-01"),
                said("c8", AGAINST, ASSERT, "2016-07-01"),
                said("c9", FOR, REAFFIRM, "2016-08-01")))
        .containsExactly(
            "2016-01-01 FOR",
            "2016-04-01 FOR",
            "2016-06-01 FOR",
            "2016-07-01 AGAINST",
            "2016-08-01 FOR");
  }

  @Test
  void what_is_answered_stays_superseded_although_the_answer_is_superseded_itself() {
    assertThat(
            turns(
                said("c1", AGAINST, ASSERT, "[..2016-03-01]"),
                said("c2", FOR, ASSERT, "2016-02-01").addRespondsTo("c1"),
                said("c3", FOR, ASSERT, "2016-02-15")))
        .containsExactly("2016-02-01 FOR");
    assertThat(
            turns(
                said("c1", AGAINST, ASSERT, "[..2016-03-01]"),
                said("c2", FOR, ASSERT, "2016-02-01"),
                said("c3", FOR, ASSERT, "2016-02-15")))
        .containsExactly("2016-02-01 FOR", "2016-03-01 CONTESTED");
  }
}

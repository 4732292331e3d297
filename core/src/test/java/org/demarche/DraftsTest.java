package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.TestDossier.foundIds;
import static org.demarche.TestDossier.reported;

import java.time.LocalDate;
import org.demarche.answer.Difference;
import org.demarche.answer.Explanation;
import org.demarche.answer.Wording;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Drafts: claims that nobody has checked, which count only where they are asked for. */
class DraftsTest {
  private static final TestDossier CODED =
      TestDossier.of("p", "q").says("x-mofa", "C1", "p", Stance.FOR, Force.ASSERT, "2016-01-01");

  private static Claim draft(
      String id, String party, String proposition, Stance stance, String on) {
    return reported(id, party, proposition, stance, Force.ASSERT, on).draft(true).build();
  }

  /** A later draft reverses X's position, and another gives Y a position. */
  private static final TestDossier DOSSIER =
      CODED.with(
          draft("D1", "x-mofa", "p", Stance.AGAINST, "2017-01-01"),
          draft("D2", "y", "q", Stance.FOR, "2017-01-01"));

  private static final Tracker TRACKER = DOSSIER.tracker();

  @Test
  void a_draft_changes_no_position_unless_it_is_included() {
    TestDossier.assertPosition(TRACKER.position("x", "p"))
        .is("FOR ASSERT by C1, REPORTED, CURRENT, last evidenced 2016-01-01")
        .hasHints()
        .isDisputedBy();
    TestDossier.assertPosition(TRACKER.withDrafts().position("x", "p"))
        .is("AGAINST ASSERT by D1, REPORTED, CURRENT, last evidenced 2017-01-01");
    TestDossier.assertPosition(TRACKER.position("y", "q")).is("UNKNOWN, NO_CLAIMS");
    TestDossier.assertPosition(TRACKER.withDrafts().position("y", "q"))
        .is("FOR ASSERT by D2, REPORTED, CURRENT, last evidenced 2017-01-01");
  }

  @Test
  void a_draft_retracts_only_where_it_is_included() {
    Claim retraction =
        reported("D3", "x-mofa", "p", Stance.UNCOMMITTED, Force.WITHDRAW, "2018-01-01")
            .draft(true)
            .addRetracts("C1")
            .build();
    Tracker tracker = CODED.with(retraction).tracker();
    TestDossier.assertPosition(tracker.position("x", "p"))
        .is("FOR ASSERT by C1, REPORTED, CURRENT, last evidenced 2016-01-01");
    assertThat(tracker.withDrafts().position("x", "p").retractedClaims())
        .extracting(cited -> cited.claim().id())
        .containsExactly("C1");
  }

  @Test
  void an_answer_with_drafts_says_so_and_marks_each_draft_that_it_cites() {
    Tracker tracker = TRACKER.asOf("2019").withDrafts();
    assertThat(tracker.viewpoint()).hasToString("as of 2019-12-31, with drafts");
    assertThat(tracker)
        .hasToString(
            "Tracker as of 2019-12-31, with drafts, over a Dossier of 3 sources, 14 actors, 0 occasions, 2 propositions, 1 claims, 2 drafts");
    String page = tracker.position("x", "p").page().print(Style.whole());
    assertThat(page).contains("as of 31 December 2019, with drafts");
    assertThat(page).contains("D1 (draft)").doesNotContain("C1 (draft)");
    assertThat(tracker.position("x", "p").codes().print(Style.whole())).contains("D1 (draft)");
    assertThat(tracker.position("x", "p").page(Wording.of("ko")).print(Style.whole()))
        .contains("초안 포함", "D1(초안)");
    assertThat(tracker.claims().find().page().print(Style.whole())).contains("D1 (draft)");
    assertThat(tracker.claims().chronology().page().print(Style.whole())).contains("D1 (draft)");
    assertThat(tracker.positionsOf("x").page().print(Style.whole())).contains("D1 (draft)");
    assertThat(tracker.history("x", "p").page().print(Style.whole())).contains("D1 (draft)");
  }

  @Test
  void an_explanation_counts_the_drafts_that_it_left_out() {
    Explanation explanation = TRACKER.asOf("2018").explain("x", "p");
    assertThat(explanation.uncountedDrafts()).containsExactly("D1");
    assertThat(explanation.considered()).hasSize(1);
    assertThat(explanation.page().print(Style.whole())).contains("not counted: one draft (D1)");
    assertThat(TRACKER.asOf("2018").position("x", "p").full().print(Style.whole()))
        .contains("not counted: one draft (D1)");
    assertThat(TRACKER.asOf("2016").explain("x", "p").uncountedDrafts()).as("later").isEmpty();
    assertThat(TRACKER.without("S1").explain("x", "p").uncountedDrafts())
        .as("without evidence")
        .isEmpty();
    assertThat(TRACKER.explain("x-mnd", "p").uncountedDrafts()).as("of another organ").isEmpty();
    assertThat(TRACKER.explain("x-mofa", "p").uncountedDrafts()).containsExactly("D1");
    assertThat(TRACKER.withDrafts().explain("x", "p").uncountedDrafts()).isEmpty();
    assertThat(TRACKER.withDrafts().explain("x", "p").considered()).hasSize(2);
  }

  @Test
  void a_draft_of_a_predecessor_is_told_to_the_successor_if_it_would_count() {
    Actor successor =
        TestDossier.actor("new-x", ActorKind.STATE)
            .succeeds("x")
            .from(LocalDate.of(2017, 1, 1))
            .build();
    Tracker tracker =
        CODED
            .with(successor)
            .with(
                draft("before", "x-mofa", "p", Stance.AGAINST, "2016-12-31"),
                draft("after", "x-mofa", "p", Stance.AGAINST, "2017-01-01"))
            .tracker();
    assertThat(tracker.explain("new-x", "p").uncountedDrafts()).containsExactly("before");
    assertThat(tracker.explain("x", "p").uncountedDrafts()).containsExactly("after", "before");
  }

  @Test
  void queries_list_drafts_only_when_asked() {
    assertThat(foundIds(TRACKER.claims())).containsExactly("C1");
    assertThat(foundIds(TRACKER.claims().principal("x-mofa"))).containsExactly("C1");
    assertThat(foundIds(TRACKER.claims().drafts())).containsExactly("D1", "D2");
    assertThat(foundIds(TRACKER.claims().principal("x-mofa").drafts())).containsExactly("D1");
    assertThat(foundIds(TRACKER.claims().drafts().on("q"))).containsExactly("D2");
    assertThat(foundIds(TRACKER.withDrafts().claims())).containsExactly("C1", "D1", "D2");
    assertThat(foundIds(TRACKER.asOf("2016").claims().drafts())).isEmpty();
    assertThat(TRACKER.claims().drafts().find())
        .hasToString("Claims as of 2019-12-31, with drafts, drafts: 2 claims");
  }

  @Test
  void a_tracker_limited_to_coded_claims_stays_limited_to_them() {
    Tracker coded = TRACKER.only(TRACKER.claims()).withDrafts();
    assertThat(foundIds(coded.claims())).containsExactly("C1");
    Tracker drafts = TRACKER.withDrafts().only(TRACKER.claims().drafts());
    assertThat(foundIds(drafts.claims())).containsExactly("D1", "D2");
    assertThat(TRACKER.only(TRACKER.claims().drafts()).claims().list())
        .as("no draft counts without withDrafts()")
        .isEmpty();
  }

  @Test
  void what_drafts_would_change_is_a_difference_between_two_bodies_of_evidence() {
    assertThat(TRACKER.differencesTo(TRACKER.withDrafts()).rows())
        .extracting(Difference::party, Difference::proposition, Difference::label)
        .containsExactly(
            tuple("x", "p", Difference.Label.ALTERED), tuple("y", "q", Difference.Label.GAINED));
  }

  @Test
  void trackers_with_and_without_drafts_differ() {
    assertThat(TRACKER.withDrafts())
        .isNotEqualTo(TRACKER)
        .isEqualTo(DOSSIER.tracker().withDrafts());
    assertThat(TRACKER.withDrafts().withDrafts()).isEqualTo(TRACKER.withDrafts());
    assertThat(CODED.tracker().withDrafts()).isNotEqualTo(CODED.tracker());
  }

  @Test
  void the_end_of_the_record_is_that_of_the_claims_that_count() {
    Claim later =
        reported("D4", "y", "q", Stance.FOR, Force.ASSERT, "2020-01-01").draft(true).build();
    Tracker tracker = CODED.with(later).tracker();
    assertThat(tracker.viewpoint().asOf()).hasToString("2019-12-31");
    assertThat(tracker.withDrafts().viewpoint().asOf()).hasToString("2020-01-01");
    assertThat(tracker.asOf("2018").withDrafts().viewpoint().asOf()).hasToString("2018-12-31");
  }

  @Test
  void a_draft_that_is_added_later_counts_at_once_where_drafts_are_included() {
    Tracker before = CODED.tracker();
    Claim[] drafts = DOSSIER.build().claims().stream().filter(Claim::isDraft).toArray(Claim[]::new);
    assertThat(before.withDrafts().plus(drafts).outcome("x", "p").name()).isEqualTo("AGAINST");
    assertThat(before.plus(drafts).outcome("x", "p").name()).isEqualTo("FOR");
    assertThat(before.plus(drafts).changesSince(before).isEmpty()).isTrue();
  }

  @Test
  void coding_a_draft_is_an_update() {
    Claim coded = reported("D1", "x-mofa", "q", Stance.AGAINST, Force.ASSERT, "2017-01-01").build();
    assertThat(TRACKER.plus(coded).changesSince(TRACKER).differences().rows())
        .extracting(Difference::party, Difference::proposition, Difference::label)
        .containsExactly(tuple("x", "q", Difference.Label.GAINED));
    Tracker drafts = TRACKER.withDrafts();
    assertThat(drafts.plus(coded).changesSince(drafts).differences().rows())
        .as("the draft no longer stands for what it said")
        .extracting(Difference::party, Difference::proposition, Difference::label)
        .containsExactly(
            tuple("x", "p", Difference.Label.ALTERED), tuple("x", "q", Difference.Label.GAINED));
  }
}

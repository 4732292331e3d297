package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.Change;
import org.demarche.answer.History;
import org.junit.jupiter.api.Test;

/** Histories of one position: the dates of its changes, and whether it drifted. */
class PositionHistoryTest {
  private List<String> steps(History history) {
    return history.changes().stream()
        .map(change -> change.label() + " " + change.after().viewpoint().asOf())
        .toList();
  }

  @Test
  void a_history_of_hardening_and_reframing_has_drifted() {
    History history =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10", "f")
            .says("x-mofa", "c2", "p", FOR, URGE, "2016-02-10", "f")
            .says("x-mofa", "c3", "p", FOR, ASSERT, "2016-03-10", "g")
            .tracker()
            .history("x", "p");
    assertThat(steps(history))
        .containsExactly("FIRST_STATED 2016-01-10", "HARDENED 2016-02-10", "REFRAMED 2016-03-10");
    assertThat(history.hasDrifted()).isTrue();
  }

  @Test
  void a_history_with_a_reversal_has_not_drifted() {
    History history =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10", "f")
            .says("x-mofa", "c2", "p", AGAINST, WARN, "2016-02-10", "g")
            .tracker()
            .history("x", "p");
    assertThat(steps(history)).containsExactly("FIRST_STATED 2016-01-10", "REVERSED 2016-02-10");
    assertThat(history.hasDrifted()).isFalse();
  }

  @Test
  void a_history_that_returns_to_its_starting_point_has_not_drifted() {
    History history =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10")
            .says("x-mofa", "c2", "p", FOR, URGE, "2016-02-10")
            .says("x-mofa", "c3", "p", FOR, HOPE, "2016-03-10")
            .tracker()
            .history("x", "p");
    assertThat(steps(history))
        .containsExactly("FIRST_STATED 2016-01-10", "HARDENED 2016-02-10", "SOFTENED 2016-03-10");
    assertThat(history.hasDrifted()).isFalse();
  }

  @Test
  void a_claim_made_throughout_a_period_is_the_newest_again_from_the_day_after_any_other_claim() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "period", "p", FOR, URGE, "2016-06-01/2016-06-20")
            .says("x-president", "day", "p", FOR, HOPE, "2016-06-10");
    assertPosition(dossier.tracker().asOf("2016-06-10").position("x", "p"))
        .is("FOR HOPE by day, REPORTED, CURRENT, last evidenced 2016-06-10");
    assertPosition(dossier.tracker().asOf("2016-06-11").position("x", "p"))
        .is("FOR URGE by period, REPORTED, CURRENT, last evidenced 2016-06-11");
    assertThat(steps(dossier.tracker().history("x", "p")))
        .containsExactly(
            "FIRST_STATED 2016-06-01",
            "SOFTENED 2016-06-10",
            "HARDENED 2016-06-11",
            "REAFFIRMED 2016-06-20");
  }

  @Test
  void a_continuing_contest_is_listed_again_only_when_the_conflicting_claims_change() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "period", "p", FOR, URGE, "2016-06-01/2016-06-20")
            .says("x-mnd", "against", "p", AGAINST, DENY, "2016-06-10")
            .says("x-mnd", "open", "p", UNCOMMITTED, REFUSE, "2016-06-15");
    assertThat(steps(dossier.tracker().history("x", "p")))
        .containsExactly(
            "FIRST_STATED 2016-06-01", "BECAME_CONTESTED 2016-06-10", "STILL_CONTESTED 2016-06-15");
  }

  @Test
  void a_change_of_administration_during_a_period_can_change_the_headline() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "period", "p", FOR, HOPE, "2014-02-01/2015-06-01")
            .says("x-mofa", "short", "p", FOR, URGE, "2014-12-20");
    assertThat(steps(dossier.tracker().history("x", "p")))
        .containsExactly(
            "FIRST_STATED 2014-02-01",
            "HARDENED 2014-12-20",
            "SOFTENED 2015-01-01",
            "REAFFIRMED 2015-06-01");
  }

  @Test
  void a_history_whose_first_and_last_stances_differ_has_not_drifted() {
    History history =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10")
            .says("x-mnd", "c2", "p", AGAINST, DEMAND, "2016-01-10")
            .says("x-mofa", "c3", "p", AGAINST, DEMAND, "2016-03-10")
            .tracker()
            .asOf("2016-12-31")
            .history("x", "p");
    assertThat(history.changes().get(history.changes().size() - 1).label())
        .isEqualTo(Change.Label.SETTLED);
    assertThat(history.hasDrifted()).isFalse();
  }

  @Test
  void a_history_ends_on_the_date_of_the_tracker_and_can_be_empty() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10")
            .says("x-mofa", "c2", "p", FOR, URGE, "2016-02-10")
            .tracker();
    assertThat(steps(tracker.asOf("2016-01").history("x", "p")))
        .containsExactly("FIRST_STATED 2016-01-10");
    assertThat(tracker.asOf("2015").history("x", "p").changes()).isEmpty();
    assertThat(tracker.history("y", "p").changes()).isEmpty();
    assertThat(tracker.history("y", "p").hasDrifted()).isFalse();
  }
}

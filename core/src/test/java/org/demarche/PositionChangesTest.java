package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import org.demarche.answer.Change;
import org.demarche.model.ActorKind;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Labels of the change of one position between two dates. */
class PositionChangesTest {
  @Test
  void a_president_who_adopts_the_stance_of_the_ministry_reverses_the_position() {
    TestDossier.of("p")
        .says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01")
        .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
        .says("x-president", "c3", "p", AGAINST, DENY, "2016-09-01")
        .assertChanges("x", "p", "2016-04-01", "2016-10-01")
        .haveLabels("REVERSED");
  }

  @Test
  void a_reversal_by_the_next_administration_is_marked_as_a_change_of_administration() {
    TestDossier.of("p")
        .says("x-president", "c1", "p", FOR, PROMISE, "2014-06-01")
        .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2015-02-01")
        .assertChanges("x", "p", "2014-12-31", "2015-03-01")
        .haveLabels("REVERSED, administration changed");
  }

  @Test
  void what_a_state_said_itself_on_the_last_day_decides_beside_what_it_inherits() {
    TestDossier.of("p")
        .with(
            actor("old", ActorKind.STATE).build(),
            actor("new", ActorKind.STATE).succeeds("old").from(LocalDate.of(2016, 1, 1)).build())
        .says("old", "c1", "p", FOR, ASSERT, "2015-05-01")
        .says("new", "c2", "p", FOR, ASSERT, "2015-05-01")
        .says("new", "c3", "p", FOR, ASSERT, "2016-06-01")
        .assertChanges("new", "p", "2015-12-01", "2016-12-01")
        .haveLabels("REAFFIRMED");
  }

  @Test
  void a_position_is_withdrawn_once_a_second_ministry_withholds_like_the_state_itself() {
    TestDossier.of("p")
        .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
        .says("x", "c2", "p", UNCOMMITTED, WITHHOLD, "2016-05-01")
        .says("x-mnd", "c3", "p", UNCOMMITTED, WITHHOLD, "2016-06-01")
        .assertChanges("x", "p", "2016-04-01", "2016-06-15")
        .haveLabels("WITHDRAWN");
  }

  private final TestDossier everyLabel =
      TestDossier.of("p")
          .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10", "f")
          .says("x-mofa", "c2", "p", FOR, URGE, "2016-02-10", "f")
          .says("x-mofa", "c3", "p", FOR, ASSERT, "2016-03-10", "g")
          .says("x-mofa", "c4", "p", FOR, ASSERT, "2016-04-10", "g")
          .says("x-mofa", "c5", "p", FOR, UNSPECIFIED, "2016-06-10")
          .says("x-mofa", "c6", "p", FOR, ASSERT, "2016-07-10", "g")
          .says("x-mofa", "c7", "p", FOR, HOPE, "2016-08-10", "g")
          .says("x-mofa", "c8", "p", UNCOMMITTED, WITHHOLD, "2016-09-10")
          .says("x-mofa", "c9", "p", FOR, PROMISE, "2016-10-10")
          .says("x-mofa", "c10", "p", AGAINST, REFUSE, "2016-11-10")
          .says("x-mofa", "c11", "p", AGAINST, REFUSE, "[2016-11-01..2016-12-31]");

  @Test
  void every_label_of_an_uncontested_position_occurs_in_one_sequence_of_changes() {
    everyLabel
        .assertChanges(
            "x",
            "p",
            "2016-01-01",
            "2016-01-15",
            "2016-02-15",
            "2016-03-15",
            "2016-04-15",
            "2016-05-15",
            "2016-06-15",
            "2016-07-15",
            "2016-08-15",
            "2016-09-15",
            "2016-10-15",
            "2016-11-15",
            "2017-01-15")
        .haveLabels(
            "FIRST_STATED",
            "HARDENED",
            "REFRAMED",
            "REAFFIRMED",
            "UNCHANGED",
            "REAFFIRMED",
            "REAFFIRMED",
            "SOFTENED",
            "WITHDRAWN",
            "TAKEN",
            "REVERSED",
            "UNCHANGED");
    everyLabel.assertChanges("x", "p", "2015-01-01", "2015-06-01").haveLabels("SILENT");
  }

  @Test
  void a_position_becomes_contested_remains_contested_and_is_settled() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("x", "c2", "p", AGAINST, ASSERT, "2016-02-10")
            .says("x", "c3", "p", AGAINST, ASSERT, "2016-03-10")
            .says("x-president", "c4", "p", AGAINST, ASSERT, "2016-04-10");
    dossier
        .assertChanges("x", "p", "2016-01-31", "2016-02-28", "2016-03-31", "2016-04-30")
        .haveLabels("BECAME_CONTESTED", "STILL_CONTESTED", "SETTLED");
    dossier.assertChanges("x", "p", "2015-12-31", "2016-02-28").haveLabels("BECAME_CONTESTED");
  }

  @Test
  void headlines_of_different_grades_mark_the_evidence_as_unlike() {
    TestDossier.of("p")
        .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
        .with(
            claim("c2", "x-mofa", "p", FOR, ASSERT, "2016-02-10")
                .addEvidence(evidence("S1", Mode.DIRECT))
                .build())
        .assertChanges("x", "p", "2016-01-31", "2016-02-28")
        .haveLabels("REAFFIRMED, evidence unlike");
  }

  @Test
  void a_claim_repeated_throughout_a_period_reaffirms_the_position_until_the_period_ends() {
    TestDossier.of("p")
        .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01/2016-06")
        .assertChanges("x", "p", "2016-02-01", "2016-03-01", "2016-07-01", "2016-08-01")
        .haveLabels("REAFFIRMED", "REAFFIRMED", "UNCHANGED");
  }

  @Test
  void a_table_of_changes_omits_silent_rows_and_can_be_filtered_by_party_issue_and_label() {
    Tracker tracker =
        TestDossier.of("p", "s")
            .with(proposition("z").issue("j").build())
            .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10")
            .says("x-mofa", "c2", "p", FOR, URGE, "2016-03-10")
            .says("y-mfa", "c3", "z", FOR, ASSERT, "2016-01-10")
            .says("y-mfa", "c4", "s", UNCOMMITTED, NOTE, "2016-01-10")
            .tracker();
    var changes = tracker.asOf("2016-02-01").changesTo(tracker.asOf("2016-04-01"));
    assertThat(changes.rows())
        .extracting(c -> c.party() + " " + c.proposition() + " " + c.label())
        .containsExactly("x p HARDENED", "y z UNCHANGED");
    assertThat(changes.party("y").rows()).hasSize(1);
    assertThat(changes.on("p").rows()).hasSize(1);
    assertThat(changes.onIssue("j").rows()).extracting(Change::proposition).containsExactly("z");
    assertThat(changes.shifts().rows()).extracting(Change::proposition).containsExactly("p");
    assertThat(changes.label(Change.Label.UNCHANGED, Change.Label.SILENT).rows()).hasSize(1);
  }
}

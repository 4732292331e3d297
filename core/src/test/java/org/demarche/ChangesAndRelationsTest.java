package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.Scene.actor;
import static org.demarche.Scene.asked;
import static org.demarche.Scene.atom;
import static org.demarche.Scene.claim;
import static org.demarche.Scene.evidence;
import static org.demarche.Scene.ids;
import static org.demarche.Scene.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.List;
import org.demarche.answer.Change;
import org.demarche.answer.Chronology;
import org.demarche.answer.Comparison;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.Explanation;
import org.demarche.answer.Grade;
import org.demarche.answer.History;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.Positions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.TemporalOrder;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Occasion;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What is asked of two positions at once, and of claims, on made-up records worked by hand. */
class ChangesAndRelationsTest {
  private static void refused(Runnable question, String message) {
    assertThatIllegalArgumentException().isThrownBy(question::run).withMessage(message);
  }

  private static List<String> found(ClaimQuery claims) {
    return claims.list().stream().map(Claim::id).toList();
  }

  private static Claim joint(String id, String proposition, Force force, Evidence... evidence) {
    return claim(id, "x-mofa", proposition, FOR, force, "2016-05-01")
        .addSpeakers("y-mfa")
        .addPrincipals("y-mfa")
        .occasion("talks")
        .addEvidence(evidence)
        .build();
  }

  private static Occasion talks() {
    return Occasion.builder()
        .id("talks")
        .label("Talks of X and Y")
        .when(When.parse("2016-05-01"))
        .addParticipants("x-mofa", "y-mfa")
        .build();
  }

  private static Scene ofTalks(Claim... claims) {
    return Scene.of("p", "q", "r", "s").with(talks()).with(claims);
  }

  @Nested
  class Changing {
    @Test
    void a_president_who_follows_his_ministry_reverses_himself() {
      Scene.of("p")
          .says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01")
          .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
          .says("x-president", "c3", "p", AGAINST, DENY, "2016-09-01")
          .changes("x", "p", "2016-04-01", "2016-10-01")
          .are("REVERSED");
    }

    @Test
    void a_ministry_that_reverses_a_former_president_does_so_under_another_administration() {
      Scene.of("p")
          .says("x-president", "c1", "p", FOR, PROMISE, "2014-06-01")
          .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2015-02-01")
          .changes("x", "p", "2014-12-31", "2015-03-01")
          .are("REVERSED, administration changed");
    }

    @Test
    void a_second_ministry_that_withholds_with_the_bare_state_withdraws_it() {
      Scene.of("p")
          .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
          .says("x", "c2", "p", UNCOMMITTED, WITHHOLD, "2016-05-01")
          .says("x-mnd", "c3", "p", UNCOMMITTED, WITHHOLD, "2016-06-01")
          .changes("x", "p", "2016-04-01", "2016-06-15")
          .are("WITHDRAWN");
    }

    private final Scene everyLabel =
        Scene.of("p")
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
    void every_label_of_a_position_that_is_never_contested_comes_once_in_a_row() {
      everyLabel
          .changes(
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
          .are(
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
      everyLabel.changes("x", "p", "2015-01-01", "2015-06-01").are("SILENT");
    }

    @Test
    void a_party_comes_to_contradict_itself_goes_on_and_settles() {
      Scene scene =
          Scene.of("p")
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
              .says("x", "c2", "p", AGAINST, ASSERT, "2016-02-10")
              .says("x", "c3", "p", AGAINST, ASSERT, "2016-03-10")
              .says("x-president", "c4", "p", AGAINST, ASSERT, "2016-04-10");
      scene
          .changes("x", "p", "2016-01-31", "2016-02-28", "2016-03-31", "2016-04-30")
          .are("BECAME_CONTESTED", "STILL_CONTESTED", "SETTLED");
      scene.changes("x", "p", "2015-12-31", "2016-02-28").are("BECAME_CONTESTED");
    }

    @Test
    void headlines_of_other_grades_are_evidence_unlike() {
      Scene.of("p")
          .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
          .with(
              claim("c2", "x-mofa", "p", FOR, ASSERT, "2016-02-10")
                  .addEvidence(evidence("S1", Mode.DIRECT))
                  .build())
          .changes("x", "p", "2016-01-31", "2016-02-28")
          .are("REAFFIRMED, evidence unlike");
    }

    @Test
    void a_claim_repeated_past_the_last_evidence_reaffirms_it() {
      Scene.of("p")
          .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01/2016-06")
          .changes("x", "p", "2016-02-01", "2016-03-01", "2016-07-01", "2016-08-01")
          .are("REAFFIRMED", "REAFFIRMED", "UNCHANGED");
    }

    @Test
    void a_table_of_changes_has_no_silent_row_and_is_cut_by_party_issue_and_label() {
      Tracker tracker =
          Scene.of("p", "s")
              .with(atom("z").issue("j").build())
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

  @Nested
  class HistoryAndDrift {
    private List<String> steps(History history) {
      return history.changes().stream()
          .map(change -> change.label() + " " + change.after().viewpoint().asOf())
          .toList();
    }

    @Test
    void hardened_and_then_reframed_is_a_drift() {
      History history =
          Scene.of("p")
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
    void a_series_that_reverses_is_none() {
      History history =
          Scene.of("p")
              .says("x-mofa", "c1", "p", FOR, HOPE, "2016-01-10", "f")
              .says("x-mofa", "c2", "p", AGAINST, WARN, "2016-02-10", "g")
              .tracker()
              .history("x", "p");
      assertThat(steps(history)).containsExactly("FIRST_STATED 2016-01-10", "REVERSED 2016-02-10");
      assertThat(history.hasDrifted()).isFalse();
    }

    @Test
    void a_series_that_comes_back_to_where_it_began_has_not_drifted() {
      History history =
          Scene.of("p")
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
    void while_a_period_runs_it_is_newer_from_the_day_after_each_other_claim() {
      Scene scene =
          Scene.of("p")
              .says("x-mofa", "period", "p", FOR, URGE, "2016-06-01/2016-06-20")
              .says("x-president", "day", "p", FOR, HOPE, "2016-06-10");
      asked(scene.tracker().asOf("2016-06-10").position("x", "p"))
          .is("FOR HOPE by day, REPORTED, CURRENT, last evidenced 2016-06-10");
      asked(scene.tracker().asOf("2016-06-11").position("x", "p"))
          .is("FOR URGE by period, REPORTED, CURRENT, last evidenced 2016-06-11");
      assertThat(steps(scene.tracker().history("x", "p")))
          .containsExactly(
              "FIRST_STATED 2016-06-01",
              "SOFTENED 2016-06-10",
              "HARDENED 2016-06-11",
              "REAFFIRMED 2016-06-20");
    }

    @Test
    void a_contest_is_told_again_only_when_other_claims_stand_against_one_another() {
      Scene scene =
          Scene.of("p")
              .says("x-mofa", "period", "p", FOR, URGE, "2016-06-01/2016-06-20")
              .says("x-mnd", "against", "p", AGAINST, DENY, "2016-06-10")
              .says("x-mnd", "open", "p", UNCOMMITTED, REFUSE, "2016-06-15");
      assertThat(steps(scene.tracker().history("x", "p")))
          .containsExactly(
              "FIRST_STATED 2016-06-01",
              "BECAME_CONTESTED 2016-06-10",
              "STILL_CONTESTED 2016-06-15");
    }

    @Test
    void while_a_period_runs_a_change_of_administration_may_turn_what_is_cited() {
      Scene scene =
          Scene.of("p")
              .says("x-mofa", "period", "p", FOR, HOPE, "2014-02-01/2015-06-01")
              .says("x-mofa", "short", "p", FOR, URGE, "2014-12-20");
      assertThat(steps(scene.tracker().history("x", "p")))
          .containsExactly(
              "FIRST_STATED 2014-02-01",
              "HARDENED 2014-12-20",
              "SOFTENED 2015-01-01",
              "REAFFIRMED 2015-06-01");
    }

    @Test
    void ends_of_different_stances_are_no_drift() {
      History history =
          Scene.of("p")
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
    void it_ends_on_the_trackers_date_and_may_be_empty() {
      Tracker tracker =
          Scene.of("p")
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

  @Nested
  class Differing {
    private List<String> rows(Differences differences) {
      return differences.rows().stream()
          .map(d -> d.party() + " " + d.proposition() + " " + d.label() + " " + d.altered())
          .toList();
    }

    private final Scene scene = Scene.of("p", "q").with(source("S2", "wire", "2018-01-01").build());

    private Claim of(String source, String id, Stance stance, Force force, String asserted) {
      return claim(id, "x-mofa", "p", stance, force, asserted)
          .addEvidence(evidence(source, Mode.INDIRECT))
          .build();
    }

    private List<String> without(Scene scene, String source) {
      Tracker tracker = scene.tracker();
      return rows(tracker.differencesTo(tracker.without(source)));
    }

    @Test
    void a_position_is_lost_without_its_source_and_gained_with_it() {
      Tracker all = scene.with(of("S2", "c1", FOR, ASSERT, "2016-01-10")).tracker();
      assertThat(rows(all.differencesTo(all.without("S2")))).containsExactly("x p LOST []");
      assertThat(rows(all.without("S2").differencesTo(all))).containsExactly("x p GAINED []");
      assertThat(rows(all.differencesTo(all.without("S1")))).isEmpty();
      assertThat(rows(all.knownAt("2017").differencesTo(all))).containsExactly("x p GAINED []");
    }

    @Test
    void an_altered_stance_may_leave_the_force_as_it_was() {
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                      of("S2", "c2", AGAINST, ASSERT, "2016-02-10")),
                  "S2"))
          .containsExactly("x p ALTERED [STANCE, HEADLINE]");
    }

    @Test
    void an_altered_force_comes_with_another_headline() {
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, HOPE, "2016-01-10"),
                      of("S2", "c2", FOR, URGE, "2016-02-10")),
                  "S2"))
          .containsExactly("x p ALTERED [FORCE, HEADLINE]");
    }

    @Test
    void altered_frames_come_with_another_headline() {
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, URGE, "2016-01-10"),
                      claim("c2", "x-mofa", "p", FOR, URGE, "2016-02-10")
                          .addFrames("f")
                          .addEvidence(evidence("S2", Mode.INDIRECT))
                          .build()),
                  "S2"))
          .containsExactly("x p ALTERED [FRAMES, HEADLINE]");
    }

    @Test
    void an_altered_grade_may_leave_the_headline_as_it_was() {
      assertThat(
              without(
                  scene.with(
                      claim("c1", "x-mofa", "p", FOR, URGE, "2016-02-10")
                          .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S2", Mode.DIRECT))
                          .build()),
                  "S2"))
          .containsExactly("x p ALTERED [GRADE]");
    }

    @Test
    void an_altered_standing_is_told() {
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, ASSERT, "2014-01-10"),
                      of("S2", "c2", FOR, ASSERT, "2016-02-10")),
                  "S2"))
          .containsExactly("x p ALTERED [STANDING, HEADLINE]");
    }

    @Test
    void an_altered_contest_is_told_both_ways() {
      Scene contested =
          scene.with(
              of("S1", "c1", FOR, ASSERT, "2016-01-10"),
              of("S2", "c2", AGAINST, ASSERT, "2016-01-10"));
      assertThat(without(contested, "S2")).containsExactly("x p ALTERED [CONTEST]");
      Tracker tracker = contested.tracker();
      assertThat(rows(tracker.without("S2").differencesTo(tracker)))
          .containsExactly("x p ALTERED [CONTEST]");
    }

    @Test
    void another_side_of_a_contest_is_told_and_so_is_another_grade_of_a_side() {
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                      of("S1", "c2", AGAINST, ASSERT, "2016-01-10"),
                      of("S2", "c3", UNCOMMITTED, REFUSE, "2016-01-10")),
                  "S2"))
          .containsExactly("x p ALTERED [CONTEST]");
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                      claim("c2", "x-mofa", "p", AGAINST, ASSERT, "2016-01-10")
                          .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S2", Mode.DIRECT))
                          .build()),
                  "S2"))
          .containsExactly("x p ALTERED [GRADE]");
    }

    @Test
    void another_headline_alone_is_a_difference() {
      assertThat(
              without(
                  scene.with(
                      of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                      of("S2", "c2", FOR, ASSERT, "2016-02-10")),
                  "S2"))
          .containsExactly("x p ALTERED [HEADLINE]");
    }

    @Test
    void they_are_cut_by_party_proposition_issue_and_label() {
      Tracker all =
          scene
              .with(of("S2", "c1", FOR, ASSERT, "2016-01-10"))
              .says("y-mfa", "c2", "q", FOR, ASSERT, "2016-01-10")
              .tracker();
      Differences lost = all.differencesTo(all.without("S1", "S2"));
      assertThat(rows(lost)).containsExactly("x p LOST []", "y q LOST []");
      assertThat(rows(lost.party("y"))).containsExactly("y q LOST []");
      assertThat(rows(lost.on("p"))).containsExactly("x p LOST []");
      assertThat(rows(lost.onIssue("i"))).hasSize(2);
      assertThat(rows(lost.label(Difference.Label.GAINED))).isEmpty();
    }
  }

  @Nested
  class Relating {
    private final Scene scene =
        Scene.of("r", "s", "t")
            .with(atom("p").addExcludes("q").build(), atom("q").addExcludes("p").build())
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("y-mfa", "c2", "q", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "c3", "q", AGAINST, DENY, "2016-03-10")
            .says("x-mofa", "c4", "r", UNCOMMITTED, WITHHOLD, "2016-01-10")
            .says("y-mfa", "c5", "r", FOR, URGE, "2016-01-10")
            .says("x-mofa", "c6", "s", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "c7", "s", AGAINST, ASSERT, "2016-01-10")
            .says("y-mfa", "c8", "s", FOR, ASSERT, "2016-01-10");

    private Relation.Label label(String proposition, String asOf) {
      return scene.tracker().asOf(asOf).relation("x", "y", proposition).label();
    }

    @Test
    void rivals_contradict_until_one_party_has_spoken_of_both() {
      assertThat(label("p", "2016-02-01")).isEqualTo(Relation.Label.CONTRADICTION);
      assertThat(label("q", "2016-02-01")).isEqualTo(Relation.Label.CONTRADICTION);
      assertThat(label("p", "2016-04-01")).isEqualTo(Relation.Label.ONE_SIDED);
      assertThat(label("q", "2016-04-01")).isEqualTo(Relation.Label.CONTRADICTION);
    }

    @Test
    void the_rival_is_named_from_either_side_and_in_either_order() {
      Tracker then = scene.tracker().asOf("2016-02-01");
      assertThat(then.relation("x", "y", "p").rival()).hasValue("q");
      assertThat(then.relation("x", "y", "q").rival()).hasValue("p");
      assertThat(then.relation("y", "x", "p").rival()).hasValue("q");
      assertThat(then.relation("y", "x", "q").rival()).hasValue("p");
      assertThat(scene.tracker().asOf("2016-04-01").relation("x", "y", "q").rival()).isEmpty();
    }

    @Test
    void a_rival_that_is_not_held_contradicts_nothing() {
      Tracker tracker =
          Scene.of()
              .with(atom("p").addExcludes("q").build(), atom("q").build())
              .says("x", "c1", "p", FOR, ASSERT, "2016-01-10")
              .says("y", "c2", "q", AGAINST, ASSERT, "2016-01-10")
              .tracker();
      assertThat(tracker.relation("x", "y", "p").label()).isEqualTo(Relation.Label.ONE_SIDED);
      assertThat(tracker.relation("x", "y", "q").label()).isEqualTo(Relation.Label.ONE_SIDED);
    }

    @Test
    void a_rival_that_is_held_implies_no_stance() {
      asked(scene.tracker().asOf("2016-02-01").position("x", "q")).is("UNKNOWN, ONLY_LATER");
      asked(scene.tracker().position("y", "p")).is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void the_other_labels_follow_the_table() {
      assertThat(label("r", "2016-02-01")).isEqualTo(Relation.Label.DIVERGENCE);
      assertThat(label("s", "2016-02-01")).isEqualTo(Relation.Label.CONTESTED);
      assertThat(label("t", "2016-02-01")).isEqualTo(Relation.Label.SILENT);
      assertThat(label("p", "2016-01-01")).isEqualTo(Relation.Label.SILENT);
      Tracker agreed =
          Scene.of("p")
              .says("x", "c1", "p", AGAINST, DENY, "2016-01-10")
              .says("y", "c2", "p", AGAINST, REFUSE, "2017-01-10")
              .tracker();
      assertThat(agreed.relation("x", "y", "p").label()).isEqualTo(Relation.Label.AGREEMENT);
    }

    @Test
    void a_demand_and_its_refusal_are_an_exchange_among_carriers_and_hints_alike() {
      Scene exchange =
          Scene.of("p")
              .says("y-mfa", "c1", "p", FOR, URGE, "2016-01-10")
              .with(
                  claim("c2", "x-mofa", "p", UNCOMMITTED, REFUSE, "2016-01-11")
                      .addRespondsTo("c1")
                      .addEvidence(evidence("S1", Mode.INDIRECT))
                      .build(),
                  claim("c3", "y-mfa", "p", UNCOMMITTED, NOTE, "2016-01-12")
                      .addRespondsTo("c2")
                      .addEvidence(evidence("S1", Mode.INDIRECT))
                      .build());
      Relation relation = exchange.tracker().relation("x", "y", "p");
      assertThat(relation.label()).isEqualTo(Relation.Label.DIVERGENCE);
      assertThat(relation.exchanges())
          .extracting(Relation.Exchange::toString)
          .containsExactly("c2 REFUSE answers c1 URGE", "c3 NOTE answers c2 REFUSE");
      assertThat(exchange.tracker().asOf("2016-01-10").relation("x", "y", "p").exchanges())
          .isEmpty();
    }

    @Test
    void three_parties_are_compared_pair_by_pair() {
      Comparison comparison =
          Scene.of("p", "q")
              .says("x-mofa", "c1", "q", FOR, ASSERT, "2016-01-10")
              .says("y-mfa", "c2", "q", AGAINST, ASSERT, "2016-01-10")
              .says("y-daily", "c3", "q", AGAINST, ASSERT, "2016-01-10")
              .says("y-daily", "c4", "p", FOR, ASSERT, "2016-01-10")
              .tracker()
              .compare("x", "y", "y-daily");
      assertThat(comparison.rows())
          .extracting(
              r ->
                  r.proposition()
                      + " "
                      + r.first().party()
                      + " "
                      + r.second().party()
                      + " "
                      + r.label())
          .containsExactly(
              "p x y-daily ONE_SIDED",
              "p y y-daily ONE_SIDED",
              "q x y CONTRADICTION",
              "q x y-daily CONTRADICTION",
              "q y y-daily AGREEMENT");
      assertThat(comparison.propositions()).containsExactly("p", "q");
      assertThat(comparison.label(Relation.Label.AGREEMENT).rows()).hasSize(1);
    }

    @Test
    void organs_of_one_state_are_compared_each_by_its_own_word() {
      Tracker tracker =
          Scene.of("p", "q")
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
              .says("x-mnd", "c2", "p", AGAINST, ASSERT, "2016-02-10")
              .says("x-mnd", "c3", "q", FOR, ASSERT, "2016-02-10")
              .tracker();
      assertThat(tracker.compare("x-mofa", "x-mnd").rows())
          .extracting(r -> r.proposition() + " " + r.label())
          .containsExactly("p CONTRADICTION", "q ONE_SIDED");
    }

    @Test
    void a_composite_is_opened_into_its_parts() {
      Comparison comparison =
          Scene.of("a", "b", "c")
              .with(
                  atom("pack").putParts("a", AGAINST).putParts("b", FOR).build(),
                  atom("big").putParts("pack", FOR).putParts("c", FOR).build())
              .says("x", "c1", "big", FOR, ASSERT, "2016-01-10")
              .says("y", "c2", "a", FOR, ASSERT, "2016-01-10")
              .tracker()
              .compare("x", "y");
      assertThat(comparison.propositions()).containsExactly("a", "b", "big", "c", "pack");
      assertThat(comparison.expandParts("pack").propositions()).containsExactly("a", "b", "pack");
      assertThat(comparison.expandParts("big").propositions()).hasSize(5);
      assertThat(comparison.label(Relation.Label.CONTRADICTION).propositions())
          .containsExactly("a", "big", "pack");
    }
  }

  @Nested
  class Surveying {
    private final Scene scene =
        Scene.of("p", "q", "r", "s")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2014-01-10")
            .says("x-mofa", "c2", "q", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "c3", "r", UNCOMMITTED, NOTE, "2016-01-10")
            .says("x-mofa", "c4", "s", FOR, ASSERT, "2016-06-10")
            .says("x-mnd", "c5", "s", AGAINST, ASSERT, "2016-06-10")
            .says("y", "c6", "s", FOR, ASSERT, "2016-06-10")
            .says("y-daily", "c7", "s", AGAINST, ASSERT, "2016-06-10");

    private List<String> rows(Positions positions) {
      return positions.rows().stream().map(p -> p.party() + " " + p.proposition()).toList();
    }

    @Test
    void positions_are_cut_by_what_they_rest_on() {
      var positions = scene.tracker().asOf("2016-12-31").positionsOf("x");
      assertThat(rows(positions)).containsExactly("x p", "x q", "x r", "x s");
      assertThat(rows(positions.known())).containsExactly("x p", "x q");
      assertThat(rows(positions.contested())).containsExactly("x s");
      assertThat(rows(positions.inherited())).containsExactly("x p");
      assertThat(rows(positions.unknownButHinted())).containsExactly("x r");
      assertThat(positions.position("x", "s")).isPresent();
      assertThat(positions.position("y", "s")).isEmpty();
    }

    @Test
    void rows_are_in_order_of_party_issue_and_proposition() {
      Tracker tracker =
          Scene.of("q", "p")
              .with(atom("z").issue("a").build())
              .says("y", "c1", "p", FOR, ASSERT, "2016-01-10")
              .says("x", "c2", "q", FOR, ASSERT, "2016-01-10")
              .says("x", "c3", "p", FOR, ASSERT, "2016-01-10")
              .says("x", "c4", "z", FOR, ASSERT, "2016-01-10")
              .tracker();
      assertThat(rows(tracker.positionsOf("x"))).containsExactly("x z", "x p", "x q");
      assertThat(rows(tracker.positionsOn("p"))).containsExactly("x p", "y p");
      assertThat(tracker.asOf("2015").changesTo(tracker.asOf("2016")).rows())
          .extracting(change -> change.party() + " " + change.proposition())
          .containsExactly("x z", "x p", "x q", "y p");
    }

    @Test
    void positions_are_narrowed_to_issues_propositions_and_parties() {
      Positions holders = scene.tracker().positionsOn("s");
      assertThat(rows(holders.party("y", "y-daily"))).containsExactly("y s", "y-daily s");
      assertThat(rows(holders.on("p"))).isEmpty();
      assertThat(rows(holders.onIssue("i"))).hasSize(3);
      assertThat(holders.party("y", "y-daily").contested().filters())
          .containsExactly("party y or y-daily", "contested");
    }

    @Test
    void what_was_last_evidenced_on_the_horizon_itself_is_not_stale() {
      var positions = scene.tracker().asOf("2016-12-31").positionsOf("x");
      assertThat(rows(positions.staleSince(LocalDate.of(2016, 1, 10)))).containsExactly("x p");
      assertThat(rows(positions.staleSince(LocalDate.of(2016, 1, 11))))
          .containsExactly("x p", "x q");
      assertThat(rows(positions.staleSince(LocalDate.of(2016, 12, 31))))
          .containsExactly("x p", "x q", "x s");
    }

    @Test
    void holders_are_states_persons_and_media_and_no_organs() {
      assertThat(rows(scene.tracker().positionsOn("s"))).containsExactly("x s", "y s", "y-daily s");
      assertThat(rows(scene.tracker().positionsOn("s").contested())).containsExactly("x s");
      assertThat(rows(scene.tracker().without("S1").positionsOn("s"))).isEmpty();
    }
  }

  @Nested
  class Explaining {
    private final Scene scene =
        Scene.of("p", "q")
            .says("x-mofa", "elsewhere", "q", AGAINST, ASSERT, "2016-01-10")
            .with(source("S9", "wire", "2020-06-01").build())
            .with(source("SX", "wire", "2016-03-01").build())
            .says("x-mofa", "superseded", "p", AGAINST, ASSERT, "2016-01-10")
            .says("x-mofa", "supports", "p", FOR, ASSERT, "2016-02-10")
            .says("x-president", "headline", "p", FOR, ASSERT, "2016-03-10")
            .says("x-mofa", "stands", "p", FOR, ASSERT, "2016-03-10")
            .says("x-mofa", "possibly", "p", FOR, ASSERT, "[..2016-12-31]")
            .says("x-mofa", "later", "p", FOR, ASSERT, "2017-01-10")
            .says("x-mofa", "no-side", "p", UNCOMMITTED, NOTE, "2016-02-01")
            .says("bo-cheng", "no-capacity", "p", AGAINST, ASSERT, "2016-02-01")
            .says("y-daily", "report", "p", AGAINST, ASSERT, "2016-02-01")
            .with(
                claim("below-floor", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                    .addEvidence(evidence("S1", Mode.NARRATED))
                    .build(),
                claim("not-yet-known", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                    .addEvidence(evidence("S9", Mode.INDIRECT))
                    .build(),
                claim("set-aside", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                    .addEvidence(evidence("SX", Mode.INDIRECT))
                    .build());

    private Explanation explain() {
      return scene
          .tracker()
          .knownAt("2020-01-01")
          .without("SX")
          .asOf("2016-06-30")
          .explain("x", "p");
    }

    @Test
    void every_ruling_is_given_once() {
      assertThat(explain().considered())
          .extracting(c -> c.ruling() + " " + c.cited().claim().id())
          .containsExactlyInAnyOrder(
              "HEADLINE headline",
              "UNSUPERSEDED stands",
              "SUPPORTS supports",
              "SUPERSEDED superseded",
              "POSSIBLY possibly",
              "LATER later",
              "BELOW_MIN_GRADE below-floor",
              "NO_SIDE no-side",
              "NO_CAPACITY no-capacity",
              "REPORT report",
              "NOT_YET_KNOWN not-yet-known",
              "SET_ASIDE set-aside");
      assertThat(explain().considered().stream().map(Explanation.Considered::ruling).distinct())
          .containsExactlyInAnyOrder(Explanation.Ruling.values());
    }

    @Test
    void what_supersedes_is_named_and_of_several_the_one_that_starts_last() {
      assertThat(explain().claim("superseded").orElseThrow().supersededBy()).hasValue("headline");
      assertThat(explain().claim("headline").orElseThrow().supersededBy()).isEmpty();
      assertThat(explain().claim("elsewhere")).isEmpty();
      refused(
          () -> explain().claim("headlin"),
          "claim 'headlin' is not in the dossier (did you mean 'headline'?)");
    }

    @Test
    void what_supersedes_has_no_lower_authority_unless_the_administration_is_another() {
      Explanation explanation =
          Scene.of("p")
              .says("x-office", "of-another", "p", FOR, ASSERT, "2014-05-01")
              .says("x-office", "first", "p", FOR, ASSERT, "2016-01-10")
              .says("x-office", "second", "p", AGAINST, ASSERT, "2016-03-10")
              .says("x-mofa", "last", "p", UNCOMMITTED, REFUSE, "2016-06-10")
              .says("x-mofa", "as-late", "p", UNCOMMITTED, REFUSE, "2016-06-10")
              .tracker()
              .explain("x", "p");
      assertThat(explanation.claim("first").orElseThrow().supersededBy()).hasValue("second");
      assertThat(explanation.claim("of-another").orElseThrow().supersededBy()).hasValue("as-late");
      assertThat(explanation.considered())
          .extracting(c -> c.ruling() + " " + c.cited().claim().id())
          .containsExactly(
              "UNSUPERSEDED as-late",
              "UNSUPERSEDED last",
              "UNSUPERSEDED second",
              "SUPERSEDED first",
              "SUPERSEDED of-another");
    }

    @Test
    void it_explains_the_position_that_would_be_given() {
      asked(explain().position())
          .is("FOR ASSERT by headline, REPORTED, CURRENT, last evidenced 2016-03-10")
          .supportedBy("headline", "stands", "supports")
          .possibly("possibly")
          .reports("report")
          .hints("below-floor", "no-side", "no-capacity");
      assertThat(ids(explain().position().support()).get(0)).isEqualTo("headline");
    }
  }

  @Nested
  class Ordering {
    @Test
    void two_claims_are_ordered_only_where_their_dates_tell() {
      Tracker tracker =
          Scene.of("p")
              .says("x", "c1", "p", FOR, ASSERT, "2016-01-10")
              .says("x", "c2", "p", FOR, ASSERT, "2016-02")
              .says("x", "c3", "p", FOR, ASSERT, "[2016-01-20..2016-02-10]")
              .says("x", "c4", "p", FOR, ASSERT, "[..2016-12-31]")
              .tracker();
      assertThat(tracker.order("c1", "c2")).isEqualTo(TemporalOrder.BEFORE);
      assertThat(tracker.order("c2", "c1")).isEqualTo(TemporalOrder.AFTER);
      assertThat(tracker.order("c2", "c3")).isEqualTo(TemporalOrder.UNKNOWN);
      assertThat(tracker.order("c4", "c1")).isEqualTo(TemporalOrder.UNKNOWN);
      refused(
          () -> tracker.order("c1", "c1"), "'c1' cannot be ordered with itself; give two claims");
    }
  }

  @Nested
  class Administrations {
    private final Scene scene =
        Scene.of("p", "q")
            .with(
                actor("z", ActorKind.STATE)
                    .addTerms(
                        TermOfOffice.of(
                            "ann-aldo", LocalDate.of(2010, 1, 1), LocalDate.of(2012, 1, 1)),
                        TermOfOffice.builder()
                            .head("bo-cheng")
                            .acting(true)
                            .from(LocalDate.of(2013, 1, 1))
                            .to(LocalDate.of(2014, 1, 1))
                            .build(),
                        TermOfOffice.builder()
                            .head("yi-zhou")
                            .from(LocalDate.of(2014, 1, 1))
                            .build())
                    .build())
            .says("z", "c1", "p", FOR, ASSERT, "2011-05-05")
            .says("z", "c2", "p", AGAINST, ASSERT, "2012-05-05")
            .says("z", "c3", "q", FOR, ASSERT, "2014-05-05");

    @Test
    void each_stands_as_of_its_last_day_an_acting_head_is_marked_and_a_gap_has_no_column() {
      Matrix matrix = scene.tracker().asOf("2015-06-30").administrations("z").on("p", "q");
      assertThat(matrix.columns())
          .containsExactly(
              "ann-aldo\n2011-12-31", "bo-cheng (acting)\n2013-12-31", "yi-zhou\n2015-06-30");
      assertThat(matrix.positions())
          .extracting(Position::cellText)
          .containsExactly(
              "FOR/ASSERT", "AGAINST/ASSERT ◊", "AGAINST/ASSERT ◊", "·", "·", "FOR/ASSERT");
    }

    @Test
    void those_that_had_not_begun_have_no_column() {
      assertThat(scene.tracker().asOf("2013-02-01").administrations("z").onAll().columns())
          .containsExactly("ann-aldo\n2011-12-31", "bo-cheng (acting)\n2013-02-01");
      refused(
          () -> scene.tracker().asOf("2009").administrations("z").onIssue("i"),
          "as of 2009-12-31 no administration of 'z' on record had begun");
    }
  }

  @Nested
  class ReadingOut {
    private final Tracker tracker =
        ofTalks(
                joint(
                    "mutual",
                    "p",
                    AGREE,
                    evidence("S1", Mode.INDIRECT, "x-president"),
                    evidence("S1", Mode.INDIRECT, "y-president")),
                joint("of-y", "q", AGREE, evidence("SY", Mode.INDIRECT)),
                joint("untold", "r", AGREE, evidence("S1", Mode.INDIRECT)),
                joint("issued", "s", AGREE, evidence("S1", Mode.RECORDED)),
                claim("own", "x-mofa", "s", FOR, URGE, "2016-05-01")
                    .occasion("talks")
                    .addEvidence(evidence("S1", Mode.INDIRECT))
                    .build(),
                claim("answer", "y-mfa", "s", UNCOMMITTED, REFUSE, "2016-05-02")
                    .addRespondsTo("own")
                    .addEvidence(evidence("S1", Mode.INDIRECT))
                    .build())
            .tracker();

    private List<String> points(Tracker at) {
      return at.readouts("talks").points().stream()
          .map(
              p -> p.claim().id() + " " + p.verdict() + " " + p.reportedBy() + " " + p.answeredBy())
          .toList();
    }

    @Test
    void a_point_is_mutual_one_sided_or_untold() {
      assertThat(tracker.readouts("talks").states()).containsExactly("x", "y");
      assertThat(points(tracker))
          .containsExactly(
              "issued MUTUAL [x, y] []",
              "mutual MUTUAL [x, y] []",
              "of-y ONE_SIDED [y] []",
              "own ONE_SIDED [x] [answer]",
              "untold UNTOLD [] []");
      assertThat(tracker.readouts("talks").point("answer")).isEmpty();
    }

    @Test
    void without_what_one_side_relayed_a_mutual_point_is_one_sided() {
      Readouts.Point point =
          tracker.withoutRelay("y-president").readouts("talks").point("mutual").orElseThrow();
      assertThat(point.verdict()).isEqualTo(Readouts.Verdict.ONE_SIDED);
      assertThat(point.reportedBy()).containsExactly("x");
      assertThat(points(tracker.withoutRelay("y-daily"))).noneMatch(p -> p.startsWith("of-y"));
    }
  }

  @Nested
  class Seeking {
    private final Scene scene =
        ofTalks(
                joint(
                    "j1",
                    "p",
                    AGREE,
                    evidence("S1", Mode.INDIRECT, "x-president"),
                    evidence("S1", Mode.INDIRECT, "y-president")),
                joint("j2", "q", AGREE, evidence("SY", Mode.DIRECT)))
            .with(
                atom("about-p").issue("status").about("p").build(),
                atom("pack").putParts("r", FOR).putParts("s", AGAINST).build())
            .says("x-mofa", "c1", "about-p", FOR, ASSERT, "2014-03-01", "honour")
            .says("x-official", "c2", "s", AGAINST, DENY, "[..2016-03-31]")
            .with(
                claim("c3", "yi-zhou", "pack", UNCOMMITTED, REFUSE, "2017-02-02")
                    .addRespondsTo("c1")
                    .addEvidence(evidence("SU", Mode.PARTIAL))
                    .build());

    private final Tracker tracker = scene.tracker();
    private final ClaimQuery claims = tracker.claims();

    @Test
    void by_who_spoke_for_whom() {
      assertThat(found(claims)).containsExactly("c1", "c2", "j1", "j2", "c3");
      assertThat(found(claims.speaker("y-mfa"))).containsExactly("j1", "j2");
      assertThat(found(claims.principal("x-mofa"))).containsExactly("c1", "j1", "j2");
      assertThat(found(claims.principal("x"))).isEmpty();
      assertThat(found(claims.party("x"))).containsExactly("c1", "j1", "j2");
      assertThat(found(claims.party("y"))).containsExactly("j1", "j2");
      Scene itself = Scene.of("p").says("x", "c", "p", FOR, ASSERT, "2016");
      assertThat(found(itself.tracker().claims().party("x"))).containsExactly("c");
      assertThat(found(claims.unnamed())).containsExactly("c2");
      assertThat(found(claims.named())).containsExactly("c1", "j1", "j2", "c3");
    }

    @Test
    void by_who_relayed_it_counting_the_outlet() {
      assertThat(found(claims.relay("x-president"))).containsExactly("j1");
      assertThat(found(claims.relay("y-daily"))).containsExactly("j2");
      assertThat(found(claims.relay("wire"))).containsExactly("c1", "c2", "j1", "c3");
    }

    @Test
    void by_the_administration_under_which_they_were_certainly_made() {
      assertThat(found(claims.administration("ann-aldo"))).containsExactly("c1");
      assertThat(found(claims.administration("bo-cheng"))).containsExactly("j1", "j2");
      assertThat(found(claims.administration("yi-zhou"))).containsExactly("j1", "j2");
    }

    @Test
    void a_claim_that_may_be_of_either_administration_is_of_neither() {
      ClaimQuery either =
          Scene.of("p")
              .says("x", "c", "p", FOR, ASSERT, "[2014-12-01..2015-02-01]")
              .tracker()
              .claims();
      assertThat(either.administration("ann-aldo").count()).isZero();
      assertThat(either.administration("bo-cheng").count()).isZero();
    }

    @Test
    void an_undated_claim_is_of_the_administration_of_its_latest_day() {
      ClaimQuery undated =
          Scene.of("p").says("x", "c", "p", FOR, ASSERT, "[..2016-02-01]").tracker().claims();
      assertThat(undated.administration("ann-aldo").count()).isZero();
      assertThat(found(undated.administration("bo-cheng"))).containsExactly("c");
    }

    @Test
    void by_who_tells_what_was_done_jointly() {
      assertThat(found(claims.joint())).containsExactly("j1", "j2");
      assertThat(found(claims.mutual())).containsExactly("j1");
      assertThat(found(claims.oneSided())).containsExactly("j2");
      assertThat(found(claims.crossAttributed())).containsExactly("j2");
    }

    @Test
    void by_how_they_are_known() {
      assertThat(found(claims.source("SY"))).containsExactly("j2");
      assertThat(found(claims.mode(Mode.PARTIAL))).containsExactly("c3");
      assertThat(found(claims.grade(Grade.OWN_WORDS))).containsExactly("j2");
      assertThat(found(claims.grade(Grade.OTHER_SIDE))).containsExactly("j2");
      assertThat(found(claims.grade(Grade.REPORTED))).containsExactly("c1", "c2", "j1", "c3");
    }

    @Test
    void by_what_they_are_on() {
      assertThat(found(claims.on("p"))).containsExactly("j1");
      assertThat(found(claims.onIssue("status"))).containsExactly("c1");
      assertThat(found(claims.touching("s"))).containsExactly("c2", "c3");
      assertThat(found(claims.touching("r"))).containsExactly("c3");
      assertThat(found(claims.characterising("p"))).containsExactly("c1");
      assertThat(found(claims.characterising("q"))).isEmpty();
    }

    @Test
    void by_what_they_do() {
      assertThat(found(claims.stance(AGAINST))).containsExactly("c2");
      assertThat(found(claims.force(DENY))).containsExactly("c2");
      assertThat(found(claims.force(Force.Point.ASSERTIVE))).containsExactly("c1", "c2");
      assertThat(found(claims.force(Force.Point.COMMISSIVE))).containsExactly("j1", "j2", "c3");
      assertThat(found(claims.commitments())).containsExactly("j1", "j2");
      assertThat(found(claims.frame("honour"))).containsExactly("c1");
      assertThat(found(claims.respondingTo("c1"))).containsExactly("c3");
      assertThat(found(claims.occasion("talks"))).containsExactly("j1", "j2");
    }

    @Test
    void by_when_they_were_possibly_made() {
      assertThat(found(claims.undated())).containsExactly("c2");
      assertThat(found(claims.between("2015", "2015"))).containsExactly("c2");
      assertThat(found(claims.between("2016-03-31", "2016-05-01")))
          .containsExactly("c2", "j1", "j2");
      assertThat(found(claims.between("2016-04-01", "2016-04-30"))).isEmpty();
      assertThat(found(claims.between("2017-02-02", "2017-02-02"))).containsExactly("c3");
    }

    @Test
    void steps_add_up_and_say_what_was_asked() {
      ClaimQuery asked = claims.party("x").force(AGREE).between("2016", "2016").source("S1");
      assertThat(found(asked)).containsExactly("j1");
      assertThat(asked.toString())
          .startsWith(
              "Claims as of 2019-12-31, party x, force AGREE, between 2016 and 2016, source S1: 1");
    }

    @Test
    void the_first_attested_is_the_first_published() {
      Scene attested =
          Scene.of("p")
              .with(source("S8", "wire", "2018-01-01").build())
              .says("x", "c1", "p", FOR, ASSERT, "2015-01-01")
              .with(
                  claim("c2", "x", "p", FOR, ASSERT, "2017-01-01")
                      .addEvidence(evidence("S8", Mode.INDIRECT))
                      .build());
      assertThat(attested.tracker().claims().firstAttested().map(Chronology.Entry::claim))
          .hasValueSatisfying(first -> assertThat(first.id()).isEqualTo("c2"));
      assertThat(attested.tracker().claims().mentioning("never").firstAttested()).isEmpty();
    }

    @Test
    void leaving_out_and_keeping_only_change_what_answers() {
      assertThat(found(tracker.withoutRelay("y-daily").claims()))
          .containsExactly("c1", "c2", "j1", "c3");
      assertThat(found(tracker.withoutRelay("x-president").claims()))
          .containsExactly("c1", "c2", "j1", "j2", "c3");
      assertThat(found(tracker.withoutSpeaker("y-mfa").claims())).containsExactly("c1", "c2", "c3");
      Tracker only = tracker.only(claims.force(AGREE));
      assertThat(found(only.claims())).containsExactly("j1", "j2");
      asked(only.position("x", "about-p")).is("UNKNOWN, NO_CLAIMS");
      assertThat(only.position("x", "p").known()).isPresent();
      assertThat(only.viewpoint())
          .hasToString("as of 2019-12-31, only claims: force AGREE (as of 2019-12-31)");
      assertThat(found(only.only(only.claims().on("q")).claims())).containsExactly("j2");
      assertThat(found(only.only(tracker.claims().on("about-p")).claims())).isEmpty();
    }
  }

  @Nested
  class Mentioning {
    private boolean mentions(String quote, String phrase) {
      return Scene.of("p")
              .with(
                  claim("c", "x", "p", FOR, ASSERT, "2016-01-01")
                      .addEvidence(
                          Evidence.builder().source("S1").mode(Mode.INDIRECT).quote(quote).build())
                      .build())
              .tracker()
              .claims()
              .mentioning(phrase)
              .count()
          == 1;
    }

    @Test
    void a_phrase_is_found_in_any_script() {
      assertThat(mentions("정부는 사드를 배치했다.", "사드를")).isTrue();
      assertThat(mentions("정부는 사드를 배치했다.", "사드")).isTrue();
      assertThat(mentions("中方反对在韩部署萨德。", "萨德")).isTrue();
      assertThat(mentions("他在阿萨德下台后访问。", "阿萨德")).isTrue();
    }

    @Test
    void never_inside_another_word() {
      assertThat(mentions("他在阿萨德下台后访问。", "萨德")).isFalse();
      assertThat(mentions("정부는 사드배치를 논의했다.", "사드")).isFalse();
      assertThat(mentions("The promises were kept.", "promise")).isFalse();
      assertThat(mentions("The compromise was kept.", "promise")).isFalse();
      assertThat(mentions("The promise, they said, was kept.", "promise")).isTrue();
    }

    @Test
    void without_regard_to_accents_case_and_marks() {
      assertThat(mentions("They met in a café.", "cafe")).isTrue();
      assertThat(mentions("They met in a CAFE.", "café")).isTrue();
      assertThat(mentions("They met in a cafe\u0301.", "café")).isTrue();
      assertThat(mentions("Seoul’s “three nos” stand.", "Seoul's \"three nos\"")).isTrue();
    }

    @Test
    void across_any_kind_of_space() {
      assertThat(mentions("the three\u00A0nos", "three nos")).isTrue();
      assertThat(mentions("the three\n  nos", "three\u00A0nos")).isTrue();
      assertThat(mentions("the threenos", "three nos")).isFalse();
    }
  }

  @Nested
  class Refusing {
    private final Scene scene = ofTalks().says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01");
    private final Tracker tracker = scene.tracker();
    private final Tracker then = tracker.asOf("2016");
    private final Tracker now = tracker.asOf("2017");

    @Test
    void ids_that_are_not_in_the_dossier_with_the_nearest() {
      refused(
          () -> tracker.positionsOn("pp"),
          "proposition 'pp' is not in the dossier (did you mean 'p'?)");
      refused(
          () -> tracker.positionsOf("x-moffa"),
          "party 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
      refused(
          () -> tracker.withoutRelay("wires"),
          "relay 'wires' is not in the dossier (did you mean 'wire'?)");
      refused(
          () -> tracker.withoutSpeaker("yi-zhu"),
          "speaker 'yi-zhu' is not in the dossier (did you mean 'yi-zhou'?)");
      refused(
          () -> tracker.readouts("talk"),
          "occasion 'talk' is not in the dossier (did you mean 'talks'?)");
      refused(
          () -> tracker.order("c1", "c11"),
          "claim 'c11' is not in the dossier (did you mean 'c1'?)");
      refused(
          () -> tracker.claims().principal("x-moffa"),
          "principal 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
      refused(
          () -> tracker.claims().administration("bo-chen"),
          "'bo-chen' heads no term of office (did you mean 'bo-cheng'?)");
      refused(
          () -> then.changeTo(now, "p", "x"), "'p' is a proposition and 'x' a party: swap them");
      refused(() -> tracker.history("p", "x"), "'p' is a proposition and 'x' a party: swap them");
    }

    @Test
    void two_trackers_that_are_swapped() {
      refused(
          () -> now.changesTo(then),
          "from 2017-12-31 to 2016-12-31: the first date is the later one; swap the two Trackers");
      refused(
          () -> now.changeTo(then, "x", "p"),
          "from 2017-12-31 to 2016-12-31: the first date is the later one; swap the two Trackers");
    }

    @Test
    void changes_on_another_body_of_evidence() {
      refused(
          () -> now.changesTo(now.without("S1")),
          "one is as of 2017-12-31, the other as of 2017-12-31, without S1: a change is between two"
              + " dates on the same evidence; for two bodies of evidence, use differencesTo(…)");
    }

    @Test
    void comparisons_in_which_both_the_date_and_the_evidence_differ() {
      String both =
          "one is as of 2016-12-31, the other as of 2017-12-31, without S1: both the date and the"
              + " evidence differ. Change one at a time: changesTo(…) for two dates on the same"
              + " evidence, differencesTo(…) for two bodies of evidence at one date";
      refused(() -> then.changesTo(now.without("S1")), both);
      refused(() -> then.differencesTo(now.without("S1")), both);
    }

    @Test
    void changes_between_questions_that_read_alike_and_keep_other_claims() {
      Tracker twice = tracker.only(tracker.claims().mentioning("so").mentioning("so"));
      Tracker once = tracker.only(tracker.claims().mentioning("so”, mentioning “so"));
      assertThat(once.viewpoint()).isEqualTo(twice.viewpoint());
      assertThat(once.claims().count()).isNotEqualTo(twice.claims().count());
      assertThatIllegalArgumentException().isThrownBy(() -> once.changesTo(twice));
    }

    @Test
    void differences_between_two_dates() {
      refused(
          () -> then.differencesTo(now),
          "here is as of 2016-12-31 and there as of 2017-12-31: bodies of evidence are compared at"
              + " one date; for two dates, use changesTo(…)");
    }

    @Test
    void trackers_and_claims_of_another_dossier() {
      Tracker other = Scene.of("p").tracker();
      String trackers =
          "the two Trackers were indexed separately: narrow both from one Tracker.of(…); to see what plus(…)"
              + " added, leave its sources out of the merged Tracker with without(…)";
      refused(() -> tracker.changesTo(other), trackers);
      refused(() -> tracker.changeTo(other, "x", "p"), trackers);
      refused(() -> tracker.differencesTo(other), trackers);
      refused(
          () -> tracker.only(other.claims()),
          "the query is for the claims of another dossier: start it with claims() of this Tracker");
    }

    @Test
    void comparisons_of_one_party_or_of_a_party_with_itself() {
      refused(
          () -> tracker.compare("x"),
          "a comparison needs at least two parties; for the positions of one party, use positionsOf(…)");
      refused(
          tracker::compare,
          "a comparison needs at least two parties; for the positions of one party, use positionsOf(…)");
      String twice = "'x' is compared with itself; for two dates, use changesTo(…)";
      refused(() -> tracker.compare("x", "y", "x"), twice);
      refused(() -> tracker.relation("x", "x", "p"), twice);
    }

    @Test
    void a_horizon_after_the_date() {
      refused(
          () -> then.positionsOf("x").staleSince(LocalDate.of(2017, 1, 1)),
          "the horizon 2017-01-01 is after 2016-12-31, the as-of date: give an" + " earlier day");
      refused(
          () -> tracker.asOf("2016-08-11").positionsOf("x").staleSince("2016-08"),
          "the horizon 2016-08-31 (read from '2016-08') is after 2016-08-11, the as-of"
              + " date: give an earlier day");
    }

    @Test
    void issues_that_are_none_and_propositions_that_are_issues() {
      refused(
          () -> tracker.claims().onIssue("thaad"), "the dossier has no issue 'thaad'; it has i");
      refused(
          () -> tracker.administrations("x").onIssue("thaad"),
          "the dossier has no issue 'thaad'; it has i");
      refused(
          () -> tracker.positionsOn("i"),
          "'i' is an issue, not a proposition; its propositions are p, q, r, s");
    }

    @Test
    void filters_of_an_answer_by_what_the_dossier_does_not_hold() {
      refused(
          () -> then.changesTo(now).party("x-moffa"),
          "party 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
      refused(
          () -> now.differencesTo(now.without("S1")).on("pp"),
          "proposition 'pp' is not in the dossier (did you mean 'p'?)");
      refused(
          () -> tracker.compare("x", "y").onIssue("thaad"),
          "the dossier has no issue 'thaad'; it has i");
      refused(
          () -> tracker.compare("x", "y").expandParts("i"),
          "'i' is an issue, not a proposition; its propositions are p, q, r, s");
      refused(() -> tracker.positionsOf("x").on("x"), "'x' is an actor, not a proposition");
      refused(
          () -> tracker.positionsOf("x").position("x", "pp"),
          "proposition 'pp' is not in the dossier (did you mean 'p'?)");
      refused(
          () -> tracker.readouts("talks").point("c11"),
          "claim 'c11' is not in the dossier (did you mean 'c1'?)");
      refused(
          () -> tracker.claims().framings().framesOf("x-moffa"),
          "principal 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
    }

    @Test
    void rows_of_an_organ_where_there_are_none() {
      String organ =
          "'x-mofa' is an organ, and these rows are of states, persons and media: give 'x', or ask the"
              + " Tracker for the position or change of the organ itself";
      refused(() -> then.changesTo(now).party("x-mofa"), organ);
      refused(() -> now.differencesTo(now.without("S1")).party("x-mofa"), organ);
      refused(() -> tracker.positionsOn("p").party("x-mofa"), organ);
      assertThat(tracker.positionsOf("x-mofa").party("x-mofa").rows()).hasSize(1);
      assertThat(tracker.compare("x-mofa", "x").party("x-mofa").rows()).hasSize(1);
    }

    @Test
    void a_step_that_names_nothing() {
      String none = " needs at least one value; leave the step out to keep all rows";
      refused(() -> tracker.positionsOf("x").party(), "'party'" + none);
      refused(() -> tracker.compare("x", "y").label(), "'label'" + none);
      refused(() -> then.changesTo(now).on(), "'on'" + none);
      refused(() -> then.changesTo(now).onIssue(), "'on issue'" + none);
    }

    @Test
    void administrations_of_what_has_none() {
      refused(
          () -> tracker.administrations("x-mofa"),
          "'x-mofa' is of kind ORGAN; only a STATE has administrations, perhaps 'x'");
      refused(
          () -> tracker.administrations("x").on(), "give at least one proposition, or use onAll()");
      refused(
          () -> scene.with(actor("z", ActorKind.STATE).build()).tracker().administrations("z"),
          "state 'z' has no terms of office in the dossier; ask positions(…), or changesTo(…) for two"
              + " dates");
      refused(
          () -> tracker.administrations("zzzzz"),
          "party 'zzzzz' is not in the dossier; it has x, x-president, x-office, x-mofa, x-mnd, y,"
              + " y-president, y-mfa, wire, y-daily, x-official, bo-cheng, ann-aldo, yi-zhou");
    }

    @Test
    void a_phrase_without_a_letter() {
      refused(() -> tracker.claims().mentioning("“…”"), "'“…”' has no letter or digit to look for");
    }
  }
}

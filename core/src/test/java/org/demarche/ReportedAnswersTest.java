package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Answers that were wrong or incomplete in a report: each test is a report. */
class ReportedAnswersTest {
  private static Claim.Builder said(
      String id, String principal, String proposition, Stance stance, Force force, String day) {
    return claim(id, principal, proposition, stance, force, day)
        .addEvidence(evidence("S1", Mode.INDIRECT));
  }

  private static Known known(Tracker tracker, String party, String proposition) {
    return tracker.position(party, proposition).known().orElseThrow();
  }

  private static TestDossier ofPackage() {
    return TestDossier.of("a", "b", "q")
        .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build());
  }

  // Support

  @Test
  void an_answer_to_a_vaguely_dated_claim_hides_no_older_claim_of_the_support() {
    Known known =
        known(
            TestDossier.of("p")
                .with(
                    said("c1", "x-mofa", "p", FOR, ASSERT, "[2016-01-01..2016-12-31]").build(),
                    said("c2", "x-mofa", "p", AGAINST, ASSERT, "2016-02-01")
                        .addRespondsTo("c1")
                        .build(),
                    said("c3", "x-mofa", "p", FOR, PROMISE, "2016-06-01")
                        .condition("only if paid")
                        .due(When.parse("2017-06"))
                        .build(),
                    said("c4", "x-mofa", "p", FOR, ASSERT, "2016-10-01").build())
                .tracker(),
            "x",
            "p");
    assertThat(known.support()).extracting(c -> c.claim().id()).contains("c3", "c4");
    assertThat(known.isCommitment()).isTrue();
    assertThat(known.conditions()).containsExactly("only if paid");
    assertThat(known.isPastDue()).isTrue();
  }

  @Test
  void a_superseded_claim_still_supersedes_one_of_an_organ_with_terms_of_its_own() {
    // A gap between the heads of X lets anyone undo the president, but not the leader, who stays.
    TestDossier dossier =
        TestDossier.of("p")
            .with(
                actor("z", ActorKind.STATE)
                    .addTerms(
                        TermOfOffice.of("ann-aldo", day(2010)).until(day(2016)),
                        TermOfOffice.of("bo-cheng", day(2018)))
                    .build(),
                TestDossier.organ("z-president", "z", Authority.HEAD),
                actor("z-leader", ActorKind.ORGAN)
                    .of("z")
                    .authority(Authority.HEAD)
                    .addTerms(TermOfOffice.of("yi-zhou", day(2010)))
                    .build())
            .with(
                said("c1", "z-leader", "p", FOR, DECIDE, "2016-02-01").build(),
                said("c2", "z-president", "p", FOR, AGREE, "2016-03-01").build(),
                said("c3", "z", "p", AGAINST, DECIDE, "2016-04-01").build());
    assertThat(dossier.tracker().position("z", "p").outcome()).isEqualTo(PositionOutcome.AGAINST);
    assertThat(dossier.tracker().outcome("z", "p")).isEqualTo(PositionOutcome.AGAINST);
    assertThat(dossier.tracker().timeline("p").rows())
        .extracting(entry -> entry.outcome())
        .containsExactly(PositionOutcome.FOR, PositionOutcome.AGAINST);
  }

  // Predecessors

  private static Tracker successor() {
    return TestDossier.of("p")
        .with(
            Actor.builder().id("old").name("Old Union").kind(ActorKind.STATE).to(day(2016)).build(),
            Actor.builder()
                .id("new")
                .name("New Union")
                .kind(ActorKind.STATE)
                .succeeds("old")
                .from(day(2016))
                .build())
        .with(said("c1", "old", "p", FOR, PROMISE, "2015-01-01").build())
        .tracker();
  }

  private static LocalDate day(int year) {
    return LocalDate.of(year, 1, 1);
  }

  @Test
  void a_claim_of_the_predecessor_is_told_as_such_and_as_inherited() {
    Known known = known(successor(), "new", "p");
    assertThat(known.standing()).isEqualTo(Standing.INHERITED);
    assertThat(known.sentence())
        .contains(
            "(reported, by its predecessor Old Union, 1 January 2015, from an earlier"
                + " administration, no newer claim on record)");
    assertThat(known(successor(), "old", "p").sentence()).doesNotContain("predecessor");
  }

  @Test
  void a_claim_of_an_organisation_hints_at_its_member_also_beside_a_predecessor_out_of_time() {
    Dossier dossier =
        successor()
            .dossier()
            .plus(
                actor("league", ActorKind.ORGANISATION)
                    .addMembers(org.demarche.model.Membership.of("new").from(day(2016)))
                    .build(),
                TestDossier.proposition("q").build(),
                said("c2", "league", "q", FOR, ASSERT, "2016-03-01")
                    .principals(List.of("league", "old"))
                    .speakers(List.of("league"))
                    .build());
    assertThat(Tracker.of(dossier).position("new", "q").hints())
        .extracting(hint -> hint.claim().id())
        .containsExactly("c2");
  }

  // Conditions

  @Test
  void a_reaffirmed_package_keeps_its_condition_on_its_parts() {
    Tracker tracker =
        ofPackage()
            .with(
                said("c1", "x-mofa", "pack", FOR, PROMISE, "2016-01-05")
                    .condition("if ratified")
                    .build(),
                said("c2", "x-president", "pack", FOR, REAFFIRM, "2016-01-09").build())
            .tracker();
    assertThat(known(tracker, "x", "pack").condition()).hasValue("if ratified");
    assertThat(known(tracker, "x", "a").condition()).hasValue("if ratified");
  }

  @Test
  void a_part_does_not_lend_its_condition_to_the_package() {
    Tracker tracker =
        ofPackage()
            .with(
                said("c1", "x-mofa", "pack", FOR, PROMISE, "2011-01-05")
                    .condition("if ratified")
                    .build(),
                said("c2", "x-mofa", "a", FOR, ASSERT, "2012-01-05")
                    .condition("if inspected")
                    .build(),
                said("c3", "x-president", "pack", FOR, REAFFIRM, "2016-01-09").build())
            .tracker();
    assertThat(known(tracker, "x", "a").headline().claim().id()).isEqualTo("c3");
    assertThat(known(tracker, "x", "a").condition()).hasValue("if ratified");
    assertThat(known(tracker, "x", "a").conditions()).contains("if inspected");
  }

  @Test
  void the_condition_of_a_part_that_is_held_is_told_with_it() {
    Tracker tracker =
        ofPackage()
            .with(
                said("c1", "x", "a", FOR, PROMISE, "2016-01-05").condition("only if paid").build())
            .tracker();
    assertThat(tracker.position("x", "pack").sentence())
        .contains("for “It is the case that a” (reported, on the condition “only if paid”)");
    assertThat(tracker.positionsOf("x").print()).contains("only if paid");
  }

  @Test
  void a_claim_beside_the_support_is_told_with_its_condition() {
    Tracker tracker =
        TestDossier.of("p")
            .with(proposition("q").addExcludes("p").build())
            .with(
                said("c1", "x", "p", FOR, PROMISE, "2016-01-05").build(),
                said("c2", "x", "q", FOR, PROMISE, "2016-02-05").condition("if asked").build())
            .tracker();
    assertThat(tracker.position("x", "p").sentence())
        .contains("(promises, 5 February 2016, on the condition “if asked”) [c2]");
  }

  // Relations and histories

  @Test
  void a_contradiction_through_a_rival_cites_the_position_on_the_rival() {
    Relation relation =
        TestDossier.of("p")
            .with(proposition("q").addExcludes("p").build())
            .with(
                said("c1", "x", "p", FOR, PROMISE, "2016-01-05").build(),
                said("c2", "y", "q", FOR, PROMISE, "2016-02-05").condition("if asked").build())
            .tracker()
            .relation("x", "y", "p");
    assertThat(relation.rivalPosition().orElseThrow().party()).isEqualTo("y");
    assertThat(relation.sentence())
        .contains("contradict each other on “It is the case that p” through")
        .contains("On “It is the case that q”, Y-land: for (promises, “if asked”,");
    assertThat(relation.print()).contains("c2  2016-02-05  Y-land: for “It is the case that q”");
  }

  @Test
  void what_is_reaffirmed_has_not_moved() {
    History history =
        TestDossier.of("p")
            .says("x", "c1", "p", FOR, PROMISE, "2016-01-01")
            .says("x", "c2", "p", FOR, REAFFIRM, "2016-01-09")
            .tracker()
            .history("x", "p");
    assertThat(history.hasDrifted()).isFalse();
    assertThat(history.sentence()).doesNotContain("moved");
  }

  @Test
  void a_history_has_no_days_of_organs_that_do_not_count_for_the_party() {
    Dossier dossier =
        ofPackage()
            .with(
                said("c1", "x-president", "pack", FOR, PROMISE, "2016-01-05").build(),
                said("c2", "x-president", "q", FOR, ASSERT, "2016-01-06").addRetracts("c1").build(),
                said("c3", "x-mofa", "a", FOR, PROMISE, "2016-01-10").build())
            .build();
    assertThat(Tracker.of(dossier.bearingOn("x-mofa", "a")).history("x-mofa", "a").changes())
        .isEqualTo(Tracker.of(dossier).history("x-mofa", "a").changes());
  }

  @Test
  void a_response_by_one_of_two_sides_is_not_one_by_the_same_side() {
    Claim joint =
        claim("c1", "x", "p", FOR, AGREE, "2016-05-01")
            .principals(List.of("x-mofa", "y-mfa"))
            .speakers(List.of("x-mofa", "y-mfa"))
            .occasion("talks")
            .addEvidence(evidence("S1", Mode.RECORDED))
            .build();
    Claim answer = said("c2", "x", "q", FOR, ASSERT, "2016-06-01").addRespondsTo("c1").build();
    assertThat(TestDossier.withTalks(joint, answer).tracker().position("y", "p").print())
        .contains("Response by one of its sides: c2");
  }

  // Sizes and edges

  @Test
  void a_long_chain_of_retractions_ends() {
    int length = 5_000;
    Claim[] claims =
        IntStream.range(0, length)
            .mapToObj(
                i -> {
                  Claim.Builder claim =
                      said("c" + i, "x", "p", FOR, ASSERT, day(2010).plusDays(i / 2).toString());
                  return (i == 0 ? claim : claim.addRetracts("c" + (i - 1))).build();
                })
            .toArray(Claim[]::new);
    Known known = known(TestDossier.of("p").with(claims).tracker(), "x", "p");
    assertThat(known.support()).hasSize(length / 2);
  }

  @Test
  void a_deadline_that_is_a_period_is_past_after_its_last_day() {
    Known known =
        known(
            TestDossier.of("p")
                .with(
                    said("c1", "x", "p", FOR, PROMISE, "2016-01-05")
                        .due(When.parse("2016-02-01/2016-03-31"))
                        .build())
                .tracker()
                .asOf("2016-06-01"),
            "x",
            "p");
    assertThat(known.sentence()).contains("It was due by 31 March 2016.");
  }
}

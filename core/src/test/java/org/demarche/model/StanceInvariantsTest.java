package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.medium;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Combinations of force and stance, and media as speakers and principals. */
class StanceInvariantsTest {
  /** The forces that take no side, so that only UNCOMMITTED goes with them. */
  private static final Set<Force> FORCES_WITHOUT_A_SIDE =
      EnumSet.of(Force.NOTE, Force.DECLINE_TO_COMMENT, Force.WITHHOLD, Force.WITHDRAW);

  /** The forces that must be for or against something. */
  private static final Set<Force> FORCES_WITH_A_SIDE =
      EnumSet.of(
          Force.PROMISE,
          Force.URGE,
          Force.DEMAND,
          Force.HOPE,
          Force.WELCOME,
          Force.EXPRESS_DESIRE,
          Force.AGREE);

  @ParameterizedTest
  @CsvSource({
    "NOTE, FOR", "NOTE, AGAINST",
    "DECLINE_TO_COMMENT, FOR", "DECLINE_TO_COMMENT, AGAINST",
    "WITHHOLD, FOR", "WITHHOLD, AGAINST",
    "WITHDRAW, FOR", "WITHDRAW, AGAINST"
  })
  void a_force_that_takes_no_side_is_rejected_with_a_side(Force force, Stance stance) {
    assertRejected(
        () -> claim("X").force(force).stance(stance).retracts(retractedBy(force)).build(),
        error(
            Code.UNFIT_STANCE,
            "stance",
            stance.name(),
            "claim X: " + force + " takes no side: stance must be UNCOMMITTED, got " + stance));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMISE", "URGE", "DEMAND", "HOPE", "WELCOME", "EXPRESS_DESIRE", "AGREE"})
  void a_force_that_takes_a_side_is_rejected_when_uncommitted(Force force) {
    assertRejected(
        () -> claim("X").force(force).stance(Stance.UNCOMMITTED).build(),
        error(
            Code.UNFIT_STANCE,
            "stance",
            "UNCOMMITTED",
            "claim X: " + force + " takes a side: stance must be FOR or AGAINST, got UNCOMMITTED"));
  }

  @ParameterizedTest
  @EnumSource
  void every_other_combination_of_force_and_stance_is_accepted(Force force) {
    Set<Stance> fit = EnumSet.allOf(Stance.class);
    if (FORCES_WITHOUT_A_SIDE.contains(force)) {
      fit = EnumSet.of(Stance.UNCOMMITTED);
    } else if (FORCES_WITH_A_SIDE.contains(force)) {
      fit = EnumSet.of(Stance.FOR, Stance.AGAINST);
    }
    for (Stance stance : fit) {
      assertAccepted(
          dossier(claim("X").force(force).stance(stance).retracts(retractedBy(force)).build()));
    }
  }

  /** Returns what a claim of a force must retract. */
  private static List<String> retractedBy(Force force) {
    return force == Force.WITHDRAW ? List.of("KT17-01") : List.of();
  }

  @ParameterizedTest
  @ValueSource(strings = {"prc", "prc-mfa"})
  void a_joint_claim_of_a_medium_and_a_government_is_rejected(String government) {
    assertRejected(
        () -> dossier(claim("X").principals(List.of(government, "global-times")).build()),
        error(
            Code.MIXED_PRINCIPALS,
            "/claims/1/principals",
            "[global-times, " + government + "]",
            "claim X: a paper and a government cannot speak jointly: make a separate claim for"
                + " each of principals [global-times, "
                + government
                + "]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"eu", "eu-council"})
  void a_joint_claim_of_a_medium_and_an_organisation_is_rejected(String body) {
    assertRejected(
        () ->
            dossier(
                organisation("eu").build(),
                organ("eu-council", "eu").build(),
                claim("X").principals(List.of(body, "global-times")).build()),
        error(
            Code.MIXED_PRINCIPALS,
            "/claims/1/principals",
            "[" + body + ", global-times]",
            "claim X: a paper and an organisation cannot speak jointly: make a separate claim for"
                + " each of principals ["
                + body
                + ", global-times]"));
  }

  @Test
  void a_claim_of_a_medium_on_behalf_of_its_organisation_is_rejected() {
    assertRejected(
        () ->
            dossier(
                organisation("eu").build(),
                medium("eu-radio").of("eu").build(),
                claim("X").speakers(List.of("eu-radio")).principals(List.of("eu")).build()),
        error(
            Code.MEDIUM_SPEAKS_FOR_OTHER,
            "/claims/1/principals",
            "eu",
            "claim X: media speak for themselves: principal must be 'eu-radio', got 'eu'"));
  }

  @Test
  void a_joint_claim_of_a_medium_and_a_person_is_accepted() {
    assertAccepted(dossier(claim("X").principals(List.of("wang-yi", "global-times")).build()));
  }

  @Test
  void a_claim_of_a_state_run_medium_on_behalf_of_its_state_is_rejected() {
    assertRejected(
        () ->
            dossier(
                claim("X").speakers(List.of("global-times")).principals(List.of("prc")).build()),
        error(
            Code.MEDIUM_SPEAKS_FOR_OTHER,
            "/claims/1/principals",
            "prc",
            "claim X: state-run media speak for themselves: principal must be 'global-times', got"
                + " 'prc'"));
  }

  @Test
  void a_claim_of_a_medium_on_behalf_of_another_medium_is_rejected() {
    assertRejected(
        () ->
            dossier(
                claim("X")
                    .speakers(List.of("korea-times"))
                    .principals(List.of("global-times"))
                    .build()),
        error(
            Code.MEDIUM_SPEAKS_FOR_OTHER,
            "/claims/1/principals",
            "global-times",
            "claim X: media speak for themselves: principal must be 'korea-times', got"
                + " 'global-times'"));
  }

  @Test
  void a_claim_of_a_medium_on_its_own_behalf_is_accepted() {
    assertAccepted(
        dossier(
            claim("X")
                .speakers(List.of("global-times"))
                .principals(List.of("global-times"))
                .build()));
  }
}

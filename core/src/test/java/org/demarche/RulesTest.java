package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.Scene.actor;
import static org.demarche.Scene.asked;
import static org.demarche.Scene.atom;
import static org.demarche.Scene.claim;
import static org.demarche.Scene.evidence;
import static org.demarche.Scene.ids;
import static org.demarche.Scene.organ;
import static org.demarche.Scene.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What each rule says that the made-up records of {@link RuleCasesTest} do not show. */
class RulesTest {
  private static Known known(Scene scene, String party, String proposition, String asOf) {
    return scene.tracker().asOf(asOf).position(party, proposition).known().orElseThrow();
  }

  @Nested
  class WhoseClaimsCount {
    @Test
    void a_state_answers_for_its_organs_and_for_the_organs_of_its_organs() {
      Scene scene =
          Scene.of("p")
              .with(organ("x-bureau", "x-mofa", Authority.UNSPECIFIED))
              .says("x-bureau", "c1", "p", FOR, ASSERT, "2016-03-01");
      scene.position("x", "p", "2016-04-01").supportedBy("c1");
      scene.position("x-mofa", "p", "2016-04-01").supportedBy("c1");
      scene.position("x-bureau", "p", "2016-04-01").supportedBy("c1");
      scene.position("x-mnd", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hints();
    }

    @Test
    void an_organ_does_not_answer_for_its_state() {
      Scene.of("p")
          .says("x", "c1", "p", FOR, ASSERT, "2016-03-01")
          .position("x-mofa", "p", "2016-04-01")
          .is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void an_unnamed_official_hints_for_his_ministry_and_his_state_but_not_for_another_ministry() {
      Scene scene = Scene.of("p").says("x-official", "c1", "p", FOR, ASSERT, "2016-03-01");
      scene.position("x", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hints("c1");
      scene.position("x-mofa", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hints("c1");
      scene.position("x-mnd", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hints();
    }

    @Test
    void a_head_of_any_term_in_no_stated_capacity_only_hints_and_answers_for_himself() {
      Scene scene = Scene.of("p").says("bo-cheng", "c1", "p", FOR, EXPRESS_DESIRE, "2013-03-01");
      scene.position("x", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hints("c1");
      scene.position("y", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hints();
      scene
          .position("bo-cheng", "p", "2016-04-01")
          .is("FOR EXPRESS_DESIRE by c1, REPORTED, CURRENT, last evidenced 2013-03-01");
    }

    @Test
    void a_person_counts_through_the_organ_for_which_he_speaks() {
      Scene scene =
          Scene.of("p")
              .with(
                  claim("c1", "x-president", "p", FOR, PROMISE, "2016-03-01")
                      .speakers(List.of("bo-cheng"))
                      .addEvidence(evidence("S1", Mode.INDIRECT))
                      .build());
      scene.position("x", "p", "2016-04-01").supportedBy("c1");
      scene.position("bo-cheng", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void a_state_run_medium_answers_for_itself_and_is_a_report_beside_everyone_elses_position() {
      Scene scene = Scene.of("p").says("y-daily", "c1", "p", AGAINST, ASSERT, "2016-03-01");
      scene.position("y", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hints().reports("c1");
      scene.position("x", "p", "2016-04-01").reports("c1");
      scene
          .position("y-daily", "p", "2016-04-01")
          .is("AGAINST ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-03-01")
          .reports();
    }

    @Test
    void a_report_of_two_media_is_listed_once_in_the_better_of_its_grades() {
      Claim joint =
          claim("c1", "y-daily", "p", FOR, ASSERT, "2016-03-01")
              .addSpeakers("wire")
              .addPrincipals("wire")
              .addEvidence(evidence("S1", Mode.INDIRECT, "x-mofa"))
              .build();
      Scene scene = Scene.of("p").with(joint).says("wire", "c2", "p", FOR, ASSERT, "2016-03-02");
      Position position = scene.tracker().asOf("2016-04-01").position("x", "p");
      assertThat(ids(position.reports())).containsExactly("c2", "c1");
      assertThat(position.reports()).extracting(CitedClaim::grade).containsOnly(Grade.REPORTED);
    }

    @Test
    void a_report_bears_only_on_the_proposition_itself_and_not_on_its_parts_or_later_days() {
      Scene scene =
          Scene.of("a", "b")
              .with(atom("pack").putParts("a", FOR).putParts("b", FOR).build())
              .says("wire", "c1", "pack", FOR, ASSERT, "2016-03-01");
      scene.position("x", "pack", "2016-03-01").reports("c1");
      scene.position("x", "pack", "2016-02-29").reports();
      scene.position("x", "a", "2016-04-01").reports();
    }
  }

  @Nested
  class WhatCounts {
    private Grade grade(Evidence... evidence) {
      Claim claim =
          claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-03-01").addEvidence(evidence).build();
      Scene scene = Scene.of("p").with(claim);
      return known(scene, "x", "p", "2016-04-01").grade();
    }

    @Test
    void quoted_words_in_a_trusted_source_are_own_words() {
      assertThat(grade(evidence("S1", Mode.DIRECT))).isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(evidence("S1", Mode.PARTIAL))).isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(evidence("SU", Mode.PARTIAL))).isEqualTo(Grade.REPORTED);
      assertThat(grade(evidence("S1", Mode.PRESUPPOSED))).isEqualTo(Grade.REPORTED);
    }

    @Test
    void a_relay_of_the_other_side_anywhere_in_the_chain_makes_it_other_side() {
      assertThat(grade(evidence("S1", Mode.DIRECT, "wire", "y-mfa"))).isEqualTo(Grade.OTHER_SIDE);
      assertThat(grade(evidence("SY", Mode.INDIRECT))).isEqualTo(Grade.OTHER_SIDE);
    }

    @Test
    void a_relay_of_the_own_side_does_not() {
      assertThat(grade(evidence("S1", Mode.PARTIAL, "x-office"))).isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(evidence("S1", Mode.INDIRECT, "x-official"))).isEqualTo(Grade.REPORTED);
    }

    @Test
    void the_best_evidence_gives_the_grade() {
      assertThat(grade(evidence("SY", Mode.DIRECT), evidence("S1", Mode.INDIRECT)))
          .isEqualTo(Grade.REPORTED);
    }

    @Test
    void a_named_person_has_no_other_side() {
      Scene scene =
          Scene.of("p")
              .with(
                  claim("c1", "bo-cheng", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                      .build());
      assertThat(known(scene, "bo-cheng", "p", "2016-04-01").grade()).isEqualTo(Grade.REPORTED);
    }

    @Test
    void a_recorded_act_is_own_words_unless_the_other_side_recorded_it() {
      assertThat(grade(Evidence.builder().source("S1").mode(Mode.RECORDED).build()))
          .isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(Evidence.builder().source("SY").mode(Mode.RECORDED).build()))
          .isEqualTo(Grade.OTHER_SIDE);
    }

    @Test
    void what_is_imputed_counts_only_when_the_floor_is_lowered_to_it() {
      Scene scene =
          Scene.of("p")
              .with(
                  claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.IMPUTED))
                      .build());
      scene.position("x", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS");
      scene.position("x", "p", "2016-04-01", Grade.NARRATED).is("UNKNOWN, ONLY_HINTS");
      scene
          .position("x", "p", "2016-04-01", Grade.IMPUTED)
          .is("FOR ASSERT by c1, IMPUTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void withholding_takes_a_position_and_taking_note_or_declining_to_comment_does_not() {
      Scene scene =
          Scene.of("p", "q", "r")
              .says("x", "c1", "p", UNCOMMITTED, WITHHOLD, "2016-03-01")
              .says("x", "c2", "q", UNCOMMITTED, NOTE, "2016-03-01")
              .says("x", "c3", "r", UNCOMMITTED, DECLINE_TO_COMMENT, "2016-03-01");
      scene.position("x", "p", "2016-04-01").supportedBy("c1");
      scene.position("x", "q", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hints("c2");
      scene.position("x", "r", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hints("c3");
    }

    @Test
    void a_hint_that_was_certainly_given_later_is_no_hint_yet() {
      Scene scene =
          Scene.of("p")
              .says("x", "c1", "p", UNCOMMITTED, NOTE, "2016-03-02")
              .says("x", "c2", "p", UNCOMMITTED, NOTE, "2016-03");
      scene.position("x", "p", "2016-03-01").hints("c2");
      scene.position("x", "p", "2016-02-29").is("UNKNOWN, NO_CLAIMS").hints();
    }
  }

  @Nested
  class WhenItWasKnown {
    private final Scene scene =
        Scene.of("p")
            .with(
                source("S2", "wire", "2016-05").build(), source("S3", "wire", "2018-01-01").build())
            .with(
                claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-03-01")
                    .addEvidence(evidence("S2", Mode.INDIRECT), evidence("S3", Mode.DIRECT))
                    .build());

    @Test
    void a_source_is_known_from_the_last_day_on_which_it_can_have_come_out() {
      Tracker tracker = scene.tracker();
      assertThat(tracker.knownAt("2016-05-31").position("x", "p").known()).isPresent();
      assertThat(tracker.knownAt("2016-05-30").position("x", "p").known()).isEmpty();
    }

    @Test
    void better_evidence_that_came_later_does_not_yet_grade_the_claim() {
      assertThat(scene.tracker().knownAt("2017").position("x", "p").known().orElseThrow().grade())
          .isEqualTo(Grade.REPORTED);
      assertThat(scene.tracker().knownAt("2018").position("x", "p").known().orElseThrow().grade())
          .isEqualTo(Grade.OWN_WORDS);
    }

    @Test
    void what_was_not_published_in_time_is_not_yet_known_whatever_the_as_of_date() {
      asked(scene.tracker().knownAt("2016-05-30").position("x", "p")).is("UNKNOWN, NOT_YET_KNOWN");
      asked(scene.tracker().knownAt("2016-05-30").asOf("2016-01-01").position("x", "p"))
          .is("UNKNOWN, NOT_YET_KNOWN");
    }

    @Test
    void before_every_source_nothing_is_known_and_that_is_no_error() {
      asked(scene.tracker().knownAt("1900").position("x", "p")).is("UNKNOWN, NOT_YET_KNOWN");
    }

    @Test
    void a_source_that_is_left_out_is_not_waited_for() {
      asked(scene.tracker().without("S2", "S3").knownAt("2016-05-30").position("x", "p"))
          .is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void leaving_out_a_source_leaves_those_that_derive_from_it() {
      Scene copied =
          Scene.of("p")
              .with(source("S4", "wire", "2017").addDerivedFrom("S1").build())
              .with(
                  claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S4", Mode.INDIRECT))
                      .build());
      Known known = copied.tracker().without("S1").position("x", "p").known().orElseThrow();
      assertThat(known.headline().evidence()).extracting(Evidence::source).containsExactly("S4");
    }
  }

  @Nested
  class WhatStands {
    @Test
    void another_authority_of_another_administration_is_superseded_even_if_it_is_the_head() {
      Scene.of("p")
          .says("x-president", "c1", "p", FOR, PROMISE, "2014-12-31")
          .says("x", "c2", "p", UNCOMMITTED, WITHHOLD, "2015-01-01")
          .position("x", "p", "2015-02-01")
          .is("UNCOMMITTED WITHHOLD by c2, REPORTED, CURRENT, last evidenced 2015-01-01");
    }

    @Test
    void a_claim_that_straddles_two_administrations_is_certainly_of_neither() {
      Scene.of("p")
          .says("x-president", "c1", "p", FOR, PROMISE, "[2014-12-01..2015-01-31]")
          .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2015-03-01")
          .position("x", "p", "2015-04-01")
          .supportedBy("c2");
    }

    @Test
    void a_claim_of_open_start_supersedes_nothing_and_is_of_the_administration_of_its_latest_day() {
      Scene scene =
          Scene.of("p")
              .says("x-president", "c1", "p", FOR, PROMISE, "[..2016-03-01]")
              .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
              .says("x-president", "c3", "p", AGAINST, ASSERT, "[..2016-09-01]");
      scene.position("x", "p", "2016-07-01").is("CONTESTED, CURRENT, last evidenced 2016-06-01");
      scene.position("x", "p", "2016-10-01").supportedBy("c1", "c2", "c3");
    }

    @Test
    void a_recorded_act_of_the_state_itself_has_the_rank_of_its_head() {
      Claim vote =
          claim("c2", "x", "p", AGAINST, VOTE, "2016-06-01")
              .addEvidence(Evidence.builder().source("S1").mode(Mode.RECORDED).build())
              .build();
      Scene scene = Scene.of("p").says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01");
      scene
          .with(vote)
          .position("x", "p", "2016-07-01")
          .is("AGAINST VOTE by c2, OWN_WORDS, CURRENT, last evidenced 2016-06-01");
      scene
          .says("x", "c2", "p", AGAINST, VOTE, "2016-06-01")
          .position("x", "p", "2016-07-01")
          .is("CONTESTED, CURRENT, last evidenced 2016-06-01");
    }

    @Test
    void a_joint_claim_of_two_organs_has_the_authority_of_the_higher() {
      Claim joint =
          claim("c2", "x-mofa", "p", AGAINST, ASSERT, "2016-06-01")
              .addPrincipals("x-president")
              .addEvidence(evidence("S1", Mode.INDIRECT))
              .build();
      Scene scene =
          Scene.of("p").says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01").with(joint);
      scene.position("x", "p", "2016-07-01").supportedBy("c2");
      assertThat(known(scene, "x", "p", "2016-07-01").headline().authority())
          .isEqualTo(Authority.HEAD);
      assertThat(known(scene, "x-mofa", "p", "2016-07-01").headline().authority())
          .isEqualTo(Authority.MINISTRY);
    }

    @Test
    void
        the_sides_of_a_contest_are_those_that_stand_and_the_support_adds_what_is_newer_than_the_other() {
      Contested contested =
          (Contested)
              Scene.of("p")
                  .says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01")
                  .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
                  .says("x-mofa", "c3", "p", AGAINST, ASSERT, "2016-07-01")
                  .tracker()
                  .position("x", "p");
      assertThat(ids(contested.sides())).containsExactlyInAnyOrder("c1", "c3");
      assertThat(ids(contested.support())).containsExactlyInAnyOrder("c1", "c2", "c3");
    }

    @Test
    void the_states_administrations_do_not_divide_the_words_of_a_person() {
      Scene.of("p")
          .says("bo-cheng", "c1", "p", FOR, ASSERT, "2014-03-01")
          .position("bo-cheng", "p", "2019-01-01")
          .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2014-03-01");
    }

    @Test
    void a_position_of_the_last_term_is_inherited_once_nobody_is_known_to_be_in_office() {
      Scene scene = Scene.of("p").says("x", "c1", "p", FOR, ASSERT, "2019-03-01");
      assertThat(known(scene, "x", "p", "2019-12-31").standing()).isEqualTo(Standing.CURRENT);
      assertThat(known(scene, "x", "p", "2020-01-01").standing()).isEqualTo(Standing.INHERITED);
    }
  }

  @Nested
  class Composites {
    private final Scene scene =
        Scene.of("a", "b", "c")
            .with(
                atom("pack").putParts("a", AGAINST).putParts("b", FOR).build(),
                atom("rival").putParts("b", AGAINST).putParts("c", FOR).build(),
                atom("anti").putParts("pack", AGAINST).putParts("c", FOR).build());

    @Test
    void holding_a_package_is_being_against_a_package_that_has_a_part_the_other_way() {
      scene
          .says("x", "c1", "pack", FOR, ASSERT, "2016-03-01")
          .position("x", "rival", "2016-04-01")
          .is("AGAINST ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void
        being_against_a_package_says_nothing_of_its_parts_and_nothing_of_a_package_that_wants_it_so() {
      Scene against = scene.says("x", "c1", "pack", AGAINST, REFUSE, "2016-03-01");
      against.position("x", "a", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
      against.position("x", "b", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
      against.position("x", "anti", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void holding_a_package_against_which_another_is_made_is_being_against_that_one() {
      scene
          .says("x", "c1", "pack", FOR, ASSERT, "2016-03-01")
          .position("x", "anti", "2016-04-01")
          .is("AGAINST ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void
        leaving_a_package_open_leaves_its_parts_and_what_it_is_part_of_open_but_no_other_package() {
      Scene open = scene.says("x", "c1", "pack", UNCOMMITTED, REFUSE, "2016-03-01");
      open.position("x", "a", "2016-04-01").supportedBy("c1");
      open.position("x", "b", "2016-04-01").supportedBy("c1");
      open.position("x", "anti", "2016-04-01").supportedBy("c1");
      open.position("x", "rival", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
      open.position("x", "c", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void a_later_word_on_a_part_supersedes_what_was_implied_for_it_and_leaves_the_other_parts() {
      Scene later =
          scene
              .says("x", "c1", "pack", FOR, ASSERT, "2016-03-01")
              .says("x", "c2", "a", UNCOMMITTED, WITHHOLD, "2016-04-01");
      later
          .position("x", "a", "2016-05-01")
          .is("UNCOMMITTED WITHHOLD by c2, REPORTED, CURRENT, last evidenced 2016-04-01");
      later
          .position("x", "pack", "2016-05-01")
          .is("UNCOMMITTED WITHHOLD by c2 implied, REPORTED, CURRENT, last evidenced 2016-04-01");
      later
          .position("x", "b", "2016-05-01")
          .is("FOR ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void what_is_about_a_proposition_says_nothing_of_it() {
      Scene about =
          Scene.of("p")
              .with(atom("status").about("p").build())
              .says("x", "c1", "status", AGAINST, DENY, "2016-03-01");
      about.position("x", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void being_for_a_proposition_implies_no_stance_on_its_rival() {
      Scene rivals =
          Scene.of("p")
              .with(atom("q").addExcludes("p").build())
              .says("x", "c1", "q", FOR, ASSERT, "2016-03-01");
      rivals.position("x", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }
  }

  /**
   * Two claims of one stance each, that differ in one thing: the first named is the one to cite.
   */
  @Nested
  class TheHeadline {
    private String headline(Scene scene) {
      return known(scene, "x", "p", "2016-12-31").headline().claim().id();
    }

    @Test
    void is_of_the_administration_of_the_newest() {
      // c1 is explicit where c2 is implied, which would put it first.
      Scene scene =
          Scene.of("p", "q")
              .with(atom("pack").putParts("p", FOR).putParts("q", FOR).build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2014-03-01")
              .says("x-mofa", "c2", "pack", FOR, ASSERT, "2016-03-01");
      assertThat(headline(scene)).isEqualTo("c2");
    }

    @Test
    void is_judged_by_what_was_said_so_far_and_not_by_how_long_it_went_on() {
      Scene scene =
          Scene.of("p", "q")
              .with(atom("pack").putParts("p", FOR).putParts("q", FOR).build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2014-10-01/2015-03-01")
              .says("x-mofa", "c2", "pack", FOR, ASSERT, "2014-11-01");
      assertThat(known(scene, "x", "p", "2014-12-01").headline().claim().id()).isEqualTo("c1");
    }

    @Test
    void is_explicit_rather_than_implied() {
      Scene scene =
          Scene.of("p", "q")
              .with(atom("pack").putParts("p", FOR).putParts("q", FOR).build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
              .says("x-mofa", "c2", "pack", FOR, ASSERT, "2016-06-01");
      assertThat(headline(scene)).isEqualTo("c1");
    }

    @Test
    void is_dated_within_a_month_rather_than_loosely() {
      Scene scene =
          Scene.of("p")
              .says("x-mofa", "c1", "p", FOR, ASSERT, "[2016-03-01..2016-04-01]")
              .says("x-mofa", "c2", "p", FOR, ASSERT, "[2016-05-01..2016-06-02]")
              .says("x-mofa", "c3", "p", FOR, ASSERT, "[..2016-07-01]");
      assertThat(headline(scene)).isEqualTo("c1");
      assertThat(ids(known(scene, "x", "p", "2016-12-31").support()))
          .containsExactly("c1", "c3", "c2");
    }

    @Test
    void is_the_newest() {
      Scene scene =
          Scene.of("p")
              .says("x-president", "c1", "p", FOR, PROMISE, "2016-03-01")
              .says("x", "c2", "p", FOR, UNSPECIFIED, "2016-03-02");
      assertThat(headline(scene)).isEqualTo("c2");
    }

    @Test
    void names_an_act_of_speech_rather_than_none() {
      Scene scene =
          Scene.of("p")
              .says("x-president", "c1", "p", FOR, UNSPECIFIED, "2016-03-01")
              .says("x", "c2", "p", FOR, HOPE, "2016-03-01");
      assertThat(headline(scene)).isEqualTo("c2");
    }

    @Test
    void is_of_the_higher_authority() {
      Scene scene =
          Scene.of("p")
              .with(
                  claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.DIRECT))
                      .build())
              .says("x-office", "c2", "p", FOR, ASSERT, "2016-03-01");
      assertThat(headline(scene)).isEqualTo("c2");
    }

    @Test
    void is_of_the_better_grade() {
      Scene scene =
          Scene.of("p")
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
              .with(
                  claim("c2", "x-mnd", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.DIRECT))
                      .build());
      assertThat(headline(scene)).isEqualTo("c2");
    }

    @Test
    void was_published_first_and_else_has_the_first_id() {
      Scene scene =
          Scene.of("p")
              .with(source("S0", "wire", "2016-03-02").build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
              .says("x-mofa", "c0", "p", FOR, ASSERT, "2016-03-01")
              .with(
                  claim("c2", "x-mofa", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S0", Mode.INDIRECT))
                      .build());
      assertThat(ids(known(scene, "x", "p", "2016-12-31").support()))
          .containsExactly("c2", "c0", "c1");
    }

    @Test
    void is_a_commitment_if_it_promises_or_agrees() {
      Scene scene = Scene.of("p", "q", "r");
      assertThat(
              known(scene.says("x", "c", "p", FOR, PROMISE, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isTrue();
      assertThat(
              known(scene.says("x", "c", "p", FOR, AGREE, "2016"), "x", "p", "2017").isCommitment())
          .isTrue();
      assertThat(
              known(scene.says("x", "c", "p", FOR, STATE_INTENTION, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isFalse();
      assertThat(
              known(scene.says("x", "c", "p", FOR, REFUSE, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isFalse();
    }
  }

  @Nested
  class WhatIsShownBesideIt {
    @Test
    void sixteen_hints_nearest_to_the_date_are_listed_and_it_is_said_that_there_are_more() {
      Scene scene = Scene.of("p");
      for (int day = 1; day <= 18; day++) {
        scene =
            scene.says(
                "x", "c%02d".formatted(day), "p", UNCOMMITTED, NOTE, "2016-03-%02d".formatted(day));
      }
      Unknown unknown = (Unknown) scene.tracker().asOf("2016-03-18").position("x", "p");
      assertThat(ids(unknown.hints())).hasSize(16).startsWith("c18", "c17").endsWith("c03");
      assertThat(unknown.hasMoreHints()).isTrue();
      assertThat(unknown.toString()).contains("hint: … and more");
      Unknown before = (Unknown) scene.tracker().asOf("2016-03-16").position("x", "p");
      assertThat(before.hints()).hasSize(16);
      assertThat(before.hasMoreHints()).isFalse();
    }

    @Test
    void sixteen_possibly_made_claims_nearest_to_the_date_are_listed_ties_by_id() {
      Scene scene = Scene.of("p");
      for (int i = 1; i <= 17; i++) {
        scene = scene.says("x", "c%02d".formatted(i), "p", FOR, ASSERT, "[..2016-03-20]");
      }
      Unknown unknown = (Unknown) scene.tracker().asOf("2016-03-10").position("x", "p");
      assertThat(unknown.reason()).isEqualTo(Unknown.Reason.ONLY_POSSIBLY);
      assertThat(ids(unknown.possibleClaims())).hasSize(16).startsWith("c01").endsWith("c16");
      assertThat(unknown.hasMorePossibleClaims()).isTrue();
    }

    @Test
    void copies_of_one_report_are_one_independent_root() {
      Claim twice =
          claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
              .addEvidence(evidence("S2", Mode.INDIRECT), evidence("S3", Mode.INDIRECT))
              .build();
      Scene scene =
          Scene.of("p")
              .with(
                  source("S2", "wire", "2017").addDerivedFrom("S1").build(),
                  source("S3", "wire", "2017").revises("S1").build());
      assertThat(known(scene.with(twice), "x", "p", "2016-04-01").independentRoots()).isEqualTo(1);
      Scene apart =
          Scene.of("p")
              .with(source("S2", "wire", "2017").build(), source("S3", "wire", "2017").build());
      assertThat(known(apart.with(twice), "x", "p", "2016-04-01").independentRoots()).isEqualTo(2);
    }

    @Test
    void two_sources_that_a_third_joins_are_one_root_only_where_the_third_is_evidence() {
      Scene scene =
          Scene.of("p")
              .with(
                  source("S2", "wire", "2017").build(),
                  source("S3", "wire", "2017").build(),
                  source("S4", "wire", "2017").addDerivedFrom("S2", "S3").build());
      Claim.Builder claim = claim("c1", "x", "p", FOR, ASSERT, "2016-03-01");
      Evidence second = evidence("S2", Mode.INDIRECT);
      Evidence third = evidence("S3", Mode.INDIRECT);
      Evidence joining = evidence("S4", Mode.INDIRECT);
      assertThat(
              known(scene.with(claim.addEvidence(second, third).build()), "x", "p", "2016-04-01")
                  .independentRoots())
          .isEqualTo(2);
      assertThat(
              known(scene.with(claim.addEvidence(joining).build()), "x", "p", "2016-04-01")
                  .independentRoots())
          .isEqualTo(1);
    }

    @Test
    void a_citation_shows_only_the_evidence_that_exists_from_the_viewpoint() {
      Scene scene =
          Scene.of("p")
              .with(actor("paper", ActorKind.MEDIA).build())
              .with(source("S2", "paper", "2018").build())
              .with(
                  claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S2", Mode.INDIRECT))
                      .build());
      CitedClaim cited =
          scene.tracker().knownAt("2018").position("x", "p").known().orElseThrow().headline();
      assertThat(cited.evidence()).extracting(Evidence::source).containsExactly("S2");
      assertThat(cited.toString()).contains("The paper").doesNotContain("The wire");
    }
  }
}

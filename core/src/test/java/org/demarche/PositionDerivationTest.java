package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;
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

/**
 * The rules by which a position is derived, beyond the examples in {@link
 * PositionsWorkedByHandTest}.
 */
class PositionDerivationTest {
  private static Known knownPosition(
      TestDossier dossier, String party, String proposition, String asOf) {
    return dossier.tracker().asOf(asOf).position(party, proposition).known().orElseThrow();
  }

  @Nested
  class PartiesAndSpeakers {
    @Test
    void claims_of_organs_and_of_their_organs_count_for_the_state() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(organ("x-bureau", "x-mofa", Authority.UNSPECIFIED))
              .says("x-bureau", "c1", "p", FOR, ASSERT, "2016-03-01");
      dossier.assertPosition("x", "p", "2016-04-01").isSupportedBy("c1");
      dossier.assertPosition("x-mofa", "p", "2016-04-01").isSupportedBy("c1");
      dossier.assertPosition("x-bureau", "p", "2016-04-01").isSupportedBy("c1");
      dossier.assertPosition("x-mnd", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hasHints();
    }

    @Test
    void claims_of_a_state_do_not_count_for_its_organs() {
      TestDossier.of("p")
          .says("x", "c1", "p", FOR, ASSERT, "2016-03-01")
          .assertPosition("x-mofa", "p", "2016-04-01")
          .is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void
        a_claim_of_an_unnamed_official_is_a_hint_for_the_ministry_and_state_but_not_another_ministry() {
      TestDossier dossier =
          TestDossier.of("p").says("x-official", "c1", "p", FOR, ASSERT, "2016-03-01");
      dossier.assertPosition("x", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hasHints("c1");
      dossier.assertPosition("x-mofa", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hasHints("c1");
      dossier.assertPosition("x-mnd", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hasHints();
    }

    @Test
    void
        a_claim_of_a_head_in_no_stated_capacity_is_a_hint_for_the_state_and_counts_for_the_person() {
      TestDossier dossier =
          TestDossier.of("p").says("bo-cheng", "c1", "p", FOR, EXPRESS_DESIRE, "2013-03-01");
      dossier.assertPosition("x", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hasHints("c1");
      dossier.assertPosition("y", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS").hasHints();
      dossier
          .assertPosition("bo-cheng", "p", "2016-04-01")
          .is("FOR EXPRESS_DESIRE by c1, REPORTED, CURRENT, last evidenced 2013-03-01");
    }

    @Test
    void a_claim_of_a_person_for_an_organ_counts_for_the_organ_and_not_for_the_person() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(
                  reported("c1", "x-president", "p", FOR, PROMISE, "2016-03-01")
                      .speakers(List.of("bo-cheng"))
                      .build());
      dossier.assertPosition("x", "p", "2016-04-01").isSupportedBy("c1");
      dossier.assertPosition("bo-cheng", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void a_claim_of_a_state_run_medium_counts_for_the_medium_and_is_a_report_for_all_others() {
      TestDossier dossier =
          TestDossier.of("p").says("y-daily", "c1", "p", AGAINST, ASSERT, "2016-03-01");
      dossier
          .assertPosition("y", "p", "2016-04-01")
          .is("UNKNOWN, NO_CLAIMS")
          .hasHints()
          .hasReports("c1");
      dossier.assertPosition("x", "p", "2016-04-01").hasReports("c1");
      dossier
          .assertPosition("y-daily", "p", "2016-04-01")
          .is("AGAINST ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-03-01")
          .hasReports();
    }

    @Test
    void a_report_by_two_media_is_listed_once_with_the_better_grade() {
      Claim joint =
          claim("c1", "y-daily", "p", FOR, ASSERT, "2016-03-01")
              .addSpeakers("wire")
              .addPrincipals("wire")
              .addEvidence(evidence("S1", Mode.INDIRECT, "x-mofa"))
              .build();
      TestDossier dossier =
          TestDossier.of("p").with(joint).says("wire", "c2", "p", FOR, ASSERT, "2016-03-02");
      Position position = dossier.tracker().asOf("2016-04-01").position("x", "p");
      assertThat(claimIds(position.reports())).containsExactly("c2", "c1");
      assertThat(position.reports()).extracting(CitedClaim::grade).containsOnly(Grade.REPORTED);
    }

    @Test
    void a_report_is_listed_only_for_its_own_proposition_and_from_its_own_day_on() {
      TestDossier dossier =
          TestDossier.of("a", "b")
              .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
              .says("wire", "c1", "pack", FOR, ASSERT, "2016-03-01");
      dossier.assertPosition("x", "pack", "2016-03-01").hasReports("c1");
      dossier.assertPosition("x", "pack", "2016-02-29").hasReports();
      dossier.assertPosition("x", "a", "2016-04-01").hasReports();
    }
  }

  @Nested
  class GradesAndForces {
    private Grade grade(Evidence... evidence) {
      Claim claim =
          claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-03-01").addEvidence(evidence).build();
      TestDossier dossier = TestDossier.of("p").with(claim);
      return knownPosition(dossier, "x", "p", "2016-04-01").grade();
    }

    @Test
    void quoted_words_in_a_reliable_source_have_the_grade_own_words() {
      assertThat(grade(evidence("S1", Mode.DIRECT))).isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(evidence("S1", Mode.PARTIAL))).isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(evidence("SU", Mode.PARTIAL))).isEqualTo(Grade.REPORTED);
      assertThat(grade(evidence("S1", Mode.PRESUPPOSED))).isEqualTo(Grade.REPORTED);
    }

    @Test
    void a_relay_of_the_other_side_anywhere_in_the_chain_lowers_the_grade_to_other_side() {
      assertThat(grade(evidence("S1", Mode.DIRECT, "wire", "y-mfa"))).isEqualTo(Grade.OTHER_SIDE);
      assertThat(grade(evidence("SY", Mode.INDIRECT))).isEqualTo(Grade.OTHER_SIDE);
    }

    @Test
    void a_relay_of_the_own_side_does_not_lower_the_grade() {
      assertThat(grade(evidence("S1", Mode.PARTIAL, "x-office"))).isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(evidence("S1", Mode.INDIRECT, "x-official"))).isEqualTo(Grade.REPORTED);
    }

    @Test
    void the_best_evidence_determines_the_grade() {
      assertThat(grade(evidence("SY", Mode.DIRECT), evidence("S1", Mode.INDIRECT)))
          .isEqualTo(Grade.REPORTED);
    }

    @Test
    void a_named_person_has_no_other_side() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(
                  claim("c1", "bo-cheng", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                      .build());
      assertThat(knownPosition(dossier, "bo-cheng", "p", "2016-04-01").grade())
          .isEqualTo(Grade.REPORTED);
    }

    @Test
    void a_recorded_act_has_the_grade_own_words_unless_the_other_side_recorded_it() {
      assertThat(grade(Evidence.builder().source("S1").mode(Mode.RECORDED).build()))
          .isEqualTo(Grade.OWN_WORDS);
      assertThat(grade(Evidence.builder().source("SY").mode(Mode.RECORDED).build()))
          .isEqualTo(Grade.OTHER_SIDE);
    }

    @Test
    void an_imputed_claim_counts_only_if_the_minimum_grade_is_lowered_to_imputed() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(
                  claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.IMPUTED))
                      .build());
      dossier.assertPosition("x", "p", "2016-04-01").is("UNKNOWN, ONLY_HINTS");
      dossier.assertPosition("x", "p", "2016-04-01", Grade.NARRATED).is("UNKNOWN, ONLY_HINTS");
      dossier
          .assertPosition("x", "p", "2016-04-01", Grade.IMPUTED)
          .is("FOR ASSERT by c1, IMPUTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void withholding_takes_a_position_and_taking_note_or_declining_to_comment_does_not() {
      TestDossier dossier =
          TestDossier.of("p", "q", "r")
              .says("x", "c1", "p", UNCOMMITTED, WITHHOLD, "2016-03-01")
              .says("x", "c2", "q", UNCOMMITTED, NOTE, "2016-03-01")
              .says("x", "c3", "r", UNCOMMITTED, DECLINE_TO_COMMENT, "2016-03-01");
      dossier.assertPosition("x", "p", "2016-04-01").isSupportedBy("c1");
      dossier.assertPosition("x", "q", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hasHints("c2");
      dossier.assertPosition("x", "r", "2016-04-01").is("UNKNOWN, ONLY_HINTS").hasHints("c3");
    }

    @Test
    void a_claim_certainly_made_later_is_not_yet_a_hint() {
      TestDossier dossier =
          TestDossier.of("p")
              .says("x", "c1", "p", UNCOMMITTED, NOTE, "2016-03-02")
              .says("x", "c2", "p", UNCOMMITTED, NOTE, "2016-03");
      dossier.assertPosition("x", "p", "2016-03-01").hasHints("c2");
      dossier.assertPosition("x", "p", "2016-02-29").is("UNKNOWN, NO_CLAIMS").hasHints();
    }
  }

  @Nested
  class KnownAtADate {
    private final TestDossier dossier =
        TestDossier.of("p")
            .with(
                source("S2", "wire", "2016-05").build(), source("S3", "wire", "2018-01-01").build())
            .with(
                claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-03-01")
                    .addEvidence(evidence("S2", Mode.INDIRECT), evidence("S3", Mode.DIRECT))
                    .build());

    @Test
    void a_source_is_known_from_the_last_day_on_which_it_may_have_been_published() {
      Tracker tracker = dossier.tracker();
      assertThat(tracker.knownAt("2016-05-31").position("x", "p").known()).isPresent();
      assertThat(tracker.knownAt("2016-05-30").position("x", "p").known()).isEmpty();
    }

    @Test
    void better_evidence_published_later_does_not_yet_raise_the_grade() {
      assertThat(dossier.tracker().knownAt("2017").position("x", "p").known().orElseThrow().grade())
          .isEqualTo(Grade.REPORTED);
      assertThat(dossier.tracker().knownAt("2018").position("x", "p").known().orElseThrow().grade())
          .isEqualTo(Grade.OWN_WORDS);
    }

    @Test
    void a_claim_published_too_late_is_not_yet_known_whatever_the_as_of_date() {
      assertPosition(dossier.tracker().knownAt("2016-05-30").position("x", "p"))
          .is("UNKNOWN, NOT_YET_KNOWN");
      assertPosition(dossier.tracker().knownAt("2016-05-30").asOf("2016-01-01").position("x", "p"))
          .is("UNKNOWN, NOT_YET_KNOWN");
    }

    @Test
    void a_known_at_date_before_every_source_is_valid_and_nothing_is_known_yet() {
      assertPosition(dossier.tracker().knownAt("1900").position("x", "p"))
          .is("UNKNOWN, NOT_YET_KNOWN");
    }

    @Test
    void a_claim_whose_sources_are_left_out_is_not_reported_as_not_yet_known() {
      assertPosition(dossier.tracker().without("S2", "S3").knownAt("2016-05-30").position("x", "p"))
          .is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void leaving_out_a_source_keeps_the_sources_derived_from_it() {
      TestDossier copied =
          TestDossier.of("p")
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
  class Supersession {
    @Test
    void a_claim_of_the_next_administration_supersedes_even_the_former_head() {
      TestDossier.of("p")
          .says("x-president", "c1", "p", FOR, PROMISE, "2014-12-31")
          .says("x", "c2", "p", UNCOMMITTED, WITHHOLD, "2015-01-01")
          .assertPosition("x", "p", "2015-02-01")
          .is("UNCOMMITTED WITHHOLD by c2, REPORTED, CURRENT, last evidenced 2015-01-01");
    }

    @Test
    void a_claim_whose_dates_span_two_administrations_certainly_belongs_to_neither() {
      TestDossier.of("p")
          .says("x-president", "c1", "p", FOR, PROMISE, "[2014-12-01..2015-01-31]")
          .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2015-03-01")
          .assertPosition("x", "p", "2015-04-01")
          .isSupportedBy("c2");
    }

    @Test
    void a_claim_with_an_open_start_supersedes_nothing_and_belongs_to_the_term_of_its_latest_day() {
      TestDossier dossier =
          TestDossier.of("p")
              .says("x-president", "c1", "p", FOR, PROMISE, "[..2016-03-01]")
              .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
              .says("x-president", "c3", "p", AGAINST, ASSERT, "[..2016-09-01]");
      dossier
          .assertPosition("x", "p", "2016-07-01")
          .is("CONTESTED, CURRENT, last evidenced 2016-06-01");
      dossier.assertPosition("x", "p", "2016-10-01").isSupportedBy("c1", "c2", "c3");
    }

    @Test
    void a_recorded_act_of_the_state_itself_ranks_like_an_act_of_its_head() {
      Claim vote =
          claim("c2", "x", "p", AGAINST, VOTE, "2016-06-01")
              .addEvidence(Evidence.builder().source("S1").mode(Mode.RECORDED).build())
              .build();
      TestDossier dossier =
          TestDossier.of("p").says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01");
      dossier
          .with(vote)
          .assertPosition("x", "p", "2016-07-01")
          .is("AGAINST VOTE by c2, OWN_WORDS, CURRENT, last evidenced 2016-06-01");
      dossier
          .says("x", "c2", "p", AGAINST, VOTE, "2016-06-01")
          .assertPosition("x", "p", "2016-07-01")
          .is("CONTESTED, CURRENT, last evidenced 2016-06-01");
    }

    @Test
    void a_joint_claim_of_two_organs_has_the_authority_of_the_higher_organ() {
      Claim joint =
          reported("c2", "x-mofa", "p", AGAINST, ASSERT, "2016-06-01")
              .addPrincipals("x-president")
              .build();
      TestDossier dossier =
          TestDossier.of("p").says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01").with(joint);
      dossier.assertPosition("x", "p", "2016-07-01").isSupportedBy("c2");
      assertThat(knownPosition(dossier, "x", "p", "2016-07-01").headline().authority())
          .isEqualTo(Authority.HEAD);
      assertThat(knownPosition(dossier, "x-mofa", "p", "2016-07-01").headline().authority())
          .isEqualTo(Authority.MINISTRY);
    }

    @Test
    void the_support_of_a_contest_adds_to_its_sides_the_claims_newer_than_the_other_side() {
      Contested contested =
          (Contested)
              TestDossier.of("p")
                  .says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01")
                  .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
                  .says("x-mofa", "c3", "p", AGAINST, ASSERT, "2016-07-01")
                  .tracker()
                  .position("x", "p");
      assertThat(claimIds(contested.sides())).containsExactlyInAnyOrder("c1", "c3");
      assertThat(claimIds(contested.support())).containsExactlyInAnyOrder("c1", "c2", "c3");
    }

    @Test
    void the_headlines_are_the_claim_to_cite_or_each_side_of_a_contest() {
      TestDossier dossier =
          TestDossier.of("p", "q")
              .says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01")
              .says("x-president", "c2", "p", FOR, ASSERT, "2016-04-01")
              .says("x-mofa", "c3", "p", AGAINST, ASSERT, "2016-06-01");
      Tracker tracker = dossier.tracker();
      assertThat(claimIds(tracker.asOf("2016-05-01").position("x", "p").headlines()))
          .containsExactly("c2");
      assertThat(claimIds(tracker.position("x", "p").headlines()))
          .containsExactlyInAnyOrder("c2", "c3");
      assertThat(tracker.position("x", "q").headlines()).isEmpty();
    }

    @Test
    void the_administrations_of_a_state_do_not_affect_the_position_of_a_person() {
      TestDossier.of("p")
          .says("bo-cheng", "c1", "p", FOR, ASSERT, "2014-03-01")
          .assertPosition("bo-cheng", "p", "2019-01-01")
          .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2014-03-01");
    }

    @Test
    void a_position_of_the_last_term_is_inherited_once_no_head_is_known_to_be_in_office() {
      TestDossier dossier = TestDossier.of("p").says("x", "c1", "p", FOR, ASSERT, "2019-03-01");
      assertThat(knownPosition(dossier, "x", "p", "2019-12-31").standing())
          .isEqualTo(Standing.CURRENT);
      assertThat(knownPosition(dossier, "x", "p", "2020-01-01").standing())
          .isEqualTo(Standing.INHERITED);
    }
  }

  @Nested
  class Composites {
    private final TestDossier dossier =
        TestDossier.of("a", "b", "c")
            .with(
                proposition("pack").putParts("a", AGAINST).putParts("b", FOR).build(),
                proposition("rival").putParts("b", AGAINST).putParts("c", FOR).build(),
                proposition("anti").putParts("pack", AGAINST).putParts("c", FOR).build());

    @Test
    void being_for_a_composite_implies_being_against_a_composite_with_a_part_the_other_way() {
      dossier
          .says("x", "c1", "pack", FOR, ASSERT, "2016-03-01")
          .assertPosition("x", "rival", "2016-04-01")
          .is("AGAINST ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void being_against_a_composite_implies_nothing_for_its_parts_or_a_composite_that_rejects_it() {
      TestDossier against = dossier.says("x", "c1", "pack", AGAINST, REFUSE, "2016-03-01");
      against.assertPosition("x", "a", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
      against.assertPosition("x", "b", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
      against.assertPosition("x", "anti", "2016-04-01").is("UNKNOWN, ONLY_PARTS").isSupportedBy();
    }

    @Test
    void being_for_a_composite_implies_being_against_a_composite_that_rejects_it() {
      dossier
          .says("x", "c1", "pack", FOR, ASSERT, "2016-03-01")
          .assertPosition("x", "anti", "2016-04-01")
          .is("AGAINST ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void being_uncommitted_on_a_composite_passes_to_its_parts_and_wholes_and_no_other_composite() {
      TestDossier open = dossier.says("x", "c1", "pack", UNCOMMITTED, REFUSE, "2016-03-01");
      open.assertPosition("x", "a", "2016-04-01").isSupportedBy("c1");
      open.assertPosition("x", "b", "2016-04-01").isSupportedBy("c1");
      open.assertPosition("x", "anti", "2016-04-01").isSupportedBy("c1");
      open.assertPosition("x", "rival", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
      open.assertPosition("x", "c", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void
        a_later_claim_on_a_part_supersedes_the_implied_stance_on_it_and_leaves_the_whole_as_it_was() {
      TestDossier later =
          dossier
              .says("x", "c1", "pack", FOR, ASSERT, "2016-03-01")
              .says("x", "c2", "a", UNCOMMITTED, WITHHOLD, "2016-04-01");
      later
          .assertPosition("x", "a", "2016-05-01")
          .is("UNCOMMITTED WITHHOLD by c2, REPORTED, CURRENT, last evidenced 2016-04-01");
      later
          .assertPosition("x", "pack", "2016-05-01")
          .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-03-01")
          .isDisputedBy("c2");
      later
          .assertPosition("x", "b", "2016-05-01")
          .is("FOR ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-03-01");
    }

    @Test
    void a_claim_about_the_status_of_a_proposition_implies_no_stance_on_it() {
      TestDossier about =
          TestDossier.of("p")
              .with(proposition("status").about("p").build())
              .says("x", "c1", "status", AGAINST, DENY, "2016-03-01");
      about.assertPosition("x", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }

    @Test
    void being_for_a_proposition_implies_no_stance_on_its_rival() {
      TestDossier rivals =
          TestDossier.of("p")
              .with(proposition("q").addExcludes("p").build())
              .says("x", "c1", "q", FOR, ASSERT, "2016-03-01");
      rivals.assertPosition("x", "p", "2016-04-01").is("UNKNOWN, NO_CLAIMS");
    }
  }

  /**
   * The choice of the claim to cite. Most tests have two claims of one stance that differ in one
   * property, which decides between them.
   */
  @Nested
  class Headline {
    private String headline(TestDossier dossier) {
      return knownPosition(dossier, "x", "p", "2016-12-31").headline().claim().id();
    }

    @Test
    void a_claim_of_the_administration_of_the_newest_claim_is_preferred() {
      // Within one administration c1 would be preferred, because it is explicit.
      TestDossier dossier =
          TestDossier.of("p", "q")
              .with(proposition("pack").putParts("p", FOR).putParts("q", FOR).build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2014-03-01")
              .says("x-mofa", "c2", "pack", FOR, ASSERT, "2016-03-01");
      assertThat(headline(dossier)).isEqualTo("c2");
    }

    @Test
    void the_part_of_a_period_after_the_as_of_date_does_not_affect_the_headline() {
      TestDossier dossier =
          TestDossier.of("p", "q")
              .with(proposition("pack").putParts("p", FOR).putParts("q", FOR).build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2014-10-01/2015-03-01")
              .says("x-mofa", "c2", "pack", FOR, ASSERT, "2014-11-01");
      assertThat(knownPosition(dossier, "x", "p", "2014-12-01").headline().claim().id())
          .isEqualTo("c1");
    }

    @Test
    void an_explicit_claim_is_preferred_to_an_implied_claim() {
      TestDossier dossier =
          TestDossier.of("p", "q")
              .with(proposition("pack").putParts("p", FOR).putParts("q", FOR).build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
              .says("x-mofa", "c2", "pack", FOR, ASSERT, "2016-06-01");
      assertThat(headline(dossier)).isEqualTo("c1");
    }

    @Test
    void a_claim_dated_to_within_a_month_is_preferred_to_a_vaguely_dated_claim() {
      TestDossier dossier =
          TestDossier.of("p")
              .says("x-mofa", "c1", "p", FOR, ASSERT, "[2016-03-01..2016-04-01]")
              .says("x-mofa", "c2", "p", FOR, ASSERT, "[2016-05-01..2016-06-02]")
              .says("x-mofa", "c3", "p", FOR, ASSERT, "[..2016-07-01]");
      assertThat(headline(dossier)).isEqualTo("c1");
      assertThat(claimIds(knownPosition(dossier, "x", "p", "2016-12-31").support()))
          .containsExactly("c1", "c3", "c2");
    }

    @Test
    void the_newest_claim_is_preferred() {
      TestDossier dossier =
          TestDossier.of("p")
              .says("x-president", "c1", "p", FOR, PROMISE, "2016-03-01")
              .says("x", "c2", "p", FOR, UNSPECIFIED, "2016-03-02");
      assertThat(headline(dossier)).isEqualTo("c2");
    }

    @Test
    void a_claim_with_a_specified_force_is_preferred() {
      TestDossier dossier =
          TestDossier.of("p")
              .says("x-president", "c1", "p", FOR, UNSPECIFIED, "2016-03-01")
              .says("x", "c2", "p", FOR, HOPE, "2016-03-01");
      assertThat(headline(dossier)).isEqualTo("c2");
    }

    @Test
    void a_claim_of_the_higher_authority_is_preferred() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(
                  claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.DIRECT))
                      .build())
              .says("x-office", "c2", "p", FOR, ASSERT, "2016-03-01");
      assertThat(headline(dossier)).isEqualTo("c2");
    }

    @Test
    void a_claim_of_the_better_grade_is_preferred() {
      TestDossier dossier =
          TestDossier.of("p")
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
              .with(
                  claim("c2", "x-mnd", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.DIRECT))
                      .build());
      assertThat(headline(dossier)).isEqualTo("c2");
    }

    @Test
    void the_claim_published_first_is_preferred_and_otherwise_the_first_id() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(source("S0", "wire", "2016-03-02").build())
              .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
              .says("x-mofa", "c0", "p", FOR, ASSERT, "2016-03-01")
              .with(
                  claim("c2", "x-mofa", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S0", Mode.INDIRECT))
                      .build());
      assertThat(claimIds(knownPosition(dossier, "x", "p", "2016-12-31").support()))
          .containsExactly("c2", "c0", "c1");
    }

    @Test
    void a_headline_that_promises_or_agrees_is_a_commitment() {
      TestDossier dossier = TestDossier.of("p", "q", "r");
      assertThat(
              knownPosition(dossier.says("x", "c", "p", FOR, PROMISE, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isTrue();
      assertThat(
              knownPosition(dossier.says("x", "c", "p", FOR, AGREE, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isTrue();
      assertThat(
              knownPosition(
                      dossier.says("x", "c", "p", FOR, STATE_INTENTION, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isFalse();
      assertThat(
              knownPosition(dossier.says("x", "c", "p", FOR, REFUSE, "2016"), "x", "p", "2017")
                  .isCommitment())
          .isFalse();
    }
  }

  @Nested
  class HintsPossibleClaimsAndRoots {
    @Test
    void the_sixteen_hints_nearest_to_the_date_are_listed_and_further_hints_are_indicated() {
      TestDossier dossier = TestDossier.of("p");
      for (int day = 1; day <= 18; day++) {
        dossier =
            dossier.says(
                "x", "c%02d".formatted(day), "p", UNCOMMITTED, NOTE, "2016-03-%02d".formatted(day));
      }
      Unknown unknown = (Unknown) dossier.tracker().asOf("2016-03-18").position("x", "p");
      assertThat(claimIds(unknown.hints())).hasSize(16).startsWith("c18", "c17").endsWith("c03");
      assertThat(unknown.hasMoreHints()).isTrue();
      assertThat(unknown.print()).contains("hint, not counted: … and more");
      Unknown before = (Unknown) dossier.tracker().asOf("2016-03-16").position("x", "p");
      assertThat(before.hints()).hasSize(16);
      assertThat(before.hasMoreHints()).isFalse();
    }

    @Test
    void the_sixteen_possible_claims_nearest_to_the_date_are_listed_with_ties_broken_by_id() {
      TestDossier dossier = TestDossier.of("p");
      for (int i = 1; i <= 17; i++) {
        dossier = dossier.says("x", "c%02d".formatted(i), "p", FOR, ASSERT, "[..2016-03-20]");
      }
      Unknown unknown = (Unknown) dossier.tracker().asOf("2016-03-10").position("x", "p");
      assertThat(unknown.reason()).isEqualTo(Unknown.Reason.ONLY_POSSIBLY);
      assertThat(claimIds(unknown.possibleClaims())).hasSize(16).startsWith("c01").endsWith("c16");
      assertThat(unknown.hasMorePossibleClaims()).isTrue();
    }

    @Test
    void copies_of_one_report_are_one_independent_root() {
      Claim twice =
          claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
              .addEvidence(evidence("S2", Mode.INDIRECT), evidence("S3", Mode.INDIRECT))
              .build();
      TestDossier dossier =
          TestDossier.of("p")
              .with(
                  source("S2", "wire", "2017").addDerivedFrom("S1").build(),
                  source("S3", "wire", "2017").revises("S1").build());
      assertThat(knownPosition(dossier.with(twice), "x", "p", "2016-04-01").independentRoots())
          .isEqualTo(1);
      TestDossier apart =
          TestDossier.of("p")
              .with(source("S2", "wire", "2017").build(), source("S3", "wire", "2017").build());
      assertThat(knownPosition(apart.with(twice), "x", "p", "2016-04-01").independentRoots())
          .isEqualTo(2);
    }

    @Test
    void two_sources_joined_by_a_third_are_one_root_only_if_the_third_is_evidence() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(
                  source("S2", "wire", "2017").build(),
                  source("S3", "wire", "2017").build(),
                  source("S4", "wire", "2017").addDerivedFrom("S2", "S3").build());
      Claim.Builder claim = claim("c1", "x", "p", FOR, ASSERT, "2016-03-01");
      Evidence second = evidence("S2", Mode.INDIRECT);
      Evidence third = evidence("S3", Mode.INDIRECT);
      Evidence joining = evidence("S4", Mode.INDIRECT);
      assertThat(
              knownPosition(
                      dossier.with(claim.addEvidence(second, third).build()),
                      "x",
                      "p",
                      "2016-04-01")
                  .independentRoots())
          .isEqualTo(2);
      assertThat(
              knownPosition(
                      dossier.with(claim.addEvidence(joining).build()), "x", "p", "2016-04-01")
                  .independentRoots())
          .isEqualTo(1);
    }

    @Test
    void a_citation_shows_only_evidence_that_is_visible_from_the_viewpoint() {
      TestDossier dossier =
          TestDossier.of("p")
              .with(actor("paper", ActorKind.MEDIA).build())
              .with(source("S2", "paper", "2018").build())
              .with(
                  claim("c1", "x", "p", FOR, ASSERT, "2016-03-01")
                      .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S2", Mode.INDIRECT))
                      .build());
      CitedClaim cited =
          dossier.tracker().knownAt("2018").position("x", "p").known().orElseThrow().headline();
      assertThat(cited.evidence()).extracting(Evidence::source).containsExactly("S2");
      assertThat(cited.print()).contains("The paper").doesNotContain("The wire");
    }
  }
}

package org.demarche;

import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Grade;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Made-up dossiers whose positions were worked out by hand from the rules; one test per case. */
class PositionsWorkedByHandTest {
  @Test
  void a_ministry_cannot_reverse_the_president_of_its_own_administration() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, ASSERT, "2016-03-01")
            .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
            .says("x-president", "c3", "p", AGAINST, DENY, "2016-09-01");
    dossier
        .assertPosition("x", "p", "2016-04-01")
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-03-01")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "p", "2016-07-01")
        .is("CONTESTED, CURRENT, last evidenced 2016-06-01")
        .isSupportedBy("c1", "c2");
    dossier
        .assertPosition("x-mofa", "p", "2016-07-01")
        .is("AGAINST ASSERT by c2, REPORTED, CURRENT, last evidenced 2016-06-01")
        .isSupportedBy("c2");
    dossier
        .assertPosition("x", "p", "2016-10-01")
        .is("AGAINST DENY by c3, REPORTED, CURRENT, last evidenced 2016-09-01")
        .isSupportedBy("c2", "c3");
  }

  @Test
  void a_ministry_of_the_next_administration_can_reverse_a_former_president() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, PROMISE, "2014-06-01")
            .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2015-02-01");
    dossier
        .assertPosition("x", "p", "2014-12-31")
        .is("FOR PROMISE by c1, REPORTED, CURRENT, last evidenced 2014-06-01")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "p", "2015-01-15")
        .is("FOR PROMISE by c1, REPORTED, INHERITED, last evidenced 2014-06-01")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "p", "2015-03-01")
        .is("AGAINST ASSERT by c2, REPORTED, CURRENT, last evidenced 2015-02-01")
        .isSupportedBy("c2");
  }

  @Test
  void a_claim_of_the_state_without_an_organ_ranks_below_a_ministry_and_can_only_contest_it() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
            .says("x", "c2", "p", UNCOMMITTED, WITHHOLD, "2016-05-01")
            .says("x-mnd", "c3", "p", UNCOMMITTED, WITHHOLD, "2016-06-01");
    dossier
        .assertPosition("x", "p", "2016-05-15")
        .is("CONTESTED, CURRENT, last evidenced 2016-05-01")
        .isSupportedBy("c1", "c2");
    dossier
        .assertPosition("x", "p", "2016-06-15")
        .is("UNCOMMITTED WITHHOLD by c3, REPORTED, CURRENT, last evidenced 2016-06-01")
        .isSupportedBy("c2", "c3");
  }

  @Test
  void claims_whose_dates_overlap_do_not_supersede_one_another() {
    TestDossier dossier =
        TestDossier.of("p", "q")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03")
            .says("x-mofa", "c2", "p", AGAINST, ASSERT, "[2016-03-15..2016-04-30]")
            .says("x-mofa", "c3", "p", AGAINST, DENY, "2016-05-10")
            .says("x-mofa", "d1", "q", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "d2", "q", AGAINST, ASSERT, "2016-01-10")
            .says("x-mofa", "d3", "q", FOR, ASSERT, "2016-02-10");
    dossier
        .assertPosition("x", "q", "2016-01-31")
        .is("CONTESTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("d1", "d2");
    dossier
        .assertPosition("x", "q", "2016-02-28")
        .is("FOR ASSERT by d3, REPORTED, CURRENT, last evidenced 2016-02-10")
        .isSupportedBy("d3");
    dossier
        .assertPosition("x", "p", "2016-02-28")
        .is("UNKNOWN, ONLY_LATER")
        .isSupportedBy()
        .hasPossibleClaims();
    dossier
        .assertPosition("x", "p", "2016-03-20")
        .is("UNKNOWN, ONLY_POSSIBLY")
        .isSupportedBy()
        .hasPossibleClaims("c1", "c2");
    dossier
        .assertPosition("x", "p", "2016-03-31")
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-03-31")
        .isSupportedBy("c1")
        .hasPossibleClaims("c2");
    dossier
        .assertPosition("x", "p", "2016-05-01")
        .is("CONTESTED, CURRENT, last evidenced 2016-04-30")
        .isSupportedBy("c1", "c2")
        .hasPossibleClaims();
    dossier
        .assertPosition("x", "p", "2016-05-31")
        .is("AGAINST DENY by c3, REPORTED, CURRENT, last evidenced 2016-05-10")
        .isSupportedBy("c2", "c3");
  }

  @Test
  void a_claim_made_throughout_a_period_counts_from_its_first_day_and_spans_the_whole_period() {
    TestDossier dossier =
        TestDossier.of("p", "q", "r")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01/2016-12")
            .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-06-01")
            .says("x-mofa", "c3", "q", FOR, ASSERT, "../2016-12-31")
            .says("x-mofa", "c4", "r", FOR, ASSERT, "2014-06/2015-06");
    dossier.assertPosition("x", "p", "2015-12-31").is("UNKNOWN, ONLY_LATER").isSupportedBy();
    dossier
        .assertPosition("x", "p", "2016-02-01")
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-02-01")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "p", "2016-07-01")
        .is("CONTESTED, CURRENT, last evidenced 2016-07-01")
        .isSupportedBy("c1", "c2");
    dossier
        .assertPosition("x", "p", "2017-01-15")
        .is("CONTESTED, CURRENT, last evidenced 2016-12-31")
        .isSupportedBy("c1", "c2");
    dossier
        .assertPosition("x", "q", "2016-07-01")
        .is("UNKNOWN, ONLY_POSSIBLY")
        .isSupportedBy()
        .hasPossibleClaims("c3");
    dossier
        .assertPosition("x", "q", "2016-12-31")
        .is("FOR ASSERT by c3, REPORTED, CURRENT, last evidenced 2016-12-31")
        .isSupportedBy("c3");
    dossier
        .assertPosition("x", "r", "2014-12-01")
        .is("FOR ASSERT by c4, REPORTED, CURRENT, last evidenced 2014-12-01")
        .isSupportedBy("c4");
    dossier
        .assertPosition("x", "r", "2015-02-01")
        .is("FOR ASSERT by c4, REPORTED, CURRENT, last evidenced 2015-02-01")
        .isSupportedBy("c4");
  }

  @Test
  void stances_pass_straight_down_and_straight_up_through_composites_and_never_sideways() {
    TestDossier dossier =
        TestDossier.of("a", "b", "c")
            .with(
                proposition("pack").putParts("a", AGAINST).putParts("b", FOR).build(),
                proposition("big").putParts("pack", FOR).putParts("c", FOR).build())
            .says("x-mofa", "c1", "big", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "c2", "a", FOR, STATE_INTENTION, "2016-02-10")
            .says("x-mofa", "c3", "b", UNCOMMITTED, WITHHOLD, "2016-03-10")
            .says("x-mofa", "c4", "big", AGAINST, REFUSE, "2016-04-10")
            .says("y-mfa", "d1", "a", AGAINST, ASSERT, "2016-01-10")
            .says("y-mfa", "d2", "b", FOR, ASSERT, "2016-01-10");
    dossier
        .assertPosition("x", "a", "2016-01-31")
        .is("AGAINST ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "b", "2016-01-31")
        .is("FOR ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "a", "2016-02-28")
        .is("FOR STATE_INTENTION by c2, REPORTED, CURRENT, last evidenced 2016-02-10")
        .isSupportedBy("c2");
    dossier
        .assertPosition("x", "pack", "2016-02-28")
        .is("AGAINST STATE_INTENTION by c2 implied, REPORTED, CURRENT, last evidenced 2016-02-10")
        .isSupportedBy("c2");
    dossier
        .assertPosition("x", "big", "2016-02-28")
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1")
        .isDisputedBy("c2");
    dossier
        .assertPosition("x", "b", "2016-02-28")
        .is("FOR ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "pack", "2016-03-31")
        .is("UNCOMMITTED WITHHOLD by c3 implied, REPORTED, CURRENT, last evidenced 2016-03-10")
        .isSupportedBy("c3");
    dossier
        .assertPosition("x", "big", "2016-03-31")
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1")
        .isDisputedBy("c3");
    dossier
        .assertPosition("x", "a", "2016-03-31")
        .is("FOR STATE_INTENTION by c2, REPORTED, CURRENT, last evidenced 2016-02-10")
        .isSupportedBy("c2");
    dossier
        .assertPosition("x", "c", "2016-03-31")
        .is("FOR ASSERT by c1 implied, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1");
    dossier.assertPosition("x", "c", "2016-04-30").is("UNKNOWN, NO_LONGER_IMPLIED").isSupportedBy();
    dossier
        .assertPosition("x", "pack", "2016-04-30")
        .is("UNCOMMITTED WITHHOLD by c3 implied, REPORTED, CURRENT, last evidenced 2016-03-10")
        .isSupportedBy("c3");
    dossier
        .assertPosition("x", "big", "2016-04-30")
        .is("AGAINST REFUSE by c4, REPORTED, CURRENT, last evidenced 2016-04-10")
        .isSupportedBy("c4");
    dossier
        .assertPosition("y", "pack", "2016-01-31")
        .is("UNKNOWN, ONLY_PARTS")
        .isSupportedBy()
        .hasHints();
  }

  @Test
  void only_claims_made_for_the_party_with_at_least_the_minimum_grade_count() {
    TestDossier dossier =
        TestDossier.of("p", "q", "r")
            .with(
                claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-01-10")
                    .addEvidence(evidence("SU", Mode.DIRECT))
                    .build())
            .with(
                claim("c2", "x-mofa", "q", FOR, AGREE, "2016-01-10")
                    .addSpeakers("y-mfa")
                    .addPrincipals("y-mfa")
                    .addEvidence(evidence("SY", Mode.DIRECT))
                    .build())
            .says("x-mofa", "c3", "r", UNCOMMITTED, NOTE, "2016-01-10")
            .with(
                claim("c4", "x-mofa", "r", FOR, ASSERT, "2016-01-11")
                    .addEvidence(evidence("S1", Mode.NARRATED))
                    .build())
            .says("x-official", "c5", "r", FOR, ASSERT, "2016-01-12")
            .says("bo-cheng", "c6", "r", AGAINST, EXPRESS_DESIRE, "[..2016-03-31]")
            .says("y-daily", "c7", "r", AGAINST, ASSERT, "2016-01-12");
    dossier
        .assertPosition("x", "p", "2016-02-01")
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c1");
    dossier
        .assertPosition("x", "q", "2016-02-01")
        .is("FOR AGREE by c2, OTHER_SIDE, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c2");
    dossier
        .assertPosition("y", "q", "2016-02-01")
        .is("FOR AGREE by c2, OWN_WORDS, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c2");
    dossier
        .assertPosition("x", "q", "2016-02-01", Grade.REPORTED)
        .is("UNKNOWN, ONLY_HINTS")
        .isSupportedBy()
        .hasHints("c2");
    dossier
        .assertPosition("x", "r", "2016-02-01")
        .is("UNKNOWN, ONLY_HINTS")
        .isSupportedBy()
        .hasPossibleClaims()
        .hasHints("c3", "c4", "c5", "c6");
    dossier
        .assertPosition("x", "r", "2016-02-01", Grade.NARRATED)
        .is("FOR ASSERT by c4, NARRATED, CURRENT, last evidenced 2016-01-11")
        .isSupportedBy("c4")
        .hasHints("c3", "c5", "c6");
    dossier
        .assertPosition("y", "r", "2016-02-01")
        .is("UNKNOWN, NO_CLAIMS")
        .isSupportedBy()
        .hasHints();
  }

  @Test
  void two_opposite_claims_of_one_party_on_one_day_make_its_position_contested() {
    TestDossier dossier =
        TestDossier.of("r", "s", "t")
            .with(
                proposition("p").addExcludes("q").build(),
                proposition("q").addExcludes("p").build())
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("y-mfa", "c2", "q", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "c3", "q", AGAINST, DENY, "2016-03-10")
            .says("x-mofa", "c4", "r", UNCOMMITTED, WITHHOLD, "2016-01-10")
            .says("y-mfa", "c5", "r", FOR, URGE, "2016-01-10")
            .says("x-mofa", "c6", "s", FOR, ASSERT, "2016-01-10")
            .says("x-mofa", "c7", "s", AGAINST, ASSERT, "2016-01-10")
            .says("y-mfa", "c8", "s", FOR, ASSERT, "2016-01-10");
    dossier
        .assertPosition("x", "s", "2016-02-01")
        .is("CONTESTED, CURRENT, last evidenced 2016-01-10")
        .isSupportedBy("c6", "c7");
  }

  @Test
  void two_claims_that_may_have_been_made_on_one_day_both_support_the_position() {
    TestDossier dossier =
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
    dossier
        .assertPosition("x", "p", "2017-01-15")
        .is("AGAINST REFUSE by c10, REPORTED, CURRENT, last evidenced 2016-12-31")
        .isSupportedBy("c10", "c11");
  }
}

package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DATES;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.change;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.modes;
import static org.demarche.examples.thaad.ThaadFixtures.position;
import static org.demarche.examples.thaad.ThaadFixtures.proposition;
import static org.demarche.examples.thaad.ThaadFixtures.quote;
import static org.demarche.examples.thaad.ThaadFixtures.quotes;
import static org.demarche.examples.thaad.ThaadFixtures.relation;
import static org.demarche.examples.thaad.ThaadFixtures.source;
import static org.demarche.examples.thaad.ThaadFixtures.unknown;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/**
 * Traps 14 to 31: misleading signs of what is claimed, and with what force. The numbers refer to
 * the coder’s list of places in these five articles where a reader, a coder or a program is easily
 * misled.
 */
class ClaimContentTrapsTest {
  @Test
  void trap_14_not_considering_more_batteries_is_an_intention_and_not_a_promise() {
    for (String id : List.of("UPI17-04", "UPI17-05")) {
      assertThat(claim(id).force()).as(id).isEqualTo(Force.STATE_INTENTION);
      assertThat(quote(id)).as(id).contains("is not considering");
    }
    Known position = known("rok", "additional-thaad", "2017-11-24");
    assertThat(position.force()).isEqualTo(Force.STATE_INTENTION);
    assertThat(position.isCommitment()).isFalse();
  }

  @Test
  void trap_14_the_only_promise_of_the_three_nos_is_narrated_and_only_a_hint() {
    assertThat(ids(TRACKER.claims().touching("three-nos").force(Force.PROMISE)))
        .containsExactly("ET22-17");
    assertThat(ids(TRACKER.claims().touching("three-nos").force(Force.AGREE))).isEmpty();
    assertThat(modes("ET22-17")).containsExactly(Mode.NARRATED);
    for (String date : List.of("2017-11-24", "2022-08-11")) {
      Position position = position("rok", "three-nos", date);
      assertThat(ids(position.support())).doesNotContain("ET22-17");
      assertThat(ids(position.hints())).contains("ET22-17");
    }
  }

  @Test
  void trap_15_a_reporters_label_inside_another_partys_claim_is_the_outlets_own_claim() {
    assertThat(ids(TRACKER.claims().principal("epoch-times").touching("3n-promise")))
        .containsExactly("ET22-08", "ET22-11", "ET22-18");
    assertThat(quote("ET22-07")).contains(quote("ET22-08"));
    assertThat(quote("ET22-10")).contains(quote("ET22-11"));
    assertThat(quotes("ET22-05").get(0)).endsWith(quote("ET22-06"));
    Known promise = known("rok", "3n-promise", "2022-08-11");
    assertThat(ids(promise.support())).containsExactly("KT17-15");
    assertThat(ids(promise.reports())).containsExactly("ET22-08", "ET22-11", "ET22-18");
    for (String party : List.of("rok", "rok-mofa", "prc", "prc-mfa")) {
      Unknown policy = unknown(party, "3n-policy", "2022-08-11");
      assertThat(policy.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
      assertThat(ids(policy.reports())).containsExactly("ET22-06");
    }
  }

  @Test
  void trap_16_denying_a_formal_agreement_does_not_deny_a_promise() {
    assertThat(claim("KT17-15").proposition()).isEqualTo("3n-promise");
    assertThat(claim("ET22-07").proposition()).isEqualTo("3n-agreement");
    assertThat(unknown("rok", "3n-agreement", "2017-11-24").reason())
        .isEqualTo(Unknown.Reason.ONLY_LATER);
    Known agreement = known("rok", "3n-agreement", "2022-08-11");
    assertThat(agreement.cellText()).isEqualTo("AGAINST/DENY");
    assertThat(ids(agreement.support())).containsExactly("ET22-07");
    Known promise = known("rok", "3n-promise", "2022-08-11");
    assertThat(promise.lastEvidenced()).isEqualTo("2017-11-24");
    assertThat(promise.standing()).isEqualTo(Standing.INHERITED);
    Known onlyPosition = known("rok", "3n-only-position", "2022-08-11");
    assertThat(ids(onlyPosition.support())).containsExactly("KT17-14");
    assertThat(unknown("prc", "3n-agreement", "2022-08-11").reason())
        .isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(relation("3n-agreement", "2022-08-11")).isEqualTo(Relation.Label.ONE_SIDED);
    assertThat(relation("3n-promise", "2017-11-24")).isEqualTo(Relation.Label.CONTRADICTION);
  }

  @Test
  void trap_16_holding_one_label_is_not_a_stance_on_a_rival_label() {
    assertThat(proposition("3n-only-position").excludes())
        .containsExactly("3n-agreement", "3n-promise");
    assertThat(unknown("prc", "3n-only-position", "2017-11-24").reason())
        .isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(ids(known("rok", "3n-promise", "2017-11-24").support())).containsExactly("KT17-15");
  }

  @Test
  void trap_17_the_words_just_a_position_make_two_claims_of_one_sentence() {
    assertThat(quote("KT17-15")).endsWith(quote("KT17-14"));
    assertThat(quote("KT17-14")).contains("just expression of the government position");
    Known position = known("rok", "3n-only-position", "2017-11-24");
    assertThat(position.cellText()).isEqualTo("FOR/ASSERT");
    assertThat(ids(position.support())).containsExactly("KT17-14");
    Known promise = known("rok", "3n-promise", "2017-11-24");
    assertThat(promise.cellText()).isEqualTo("AGAINST/DENY");
    assertThat(ids(promise.support())).containsExactly("KT17-15");
  }

  @Test
  void trap_18_refusing_to_rule_out_more_batteries_is_not_a_decision_to_deploy_them() {
    assertThat(claim("AP22-02").stance()).isEqualTo(Stance.UNCOMMITTED);
    assertThat(claim("ET22-02").stance()).isEqualTo(Stance.UNCOMMITTED);
    Known additional = known("rok", "additional-thaad", "2022-08-11");
    assertThat(additional.cellText()).isEqualTo("UNCOMMITTED/REFUSE");
    assertThat(ids(additional.support())).containsExactly("AP22-02", "ET22-02");
    Change change = change("rok", "additional-thaad", "2017-11-24", "2022-08-11");
    assertThat(change.label()).isEqualTo(Change.Label.WITHDRAWN);
    assertThat(change.hasAdministrationChanged()).isTrue();
    for (String part : List.of("join-us-md", "trilateral-alliance")) {
      assertThat(known("rok", part, "2022-08-11").cellText()).isEqualTo("UNCOMMITTED/REFUSE ‡");
    }
    assertThat(ids(TRACKER.claims().principal("rok").touching("three-nos").between("2022", "2022")))
        .containsExactly("AP22-02", "ET22-02");
  }

  @Test
  void trap_19_denying_a_request_is_not_refusing_it_and_having_no_plan_is_not_a_denial() {
    assertThat(known("rok", "shield-requested", "2017-11-24").cellText()).isEqualTo("AGAINST/DENY");
    assertThat(claim("KT17-24").respondsTo()).containsExactly("KT17-23");
    assertThat(known("rok", "hold-mil-talks", "2017-11-24").cellText())
        .isEqualTo("AGAINST/STATE_INTENTION");
    Unknown asked = unknown("rok", "mil-talks-requested", "2017-11-24");
    assertThat(asked.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(ids(asked.reports())).containsExactly("KT17-25");
    assertThat(ids(TRACKER.asOf("2017-11-24").claims().force(Force.REFUSE))).isEmpty();
    for (String request : List.of("shield-requested", "mil-talks-requested")) {
      Unknown beijing = unknown("prc", request, "2017-11-24");
      assertThat(beijing.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
      assertThat(beijing.reports()).hasSize(1);
    }
  }

  @Test
  void trap_20_the_three_nos_have_three_parts_and_kang_is_quoted_on_two() {
    assertThat(proposition("three-nos").parts())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "additional-thaad", Stance.AGAINST,
                "join-us-md", Stance.AGAINST,
                "trilateral-alliance", Stance.AGAINST));
    assertThat(ids(TRACKER.claims().speaker("kang-kyung-wha")))
        .containsExactly("UPI17-04", "UPI17-05");
    assertThat(claim("UPI17-04").proposition()).isEqualTo("additional-thaad");
    assertThat(claim("UPI17-05").proposition()).isEqualTo("join-us-md");
    Unknown third = unknown("rok", "trilateral-alliance", "2017-10-31");
    assertThat(ids(third.hints())).containsExactly("ET22-17");
    assertThat(ids(third.possibleClaims())).containsExactly("KT17-08", "KT17-27");
    assertThat(position("rok", "three-nos", "2017-10-31")).isInstanceOf(Unknown.class);
  }

  @Test
  void trap_20_no_claim_is_about_the_third_no_alone_and_seouls_stance_on_it_is_implied() {
    assertThat(ids(TRACKER.claims().on("trilateral-alliance"))).isEmpty();
    Known seoul = known("rok", "trilateral-alliance", "2017-11-24");
    assertThat(seoul.isImplied()).isTrue();
    assertThat(ids(seoul.support())).containsExactly("KT17-27", "KT17-08");
    assertThat(ids(known("prc", "trilateral-alliance", "2017-11-24").support()))
        .containsExactly("KT17-07");
  }

  @Test
  void trap_20_the_fourth_item_that_hua_lists_is_not_one_of_the_three_nos() {
    assertThat(quotes("UPI17-03")).contains(quote("UPI17-13"));
    assertThat(claim("UPI17-03").proposition()).isEqualTo("three-nos");
    assertThat(claim("UPI17-13").proposition()).isEqualTo("harms-prc-security");
    assertThat(ids(TRACKER.claims().touching("three-nos"))).doesNotContain("UPI17-13");
  }

  @Test
  void trap_21_a_negation_applies_to_both_verbs_and_a_double_one_leaves_the_stance_open() {
    assertThat(quote("UPI17-05")).contains("additional deployments of THAAD or participating in");
    assertThat(known("rok", "additional-thaad", "2017-10-31").stance()).isEqualTo(Stance.AGAINST);
    assertThat(known("rok", "join-us-md", "2017-10-31").stance()).isEqualTo(Stance.AGAINST);
    assertThat(quotes("UPI17-03").get(1)).contains("whether or not South Korea will not enter");
    assertThat(unknown("prc", "join-us-md", "2017-10-31").hints())
        .singleElement()
        .satisfies(
            hint -> {
              assertThat(hint.claim().id()).isEqualTo("UPI17-03");
              assertThat(hint.stance()).isEqualTo(Stance.UNCOMMITTED);
            });
  }

  @Test
  void trap_22_intending_no_harm_and_doing_no_harm_are_two_propositions() {
    Known intent = known("prc", "rok-intends-harm", "2017-11-24");
    assertThat(intent.stance()).isEqualTo(Stance.AGAINST);
    assertThat(ids(intent.support())).containsExactly("KT17-10");
    Known effect = known("prc", "harms-prc-security", "2017-11-24");
    assertThat(effect.stance()).isEqualTo(Stance.FOR);
    assertThat(ids(effect.support())).containsExactly("KT17-17");
    assertThat(known("prc", "harms-prc-security", "2022-08-11").stance()).isEqualTo(Stance.FOR);
    assertThat(claim("KT17-11").proposition()).isEqualTo("rok-intends-harm");
  }

  @Test
  void trap_23_only_against_the_north_and_primarily_against_it_are_two_propositions() {
    assertThat(quote("KT17-19")).contains("designed only to defend");
    assertThat(quote("ET22-09")).contains("primarily to counter");
    Known only = known("rok", "defence-only", "2022-08-11");
    assertThat(ids(only.support())).containsExactly("KT17-19");
    assertThat(only.standing()).isEqualTo(Standing.INHERITED);
    Known primarily = known("rok", "counters-dprk", "2022-08-11");
    assertThat(ids(primarily.support())).containsExactly("ET22-09");
    assertThat(primarily.standing()).isEqualTo(Standing.CURRENT);
    assertThat(change("rok", "defence-only", "2017-11-24", "2022-08-11").label())
        .isEqualTo(Change.Label.UNCHANGED);
    assertThat(change("rok", "counters-dprk", "2017-11-24", "2022-08-11").label())
        .isEqualTo(Change.Label.FIRST_STATED);
  }

  @Test
  void trap_23_a_wider_purpose_stated_by_the_narrator_is_not_seouls_position() {
    assertThat(quote("UPI17-06")).contains("or headed for U.S. territories");
    assertThat(claim("UPI17-06").principals()).containsExactly("upi");
    Unknown then = unknown("rok", "counters-dprk", "2017-11-24");
    assertThat(then.reason()).isEqualTo(Unknown.Reason.ONLY_LATER);
    assertThat(ids(then.reports())).containsExactly("UPI17-06");
  }

  @Test
  void trap_24_targeting_watching_and_harming_china_are_three_arguments() {
    assertThat(quote("KT17-17")).startsWith(quote("KT17-16"));
    Unknown target = unknown("prc", "targets-china", "2017-11-24");
    assertThat(target.reason()).isEqualTo(Unknown.Reason.ONLY_HINTS);
    assertThat(ids(target.hints())).containsExactly("KH15-07");
    assertThat(ids(known("prc", "surveils-china", "2017-11-24").support()))
        .containsExactly("KT17-16", "UPI17-07");
    assertThat(ids(known("prc", "harms-prc-security", "2017-11-24").support()))
        .containsExactly("KT17-17");
  }

  @Test
  void trap_25_a_hope_remains_a_hope_even_where_it_works_as_a_request() {
    Known position = known("prc", "handle-properly", "2017-11-24");
    assertThat(position.cellText()).isEqualTo("FOR/HOPE");
    assertThat(position.force().point()).contains(Force.Point.EXPRESSIVE);
    assertThat(position.force().strength()).isEqualTo(OptionalInt.of(1));
    assertThat(ids(TRACKER.claims().principal("prc-mfa").force(Force.URGE)))
        .containsExactly("KT17-12", "ET22-05");
  }

  @Test
  void trap_26_a_claim_of_continuity_is_not_evidence_of_earlier_positions() {
    assertThat(quotes("KH15-03").get(0)).contains("remains unchanged");
    assertThat(claim("KH15-03").force()).isEqualTo(Force.REAFFIRM);
    assertThat(position("rok", "deployment", "2015-02-04")).isInstanceOf(Unknown.class);
    assertThat(quotes("UPI17-02").get(0)).contains("continued opposition");
    assertThat(claim("UPI17-02").force()).isEqualTo(Force.UNSPECIFIED);
    assertThat(unknown("prc", "deployment", "2015-02-03").reason())
        .isEqualTo(Unknown.Reason.ONLY_POSSIBLY);
    assertThat(quote("AP22-04")).contains("reaffirmed");
    assertThat(claim("AP22-04").asserted()).isEqualTo(When.parse("2022-08-10"));
    Position withoutTheEarlierClaims =
        TRACKER.without("KT17").asOf("2022-08-09").position("prc", "harms-prc-security");
    assertThat(withoutTheEarlierClaims).isInstanceOf(Unknown.class);
  }

  @Test
  void trap_27_agreeing_to_act_is_a_commitment_and_sharing_a_view_is_not() {
    assertThat(ids(TRACKER.claims().force(Force.AGREE)))
        .containsExactlyInAnyOrder(
            "KH15-10", "KH15-11", "UPI17-12", "KT17-02", "KT17-05", "AP22-09", "ET22-04");
    assertThat(known("prc", "not-an-obstacle", "2022-08-11").isCommitment()).isTrue();
    assertThat(quote("KH15-12")).contains("shared the view");
    assertThat(claim("KH15-12").force()).isEqualTo(Force.ASSERT);
    assertThat(known("prc", "alliance-stabilising", "2015-02-04").isCommitment()).isFalse();
  }

  @Test
  void trap_28_what_beijing_appears_to_urge_is_imputed_even_where_the_headline_drops_the_hedge() {
    assertThat(modes("KT17-01")).containsExactly(Mode.IMPUTED);
    assertThat(quotes("KT17-01").get(0)).contains("appears to be");
    assertThat(quotes("KT17-01").get(1)).isEqualTo(source("KT17").title()).doesNotContain("appear");
    assertThat(quotes("KT17-01").get(2)).contains("were construed as");
    Unknown position = unknown("prc", "further-steps", "2017-11-24");
    assertThat(position.reason()).isEqualTo(Unknown.Reason.ONLY_HINTS);
    assertThat(ids(position.hints())).containsExactly("KT17-01");
    Tracker everything = TRACKER.minGrade(Grade.IMPUTED).asOf("2017-11-24");
    assertThat(known(everything.position("prc", "further-steps")).grade()).isEqualTo(Grade.IMPUTED);
    assertThat(ids(TRACKER.claims().on("further-steps"))).containsExactly("KT17-01");
  }

  @Test
  void trap_29_neither_declining_to_answer_nor_silence_is_a_stance() {
    for (String party : List.of("rok", "rok-mnd")) {
      Unknown declined = unknown(party, "prior-remarks-detail", "2015-02-04");
      assertThat(declined.reason()).isEqualTo(Unknown.Reason.ONLY_HINTS);
      assertThat(ids(declined.hints())).containsExactly("KH15-02");
    }
    assertThat(ids(TRACKER.claims().speaker("park-geun-hye")))
        .containsExactly("KH15-16", "KH15-17");
    for (String party : List.of("rok-president", "park-geun-hye")) {
      assertThat(unknown(party, "deployment", "2015-02-04").reason())
          .isEqualTo(Unknown.Reason.NO_CLAIMS);
    }
  }

  @Test
  void trap_30_taking_note_does_not_make_beijing_contradict_itself() {
    for (Proposition proposition : DOSSIER.propositions()) {
      for (String date : DATES) {
        assertThat(position("prc", proposition.id(), date)).isNotInstanceOf(Contested.class);
      }
    }
    Known harm = known("prc", "harms-prc-security", "2017-10-31");
    assertThat(harm.stance()).isEqualTo(Stance.FOR);
    assertThat(ids(harm.hints())).containsExactly("UPI17-13");
    Unknown nos = unknown("prc", "three-nos", "2017-10-31");
    assertThat(ids(nos.hints())).containsExactly("UPI17-03");
    assertThat(known("prc", "deployment", "2017-10-31").stance()).isEqualTo(Stance.AGAINST);
  }

  @Test
  void trap_31_deploying_is_not_a_stance_and_only_outlets_speak_of_retaliation() {
    for (String date : DATES) {
      Unknown seoul = unknown("rok", "deployment", date);
      assertThat(ids(seoul.hints())).containsExactly("KH15-08");
    }
    assertThat(ids(TRACKER.claims().on("deployment").stance(Stance.FOR)))
        .containsExactly("KH15-06");
    assertThat(claim("KH15-06").principals()).containsExactly("usa");
    assertThat(quote("UPI17-08")).contains("unofficial economic sanctions");
    Unknown beijing = unknown("prc", "retaliation", "2022-08-31");
    assertThat(beijing.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(ids(beijing.reports())).containsExactly("ET22-16", "KT17-18", "UPI17-08");
  }
}

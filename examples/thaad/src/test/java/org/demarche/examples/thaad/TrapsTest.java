package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.examples.thaad.Asking.DATES;
import static org.demarche.examples.thaad.Asking.DOSSIER;
import static org.demarche.examples.thaad.Asking.TRACKER;
import static org.demarche.examples.thaad.Asking.actor;
import static org.demarche.examples.thaad.Asking.changed;
import static org.demarche.examples.thaad.Asking.claim;
import static org.demarche.examples.thaad.Asking.grade;
import static org.demarche.examples.thaad.Asking.ids;
import static org.demarche.examples.thaad.Asking.known;
import static org.demarche.examples.thaad.Asking.madeUp;
import static org.demarche.examples.thaad.Asking.modes;
import static org.demarche.examples.thaad.Asking.position;
import static org.demarche.examples.thaad.Asking.proposition;
import static org.demarche.examples.thaad.Asking.quote;
import static org.demarche.examples.thaad.Asking.quotes;
import static org.demarche.examples.thaad.Asking.quotesFrom;
import static org.demarche.examples.thaad.Asking.relays;
import static org.demarche.examples.thaad.Asking.source;
import static org.demarche.examples.thaad.Asking.unknown;
import static org.demarche.examples.thaad.Asking.with;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Where a reader, a coder or a program is led astray by these five articles. The traps are numbered
 * as the coder found them: who is speaking, 1 to 13; what is claimed, 14 to 31; when, 32 to 39;
 * which text, 40 to 52; whose position, 53 to 58.
 */
class TrapsTest {
  // Who is speaking

  @Test
  void trap_01_marks_around_a_relays_words_do_not_make_them_the_speakers_own() {
    assertThat(quotes("KH15-01").get(1)).startsWith("“The Chinese side conveyed");
    assertThat(modes("KH15-01")).containsExactly(Mode.INDIRECT);
    assertThat(relays("KH15-01")).containsExactly(List.of("rok-senior-defence-official"));
    assertThat(quote("KT17-11")).contains("\"attitude of having no intention");
    assertThat(modes("KT17-11")).containsExactly(Mode.PRESUPPOSED);
    assertThat(relays("KT17-11")).containsExactly(List.of("prc-mfa"));
    Tracker ownWords = TRACKER.minGrade(Grade.OWN_WORDS);
    assertThat(ownWords.asOf("2015-02-04").position("prc", "deployment"))
        .isInstanceOf(Unknown.class);
    assertThat(ownWords.asOf("2017-11-24").position("rok", "rok-intends-harm"))
        .isInstanceOf(Unknown.class);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({
    "KH15-01, prc, 2015-02-04",
    "KH15-12, prc, 2015-02-04",
    "UPI17-12, rok, 2017-10-31",
    "KT17-08, rok, 2017-11-24",
    "KT17-11, rok, 2017-11-24",
    "AP22-08, prc, 2022-08-11",
    "ET22-04, rok, 2022-08-11"
  })
  void trap_02_what_is_known_only_through_the_other_side_is_labelled(
      String claim, String party, String date) {
    Position position = position(party, claim(claim).proposition(), date);
    assertThat(grade(claim, party, date)).isEqualTo(Grade.OTHER_SIDE);
    assertThat(ids(position.support())).contains(claim);
    assertThat(position.toString()).contains("OTHER_SIDE");
    Position stricter =
        TRACKER.minGrade(Grade.REPORTED).asOf(date).position(party, claim(claim).proposition());
    assertThat(ids(stricter.support())).doesNotContain(claim);
    assertThat(ids(stricter.hints())).contains(claim);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({"UPI17-12, prc, 2017-10-31", "AP22-08, rok, 2022-08-11", "ET22-04, prc, 2022-08-11"})
  void trap_02_the_tellers_own_half_of_a_joint_claim_is_reported(
      String claim, String party, String date) {
    assertThat(grade(claim, party, date)).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_03_a_chain_three_deep_is_kept_in_order() {
    assertThat(source("KT17").outlet()).isEqualTo("korea-times");
    assertThat(relays("KT17-08")).containsExactly(List.of("prc-mfa", "wang-yi"));
    assertThat(claim("KT17-08").speakers()).containsExactly("rok");
    assertThat(position("rok", "three-nos", "2017-11-24").toString())
        .contains("— The Korea Times ← PRC Ministry of Foreign Affairs ← Wang Yi, 2017-11-24");
  }

  @Test
  void trap_04_a_relay_of_the_own_side_is_not_the_other_side() {
    assertThat(relays("KT17-07")).containsExactly(List.of("prc-mfa"));
    assertThat(grade("KT17-07", "prc", "2017-11-24")).isEqualTo(Grade.OWN_WORDS);
    assertThat(grade("KT17-07", "prc-mfa", "2017-11-24")).isEqualTo(Grade.OWN_WORDS);
    assertThat(relays("KH15-03")).containsExactly(List.of("rok-senior-defence-official"));
    assertThat(grade("KH15-03", "rok", "2015-02-04")).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_05_the_two_wangs_are_two() {
    assertThat(ids(TRACKER.claims().speaker("wang-yi"))).containsExactly("KT17-07", "ET22-05");
    assertThat(ids(TRACKER.claims().speaker("wang-wenbin"))).containsExactly("AP22-04", "AP22-05");
    assertThat(quote("AP22-05")).endsWith("Wang said.");
    assertThat(quotes("ET22-05").get(0)).startsWith("Wang also urged");
    assertThat(ids(TRACKER.claims().principal("prc-mfa")))
        .containsExactlyInAnyOrder(
            "UPI17-01",
            "UPI17-03",
            "UPI17-13",
            "KT17-07",
            "KT17-09",
            "KT17-10",
            "KT17-12",
            "AP22-04",
            "AP22-05",
            "ET22-05");
  }

  @Test
  void trap_06_the_spokesman_moon_is_not_president_moon() {
    assertThat(actor("moon-sang-gyun").name()).startsWith("Moon");
    assertThat(actor("moon-jae-in").name()).startsWith("Moon");
    assertThat(ids(TRACKER.claims().speaker("moon-sang-gyun"))).containsExactly("KT17-26");
    assertThat(ids(TRACKER.claims().speaker("moon-jae-in"))).containsExactly("ET22-17", "KT17-05");
    assertThat(known("rok", "hold-mil-talks", "2017-11-24").headline().authority())
        .isEqualTo(Authority.MINISTRY);
    assertThat(unknown("rok-president", "hold-mil-talks", "2017-11-24").reason())
        .isEqualTo(Unknown.Reason.NO_CLAIMS);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ET22-12", "ET22-13", "ET22-14"})
  void trap_07_the_he_of_the_presidential_office_is_an_unnamed_official(String claim) {
    assertThat(claim(claim).speakers()).containsExactly("rok-presidential-official-2022");
    assertThat(actor("rok-presidential-official-2022").isNamed()).isFalse();
    assertThat(claim(claim).principals()).containsExactly("rok-presidential-office");
    String proposition = claim(claim).proposition();
    assertThat(unknown("yoon-suk-yeol", proposition, "2022-08-11").reason())
        .isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(position("rok", proposition, "2022-08-11").support())
        .filteredOn(cited -> cited.claim().id().equals(claim))
        .singleElement()
        .satisfies(cited -> assertThat(cited.authority()).isEqualTo(Authority.HEAD_OFFICE));
    assertThat(ids(TRACKER.claims().speaker("yoon-suk-yeol")))
        .containsExactly("ET22-20", "ET22-21");
  }

  @Test
  void trap_08_a_capital_is_not_guessed_into_an_organ() {
    for (String id : List.of("KT17-03", "KT17-14", "KT17-27", "AP22-01", "AP22-02", "ET22-02")) {
      assertThat(claim(id).principals()).as(id).containsExactly("rok");
    }
    for (String id : List.of("UPI17-02", "KT17-13", "KT17-16", "AP22-03", "AP22-10", "ET22-03")) {
      assertThat(claim(id).principals()).as(id).containsExactly("prc");
    }
    assertThat(known("rok", "additional-thaad", "2022-08-11").headline().authority())
        .isEqualTo(Authority.UNSPECIFIED);
    Known ministry = known("rok-mofa", "additional-thaad", "2022-08-11");
    assertThat(ids(ministry.support())).containsExactly("UPI17-04");
    assertThat(ministry.standing()).isEqualTo(Standing.INHERITED);
    assertThat(unknown("rok-presidential-office", "three-nos", "2022-08-11").reason())
        .isEqualTo(Unknown.Reason.NO_CLAIMS);
  }

  @Test
  void trap_08_a_capital_does_not_outrank_a_ministry_that_spoke_before() {
    Tracker tracker =
        with(
            madeUp("later", "rok", "2017-11-20", "KT17")
                .proposition("additional-thaad")
                .stance(Stance.FOR)
                .build());
    Position position = tracker.asOf("2017-11-24").position("rok", "additional-thaad");
    assertThat(position).isInstanceOf(Contested.class);
    assertThat(ids(position.support())).contains("UPI17-04", "later");
  }

  @Test
  void trap_09_state_run_media_never_feed_their_states_position() {
    Unknown consistent = unknown("prc", "prc-opposition-consistent", "2017-11-24");
    assertThat(consistent.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(ids(consistent.reports())).containsExactly("KT17-20");
    Unknown settled = unknown("prc", "row-settled", "2017-11-24");
    assertThat(ids(settled.hints())).containsExactly("KT17-02");
    assertThat(ids(settled.reports())).containsExactly("KT17-22");
    Unknown communication = unknown("prc", "ongoing-communication", "2017-10-31");
    assertThat(communication.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(ids(communication.reports())).containsExactly("UPI17-11");
    assertThat(known("global-times", "row-settled", "2017-11-24").stance())
        .isEqualTo(Stance.AGAINST);
  }

  @Test
  void trap_09_state_run_media_are_their_states_own_side_as_relays() {
    assertThat(actor("global-times").of()).contains("prc");
    assertThat(actor("peoples-daily").of()).contains("prc");
    assertThat(relays("KT17-21")).containsExactly(List.of("global-times"));
    assertThat(grade("KT17-21", "prc", "2017-11-24")).isEqualTo(Grade.REPORTED);
    assertThat(relays("UPI17-12")).containsExactly(List.of("peoples-daily"));
    assertThat(grade("UPI17-12", "prc", "2017-10-31")).isEqualTo(Grade.REPORTED);
    assertThat(grade("UPI17-12", "rok", "2017-10-31")).isEqualTo(Grade.OTHER_SIDE);
  }

  @Test
  void trap_10_two_capitals_in_one_sentence_are_two_parallel_claims() {
    assertThat(claim("KT17-19").occasion()).isEmpty();
    assertThat(claim("KT17-19").force()).isEqualTo(Force.ASSERT);
    for (String party : List.of("rok", "usa")) {
      Known position = known(party, "defence-only", "2017-11-24");
      assertThat(position.cellText()).isEqualTo("FOR/ASSERT");
      assertThat(position.grade()).isEqualTo(Grade.REPORTED);
      assertThat(position.isCommitment()).isFalse();
    }
  }

  @Test
  void trap_11_an_unnamed_official_speaks_for_his_ministry_all_the_same() {
    assertThat(actor("rok-senior-defence-official").isNamed()).isFalse();
    assertThat(actor("rok-senior-defence-official").of()).contains("rok-mnd");
    assertThat(claim("KH15-02").principals()).containsExactly("rok-mnd");
    assertThat(ids(position("rok-mnd", "prior-remarks-detail", "2015-02-04").hints()))
        .containsExactly("KH15-02");
    assertThat(grade("KH15-01", "prc", "2015-02-04")).isEqualTo(Grade.OTHER_SIDE);
    assertThat(grade("KH15-03", "rok-mnd", "2015-02-04")).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_12_a_demand_known_only_as_what_was_rejected_is_the_demanders() {
    assertThat(quote("AP22-02")).contains(quote("AP22-03"));
    assertThat(modes("AP22-03")).containsExactly(Mode.PRESUPPOSED);
    assertThat(claim("AP22-03").speakers()).containsExactly("prc");
    Known beijing = known("prc", "additional-thaad", "2022-08-11");
    assertThat(beijing.headline().claim().id()).isEqualTo("AP22-03");
    assertThat(beijing.cellText()).isEqualTo("AGAINST/URGE");
    assertThat(beijing.grade()).isEqualTo(Grade.REPORTED);
    Position seoul = position("rok", "additional-thaad", "2022-08-11");
    assertThat(ids(seoul.support())).doesNotContain("AP22-03");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KH15-04", "KH15-05"})
  void trap_13_it_is_the_ministrys_position_whoever_of_the_two_was_speaking(String claim) {
    assertThat(modes(claim)).containsExactly(Mode.INDIRECT);
    String proposition = claim(claim).proposition();
    Known minister = known("rok-mnd", proposition, "2015-02-04");
    assertThat(minister.cellText()).isEqualTo("AGAINST/ASSERT");
    assertThat(minister.grade()).isEqualTo(Grade.REPORTED);
    Evidence unrelayed =
        Evidence.builder().source("KH15").mode(Mode.INDIRECT).quote(quote(claim)).build();
    Dossier theOfficialSaidIt =
        changed(
            claim,
            c -> c.speakers(List.of("rok-senior-defence-official")).evidence(List.of(unrelayed)));
    Known official =
        known(Tracker.of(theOfficialSaidIt).asOf("2015-02-04").position("rok-mnd", proposition));
    assertThat(official.paragraph()).isEqualTo(minister.paragraph());
  }

  // What is claimed

  @Test
  void trap_14_not_considering_it_is_no_promise() {
    for (String id : List.of("UPI17-04", "UPI17-05")) {
      assertThat(claim(id).force()).as(id).isEqualTo(Force.STATE_INTENTION);
      assertThat(quote(id)).as(id).contains("is not considering");
    }
    Known position = known("rok", "additional-thaad", "2017-11-24");
    assertThat(position.force()).isEqualTo(Force.STATE_INTENTION);
    assertThat(position.isCommitment()).isFalse();
  }

  @Test
  void trap_14_the_one_promise_of_the_three_nos_is_a_narrators_word_and_only_hints() {
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
  void trap_15_the_reporters_noun_inside_anothers_claim_is_the_reporters() {
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
  void trap_16_a_rival_label_held_is_no_stance_on_the_other() {
    assertThat(proposition("3n-only-position").excludes())
        .containsExactly("3n-agreement", "3n-promise");
    assertThat(unknown("prc", "3n-only-position", "2017-11-24").reason())
        .isEqualTo(Unknown.Reason.NO_CLAIMS);
    assertThat(ids(known("rok", "3n-promise", "2017-11-24").support())).containsExactly("KT17-15");
  }

  @Test
  void trap_17_just_a_position_makes_two_claims_of_one_sentence() {
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
  void trap_18_refusing_not_to_is_not_going_to() {
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
  void trap_19_denying_that_it_was_asked_is_not_refusing_it_nor_is_having_no_plan_a_denial() {
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
  void trap_20_the_three_nos_are_three_and_kang_is_quoted_on_two() {
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
  void trap_20_nobody_speaks_of_the_third_no_alone_and_seouls_stance_on_it_is_implied() {
    assertThat(ids(TRACKER.claims().on("trilateral-alliance"))).isEmpty();
    Known seoul = known("rok", "trilateral-alliance", "2017-11-24");
    assertThat(seoul.isImplied()).isTrue();
    assertThat(ids(seoul.support())).containsExactly("KT17-27", "KT17-08");
    assertThat(ids(known("prc", "trilateral-alliance", "2017-11-24").support()))
        .containsExactly("KT17-07");
  }

  @Test
  void trap_20_hua_lists_four_items_and_the_fourth_is_none_of_the_three() {
    assertThat(quotes("UPI17-03")).contains(quote("UPI17-13"));
    assertThat(claim("UPI17-03").proposition()).isEqualTo("three-nos");
    assertThat(claim("UPI17-13").proposition()).isEqualTo("harms-prc-security");
    assertThat(ids(TRACKER.claims().touching("three-nos"))).doesNotContain("UPI17-13");
  }

  @Test
  void trap_21_a_negation_reaches_over_both_verbs_and_a_double_one_over_none() {
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
  void trap_22_meaning_no_harm_is_not_doing_none() {
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
  void trap_23_only_against_the_north_and_primarily_so_are_two_propositions() {
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
  void trap_23_the_narrators_wider_purpose_is_not_seouls() {
    assertThat(quote("UPI17-06")).contains("or headed for U.S. territories");
    assertThat(claim("UPI17-06").principals()).containsExactly("upi");
    Unknown then = unknown("rok", "counters-dprk", "2017-11-24");
    assertThat(then.reason()).isEqualTo(Unknown.Reason.ONLY_LATER);
    assertThat(ids(then.reports())).containsExactly("UPI17-06");
  }

  @Test
  void trap_24_to_target_to_watch_and_to_harm_are_three_arguments() {
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
  void trap_25_a_hope_stays_a_hope_though_it_directs() {
    Known position = known("prc", "handle-properly", "2017-11-24");
    assertThat(position.cellText()).isEqualTo("FOR/HOPE");
    assertThat(position.force().point()).contains(Force.Point.EXPRESSIVE);
    assertThat(position.force().strength()).isEqualTo(OptionalInt.of(1));
    assertThat(ids(TRACKER.claims().principal("prc-mfa").force(Force.URGE)))
        .containsExactly("KT17-12", "ET22-05");
  }

  @Test
  void trap_26_claiming_continuity_is_no_evidence_of_what_went_before() {
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
  void trap_27_to_agree_to_do_is_not_to_share_a_view() {
    assertThat(ids(TRACKER.claims().force(Force.AGREE)))
        .containsExactlyInAnyOrder(
            "KH15-10", "KH15-11", "UPI17-12", "KT17-02", "KT17-05", "AP22-09", "ET22-04");
    assertThat(known("prc", "not-an-obstacle", "2022-08-11").isCommitment()).isTrue();
    assertThat(quote("KH15-12")).contains("shared the view");
    assertThat(claim("KH15-12").force()).isEqualTo(Force.ASSERT);
    assertThat(known("prc", "alliance-stabilising", "2015-02-04").isCommitment()).isFalse();
  }

  @Test
  void trap_28_what_beijing_appears_to_urge_is_imputed_also_where_the_headline_drops_the_hedge() {
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
  void trap_29_neither_a_refusal_to_answer_nor_silence_is_a_stance() {
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
  void trap_31_deploying_is_not_being_for_and_retaliation_is_nobodys_claim_but_the_outlets() {
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

  // When

  @Test
  void trap_32_an_article_is_of_the_day_it_was_published_not_of_the_day_it_was_crawled() {
    assertThat(source("KT17").published()).isEqualTo(When.parse("2017-11-24"));
    assertThat(source("KT17").basis()).isEqualTo(Basis.STATED);
    assertThat(TRACKER.claims().source("KT17").list())
        .hasSize(27)
        .allSatisfy(c -> assertThat(c.asserted().latest()).isBeforeOrEqualTo("2017-11-24"));
    Tracker then = TRACKER.asOf("2017-11-24").knownAt("2017-11-24");
    assertThat(known(then.position("prc", "3n-promise")).stance()).isEqualTo(Stance.FOR);
  }

  @Test
  void trap_33_a_later_teaser_on_the_page_does_not_leak_into_the_article() {
    assertThat(quotesFrom("KT17"))
        .isNotEmpty()
        .noneSatisfy(
            quote -> assertThat(quote).containsAnyOf("lifts bans", "Chip 4", "2017-11-28"));
    assertThat(ids(TRACKER.claims().source("KT17").between("2017-11-25", "2022-08-31"))).isEmpty();
    assertThat(
            Stream.of(
                    DOSSIER.sources().stream().map(Source::published),
                    DOSSIER.claims().stream().map(Claim::asserted),
                    DOSSIER.occasions().stream().map(o -> o.when()))
                .flatMap(dates -> dates))
        .noneSatisfy(date -> assertThat(date.latest()).isEqualTo("2017-11-28"));
  }

  @ParameterizedTest
  @CsvSource({
    "KH15-01, WEDNESDAY, 2015-02-04, RESOLVED",
    "UPI17-01, TUESDAY, 2017-10-31, RESOLVED",
    "UPI17-03, TUESDAY, 2017-10-31, RESOLVED",
    "UPI17-04, MONDAY, 2017-10-30, RESOLVED",
    "UPI17-05, MONDAY, 2017-10-30, RESOLVED",
    "KT17-07, WEDNESDAY, 2017-11-22, RESOLVED",
    "KT17-20, THURSDAY, 2017-11-23, RESOLVED",
    "KT17-22, THURSDAY, 2017-11-23, RESOLVED",
    "AP22-01, WEDNESDAY, 2022-08-10, RESOLVED",
    "AP22-04, WEDNESDAY, 2022-08-10, RESOLVED",
    "AP22-08, TUESDAY, 2022-08-09, RESOLVED",
    "ET22-01, THURSDAY, 2022-08-11, RESOLVED",
    "ET22-05, TUESDAY, 2022-08-09, INFERRED"
  })
  void trap_34_a_weekday_is_the_one_before_publication(
      String claim, DayOfWeek weekday, LocalDate day, Basis basis) {
    assertThat(day.getDayOfWeek()).isEqualTo(weekday);
    assertThat(claim(claim).asserted()).isEqualTo(When.on(day));
    assertThat(claim(claim).basis()).isEqualTo(basis);
  }

  @Test
  void trap_34_last_year_and_last_month_are_those_before_the_article() {
    assertThat(quote("KH15-06")).contains("last year");
    assertThat(claim("KH15-06").asserted()).isEqualTo(When.parse("2014"));
    assertThat(quote("KT17-02")).contains("last month");
    assertThat(claim("KT17-02").asserted()).isEqualTo(When.parse("2017-10-31"));
    assertThat(claim("KT17-02").basis()).isEqualTo(Basis.RESOLVED);
  }

  @ParameterizedTest
  @CsvSource({
    "KH15, 2015-02-04, STATED",
    "UPI17, 2017-10-31, INFERRED",
    "KT17, 2017-11-24, STATED",
    "AP22, 2022-08-10, INFERRED",
    "ET22, [2022-08-11..2022-08-31], INFERRED"
  })
  void trap_35_a_date_that_no_article_states_is_marked_as_inferred(
      String source, String published, Basis basis) {
    assertThat(source(source).published()).hasToString(published);
    assertThat(source(source).basis()).isEqualTo(basis);
  }

  @Test
  void trap_35_an_article_of_uncertain_date_is_known_only_from_its_last_possible_day() {
    Tracker statement = TRACKER.asOf("2022-08-11");
    assertThat(unknown(statement.knownAt("2022-08-30").position("rok", "3n-agreement")).reason())
        .isEqualTo(Unknown.Reason.NOT_YET_KNOWN);
    assertThat(known(statement.knownAt("2022-08-31").position("rok", "3n-agreement")).cellText())
        .isEqualTo("AGAINST/DENY");
  }

  @Test
  void trap_36_a_read_out_is_of_the_day_it_was_given_not_of_the_meeting() {
    assertThat(claim("AP22-05").asserted()).isEqualTo(When.parse("2022-08-10"));
    assertThat(claim("AP22-05").occasion()).contains("qingdao-2022-08-09");
    assertThat(DOSSIER.occasion("qingdao-2022-08-09").orElseThrow().when())
        .isEqualTo(When.parse("2022-08-09"));
    assertThat(unknown("prc", "understanding-enhanced", "2022-08-09").reason())
        .isEqualTo(Unknown.Reason.ONLY_LATER);
    assertThat(known("prc", "understanding-enhanced", "2022-08-10").cellText())
        .isEqualTo("FOR/ASSERT");
  }

  @Test
  void trap_37_a_date_that_the_source_has_wrong_stays_and_is_corrected_by_another_claim() {
    assertThat(quote("KT17-05")).contains("Nov. 12 summit");
    assertThat(claim("KT17-05").asserted()).isEqualTo(When.parse("2017-11-12"));
    assertThat(claim("KT17-05").basis()).isEqualTo(Basis.STATED);
    Dossier edited = changed("KT17-05", c -> c.asserted(When.parse("[2017-11-11..2017-11-12]")));
    assertThatThrownBy(() -> DOSSIER.plus(edited))
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("KT17-05");
    Tracker corrected =
        with(
            madeUp("correction", "rok-president", "2017-11-11", "KT17")
                .proposition("normalise-relations")
                .build());
    assertThat(ids(corrected.claims().principal("rok-president").on("normalise-relations")))
        .containsExactly("correction", "KT17-05");
  }

  @ParameterizedTest
  @ValueSource(strings = {"KT17-13", "KT17-14", "KT17-23", "KT17-24", "KT17-25", "KT17-26"})
  void trap_38_an_undated_claim_has_only_a_last_possible_day(String claim) {
    When asserted = claim(claim).asserted();
    assertThat(asserted.earliest()).isEmpty();
    assertThat(asserted.latest()).isEqualTo("2017-11-24");
    String principal = claim(claim).principals().first();
    Unknown before = unknown(principal, claim(claim).proposition(), "2017-11-23");
    assertThat(before.reason()).isEqualTo(Unknown.Reason.ONLY_POSSIBLY);
    assertThat(ids(before.possibleClaims())).containsExactly(claim);
    assertThat(known(principal, claim(claim).proposition(), "2017-11-24").headline().claim().id())
        .isEqualTo(claim);
    assertThat(ids(TRACKER.claims().between("2016", "2016"))).contains(claim);
  }

  @Test
  void trap_38_of_two_undated_claims_neither_is_the_later() {
    When promise = claim("KT17-13").asserted();
    When position = claim("KT17-14").asserted();
    assertThat(promise.before(position)).isFalse();
    assertThat(position.before(promise)).isFalse();
    assertThat(claim("KT17-14").respondsTo()).containsExactly("KT17-13");
  }

  @Test
  void trap_39_what_is_promised_for_march_is_said_in_february() {
    assertThat(quote("KH15-11")).contains("in March");
    assertThat(quote("KH15-10")).contains("this year");
    for (String id : List.of("KH15-10", "KH15-11")) {
      assertThat(claim(id).asserted()).as(id).isEqualTo(When.parse("2015-02-04"));
      assertThat(known("rok", claim(id).proposition(), "2015-02-04").cellText())
          .as(id)
          .isEqualTo("FOR/AGREE");
    }
  }

  // Which text

  @Test
  void trap_40_two_quotations_of_one_statement_are_one_claim_with_two_pieces_of_evidence() {
    assertThat(claim("AP22-08").evidence())
        .extracting(Evidence::source)
        .containsExactly("AP22", "ET22");
    assertThat(quotes("AP22-08").get(0)).contains("“During the meeting, both sides confirmed");
    assertThat(quotes("AP22-08").get(1)).contains("“We confirmed our differences");
    assertThat(ids(TRACKER.claims().on("differences-exist"))).containsExactly("AP22-08");
    assertThat(known("rok", "differences-exist", "2022-08-11").headline().evidence()).hasSize(2);
    assertThat(claim("AP22-09").evidence()).hasSize(4);
    assertThat(source("AP22").hasReliableQuotes()).isTrue();
    assertThat(source("ET22").hasReliableQuotes()).isFalse();
  }

  @Test
  void trap_41_two_articles_that_draw_on_one_agency_are_one_root() {
    assertThat(source("AP22").derivedFrom()).containsExactly("AP-2022-08-10");
    assertThat(source("ET22").derivedFrom()).containsExactly("AP-2022-08-10");
    assertThat(known("rok", "differences-exist", "2022-08-11").independentRoots()).isEqualTo(1);
    assertThat(known("rok", "not-an-obstacle", "2022-08-11").independentRoots()).isEqualTo(1);
    // Two articles of 2017, and the agency behind the two of 2022.
    assertThat(known("prc", "surveils-china", "2022-08-11").independentRoots()).isEqualTo(3);
    Position withoutTheAgency =
        TRACKER.without("AP-2022-08-10").asOf("2022-08-11").position("rok", "differences-exist");
    assertThat(withoutTheAgency.support())
        .isEqualTo(position("rok", "differences-exist", "2022-08-11").support());
  }

  @Test
  void trap_42_words_in_the_marks_of_a_paraphrase_are_not_the_speakers() {
    assertThat(modes("ET22-03")).containsExactly(Mode.PARTIAL);
    assertThat(grade("ET22-03", "prc", "2022-08-11")).isEqualTo(Grade.REPORTED);
    assertThat(quote("ET22-03")).contains("would undermine");
    assertThat(quote("AP22-04")).contains("undermines");
    assertThat(grade("AP22-04", "prc", "2022-08-11")).isEqualTo(Grade.OWN_WORDS);
    assertThat(known("prc", "harms-prc-security", "2022-08-11").headline().claim().id())
        .isEqualTo("AP22-04");
    for (String id : List.of("ET22-12", "ET22-13", "ET22-14")) {
      assertThat(modes(id)).as(id).containsExactly(Mode.DIRECT);
      assertThat(grade(id, "rok", "2022-08-11")).as(id).isEqualTo(Grade.REPORTED);
    }
    assertThat(quote("ET22-04")).contains("agreed to accept");
    assertThat(modes("ET22-04")).containsExactly(Mode.INDIRECT);
    assertThat(proposition("accept-legitimate-concerns").text())
        .contains("accepts (takes seriously)");
  }

  @Test
  void trap_43_translations_are_quoted_as_they_stand_and_make_no_drift() {
    assertThat(quote("KT17-07")).contains("\"valued\" Seoul's stance");
    assertThat(quote("KT17-10")).contains("\"attitude of");
    assertThat(relays("UPI17-03")).contains(List.of("yonhap"));
    assertThat(quotes("UPI17-03").get(1)).startsWith("“We are watching whether or not");
    // From watching to valuing nothing is taken up or hardened: Beijing is first heard.
    Change change = change("prc", "three-nos", "2017-10-31", "2017-11-24");
    assertThat(change.label()).isEqualTo(Change.Label.FIRST_STATED);
    assertThat(change.after().cellText()).isEqualTo("FOR/WELCOME");
  }

  @Test
  void trap_44_the_debris_of_a_lost_sentence_is_no_claim() {
    assertThat(quotesFrom("ET22"))
        .isNotEmpty()
        .noneSatisfy(q -> assertThat(q).contains("will not form a military alliance"));
    assertThat(ids(TRACKER.claims().source("ET22").on("trilateral-alliance"))).isEmpty();
    assertThat(claim("ET22-05").proposition()).isEqualTo("three-nos");
  }

  @Test
  void trap_45_a_garbled_agent_is_quoted_and_not_believed() {
    assertThat(claim("AP22-10").evidence())
        .extracting(Evidence::source)
        .containsExactly("AP22", "ET22");
    assertThat(quotes("AP22-10").get(1)).startsWith("claiming it could reconfigure");
    assertThat(claim("AP22-10").proposition()).isEqualTo("surveils-china");
    assertThat(ids(TRACKER.claims().source("ET22").on("surveils-china")))
        .containsExactly("AP22-10");
    assertThat(quote("ET22-21")).endsWith("it was done.");
    assertThat(claim("ET22-21").force()).isEqualTo(Force.EXPRESS_DESIRE);
    assertThat(ids(TRACKER.claims().on("additional-thaad").stance(Stance.FOR)))
        .containsExactly("ET22-21");
  }

  @Test
  void trap_46_two_spellings_are_one_person() {
    assertThat(actor("kang-kyung-wha").aliases()).containsExactly("Kang Kyung-hwa");
    assertThat(actor("yoon-suk-yeol").aliases()).containsExactly("Yoon Seok-yeol");
    assertThat(DOSSIER.actors())
        .filteredOn(a -> a.kind() == ActorKind.PERSON)
        .extracting(Actor::name)
        .doesNotContain("Kang Kyung-hwa", "Yoon Seok-yeol")
        .doesNotHaveDuplicates();
    assertThat(quote("UPI17-04")).startsWith("Kang Kyung-hwa");
    assertThat(quote("KT17-07")).contains("Kang Kyung-wha");
    assertThat(quotes("ET22-05").get(0)).contains("Yoon Seok-yeol");
    assertThat(quotes("KH15-01").get(1)).contains("Theater High-Altitude Area Defense");
    assertThat(quote("KT17-03")).contains("Terminal High Altitude Area Defense");
    assertThat(quote("AP22-11")).contains("Terminal High-Altitude Area Defense");
  }

  @Test
  void trap_47_misprints_are_quoted_as_they_stand() {
    assertThat(quote("AP22-02")).contains("continue the polices of");
    assertThat(quote("AP22-06")).contains("in a statement that that it’s");
    assertThat(quote("ET22-04")).contains("of ChinaAt the meeting");
    assertThat(quotes("AP22-09")).contains(quote("ET22-04"));
    assertThat(quote("ET22-10")).endsWith("according to For Yonhap News, a local media outlet.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPI17-03", "UPI17-04", "UPI17-05", "UPI17-06"})
  void trap_48_spaces_that_do_not_break_are_kept(String claim) {
    assertThat(String.join("", quotes(claim)).chars().filter(c -> c == '\u00A0')).hasSize(2);
  }

  @Test
  void trap_48_curly_and_straight_marks_are_kept() {
    assertThat(quote("UPI17-04")).startsWith("Kang Kyung-hwa\u00A0had said\u00A0Seoul is");
    assertThat(quotesFrom("KT17"))
        .isNotEmpty()
        .allSatisfy(q -> assertThat(q).doesNotContainPattern("[“”‘’]"))
        .anySatisfy(q -> assertThat(q).contains("\""));
    for (String source : List.of("KH15", "UPI17", "AP22", "ET22")) {
      assertThat(quotesFrom(source))
          .as(source)
          .isNotEmpty()
          .allSatisfy(q -> assertThat(q).doesNotContainPattern("[\"']"))
          .anySatisfy(q -> assertThat(q).containsPattern("[“”]"));
    }
  }

  @Test
  void trap_49_the_park_governments_three_nos_are_other_propositions() {
    assertThat(claim("KH15-04").proposition()).isEqualTo("us-has-decided");
    assertThat(claim("KH15-05").proposition()).isEqualTo("us-has-asked-consultation");
    assertThat(ids(TRACKER.claims().touching("three-nos").source("KH15"))).isEmpty();
    for (String party : List.of("rok", "rok-mnd")) {
      assertThat(position(party, "three-nos", "2015-02-04")).isInstanceOf(Unknown.class);
    }
  }

  @Test
  void trap_49_another_composite_of_the_same_label_changes_no_answer_about_the_three_nos() {
    Tracker both =
        Tracker.of(
            Dossier.builder()
                .from(DOSSIER)
                .addPropositions(
                    Proposition.builder()
                        .id("three-nos-of-2015")
                        .issue("thaad")
                        .text("The “three nos”: nothing asked, nothing discussed, nothing decided.")
                        .putParts("us-has-asked-consultation", Stance.AGAINST)
                        .putParts("us-has-decided", Stance.AGAINST)
                        .build())
                .addClaims(
                    madeUp("homonym", "rok-presidential-office", "2015-03-11", "KT17")
                        .proposition("three-nos-of-2015")
                        .build())
                .build());
    assertThat(ids(known(both.asOf("2015-03-11").position("rok", "us-has-decided")).support()))
        .containsExactly("KH15-04", "homonym");
    Set<String> theirOwn =
        Set.of("us-has-asked-consultation", "us-has-decided", "three-nos-of-2015");
    for (Proposition proposition : DOSSIER.propositions()) {
      if (!theirOwn.contains(proposition.id())) {
        for (String date : DATES) {
          assertThat(both.asOf(date).position("rok", proposition.id()))
              .isEqualTo(position("rok", proposition.id(), date));
        }
      }
    }
  }

  @Test
  void trap_50_the_word_strategic_is_no_hardening() {
    for (String id : List.of("AP22-04", "ET22-03")) {
      assertThat(quote(id)).as(id).contains("strategic security interests");
      assertThat(claim(id).proposition()).as(id).isEqualTo("harms-prc-security");
    }
    assertThat(quote("KT17-17")).contains("security interests").doesNotContain("strategic");
    Change change = change("prc", "harms-prc-security", "2017-11-24", "2022-08-11");
    assertThat(change.label()).isEqualTo(Change.Label.REAFFIRMED);
    assertThat(change.hasUnlikeEvidence()).isTrue();
  }

  @Test
  void trap_51_that_a_paper_calls_a_policy_scrapped_moves_nobodys_position() {
    assertThat(claim("ET22-19").principals()).containsExactly("epoch-times");
    for (String party : List.of("rok", "rok-president", "yoon-suk-yeol")) {
      Unknown position = unknown(party, "3n-scrapped", "2022-08-31");
      assertThat(position.reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
      assertThat(ids(position.reports())).containsExactly("ET22-19");
    }
    assertThat(proposition("3n-scrapped").about()).contains("three-nos");
    assertThat(ids(TRACKER.claims().touching("three-nos"))).doesNotContain("ET22-19");
    assertThat(ids(known("rok", "three-nos", "2022-08-31").support()))
        .containsExactly("ET22-02", "AP22-02");
  }

  @Test
  void trap_52_headline_and_body_are_two_pieces_of_evidence_of_one_claim() {
    assertThat(quotes("ET22-01"))
        .satisfiesExactly(
            body -> assertThat(body).contains("the deployment of a US anti-missile system"),
            headline ->
                assertThat(headline).isEqualTo(source("ET22").title()).contains("says use of"));
    assertThat(claim("ET22-01").evidence())
        .extracting(Evidence::mode)
        .containsExactly(Mode.INDIRECT, Mode.PARTIAL);
    assertThat(DOSSIER.claims())
        .filteredOn(c -> c.evidence().stream().anyMatch(e -> e.quote().equals(title(e))))
        .extracting(Claim::id)
        .containsExactly("KT17-01", "ET22-01");
  }

  private static Optional<String> title(Evidence piece) {
    return Optional.of(source(piece.source()).title());
  }

  // Whose position

  @ParameterizedTest
  @CsvSource({
    "us-has-decided, 2015-02-04, park-geun-hye, CURRENT",
    "us-has-decided, 2017-11-24, park-geun-hye, INHERITED",
    "alliance-stabilising, 2017-11-24, park-geun-hye, INHERITED",
    "additional-thaad, 2017-11-24, moon-jae-in, CURRENT",
    "3n-promise, 2017-11-24, moon-jae-in, CURRENT",
    "3n-promise, 2022-08-11, moon-jae-in, INHERITED",
    "additional-thaad, 2022-08-11, yoon-suk-yeol, CURRENT",
    "additional-thaad, 2022-05-09, moon-jae-in, CURRENT",
    "additional-thaad, 2022-05-10, moon-jae-in, INHERITED"
  })
  void trap_53_a_position_of_an_earlier_administration_is_marked_as_inherited(
      String proposition, String date, String administration, Standing standing) {
    Known position = known("rok", proposition, date);
    assertThat(position.administration().orElseThrow().head()).isEqualTo(administration);
    assertThat(position.standing()).isEqualTo(standing);
  }

  @Test
  void trap_53_beijing_has_one_administration_throughout() {
    List<Known> positions =
        DOSSIER.propositions().stream()
            .flatMap(p -> position("prc", p.id(), "2022-08-11").known().stream())
            .toList();
    assertThat(positions)
        .hasSizeGreaterThan(15)
        .allSatisfy(
            position -> {
              assertThat(position.standing()).isEqualTo(Standing.CURRENT);
              assertThat(position.administration().orElseThrow().head()).isEqualTo("xi-jinping");
            });
  }

  @Test
  void trap_54_what_yoon_said_in_no_stated_capacity_only_hints_at_seouls_position() {
    for (String id : List.of("ET22-20", "ET22-21")) {
      assertThat(claim(id).principals()).as(id).containsExactly("yoon-suk-yeol");
      Position seoul = position("rok", claim(id).proposition(), "2022-08-31");
      assertThat(ids(seoul.support())).as(id).doesNotContain(id);
      assertThat(ids(seoul.hints())).as(id).contains(id);
      assertThat(known("yoon-suk-yeol", claim(id).proposition(), "2022-08-31").stance())
          .as(id)
          .isEqualTo(Stance.FOR);
    }
    assertThat(known("rok", "additional-thaad", "2022-08-31").stance())
        .isEqualTo(Stance.UNCOMMITTED);
    assertThat(unknown("rok", "stronger-us-cooperation", "2022-08-31").reason())
        .isEqualTo(Unknown.Reason.ONLY_HINTS);
    assertThat(unknown("yoon-suk-yeol", "additional-thaad", "2022-08-11").reason())
        .isEqualTo(Unknown.Reason.ONLY_POSSIBLY);
  }

  @Test
  void trap_55_two_organs_that_put_it_differently_do_not_contest_each_other() {
    Known ministry = known("rok-mofa", "negotiable", "2022-08-11");
    Known office = known("rok-presidential-office", "negotiable", "2022-08-11");
    assertThat(ministry.headline().claim().id()).isEqualTo("AP22-07");
    assertThat(quote("AP22-07")).contains("isn’t willing to negotiate");
    assertThat(ministry.frames()).containsExactly("national-security");
    assertThat(office.headline().claim().id()).isEqualTo("ET22-13");
    assertThat(quote("ET22-13")).contains("will never be subject to negotiation");
    assertThat(office.frames()).containsExactly("security-sovereignty");
    assertThat(office.stance()).isEqualTo(ministry.stance());
    Known seoul = known("rok", "negotiable", "2022-08-11");
    assertThat(seoul.stance()).isEqualTo(Stance.AGAINST);
    assertThat(ids(seoul.support())).containsExactly("ET22-13", "ET22-01", "AP22-07");
  }

  @Test
  void trap_56_nobody_asked_to_negotiate_and_nobody_denied_the_harm() {
    for (String date : DATES) {
      assertThat(unknown("prc", "negotiable", date).reason()).isEqualTo(Unknown.Reason.NO_CLAIMS);
      assertThat(unknown("rok", "harms-prc-security", date).reason())
          .isEqualTo(Unknown.Reason.NO_CLAIMS);
    }
    assertThat(relation("negotiable", "2022-08-11")).isEqualTo(Relation.Label.ONE_SIDED);
    assertThat(relation("harms-prc-security", "2022-08-11")).isEqualTo(Relation.Label.ONE_SIDED);
  }

  @ParameterizedTest
  @CsvSource({"2017-11-24, 17, 9, 0", "2022-08-11, 25, 8, 4"})
  void trap_56_on_most_propositions_the_two_talk_past_each_other(
      String date, int oneSided, int agreements, int divergences) {
    assertThat(propositions(Relation.Label.ONE_SIDED, date)).hasSize(oneSided);
    assertThat(propositions(Relation.Label.AGREEMENT, date)).hasSize(agreements);
    assertThat(propositions(Relation.Label.DIVERGENCE, date)).hasSize(divergences);
    assertThat(propositions(Relation.Label.CONTRADICTION, date)).containsExactly("3n-promise");
    assertThat(propositions(Relation.Label.CONTESTED, date)).isEmpty();
  }

  @Test
  void trap_56_on_the_content_they_agreed_in_2017_and_diverge_in_2022() {
    assertThat(propositions(Relation.Label.AGREEMENT, "2017-11-24"))
        .contains("additional-thaad", "join-us-md", "trilateral-alliance", "three-nos");
    assertThat(propositions(Relation.Label.DIVERGENCE, "2022-08-11"))
        .containsExactly("additional-thaad", "join-us-md", "trilateral-alliance", "three-nos");
    assertThat(propositions(Relation.Label.AGREEMENT, "2022-08-11"))
        .contains("not-an-obstacle", "differences-exist", "accept-legitimate-concerns");
  }

  /** On what Seoul and Beijing stand so to one another, in the order of the dossier. */
  private static List<String> propositions(Relation.Label label, String date) {
    return DOSSIER.propositions().stream()
        .map(Proposition::id)
        .filter(p -> relation(p, date) == label)
        .toList();
  }

  private static Relation.Label relation(String proposition, String date) {
    return TRACKER.asOf(date).relation("rok", "prc", proposition).label();
  }

  private static Change change(String party, String proposition, String from, String to) {
    return TRACKER.asOf(from).changeTo(TRACKER.asOf(to), party, proposition);
  }

  @Test
  void trap_57_a_joint_claim_that_one_side_tells_is_the_other_sides_only_by_hearsay() {
    assertThat(relays("AP22-08")).containsExactly(List.of("rok-mofa"));
    assertThat(grade("AP22-08", "rok", "2022-08-11")).isEqualTo(Grade.REPORTED);
    assertThat(grade("AP22-08", "prc", "2022-08-11")).isEqualTo(Grade.OTHER_SIDE);
    assertThat(relays("ET22-04")).containsExactly(List.of("prc-mfa"));
    assertThat(grade("ET22-04", "prc", "2022-08-11")).isEqualTo(Grade.REPORTED);
    assertThat(grade("ET22-04", "rok", "2022-08-11")).isEqualTo(Grade.OTHER_SIDE);
    assertThat(relays("AP22-09")).contains(List.of("rok-mofa"), List.of("prc-mfa"));
    assertThat(grade("AP22-09", "rok", "2022-08-11")).isEqualTo(Grade.REPORTED);
    assertThat(grade("AP22-09", "prc", "2022-08-11")).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_58_a_reader_of_october_2017_knows_no_three_nos() {
    Tracker then = TRACKER.asOf("2017-11-01").knownAt("2017-11-01");
    for (String proposition : List.of("three-nos", "trilateral-alliance")) {
      assertThat(unknown(then.position("rok", proposition)).reason())
          .isEqualTo(Unknown.Reason.NOT_YET_KNOWN);
    }
    assertThat(ids(known(then.position("rok", "additional-thaad")).support()))
        .containsExactly("UPI17-04");
    assertThat(ids(known(then.position("rok", "join-us-md")).support()))
        .containsExactly("UPI17-05");
    assertThat(claim("UPI17-04").gist().orElseThrow()).doesNotContain("three no");
    for (String source : List.of("KH15", "UPI17")) {
      assertThat(quotesFrom(source))
          .isNotEmpty()
          .noneSatisfy(q -> assertThat(q).containsIgnoringCase("three no"));
    }
    assertThat(quotesFrom("KT17")).anySatisfy(q -> assertThat(q).contains("\"three nos,\""));
  }
}

package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.MadeUpRecords.dossierWithChanged;
import static org.demarche.examples.thaad.MadeUpRecords.madeUp;
import static org.demarche.examples.thaad.MadeUpRecords.trackerWith;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.actor;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.grade;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.modes;
import static org.demarche.examples.thaad.ThaadFixtures.position;
import static org.demarche.examples.thaad.ThaadFixtures.quote;
import static org.demarche.examples.thaad.ThaadFixtures.quotes;
import static org.demarche.examples.thaad.ThaadFixtures.relays;
import static org.demarche.examples.thaad.ThaadFixtures.source;
import static org.demarche.examples.thaad.ThaadFixtures.unknown;

import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Contested;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.model.Authority;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Traps 1 to 13: misleading signs of who is speaking, and for whom. The numbers refer to the
 * coder’s list of places in these five articles where a reader, a coder or a program is easily
 * misled.
 */
class SpeakerTrapsTest {
  @Test
  void trap_01_quotation_marks_around_a_relays_words_do_not_make_them_the_speakers_own() {
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
  void trap_02_a_position_known_only_through_the_other_side_is_labelled_so(
      String claim, String party, String date) {
    Position position = position(party, claim(claim).proposition(), date);
    assertThat(grade(claim, party, date)).isEqualTo(Grade.OTHER_SIDE);
    assertThat(ids(position.support())).contains(claim);
    String other = party.equals("prc") ? "South Korea" : "China";
    assertThat(position.print().replaceAll("\\s+", " ")).contains("by the account of " + other);
    Position stricter =
        TRACKER.minGrade(Grade.REPORTED).asOf(date).position(party, claim(claim).proposition());
    assertThat(ids(stricter.support())).doesNotContain(claim);
    assertThat(ids(stricter.hints())).contains(claim);
  }

  @ParameterizedTest(name = "{0} for {1}")
  @CsvSource({"UPI17-12, prc, 2017-10-31", "AP22-08, rok, 2022-08-11", "ET22-04, prc, 2022-08-11"})
  void trap_02_a_joint_claim_is_graded_reported_for_the_side_that_reports_it(
      String claim, String party, String date) {
    assertThat(grade(claim, party, date)).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_03_a_chain_of_speaker_relays_and_outlet_keeps_its_order() {
    assertThat(source("KT17").outlet()).isEqualTo("korea-times");
    assertThat(relays("KT17-08")).containsExactly(List.of("prc-mfa", "wang-yi"));
    assertThat(claim("KT17-08").speakers()).containsExactly("rok");
    assertThat(position("rok", "three-nos", "2017-11-24").print())
        .contains("— The Korea Times ← PRC Ministry of Foreign Affairs ← Wang Yi, 2017-11-24");
  }

  @Test
  void trap_04_a_relay_on_the_speakers_own_side_is_not_the_other_side() {
    assertThat(relays("KT17-07")).containsExactly(List.of("prc-mfa"));
    assertThat(grade("KT17-07", "prc", "2017-11-24")).isEqualTo(Grade.OWN_WORDS);
    assertThat(grade("KT17-07", "prc-mfa", "2017-11-24")).isEqualTo(Grade.OWN_WORDS);
    assertThat(relays("KH15-03")).containsExactly(List.of("rok-senior-defence-official"));
    assertThat(grade("KH15-03", "rok", "2015-02-04")).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_05_wang_yi_and_wang_wenbin_are_two_people() {
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
  void trap_07_the_he_of_the_presidential_office_is_an_unnamed_official_and_not_yoon(String claim) {
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
  void trap_08_a_bare_capital_means_the_state_and_no_organ_is_guessed() {
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
  void trap_08_a_bare_capital_does_not_outrank_a_ministry_that_spoke_earlier() {
    Tracker tracker =
        trackerWith(
            madeUp("later", "rok", "2017-11-20", "KT17")
                .proposition("additional-thaad")
                .stance(Stance.FOR)
                .build());
    Position position = tracker.asOf("2017-11-24").position("rok", "additional-thaad");
    assertThat(position).isInstanceOf(Contested.class);
    assertThat(ids(position.support())).contains("UPI17-04", "later");
  }

  @Test
  void trap_09_claims_of_state_run_media_do_not_support_the_states_position() {
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
  void trap_09_state_run_media_are_on_their_states_own_side_as_relays() {
    assertThat(actor("global-times").of()).contains("prc");
    assertThat(actor("peoples-daily").of()).contains("prc");
    assertThat(relays("KT17-21")).containsExactly(List.of("global-times"));
    assertThat(grade("KT17-21", "prc", "2017-11-24")).isEqualTo(Grade.REPORTED);
    assertThat(relays("UPI17-12")).containsExactly(List.of("peoples-daily"));
    assertThat(grade("UPI17-12", "prc", "2017-10-31")).isEqualTo(Grade.REPORTED);
    assertThat(grade("UPI17-12", "rok", "2017-10-31")).isEqualTo(Grade.OTHER_SIDE);
  }

  @Test
  void trap_10_two_capitals_in_one_sentence_make_two_parallel_claims() {
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
  void trap_11_an_unnamed_official_speaks_for_the_ministry_like_a_named_one() {
    assertThat(actor("rok-senior-defence-official").isNamed()).isFalse();
    assertThat(actor("rok-senior-defence-official").of()).contains("rok-mnd");
    assertThat(claim("KH15-02").principals()).containsExactly("rok-mnd");
    assertThat(ids(position("rok-mnd", "prior-remarks-detail", "2015-02-04").hints()))
        .containsExactly("KH15-02");
    assertThat(grade("KH15-01", "prc", "2015-02-04")).isEqualTo(Grade.OTHER_SIDE);
    assertThat(grade("KH15-03", "rok-mnd", "2015-02-04")).isEqualTo(Grade.REPORTED);
  }

  @Test
  void trap_12_a_demand_known_only_from_its_rejection_belongs_to_the_side_that_made_it() {
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
  void trap_13_the_ministrys_position_is_the_same_whether_minister_or_official_spoke(String claim) {
    assertThat(modes(claim)).containsExactly(Mode.INDIRECT);
    String proposition = claim(claim).proposition();
    Known minister = known("rok-mnd", proposition, "2015-02-04");
    assertThat(minister.cellText()).isEqualTo("AGAINST/ASSERT");
    assertThat(minister.grade()).isEqualTo(Grade.REPORTED);
    Evidence unrelayed =
        Evidence.builder().source("KH15").mode(Mode.INDIRECT).quote(quote(claim)).build();
    Dossier theOfficialSaidIt =
        dossierWithChanged(
            claim,
            c -> c.speakers(List.of("rok-senior-defence-official")).evidence(List.of(unrelayed)));
    Known official =
        known(Tracker.of(theOfficialSaidIt).asOf("2015-02-04").position("rok-mnd", proposition));
    assertThat(official.sentence())
        .isEqualTo(
            minister
                .sentence()
                .replace(
                    "Han Min-koo",
                    "“a senior Seoul defense official … declining to be named” (2015)"));
  }
}

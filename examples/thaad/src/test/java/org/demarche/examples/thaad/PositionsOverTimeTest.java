package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.head;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.summary;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.answer.Change;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.model.TermOfOffice;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Positions of Seoul and Beijing on THAAD from 2015 to 2022, and how they changed. */
class PositionsOverTimeTest {
  /** Question 1: What was Seoul’s position on additional batteries in 2017 and in 2022? */
  @Nested
  class Q1SeoulOnAdditionalBatteries {
    @Test
    void in_2017_seoul_is_against_more_batteries_as_an_intention_under_moon() {
      Known position = known(NOVEMBER_2017, "rok", "additional-thaad");
      assertThat(summary(position))
          .isEqualTo("AGAINST STATE_INTENTION by UPI17-04, REPORTED, CURRENT");
      assertThat(position.headline().claim().speakers()).containsExactly("kang-kyung-wha");
      assertThat(position.headline().claim().asserted()).hasToString("2017-10-30");
      assertThat(position.headline().evidence().get(0).quote().orElseThrow())
          .contains("not considering");
      assertThat(position.support())
          .extracting(
              cited -> cited.claim().id() + " " + cited.grade() + " implied " + cited.isImplied())
          .containsExactlyInAnyOrder(
              "UPI17-04 REPORTED implied false",
              "KT17-27 REPORTED implied true",
              "KT17-08 OTHER_SIDE implied true");
      assertThat(head(NOVEMBER_2017, "rok", "additional-thaad")).isEqualTo("moon-jae-in");
    }

    @Test
    void in_2022_seoul_refuses_beijings_demand_and_is_uncommitted_under_yoon() {
      Known position = known(AUGUST_2022, "rok", "additional-thaad");
      assertThat(summary(position)).isEqualTo("UNCOMMITTED REFUSE by AP22-02, REPORTED, CURRENT");
      assertThat(position.headline().claim().asserted()).hasToString("2022-08-10");
      assertThat(position.headline().evidence().get(0).quote().orElseThrow())
          .contains("rejecting Chinese calls");
      assertThat(position.support())
          .extracting(cited -> cited.claim().id() + " implied " + cited.isImplied())
          .containsExactlyInAnyOrder("AP22-02 implied false", "ET22-02 implied true");
      assertThat(ids(position.hints())).containsExactlyInAnyOrder("ET22-21", "ET22-17");
      assertThat(head(AUGUST_2022, "rok", "additional-thaad")).isEqualTo("yoon-suk-yeol");
    }

    @Test
    void the_change_is_a_withdrawal_on_equal_evidence_and_not_a_reversal() {
      Change change = NOVEMBER_2017.changeTo(AUGUST_2022, "rok", "additional-thaad");
      assertThat(change.label()).isEqualTo(Change.Label.WITHDRAWN);
      assertThat(change.hasAdministrationChanged()).isTrue();
      assertThat(change.hasUnlikeEvidence()).isFalse();
      assertThat(change.sentence())
          .isEqualTo(
              "South Korea on more THAAD batteries, from 24 November 2017 to 11 August 2022:"
                  + " changed from “against” to “uncommitted”, under a new administration.");
      assertThat(change.print())
          .doesNotContainIgnoringCase("reversed")
          .doesNotContainIgnoringCase("will deploy")
          .doesNotContainIgnoringCase("different quality");
    }

    @Test
    void neither_position_is_a_promise_or_is_supported_by_a_hint() {
      for (Tracker at : List.of(NOVEMBER_2017, AUGUST_2022)) {
        Known position = known(at, "rok", "additional-thaad");
        assertThat(position.isCommitment()).isFalse();
        assertThat(position.sentence()).doesNotContainIgnoringCase("promise");
        assertThat(ids(position.support())).doesNotContain("ET22-21", "ET22-17");
      }
    }
  }

  /** Question 4: Has Beijing’s position on THAAD changed from 2015 to 2022? */
  @Nested
  class Q4BeijingFrom2015To2022 {
    private final List<Tracker> dates =
        Stream.of("2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11")
            .map(TRACKER::asOf)
            .toList();

    private List<String> positions(String proposition) {
      return dates.stream().map(at -> summary(at, "prc", proposition)).toList();
    }

    private List<String> changes(String proposition) {
      return Stream.of(0, 1, 2)
          .map(i -> dates.get(i).changeTo(dates.get(i + 1), "prc", proposition))
          .peek(change -> assertThat(change.hasAdministrationChanged()).isFalse())
          .map(change -> change.label() + (change.hasUnlikeEvidence() ? ", different quality" : ""))
          .toList();
    }

    @Test
    void beijings_opposition_is_constant_and_stale_by_2022() {
      assertThat(positions("deployment"))
          .containsExactly(
              "AGAINST EXPRESS_CONCERN by KH15-01, OTHER_SIDE, CURRENT",
              "AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT",
              "AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT",
              "AGAINST UNSPECIFIED by UPI17-02, REPORTED, CURRENT");
      assertThat(changes("deployment"))
          .containsExactly("REAFFIRMED, different quality", "UNCHANGED", "UNCHANGED");
      assertThat(ids(NOVEMBER_2017.position("prc", "deployment").support())).contains("KT17-21");
      assertThat(known(AUGUST_2022, "prc", "deployment").lastEvidenced()).isEqualTo("2017-11-23");
    }

    @Test
    void the_harm_is_first_stated_by_2017_and_reaffirmed_in_beijings_own_words() {
      assertThat(positions("harms-prc-security"))
          .containsExactly(
              "ONLY_LATER",
              "FOR ASSERT by KT17-17, REPORTED, CURRENT",
              "FOR ASSERT by KT17-17, REPORTED, CURRENT",
              "FOR REAFFIRM by AP22-04, OWN_WORDS, CURRENT");
      assertThat(changes("harms-prc-security"))
          .containsExactly("FIRST_STATED", "REAFFIRMED", "REAFFIRMED, different quality");
      assertThat(
              TRACKER.knownAt("2017-11-23").claims().on("harms-prc-security").stance(FOR).count())
          .isZero();
    }

    @Test
    void the_surveillance_is_asserted_in_2017_and_not_evidenced_later() {
      assertThat(positions("surveils-china"))
          .containsExactly(
              "ONLY_POSSIBLY",
              "FOR ASSERT by UPI17-07, REPORTED, CURRENT",
              "FOR ASSERT by KT17-16, REPORTED, CURRENT",
              "FOR ASSERT by AP22-10, REPORTED, CURRENT");
      assertThat(changes("surveils-china"))
          .containsExactly("FIRST_STATED", "REAFFIRMED", "UNCHANGED");
      assertThat(ids(dates.get(0).position("prc", "surveils-china").possibleClaims()))
          .containsExactly("UPI17-07");
      assertThat(known(AUGUST_2022, "prc", "surveils-china").lastEvidenced())
          .isEqualTo("2017-12-31");
    }

    @Test
    void beijing_hardens_from_valuing_the_three_nos_to_urging_them() {
      assertThat(positions("three-nos"))
          .containsExactly(
              "ONLY_LATER",
              "ONLY_HINTS",
              "FOR WELCOME by KT17-07, OWN_WORDS, CURRENT",
              "FOR URGE by ET22-05, REPORTED, CURRENT");
      assertThat(changes("three-nos"))
          .containsExactly("SILENT", "FIRST_STATED", "HARDENED, different quality");
      assertThat(ids(dates.get(1).position("prc", "three-nos").hints()))
          .containsExactly("UPI17-03");
      assertThat(TRACKER.history("prc", "three-nos").changes())
          .extracting(change -> change.label() + " " + change.after().viewpoint().asOf())
          .containsExactly("FIRST_STATED 2017-11-22", "HARDENED 2022-08-09");
    }

    @Test
    void taking_note_does_not_make_beijing_uncommitted() {
      for (Tracker at : dates) {
        assertThat(at.positionsOf("prc").known().rows())
            .extracting(position -> position.known().orElseThrow().stance())
            .doesNotContain(UNCOMMITTED);
      }
    }

    @Test
    void no_position_of_beijing_on_thaad_itself_is_reversed_withdrawn_or_hardened() {
      for (int i = 0; i < 3; i++) {
        assertThat(
                dates
                    .get(i)
                    .changesTo(dates.get(i + 1))
                    .party("prc")
                    .onIssue("thaad", "thaad-nature")
                    .rows())
            .extracting(Change::label)
            .isSubsetOf(Change.Label.FIRST_STATED, Change.Label.REAFFIRMED, Change.Label.UNCHANGED);
      }
    }
  }

  /** Question 8: Is Seoul’s line of 2022 a change, made by a new administration? */
  @Nested
  class Q8IsTheLineOf2022AChange {
    /** Returns the time between the headline claims before and after a change. */
    private Period timeBetweenHeadlines(Change change) {
      return change
          .before()
          .known()
          .orElseThrow()
          .headline()
          .claim()
          .asserted()
          .latest()
          .until(change.after().known().orElseThrow().headline().claim().asserted().latest());
    }

    private void assertWithdrawnUnderYoon(Change change, String before, String after) {
      assertThat(change.label()).isEqualTo(Change.Label.WITHDRAWN);
      assertThat(change.hasAdministrationChanged()).isTrue();
      assertThat(change.hasUnlikeEvidence()).isFalse();
      assertThat(ids(change.before().support()).get(0)).isEqualTo(before);
      assertThat(ids(change.after().support()).get(0)).isEqualTo(after);
      assertThat(
              change.before().evidenced().flatMap(EvidencedPosition::administration).orElseThrow())
          .extracting(TermOfOffice::head, TermOfOffice::to)
          .containsExactly("moon-jae-in", Optional.of(LocalDate.of(2022, 5, 10)));
      assertThat(
              change.after().evidenced().flatMap(EvidencedPosition::administration).orElseThrow())
          .extracting(TermOfOffice::head, TermOfOffice::from)
          .containsExactly("yoon-suk-yeol", LocalDate.of(2022, 5, 10));
    }

    @Test
    void the_refusals_under_yoon_withdraw_positions_held_under_moon() {
      Change batteries = NOVEMBER_2017.changeTo(AUGUST_2022, "rok", "additional-thaad");
      assertWithdrawnUnderYoon(batteries, "UPI17-04", "AP22-02");
      assertThat(timeBetweenHeadlines(batteries).toTotalMonths()).isEqualTo(4 * 12 + 9);
      Change nos = NOVEMBER_2017.changeTo(AUGUST_2022, "rok", "three-nos");
      assertWithdrawnUnderYoon(nos, "KT17-27", "ET22-02");
      assertThat(timeBetweenHeadlines(nos).toTotalMonths()).isEqualTo(4 * 12 + 8);
      assertThat(known(NOVEMBER_2017, "rok", "three-nos").grade()).isEqualTo(Grade.REPORTED);
    }

    @Test
    void the_refusals_mention_the_previous_government() {
      assertThat(ids(AUGUST_2022.claims().party("rok").mentioning("Seoul's previous government")))
          .containsExactly("AP22-02");
      assertThat(
              ids(AUGUST_2022.claims().party("rok").mentioning("the previous Moon administration")))
          .containsExactly("ET22-02");
    }

    @Test
    void only_a_newspaper_claims_that_the_three_nos_were_scrapped() {
      assertThat(ids(TRACKER.claims().on("3n-scrapped"))).containsExactly("ET22-19");
      assertThat(TRACKER.positionsOn("3n-scrapped").rows())
          .extracting(Position::party)
          .containsExactly("epoch-times");
      for (String state : List.of("rok", "prc")) {
        assertThat(summary(TRACKER, state, "3n-scrapped")).isEqualTo("NO_CLAIMS");
        assertThat(ids(TRACKER.position(state, "3n-scrapped").reports()))
            .containsExactly("ET22-19");
      }
    }
  }
}

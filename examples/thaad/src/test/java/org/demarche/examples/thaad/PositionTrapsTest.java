package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.DATES;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.grade;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.position;
import static org.demarche.examples.thaad.ThaadFixtures.quote;
import static org.demarche.examples.thaad.ThaadFixtures.quotesFrom;
import static org.demarche.examples.thaad.ThaadFixtures.relation;
import static org.demarche.examples.thaad.ThaadFixtures.relays;
import static org.demarche.examples.thaad.ThaadFixtures.unknown;

import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Grade;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Traps 53 to 58: misleading signs of whose position a claim supports. The numbers refer to the
 * coder’s list of places in these five articles where a reader, a coder or a program is easily
 * misled.
 */
class PositionTrapsTest {
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
  void trap_53_every_position_of_beijing_is_current_under_one_administration() {
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
  void trap_54_what_yoon_said_in_no_stated_capacity_is_only_a_hint_at_seouls_position() {
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
  void trap_55_two_organs_that_word_a_refusal_differently_do_not_contest_each_other() {
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
  void trap_56_beijing_did_not_ask_to_negotiate_and_seoul_did_not_deny_the_harm() {
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
  void trap_56_most_relations_of_seoul_and_beijing_are_one_sided(
      String date, int oneSided, int agreements, int divergences) {
    assertThat(propositionsWith(Relation.Label.ONE_SIDED, date)).hasSize(oneSided);
    assertThat(propositionsWith(Relation.Label.AGREEMENT, date)).hasSize(agreements);
    assertThat(propositionsWith(Relation.Label.DIVERGENCE, date)).hasSize(divergences);
    assertThat(propositionsWith(Relation.Label.CONTRADICTION, date)).containsExactly("3n-promise");
    assertThat(propositionsWith(Relation.Label.CONTESTED, date)).isEmpty();
  }

  @Test
  void trap_56_seoul_and_beijing_agree_on_the_content_in_2017_and_diverge_in_2022() {
    assertThat(propositionsWith(Relation.Label.AGREEMENT, "2017-11-24"))
        .contains("additional-thaad", "join-us-md", "trilateral-alliance", "three-nos");
    assertThat(propositionsWith(Relation.Label.DIVERGENCE, "2022-08-11"))
        .containsExactly("additional-thaad", "join-us-md", "trilateral-alliance", "three-nos");
    assertThat(propositionsWith(Relation.Label.AGREEMENT, "2022-08-11"))
        .contains("not-an-obstacle", "differences-exist", "accept-legitimate-concerns");
  }

  /** Returns the propositions on which Seoul and Beijing have a relation, in dossier order. */
  private static List<String> propositionsWith(Relation.Label label, String date) {
    return DOSSIER.propositions().stream()
        .map(Proposition::id)
        .filter(p -> relation(p, date) == label)
        .toList();
  }

  @Test
  void trap_57_a_joint_claim_reported_by_one_side_is_hearsay_about_the_other() {
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
  void trap_58_a_reader_on_1_november_2017_cannot_know_of_the_three_nos() {
    Tracker then = TRACKER.asOf("2017-11-01").knownAt("2017-11-01");
    assertThat(unknown(then.position("rok", "trilateral-alliance")).reason())
        .isEqualTo(Unknown.Reason.NOT_YET_KNOWN);
    // two of the three were known, but nobody had named the three together
    assertThat(unknown(then.position("rok", "three-nos")).reason())
        .isEqualTo(Unknown.Reason.ONLY_PARTS);
    assertThat(then.position("rok", "three-nos").partsHeld())
        .extracting(cited -> cited.claim().proposition())
        .containsExactly("additional-thaad", "join-us-md");
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

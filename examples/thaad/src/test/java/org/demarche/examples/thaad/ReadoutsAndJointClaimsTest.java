package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.model.Force.AGREE;

import java.util.List;
import org.demarche.answer.Comparison;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.model.Claim;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Accounts that two sides give of one meeting, and claims made jointly. */
class ReadoutsAndJointClaimsTest {
  private static String verdict(Readouts.Point point) {
    if (point.isMutual()) {
      return "MUTUAL";
    }
    return point.isOneSided() ? "ONE_SIDED" : "UNREPORTED";
  }

  /** Question 3: How do the two read-outs of the meeting at Qingdao compare? */
  @Nested
  class Q3ReadoutsOfTheQingdaoMeeting {
    private final Readouts readouts = AUGUST_2022.readouts("qingdao-2022-08-09");

    @Test
    void every_point_shows_who_reports_it_and_which_claims_answer_it() {
      assertThat(readouts.states()).containsExactly("prc", "rok");
      assertThat(readouts.points())
          .extracting(
              point ->
                  point.claim().id()
                      + " "
                      + verdict(point)
                      + " "
                      + point.reportedBy()
                      + " "
                      + point.answeredBy())
          .containsExactly(
              "AP22-09 MUTUAL [prc, rok] []",
              "AP22-05 ONE_SIDED [prc] []",
              "AP22-08 ONE_SIDED [rok] []",
              "ET22-04 ONE_SIDED [prc] []",
              "ET22-05 ONE_SIDED [prc] [ET22-02, ET22-07]");
    }

    @Test
    void only_the_chinese_readout_ties_the_agreed_point_to_legitimate_concerns() {
      Claim mutual = readouts.point("AP22-09").orElseThrow().claim();
      assertThat(mutual.force()).isEqualTo(AGREE);
      assertThat(mutual.evidence())
          .filteredOn(evidence -> evidence.via().contains("prc-mfa"))
          .allSatisfy(
              evidence ->
                  assertThat(evidence.quote().orElseThrow()).contains("“legitimate concerns” so"));
      assertThat(mutual.evidence())
          .filteredOn(evidence -> evidence.via().contains("rok-mofa"))
          .isNotEmpty()
          .allSatisfy(
              evidence ->
                  assertThat(evidence.quote().orElseThrow()).doesNotContain("legitimate concerns"));
    }

    @Test
    void a_point_reported_by_one_side_is_neither_a_contradiction_nor_a_disagreement() {
      List<String> points =
          readouts.points().stream().map(point -> point.claim().proposition()).toList();
      Comparison comparison = AUGUST_2022.compare("rok", "prc").on(points.toArray(String[]::new));
      assertThat(comparison.label(Relation.Label.CONTRADICTION).rows()).isEmpty();
      assertThat(comparison.label(Relation.Label.AGREEMENT).propositions())
          .containsExactlyInAnyOrder(
              "not-an-obstacle", "differences-exist", "accept-legitimate-concerns");
      assertThat(comparison.label(Relation.Label.ONE_SIDED).propositions())
          .containsExactly("understanding-enhanced");
    }
  }

  /** Question 31: Which joint claims are confirmed by both sides? */
  @Nested
  class Q31JointClaims {
    /** Returns the verdict on a point of a meeting and the sides that report it. */
    private String verdict(String occasion, String claim) {
      Readouts.Point point = TRACKER.readouts(occasion).point(claim).orElseThrow();
      return ReadoutsAndJointClaimsTest.verdict(point) + " " + point.reportedBy();
    }

    @Test
    void exactly_one_joint_claim_is_confirmed_by_both_sides() {
      assertThat(ids(TRACKER.claims().mutual())).containsExactly("AP22-09");
      assertThat(ids(TRACKER.claims().joint()))
          .containsExactlyInAnyOrder(
              "KH15-10",
              "KH15-15",
              "UPI17-12",
              "KT17-02",
              "KT17-05",
              "AP22-08",
              "AP22-09",
              "ET22-04");
      assertThat(ids(TRACKER.claims().oneSided()))
          .containsExactlyInAnyOrder(
              "KH15-10", "KH15-15", "UPI17-12", "KT17-02", "KT17-05", "AP22-08", "ET22-04");
    }

    @Test
    void every_other_joint_claim_shows_which_side_reports_it_if_any() {
      assertThat(verdict("defmin-2015-02-04", "KH15-10")).isEqualTo("UNREPORTED []");
      assertThat(verdict("defmin-2015-02-04", "KH15-15")).isEqualTo("UNREPORTED []");
      assertThat(verdict("agreement-2017-10-31", "UPI17-12")).isEqualTo("ONE_SIDED [prc]");
      assertThat(verdict("agreement-2017-10-31", "KT17-02")).isEqualTo("UNREPORTED []");
      assertThat(verdict("summit-2017-11-12", "KT17-05")).isEqualTo("UNREPORTED []");
      assertThat(verdict("qingdao-2022-08-09", "AP22-08")).isEqualTo("ONE_SIDED [rok]");
      assertThat(verdict("qingdao-2022-08-09", "ET22-04")).isEqualTo("ONE_SIDED [prc]");
    }

    @Test
    void two_capitals_in_one_sentence_make_parallel_claims_and_not_a_joint_one() {
      Claim parallel = claim("KT17-19");
      assertThat(parallel.principals()).containsExactly("rok", "usa");
      assertThat(parallel.occasion()).isEmpty();
      assertThat(ids(TRACKER.claims().joint())).doesNotContain("KT17-19");
    }
  }
}

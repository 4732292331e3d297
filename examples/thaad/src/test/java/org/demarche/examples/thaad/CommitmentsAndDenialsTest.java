package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.summary;
import static org.demarche.model.Force.AGREE;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.DENY;
import static org.demarche.model.Force.PROMISE;
import static org.demarche.model.Force.STATE_INTENTION;
import static org.demarche.model.Stance.FOR;

import java.util.List;
import org.demarche.ClaimQuery;
import org.demarche.answer.Grade;
import org.demarche.model.Claim;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Commitments, intentions and denials, and claims that are of another kind. */
class CommitmentsAndDenialsTest {
  /** Question 7: Did Seoul ever promise the three nos? */
  @Nested
  class Q7DidSeoulPromise {
    private final ClaimQuery content = TRACKER.claims().party("rok").touching("three-nos");

    @Test
    void the_only_korean_commitment_on_record_is_a_narrated_hint() {
      assertThat(ids(content.commitments())).containsExactly("ET22-17");
      assertThat(ids(content.commitments().grade(Grade.NARRATED))).containsExactly("ET22-17");
      assertThat(TRACKER.asOf("2017-12-31").position("rok", "three-nos").hints())
          .filteredOn(hint -> hint.stance() == FOR)
          .extracting(hint -> hint.claim().id() + " " + hint.claim().force() + " " + hint.grade())
          .containsExactly("ET22-17 PROMISE NARRATED");
    }

    @Test
    void seoul_stated_intentions_and_denied_beijings_claim_that_they_are_promises() {
      assertThat(ids(content.force(STATE_INTENTION))).containsExactly("UPI17-04", "UPI17-05");
      assertThat(ids(TRACKER.claims().party("prc").characterising("three-nos")))
          .containsExactly("KT17-13");
      assertThat(ids(TRACKER.claims().party("rok").on("3n-promise"))).containsExactly("KT17-15");
    }

    @Test
    void no_position_of_seoul_is_a_commitment_and_the_governments_differ_on_the_label() {
      for (String part :
          List.of("three-nos", "additional-thaad", "join-us-md", "trilateral-alliance")) {
        for (String date : List.of("2017-10-31", "2017-11-24", "2017-12-31", "2022-08-11")) {
          TRACKER
              .asOf(date)
              .position("rok", part)
              .known()
              .ifPresent(
                  position -> {
                    assertThat(position.isCommitment()).isFalse();
                    assertThat(position.support())
                        .extracting(cited -> cited.claim().force())
                        .doesNotContain(PROMISE, AGREE);
                  });
        }
      }
      assertThat(AUGUST_2022.positionsOn("3n-promise").known().rows())
          .extracting(p -> p.party() + " " + p.known().orElseThrow().stance())
          .containsExactlyInAnyOrder("prc FOR", "rok AGAINST");
    }
  }

  /** Question 26: What exactly was denied? */
  @Nested
  class Q26WhatWasDenied {
    @Test
    void three_claims_are_denials_each_of_a_different_proposition() {
      assertThat(TRACKER.claims().force(DENY).list())
          .extracting(claim -> claim.id() + " " + claim.stance() + " " + claim.proposition())
          .containsExactlyInAnyOrder(
              "KT17-24 AGAINST shield-requested",
              "KT17-15 AGAINST 3n-promise",
              "ET22-07 AGAINST 3n-agreement");
    }

    @Test
    void missing_records_and_absent_plans_are_not_denials() {
      Claim records = claim("ET22-10");
      assertThat(records.force()).isEqualTo(ASSERT);
      assertThat(records.proposition()).isEqualTo("3n-records-handed-over");
      Claim talks = claim("KT17-26");
      assertThat(talks.force()).isEqualTo(STATE_INTENTION);
      assertThat(talks.proposition()).isEqualTo("hold-mil-talks");
    }
  }

  /** Question 28: Which commitments are on record, and whom do they bind? */
  @Nested
  class Q28EveryCommitment {
    @Test
    void every_commitment_is_listed_with_the_parties_it_binds() {
      assertThat(TRACKER.claims().commitments().list())
          .extracting(claim -> claim.id() + " " + claim.proposition() + " " + claim.principals())
          .containsExactlyInAnyOrder(
              "KH15-10 hotline [prc-mnd, rok-mnd]",
              "KH15-11 return-remains [rok]",
              "UPI17-12 normalise-relations [prc, rok]",
              "KT17-02 row-settled [prc, rok]",
              "KT17-05 normalise-relations [prc-president, rok-president]",
              "AP22-09 not-an-obstacle [prc, rok]",
              "ET22-04 accept-legitimate-concerns [prc, rok]",
              "ET22-17 three-nos [rok-president]",
              "ET22-20 stronger-us-cooperation [yoon-suk-yeol]");
    }

    @Test
    void mutual_commitments_are_distinguished_from_narrated_ones() {
      assertThat(ids(TRACKER.claims().commitments().mutual())).containsExactly("AP22-09");
      assertThat(ids(TRACKER.claims().commitments().grade(Grade.NARRATED)))
          .containsExactlyInAnyOrder("KT17-02", "KT17-05", "ET22-17");
      assertThat(ids(TRACKER.claims().commitments().joint().oneSided()))
          .containsExactlyInAnyOrder("KH15-10", "UPI17-12", "KT17-02", "KT17-05", "ET22-04");
      assertThat(summary(TRACKER, "rok", "stronger-us-cooperation")).isEqualTo("ONLY_HINTS");
    }

    @Test
    void intentions_are_not_commitments() {
      assertThat(ids(TRACKER.claims().commitments()))
          .doesNotContain("UPI17-04", "UPI17-05", "KT17-26");
      assertThat(known(TRACKER, "rok", "not-an-obstacle").isCommitment()).isTrue();
      assertThat(known(NOVEMBER_2017, "rok", "hold-mil-talks").isCommitment()).isFalse();
    }
  }
}

package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.claim;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.summary;
import static org.demarche.model.Force.EXPRESS_CONCERN;
import static org.demarche.model.Force.HOPE;

import org.demarche.ClaimQuery;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.model.Force;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Demands that Beijing made, or is only reported to have made. */
class DemandsTest {
  /** Question 11: Did Beijing ask for a radar shield and for military talks? */
  @Nested
  class Q11RadarShieldAndMilitaryTalks {
    @Test
    void only_unnamed_korean_media_report_that_beijing_asked() {
      Position shield = NOVEMBER_2017.position("prc", "shield-requested");
      assertThat(summary(shield)).isEqualTo("NO_CLAIMS");
      assertThat(shield.hints()).isEmpty();
      assertThat(ids(shield.reports())).containsExactly("KT17-23");
      Position talks = NOVEMBER_2017.position("prc", "mil-talks-requested");
      assertThat(summary(talks)).isEqualTo("NO_CLAIMS");
      assertThat(talks.hints()).isEmpty();
      assertThat(ids(talks.reports())).containsExactly("KT17-25");
      assertThat(ids(NOVEMBER_2017.claims().onIssue("side-demands").unnamedSpeaker()))
          .containsExactly("KT17-23", "KT17-25");
    }

    @Test
    void seoul_denies_the_request_for_a_shield_and_leaves_the_one_for_talks_open() {
      Known shield = known(NOVEMBER_2017, "rok", "shield-requested");
      assertThat(summary(shield)).startsWith("AGAINST DENY by KT17-24,");
      assertThat(shield.headline().claim().speakers()).containsExactly("noh-kyu-duk");
      assertThat(summary(NOVEMBER_2017, "rok", "mil-talks-requested")).isEqualTo("NO_CLAIMS");
      Known talks = known(NOVEMBER_2017, "rok", "hold-mil-talks");
      assertThat(summary(talks)).startsWith("AGAINST STATE_INTENTION by KT17-26,");
      assertThat(talks.headline().claim().respondsTo()).containsExactly("KT17-25");
    }
  }

  /** Question 21: What did Beijing ask of Seoul, how strongly, over time? */
  @Nested
  class Q21WhatBeijingAsked {
    @Test
    void beijing_asks_nothing_in_2015_then_hopes_and_then_urges() {
      ClaimQuery beijing = TRACKER.claims().party("prc");
      assertThat(ids(beijing.force(HOPE))).containsExactly("UPI17-01", "KT17-09");
      assertThat(ids(beijing.force(Force.Point.DIRECTIVE)))
          .containsExactly("KT17-01", "KT17-12", "ET22-05", "AP22-03");
      ClaimQuery in2015 = TRACKER.asOf("2015").knownAt("2015").claims().party("prc");
      assertThat(in2015.force(Force.Point.DIRECTIVE).count()).isZero();
      assertThat(ids(in2015.onIssue("thaad"))).containsExactly("KH15-01");
      assertThat(ids(in2015.force(EXPRESS_CONCERN))).containsExactly("KH15-01");
    }

    @Test
    void beijing_first_asks_for_better_relations_and_last_for_the_three_nos() {
      assertThat(claim("UPI17-01").proposition()).isEqualTo("normalise-relations");
      assertThat(summary(NOVEMBER_2017, "prc", "handle-properly"))
          .startsWith("FOR HOPE by KT17-09,");
      assertThat(summary(NOVEMBER_2017, "prc", "minimise-differences"))
          .startsWith("FOR URGE by KT17-12,");
      assertThat(summary(AUGUST_2022, "prc", "three-nos")).startsWith("FOR URGE by ET22-05,");
      assertThat(summary(AUGUST_2022, "prc", "additional-thaad"))
          .startsWith("AGAINST URGE by AP22-03,");
    }

    @Test
    void further_steps_are_only_imputed_and_no_side_demand_is_beijings_own_claim() {
      assertThat(summary(NOVEMBER_2017, "prc", "further-steps")).isEqualTo("ONLY_HINTS");
      assertThat(NOVEMBER_2017.position("prc", "further-steps").hints())
          .extracting(hint -> hint.claim().id() + " " + hint.grade())
          .containsExactly("KT17-01 IMPUTED");
      assertThat(TRACKER.claims().party("prc").onIssue("side-demands").count()).isZero();
    }
  }
}

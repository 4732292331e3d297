package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.summary;

import java.util.List;
import org.demarche.Tracker;
import org.demarche.answer.Comparison;
import org.demarche.answer.Relation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Organs of a state: how their positions compare, and who speaks for them. */
class OrgansTest {
  /** Question 14: Do Seoul’s organs contradict one another? */
  @Nested
  class Q14SeoulsOrgansCompared {
    private static final Relation.Label[] CLASHES = {
      Relation.Label.CONTRADICTION, Relation.Label.CONTESTED, Relation.Label.DIVERGENCE
    };

    @Test
    void no_organ_contradicts_another_and_the_answer_lists_what_was_compared() {
      for (Tracker at : List.of(NOVEMBER_2017, AUGUST_2022)) {
        Comparison organs =
            at.compare("rok-president", "rok-presidential-office", "rok-mofa", "rok-mnd");
        assertThat(organs.label(CLASHES).rows()).isEmpty();
        assertThat(organs.propositions()).contains("shield-requested", "hold-mil-talks");
        assertThat(organs.print()).contains("shield-requested", "hold-mil-talks");
        assertThat(at.positionsOf("rok").contested().rows()).isEmpty();
      }
    }

    @Test
    void in_2017_the_two_ministries_speak_on_different_propositions() {
      Comparison ministries = NOVEMBER_2017.compare("rok-mofa", "rok-mnd");
      assertThat(ministries.rows())
          .extracting(Relation::label)
          .containsOnly(Relation.Label.ONE_SIDED);
      assertThat(summary(NOVEMBER_2017, "rok-mofa", "shield-requested")).contains("KT17-24");
      assertThat(summary(NOVEMBER_2017, "rok-mnd", "hold-mil-talks")).contains("KT17-26");
    }

    @Test
    void in_2022_ministry_and_presidential_office_agree_in_different_frames() {
      Comparison comparison = AUGUST_2022.compare("rok-mofa", "rok-presidential-office");
      assertThat(comparison.label(Relation.Label.AGREEMENT).propositions())
          .containsExactlyInAnyOrder("negotiable", "sovereign-matter");
      for (String proposition : List.of("negotiable", "sovereign-matter")) {
        assertThat(known(AUGUST_2022, "rok-mofa", proposition).frames())
            .containsExactly("national-security");
        assertThat(known(AUGUST_2022, "rok-presidential-office", proposition).frames())
            .containsExactly("security-sovereignty");
      }
    }
  }

  /** Question 37: What was said by Wang Yi, and what on behalf of the Chinese foreign ministry? */
  @Nested
  class Q37WangYiAndTheForeignMinistry {
    @Test
    void wang_yi_and_wang_wenbin_are_distinguished_and_a_relay_is_not_a_speaker() {
      assertThat(ids(TRACKER.claims().speaker("wang-yi"))).containsExactly("KT17-07", "ET22-05");
      assertThat(ids(TRACKER.claims().relay("wang-yi"))).containsExactly("KT17-08");
      assertThat(ids(TRACKER.claims().speaker("wang-wenbin")))
          .containsExactly("AP22-04", "AP22-05");
    }

    @Test
    void the_foreign_ministry_is_the_principal_of_ten_claims() {
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
  }
}

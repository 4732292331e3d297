package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.frames;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.summary;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.Tracker;
import org.demarche.answer.Comparison;
import org.demarche.answer.Explanation;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The three nos: the claims about their status, and their parts. */
class ThreeNosTest {
  /** Question 2: Which claims about the status of the three nos conflict? */
  @Nested
  class Q2StatusOfTheThreeNos {
    /** Returns the ids of all claims for and against a proposition. */
    private String claimsForAndAgainst(String proposition) {
      return "FOR "
          + ids(TRACKER.claims().on(proposition).stance(FOR))
          + " AGAINST "
          + ids(TRACKER.claims().on(proposition).stance(AGAINST));
    }

    @Test
    void each_label_of_the_three_nos_has_its_own_claims_for_and_against() {
      assertThat(claimsForAndAgainst("3n-promise"))
          .isEqualTo("FOR [KT17-13, ET22-08, ET22-11, ET22-18] AGAINST [KT17-15]");
      assertThat(claimsForAndAgainst("3n-only-position")).isEqualTo("FOR [KT17-14] AGAINST []");
      assertThat(claimsForAndAgainst("3n-agreement")).isEqualTo("FOR [] AGAINST [ET22-07]");
      assertThat(claimsForAndAgainst("3n-policy")).isEqualTo("FOR [ET22-06] AGAINST []");
      assertThat(ids(TRACKER.claims().characterising("three-nos")))
          .containsExactlyInAnyOrder(
              "KT17-13", "KT17-14", "KT17-15", "ET22-06", "ET22-07", "ET22-08", "ET22-10",
              "ET22-11", "ET22-18", "ET22-19");
    }

    @Test
    void each_claim_about_a_label_is_listed_with_its_principal_and_its_date() {
      assertThat(
              TRACKER
                  .claims()
                  .characterising("three-nos")
                  .between("2017", "2022-08-11")
                  .chronology()
                  .entries())
          .extracting(
              entry ->
                  entry.claim().id()
                      + " "
                      + entry.claim().principals()
                      + " "
                      + entry.claim().asserted())
          .contains(
              "KT17-13 [prc] [..2017-11-24]",
              "KT17-14 [rok] [..2017-11-24]",
              "KT17-15 [rok] [..2017-11-24]",
              "ET22-07 [rok-mofa] [2022-08-09..2022-08-11]",
              "ET22-06 [epoch-times] [2022-08-11..2022-08-31]",
              "ET22-08 [epoch-times] [2022-08-11..2022-08-31]");
    }

    @Test
    void the_two_governments_contradict_each_other_only_on_the_promise() {
      for (Tracker at : List.of(NOVEMBER_2017, AUGUST_2022, TRACKER)) {
        Comparison clash =
            at.compare("rok", "prc")
                .onIssue("three-nos-status")
                .label(Relation.Label.CONTRADICTION);
        assertThat(clash.propositions()).containsExactly("3n-promise");
        assertThat(clash.rows().get(0).rival()).isEmpty();
      }
      Relation relation = NOVEMBER_2017.relation("rok", "prc", "3n-promise");
      assertThat(summary(relation.first())).isEqualTo("AGAINST DENY by KT17-15, REPORTED, CURRENT");
      assertThat(summary(relation.second())).isEqualTo("FOR ASSERT by KT17-13, REPORTED, CURRENT");
    }

    @Test
    void the_denial_of_an_agreement_contradicts_no_other_party() {
      assertThat(TRACKER.positionsOn("3n-agreement").known().rows())
          .extracting(Position::party)
          .containsExactly("rok");
      assertThat(summary(TRACKER, "rok", "3n-agreement"))
          .isEqualTo("AGAINST DENY by ET22-07, REPORTED, CURRENT");
      assertThat(TRACKER.relation("rok", "prc", "3n-agreement").label())
          .isEqualTo(Relation.Label.ONE_SIDED);
    }

    @Test
    void the_promise_and_the_agreement_have_separate_support() {
      assertThat(ids(TRACKER.position("rok", "3n-promise").support())).containsExactly("KT17-15");
      assertThat(ids(TRACKER.position("rok", "3n-agreement").support())).containsExactly("ET22-07");
    }

    @Test
    void beijing_and_a_newspaper_but_not_seoul_use_the_frame_of_a_promise() {
      assertThat(ids(TRACKER.claims().party("rok").characterising("three-nos").stance(FOR)))
          .containsExactly("KT17-14");
      assertThat(frames(TRACKER.claims().party("rok"))).doesNotContain("promise");
      assertThat(TRACKER.claims().frame("promise").framings().shared().asMap())
          .containsOnlyKeys("promise");
      assertThat(TRACKER.claims().frame("promise").framings().shared().get("promise"))
          .containsExactly("prc", "epoch-times");
    }
  }

  /** Question 12: Who said which of the three nos, directly or by implication? */
  @Nested
  class Q12PartsOfTheThreeNos {
    /** Returns the claims considered for a position, marked where they are implied. */
    private Set<String> considered(String party, String part) {
      return AUGUST_2022.explain(party, part).considered().stream()
          .map(Explanation.Considered::cited)
          .map(cited -> cited.claim().id() + (cited.isImplied() ? " implied" : ""))
          .collect(Collectors.toSet());
    }

    @Test
    void both_governments_speak_of_more_batteries_directly_and_by_implication() {
      assertThat(considered("rok", "additional-thaad"))
          .containsExactlyInAnyOrder(
              "UPI17-04",
              "KT17-08 implied",
              "KT17-27 implied",
              "AP22-02",
              "ET22-02 implied",
              "ET22-17 implied",
              "ET22-21");
      assertThat(considered("prc", "additional-thaad"))
          .containsExactlyInAnyOrder(
              "UPI17-03 implied", "KT17-07 implied", "AP22-03", "ET22-05 implied");
    }

    @Test
    void only_kang_speaks_directly_of_missile_defence() {
      assertThat(considered("rok", "join-us-md"))
          .containsExactlyInAnyOrder(
              "UPI17-05",
              "KT17-08 implied",
              "KT17-27 implied",
              "ET22-02 implied",
              "ET22-17 implied");
      assertThat(considered("prc", "join-us-md"))
          .containsExactlyInAnyOrder("UPI17-03 implied", "KT17-07 implied", "ET22-05 implied");
    }

    @Test
    void neither_government_speaks_directly_of_the_alliance() {
      assertThat(considered("rok", "trilateral-alliance"))
          .containsExactlyInAnyOrder(
              "KT17-08 implied", "KT17-27 implied", "ET22-02 implied", "ET22-17 implied");
      assertThat(considered("prc", "trilateral-alliance"))
          .containsExactlyInAnyOrder("UPI17-03 implied", "KT17-07 implied", "ET22-05 implied");
      assertThat(TRACKER.claims().on("trilateral-alliance").count()).isZero();
    }

    @Test
    void in_2022_seoul_leaves_every_part_open_and_beijing_holds_that_thaad_does_harm() {
      for (String part : List.of("additional-thaad", "join-us-md", "trilateral-alliance")) {
        assertThat(known(AUGUST_2022, "rok", part).stance()).as(part).isEqualTo(UNCOMMITTED);
      }
      assertThat(ids(AUGUST_2022.position("rok", "join-us-md").support()))
          .containsExactly("ET22-02");
      assertThat(ids(NOVEMBER_2017.position("prc", "harms-prc-security").hints()))
          .containsExactly("UPI17-13");
      assertThat(ids(TRACKER.claims().on("rok-intends-harm")))
          .containsExactly("KT17-10", "KT17-11");
      assertThat(known(AUGUST_2022, "prc", "harms-prc-security").stance()).isEqualTo(FOR);
    }

    @Test
    void the_third_no_is_not_attributed_to_kang() {
      assertThat(ids(TRACKER.claims().speaker("kang-kyung-wha")))
          .containsExactly("UPI17-04", "UPI17-05");
      Tracker october = TRACKER.asOf("2017-10-31");
      assertThat(october.position("rok", "trilateral-alliance").known()).isEmpty();
      assertThat(october.position("rok", "three-nos").known()).isEmpty();
    }
  }
}

package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.head;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.propositions;
import static org.demarche.examples.thaad.ThaadFixtures.quote;
import static org.demarche.examples.thaad.ThaadFixtures.summary;
import static org.demarche.model.Force.REFUSE;
import static org.demarche.model.Stance.AGAINST;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.demarche.Tracker;
import org.demarche.answer.Comparison;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Standing;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Seoul, Beijing and Washington compared: where they agree, conflict or are silent. */
class StatesComparedTest {
  /** Question 9: Is THAAD negotiable? Who says so, and who asked? */
  @Nested
  class Q9IsThaadNegotiable {
    @Test
    void all_organs_of_seoul_on_record_refuse_to_negotiate() {
      Known position = known(AUGUST_2022, "rok", "negotiable");
      assertThat(position.stance()).isEqualTo(AGAINST);
      assertThat(position.force()).isEqualTo(REFUSE);
      assertThat(ids(position.support()))
          .containsExactlyInAnyOrder("AP22-07", "ET22-01", "ET22-13");
      assertThat(quote("AP22-07")).contains("isn’t willing");
      assertThat(quote("ET22-13")).contains("never");
    }

    @Test
    void the_refusal_is_reframed_from_one_day_to_the_next() {
      assertThat(TRACKER.history("rok", "negotiable").changes())
          .extracting(
              change ->
                  change.label()
                      + " "
                      + change.after().viewpoint().asOf()
                      + " "
                      + change.after().known().orElseThrow().frames())
          .containsExactly(
              "FIRST_STATED 2022-08-10 [national-security]",
              "REFRAMED 2022-08-11 [security-sovereignty]");
    }

    @Test
    void beijing_is_not_on_record_as_asking_to_negotiate() {
      assertThat(summary(AUGUST_2022, "prc", "negotiable")).isEqualTo("NO_CLAIMS");
      assertThat(AUGUST_2022.position("prc", "negotiable").hints()).isEmpty();
      assertThat(TRACKER.claims().party("prc").on("negotiable").count()).isZero();
      assertThat(AUGUST_2022.relation("rok", "prc", "negotiable").label())
          .isEqualTo(Relation.Label.ONE_SIDED);
    }
  }

  /**
   * Question 10: Where do Seoul and Beijing agree, contradict each other, diverge or talk past each
   * other?
   */
  @Nested
  class Q10AgreementsAndConflicts {
    /** Returns a line per label and side: the propositions so related, in alphabetical order. */
    private String relations(Tracker tracker) {
      Map<String, Set<String>> propositions = new TreeMap<>();
      for (Relation relation : tracker.compare("rok", "prc").rows()) {
        propositions
            .computeIfAbsent(label(relation), key -> new TreeSet<>())
            .add(relation.proposition());
      }
      return propositions.entrySet().stream()
          .map(entry -> entry.getKey() + ": " + String.join(", ", entry.getValue()) + "\n")
          .collect(Collectors.joining());
    }

    /**
     * Returns the label, with the side if only one is on record, and with a mark if the position of
     * Seoul is inherited.
     */
    private String label(Relation relation) {
      boolean oneSided = relation.label() == Relation.Label.ONE_SIDED;
      boolean inherited =
          relation.first().evidenced().map(EvidencedPosition::standing).stream()
              .anyMatch(standing -> standing == Standing.INHERITED);
      String side = relation.first().evidenced().isPresent() ? " Seoul" : " Beijing";
      return relation.label() + (oneSided ? side : "") + (inherited ? " inherited" : "");
    }

    @Test
    void in_2017_they_agree_on_the_content_and_contradict_each_other_on_the_label() {
      assertThat(relations(NOVEMBER_2017))
          .isEqualTo(
              """
              AGREEMENT: additional-thaad, join-us-md, normalise-relations, rok-intends-harm, \
              three-nos, trilateral-alliance
              AGREEMENT inherited: alliance-stabilising, cyber-cooperation, hotline
              CONTRADICTION: 3n-promise
              ONE_SIDED Beijing: deployment, handle-properly, harms-prc-security, \
              minimise-differences, surveils-china
              ONE_SIDED Seoul: 3n-only-position, defence-only, hold-mil-talks, row-settled, \
              shield-requested
              ONE_SIDED Seoul inherited: harmonious-development, inter-korean-exchange, \
              return-remains, rok-stance-unchanged, support-reunification, \
              us-has-asked-consultation, us-has-decided
              """);
    }

    @Test
    void in_2022_they_diverge_on_the_content_and_most_other_rows_are_one_sided() {
      assertThat(relations(AUGUST_2022))
          .isEqualTo(
              """
              AGREEMENT: accept-legitimate-concerns, differences-exist, not-an-obstacle
              AGREEMENT inherited: alliance-stabilising, cyber-cooperation, hotline, \
              normalise-relations, rok-intends-harm
              CONTRADICTION inherited: 3n-promise
              DIVERGENCE: additional-thaad, join-us-md, three-nos, trilateral-alliance
              ONE_SIDED Beijing: deployment, handle-properly, harms-prc-security, \
              minimise-differences, surveils-china, understanding-enhanced
              ONE_SIDED Seoul: 3n-agreement, 3n-records-handed-over, counters-dprk, \
              negotiable, rok-decides-alone, self-defence, sovereign-matter
              ONE_SIDED Seoul inherited: 3n-only-position, defence-only, \
              harmonious-development, hold-mil-talks, inter-korean-exchange, return-remains, \
              rok-stance-unchanged, row-settled, shield-requested, support-reunification, \
              us-has-asked-consultation, us-has-decided
              """);
    }

    @Test
    void no_position_of_beijing_is_inherited_and_its_claim_of_a_promise_is_stale() {
      for (Tracker at : List.of(NOVEMBER_2017, AUGUST_2022)) {
        assertThat(at.positionsOf("prc").inherited().rows()).isEmpty();
      }
      Known promise = known(AUGUST_2022, "prc", "3n-promise");
      assertThat(promise.standing()).isEqualTo(Standing.CURRENT);
      assertThat(promise.lastEvidenced()).isEqualTo("2017-11-24");
    }

    @Test
    void on_missile_defence_and_the_alliance_the_divergence_is_only_implied() {
      Comparison divergence = AUGUST_2022.compare("rok", "prc").label(Relation.Label.DIVERGENCE);
      assertThat(divergence.rows())
          .filteredOn(relation -> relation.first().known().orElseThrow().isImplied())
          .extracting(Relation::proposition)
          .containsExactlyInAnyOrder("join-us-md", "trilateral-alliance");
      assertThat(AUGUST_2022.relation("rok", "prc", "three-nos").exchanges())
          .extracting(Relation.Exchange::toString)
          .containsExactly("ET22-02 REFUSE answers ET22-05 URGE");
      assertThat(AUGUST_2022.relation("rok", "prc", "additional-thaad").exchanges())
          .extracting(Relation.Exchange::toString)
          .contains("AP22-02 REFUSE answers AP22-03 URGE");
    }
  }

  /** Question 20: Was the row settled in November 2017? */
  @Nested
  class Q20WasTheRowSettled {
    @Test
    void seoul_says_that_the_row_was_settled_and_beijing_is_not_on_record() {
      assertThat(summary(NOVEMBER_2017, "rok", "row-settled"))
          .isEqualTo("FOR ASSERT by KT17-03, REPORTED, CURRENT");
      Position beijing = NOVEMBER_2017.position("prc", "row-settled");
      assertThat(summary(beijing)).isEqualTo("ONLY_HINTS");
      assertThat(ids(beijing.hints())).containsExactly("KT17-02");
      assertThat(ids(beijing.reports())).containsExactly("KT17-22");
      assertThat(NOVEMBER_2017.relation("rok", "prc", "row-settled").label())
          .isEqualTo(Relation.Label.ONE_SIDED);
    }

    @Test
    void beijings_ministry_speaks_of_conditions_and_a_newspaper_does_not_speak_for_beijing() {
      assertThat(summary(NOVEMBER_2017, "prc", "minimise-differences"))
          .startsWith("FOR URGE by KT17-12,");
      assertThat(quote("KT17-12")).contains("conditions");
      Known newspaper = known(NOVEMBER_2017, "global-times", "row-settled");
      assertThat(newspaper.stance()).isEqualTo(AGAINST);
      assertThat(ids(newspaper.support())).containsExactly("KT17-22");
    }
  }

  /** Question 32: What is Washington’s position? */
  @Nested
  class Q32WashingtonsPosition {
    @Test
    void washington_wanted_the_deployment_under_obama_and_calls_it_defensive() {
      assertThat(summary(TRACKER.asOf("2014"), "usa", "deployment"))
          .isEqualTo("FOR EXPRESS_DESIRE by KH15-06, REPORTED, CURRENT");
      assertThat(summary(NOVEMBER_2017, "usa", "deployment"))
          .isEqualTo("FOR EXPRESS_DESIRE by KH15-06, REPORTED, INHERITED");
      assertThat(head(NOVEMBER_2017, "usa", "deployment")).isEqualTo("barack-obama");
      assertThat(summary(NOVEMBER_2017, "usa", "defence-only"))
          .isEqualTo("FOR ASSERT by KT17-19, REPORTED, CURRENT");
      assertThat(propositions(AUGUST_2022.positionsOf("usa").known()))
          .containsExactlyInAnyOrder("deployment", "defence-only");
    }

    @Test
    void washington_is_silent_on_the_three_nos_and_seouls_words_about_it_are_seouls() {
      assertThat(summary(AUGUST_2022, "usa", "three-nos")).isEqualTo("NO_CLAIMS");
      for (String proposition : List.of("us-has-decided", "us-has-asked-consultation")) {
        assertThat(summary(AUGUST_2022, "usa", proposition)).isEqualTo("NO_CLAIMS");
        assertThat(AUGUST_2022.position("rok", proposition).known()).isPresent();
      }
      assertThat(ids(TRACKER.claims().party("usa"))).containsExactly("KH15-06", "KT17-19");
    }
  }
}

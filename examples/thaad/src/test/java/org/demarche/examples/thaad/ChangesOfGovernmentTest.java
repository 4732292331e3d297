package org.demarche.examples.thaad;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.examples.thaad.ThaadFixtures.AUGUST_2022;
import static org.demarche.examples.thaad.ThaadFixtures.NOVEMBER_2017;
import static org.demarche.examples.thaad.ThaadFixtures.TRACKER;
import static org.demarche.examples.thaad.ThaadFixtures.head;
import static org.demarche.examples.thaad.ThaadFixtures.ids;
import static org.demarche.examples.thaad.ThaadFixtures.known;
import static org.demarche.examples.thaad.ThaadFixtures.propositions;
import static org.demarche.examples.thaad.ThaadFixtures.summary;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Positions that outlast a change of government: inherited, stale or held anew. */
class ChangesOfGovernmentTest {
  /** Question 15: How do the governments of Park, Moon and Yoon compare on THAAD? */
  @Nested
  class Q15ThreeGovernmentsCompared {
    private static final String[] PROPOSITIONS = {
      "deployment",
      "us-has-decided",
      "additional-thaad",
      "negotiable",
      "self-defence",
      "sovereign-matter",
      "defence-only",
      "counters-dprk",
      "3n-promise",
      "3n-only-position",
      "3n-agreement"
    };

    /** Returns a line per proposition: its name and the text of its cells. */
    private String table(Matrix matrix) {
      int columns = matrix.columns().size();
      return Stream.iterate(0, row -> row + 1)
          .limit(matrix.propositions().size())
          .map(
              row ->
                  matrix.propositions().get(row)
                      + ": "
                      + matrix.positions().subList(row * columns, (row + 1) * columns).stream()
                          .map(Position::cellText)
                          .collect(Collectors.joining(" | "))
                      + "\n")
          .collect(Collectors.joining());
    }

    @Test
    void the_matrix_by_date_marks_what_each_government_inherited() {
      assertThat(
              table(
                  TRACKER
                      .matrix("rok")
                      .on(PROPOSITIONS)
                      .at("2015-02-04", "2017-11-24", "2022-08-11")))
          .isEqualTo(
              """
              deployment: · | · | ·
              us-has-decided: AGAINST/ASSERT | AGAINST/ASSERT ◊ | AGAINST/ASSERT ◊
              additional-thaad: · | AGAINST/STATE_INTENTION | UNCOMMITTED/REFUSE
              negotiable: · | · | AGAINST/REFUSE
              self-defence: · | · | FOR/ASSERT
              sovereign-matter: · | · | FOR/ASSERT
              defence-only: · | FOR/ASSERT | FOR/ASSERT ◊
              counters-dprk: · | · | FOR/ASSERT
              3n-promise: · | AGAINST/DENY | AGAINST/DENY ◊
              3n-only-position: · | FOR/ASSERT | FOR/ASSERT ◊
              3n-agreement: · | · | AGAINST/DENY
              """);
    }

    @Test
    void the_matrix_by_administration_shows_each_as_of_its_last_day() {
      Matrix matrix = AUGUST_2022.administrations("rok").on(PROPOSITIONS).at();
      assertThat(matrix.columns())
          .containsExactly(
              "park-geun-hye\n2017-03-09",
              "hwang-kyo-ahn (acting)\n2017-05-09",
              "moon-jae-in\n2022-05-09",
              "yoon-suk-yeol\n2022-08-11");
      assertThat(table(matrix))
          .isEqualTo(
              """
              deployment: · | · | · | ·
              us-has-decided: AGAINST/ASSERT | AGAINST/ASSERT ◊ | AGAINST/ASSERT ◊ | AGAINST/ASSERT ◊
              additional-thaad: · | · | AGAINST/STATE_INTENTION | UNCOMMITTED/REFUSE
              negotiable: · | · | · | AGAINST/REFUSE
              self-defence: · | · | · | FOR/ASSERT
              sovereign-matter: · | · | · | FOR/ASSERT
              defence-only: · | · | FOR/ASSERT | FOR/ASSERT ◊
              counters-dprk: · | · | · | FOR/ASSERT
              3n-promise: · | · | AGAINST/DENY | AGAINST/DENY ◊
              3n-only-position: · | · | FOR/ASSERT | FOR/ASSERT ◊
              3n-agreement: · | · | · | AGAINST/DENY
              """);
    }

    @Test
    void a_blank_is_not_a_stance_and_the_other_cells_cite_the_expected_claims() {
      Position park = TRACKER.asOf("2015-02-04").position("rok", "deployment");
      assertThat(summary(park)).isEqualTo("ONLY_HINTS");
      assertThat(ids(park.hints())).containsExactly("KH15-08");
      assertThat(park.support()).isEmpty();
      assertThat(summary(AUGUST_2022, "rok", "us-has-decided")).contains("KH15-04");
      assertThat(summary(NOVEMBER_2017, "rok", "defence-only")).contains("KT17-19");
      assertThat(summary(AUGUST_2022, "rok", "counters-dprk")).contains("ET22-09");
    }
  }

  /**
   * Question 16: Which positions are stale or inherited in August 2022, by a horizon of two years?
   */
  @Nested
  class Q16StaleAndInheritedPositions {
    private final LocalDate horizon = LocalDate.of(2020, 8, 11);
    private final Set<String> heldUnderMoon =
        Set.of(
            "3n-promise",
            "3n-only-position",
            "defence-only",
            "row-settled",
            "normalise-relations",
            "rok-intends-harm",
            "shield-requested",
            "hold-mil-talks");

    private final Set<String> heldUnderPark =
        Set.of(
            "alliance-stabilising",
            "hotline",
            "cyber-cooperation",
            "us-has-decided",
            "us-has-asked-consultation",
            "rok-stance-unchanged",
            "harmonious-development",
            "return-remains",
            "support-reunification",
            "inter-korean-exchange");

    /** Returns the propositions on which a party has a known position that is not stale. */
    private Set<String> fresh(String party) {
      Set<String> fresh = new HashSet<>(propositions(AUGUST_2022.positionsOf(party).known()));
      propositions(AUGUST_2022.positionsOf(party).staleSince(horizon)).forEach(fresh::remove);
      return fresh;
    }

    @Test
    void ten_positions_of_beijing_are_stale_including_its_plain_opposition() {
      assertThat(AUGUST_2022.positionsOf("prc").staleSince(horizon).rows())
          .extracting(
              p ->
                  p.proposition()
                      + " "
                      + p.evidenced().map(EvidencedPosition::lastEvidenced).orElseThrow())
          .containsExactlyInAnyOrder(
              "deployment 2017-11-23",
              "surveils-china 2017-12-31",
              "3n-promise 2017-11-24",
              "rok-intends-harm 2017-11-24",
              "handle-properly 2017-11-24",
              "minimise-differences 2017-11-24",
              "normalise-relations 2017-10-31",
              "alliance-stabilising 2015-02-04",
              "hotline 2015-02-04",
              "cyber-cooperation 2015-02-04");
    }

    @Test
    void eighteen_positions_of_seoul_are_both_stale_and_inherited() {
      List<String> heldUnderEither =
          Stream.of(heldUnderMoon, heldUnderPark).flatMap(Set::stream).toList();
      assertThat(heldUnderPark).hasSize(10);
      assertThat(propositions(AUGUST_2022.positionsOf("rok").staleSince(horizon)))
          .containsExactlyInAnyOrderElementsOf(heldUnderEither);
      assertThat(propositions(AUGUST_2022.positionsOf("rok").inherited()))
          .containsExactlyInAnyOrderElementsOf(heldUnderEither);
      heldUnderMoon.forEach(
          p -> assertThat(head(AUGUST_2022, "rok", p)).as(p).isEqualTo("moon-jae-in"));
      heldUnderPark.forEach(
          p -> assertThat(head(AUGUST_2022, "rok", p)).as(p).isEqualTo("park-geun-hye"));
    }

    @Test
    void the_positions_evidenced_in_2022_are_fresh() {
      assertThat(fresh("prc"))
          .containsExactlyInAnyOrder(
              "harms-prc-security",
              "additional-thaad",
              "three-nos",
              "join-us-md",
              "trilateral-alliance",
              "not-an-obstacle",
              "differences-exist",
              "accept-legitimate-concerns",
              "understanding-enhanced");
      assertThat(fresh("rok"))
          .containsExactlyInAnyOrder(
              "additional-thaad",
              "three-nos",
              "join-us-md",
              "trilateral-alliance",
              "negotiable",
              "sovereign-matter",
              "self-defence",
              "counters-dprk",
              "rok-decides-alone",
              "3n-agreement",
              "3n-records-handed-over",
              "not-an-obstacle",
              "differences-exist",
              "accept-legitimate-concerns");
      assertThat(fresh("rok"))
          .allSatisfy(
              p ->
                  assertThat(known(AUGUST_2022, "rok", p).headline().claim().id())
                      .matches("(AP|ET)22-\\d\\d"));
    }
  }
}

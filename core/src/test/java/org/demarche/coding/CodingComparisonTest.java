package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.demarche.coding.MadeUpCodings.at;
import static org.demarche.coding.MadeUpCodings.claim;
import static org.demarche.coding.MadeUpCodings.dossier;
import static org.demarche.coding.MadeUpCodings.quoting;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Reading;
import org.demarche.model.Stance;
import org.demarche.model.UnknownIdException;
import org.demarche.model.When;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Tests how claims of several coders are matched, and what a comparison says of them. */
class CodingComparisonTest {
  /** Returns the units as texts such as {@code k1=l2}, by the ids of the claims. */
  private static List<String> units(CodingComparison comparison) {
    return Stream.concat(comparison.foundByAll().stream(), comparison.foundBySome().stream())
        .map(unit -> String.join("=", unit.claimIds().values()))
        .toList();
  }

  private static CodingComparison comparison(Dossier kim, Dossier lee) {
    return CodingComparison.of(Map.of("kim", kim, "lee", lee));
  }

  @Test
  void claims_are_matched_by_the_best_overlap_of_passages() {
    CodingComparison comparison =
        comparison(
            dossier(claim("k1", at("S1", 0, 10)), claim("k2", at("S1", 12, 20))),
            // l1 has two code points in common with k1, and four with k2.
            dossier(claim("l1", at("S1", 8, 16)), claim("l2", at("S1", 0, 7))));

    assertThat(units(comparison)).containsExactly("k1=l2", "k2=l1");
  }

  @Test
  void a_claim_is_matched_once_with_each_coder() {
    CodingComparison comparison =
        comparison(
            dossier(claim("k1", at("S1", 0, 10))),
            dossier(
                claim("l1", at("S1", 0, 9)).proposition("q"),
                claim("l2", at("S1", 0, 10)).proposition("q")));

    assertThat(units(comparison)).containsExactly("k1=l2", "l1");
  }

  @Test
  void equal_overlaps_are_matched_by_content_and_then_by_id() {
    CodingComparison comparison =
        comparison(
            dossier(
                claim("k1", at("S1", 0, 10)),
                claim("k2", at("S1", 0, 10)).proposition("q"),
                claim("k3", at("S1", 50, 60)),
                claim("k4", at("S1", 50, 60))),
            dossier(
                claim("l1", at("S1", 0, 10)).proposition("q"),
                claim("l2", at("S1", 0, 10)),
                claim("l4", at("S1", 50, 60)),
                claim("l3", at("S1", 50, 60))));

    assertThat(units(comparison)).containsExactly("k1=l2", "k2=l1", "k3=l3", "k4=l4");
  }

  @Test
  void passages_without_a_position_are_matched_by_equal_quotations() {
    CodingComparison comparison =
        comparison(
            dossier(
                claim("k1", quoting("S1", "it “will not” act")),
                claim("k2", quoting("S1", "other words")).proposition("q"),
                claim("k3", quoting("S2", "more words"))),
            dossier(
                claim("l1", quoting("S1", "it \"will not\"  act")),
                claim("l2", quoting("S2", "other words"))
                    .stance(Stance.AGAINST)
                    .proposition("q")
                    .addPrincipals("y"),
                claim("l3", quoting("S2", "more words of it"))
                    .proposition("q")
                    .addPrincipals("y")));

    assertThat(units(comparison)).containsExactly("k1=l1", "k2", "k3", "l2", "l3");
  }

  @Test
  void passages_at_different_positions_are_not_matched_by_their_words() {
    Evidence.Builder words = Evidence.builder().source("S1").mode(Mode.INDIRECT).quote("no");

    CodingComparison comparison =
        comparison(
            dossier(claim("k1", words.selector(0, 2).build())),
            dossier(claim("l1", words.selector(2, 4).build()).proposition("q")));

    assertThat(units(comparison)).containsExactly("k1", "l1");
  }

  @Test
  void claims_left_over_are_matched_by_principals_proposition_and_overlapping_dates() {
    CodingComparison comparison =
        comparison(
            dossier(
                claim("k1", at("S1", 0, 10)).asserted(When.parse("2020-01")),
                claim("k2", at("S1", 20, 30)).asserted(When.parse("2019-01"))),
            dossier(
                claim("l1", at("S2", 0, 10)).asserted(When.parse("[..2020-01-05]")),
                claim("l2", at("S1", 90, 99)).asserted(When.parse("2019-02"))));

    // l1 overlaps both k1 and k2, neither with the same date: k1 comes first by id.
    assertThat(units(comparison)).containsExactly("k1=l1", "k2", "l2");
  }

  @Test
  void a_unit_joins_the_claims_of_three_coders() {
    CodingComparison comparison =
        CodingComparison.of(
            Map.of(
                "kim", dossier(claim("c1", at("S1", 0, 10))),
                "lee", dossier(claim("c1", at("S1", 5, 15))),
                "park", dossier(claim("c1", at("S1", 12, 20)), claim("c2", at("S2", 0, 3)))));

    assertThat(comparison.coders()).containsExactly("kim", "lee", "park");
    assertThat(comparison.foundByAll()).hasSize(1);
    assertThat(comparison.foundByAll().get(0).claimIds())
        .containsExactly(Map.entry("kim", "c1"), Map.entry("lee", "c1"), Map.entry("park", "c1"));
    assertThat(comparison.foundBySome()).extracting(CodedUnit::id).containsExactly("c2");
  }

  @Test
  void units_of_equal_ids_get_numbers() {
    CodingComparison comparison =
        comparison(
            dossier(claim("c1", at("S1", 0, 10)), claim("c1-2", at("S1", 20, 30))),
            dossier(claim("c1", at("S1", 50, 60)).proposition("q")));

    assertThat(comparison.foundBySome())
        .extracting(CodedUnit::id)
        .containsExactly("c1", "c1-2", "c1-3");
  }

  /** Five claims; lee has another force in one, another stance and date in one, and misses one. */
  private static CodingComparison perturbed() {
    return comparison(
        dossier(
            claim("c1", at("S1", 0, 10)),
            claim("c2", at("S1", 20, 30)).stance(Stance.AGAINST).force(Force.DENY),
            claim("c3", at("S1", 40, 50)),
            claim("c4", at("S1", 60, 70)).stance(Stance.AGAINST),
            claim("c5", at("S2", 0, 10, Mode.DIRECT))),
        dossier(
            claim("c1", at("S1", 0, 10)),
            claim("c2", at("S1", 20, 30)).stance(Stance.AGAINST).force(Force.ASSERT),
            claim("c3", at("S1", 40, 52)).stance(Stance.AGAINST).asserted(When.parse("2020-01")),
            claim("c4", at("S1", 60, 70)).stance(Stance.AGAINST)));
  }

  /**
   * By hand. Stance: 3 of 4 agree; kim has FOR 2, AGAINST 2, lee 1 and 3: Cohen (3/4 − 1/2)/(1/2) =
   * 1/2; alpha 1 − 7·1/(3·5). Force: kim ASSERT 3, DENY 1, lee ASSERT 4: Cohen (3/4 − 3/4)/(1/4) =
   * 0; alpha 1 − 7·1/(7·1) = 0.
   */
  @Test
  void a_perturbed_copy_has_the_coefficients_worked_by_hand() {
    CodingComparison comparison = perturbed();
    CoderRatings stance = comparison.ratings("stance");
    CoderRatings force = comparison.ratings("force");

    assertThat(stance.percentAgreement().value()).hasValue(0.75);
    assertThat(stance.cohensKappa().value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(stance.krippendorffsAlpha().value().orElseThrow())
        .isCloseTo(8 / 15.0, within(1e-12));
    assertThat(stance.krippendorffsAlpha().units()).isEqualTo(4);
    assertThat(force.cohensKappa().value()).hasValue(0);
    assertThat(force.krippendorffsAlpha().value()).hasValue(0);
    assertThat(comparison.ratings("principals").percentAgreement().value()).hasValue(1);
    assertThat(comparison.ratings("principals").cohensKappa().whyUndefined()).isPresent();
    assertThat(comparison.ratings("asserted").values().column("lee").values())
        .containsExactly("2020-01-31", "2020-01-31", "[2020-01-01..2020-01-31]", "2020-01-31");
  }

  @Test
  void a_perturbed_copy_has_the_disagreements_made_in_it() {
    assertThat(perturbed().disagreements())
        .extracting(Disagreement::toString)
        .containsExactly(
            "c2 force {kim=DENY, lee=ASSERT}",
            "c3 stance {kim=FOR, lee=AGAINST}",
            "c3 asserted {kim=2020-01-31, lee=2020-01}");
    assertThat(perturbed().disagreements().get(0).unit().quotation()).contains("words 20 to 30");
    assertThat(perturbed())
        .hasToString("Comparison of kim, lee: 5 claims, 4 found by all, 3 disagreements");
  }

  @Test
  void a_coding_agrees_with_itself_also_where_passages_and_contents_repeat() {
    Dossier coding =
        dossier(
            claim("c1", at("S1", 0, 10)),
            claim("c2", at("S1", 0, 10)),
            claim("c3", at("S1", 0, 10)).proposition("q"),
            claim("c4", at("S1", 5, 10), at("S2", 0, 3)),
            claim("c5", quoting("S2", "as said")).asserted(When.parse("2019-12")));

    CodingComparison comparison =
        CodingComparison.of(Map.of("kim", coding, "lee", coding, "park", coding));

    assertThat(comparison.foundByAll()).hasSize(5);
    assertThat(comparison.foundBySome()).isEmpty();
    assertThat(comparison.disagreements()).isEmpty();
    assertThat(comparison.ratings("proposition").krippendorffsAlpha().value()).hasValue(1);
  }

  @Test
  void dates_of_one_meaning_agree_however_they_are_written() {
    CodingComparison comparison =
        comparison(
            dossier(claim("c1", at("S1", 0, 10)).asserted(When.parse("2020-01"))),
            dossier(claim("c1", at("S1", 0, 10)).asserted(When.parse("[2020-01-01..2020-01-31]"))));

    assertThat(comparison.disagreements()).isEmpty();
  }

  @Test
  void an_absent_value_differs_from_a_given_one() {
    CodingComparison comparison =
        comparison(
            dossier(claim("c1", at("S1", 0, 10)).condition("only if attacked")),
            dossier(claim("c1", at("S1", 0, 10))));

    assertThat(comparison.disagreements())
        .extracting(Disagreement::toString)
        .containsExactly("c1 condition {kim=only if attacked, lee=}");
    assertThat(comparison.ratings("condition").values().row("c1")).containsEntry("lee", "(none)");
  }

  @Test
  void the_mode_compared_is_that_of_the_matched_evidence() {
    CodingComparison comparison =
        comparison(
            dossier(claim("c1", at("S2", 0, 10, Mode.DIRECT), at("S1", 0, 10))),
            dossier(claim("c1", at("S1", 0, 10, Mode.PARTIAL))));

    assertThat(comparison.disagreements())
        .extracting(Disagreement::toString)
        .containsExactly("c1 mode {kim=INDIRECT, lee=PARTIAL}");
  }

  @Test
  void coders_without_a_text_in_common_get_no_number_and_the_reason() {
    CodingComparison comparison =
        comparison(dossier(claim("c1", at("S1", 0, 10))), dossier(claim("c1", at("S2", 0, 10))));

    assertThat(comparison.foundByAll()).isEmpty();
    assertThat(comparison.ratings("stance").percentAgreement().whyUndefined())
        .contains("the coders cite no source in common: kim cites S1, lee cites S2");
    assertThat(comparison.sentence())
        .isEqualTo(
            "Codings of kim and lee: 2 claims, 0 found by both, 2 by only one. No coefficient:"
                + " the coders cite no source in common: kim cites S1, lee cites S2.");
  }

  @Test
  void fewer_than_two_coders_get_no_number_and_the_reason() {
    assertThat(CodingComparison.of(dossier(claim("c1", at("S1", 0, 10)).coder("kim"))).sentence())
        .isEqualTo("Codings of kim: 1 claim. No coefficient: there is only one coder, “kim”.");
    assertThat(CodingComparison.of(Dossier.empty()).sentence())
        .isEqualTo("Codings of no coder: 0 claims. No coefficient: there is no coder.");
  }

  @Test
  void one_dossier_is_compared_by_the_coders_whom_its_claims_name() {
    CodingComparison comparison =
        CodingComparison.of(
            dossier(
                claim("a", at("S1", 0, 10)).coder("kim"),
                claim("b", at("S1", 0, 10)).coder("lee").draft(true).force(Force.HOPE),
                claim("c", at("S1", 40, 50))));

    assertThat(units(comparison)).containsExactly("a=b");
    assertThat(comparison.disagreements())
        .extracting(Disagreement::toString)
        .containsExactly("a force {kim=ASSERT, lee=HOPE}");
    assertThat(comparison.print()).contains("Left out: 1 claim without a coder.");
  }

  @Test
  void readings_are_compared_as_the_values_of_the_other_coders() {
    CodingComparison comparison =
        CodingComparison.of(
            dossier(
                claim("a", at("S1", 0, 10, Mode.PARTIAL), at("S2", 0, 10))
                    .coder("kim")
                    .addReadings(
                        Reading.by("lee", Map.of("stance", "AGAINST", "evidence/1/mode", "DIRECT")),
                        Reading.by("kim", Map.of("force", "HOPE"))),
                claim("b", at("S1", 20, 30)).coder("kim")));

    assertThat(comparison.disagreements())
        .extracting(Disagreement::toString)
        .containsExactly(
            "a stance {kim=FOR, lee=AGAINST}",
            "a force {kim=HOPE, lee=ASSERT}",
            "a mode {kim=INDIRECT, lee=DIRECT}");
    assertThat(comparison.foundBySome()).extracting(CodedUnit::id).containsExactly("b");
    assertThat(comparison.print())
        .contains(
            "Agreement is understated: the readings of an adjudication record only differences.");
  }

  @Test
  void a_mistyped_member_is_refused_with_the_nearest() {
    assertThatThrownBy(() -> perturbed().ratings("stanse"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessageContaining("member 'stanse' is not one of stance, force, mode, ")
        .hasMessageEndingWith("(did you mean 'stance'?)");
  }

  @Test
  void a_coder_without_a_name_is_refused() {
    assertThatThrownBy(() -> CodingComparison.of(Map.of(" ", Dossier.empty())))
        .hasMessage("the name of a coder is blank, among [ ]; give each coder a name");
  }

  @Test
  void the_order_of_the_claims_changes_nothing() {
    Claim first = claim("c1", at("S1", 0, 10)).build();
    Claim second = claim("c2", at("S1", 5, 15)).stance(Stance.AGAINST).build();
    Dossier lee = dossier(claim("d1", at("S1", 4, 12)), claim("d2", at("S1", 0, 15)));

    assertThat(comparison(dossier(second, first), lee).print())
        .isEqualTo(comparison(dossier(first, second), lee).print());
  }

  @Test
  void the_sentence_has_the_numbers_and_the_reasons_for_missing_ones() {
    assertThat(perturbed().sentence())
        .isEqualTo(
            "Codings of kim and lee: 5 claims, 4 found by both, 1 by only one. Percent agreement"
                + " and Krippendorff’s α: stance 75.0 %, 0.533; force 75.0 %, 0.000; mode 100.0 %,"
                + " undefined; proposition 100.0 %, undefined; principals 100.0 %, undefined;"
                + " asserted 75.0 %, 0.000. No κ or α for mode: all values are “INDIRECT”, and a"
                + " correction for chance needs two categories. No κ or α for proposition: all"
                + " values are “p”, and a correction for chance needs two categories. No κ or α for"
                + " principals: all values are “x”, and a correction for chance needs two"
                + " categories.");
  }

  @Test
  void the_page_has_the_coefficients_the_disagreements_and_the_claims_not_found() {
    assertThat(perturbed().bootstrap(100, 3).page().print(Style.standard().width(110)))
        .isEqualTo(
            """
            Codings of kim and lee: 5 claims, 4 found by both, 1 by only one

            member       claims  agreement  Cohen’s κ  Fleiss’ κ  Krippendorff’s α  its 95 % interval
            -----------  ------  ---------  ---------  ---------  ----------------  -----------------
            stance       4       75.0 %     0.500      0.467      0.533             –
            force        4       75.0 %     0.000      −0.143     0.000             –
            mode         4       100.0 %    –          –          –                 –
            proposition  4       100.0 %    –          –          –                 –
            principals   4       100.0 %    –          –          –                 –
            asserted     4       75.0 %     0.000      −0.143     0.000             –

            No κ or α for mode: all values are “INDIRECT”, and a correction for chance needs two categories.
            No κ or α for proposition: all values are “p”, and a correction for chance needs two categories.
            No κ or α for principals: all values are “x”, and a correction for chance needs two categories.
            Intervals: bootstrap over claims, 100 samples, seed 3; none where α is undefined in more than one sample in
              twenty.

            3 disagreements to adjudicate

            claim  member    kim         lee      quotation
            -----  --------  ----------  -------  --------------
            c2     force     DENY        ASSERT   words 20 to 30
            c3     stance    FOR         AGAINST  words 40 to 50
            c3     asserted  2020-01-31  2020-01

            1 claim not found by every coder

            claim  found by  proposition  stance  quotation
            -----  --------  -----------  ------  -------------
            c5     kim       p            FOR     words 0 to 10""");
  }
}

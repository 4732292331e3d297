package org.demarche.examples.thaad;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.demarche.examples.thaad.ThaadFixtures.DOSSIER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.coding.AgreementCoefficient;
import org.demarche.coding.CodedUnit;
import org.demarche.coding.CoderRatings;
import org.demarche.coding.CodingComparison;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The coding of the five articles, compared with itself and with a second coder's, who decides
 * twenty times otherwise, leaves out two claims and finds one more.
 *
 * <p>The coefficients were computed with exact fractions from the claims in the file and the
 * changes listed here, by the formulas of Cohen (1960), Fleiss (1971) and Krippendorff (2011).
 */
class TwoCodersTest {
  private static final Set<String> NOT_FOUND = Set.of("KH15-06", "UPI17-12");

  private static final Map<String, Stance> STANCES =
      Map.of(
          "KH15-03", Stance.AGAINST,
          "KT17-10", Stance.FOR,
          "KT17-19", Stance.AGAINST,
          "ET22-10", Stance.FOR);
  private static final Map<String, Force> FORCES =
      Map.of(
          "KT17-09", Force.EXPRESS_DESIRE,
          "KT17-03", Force.UNSPECIFIED,
          "UPI17-04", Force.PROMISE,
          "UPI17-05", Force.PROMISE,
          "AP22-06", Force.REAFFIRM,
          "KT17-24", Force.ASSERT);
  private static final Map<String, Mode> MODES =
      Map.of("KH15-10", Mode.NARRATED, "ET22-12", Mode.PARTIAL, "AP22-03", Mode.INDIRECT);
  private static final Map<String, String> PROPOSITIONS =
      Map.of("KT17-19", "counters-dprk", "ET22-14", "sovereign-matter");
  private static final Map<String, String> PRINCIPALS = Map.of("KH15-04", "rok", "AP22-06", "rok");
  private static final Map<String, String> DATES =
      Map.of(
          "KT17-16", "[2016-11-24..2017-11-24]",
          "AP22-10", "2016/2017",
          "KT17-05", "2017-11-13");

  private static Claim otherwise(Claim claim) {
    String id = claim.id();
    Claim.Builder other = Claim.builder().from(claim);
    other.stance(STANCES.getOrDefault(id, claim.stance()));
    other.force(FORCES.getOrDefault(id, claim.force()));
    other.proposition(PROPOSITIONS.getOrDefault(id, claim.proposition()));
    if (PRINCIPALS.containsKey(id)) {
      other.principals(Set.of(PRINCIPALS.get(id)));
    }
    if (DATES.containsKey(id)) {
      other.asserted(When.parse(DATES.get(id)));
    }
    if (MODES.containsKey(id)) {
      List<Evidence> evidence = new ArrayList<>(claim.evidence());
      Evidence first = evidence.get(0);
      evidence.set(
          0,
          Evidence.builder()
              .source(first.source())
              .quote(first.quote().orElseThrow())
              .mode(MODES.get(id))
              .via(first.via())
              .build());
      return other.build().withEvidence(evidence);
    }
    return other.build();
  }

  private static Dossier second() {
    List<DossierRecord> records = new ArrayList<>();
    records.addAll(DOSSIER.sources());
    records.addAll(DOSSIER.actors());
    records.addAll(DOSSIER.occasions());
    records.addAll(DOSSIER.propositions());
    DOSSIER.claims().stream()
        .filter(claim -> !NOT_FOUND.contains(claim.id()))
        .map(TwoCodersTest::otherwise)
        .forEach(records::add);
    records.add(
        Claim.builder()
            .id("KT17-28")
            .speakers(Set.of("korea-times"))
            .principals(Set.of("korea-times"))
            .asserted(When.parse("2017-11-24"))
            .proposition("retaliation")
            .stance(Stance.FOR)
            .force(Force.ASSERT)
            .addEvidence(
                Evidence.builder()
                    .source("KT17")
                    .mode(Mode.NARRATED)
                    .quote("words that only the second coder took for a claim")
                    .build())
            .build());
    return Dossier.of(records.toArray(DossierRecord[]::new));
  }

  private final CodingComparison comparison =
      CodingComparison.of(Map.of("first", DOSSIER, "second", second()));

  @Test
  void a_coding_agrees_with_itself_on_every_claim() {
    CodingComparison same = CodingComparison.of(Map.of("first", DOSSIER, "again", DOSSIER));

    assertThat(same.foundByAll()).hasSize(89);
    assertThat(same.foundBySome()).isEmpty();
    assertThat(same.disagreements()).isEmpty();
    for (String member :
        List.of("stance", "force", "mode", "proposition", "principals", "asserted")) {
      assertThat(same.ratings(member).krippendorffsAlpha().value()).hasValue(1);
      assertThat(same.ratings(member).cohensKappa().value()).hasValue(1);
    }
  }

  @Test
  void claims_that_both_found_are_matched_and_the_others_listed() {
    assertThat(comparison.foundByAll())
        .hasSize(87)
        .allSatisfy(unit -> assertThat(Set.copyOf(unit.claimIds().values())).hasSize(1));
    assertThat(comparison.foundBySome())
        .extracting(CodedUnit::id)
        .containsExactly("KH15-06", "UPI17-12", "KT17-28");
  }

  @ParameterizedTest
  @CsvSource({
    // member, agreements of 87, Cohen's kappa, Fleiss' kappa, Krippendorff's alpha
    "stance, 83, 0.8954, 0.8954, 0.8960",
    "force, 81, 0.9106, 0.9105, 0.9110",
    "mode, 84, 0.9491, 0.9490, 0.9493",
    "proposition, 85, 0.9762, 0.9762, 0.9764",
    "principals, 85, 0.9748, 0.9748, 0.9750",
    "asserted, 84, 0.9627, 0.9627, 0.9630",
  })
  void coefficients_are_those_worked_out_from_the_changes(
      String member, int agreed, double cohen, double fleiss, double alpha) {
    CoderRatings ratings = comparison.ratings(member);

    assertThat(value(ratings.percentAgreement())).isCloseTo(agreed / 87.0, within(1e-12));
    assertThat(value(ratings.cohensKappa())).isCloseTo(cohen, within(0.00005));
    assertThat(value(ratings.fleissKappa())).isCloseTo(fleiss, within(0.00005));
    assertThat(value(ratings.krippendorffsAlpha())).isCloseTo(alpha, within(0.00005));
  }

  private static double value(AgreementCoefficient coefficient) {
    return coefficient.value().orElseThrow();
  }

  @Test
  void the_disagreements_are_exactly_the_changes() {
    assertThat(comparison.disagreements())
        .extracting(one -> one.unit().id() + " " + one.member())
        .containsExactlyInAnyOrderElementsOf(changes().keySet());
    assertThat(
            comparison.disagreements().stream()
                .collect(
                    toMap(
                        one -> one.unit().id() + " " + one.member(),
                        one -> String.valueOf(one.values().get("second")))))
        .isEqualTo(changes());
  }

  private static Map<String, String> changes() {
    Map<String, String> changes = new HashMap<>();
    MODES.forEach((id, mode) -> changes.put(id + " mode", mode.name()));
    STANCES.forEach((id, stance) -> changes.put(id + " stance", stance.name()));
    FORCES.forEach((id, force) -> changes.put(id + " force", force.name()));
    PROPOSITIONS.forEach((id, proposition) -> changes.put(id + " proposition", proposition));
    PRINCIPALS.forEach((id, principal) -> changes.put(id + " principals", principal));
    DATES.forEach((id, date) -> changes.put(id + " asserted", date));
    return changes;
  }
}

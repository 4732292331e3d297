package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.CohenKappaAgreement;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.coding.PercentageAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.distance.OrdinalDistanceFunction;

/**
 * The coefficients equal a second computation from single pairs of values, and those of DKPro
 * Agreement (C. Meyer and others, COLING 2014), on generated ratings.
 */
class AgreementLawsTest {
  private static final List<String> SCALE = List.of("1", "2", "3", "4");

  /** Units with a value from 1 to 4 of each coder; 0 is a missing value. */
  private static Arbitrary<List<List<Integer>>> units(int coders, int least) {
    return Arbitraries.integers()
        .between(least, 4)
        .list()
        .ofSize(coders)
        .list()
        .ofMinSize(1)
        .ofMaxSize(9);
  }

  @Provide
  Arbitrary<List<List<Integer>>> withMissing() {
    return Arbitraries.integers().between(2, 4).flatMap(coders -> units(coders, 0));
  }

  @Provide
  Arbitrary<List<List<Integer>>> complete() {
    return Arbitraries.integers().between(2, 4).flatMap(coders -> units(coders, 1));
  }

  @Provide
  Arbitrary<List<List<Integer>>> ofTwo() {
    return units(2, 1);
  }

  private static CoderRatings ratings(List<List<Integer>> units) {
    Table<String, String, String> values = HashBasedTable.create();
    for (int unit = 0; unit < units.size(); unit++) {
      for (int coder = 0; coder < units.get(unit).size(); coder++) {
        if (units.get(unit).get(coder) > 0) {
          values.put("u" + unit, "c" + coder, String.valueOf(units.get(unit).get(coder)));
        }
      }
    }
    return CoderRatings.of(values).ordered(SCALE).bootstrap(39, 1);
  }

  private static List<List<Integer>> pairable(List<List<Integer>> units) {
    return units.stream()
        .map(unit -> unit.stream().filter(value -> value > 0).toList())
        .filter(unit -> unit.size() > 1)
        .toList();
  }

  /**
   * Alpha by its definition (Krippendorff 2004, p. 222): the mean difference of pairs within units,
   * weighted so that each value counts once, over the mean difference of all pairs of values.
   */
  private static OptionalDouble alpha(List<List<Integer>> units, boolean ordinal) {
    List<Integer> all = new ArrayList<>();
    pairable(units).forEach(all::addAll);
    double within = 0;
    for (List<Integer> unit : pairable(units)) {
      within += differences(unit, all, ordinal) / (unit.size() - 1);
    }
    double between = differences(all, all, ordinal);
    int n = all.size();
    return between == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (within / n) / (between / ((double) n * (n - 1))));
  }

  private static double differences(List<Integer> values, List<Integer> all, boolean ordinal) {
    double sum = 0;
    for (int a : values) {
      for (int b : values) {
        double difference = a == b ? 0 : 1;
        if (ordinal && a != b) {
          difference = 0;
          for (int rank = Math.min(a, b); rank <= Math.max(a, b); rank++) {
            difference += Collections.frequency(all, rank) * (rank == a || rank == b ? 0.5 : 1);
          }
        }
        sum += difference * difference;
      }
    }
    return sum;
  }

  private static void assertSame(AgreementCoefficient actual, OptionalDouble expected) {
    assertThat(actual.value().isPresent()).isEqualTo(expected.isPresent());
    assertThat(actual.whyUndefined().isPresent()).isNotEqualTo(actual.value().isPresent());
    if (expected.isPresent()) {
      assertThat(actual.value().getAsDouble()).isCloseTo(expected.getAsDouble(), within(1e-9));
    }
  }

  @Property
  void alpha_is_the_disagreement_of_single_pairs(@ForAll("withMissing") List<List<Integer>> units) {
    CoderRatings ratings = ratings(units);

    assertSame(ratings.krippendorffsAlpha(), alpha(units, true));
    assertSame(CoderRatings.of(ratings.values()).krippendorffsAlpha(), alpha(units, false));
  }

  @Property
  void percent_agreement_is_the_share_of_equal_pairs(
      @ForAll("withMissing") List<List<Integer>> units) {
    double sum = 0;
    for (List<Integer> unit : pairable(units)) {
      int equal = 0;
      int pairs = 0;
      for (int i = 0; i < unit.size(); i++) {
        for (int j = i + 1; j < unit.size(); j++) {
          pairs++;
          equal += Objects.equals(unit.get(i), unit.get(j)) ? 1 : 0;
        }
      }
      sum += (double) equal / pairs;
    }
    int n = pairable(units).size();

    assertSame(
        ratings(units).percentAgreement(),
        n == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / n));
  }

  @Property
  void the_order_of_units_and_the_names_of_coders_change_nothing(
      @ForAll("withMissing") List<List<Integer>> units) {
    List<List<Integer>> reversed =
        units.stream()
            .map(
                unit -> {
                  List<Integer> turned = new ArrayList<>(unit);
                  Collections.reverse(turned);
                  return turned;
                })
            .toList();

    assertSame(ratings(reversed).krippendorffsAlpha(), ratings(units).krippendorffsAlpha().value());
    assertSame(ratings(reversed).percentAgreement(), ratings(units).percentAgreement().value());
    if (units.get(0).size() == 2) {
      assertSame(ratings(reversed).cohensKappa(), ratings(units).cohensKappa().value());
    }
  }

  /** Krippendorff 2004, p. 245: for two coders without missing values. */
  @Property
  void nominal_alpha_is_scotts_pi_with_a_correction_for_the_number_of_values(
      @ForAll("ofTwo") List<List<Integer>> units) {
    CoderRatings ratings = CoderRatings.of(ratings(units).values());
    Assume.that(ratings.fleissKappa().value().isPresent());
    double pi = ratings.fleissKappa().value().orElseThrow();

    assertThat(ratings.krippendorffsAlpha().value().orElseThrow())
        .isCloseTo(pi + (1 - pi) / (2.0 * units.size()), within(1e-9));
  }

  @Property
  void an_interval_has_bounds_in_order_and_within_the_range_of_a_coefficient(
      @ForAll("withMissing") List<List<Integer>> units) {
    ratings(units)
        .percentAgreement()
        .interval()
        .ifPresent(
            bounds -> {
              assertThat(bounds.lowerEndpoint()).isBetween(0.0, bounds.upperEndpoint());
              assertThat(bounds.upperEndpoint()).isLessThanOrEqualTo(1);
            });
  }

  private static CodingAnnotationStudy study(List<List<Integer>> units) {
    CodingAnnotationStudy study = new CodingAnnotationStudy(units.get(0).size());
    units.forEach(
        unit -> study.addItemAsArray(unit.stream().map(v -> v == 0 ? null : v).toArray()));
    return study;
  }

  private static boolean hasTwoCategories(List<List<Integer>> units) {
    return pairable(units).stream().flatMap(List::stream).distinct().count() > 1;
  }

  @Property
  void alpha_with_missing_values_is_that_of_dkpro(
      @ForAll("withMissing") List<List<Integer>> units) {
    Assume.that(hasTwoCategories(units));
    CodingAnnotationStudy study = study(pairableOnly(units));
    CoderRatings ratings = ratings(units);

    assertThat(CoderRatings.of(ratings.values()).krippendorffsAlpha().value().orElseThrow())
        .isCloseTo(
            new KrippendorffAlphaAgreement(study, new NominalDistanceFunction())
                .calculateAgreement(),
            within(1e-9));
    assertThat(ratings.krippendorffsAlpha().value().orElseThrow())
        .isCloseTo(
            new KrippendorffAlphaAgreement(study, new OrdinalDistanceFunction())
                .calculateAgreement(),
            within(1e-9));
  }

  private static List<List<Integer>> pairableOnly(List<List<Integer>> units) {
    return units.stream()
        .filter(unit -> unit.stream().filter(value -> value > 0).count() > 1)
        .toList();
  }

  @Property
  void kappa_and_percent_agreement_of_two_coders_are_those_of_dkpro(
      @ForAll("ofTwo") List<List<Integer>> units) {
    Assume.that(hasTwoCategories(units));

    assertThat(ratings(units).cohensKappa().value().orElseThrow())
        .isCloseTo(new CohenKappaAgreement(study(units)).calculateAgreement(), within(1e-9));
    assertThat(ratings(units).percentAgreement().value().orElseThrow())
        .isCloseTo(new PercentageAgreement(study(units)).calculateAgreement(), within(1e-9));
  }

  @Property
  void kappa_of_many_coders_is_that_of_dkpro(@ForAll("complete") List<List<Integer>> units) {
    Assume.that(hasTwoCategories(units));

    assertThat(ratings(units).fleissKappa().value().orElseThrow())
        .isCloseTo(new FleissKappaAgreement(study(units)).calculateAgreement(), within(1e-9));
  }
}

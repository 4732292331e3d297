package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Range;
import com.google.common.collect.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tests the edges of the coefficients, and their intervals. */
class CoderRatingsTest {
  /** Returns ratings with one text per unit: the values of the coders a, b …, or a full stop. */
  private static CoderRatings units(String... units) {
    Table<String, String, String> values = HashBasedTable.create();
    for (int unit = 0; unit < units.length; unit++) {
      for (int coder = 0; coder < units[unit].length(); coder++) {
        char value = units[unit].charAt(coder);
        if (value != '.') {
          values.put(
              "u%02d".formatted(unit), String.valueOf((char) ('a' + coder)), String.valueOf(value));
        }
      }
    }
    return CoderRatings.of(values);
  }

  private static String why(AgreementCoefficient coefficient) {
    assertThat(coefficient.value()).isEmpty();
    assertThat(coefficient.interval()).isEmpty();
    return coefficient.whyUndefined().orElseThrow();
  }

  @Test
  void a_chance_correction_of_one_category_is_undefined_and_says_so() {
    CoderRatings ratings = units("xx", "xx", "y.");

    assertThat(ratings.percentAgreement().value()).hasValue(1);
    assertThat(List.of(ratings.cohensKappa(), ratings.fleissKappa(), ratings.krippendorffsAlpha()))
        .extracting(CoderRatingsTest::why)
        .containsOnly("all values are “x”, and a correction for chance needs two categories");
    assertThat(ratings.krippendorffsAlpha())
        .hasToString(
            "Krippendorff’s α (nominal): undefined, all values are “x”, and a correction for chance"
                + " needs two categories, 2 units, 4 values");
  }

  @Test
  void coefficients_without_a_pair_of_values_say_why() {
    assertThat(why(units("x.", ".y").percentAgreement()))
        .isEqualTo("no unit has values of two coders");
    assertThat(why(units("x", "y").krippendorffsAlpha())).isEqualTo("there is only one coder, “a”");
    assertThat(why(units().cohensKappa())).isEqualTo("there is no coder");
  }

  @Test
  void cohens_kappa_is_refused_for_three_coders() {
    assertThat(why(units("xxy", "xyy").cohensKappa()))
        .isEqualTo("it compares two coders, and there are 3; use Fleiss’ κ or Krippendorff’s α");
  }

  @Test
  void fleiss_kappa_is_refused_for_different_numbers_of_values() {
    assertThat(why(units("xxy", "xy.", "x..").fleissKappa()))
        .isEqualTo(
            "some units have 2 values, others 3; use Krippendorff’s α, which allows for missing"
                + " values");
    assertThat(units("xxy", "xyy", "x..").fleissKappa().value()).isPresent();
  }

  /**
   * By hand, for the pairs xx, xx, yy, xy. Cohen: observed 3/4, expected 3/4·2/4 + 1/4·2/4 = 1/2.
   * Fleiss, with the shares 5/8 and 3/8: expected 34/64, (48 − 34)/(64 − 34). Krippendorff: one
   * minus (8 − 1)·1 / (5·3).
   */
  @Test
  void the_three_corrections_for_chance_differ_as_worked_by_hand() {
    CoderRatings ratings = units("xx", "xx", "yy", "xy");

    assertThat(ratings.percentAgreement().value()).hasValue(0.75);
    assertThat(ratings.cohensKappa().value().orElseThrow()).isCloseTo(0.5, within(1e-12));
    assertThat(ratings.fleissKappa().value().orElseThrow()).isCloseTo(14 / 30.0, within(1e-12));
    assertThat(ratings.krippendorffsAlpha().value().orElseThrow())
        .isCloseTo(8 / 15.0, within(1e-12));
    assertThat(ratings.cohensKappa()).hasToString("Cohen’s κ 0.500, 4 units, 8 values");
  }

  /**
   * Of four units with three equal pairs, a sample has no equal pair with the probability 0.004, at
   * most one with 0.051, and four with 0.316: the tails of 2.5 % end at one and at four.
   */
  @Test
  void the_interval_of_four_units_is_that_of_the_binomial_distribution() {
    assertThat(units("xx", "xx", "yy", "xy").percentAgreement())
        .hasToString("percent agreement 0.750, 95 % interval 0.250 to 1.000, 4 units, 8 values");
  }

  /**
   * By hand, for 11, 33, 12, 23 on the scale 1 2 3 with totals 3, 2, 3. The distances of ranks are
   * 1–2: (2.5)², 2–3: (2.5)², 1–3: (5)². One minus 7·(6.25 + 6.25) / (6·6.25 + 6·6.25 + 9·25).
   */
  @Test
  void ordinal_alpha_weighs_distant_ranks_more() {
    CoderRatings ratings = units("11", "33", "12", "23").ordered(List.of("1", "2", "3"));

    assertThat(ratings.krippendorffsAlpha().value().orElseThrow())
        .isCloseTo(1 - 87.5 / 300, within(1e-12));
    assertThat(ratings.ordered(List.of("0", "1", "2", "3", "9")).krippendorffsAlpha())
        .isEqualTo(ratings.krippendorffsAlpha());
    assertThat(ratings.ordered(List.of("2", "1", "3")).krippendorffsAlpha().value().orElseThrow())
        .isLessThan(1 - 87.5 / 300);
  }

  @Test
  void a_value_outside_the_scale_is_refused_with_the_nearest() {
    CoderRatings stances =
        CoderRatings.of(
            ImmutableTable.<String, String, String>builder()
                .put("u", "a", "UNCOMITTED")
                .put("u", "b", "FOR")
                .buildOrThrow());

    assertThatThrownBy(() -> stances.ordered(List.of("AGAINST", "UNCOMMITTED", "FOR")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not on the scale [AGAINST, UNCOMMITTED, FOR]: 'UNCOMITTED' (did you mean"
                + " 'UNCOMMITTED'?)");
    assertThatThrownBy(() -> stances.ordered(List.of("FOR", "FOR")))
        .hasMessage("a value occurs twice on the scale [FOR, FOR]");
  }

  @Test
  void every_blank_value_is_refused_at_once() {
    Table<String, String, String> values = HashBasedTable.create();
    values.put("u1", "kim", " ");
    values.put("u2", "lee", "");

    assertThatThrownBy(() -> CoderRatings.of(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "blank value: unit 'u1' of coder 'kim', unit 'u2' of coder 'lee'; leave a missing value"
                + " out of the table, or name the category");
  }

  @Test
  void too_few_samples_for_the_tails_are_refused() {
    assertThatThrownBy(() -> units("xy").bootstrap(38, 1))
        .hasMessage("samples must be 39 to 1,000,000, so that each tail of 2.5 % has one; got 38");
    assertThatThrownBy(() -> units("xy").bootstrap(1_000_001, 1)).hasMessageEndingWith("1000001");
  }

  @Test
  void there_is_no_interval_for_one_unit_or_for_often_undefined_samples() {
    assertThat(units("xy").percentAgreement().interval()).isEmpty();
    // Half of all samples of two units draw one of them twice.
    assertThat(units("xx", "yy").krippendorffsAlpha().interval()).isEmpty();
    assertThat(units("xx", "yy").krippendorffsAlpha().value()).hasValue(1);
    assertThat(units("xx", "yy").percentAgreement().interval()).hasValue(Range.closed(1.0, 1.0));
  }

  /**
   * Draws numbers by the linear congruential formula that the specification of {@link
   * java.util.Random} gives, so that a change of generator is noticed on any Java.
   */
  private static final class Lcg {
    private long state;

    Lcg(long seed) {
      state = (seed ^ 0x5DEECE66DL) & ((1L << 48) - 1);
    }

    private int bits() {
      state = (state * 0x5DEECE66DL + 0xBL) & ((1L << 48) - 1);
      return (int) (state >>> 17);
    }

    int below(int bound) {
      if ((bound & -bound) == bound) {
        return (int) ((bound * (long) bits()) >> 31);
      }
      int bits = bits();
      int value = bits % bound;
      while (bits - value + (bound - 1) < 0) {
        bits = bits();
        value = bits % bound;
      }
      return value;
    }
  }

  @Test
  void the_interval_is_that_of_the_samples_drawn_with_the_seed() {
    String[] units = {"xx", "xx", "yy", "xy", "yx", "yy", "xx", "yy", "yx", "xx", "yy"};
    Lcg random = new Lcg(7);
    List<Double> shares = new ArrayList<>();
    for (int sample = 0; sample < 200; sample++) {
      int equal = 0;
      for (int i = 0; i < units.length; i++) {
        String drawn = units[random.below(units.length)];
        equal += drawn.charAt(0) == drawn.charAt(1) ? 1 : 0;
      }
      shares.add((double) equal / units.length);
    }
    Collections.sort(shares);

    Range<Double> interval =
        units(units).bootstrap(200, 7).percentAgreement().interval().orElseThrow();

    // 2.5 % of 201 is 5, so the 5th smallest and the 5th largest.
    assertThat(interval.lowerEndpoint()).isCloseTo(shares.get(4), within(1e-12));
    assertThat(interval.upperEndpoint()).isCloseTo(shares.get(195), within(1e-12));
  }

  @Test
  void another_seed_gives_another_interval_and_the_same_value() {
    CoderRatings ratings = units("xx", "xy", "yy", "zz", "zx", "xx", "yy", "yz", "zz", "xx");
    AgreementCoefficient one = ratings.bootstrap(100, 1).krippendorffsAlpha();
    AgreementCoefficient other = ratings.bootstrap(100, 2).krippendorffsAlpha();

    assertThat(other.value()).isEqualTo(one.value());
    assertThat(other.interval()).isNotEqualTo(one.interval());
    assertThat(ratings.bootstrap(100, 1).krippendorffsAlpha()).isEqualTo(one);
    assertThat(ratings.bootstrap(CoderRatings.SAMPLES, CoderRatings.SEED).krippendorffsAlpha())
        .isEqualTo(ratings.krippendorffsAlpha());
  }
}

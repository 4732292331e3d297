package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.Table;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The coefficients equal worked examples of the literature to the digits printed there. */
class PublishedAgreementExamplesTest {
  /**
   * Four observers and twelve units, with missing values: K. Krippendorff, “Computing
   * Krippendorff's Alpha-Reliability”, 2011, section C and D.
   */
  private static final CoderRatings FOUR_OBSERVERS =
      byCoder(
          "1 2 3 3 2 1 4 1 2 . . .",
          "1 2 3 3 2 2 4 1 2 5 . 3",
          ". 3 3 3 2 3 4 2 2 5 1 .",
          "1 2 3 3 2 4 4 1 2 5 1 .");

  /** Returns ratings with one row per coder; a full stop is a missing value. */
  private static CoderRatings byCoder(String... rows) {
    Table<String, String, String> values = HashBasedTable.create();
    for (int coder = 0; coder < rows.length; coder++) {
      String[] row = rows[coder].split(" ", -1);
      for (int unit = 0; unit < row.length; unit++) {
        if (!row[unit].equals(".")) {
          values.put("unit " + unit, "coder " + coder, row[unit]);
        }
      }
    }
    return CoderRatings.of(values);
  }

  private static String rounded(AgreementCoefficient coefficient) {
    return String.format(Locale.ROOT, "%.3f", coefficient.value().orElseThrow());
  }

  @Test
  void alpha_of_binary_data_of_two_observers_is_that_of_krippendorff_2011() {
    CoderRatings ratings = byCoder("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"); // section A

    assertThat(rounded(ratings.krippendorffsAlpha())).isEqualTo("0.095");
    assertThat(ratings.krippendorffsAlpha().units()).isEqualTo(10);
    assertThat(ratings.krippendorffsAlpha().pairableValues()).isEqualTo(20);
  }

  @Test
  void alpha_of_nominal_data_of_two_observers_is_that_of_krippendorff_2011() {
    CoderRatings ratings =
        byCoder("a a b b d c c c e d d a", "b a b b b c c c e d d d"); // section B

    assertThat(rounded(ratings.krippendorffsAlpha())).isEqualTo("0.692");
  }

  @Test
  void nominal_alpha_with_missing_values_is_that_of_krippendorff_2011() {
    AgreementCoefficient alpha = FOUR_OBSERVERS.krippendorffsAlpha();

    assertThat(rounded(alpha)).isEqualTo("0.743");
    assertThat(alpha.pairableValues()).isEqualTo(40); // the twelfth unit has one value
    assertThat(alpha.units()).isEqualTo(11);
    assertThat(alpha.name()).isEqualTo("Krippendorff’s α (nominal)");
  }

  @Test
  void ordinal_alpha_with_missing_values_is_that_of_krippendorff_2011() {
    AgreementCoefficient alpha =
        FOUR_OBSERVERS.ordered(List.of("1", "2", "3", "4", "5")).krippendorffsAlpha();

    assertThat(rounded(alpha)).isEqualTo("0.815");
    assertThat(alpha.name()).isEqualTo("Krippendorff’s α (ordinal)");
  }

  /** K. Gwet, “On Krippendorff's Alpha Coefficient”, 2015, on the same data. */
  @Test
  void percent_agreement_with_missing_values_is_that_of_gwet_2015() {
    assertThat(FOUR_OBSERVERS.percentAgreement().value().orElseThrow())
        .isCloseTo(0.8182, within(0.00005));
  }

  /** The example of the article on alpha of the English Wikipedia: three coders, fifteen units. */
  @Test
  void nominal_alpha_with_many_missing_values_is_that_of_the_encyclopedia() {
    CoderRatings ratings =
        byCoder(
            ". . . . . 3 4 1 2 1 1 3 3 . 3",
            "1 . 2 1 3 3 4 3 . . . . . . .",
            ". . 2 1 3 4 4 . 2 1 1 3 3 . 4");

    assertThat(rounded(ratings.krippendorffsAlpha())).isEqualTo("0.691");
    assertThat(ratings.krippendorffsAlpha().pairableValues()).isEqualTo(26);
  }

  /**
   * J. Cohen, “A Coefficient of Agreement for Nominal Scales”, Educational and Psychological
   * Measurement 20, 1960, table 2: 200 diagnoses by two judges, p. 45.
   */
  @Test
  void kappa_is_that_of_cohen_1960() {
    int[][] frequencies = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
    Table<String, String, String> values = HashBasedTable.create();
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        for (int i = 0; i < frequencies[a][b]; i++) {
          String unit = "unit " + a + " " + b + " " + i;
          values.put(unit, "judge A", "category " + a);
          values.put(unit, "judge B", "category " + b);
        }
      }
    }
    CoderRatings ratings = CoderRatings.of(values);

    assertThat(rounded(ratings.cohensKappa())).isEqualTo("0.492");
    assertThat(rounded(ratings.percentAgreement())).isEqualTo("0.700");
  }

  /**
   * J. Fleiss, “Measuring Nominal Scale Agreement Among Many Raters”, Psychological Bulletin 76,
   * 1971, table 1: 30 patients, each diagnosed by six psychiatrists (1 depression, 2 personality
   * disorder, 3 schizophrenia, 4 neurosis, 5 other).
   */
  @Test
  void kappa_of_many_raters_is_that_of_fleiss_1971() {
    String[] patients = {
      "444444", "222555", "233335", "555555", "222444", "113333", "333355", "113334", "114444",
      "555555", "144444", "124444", "222333", "144444", "224445", "333335", "111455", "111112",
      "224444", "133555", "555555", "244444", "224555", "114444", "144445", "222224", "111155",
      "224444", "133333", "555555"
    };
    Table<String, String, String> values = HashBasedTable.create();
    for (int patient = 0; patient < patients.length; patient++) {
      for (int rater = 0; rater < 6; rater++) {
        values.put(
            "patient " + patient, "rater " + rater, patients[patient].substring(rater, rater + 1));
      }
    }
    CoderRatings ratings = CoderRatings.of(values);

    assertThat(rounded(ratings.fleissKappa())).isEqualTo("0.430");
    assertThat(
            IntStream.rangeClosed(1, 5)
                .mapToLong(
                    category ->
                        ratings.values().values().stream()
                            .filter(value -> value.equals(String.valueOf(category)))
                            .count()))
        .containsExactly(26L, 26L, 30L, 55L, 43L); // the column totals
  }
}

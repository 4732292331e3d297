package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of colours, by the formula of the Web Content Accessibility Guidelines 2.2. */
class PaintTest {
  private static double[] linear(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return Stream.of(rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF)
        .mapToDouble(PaintTest::linear)
        .toArray();
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  private static double luminance(String colour) {
    double[] rgb = linear(colour);
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
  }

  private static double contrast(String one, String other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static Stream<String> grounds(int scheme) {
    return Stream.of(
        Paint.PAGE[scheme], Paint.ADMINISTRATIONS[0][scheme], Paint.ADMINISTRATIONS[1][scheme]);
  }

  @ParameterizedTest
  @EnumSource
  void white_text_on_a_band_can_be_read(Paint paint) {
    assertThat(contrast(Paint.ON_BAND, paint.fill(0))).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(Paint.ON_BAND, paint.fill(1))).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void a_band_or_its_outline_stands_out_from_every_ground(Paint paint) {
    assertThat(grounds(0)).allMatch(ground -> contrast(paint.fill(0), ground) >= 3);
    assertThat(grounds(1)).allMatch(ground -> contrast(Paint.OUTLINE[1], ground) >= 3);
  }

  @ParameterizedTest
  @EnumSource
  void a_line_and_its_numbers_can_be_read_on_the_page(Paint paint) {
    assertThat(contrast(paint.line(0), Paint.PAGE[0])).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(paint.line(1), Paint.PAGE[1])).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void text_on_every_ground_can_be_read(int scheme) {
    assertThat(grounds(scheme))
        .allMatch(ground -> contrast(Paint.TEXT[scheme], ground) >= 4.5)
        .allMatch(ground -> contrast(Paint.SECONDARY[scheme], ground) >= 4.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void the_number_of_a_share_can_be_read_on_its_fill(int scheme) {
    for (int step = 0; step < Paint.SHARES.length; step++) {
      assertThat(contrast(Paint.ON_SHARES[step][scheme], Paint.SHARES[step][scheme]))
          .as("share %d", step)
          .isGreaterThanOrEqualTo(4.5);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void the_fills_of_shares_run_from_the_ground_away(int scheme) {
    List<Double> contrasts =
        Arrays.stream(Paint.SHARES)
            .map(fill -> contrast(fill[scheme], Paint.PAGE[scheme]))
            .toList();
    assertThat(contrasts).isSorted();
  }

  /**
   * The matrices of Machado, Oliveira and Fernandes, <i>A physiologically-based model for
   * simulation of color vision deficiency</i>, 2009, at full severity, on linear RGB.
   */
  static Stream<Arguments> deficiencies() {
    return Stream.of(
        Arguments.of(
            "protanopia",
            new double[] {
              0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
              1.051998
            }),
        Arguments.of(
            "deuteranopia",
            new double[] {
              0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940,
              0.968881
            }),
        Arguments.of(
            "tritanopia",
            new double[] {
              1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
              0.303900
            }));
  }

  /** Returns the colour in CIE L*a*b* (D65) as someone sees it who has a deficiency. */
  private static double[] lab(String colour, double[] matrix) {
    double[] rgb = linear(colour);
    double[] seen = new double[3];
    for (int row = 0; row < 3; row++) {
      for (int column = 0; column < 3; column++) {
        seen[row] += matrix[3 * row + column] * rgb[column];
      }
      seen[row] = Math.min(1, Math.max(0, seen[row]));
    }
    double x = f((0.4124564 * seen[0] + 0.3575761 * seen[1] + 0.1804375 * seen[2]) / 0.95047);
    double y = f(0.2126729 * seen[0] + 0.7151522 * seen[1] + 0.0721750 * seen[2]);
    double z = f((0.0193339 * seen[0] + 0.1191920 * seen[1] + 0.9503041 * seen[2]) / 1.08883);
    return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
  }

  private static double f(double t) {
    return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116.0;
  }

  @ParameterizedTest
  @MethodSource("deficiencies")
  void for_and_against_stay_apart_for_the_colour_blind(String name, double[] matrix) {
    for (int scheme = 0; scheme < 2; scheme++) {
      double[] one = lab(Paint.BLUE.fill(scheme), matrix);
      double[] other = lab(Paint.ORANGE.fill(scheme), matrix);
      double distance =
          Math.sqrt(
              Math.pow(one[0] - other[0], 2)
                  + Math.pow(one[1] - other[1], 2)
                  + Math.pow(one[2] - other[2], 2));
      // A difference of 2.3 is just noticeable; ten times as much cannot be missed.
      assertThat(distance).as("%s, scheme %d", name, scheme).isGreaterThan(23);
    }
  }

  @ParameterizedTest
  @CsvSource({"FOR, CONTESTED", "AGREEMENT, CONFLICTING_RECORD"})
  void kinds_of_one_picture_differ_in_sign_and_word_and_colour(Kind first, Kind last) {
    Set<Kind> kinds = EnumSet.range(first, last);
    assertThat(kinds.stream().map(Kind::sign)).doesNotHaveDuplicates();
    assertThat(kinds.stream().map(Kind::word)).doesNotHaveDuplicates();
    assertThat(kinds.stream().map(Kind::paint)).doesNotHaveDuplicates();
  }
}

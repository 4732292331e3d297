package org.demarche.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contrast of colours, by the formula of the Web Content Accessibility Guidelines 2.2. */
class PaintTest {
  private static final String WHITE = "#ffffff";

  private static double luminance(String colour) {
    int rgb = Integer.parseInt(colour.substring(1), 16);
    return 0.2126 * linear(rgb >> 16)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int channel) {
    double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
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
    assertThat(contrast(WHITE, paint.light())).isGreaterThanOrEqualTo(4.5);
    assertThat(contrast(WHITE, paint.dark())).isGreaterThanOrEqualTo(4.5);
  }

  @ParameterizedTest
  @EnumSource
  void a_band_or_its_outline_stands_out_from_every_ground(Paint paint) {
    assertThat(grounds(0)).allMatch(ground -> contrast(paint.light(), ground) >= 3);
    assertThat(grounds(1)).allMatch(ground -> contrast(Paint.OUTLINE[1], ground) >= 3);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void text_on_every_ground_can_be_read(int scheme) {
    assertThat(grounds(scheme))
        .allMatch(ground -> contrast(Paint.TEXT[scheme], ground) >= 4.5)
        .allMatch(ground -> contrast(Paint.SECONDARY[scheme], ground) >= 4.5);
  }
}

package org.demarche;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.demarche.model.DossierRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Dossiers that are made to take long: eight times the records take little more than eight times.
 */
class HostileGrowthTest {
  private static final int SMALL = 400;
  private static final double SHORTEST = 0.02;

  static Stream<String> shapes() {
    return HostileGrowth.shapes().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("shapes")
  void the_time_grows_about_as_fast_as_the_dossier(String name) {
    IntFunction<List<DossierRecord>> shape = requireNonNull(HostileGrowth.shapes().get(name));
    HostileGrowth.seconds(shape.apply(SMALL), 2); // warms up

    double few = HostileGrowth.seconds(shape.apply(SMALL), 3);
    double bound = 8 * 3 * Math.max(few, SHORTEST / 4); // a square takes 8 * 8 times as long
    double many = HostileGrowth.seconds(shape.apply(8 * SMALL), 3);
    for (int again = 0; again < 5 && many >= bound; again++) { // other programs only add time
      many = Math.min(many, HostileGrowth.seconds(shape.apply(8 * SMALL), 3));
    }

    assertThat(many).isLessThan(bound);
  }

  @ParameterizedTest
  @ValueSource(ints = {16_384, 65_536})
  void ids_of_equal_hashes_take_at_most_three_times_as_long_as_others(int number) {
    List<DossierRecord> equal = HostileGrowth.equalHashes(number);
    List<DossierRecord> different = HostileGrowth.differentHashes(number);
    HostileGrowth.seconds(different, 2); // warms up

    double ordinary = HostileGrowth.seconds(different, 3);

    assertThat(HostileGrowth.seconds(equal, 5)).isLessThan(3 * Math.max(ordinary, SHORTEST));
  }

  @Test
  void the_slope_of_a_square_is_two() {
    assertThat(HostileGrowth.slope(new double[] {1, 2, 4}, new double[] {3, 12, 48}))
        .isBetween(1.999, 2.001);
  }
}

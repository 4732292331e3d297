package org.demarche.coding;

import com.google.common.collect.Range;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.Function;

/**
 * The bootstrap of a coefficient over units: its percentile interval (B. Efron and R. Tibshirani,
 * <i>An Introduction to the Bootstrap</i>, 1993, chapter 13).
 *
 * @param samples the number of samples
 * @param seed the seed of the random numbers
 */
record Bootstrap(int samples, long seed) {
  private static final double TAIL = 0.025;

  /**
   * Returns the interval of a coefficient.
   *
   * @return the interval, or empty if there are fewer than two units, too few samples to cut off
   *     the tails, or more samples without a coefficient than lie in the tails
   */
  Optional<Range<Double>> interval(int[][] units, Function<int[][], OptionalDouble> coefficient) {
    if (units.length < 2) {
      return Optional.empty();
    }
    // Unlike SplittableRandom, Random is specified down to each number, so that a seed gives the
    // same interval on every Java.
    Random random = new Random(seed);
    double[] values = new double[samples];
    int defined = 0;
    int[][] sample = new int[units.length][];
    for (int i = 0; i < samples; i++) {
      Arrays.setAll(sample, unit -> units[random.nextInt(units.length)]);
      OptionalDouble value = coefficient.apply(sample);
      if (value.isPresent()) {
        values[defined++] = value.getAsDouble();
      }
    }
    int outside = (int) (TAIL * (defined + 1));
    if (outside < 1 || samples - defined > 2 * outside) {
      return Optional.empty();
    }
    Arrays.sort(values, 0, defined);
    return Optional.of(Range.closed(values[outside - 1], values[defined - outside]));
  }
}

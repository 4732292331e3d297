package org.demarche.coding;

import java.util.OptionalDouble;

/**
 * The formulas of agreement. A table has one row per unit and one column per coder, and holds the
 * numbers of categories from 0, or {@link #MISSING}. Each unit has two values or more. A formula
 * whose divisor is zero returns empty.
 */
final class AgreementFormulas {
  static final int MISSING = -1;

  private final int categories;

  AgreementFormulas(int categories) {
    this.categories = categories;
  }

  private int[] counts(int[] unit) {
    int[] counts = new int[categories];
    for (int category : unit) {
      if (category != MISSING) {
        counts[category]++;
      }
    }
    return counts;
  }

  private static int size(int[] unit) {
    int size = 0;
    for (int category : unit) {
      size += category == MISSING ? 0 : 1;
    }
    return size;
  }

  /** Returns the mean over units of the share of pairs of values that are equal. */
  OptionalDouble shareOfEqualPairs(int[][] units) {
    double sum = 0;
    for (int[] unit : units) {
      long equal = 0;
      for (int count : counts(unit)) {
        equal += (long) count * (count - 1);
      }
      long size = size(unit);
      sum += (double) equal / (size * (size - 1));
    }
    return units.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / units.length);
  }

  /** Returns Cohen's kappa of two coders who gave a value to every unit. */
  OptionalDouble cohensKappa(int[][] units) {
    long[] first = new long[categories];
    long[] second = new long[categories];
    long equal = 0;
    for (int[] unit : units) {
      first[unit[0]]++;
      second[unit[1]]++;
      equal += unit[0] == unit[1] ? 1 : 0;
    }
    long byChance = 0;
    for (int category = 0; category < categories; category++) {
      byChance += first[category] * second[category];
    }
    // Both sides are multiplied by the square of the number of units, so that they stay whole.
    long all = (long) units.length * units.length;
    return all == byChance
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) (equal * units.length - byChance) / (all - byChance));
  }

  /** Returns Fleiss' kappa of units that all have the same number of values. */
  OptionalDouble fleissKappa(int[][] units) {
    long[] totals = new long[categories];
    long values = 0;
    for (int[] unit : units) {
      int[] counts = counts(unit);
      for (int category = 0; category < categories; category++) {
        totals[category] += counts[category];
      }
      values += size(unit);
    }
    double byChance = 0;
    for (long total : totals) {
      if (total == values) {
        return OptionalDouble.empty();
      }
      double share = (double) total / values;
      byChance += share * share;
    }
    double observed = shareOfEqualPairs(units).orElseThrow();
    return OptionalDouble.of((observed - byChance) / (1 - byChance));
  }

  /**
   * Returns Krippendorff's alpha, from the coincidences of categories within units.
   *
   * @param ordinal whether categories are ranks, and not only equal or different
   */
  OptionalDouble krippendorffsAlpha(int[][] units, boolean ordinal) {
    double[][] coincidences = new double[categories][categories];
    long[] totals = new long[categories];
    long values = 0;
    for (int[] unit : units) {
      int[] counts = counts(unit);
      int size = size(unit);
      values += size;
      for (int c = 0; c < categories; c++) {
        totals[c] += counts[c];
        for (int k = c + 1; k < categories; k++) {
          coincidences[c][k] += (double) counts[c] * counts[k] / (size - 1);
        }
      }
    }
    double observed = 0;
    double expected = 0;
    for (int c = 0; c < categories; c++) {
      double between = 0;
      for (int k = c + 1; k < categories; k++) {
        double ranks = between + (totals[c] + totals[k]) / 2.0;
        double difference = ordinal ? ranks * ranks : 1;
        observed += coincidences[c][k] * difference;
        expected += (double) totals[c] * totals[k] * difference;
        between += totals[k];
      }
    }
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (values - 1) * observed / expected);
  }
}

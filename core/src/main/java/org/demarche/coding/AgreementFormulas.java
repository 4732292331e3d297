package org.demarche.coding;

import java.util.OptionalDouble;

/**
 * The formulas of agreement. A table has one row per unit and one column per coder, and holds the
 * numbers of categories from 0, or {@link #MISSING}. Each unit has two values or more. A formula
 * whose divisor is zero returns empty. The time is linear in the number of units, because a
 * bootstrap computes each formula a thousand times.
 */
final class AgreementFormulas {
  static final int MISSING = -1;

  private final int categories;

  AgreementFormulas(int categories) {
    this.categories = categories;
  }

  private static int size(int[] unit) {
    int size = 0;
    for (int category : unit) {
      size += category == MISSING ? 0 : 1;
    }
    return size;
  }

  /** Returns how often each category occurs. */
  private long[] totals(int[][] units) {
    long[] totals = new long[categories];
    for (int[] unit : units) {
      for (int category : unit) {
        if (category != MISSING) {
          totals[category]++;
        }
      }
    }
    return totals;
  }

  /** Returns the mean over units of the share of pairs of values that are equal. */
  OptionalDouble shareOfEqualPairs(int[][] units) {
    double sum = 0;
    for (int[] unit : units) {
      int equal = 0;
      for (int i = 0; i < unit.length; i++) {
        for (int j = i + 1; j < unit.length; j++) {
          equal += unit[i] != MISSING && unit[i] == unit[j] ? 1 : 0;
        }
      }
      long size = size(unit);
      sum += 2.0 * equal / (size * (size - 1));
    }
    return OptionalDouble.of(sum / units.length);
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
    long values = 0;
    long squares = 0;
    for (long total : totals(units)) {
      values += total;
      squares += total * total;
    }
    if (squares == values * values) {
      return OptionalDouble.empty();
    }
    double byChance = (double) squares / (values * values);
    double observed = shareOfEqualPairs(units).orElseThrow();
    return OptionalDouble.of((observed - byChance) / (1 - byChance));
  }

  /** Returns Krippendorff's alpha of categories without an order. */
  OptionalDouble nominalAlpha(int[][] units) {
    long[] totals = totals(units);
    long values = 0;
    long squares = 0;
    for (long total : totals) {
      values += total;
      squares += total * total;
    }
    double expected = (values * values - squares) / 2.0;
    return alpha(observed(units, (c, k) -> 1), expected, values);
  }

  /** Returns Krippendorff's alpha of ranks. */
  OptionalDouble ordinalAlpha(int[][] units) {
    long[] totals = totals(units);
    double[] ranks = new double[categories];
    long values = 0;
    for (int category = 0; category < categories; category++) {
      ranks[category] = values + totals[category] / 2.0;
      values += totals[category];
    }
    // The values between two categories, with half of those in the two, are what their middles in
    // the order of all values are apart.
    Difference squared = (c, k) -> (ranks[c] - ranks[k]) * (ranks[c] - ranks[k]);
    double expected = 0;
    for (int c = 0; c < categories; c++) {
      for (int k = c + 1; k < categories; k++) {
        expected += (double) totals[c] * totals[k] * squared.of(c, k);
      }
    }
    return alpha(observed(units, squared), expected, values);
  }

  /** A difference between two categories. */
  private interface Difference {
    double of(int c, int k);
  }

  /** Returns the sum of the coincidences of different categories, times their difference. */
  private static double observed(int[][] units, Difference difference) {
    double observed = 0;
    for (int[] unit : units) {
      double sum = 0;
      for (int i = 0; i < unit.length; i++) {
        for (int j = i + 1; j < unit.length; j++) {
          if (unit[i] != MISSING && unit[j] != MISSING && unit[i] != unit[j]) {
            sum += difference.of(unit[i], unit[j]);
          }
        }
      }
      observed += sum / (size(unit) - 1);
    }
    return observed;
  }

  private static OptionalDouble alpha(double observed, double expected, long values) {
    return expected == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - (values - 1) * observed / expected);
  }
}

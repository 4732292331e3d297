package org.demarche.network;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.stream.IntStream;
import org.demarche.lookup.Arguments;
import org.demarche.model.Stance;

/**
 * The number of statements of each entry, by stance, and the networks that follow from them. An
 * entry is a pair of a row and a column for which there are statements.
 */
final class StanceCounts {
  private final CountedStatements counted;
  private final double[] pro;
  private final double[] contra;
  private final double[] uncommitted;

  StanceCounts(CountedStatements counted) {
    this.counted = counted;
    int entries = counted.entryRows.length();
    pro = new double[entries];
    contra = new double[entries];
    uncommitted = new double[entries];
  }

  /** Counts all statements once. */
  static StanceCounts of(CountedStatements counted) {
    StanceCounts counts = new StanceCounts(counted);
    for (int statement = 0; statement < counted.size(); statement++) {
      counts.add(statement, 1);
    }
    return counts;
  }

  /** Adds a statement; a negative weight subtracts it. */
  void add(int statement, double weight) {
    of(counted.stance(statement))[counted.entry(statement)] += weight;
  }

  private double[] of(Stance stance) {
    return switch (stance) {
      case FOR -> pro;
      case AGAINST -> contra;
      case UNCOMMITTED -> uncommitted;
    };
  }

  private double sum(int entry) {
    return pro[entry] + contra[entry] + uncommitted[entry];
  }

  // One-mode: rows with rows

  /** Returns the contribution of two entries of one column to the value of their rows. */
  private double product(CongruenceMeasure measure, int a, int b) {
    return switch (measure) {
      case CONGRUENCE -> congruence(a, b);
      case CONFLICT -> conflict(a, b);
      case SUBTRACT -> congruence(a, b) - conflict(a, b);
      case IGNORE -> sum(a) * sum(b);
    };
  }

  private double congruence(int a, int b) {
    return pro[a] * pro[b]
        + contra[a] * contra[b]
        + uncommitted[a] * uncommitted[b]
        + halfway(a, b);
  }

  private double conflict(int a, int b) {
    return pro[a] * contra[b] + contra[a] * pro[b] + halfway(a, b);
  }

  private double halfway(int a, int b) {
    return (uncommitted[a] * (pro[b] + contra[b]) + (pro[a] + contra[a]) * uncommitted[b]) / 2;
  }

  /** Returns the value of each row with itself. */
  double[] selfValues(CongruenceMeasure measure) {
    double[] selfValues = new double[counted.rows.size()];
    for (int entry = 0; entry < counted.entryRows.length(); entry++) {
      selfValues[counted.entryRows.get(entry)] += product(measure, entry, entry);
    }
    return selfValues;
  }

  ImmutableDoubleArray oneMode(CongruenceMeasure measure, CongruenceDivisor divisor) {
    int n = counted.rows.size();
    double[] values = new double[Arguments.matrixSize(n, n)];
    for (int column = 0; column < counted.columns.size(); column++) {
      int[] filled =
          IntStream.range(counted.columnStarts[column], counted.columnStarts[column + 1])
              .filter(entry -> sum(entry) != 0)
              .toArray();
      for (int i = 0; i < filled.length; i++) {
        int start = counted.entryRows.get(filled[i]) * n;
        for (int j = i + 1; j < filled.length; j++) {
          values[start + counted.entryRows.get(filled[j])] +=
              product(measure, filled[i], filled[j]);
        }
      }
    }
    PairDivisor pairDivisor = pairDivisor(measure, divisor);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double by = pairDivisor.of(i, j);
        values[i * n + j] = by == 0 ? 0 : values[i * n + j] / by;
        values[j * n + i] = values[i * n + j];
      }
    }
    return ImmutableDoubleArray.copyOf(values);
  }

  /** The number by which the value of two rows is divided. */
  private interface PairDivisor {
    double of(int i, int j);
  }

  private PairDivisor pairDivisor(CongruenceMeasure measure, CongruenceDivisor divisor) {
    double[] totals = rowTotals();
    return switch (divisor) {
      case NONE -> (i, j) -> 1;
      case AVERAGE -> (i, j) -> (totals[i] + totals[j]) / 2;
      case PRODUCT -> (i, j) -> totals[i] * totals[j];
      case JACCARD -> union(totals);
      case COSINE -> {
        double[] selfValues =
            selfValues(
                measure == CongruenceMeasure.IGNORE ? measure : CongruenceMeasure.CONGRUENCE);
        yield (i, j) -> Math.sqrt(selfValues[i]) * Math.sqrt(selfValues[j]);
      }
    };
  }

  /**
   * Returns the union of two rows: the products of the counts that both have, plus the counts that
   * only one of them has. If a row shares all its counts, its own share is exactly 0, because a
   * difference of sums would lose its digits to rounding where weights are small.
   */
  private PairDivisor union(double[] totals) {
    int n = counted.rows.size();
    int[] countsOfRow = new int[n];
    double[] products = new double[n * n];
    double[] sharedSums = new double[n * n];
    int[] sharedCounts = new int[n * n];
    for (Stance stance : Stance.values()) {
      double[] counts = of(stance);
      for (int column = 0; column < counted.columns.size(); column++) {
        int end = counted.columnStarts[column + 1];
        for (int a = counted.columnStarts[column]; a < end; a++) {
          if (counts[a] > 0) {
            int i = counted.entryRows.get(a);
            countsOfRow[i]++;
            for (int b = counted.columnStarts[column]; b < end; b++) {
              if (counts[b] > 0) {
                int pair = i * n + counted.entryRows.get(b);
                products[pair] += counts[a] * counts[b];
                sharedSums[pair] += counts[a];
                sharedCounts[pair]++;
              }
            }
          }
        }
      }
    }
    return (i, j) ->
        products[i * n + j]
            + (sharedCounts[i * n + j] == countsOfRow[i] ? 0 : totals[i] - sharedSums[i * n + j])
            + (sharedCounts[i * n + j] == countsOfRow[j] ? 0 : totals[j] - sharedSums[j * n + i]);
  }

  /** Returns the number of statements of each row. */
  double[] rowTotals() {
    double[] totals = new double[counted.rows.size()];
    for (int entry = 0; entry < counted.entryRows.length(); entry++) {
      totals[counted.entryRows.get(entry)] += sum(entry);
    }
    return totals;
  }

  // Two-mode: rows with columns

  ImmutableDoubleArray twoMode(AffiliationMeasure measure, AffiliationDivisor divisor) {
    int width = counted.columns.size();
    double[] values = new double[Arguments.matrixSize(counted.rows.size(), width)];
    double[] activity = rowTotals();
    for (int column = 0; column < width; column++) {
      double prominence = 0;
      for (int entry = counted.columnStarts[column];
          entry < counted.columnStarts[column + 1];
          entry++) {
        prominence += sum(entry);
      }
      for (int entry = counted.columnStarts[column];
          entry < counted.columnStarts[column + 1];
          entry++) {
        double by =
            switch (divisor) {
              case NONE -> 1;
              case ACTIVITY -> activity[counted.entryRows.get(entry)];
              case PROMINENCE -> prominence;
            };
        values[counted.entryRows.get(entry) * width + column] =
            by == 0 ? 0 : affiliation(measure, entry) / by;
      }
    }
    return ImmutableDoubleArray.copyOf(values);
  }

  private double affiliation(AffiliationMeasure measure, int entry) {
    return switch (measure) {
      case IGNORE -> sum(entry);
      case SUBTRACT -> pro[entry] - contra[entry];
      case COMBINE -> (pro[entry] > 0 ? 1 : 0) + (contra[entry] > 0 ? 2 : 0);
    };
  }
}

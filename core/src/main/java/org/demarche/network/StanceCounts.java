package org.demarche.network;

import com.google.common.primitives.ImmutableDoubleArray;
import org.demarche.answer.Network;
import org.demarche.model.Stance;

/** How much was said in each cell, for, against and uncommitted, and what rows have in common. */
final class StanceCounts {
  private final CountedStatements statements;
  private final double[] pro;
  private final double[] contra;
  private final double[] uncommitted;

  StanceCounts(CountedStatements statements) {
    this.statements = statements;
    pro = new double[statements.row.length];
    contra = new double[statements.row.length];
    uncommitted = new double[statements.row.length];
  }

  /** Those of all statements. */
  static StanceCounts of(CountedStatements statements) {
    StanceCounts counts = new StanceCounts(statements);
    statements.all.forEach(statement -> counts.add(statement, 1));
    return counts;
  }

  /** Adds a statement, or with a negative weight takes it away. */
  void add(CountedStatements.Statement statement, double weight) {
    of(statement.stance())[statement.cell()] += weight;
  }

  private double[] of(Stance stance) {
    return switch (stance) {
      case FOR -> pro;
      case AGAINST -> contra;
      case UNCOMMITTED -> uncommitted;
    };
  }

  private double sum(int cell) {
    return pro[cell] + contra[cell] + uncommitted[cell];
  }

  // One-mode: rows with rows

  /** What two cells of a column add to what their rows have in common. */
  private double product(CongruenceMeasure measure, int a, int b) {
    double halfway =
        (uncommitted[a] * (pro[b] + contra[b]) + (pro[a] + contra[a]) * uncommitted[b]) / 2;
    double congruence =
        pro[a] * pro[b] + contra[a] * contra[b] + uncommitted[a] * uncommitted[b] + halfway;
    double conflict = pro[a] * contra[b] + contra[a] * pro[b] + halfway;
    return switch (measure) {
      case CONGRUENCE -> congruence;
      case CONFLICT -> conflict;
      case SUBTRACT -> congruence - conflict;
      case IGNORE -> sum(a) * sum(b);
    };
  }

  /** What each row has in common with itself. */
  double[] self(CongruenceMeasure measure) {
    double[] self = new double[statements.rows.size()];
    for (int cell = 0; cell < statements.row.length; cell++) {
      self[statements.row[cell]] += product(measure, cell, cell);
    }
    return self;
  }

  ImmutableDoubleArray oneMode(CongruenceMeasure measure, CongruenceDivisor divisor) {
    int n = statements.rows.size();
    double[] values = new double[Network.cells(n, n)];
    for (int column = 0; column < statements.columns.size(); column++) {
      for (int a = statements.start[column]; a < statements.start[column + 1]; a++) {
        if (sum(a) != 0) {
          for (int b = a + 1; b < statements.start[column + 1]; b++) {
            values[statements.row[a] * n + statements.row[b]] += product(measure, a, b);
          }
        }
      }
    }
    Divide divide = divide(measure, divisor);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        double by = divide.by(i, j);
        values[i * n + j] = by == 0 ? 0 : values[i * n + j] / by;
        values[j * n + i] = values[i * n + j];
      }
    }
    return ImmutableDoubleArray.copyOf(values);
  }

  /** By what the value of two rows is divided. */
  private interface Divide {
    double by(int i, int j);
  }

  private Divide divide(CongruenceMeasure measure, CongruenceDivisor divisor) {
    double[] total = totals();
    return switch (divisor) {
      case NONE -> (i, j) -> 1;
      case AVERAGE -> (i, j) -> (total[i] + total[j]) / 2;
      case PRODUCT -> (i, j) -> total[i] * total[j];
      case JACCARD -> union(total);
      case COSINE -> {
        double[] self =
            self(measure == CongruenceMeasure.IGNORE ? measure : CongruenceMeasure.CONGRUENCE);
        yield (i, j) -> Math.sqrt(self[i]) * Math.sqrt(self[j]);
      }
    };
  }

  /**
   * The products of what two rows both said, and what only one of them did. Where a row said
   * nothing alone, that is exactly 0: a difference of sums would drown in rounding where weights
   * are small.
   */
  private Divide union(double[] total) {
    int n = statements.rows.size();
    int[] said = new int[n];
    double[] products = new double[n * n];
    double[] shared = new double[n * n];
    int[] times = new int[n * n];
    for (Stance stance : Stance.values()) {
      double[] counts = of(stance);
      for (int column = 0; column < statements.columns.size(); column++) {
        for (int a = statements.start[column]; a < statements.start[column + 1]; a++) {
          if (counts[a] > 0) {
            int i = statements.row[a];
            said[i]++;
            for (int b = statements.start[column]; b < statements.start[column + 1]; b++) {
              if (counts[b] > 0) {
                int cell = i * n + statements.row[b];
                products[cell] += counts[a] * counts[b];
                shared[cell] += counts[a];
                times[cell]++;
              }
            }
          }
        }
      }
    }
    return (i, j) ->
        products[i * n + j]
            + (times[i * n + j] == said[i] ? 0 : total[i] - shared[i * n + j])
            + (times[i * n + j] == said[j] ? 0 : total[j] - shared[j * n + i]);
  }

  /** How much was said in each row. */
  double[] totals() {
    double[] totals = new double[statements.rows.size()];
    for (int cell = 0; cell < statements.row.length; cell++) {
      totals[statements.row[cell]] += sum(cell);
    }
    return totals;
  }

  // Two-mode: rows with columns

  ImmutableDoubleArray twoMode(AffiliationMeasure measure, AffiliationDivisor divisor) {
    int width = statements.columns.size();
    double[] values = new double[Network.cells(statements.rows.size(), width)];
    double[] activity = totals();
    for (int column = 0; column < width; column++) {
      double prominence = 0;
      for (int cell = statements.start[column]; cell < statements.start[column + 1]; cell++) {
        prominence += sum(cell);
      }
      for (int cell = statements.start[column]; cell < statements.start[column + 1]; cell++) {
        double value =
            switch (measure) {
              case IGNORE -> sum(cell);
              case SUBTRACT -> pro[cell] - contra[cell];
              case COMBINE -> (pro[cell] > 0 ? 1 : 0) + (contra[cell] > 0 ? 2 : 0);
            };
        double by =
            switch (divisor) {
              case NONE -> 1;
              case ACTIVITY -> activity[statements.row[cell]];
              case PROMINENCE -> prominence;
            };
        values[statements.row[cell] * width + column] = by == 0 ? 0 : value / by;
      }
    }
    return ImmutableDoubleArray.copyOf(values);
  }
}

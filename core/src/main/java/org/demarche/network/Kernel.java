package org.demarche.network;

import java.util.function.DoubleUnaryOperator;

/**
 * How much a claim counts at some distance in time: the kernels of nonparametric smoothing (B.
 * Silverman, <i>Density Estimation for Statistics and Data Analysis</i>, 1986, table 3.1). The
 * distance u is in half widths: u = 2(t − γ)/w for a claim of day t, a day γ and a width of w days.
 *
 * <pre>{@code
 * Kernel.EPANECHNIKOV.weight(0.5)   // 0.5625
 * }</pre>
 */
public enum Kernel {
  /** ½ up to |u| = 1, the bound included, and 0 beyond. */
  UNIFORM(u -> Math.abs(u) <= 1 ? 0.5 : 0),
  /** ¾(1 − u²) up to |u| = 1, and 0 beyond. */
  EPANECHNIKOV(u -> Math.abs(u) <= 1 ? 0.75 * (1 - u * u) : 0),
  /** 1 − |u| up to |u| = 1, and 0 beyond. */
  TRIANGULAR(u -> Math.abs(u) <= 1 ? 1 - Math.abs(u) : 0),
  /** The density of the standard normal distribution at u; never 0. */
  GAUSSIAN(u -> Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI));

  private final DoubleUnaryOperator formula;

  Kernel(DoubleUnaryOperator formula) {
    this.formula = formula;
  }

  /**
   * The weight at a distance.
   *
   * @param u in half widths, any number
   * @return 0 or more
   */
  public double weight(double u) {
    return formula.applyAsDouble(u);
  }

  /** Whether it is 0 beyond |u| = 1, so that a window holds all that counts. */
  boolean isBounded() {
    return this != GAUSSIAN;
  }
}

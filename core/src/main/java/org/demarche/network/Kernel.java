package org.demarche.network;

/**
 * The weight of a claim by its distance in time: a kernel of nonparametric smoothing (B. Silverman,
 * <i>Density Estimation for Statistics and Data Analysis</i>, 1986, table 3.1). The distance u is
 * measured in half widths: u = 2(t − γ)/w for a claim of day t, a day γ and a width of w days.
 *
 * <pre>{@code
 * Kernel.EPANECHNIKOV.weight(0.5)   // 0.5625
 * }</pre>
 *
 * @since 0.1
 */
public enum Kernel {
  /** ½ up to |u| = 1, inclusive, and 0 beyond. */
  UNIFORM,
  /** ¾(1 − u²) up to |u| = 1, and 0 beyond. */
  EPANECHNIKOV,
  /** 1 − |u| up to |u| = 1, and 0 beyond. */
  TRIANGULAR,
  /** The density of the standard normal distribution at u; never 0. */
  GAUSSIAN;

  /**
   * Returns the weight at a distance.
   *
   * @param u the distance in half widths, any number
   * @return the weight, 0 or more
   */
  public double weight(double u) {
    if (isBounded() && Math.abs(u) > 1) {
      return 0;
    }
    return switch (this) {
      case UNIFORM -> 0.5;
      case EPANECHNIKOV -> 0.75 * (1 - u * u);
      case TRIANGULAR -> 1 - Math.abs(u);
      case GAUSSIAN -> Math.exp(-u * u / 2) / Math.sqrt(2 * Math.PI);
    };
  }

  /**
   * Returns whether the weight is 0 beyond |u| = 1, so that a window contains every claim that
   * counts.
   */
  boolean isBounded() {
    return this != GAUSSIAN;
  }
}

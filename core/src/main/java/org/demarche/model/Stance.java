package org.demarche.model;

/**
 * The stance of a claim on its proposition.
 *
 * <p>With an assertive force the stance says what the principal holds true; with a commissive or
 * directive force, what the principal wants (Searle's direction of fit). FactBank (Saurí and
 * Pustejovsky 2009) calls the three stances certain, counterfactual and uncommitted. Silence is not
 * a stance.
 *
 * <pre>{@code
 * Stance.FOR.opposite()   // AGAINST
 * }</pre>
 *
 * @since 0.1
 */
public enum Stance {
  /** The principal holds the proposition true, or wants it to be true. */
  FOR,
  /** The principal holds the proposition false, or does not want it to be true. */
  AGAINST,
  /** The principal says openly that it takes neither side. Never used for missing evidence. */
  UNCOMMITTED;

  /** {@return AGAINST for FOR, FOR for AGAINST, and UNCOMMITTED for itself} */
  public Stance opposite() {
    return switch (this) {
      case FOR -> AGAINST;
      case AGAINST -> FOR;
      case UNCOMMITTED -> UNCOMMITTED;
    };
  }
}

package org.demarche.model;

/**
 * Where a claim stands towards its proposition.
 *
 * <p>With an assertive force the stance says what is held true, with a commissive or directive one
 * what is wanted (Searle's direction of fit). FactBank (Saurí and Pustejovsky 2009) calls the three
 * certain, counterfactual and uncommitted. Silence is none of them: what nobody said has no stance.
 *
 * <pre>{@code
 * Stance.FOR.opposite()   // AGAINST
 * }</pre>
 */
public enum Stance {
  /** Takes it for true, or wants it. */
  FOR,
  /** Takes it for false, or does not want it. */
  AGAINST,
  /** Says openly that it will be held to neither. Never used for missing evidence. */
  UNCOMMITTED;

  /** FOR for AGAINST and the reverse; UNCOMMITTED stays what it is. */
  public Stance opposite() {
    return switch (this) {
      case FOR -> AGAINST;
      case AGAINST -> FOR;
      case UNCOMMITTED -> UNCOMMITTED;
    };
  }
}

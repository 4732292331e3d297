package org.demarche.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The force of a claim: the speech act, as the evidence reports it.
 *
 * <p>Each force has an illocutionary {@linkplain Point point} (J. R. Searle, “A Classification of
 * Illocutionary Acts”, Language in Society 5, 1976) and a {@linkplain #strength strength}, which
 * decides whether one position is harder than another of the same stance (a scale of this library,
 * 1 to 3). Most forces {@linkplain #takesPosition take a position}.
 *
 * <pre>{@code
 * Force.PROMISE.point();        // Optional[COMMISSIVE]
 * Force.HOPE.strength();        // OptionalInt[1]
 * Force.NOTE.takesPosition();   // false: taking note takes no side
 * }</pre>
 *
 * @since 0.1
 */
public enum Force {
  /** The speaker says that the proposition is true, or that it is not. */
  ASSERT(Point.ASSERTIVE, 2),
  /** The speaker repeats an earlier statement: “reaffirmed”, “remains”. */
  REAFFIRM(Point.ASSERTIVE, 2),
  /** The speaker says that a statement of another is not true. */
  DENY(Point.ASSERTIVE, 2),
  /**
   * The speaker reports a present plan, or that there is none: “not considering”. It is not
   * binding.
   */
  STATE_INTENTION(Point.ASSERTIVE, 2),
  /** The speaker undertakes something about its own conduct. */
  PROMISE(Point.COMMISSIVE, 3),
  /** The speaker undertakes something jointly, or in response to another. */
  AGREE(Point.COMMISSIVE, 3),
  /** The speaker declines the demand of another. */
  REFUSE(Point.COMMISSIVE, 3),
  /** The speaker undertakes to do harm unless a condition is met. */
  THREATEN(Point.COMMISSIVE, 3),
  /** The speaker wants another to act: calls for, urges, asks. */
  URGE(Point.DIRECTIVE, 2),
  /** The speaker wants another to act, and claims a right to it. */
  DEMAND(Point.DIRECTIVE, 3),
  /** The speaker wants another to act, and names consequences. */
  WARN(Point.DIRECTIVE, 3),
  /** The speaker worries that the proposition is or might become true. */
  EXPRESS_CONCERN(Point.EXPRESSIVE, 1),
  /** The speaker hopes for it, which in diplomacy is often a request. */
  HOPE(Point.EXPRESSIVE, 1),
  /** The speaker values or appreciates it, or is glad of it. */
  WELCOME(Point.EXPRESSIVE, 1),
  /** The speaker wants it or is willing, without undertaking it. */
  EXPRESS_DESIRE(Point.EXPRESSIVE, 1),
  /** The speaker brings it about by declaring it. */
  DECIDE(Point.DECLARATION, 3),
  /** The speaker votes on it; an abstention is UNCOMMITTED. */
  VOTE(Point.DECLARATION, 3),
  /** The speaker takes back an earlier word, and puts nothing in its place. */
  WITHDRAW(Point.DECLARATION),
  /** The speaker says that it takes no position, or no side. */
  WITHHOLD(true),
  /** The speaker takes note or watches, and takes no side. */
  NOTE(false),
  /** The speaker refuses to answer, and takes no side. */
  DECLINE_TO_COMMENT(false),
  /** The evidence reports the stance, but not how it was expressed. */
  UNSPECIFIED(true);

  /**
   * The illocutionary point of a speech act: Searle's five classes.
   *
   * <pre>{@code
   * Force.URGE.point().equals(Optional.of(Force.Point.DIRECTIVE))   // true
   * }</pre>
   *
   * @since 0.1
   */
  public enum Point {
    /** The act says how things are. */
    ASSERTIVE,
    /** The act commits the speaker. */
    COMMISSIVE,
    /** The act tries to get the hearer to act. */
    DIRECTIVE,
    /** The act expresses a state of mind. */
    EXPRESSIVE,
    /** The act brings about the fact that it declares. */
    DECLARATION
  }

  private final Optional<Point> point;
  private final OptionalInt strength;
  private final boolean takesPosition;

  Force(Point point, int strength) {
    this.point = Optional.of(point);
    this.strength = OptionalInt.of(strength);
    this.takesPosition = true;
  }

  Force(Point point) {
    this.point = Optional.of(point);
    this.strength = OptionalInt.empty();
    this.takesPosition = true;
  }

  Force(boolean takesPosition) {
    this.point = Optional.empty();
    this.strength = OptionalInt.empty();
    this.takesPosition = takesPosition;
  }

  /** {@return Searle's class, or empty for the four forces outside his classes} */
  public Optional<Point> point() {
    return point;
  }

  /** {@return the strength from 1 (weak) to 3 (strong), or empty for a force without a strength} */
  public OptionalInt strength() {
    return strength;
  }

  /**
   * Returns whether a claim of this force can support a position.
   *
   * @return false if such a claim is only a hint
   */
  public boolean takesPosition() {
    return takesPosition;
  }

  /**
   * Returns whether what is said with this force stands until it is taken back: later and weaker
   * words do not soften it, and what only another state tells does not outweigh it.
   *
   * @return true for AGREE, PROMISE, REFUSE, DECIDE and VOTE
   */
  public boolean standsUntilTakenBack() {
    return switch (this) {
      case AGREE, PROMISE, REFUSE, DECIDE, VOTE -> true;
      default -> false;
    };
  }

  /** Returns whether this force takes no side, so that the stance must be UNCOMMITTED. */
  boolean takesNoSide() {
    return this == NOTE || this == DECLINE_TO_COMMENT || this == WITHHOLD || this == WITHDRAW;
  }

  /** Returns whether this force takes a side, so that the stance must be FOR or AGAINST. */
  boolean takesASide() {
    return switch (this) {
      case PROMISE, URGE, DEMAND, HOPE, WELCOME, EXPRESS_DESIRE, AGREE -> true;
      default -> false;
    };
  }
}

package org.demarche.model;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The act that is done in saying it, as the evidence reports it.
 *
 * <p>Each force has an illocutionary {@linkplain Point point} (J. R. Searle, “A Classification of
 * Illocutionary Acts”, Language in Society 5, 1976), a {@linkplain #strength strength} by which one
 * position is told to be harder than another of the same stance (a scale of this library, 1 to 3),
 * and the answer to whether it {@linkplain #takesPosition takes a position} at all.
 *
 * <pre>{@code
 * Force.PROMISE.point();        // Optional[COMMISSIVE]
 * Force.HOPE.strength();        // OptionalInt[1]
 * Force.NOTE.takesPosition();   // false: taking note takes no side
 * }</pre>
 */
public enum Force {
  /** Says that it is, or is not, so. */
  ASSERT(Point.ASSERTIVE, 2),
  /** Says that it said so before: “reaffirmed”, “remains”. */
  REAFFIRM(Point.ASSERTIVE, 2),
  /** Says that something put forward by another is not so. */
  DENY(Point.ASSERTIVE, 2),
  /** Reports a present plan of its own, or that it has none: “not considering”. It binds nobody. */
  STATE_INTENTION(Point.ASSERTIVE, 2),
  /** Undertakes something about its own conduct. */
  PROMISE(Point.COMMISSIVE, 3),
  /** Undertakes it jointly, or in response. */
  AGREE(Point.COMMISSIVE, 3),
  /** Declines what another demands. */
  REFUSE(Point.COMMISSIVE, 3),
  /** Undertakes to do harm unless. */
  THREATEN(Point.COMMISSIVE, 3),
  /** Wants another to act: calls for, urges, asks. */
  URGE(Point.DIRECTIVE, 2),
  /** Wants it as of right. */
  DEMAND(Point.DIRECTIVE, 3),
  /** Wants it, and names consequences. */
  WARN(Point.DIRECTIVE, 3),
  /** Worries that it is so, or might be. */
  EXPRESS_CONCERN(Point.EXPRESSIVE, 1),
  /** Says it would be welcome; diplomats often direct in this form. */
  HOPE(Point.EXPRESSIVE, 1),
  /** Values, appreciates, is glad. */
  WELCOME(Point.EXPRESSIVE, 1),
  /** Wants it or is willing, without undertaking it. */
  EXPRESS_DESIRE(Point.EXPRESSIVE, 1),
  /** Makes it so by saying so. */
  DECIDE(Point.DECLARATION, 3),
  /** Casts a vote on it; an abstention is UNCOMMITTED. */
  VOTE(Point.DECLARATION, 3),
  /** Says that it takes no decision, or no side. */
  WITHHOLD(true),
  /** Takes note, watches. Takes no side. */
  NOTE(false),
  /** Refuses to answer. Takes no side. */
  DECLINE_TO_COMMENT(false),
  /** Where someone stands is reported, but nothing of how it was said. */
  UNSPECIFIED(true);

  /**
   * The point of an act of speech: Searle's five classes.
   *
   * <pre>{@code
   * Force.URGE.point().equals(Optional.of(Force.Point.DIRECTIVE))   // true
   * }</pre>
   */
  public enum Point {
    /** Says how things are. */
    ASSERTIVE,
    /** Commits the speaker. */
    COMMISSIVE,
    /** Tries to get the hearer to act. */
    DIRECTIVE,
    /** Expresses a state of mind. */
    EXPRESSIVE,
    /** Brings about what it says. */
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

  Force(boolean takesPosition) {
    this.point = Optional.empty();
    this.strength = OptionalInt.empty();
    this.takesPosition = takesPosition;
  }

  /** Searle's class, or empty for the four forces that are outside it. */
  public Optional<Point> point() {
    return point;
  }

  /** 1 (weak) to 3 (strong), or empty where the force says nothing of strength. */
  public OptionalInt strength() {
    return strength;
  }

  /** Whether a claim of this force can carry a position. Where not, the claim is only a hint. */
  public boolean takesPosition() {
    return takesPosition;
  }

  /** Whether only UNCOMMITTED goes with this force, since it takes no side. */
  boolean takesNoSide() {
    return this == NOTE || this == DECLINE_TO_COMMENT || this == WITHHOLD;
  }

  /** Whether UNCOMMITTED cannot go with this force, since it must be for or against something. */
  boolean takesASide() {
    return switch (this) {
      case PROMISE, URGE, DEMAND, HOPE, WELCOME, EXPRESS_DESIRE, AGREE -> true;
      default -> false;
    };
  }
}

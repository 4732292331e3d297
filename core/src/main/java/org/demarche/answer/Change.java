package org.demarche.answer;

import java.util.Optional;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * What became of one party's position on one proposition between two dates, on the same evidence.
 *
 * <pre>{@code
 * Change change = tracker.asOf("2017-11-24").changeTo(tracker.asOf("2022-08-11"), "rok", "additional-thaad");
 * change.label();                   // WITHDRAWN
 * change.hasAdministrationChanged();   // true
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Change implements Answer {
  Change() {}

  /**
   * The kinds of change; the first that fits, from the top, is the label.
   *
   * <pre>{@code
   * change.label().isShift()   // whether the position itself moved
   * }</pre>
   */
  public enum Label {
    /** Nothing is known at either date. Given for a single question; a table has no such row. */
    SILENT,
    /** The party came to contradict itself. */
    BECAME_CONTESTED,
    /** The party contradicts itself at both dates. */
    STILL_CONTESTED,
    /** The party had contradicted itself, and speaks with one voice again. */
    SETTLED,
    /** No known position before, a known one after. */
    FIRST_STATED,
    /** From FOR to AGAINST, or the reverse. */
    REVERSED,
    /** From FOR or AGAINST to UNCOMMITTED. */
    WITHDRAWN,
    /** From UNCOMMITTED to FOR or AGAINST. */
    TAKEN,
    /** The same stance with a stronger force, where both forces have a strength. */
    HARDENED,
    /** The same stance with a weaker force, where both forces have a strength. */
    SOFTENED,
    /** The same stance in no other strength, put in another light. */
    REFRAMED,
    /**
     * None of these, and some claim that carries the position is newer than the earlier evidence.
     */
    REAFFIRMED,
    /** Nothing new was said: the record neither confirms it nor moves it. */
    UNCHANGED;

    /** Whether the position itself moved: FIRST_STATED to REFRAMED. */
    public boolean isShift() {
      return compareTo(FIRST_STATED) >= 0 && compareTo(REFRAMED) <= 0;
    }
  }

  /** What kind of change it is. */
  @Value.Parameter
  public abstract Label label();

  /** The position at the earlier date. */
  @Value.Parameter
  public abstract Position before();

  /** The position at the later date. */
  @Value.Parameter
  public abstract Position after();

  /** A change. */
  public static Change of(Label label, Position before, Position after) {
    return ImmutableChange.of(label, before, after);
  }

  /** The id of the party. */
  public final String party() {
    return after().party();
  }

  /** The id of the proposition. */
  public final String proposition() {
    return after().proposition();
  }

  /**
   * Whether another administration was in office when it was last evidenced. That the one accounts
   * for the other is not asserted.
   */
  public final boolean hasAdministrationChanged() {
    Optional<EvidencedPosition> earlier = before().evidenced();
    Optional<EvidencedPosition> later = after().evidenced();
    return earlier.isPresent()
        && later.isPresent()
        && !earlier.get().administration().equals(later.get().administration());
  }

  /** Whether the grades of the two headlines differ, so that like is not compared with like. */
  public final boolean hasUnlikeEvidence() {
    return before().known().isPresent()
        && after().known().isPresent()
        && before().known().get().grade() != after().known().get().grade();
  }

  /** The question, the label and its flags, and both positions with their evidence. */
  @Override
  public final TextPage page() {
    return TextPage.of(party() + " on " + proposition() + ": " + label() + flags())
        .gap()
        .page(before().page())
        .gap()
        .page(after().page());
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  final String flags() {
    return (hasAdministrationChanged() ? ", administration changed" : "")
        + (hasUnlikeEvidence() ? ", evidence unlike" : "");
  }
}

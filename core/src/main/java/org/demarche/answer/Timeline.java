package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * When each party came to hold what on one proposition, a word a turn: for time lines, where a
 * {@link History} of every party would be too much. {@code Tracker.history} cites the claims of any
 * one of them.
 *
 * <pre>{@code
 * tracker.timeline("three-nos").rows().get(0);   // Turn{party=prc, day=2017-10-31, held=FOR}
 * }</pre>
 */
@Value.Enclosing
@Value.Immutable
public abstract non-sealed class Timeline implements Answer {
  Timeline() {}

  /**
   * A day from which on a party held something else than before.
   *
   * <pre>{@code
   * turn.party() + " came to be " + turn.outcome() + " on " + turn.day()
   * }</pre>
   */
  @Value.Immutable
  public abstract static class Entry {
    Entry() {}

    /** The id of the party. */
    @Value.Parameter
    public abstract String party();

    /** The first day. */
    @Value.Parameter
    public abstract LocalDate day();

    /** What it held from then on, up to its next turn. */
    @Value.Parameter
    public abstract PositionOutcome outcome();

    /** A turn. */
    public static Entry of(String party, LocalDate day, PositionOutcome held) {
      return ImmutableTimeline.Entry.of(party, day, held);
    }
  }

  /** The id of the proposition. */
  @Value.Parameter
  public abstract String proposition();

  /** From where they are seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The turns, by party and day; of states, persons and media. */
  @Value.Parameter
  public abstract ImmutableList<Entry> rows();

  /** Turns. */
  public static Timeline of(
      String proposition, Viewpoint viewpoint, Iterable<? extends Entry> rows) {
    return ImmutableTimeline.of(proposition, viewpoint, rows);
  }

  /** The question and a table, a turn a row. */
  @Override
  public final TextPage page() {
    return AnswerPages.counted(
        "Turns on " + proposition() + ", " + viewpoint(),
        ImmutableList.of("party", "from", "held"),
        rows(),
        turn -> AnswerPages.row(turn.party(), turn.day().toString(), turn.outcome().name()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}

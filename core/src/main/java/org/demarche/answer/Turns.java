package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.demarche.text.Page;
import org.immutables.value.Value;

/**
 * When each party came to hold what on one proposition, a word a turn: for time lines, where a
 * {@link History} of every party would be too much. {@code Tracker.history} cites the claims of any
 * one of them.
 *
 * <pre>{@code
 * tracker.turns("three-nos").rows().get(0);   // Turn{party=prc, day=2017-10-31, held=FOR}
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Turns implements Answer {
  Turns() {}

  /**
   * A day from which on a party held something else than before.
   *
   * <pre>{@code
   * turn.party() + " came to be " + turn.held() + " on " + turn.day()
   * }</pre>
   */
  @Value.Immutable
  public abstract static class Turn {
    Turn() {}

    /** The id of the party. */
    @Value.Parameter
    public abstract String party();

    /** The first day. */
    @Value.Parameter
    public abstract LocalDate day();

    /** What it held from then on, up to its next turn. */
    @Value.Parameter
    public abstract Held held();

    /** A turn. */
    public static Turn of(String party, LocalDate day, Held held) {
      return ImmutableTurn.of(party, day, held);
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
  public abstract ImmutableList<Turn> rows();

  /** Turns. */
  public static Turns of(String proposition, Viewpoint viewpoint, Iterable<? extends Turn> rows) {
    return ImmutableTurns.of(proposition, viewpoint, rows);
  }

  /** The question and a table, a turn a row. */
  @Override
  public final Page page() {
    return Sheet.counted(
        "Turns on " + proposition() + ", " + viewpoint(),
        ImmutableList.of("party", "from", "held"),
        rows(),
        turn -> Sheet.row(turn.party(), turn.day().toString(), turn.held().name()));
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}

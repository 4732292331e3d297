package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * The days on which each party changed its position on one proposition, with one outcome per entry:
 * a compact alternative to a {@link History} of every party. {@code Tracker.history} cites the
 * claims of a single party.
 *
 * <pre>{@code
 * tracker.timeline("three-nos").rows().get(0);   // Entry{party=prc, day=2017-10-31, outcome=FOR}
 * }</pre>
 */
@Value.Enclosing
@Value.Immutable(copy = false, builder = false)
public abstract non-sealed class Timeline implements Answer {
  Timeline() {}

  /**
   * A day from which a party's position had another outcome than before.
   *
   * <pre>{@code
   * entry.party() + " has been " + entry.outcome() + " since " + entry.day()
   * }</pre>
   */
  @Value.Immutable(copy = false, builder = false)
  public abstract static class Entry {
    Entry() {}

    /** {@return the id of the party} */
    @Value.Parameter
    public abstract String party();

    /** {@return the first day of the outcome} */
    @Value.Parameter
    public abstract LocalDate day();

    /** {@return the outcome of the position from that day until the party's next entry} */
    @Value.Parameter
    public abstract PositionOutcome outcome();
  }

  /** {@return the id of the proposition} */
  @Value.Parameter
  public abstract String proposition();

  /** {@return the viewpoint from which the positions are derived} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the entries of states, persons and media, by party and day} */
  @Value.Parameter
  public abstract ImmutableList<Entry> rows();

  /** {@return the question and a table with one row per entry} */
  @Override
  public final TextPage page() {
    return AnswerPages.counted(
        "Timeline of " + proposition() + ", " + viewpoint(),
        ImmutableList.of("party", "from", "outcome"),
        rows(),
        entry -> AnswerPages.row(entry.party(), entry.day().toString(), entry.outcome().name()));
  }

  /** {@return the page in the default style} */
  @Override
  public final String toString() {
    return page().toString();
  }
}

package org.demarche.answer;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.BitSet;
import java.util.List;
import org.demarche.text.Nearest;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * What parties held on propositions, a word a cell, from one viewpoint: for counting and drawing,
 * where citing every position would be too much. {@code Tracker.position} cites the evidence of any
 * one of them.
 *
 * <pre>{@code
 * StanceGrid grid = tracker.asOf("2022-08-11").stanceGrid("rok", "prc");
 * stances.outcome("rok", "additional-thaad");       // UNCOMMITTED
 * stances.of("prc", Held.FOR).cardinality();     // on how many propositions Beijing is for it
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class StanceGrid implements Answer {
  StanceGrid() {}

  /** From where they are seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The ids of the parties, in the order asked for. */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** The ids of the propositions, by issue and id. */
  @Value.Parameter
  public abstract ImmutableList<String> propositions();

  /** A cell for each party and proposition: all of the first party, then those of the next. */
  @Value.Parameter
  public abstract ImmutableList<PositionOutcome> cells();

  /**
   * Stances.
   *
   * @throws IllegalArgumentException if the cells are not as many as parties times propositions
   */
  public static StanceGrid of(
      Viewpoint viewpoint,
      Iterable<String> parties,
      Iterable<String> propositions,
      Iterable<? extends PositionOutcome> cells) {
    return ImmutableStanceGrid.of(viewpoint, parties, propositions, cells);
  }

  @Value.Check
  void check() {
    int wanted = Network.cells(parties().size(), propositions().size());
    if (cells().size() != wanted) {
      throw new IllegalArgumentException(
          "%d parties and %d propositions make %d cells, and %d were given"
              .formatted(parties().size(), propositions().size(), wanted, cells().size()));
    }
  }

  @Value.Lazy
  ImmutableMap<String, Integer> rows() {
    return numbered(parties());
  }

  @Value.Lazy
  ImmutableMap<String, Integer> columns() {
    return numbered(propositions());
  }

  private static ImmutableMap<String, Integer> numbered(List<String> ids) {
    return Maps.uniqueIndex(
        ContiguousSet.create(Range.closedOpen(0, ids.size()), DiscreteDomain.integers()), ids::get);
  }

  /**
   * What one party held on one proposition.
   *
   * @throws IllegalArgumentException if either is not among those that were asked for
   */
  public final PositionOutcome outcome(String party, String proposition) {
    return cells().get(at(party, rows()) * propositions().size() + at(proposition, columns()));
  }

  /**
   * On which propositions a party holds that.
   *
   * @return a bit for each of {@link #propositions()}, in their order
   * @throws IllegalArgumentException if the party is not among those that were asked for
   */
  public final BitSet of(String party, PositionOutcome held) {
    int first = at(party, rows()) * propositions().size();
    BitSet bits = new BitSet(propositions().size());
    for (int column = 0; column < propositions().size(); column++) {
      if (cells().get(first + column) == held) {
        bits.set(column);
      }
    }
    return bits;
  }

  private static int at(String id, ImmutableMap<String, Integer> numbers) {
    Integer number = numbers.get(id);
    if (number == null) {
      throw new IllegalArgumentException(
          "'" + id + "' is not among these stances" + Nearest.hint(id, numbers.keySet(), 3));
    }
    return number;
  }

  /** A row for each proposition on which one of the parties holds anything. */
  @Override
  public final TextPage page() {
    ImmutableList<String> header =
        ImmutableList.<String>builder().add("proposition").addAll(parties()).build();
    List<Integer> held =
        columns().values().stream()
            .filter(
                column ->
                    rows().values().stream()
                        .anyMatch(row -> cell(row, column) != PositionOutcome.UNKNOWN))
            .toList();
    return AnswerPages.counted(
        "Stances, " + viewpoint(),
        header,
        held,
        column ->
            ImmutableList.<String>builder()
                .add(propositions().get(column))
                .addAll(rows().values().stream().map(row -> word(cell(row, column))).iterator())
                .build());
  }

  private PositionOutcome cell(int row, int column) {
    return cells().get(row * propositions().size() + column);
  }

  private static String word(PositionOutcome held) {
    return held == PositionOutcome.UNKNOWN ? "·" : held.name();
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}

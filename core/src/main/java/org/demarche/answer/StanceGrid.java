package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.DiscreteDomain;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.collect.Range;
import java.util.BitSet;
import java.util.List;
import org.demarche.lookup.Arguments;
import org.demarche.model.Dossier;
import org.demarche.model.UnknownIdException;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The outcomes of the positions of parties on propositions, one cell per party and proposition,
 * from one viewpoint: a compact form for counting and drawing. {@code Tracker.position} cites the
 * evidence behind a single cell.
 *
 * <pre>{@code
 * StanceGrid grid = tracker.asOf("2022-08-11").stanceGrid("rok", "prc");
 * grid.outcome("rok", "additional-thaad");                            // UNCOMMITTED
 * grid.propositionBits("prc", PositionOutcome.FOR).cardinality();     // number of propositions Beijing is for
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class StanceGrid implements Answer {
  StanceGrid() {}

  /** {@return the viewpoint from which the positions are derived} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the ids of the parties, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** {@return the ids of the propositions, by issue, then as in the dossier} */
  @Value.Parameter
  public abstract ImmutableList<String> propositions();

  /**
   * {@return the cells: the outcomes of the first party on each proposition, then the outcomes of
   * the next party}
   */
  @Value.Parameter
  public abstract ImmutableList<PositionOutcome> cells();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  @Value.Check
  void check() {
    AnswerChecks.requireDistinct("party", parties());
    AnswerChecks.requireDistinct("proposition", propositions());
    int expected = Arguments.matrixSize(parties().size(), propositions().size());
    if (cells().size() != expected) {
      throw ShownValue.refused(
          "%s parties and %s propositions make %s cells, got %s"
              .formatted(parties().size(), propositions().size(), expected, cells().size()));
    }
  }

  @Value.Lazy
  ImmutableMap<String, Integer> partyIndexes() {
    return indexed(parties());
  }

  @Value.Lazy
  ImmutableMap<String, Integer> propositionIndexes() {
    return indexed(propositions());
  }

  private static ImmutableMap<String, Integer> indexed(List<String> ids) {
    return Maps.uniqueIndex(
        ContiguousSet.create(Range.closedOpen(0, ids.size()), DiscreteDomain.integers()), ids::get);
  }

  /**
   * Returns the outcome of the position of one party on one proposition.
   *
   * @param party the id of the party
   * @param proposition the id of the proposition
   * @return the outcome
   * @throws IllegalArgumentException if the grid has no such party or proposition; the message
   *     suggests the nearest id
   */
  public final PositionOutcome outcome(String party, String proposition) {
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    return cell(
        indexOf("party", party, partyIndexes()),
        indexOf("proposition", proposition, propositionIndexes()));
  }

  /**
   * Returns the propositions on which the position of a party has the given outcome, as a set of
   * bits.
   *
   * @param party the id of the party
   * @param outcome the outcome
   * @return a bit for each of {@link #propositions()}, in their order, set where the outcome is the
   *     given one
   * @throws IllegalArgumentException if the grid has no such party; the message suggests the
   *     nearest id
   */
  public final BitSet propositionBits(String party, PositionOutcome outcome) {
    requireNonNull(party, "party");
    requireNonNull(outcome, "outcome");
    int row = indexOf("party", party, partyIndexes());
    BitSet bits = new BitSet(propositions().size());
    for (int column = 0; column < propositions().size(); column++) {
      if (cell(row, column) == outcome) {
        bits.set(column);
      }
    }
    return bits;
  }

  private static int indexOf(String kind, String id, ImmutableMap<String, Integer> indexes) {
    Integer index = indexes.get(id);
    if (index == null) {
      List<String> near = Nearest.to(id, indexes.keySet(), 3);
      throw new UnknownIdException(
          "the stance grid has no " + kind + " '" + id + "'" + Nearest.hint(near), kind, id, near);
    }
    return index;
  }

  private String heading(Wording wording) {
    return wording.text("grid.heading", viewpoint().text(wording, dossier()));
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return wording.summary(
        heading(wording),
        wording.count("parties", parties().size()),
        wording.count("propositions", propositions().size()));
  }

  /**
   * {@return the question and a table with one row for each proposition on which at least one party
   * has a position}
   */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    AnswerTable<Integer> table =
        AnswerTable.<Integer>in(wording)
            .column("proposition", row -> wording.proposition(dossier(), propositions().get(row)));
    for (int party = 0; party < parties().size(); party++) {
      int row = party;
      table =
          table.titled(
              wording.party(dossier(), parties().get(party)),
              column -> cell(row, column).cellText(wording));
    }
    return AnswerPages.counted(
        "propositions",
        heading(wording),
        table.ids(row -> propositions().get(row)),
        propositionIndexes().values().stream()
            .filter(
                column ->
                    partyIndexes().values().stream()
                        .anyMatch(row -> cell(row, column) != PositionOutcome.UNKNOWN))
            .toList());
  }

  private PositionOutcome cell(int row, int column) {
    return cells().get(row * propositions().size() + column);
  }

  /** {@return the viewpoint and the number of parties and propositions, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "Stances, %s: %s on %s"
            .formatted(
                viewpoint(),
                AnswerPages.count(parties().size(), "party", "parties"),
                AnswerPages.count(propositions().size(), "proposition", "propositions")));
  }
}

package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.List;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.index.DayRows;
import org.demarche.index.RowStore;
import org.demarche.lookup.Arguments;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.OutcomeRules;

/** The questions about outcomes: one outcome, or a grid of many. */
public final class OutcomeQuestions {
  private OutcomeQuestions() {}

  /** Returns the outcome of a party's position on a proposition. */
  public static PositionOutcome outcome(EvidenceView view, String party, String proposition) {
    return OutcomeRules.outcome(
        view,
        AskedIds.party(view.index(), party, proposition),
        AskedIds.proposition(view.index(), proposition));
  }

  /** Returns the outcomes of the positions of all actors of a kind, by id, on every proposition. */
  public static StanceGrid stanceGrid(EvidenceView view, ActorKind kind) {
    return stanceGrid(
        view,
        view.index().dossier().actors().stream()
            .filter(actor -> actor.kind() == kind)
            .map(Actor::id)
            .sorted()
            .toList());
  }

  /** Returns the outcomes of some parties' positions on every proposition. */
  public static StanceGrid stanceGrid(EvidenceView view, List<String> parties) {
    ImmutableList<String> propositions = propositions(view);
    PositionOutcome[] cells =
        new PositionOutcome[Arguments.matrixSize(parties.size(), propositions.size())];
    Arrays.fill(cells, PositionOutcome.UNKNOWN);
    for (int i = 0; i < parties.size(); i++) {
      int start = i * propositions.size();
      forEach(view, parties.get(i), (column, outcome) -> cells[start + column] = outcome);
    }
    return AnswerFactory.get()
        .stanceGrid(
            view.viewpoint(),
            parties,
            propositions,
            ImmutableList.copyOf(cells),
            view.index().dossier());
  }

  /** An action on the outcome of a party's position on a proposition. */
  public interface Action {
    /**
     * Performs the action.
     *
     * @param proposition the index of the proposition in {@link #propositions}
     */
    void accept(int proposition, PositionOutcome outcome);
  }

  /** Returns the ids of all propositions, in the order of answers. */
  public static ImmutableList<String> propositions(EvidenceView view) {
    return view.index().order().ids();
  }

  /**
   * Performs an action on the outcome of a party's position on each proposition; where the action
   * is not performed, the position is unknown. Iterates in storage order without allocating, since
   * there may be a million outcomes.
   */
  public static void forEach(EvidenceView view, String partyId, Action action) {
    DossierIndex index = view.index();
    int party = AskedIds.actor(index, partyId);
    ImmutableIntArray places = index.order().ranks();
    RowStore all = index.rows();
    int family = index.parties().family(party);
    int end = all.endPosition(family);
    for (int at = all.firstPosition(family); at < end; at = all.nextPosition(family, at)) {
      DayRows rows = all.rowsAt(family, at);
      int proposition = rows.secondKey();
      action.accept(places.get(proposition), OutcomeRules.outcome(view, party, proposition, rows));
    }
  }
}

package org.demarche.questions;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Table;
import com.google.common.primitives.ImmutableIntArray;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Relation.Exchange;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.PositionRules;
import org.demarche.rules.RelationRules;

/** The questions about relations between parties; each position is derived only once. */
public final class RelationQuestions {
  private final EvidenceView view;
  private final DossierIndex index;

  /** The positions derived so far, by party and proposition. */
  private final Table<Integer, Integer, Position> positions = HashBasedTable.create();

  private RelationQuestions(EvidenceView view) {
    this.view = view;
    this.index = view.index();
  }

  /** Returns the relation of two parties on one proposition. */
  public static Relation relation(
      EvidenceView view, String first, String second, String proposition) {
    DossierIndex index = view.index();
    return new RelationQuestions(view)
        .relation(
            AskedIds.actor(index, first),
            AskedIds.actor(index, second),
            AskedIds.proposition(index, proposition));
  }

  /** Returns the relations of some parties, pair by pair, except where both are silent. */
  public static ImmutableList<Relation> relations(EvidenceView view, List<String> ids) {
    return new RelationQuestions(view).relations(AskedIds.parties(view.index(), ids));
  }

  private ImmutableList<Relation> relations(int[] parties) {
    ImmutableList.Builder<Relation> relations = ImmutableList.builder();
    ImmutableIntArray propositions = PartyPropositionPairs.propositionsOf(index, parties);
    for (int p = 0; p < propositions.length(); p++) {
      for (int i = 0; i < parties.length; i++) {
        for (int j = i + 1; j < parties.length; j++) {
          Relation relation = relation(parties[i], parties[j], propositions.get(p));
          if (relation.label() != Relation.Label.SILENT) {
            relations.add(relation);
          }
        }
      }
    }
    return relations.build();
  }

  private Relation relation(int first, int second, int proposition) {
    Position a = position(first, proposition);
    Position b = position(second, proposition);
    Optional<Integer> rival = rival(first, second, proposition);
    return AnswerFactory.get()
        .relation(
            rival.isPresent()
                ? Relation.Label.CONTRADICTION
                : RelationRules.label(a, b, !view.index().parts(proposition).isEmpty()),
            a,
            b,
            rival.map(
                it -> position(RelationRules.isFor(position(first, it)) ? first : second, it)),
            ImmutableList.<Exchange>builder()
                .addAll(exchanges(first, proposition, a, b))
                .addAll(exchanges(second, proposition, b, a))
                .build());
  }

  private Position position(int party, int proposition) {
    return positions
        .row(party)
        .computeIfAbsent(proposition, asked -> PositionRules.position(view, party, asked));
  }

  private List<Exchange> exchanges(
      int answering, int proposition, Position answers, Position answered) {
    return index.hasResponses(answering, proposition)
        ? RelationRules.exchanges(answers, answered)
        : List.of();
  }

  /**
   * Returns the rival proposition through which two parties contradict one another: one party is
   * for the proposition, the other for the rival, and neither has a position on both.
   */
  private Optional<Integer> rival(int first, int second, int proposition) {
    return index.rivals(proposition).stream()
        .filter(
            rival ->
                holdsInsteadOf(first, proposition, second, rival)
                    || holdsInsteadOf(second, proposition, first, rival))
        .findFirst();
  }

  private boolean holdsInsteadOf(int one, int proposition, int other, int rival) {
    return RelationRules.isFor(position(one, proposition))
        && position(other, proposition) instanceof Unknown
        && RelationRules.isFor(position(other, rival))
        && position(one, rival) instanceof Unknown;
  }
}

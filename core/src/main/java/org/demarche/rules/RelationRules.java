package org.demarche.rules;

import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Relation.Exchange;
import org.demarche.answer.Unknown;
import org.demarche.model.Stance;

/** How the positions of parties stand to one another, each position derived once. */
final class RelationRules {
  private final EvidenceView view;
  private final Table<String, String, Position> positions = HashBasedTable.create();

  RelationRules(EvidenceView view) {
    this.view = view;
  }

  private Position position(String party, String proposition) {
    return positions.row(party).computeIfAbsent(proposition, asked -> view.position(party, asked));
  }

  Relation of(String first, String second, String proposition) {
    Position a = position(first, proposition);
    Position b = position(second, proposition);
    Optional<String> rival = rival(first, second, proposition);
    return Relation.of(
        rival.isPresent() ? Relation.Label.CONTRADICTION : label(a, b),
        a,
        b,
        rival,
        exchanges(a, b));
  }

  private boolean answers(Position position) {
    DossierIndex corpus = view.corpus();
    return corpus.answers(
        corpus.parties().number(position.party()), corpus.proposition(position.proposition()));
  }

  private static Relation.Label label(Position a, Position b) {
    if (a instanceof Contested || b instanceof Contested) {
      return Relation.Label.CONTESTED;
    }
    if (a instanceof Known one && b instanceof Known other) {
      if (one.stance() == Stance.UNCOMMITTED || other.stance() == Stance.UNCOMMITTED) {
        return Relation.Label.DIVERGENCE;
      }
      return one.stance() == other.stance()
          ? Relation.Label.AGREEMENT
          : Relation.Label.CONTRADICTION;
    }
    return a instanceof Unknown && b instanceof Unknown
        ? Relation.Label.SILENT
        : Relation.Label.ONE_SIDED;
  }

  /**
   * The rival through which the two contradict one another: one is for the proposition, the other
   * for the rival, and each without a position on what the other holds.
   */
  private Optional<String> rival(String first, String second, String proposition) {
    return view.corpus().rivals(proposition).stream()
        .filter(
            rival ->
                holdsInsteadOf(first, proposition, second, rival)
                    || holdsInsteadOf(second, proposition, first, rival))
        .findFirst();
  }

  /**
   * Whether one is for one proposition, the other for the other, and neither has spoken of both.
   */
  private boolean holdsInsteadOf(String one, String held, String other, String rival) {
    return isFor(position(one, held))
        && position(other, held) instanceof Unknown
        && isFor(position(other, rival))
        && position(one, rival) instanceof Unknown;
  }

  private static boolean isFor(Position position) {
    return position.known().filter(known -> known.stance() == Stance.FOR).isPresent();
  }

  private ImmutableList<Exchange> exchanges(Position a, Position b) {
    return ImmutableList.<Exchange>builder()
        .addAll(answers(a) ? exchanges(bearing(a), bearing(b)) : List.of())
        .addAll(answers(b) ? exchanges(bearing(b), bearing(a)) : List.of())
        .build();
  }

  private static List<CitedClaim> bearing(Position position) {
    List<CitedClaim> bearing = new ArrayList<>(position.support());
    bearing.addAll(position.hints());
    return bearing;
  }

  private static List<Exchange> exchanges(List<CitedClaim> answers, List<CitedClaim> answered) {
    List<Exchange> exchanges = new ArrayList<>();
    for (CitedClaim answer : answers) {
      for (CitedClaim other : answered) {
        if (answer.claim().respondsTo().contains(other.claim().id())) {
          exchanges.add(Exchange.of(answer, other));
        }
      }
    }
    return exchanges;
  }
}

package org.demarche.rules;

import java.util.ArrayList;
import java.util.List;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Relation.Exchange;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Stance;

/** The labels of relations between the positions of two parties, and the exchanges in them. */
public final class RelationRules {
  private RelationRules() {}

  /**
   * Returns the label of the relation between two positions on one proposition.
   *
   * @param isComposite whether the proposition has parts
   */
  public static Relation.Label label(Position first, Position second, boolean isComposite) {
    if (first instanceof Contested || second instanceof Contested) {
      return Relation.Label.CONTESTED;
    }
    if (first instanceof Known one && second instanceof Known other) {
      if (one.stance() == Stance.UNCOMMITTED || other.stance() == Stance.UNCOMMITTED) {
        return Relation.Label.DIVERGENCE;
      }
      if (one.stance() != other.stance()) {
        return Relation.Label.CONTRADICTION;
      }
      return isComposite && one.stance() == Stance.AGAINST
          ? Relation.Label.BOTH_AGAINST
          : Relation.Label.AGREEMENT;
    }
    return first instanceof Unknown && second instanceof Unknown
        ? Relation.Label.SILENT
        : Relation.Label.ONE_SIDED;
  }

  /** Returns whether a position is known and in favour. */
  public static boolean isFor(Position position) {
    return position.known().filter(known -> known.stance() == Stance.FOR).isPresent();
  }

  /**
   * Returns the claims of one position, hints included, that respond to claims of the other, each
   * with the claim to which it responds.
   */
  public static List<Exchange> exchanges(Position answering, Position answered) {
    List<Exchange> exchanges = new ArrayList<>();
    List<CitedClaim> others = supportAndHints(answered);
    for (CitedClaim answer : supportAndHints(answering)) {
      for (CitedClaim other : others) {
        if (answer.claim().respondsTo().contains(other.claim().id())) {
          exchanges.add(AnswerFactory.get().exchange(answer, other));
        }
      }
    }
    return exchanges;
  }

  private static List<CitedClaim> supportAndHints(Position position) {
    List<CitedClaim> claims = new ArrayList<>(position.support());
    claims.addAll(position.hints());
    return claims;
  }
}

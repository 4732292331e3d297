package org.demarche.rules;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.answer.Cited;
import org.demarche.answer.Contested;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.Relation.Exchange;
import org.demarche.answer.Unknown;
import org.demarche.model.Stance;

/** How the positions of two parties stand to one another. */
final class Relations {
  private final View view;
  private final Map<String, Position> first = new HashMap<>();
  private final Map<String, Position> second = new HashMap<>();
  private final String firstParty;
  private final String secondParty;

  Relations(View view, String firstParty, String secondParty) {
    this.view = view;
    this.firstParty = firstParty;
    this.secondParty = secondParty;
  }

  private Position first(String proposition) {
    return first.computeIfAbsent(proposition, p -> view.position(firstParty, p));
  }

  private Position second(String proposition) {
    return second.computeIfAbsent(proposition, p -> view.position(secondParty, p));
  }

  Relation on(String proposition) {
    Position a = first(proposition);
    Position b = second(proposition);
    Optional<String> rival = rival(proposition);
    return Relation.of(
        rival.isPresent() ? Relation.Label.CONTRADICTION : label(a, b),
        a,
        b,
        rival,
        exchanges(a, b));
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
  private Optional<String> rival(String proposition) {
    for (String rival : view.corpus().rivals(proposition)) {
      boolean firstForThis =
          isFor(first(proposition))
              && second(proposition) instanceof Unknown
              && isFor(second(rival))
              && first(rival) instanceof Unknown;
      boolean secondForThis =
          isFor(second(proposition))
              && first(proposition) instanceof Unknown
              && isFor(first(rival))
              && second(rival) instanceof Unknown;
      if (firstForThis || secondForThis) {
        return Optional.of(rival);
      }
    }
    return Optional.empty();
  }

  private static boolean isFor(Position position) {
    return position.known().filter(known -> known.stance() == Stance.FOR).isPresent();
  }

  private static ImmutableList<Exchange> exchanges(Position a, Position b) {
    ImmutableList.Builder<Exchange> exchanges = ImmutableList.builder();
    List<Cited> ours = bearing(a);
    List<Cited> theirs = bearing(b);
    exchanges.addAll(exchanges(ours, theirs));
    exchanges.addAll(exchanges(theirs, ours));
    return exchanges.build();
  }

  private static List<Cited> bearing(Position position) {
    List<Cited> bearing = new ArrayList<>(position.support());
    bearing.addAll(position.hints());
    return bearing;
  }

  private static List<Exchange> exchanges(List<Cited> answers, List<Cited> answered) {
    List<Exchange> exchanges = new ArrayList<>();
    for (Cited answer : answers) {
      for (Cited other : answered) {
        if (answer.claim().respondsTo().contains(other.claim().id())) {
          exchanges.add(Exchange.of(answer, other));
        }
      }
    }
    return exchanges;
  }
}

package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.demarche.answer.Explanation;
import org.demarche.answer.Position;
import org.demarche.answer.Unknown;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.ExplanationRules;
import org.demarche.rules.PositionRules;

/** The questions about positions: one position, all of a party, or all on a proposition. */
public final class PositionQuestions {
  private PositionQuestions() {}

  /** Returns the position of a party on a proposition. */
  public static Position position(EvidenceView view, String party, String proposition) {
    return PositionRules.position(
        view,
        AskedIds.party(view.index(), party, proposition),
        AskedIds.proposition(view.index(), proposition));
  }

  /** Returns the explanation of the position of a party on a proposition. */
  public static Explanation explanation(EvidenceView view, String party, String proposition) {
    return ExplanationRules.explanation(
        view,
        AskedIds.party(view.index(), party, proposition),
        AskedIds.proposition(view.index(), proposition));
  }

  /**
   * Returns all positions of a party that are known, contested, or unknown with a claim on record
   * by the as-of date, on the proposition or, as its pattern has it, on a part; a claim that was
   * made or published later adds no position.
   */
  public static ImmutableList<Position> positionsOf(EvidenceView view, String id) {
    int party = AskedIds.actor(view.index(), id);
    return notSilent(
        PartyPropositionPairs.propositionsBearingOn(view.index(), party).stream()
            .mapToObj(proposition -> PositionRules.position(view, party, proposition)));
  }

  /** Returns all positions of states, persons and media on a proposition, under the same rule. */
  public static ImmutableList<Position> positionsOn(EvidenceView view, String id) {
    int proposition = AskedIds.proposition(view.index(), id);
    return notSilent(
        PartyPropositionPairs.familiesWithBearingOn(view.index(), proposition).stream()
            .mapToObj(family -> PositionRules.position(view, family, proposition)));
  }

  private static ImmutableList<Position> notSilent(Stream<Position> positions) {
    return positions
        .filter(PositionQuestions::isNotSilent)
        .collect(ImmutableList.toImmutableList());
  }

  private static boolean isNotSilent(Position position) {
    return !(position instanceof Unknown unknown)
        || switch (unknown.reason()) {
          case ONLY_PARTS, RETRACTED, NO_LONGER_IMPLIED, ONLY_HINTS, ONLY_POSSIBLY -> true;
          default -> false;
        };
  }
}

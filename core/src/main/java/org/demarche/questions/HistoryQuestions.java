package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Collection;
import org.demarche.answer.Change;
import org.demarche.answer.History;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.OutlinedPosition;
import org.demarche.rules.OutlinedPositions;
import org.demarche.rules.PositionDays;

/** The questions of how positions changed over time. */
public final class HistoryQuestions {
  private HistoryQuestions() {}

  /**
   * Returns the changes of one position from its first day up to the as-of date of the view.
   * Changes with the label UNCHANGED are left out.
   */
  public static ImmutableList<Change> history(
      EvidenceView view, String partyId, String propositionId) {
    return history(
        view,
        AskedIds.party(view.index(), partyId, propositionId),
        AskedIds.proposition(view.index(), propositionId));
  }

  /**
   * Returns the histories of all positions of some parties that have a change, by party and
   * proposition.
   */
  public static ImmutableList<History> histories(EvidenceView view, Collection<String> partyIds) {
    ImmutableList.Builder<History> histories = ImmutableList.builder();
    for (String partyId : partyIds) {
      int party = AskedIds.actor(view.index(), partyId);
      PartyPropositionPairs.propositionsOf(view.index(), party)
          .forEach(
              proposition -> {
                ImmutableList<Change> changes = history(view, party, proposition);
                if (!changes.isEmpty()) {
                  histories.add(
                      AnswerFactory.get()
                          .history(
                              partyId,
                              view.index().proposition(proposition).id(),
                              view.viewpoint(),
                              changes,
                              view.index().dossier()));
                }
              });
    }
    return histories.build();
  }

  private static ImmutableList<Change> history(EvidenceView view, int party, int proposition) {
    PositionDays days = PositionDays.of(view, party, proposition);
    if (days.all().isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    LocalDate dayBefore = days.all().first().minusDays(1);
    OutlinedPositions positions = OutlinedPositions.of(view, party, proposition);
    OutlinedPosition before = positions.at(dayBefore);
    for (LocalDate day : days.all()) {
      OutlinedPosition after = positions.at(day);
      if (!before.isContestedLike(after)) {
        Change change = ChangeRules.change(view.index(), party, proposition, before, after);
        if (isListed(change, days.said().contains(day))) {
          changes.add(change);
        }
      }
      before = after;
    }
    return changes.build();
  }

  /**
   * Returns whether a change is listed. What is contested at both dates is contested by other
   * claims.
   */
  private static boolean isListed(Change change, boolean onDayOfClaim) {
    return switch (change.label()) {
      case SILENT, UNCHANGED -> false;
      case REAFFIRMED -> onDayOfClaim;
      default -> true;
    };
  }
}

package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import org.demarche.answer.Change;
import org.demarche.answer.Position;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.PositionDays;
import org.demarche.rules.PositionRules;

/** The question of how one position changed over time. */
public final class HistoryQuestions {
  private HistoryQuestions() {}

  /**
   * Returns the changes of one position from its first day up to the as-of date of the view.
   * Changes with the label UNCHANGED are left out.
   */
  public static ImmutableList<Change> history(
      EvidenceView view, String partyId, String propositionId) {
    int party = AskedIds.party(view.index(), partyId, propositionId);
    int proposition = AskedIds.proposition(view.index(), propositionId);
    PositionDays days = PositionDays.of(view, party, proposition);
    if (days.all().isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    LocalDate dayBefore = days.all().first().minusDays(1);
    Position before = PositionRules.position(view.at(dayBefore), party, proposition);
    for (LocalDate day : days.all()) {
      Position after = PositionRules.position(view.at(day), party, proposition);
      Change change = ChangeRules.change(before, after);
      if (isListed(change, days.said().contains(day))) {
        changes.add(change);
      }
      before = after;
    }
    return changes.build();
  }

  private static boolean isListed(Change change, boolean onDayOfClaim) {
    return ChangeRules.isNews(change)
        && (onDayOfClaim || change.label() != Change.Label.REAFFIRMED);
  }
}

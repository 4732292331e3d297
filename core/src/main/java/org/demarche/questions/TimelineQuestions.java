package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import org.demarche.answer.Timeline;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.OutcomeRules;

/** The question of when the positions on a proposition changed their outcome. */
public final class TimelineQuestions {
  private TimelineQuestions() {}

  /** Returns the outcomes over time of all positions on a proposition. */
  public static Timeline timeline(EvidenceView view, String propositionId) {
    DossierIndex index = view.index();
    int proposition = AskedIds.proposition(index, propositionId);
    ImmutableList.Builder<Timeline.Entry> entries = ImmutableList.builder();
    ImmutableIntArray families = PartyPropositionPairs.familiesOn(index, proposition);
    for (int i = 0; i < families.length(); i++) {
      int family = families.get(i);
      String party = index.parties().actor(family).id();
      OutcomeRules.timeline(
          view,
          family,
          index.rows(family, proposition),
          (day, outcome) ->
              entries.add(
                  AnswerFactory.get().timelineEntry(party, LocalDate.ofEpochDay(day), outcome)));
    }
    return AnswerFactory.get().timeline(propositionId, view.viewpoint(), entries.build());
  }
}

package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Collection;
import org.demarche.answer.Timeline;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.PositionRules;
import org.demarche.rules.TimelineRules;

/** The question of when the positions on a proposition changed their outcome. */
public final class TimelineQuestions {
  private TimelineQuestions() {}

  /** Returns the outcomes over time of all positions on some propositions. */
  public static ImmutableList<Timeline.Entry> entries(
      EvidenceView view, Collection<String> propositions) {
    ImmutableList.Builder<Timeline.Entry> entries = ImmutableList.builder();
    propositions.forEach(proposition -> addEntries(view, proposition, entries));
    return entries.build();
  }

  private static void addEntries(
      EvidenceView view, String propositionId, ImmutableList.Builder<Timeline.Entry> entries) {
    DossierIndex index = view.index();
    int proposition = AskedIds.proposition(index, propositionId);
    ImmutableIntArray families = PartyPropositionPairs.familiesOn(index, proposition);
    for (int i = 0; i < families.length(); i++) {
      int family = families.get(i);
      String party = index.parties().actor(family).id();
      TimelineRules.timeline(
          view,
          family,
          proposition,
          (day, outcome) ->
              entries.add(
                  AnswerFactory.get()
                      .timelineEntry(
                          propositionId,
                          party,
                          day,
                          outcome,
                          () -> PositionRules.position(view.at(day), family, proposition))));
    }
  }
}

package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Timeline;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.index.DayRows;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.OutcomeRules;
import org.demarche.rules.PositionRules;

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
      DayRows rows = index.rows(family, proposition);
      IntFunction<Position> position =
          day -> PositionRules.position(view.at(LocalDate.ofEpochDay(day)), family, proposition);
      OutcomeRules.timeline(
          view,
          family,
          rows,
          hasConditions(index, rows)
              ? day -> position.apply(day).known().flatMap(Known::condition)
              : day -> Optional.empty(),
          (day, outcome) ->
              entries.add(
                  AnswerFactory.get()
                      .timelineEntry(
                          propositionId,
                          party,
                          LocalDate.ofEpochDay(day),
                          outcome,
                          () -> position.apply(day))));
    }
  }

  /** Returns whether some claim depends on a condition. */
  private static boolean hasConditions(DossierIndex index, DayRows rows) {
    return index.hasConditions()
        && IntStream.range(0, rows.size())
            .anyMatch(
                row -> index.claim(rows.get(row, DossierIndex.CLAIM)).condition().isPresent());
  }
}

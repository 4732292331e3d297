package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Position;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.PositionRules;

/** Answers questions about changes between two dates, and differences between two evidences. */
public final class ChangeQuestions {
  private ChangeQuestions() {}

  /** Returns the change of one position between two views of one index. */
  public static Change change(
      EvidenceView before, EvidenceView after, String party, String proposition) {
    return ChangeRules.change(
        PositionQuestions.position(before, party, proposition),
        PositionQuestions.position(after, party, proposition));
  }

  /** Returns every change between two views of one index, except where both are silent. */
  public static ImmutableList<Change> changes(EvidenceView before, EvidenceView after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (RecordedPairs.Pair pair : RecordedPairs.of(after.index())) {
      Change change = ChangeRules.change(position(before, pair), position(after, pair));
      if (change.label() != Change.Label.SILENT) {
        changes.add(change);
      }
    }
    return changes.build();
  }

  /** Returns every difference between two views of one index at one date. */
  public static ImmutableList<Difference> differences(EvidenceView here, EvidenceView there) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (RecordedPairs.Pair pair : RecordedPairs.of(here.index())) {
      ChangeRules.difference(position(here, pair), position(there, pair))
          .ifPresent(differences::add);
    }
    return differences.build();
  }

  private static Position position(EvidenceView view, RecordedPairs.Pair pair) {
    return PositionRules.position(view, pair.party(), pair.proposition());
  }
}

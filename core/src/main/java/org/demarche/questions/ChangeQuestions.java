package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import org.demarche.answer.Change;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;

/** The questions about changes between two dates. */
public final class ChangeQuestions {
  private ChangeQuestions() {}

  /** Returns the change of one position between two views of one index. */
  public static Change change(
      EvidenceView before, EvidenceView after, String party, String proposition) {
    return ChangeRules.change(
        after.index(),
        PositionQuestions.position(before, party, proposition),
        PositionQuestions.position(after, party, proposition));
  }

  /** Returns every change between two views of one index, except where both are silent. */
  public static ImmutableList<Change> changes(EvidenceView before, EvidenceView after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (PartyPropositionPairs.Pair pair : PartyPropositionPairs.of(after.index())) {
      Change change =
          ChangeRules.change(after.index(), pair.position(before), pair.position(after));
      if (change.label() != Change.Label.SILENT) {
        changes.add(change);
      }
    }
    return changes.build();
  }
}

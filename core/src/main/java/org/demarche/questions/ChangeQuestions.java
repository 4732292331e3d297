package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import org.demarche.answer.Change;
import org.demarche.answer.PositionOutcome;
import org.demarche.questions.PartyPropositionPairs.Pair;
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

  /**
   * Returns every change between two views of one index, except where both are silent. Only the
   * outcomes are derived; the positions follow when a change is looked at.
   */
  public static ImmutableList<Change> changes(EvidenceView before, EvidenceView after) {
    ImmutableList.Builder<Change> changes = ImmutableList.builder();
    for (Pair pair : PartyPropositionPairs.of(after.index())) {
      PositionOutcome then = pair.outcome(before);
      PositionOutcome now = pair.outcome(after);
      if (then != PositionOutcome.UNKNOWN || now != PositionOutcome.UNKNOWN) {
        changes.add(ChangeRules.change(before, after, pair.party(), pair.proposition(), then, now));
      }
    }
    return changes.build();
  }
}

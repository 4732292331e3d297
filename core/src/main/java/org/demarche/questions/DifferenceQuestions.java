package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import org.demarche.answer.Difference;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;

/** The questions about differences between two bodies of evidence. */
public final class DifferenceQuestions {
  private DifferenceQuestions() {}

  /** Returns every difference between two views of one dossier at one date. */
  public static ImmutableList<Difference> differences(EvidenceView here, EvidenceView there) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (PartyPropositionPairs.Pair pair : PartyPropositionPairs.of(here.index(), there.index())) {
      ChangeRules.difference(pair.position(here), pair.position(there)).ifPresent(differences::add);
    }
    return differences.build();
  }
}

package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.demarche.answer.Difference;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.questions.PartyPropositionPairs.Pair;
import org.demarche.rules.ChangeRules;
import org.demarche.rules.EvidenceView;

/** The questions about differences between two bodies of evidence. */
public final class DifferenceQuestions {
  private DifferenceQuestions() {}

  /** Returns every difference between two views of one dossier at one date. */
  public static ImmutableList<Difference> differences(EvidenceView here, EvidenceView there) {
    ImmutableList.Builder<Difference> differences = ImmutableList.builder();
    for (Pair pair : pairs(here, there)) {
      ChangeRules.difference(pair.position(here), pair.position(there)).ifPresent(differences::add);
    }
    return differences.build();
  }

  /** Returns the pairs of a party and a proposition on which the two views may differ. */
  private static List<Pair> pairs(EvidenceView here, EvidenceView there) {
    DossierIndex index = here.index();
    return here.claimsWithOtherEvidence(there)
        .map(claims -> PartyPropositionPairs.of(index, claims.stream().mapToObj(index::claim)))
        .orElseGet(() -> PartyPropositionPairs.of(index, there.index()));
  }
}

package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.dossierindex.Bearing;
import org.demarche.model.Authority;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;

/** The numbers of kinds of claims, of which a weighing keeps the latest claim each. */
class KindsOfClaimsTest {
  @Test
  void claims_that_differ_in_administration_authority_rank_or_stance_are_of_different_kinds() {
    Set<Integer> kinds = new HashSet<>();
    int combinations = 0;
    for (int term = AdministrationIndex.UNCERTAIN; term < 20; term++) {
      for (Authority authority : Authority.values()) {
        for (int rank = 0; rank < 2 * Bearing.values().length; rank++) {
          for (Stance stance : Stance.values()) {
            kinds.add(WeighedClaim.kind(term, authority.ordinal(), rank, stance.ordinal()));
            combinations++;
          }
        }
      }
    }
    assertThat(kinds).hasSize(combinations);
  }
}

package org.demarche.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.demarche.TestDossier;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rows of claims of which very many were made on one day. */
class CrowdedDaysTest {
  private static Claim claim(String id, String proposition, String day) {
    return TestDossier.claim(id, "x", proposition, Stance.FOR, Force.ASSERT, day)
        .addEvidence(TestDossier.evidence("S1", Mode.DIRECT))
        .build();
  }

  private static Dossier dossier(int claimsOfTheDay) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < claimsOfTheDay; i++) {
      claims.add(claim("c" + i, "p", "2016-05-05"));
    }
    claims.add(claim("before", "p", "2016-05-04"));
    claims.add(claim("after", "p", "2016-05-06"));
    claims.add(claim("elsewhere", "q", "2016-05-05"));
    return TestDossier.of("p", "q").with(claims.toArray(Claim[]::new)).build();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 66, 67, 200})
  void each_claim_is_found_in_its_row_and_a_claim_on_something_else_in_none(int claimsOfTheDay) {
    DossierIndex index = RowValueRules.index(dossier(claimsOfTheDay));
    EvidenceView view = EvidenceView.whole(index);
    int party = index.numbers().actor("x");
    VisibleRows rows = VisibleRows.of(view, party, index.numbers().proposition("p"));
    VisibleRows elsewhere = VisibleRows.of(view, party, index.numbers().proposition("q"));
    assertThat(rows.dayRows().size()).isEqualTo(claimsOfTheDay + 2);
    for (int row = 0; row < rows.dayRows().size(); row++) {
      assertThat(rows.rowOf(rows.claim(row))).isEqualTo(row);
      assertThat(elsewhere.rowOf(rows.claim(row))).isEqualTo(-1);
    }
    assertThat(rows.rowOf(elsewhere.claim(0))).isEqualTo(-1);
  }
}

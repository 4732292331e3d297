package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.REFUSE;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import com.google.common.collect.ImmutableSetMultimap;
import java.util.List;
import org.demarche.answer.FoundClaims;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.FoundParticulars;
import org.demarche.model.Claim;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Tests the answer to a query for claims. */
class FoundClaimsTest {
  private static final Tracker TRACKER =
      TestDossier.of("p", "q")
          .says("x-mofa", "c2", "p", UNCOMMITTED, REFUSE, "2016-06-01")
          .says("x-mofa", "c1", "p", FOR, ASSERT, "[..2016-03-01]")
          .with(
              TestDossier.claim("d1", "y-mfa", "p", FOR, ASSERT, "2016-05-01")
                  .addPrincipals("x-mofa")
                  .addEvidence(TestDossier.evidence("S1", Mode.DIRECT))
                  .build())
          .tracker();

  private static FoundClaims found(String question, List<Claim> claims) {
    return AnswerFactory.get()
        .foundClaims(
            question,
            TRACKER.viewpoint(),
            claims,
            FoundParticulars.of(ImmutableSetMultimap.of()),
            TRACKER.dossier());
  }

  @Test
  void found_claims_print_one_row_per_claim_in_chronological_order() {
    FoundClaims found = found("on p", TRACKER.claims().on("p").list());
    assertThat(found)
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Claims as of 2019-12-31, on p: 3

            id  asserted        who                      stance       force   proposition
            --  --------------  -----------------------  -----------  ------  -----------
            c1  [..2016-03-01]  x-mofa                   FOR          ASSERT  p
            d1  2016-05-01      y-mfa for x-mofa, y-mfa  FOR          ASSERT  p
            c2  2016-06-01      x-mofa                   UNCOMMITTED  REFUSE  p""");
    assertThat(found.count()).isEqualTo(3);
    assertThat(found)
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(TRACKER.claims().on("p").find().codes().toString());
  }

  @Test
  void a_query_without_steps_or_without_results_says_so() {
    assertThat(found("", TRACKER.claims().list()).codes().toString())
        .startsWith("Claims as of 2019-12-31: 3\n")
        .isEqualTo(TRACKER.claims().find().codes().toString());
    FoundClaims nothing = found("on q", TRACKER.claims().on("q").list());
    assertThat(nothing)
        .extracting(answer -> answer.codes().toString())
        .isEqualTo("Claims as of 2019-12-31, on q: none");
    assertThat(nothing.count()).isZero();
  }

  @Test
  void found_claims_are_equal_if_question_viewpoint_and_claims_are() {
    List<Claim> claims = TRACKER.claims().on("p").list();
    assertThat(found("on p", claims))
        .isEqualTo(found("on p", claims))
        .isNotEqualTo(found("", claims))
        .isNotEqualTo(found("on p", claims.subList(0, 1)));
  }
}

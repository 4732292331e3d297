package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.demarche.TestDossier;
import org.junit.jupiter.api.Test;

/** The review of drafts. */
class ReviewedDraftsTest {
  private static final Dossier DOSSIER =
      TestDossier.of("p")
          .with(claim("draft-1").draft(true).build(), claim("coded-1").reviewer("park").build())
          .build();

  private static Claim.Builder claim(String id) {
    return TestDossier.claim(id, "x-mofa", "p", Stance.FOR, Force.ASSERT, "2016-05-01")
        .coder("Kim")
        .addEvidence(TestDossier.evidence("S1", Mode.INDIRECT));
  }

  @Test
  void a_reviewed_draft_is_coded_and_keeps_its_coder_and_its_place() {
    Dossier reviewed = DOSSIER.review("draft-1", "park");
    assertThat(reviewed.claims().get(0)).isEqualTo(claim("draft-1").reviewer("park").build());
    assertThat(reviewed.claims().get(1)).isEqualTo(DOSSIER.claims().get(1));
    assertThat(DOSSIER.claims().get(0).isDraft()).isTrue();
  }

  @Test
  void the_coded_claim_replaces_the_draft_where_both_are_read() {
    Claim coded = DOSSIER.review("draft-1", "park").claim("draft-1").orElseThrow();
    assertThat(DOSSIER.plus(coded).claim("draft-1")).contains(coded);
  }

  @Test
  void an_unknown_claim_is_answered_with_the_nearest() {
    assertThatThrownBy(() -> DOSSIER.review("draft1", "park"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessage("claim 'draft1' is not in the dossier (did you mean 'draft-1'?)");
  }

  @Test
  void only_a_draft_is_reviewed_and_only_by_another_person() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DOSSIER.review("coded-1", "lee"))
        .withMessage("claim 'coded-1' is no draft: it is coded, and was reviewed by park");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DOSSIER.review("draft-1", "kim"))
        .withMessage("draft 'draft-1' was coded by 'kim'; name another person, who checked it");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DOSSIER.review("draft-1", " "))
        .withMessage("reviewer ' ' of draft 'draft-1' is blank; name the person who checked it");
  }
}

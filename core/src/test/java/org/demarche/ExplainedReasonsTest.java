package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Explanation;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Wording;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** The reasons that an explanation gives why claims supersede, outweigh and withstand others. */
class ExplainedReasonsTest {
  private static final Wording KOREAN = Wording.of("ko");

  private static String ruling(Explanation explanation, String id) {
    Considered claim = explanation.claim(id).orElseThrow();
    return claim.ruling()
        + claim.decidedBy().map(by -> " by " + by).orElse("")
        + claim.notSupersededBy().map(by -> " not by " + by).orElse("")
        + claim.reason().map(reason -> ", " + reason).orElse("")
        + ", rule "
        + claim.rule();
  }

  @Test
  void a_lower_organ_does_not_supersede_and_the_explanation_names_both_ranks() {
    Explanation explanation =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, ASSERT, "2016-01-01")
            .says("x-office", "c2", "p", AGAINST, DENY, "2016-02-01")
            .tracker()
            .explain("x", "p");
    assertThat(ruling(explanation, "c1"))
        .isEqualTo("UNSUPERSEDED not by c2, LOWER_AUTHORITY, rule 7");
    assertThat(ruling(explanation, "c2")).isEqualTo("UNSUPERSEDED, rule 5");
    assertThat(explanation.print())
        .contains("not superseded by c2: The x-office ranks below The x-president (rule 7): c1")
        .contains("Rule 7: under one administration");
    assertThat(explanation.codes().print())
        .contains("UNSUPERSEDED, not superseded by c2: LOWER_AUTHORITY (rule 7): c1");
    assertThat(explanation.page(KOREAN).print()).contains("c2에도 불구하고: The x-office이");
  }

  @Test
  void a_lower_organ_of_another_administration_supersedes() {
    Explanation explanation =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, ASSERT, "2014-01-01")
            .says("x-mofa", "c2", "p", AGAINST, DENY, "2016-02-01")
            .tracker()
            .explain("x", "p");
    assertThat(ruling(explanation, "c1"))
        .isEqualTo("SUPERSEDED by c2, OTHER_ADMINISTRATION, rule 7");
    assertThat(explanation.print())
        .contains(
            "superseded by c2: The x-mofa ranks below The x-president, but belongs to another"
                + " administration\n    (rule 7): c1");
  }

  @Test
  void of_several_claims_that_supersede_one_the_explanation_names_the_newest_then_the_first_id() {
    Explanation explanation =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-01-01")
            .says("x-mofa", "c2", "p", AGAINST, DENY, "2016-02-01")
            .says("x-mofa", "c4", "p", AGAINST, DENY, "2016-03-01")
            .says("x-mofa", "c3", "p", AGAINST, DENY, "2016-03-01")
            .with(
                claim("c5", "x-mofa", "p", FOR, ASSERT, "2016-04-01")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                    .build())
            .tracker()
            .explain("x", "p");
    assertThat(ruling(explanation, "c1")).isEqualTo("SUPERSEDED by c3, LATER, rule 5");
    assertThat(ruling(explanation, "c2")).isEqualTo("SUPPORTS by c3, LATER, rule 10");
    assertThat(ruling(explanation, "c4")).isEqualTo("UNSUPERSEDED not by c5, OTHER_SIDE, rule 7");
    assertThat(ruling(explanation, "c5")).isEqualTo("DISPUTING by c3, OTHER_SIDE, rule 6");
  }

  @Test
  void another_states_account_neither_supersedes_nor_stands() {
    Explanation explanation =
        TestDossier.of("p")
            .says("x", "c1", "p", UNCOMMITTED, WITHHOLD, "2016-12-15")
            .with(
                claim("c2", "x", "p", FOR, AGREE, "2016-12-16")
                    .addEvidence(evidence("S1", Mode.DIRECT, "y-mfa"))
                    .build())
            .tracker()
            .explain("x", "p");
    assertThat(ruling(explanation, "c1")).isEqualTo("HEADLINE not by c2, OTHER_SIDE, rule 7");
    assertThat(ruling(explanation, "c2")).isEqualTo("DISPUTING by c1, OTHER_SIDE, rule 6");
    assertThat(explanation.print())
        .contains("the claim to cite, not superseded by c2: that is known only through another")
        .contains("outweighed by c1: this is known only through another state (rule 6): c2");
    assertThat(explanation.position().sentence())
        .contains(
            "Y-land’s account says otherwise: for “It is the case that p” (agrees, 16 December"
                + " 2016) [c2].");
    assertThat(explanation.position().sentence(KOREAN)).contains("Y-land 측 전언은 이와 다르다");
  }

  @Test
  void a_commitment_withstands_another_states_account_under_the_next_administration() {
    Explanation explanation =
        TestDossier.of("p")
            .says("x-president", "c1", "p", FOR, AGREE, "2014-01-15")
            .with(
                claim("c2", "x-president", "p", AGAINST, ASSERT, "2016-02-15")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                    .build())
            .tracker()
            .explain("x", "p");
    assertThat(ruling(explanation, "c1")).isEqualTo("HEADLINE not by c2, COMMITMENT, rule 7");
    assertThat(ruling(explanation, "c2")).isEqualTo("DISPUTING by c1, COMMITMENT, rule 6");
  }

  @Test
  void what_follows_from_the_whole_does_not_undo_the_part_nor_a_part_the_whole() {
    TestDossier dossier =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
            .says("x-president", "c1", "b", AGAINST, ASSERT, "2016-02-05")
            .says("x-president", "c2", "pack", FOR, ASSERT, "2016-02-06")
            .says("x-president", "c3", "a", AGAINST, ASSERT, "2016-03-01");
    Explanation part = dossier.tracker().explain("x", "b");
    assertThat(ruling(part, "c1")).isEqualTo("HEADLINE not by c2, LESS_EXPLICIT, rule 7");
    assertThat(ruling(part, "c2")).isEqualTo("DISPUTING by c1, LESS_EXPLICIT, rule 6");
    Explanation whole = dossier.tracker().explain("x", "pack");
    assertThat(ruling(whole, "c2")).isEqualTo("HEADLINE not by c3, LESS_EXPLICIT, rule 7");
    assertThat(ruling(whole, "c3")).isEqualTo("DISPUTING by c2, ONLY_A_PART, rule 6");
    assertThat(whole.print().replaceAll("\\s+", " "))
        .contains("objecting to a part is not leaving the whole (rule 6");
  }

  @Test
  void every_reason_has_words_in_english_and_korean() {
    for (Explanation.Reason reason : Explanation.Reason.values()) {
      assertThat(Wording.english().word(reason)).isNotBlank().isNotEqualTo(reason.name());
      assertThat(KOREAN.word(reason)).containsPattern("\\p{IsHangul}");
    }
    assertThat(KOREAN.missing())
        .noneMatch(key -> key.startsWith("explanation.") || key.startsWith("because."));
  }
}

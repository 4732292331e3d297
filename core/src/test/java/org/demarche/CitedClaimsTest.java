package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Known;
import org.demarche.answer.Position;
import org.demarche.answer.Wording;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.When;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Tests of the lines that a cited claim prints: gist, condition, due day and translation. */
class CitedClaimsTest {
  private static final Wording KOREAN = Wording.of("ko");

  private static final TestDossier DOSSIER =
      TestDossier.of("p", "q")
          .with(
              claim("c1", "x-mofa", "p", FOR, PROMISE, "2016-01-01")
                  .gist("X promises p.")
                  .condition("only if attacked")
                  .due(When.parse("2017"))
                  .addEvidence(
                      Evidence.builder()
                          .source("S1")
                          .mode(Mode.DIRECT)
                          .quote("“예”")
                          .language("ko")
                          .translation("indeed yes")
                          .build())
                  .build(),
              reported("c2", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                  .condition("if asked")
                  .build());

  private static Position position(String asOf) {
    return DOSSIER.tracker().asOf(asOf).position("x", "p");
  }

  @Test
  void a_cited_claim_has_its_gist_condition_due_day_and_translation() {
    assertThat(position("2016-01-15").print())
        .contains(
            """
              c1  2016-01-01  The x-mofa: for “It is the case that p”, promises; quoted or on official
                  record
                  Gist: X promises p.
                  Condition: “only if attacked”
                  Due: 2017
                  “예”
                  Translated from Korean by the coder: “indeed yes”
                  — The wire, 2019-12-31 [S1, quoted]"""
                .indent(2)
                .stripTrailing());
    assertThat(position("2016-01-15").page(KOREAN).print())
        .contains("요지: X promises p.", "조건: “only if attacked”", "기한: 2017")
        .contains("코더의 번역(한국어 원문): “indeed yes”");
    assertThat(position("2016-01-15").codes().print())
        .contains("Translated from ko by the coder: “indeed yes”")
        .contains(", on condition “only if attacked”, due 2017;");
    assertThat(position("2016-01-15").page().print(Style.standard().markdown()))
        .contains("  > Condition: “only if attacked”");
  }

  @Test
  void hints_and_explained_claims_have_their_conditions() {
    Tracker tracker =
        TestDossier.of("p")
            .with(
                reported("c1", "bo-cheng", "p", FOR, HOPE, "2016-01-01")
                    .condition("if asked")
                    .build())
            .tracker();
    assertThat(tracker.position("x", "p").print()).contains("    Condition: “if asked”");
    assertThat(tracker.explain("x", "p").print()).contains("    Condition: “if asked”");
    assertThat(tracker.claims().chronology().print()).contains("    Condition: “if asked”");
    assertThat(tracker.claims().find().print()).contains("condition").contains("if asked");
  }

  @Test
  void a_translation_is_not_searched_as_a_quotation() {
    assertThat(DOSSIER.tracker().claims().mentioning("예").count()).isEqualTo(1);
    assertThat(DOSSIER.tracker().claims().mentioning("indeed yes").count()).isZero();
    assertThat(DOSSIER.tracker().claims().mentioning("indeed yes").firstAttested()).isEmpty();
  }

  @Test
  void a_position_tells_the_conditions_of_all_its_support_and_a_due_day_that_is_past() {
    Known known = (Known) position("2018-03-01");
    assertThat(known.condition()).hasValue("if asked");
    assertThat(known.conditions()).containsExactly("if asked", "only if attacked");
    assertThat(known.sentence())
        .contains("Its condition: “if asked”.")
        .contains("Other claims of its support have conditions: “only if attacked”.")
        .contains("It was due by 2017.");
    assertThat(known.sentence(KOREAN)).contains("근거가 되는 다른 발언의 조건: “only if attacked”");
    assertThat(known.sentence(Wording.codes())).contains("due 2017 (past)");
  }

  @Test
  void a_contested_position_tells_the_condition_of_each_side() {
    Position contested =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", AGAINST, ASSERT, "2016-03-01")
            .with(
                reported("c2", "x-mnd", "p", FOR, ASSERT, "2016-03-01")
                    .condition("if asked")
                    .build())
            .tracker()
            .position("x", "p");
    assertThat(contested.sentence()).contains("1 March 2016, on the condition “if asked”");
  }

  @Test
  void a_position_tells_when_it_was_last_explicit_if_that_is_earlier() {
    TestDossier dossier =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
            .says("x-mofa", "c1", "a", FOR, ASSERT, "2016-01-01")
            .says("x-mofa", "c2", "pack", FOR, REAFFIRM, "2018-01-01");
    Known known = (Known) dossier.tracker().asOf("2018-02-01").position("x", "a");
    assertThat(known.sentence())
        .contains("last evidenced on 1 January 2018, last explicitly on 1 January 2016");
    assertThat(known.sentence(Wording.codes()))
        .contains("last evidenced 2018-01-01, explicitly 2016-01-01");
    assertThat(dossier.tracker().asOf("2016-02-01").position("x", "a").sentence())
        .doesNotContain("explicit");
  }

  @Test
  void a_position_names_a_declared_rival_that_the_party_is_for_too() {
    Known known =
        (Known)
            TestDossier.of("p")
                .with(proposition("q").addExcludes("p").build())
                .says("x-mofa", "c1", "p", FOR, URGE, "2016-01-01")
                .says("x-mofa", "c2", "q", FOR, URGE, "2016-01-02")
                .tracker()
                .position("x", "p");
    assertThat(known.sentence())
        .contains(
            "It is also for a declared rival: for “It is the case that q” (urges, 2 January 2016)"
                + " [c2].");
    assertThat(known.sentence(KOREAN)).contains("양립하지 않는 명제에도 찬성한다");
    assertThat(known.sentence(Wording.codes())).contains("; rivals c2");
  }

  @Test
  void parts_that_are_held_are_told_with_their_grades() {
    Position position =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", AGAINST).putParts("b", FOR).build())
            .says("x-mofa", "c1", "a", AGAINST, ASSERT, "2016-01-01")
            .with(
                claim("c2", "x-mofa", "b", FOR, ASSERT, "2016-01-01")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "y-mfa"))
                    .build())
            .tracker()
            .position("x", "pack");
    assertThat(position.sentence())
        .endsWith(
            "It holds two of two parts: against “It is the case that a” (reported) and for “It is"
                + " the case that b” (by the account of Y-land).");
  }

  @Test
  void the_issuers_of_a_text_are_those_by_whose_account_a_claim_is_known() {
    Position position =
        TestDossier.of("p")
            .with(source("K", "wire", "2016-01-02").addIssuedBy("y-mfa").build())
            .with(
                claim("c1", "x", "p", FOR, ASSERT, "2016-01-01")
                    .addEvidence(evidence("K", Mode.DIRECT))
                    .build())
            .tracker()
            .position("x", "p");
    assertThat(position.sentence()).contains("by the account of Y-land");
  }
}

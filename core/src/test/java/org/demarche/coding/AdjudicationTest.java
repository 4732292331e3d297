package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.coding.MadeUpCodings.at;
import static org.demarche.coding.MadeUpCodings.claim;
import static org.demarche.coding.MadeUpCodings.dossier;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Reading;
import org.demarche.model.Stance;
import org.demarche.model.UnknownIdException;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** Tests the dossier that results from the decisions of an adjudication. */
class AdjudicationTest {
  private static final Dossier KIM =
      dossier(
          claim("c1", at("S1", 0, 10)).gist("as kim has it").condition("if need be"),
          claim("c2", at("S1", 20, 30)).force(Force.STATE_INTENTION),
          claim("c3", at("S1", 40, 50)),
          claim("c4", at("S1", 60, 70)));

  private static final Dossier LEE =
      dossier(
          claim("d1", at("S1", 0, 12, Mode.PARTIAL))
              .stance(Stance.AGAINST)
              .gist("as lee has it")
              .note("a note"),
          claim("d2", at("S1", 20, 30)).force(Force.HOPE).asserted(When.parse("2020-01")),
          claim("d3", at("S1", 40, 50)),
          claim("d5", at("S2", 0, 10)).proposition("q").draft(true));

  private static Adjudication adjudication() {
    return CodingComparison.of(Map.of("kim", KIM, "lee", LEE)).adjudicatedBy("park");
  }

  private static Claim claimOf(Dossier dossier, String id) {
    return dossier.claim(id).orElseThrow();
  }

  @Test
  void a_whole_claim_is_coded_by_the_winner_with_the_other_values_as_a_reading() {
    Claim decided = claimOf(adjudication().keep("c1", "lee").dossier(), "c1");

    assertThat(decided)
        .isEqualTo(
            claim("c1", at("S1", 0, 12, Mode.PARTIAL))
                .stance(Stance.AGAINST)
                .gist("as lee has it")
                .note("a note")
                .coder("lee")
                .reviewer("park")
                .addReadings(
                    Reading.by(
                        "kim",
                        Map.of(
                            "stance",
                            "FOR",
                            "condition",
                            "if need be",
                            "evidence/0/mode",
                            "INDIRECT",
                            "evidence/0/quote",
                            "words 0 to 10")))
                .build());
  }

  @Test
  void members_are_decided_one_by_one_and_each_coder_keeps_a_reading_of_what_was_set_aside() {
    Claim decided =
        claimOf(
            adjudication().keep("c2", "force", "lee").keep("c2", "asserted", "kim").dossier(),
            "c2");

    assertThat(decided)
        .isEqualTo(
            claim("c2", at("S1", 20, 30))
                .force(Force.HOPE)
                .coder("kim")
                .reviewer("park")
                .addReadings(
                    Reading.by("kim", Map.of("force", "STATE_INTENTION")),
                    Reading.by("lee", Map.of("asserted", "2020-01")))
                .build());
  }

  @Test
  void a_later_decision_replaces_an_earlier_one() {
    assertThat(adjudication().keep("c1", "kim").keep("c1", "lee").dossier())
        .isEqualTo(adjudication().keep("c1", "lee").dossier());
    assertThat(adjudication().keep("c2", "force", "kim").keep("c2", "force", "lee").dossier())
        .isEqualTo(adjudication().keep("c2", "force", "lee").dossier());
  }

  @Test
  void a_member_decision_is_an_exception_to_the_decision_on_the_whole_claim() {
    Claim decided =
        claimOf(adjudication().keep("c1", "stance", "kim").keep("c1", "lee").dossier(), "c1");

    assertThat(decided.stance()).isEqualTo(Stance.FOR);
    assertThat(decided.evidence().get(0).mode()).isEqualTo(Mode.PARTIAL);
    assertThat(decided.coder()).contains("lee");
    assertThat(decided.readings()).contains(Reading.by("lee", Map.of("stance", "AGAINST")));
  }

  @Test
  void claims_on_which_all_agree_need_no_decision() {
    Claim agreed = claimOf(adjudication().dossier(), "c3");

    assertThat(agreed).isEqualTo(claim("c3", at("S1", 40, 50)).coder("kim").build());
  }

  @Test
  void undecided_claims_become_drafts_with_both_readings_kept() {
    Adjudication partly = adjudication().keep("c2", "force", "lee");

    assertThat(partly.undecided()).extracting(CodedUnit::id).containsExactly("c1", "c2");
    assertThat(partly).hasToString("Adjudication by park: 5 claims, 2 undecided");
    Claim draft = claimOf(partly.dossier(), "c1");
    assertThat(draft.isDraft()).isTrue();
    assertThat(draft.reviewer()).isEmpty();
    assertThat(draft.stance()).isEqualTo(Stance.FOR);
    assertThat(draft.readings())
        .containsExactly(
            Reading.by(
                "lee",
                Map.of(
                    "stance",
                    "AGAINST",
                    "condition",
                    "",
                    "evidence/0/mode",
                    "PARTIAL",
                    "evidence/0/quote",
                    "words 0 to 12")));
  }

  @Test
  void undecided_claims_can_be_compared_and_decided_later() {
    Dossier first = adjudication().keep("c2", "lee").dossier();

    Adjudication later = CodingComparison.of(first).adjudicatedBy("choi").keep("c1", "lee");

    Claim decided = claimOf(later.dossier(), "c1");
    assertThat(decided.isDraft()).isFalse();
    assertThat(decided.coder()).contains("lee");
    assertThat(decided.reviewer()).contains("choi");
    assertThat(decided.stance()).isEqualTo(Stance.AGAINST);
    assertThat(decided.condition()).isEmpty();
    assertThat(decided.evidence().get(0).mode()).isEqualTo(Mode.PARTIAL);
    assertThat(decided.evidence().get(0).quote()).contains("words 0 to 12");
    assertThat(decided.evidence().get(0).selector()).isEmpty(); // that of kim's quotation
    assertThat(decided.readings()).extracting(Reading::coder).containsExactly("kim");
  }

  @Test
  void a_claim_of_one_coder_stays_as_it_is_until_it_is_accepted() {
    Claim found = claimOf(adjudication().dossier(), "d5");
    Claim accepted = claimOf(adjudication().keep("d5", "lee").dossier(), "d5");

    assertThat(found.isDraft()).isTrue();
    assertThat(found.coder()).contains("lee");
    assertThat(accepted.isDraft()).isFalse();
    assertThat(accepted.reviewer()).contains("park");
    assertThat(claimOf(adjudication().dossier(), "c4").isDraft()).isFalse();
  }

  @Test
  void two_drafts_that_agree_are_still_a_draft() {
    Dossier draft = dossier(claim("c1", at("S1", 0, 10)).draft(true));

    Dossier merged =
        CodingComparison.of(Map.of("model A", draft, "model B", draft))
            .adjudicatedBy("park")
            .dossier();

    assertThat(claimOf(merged, "c1").isDraft()).isTrue();
  }

  @Test
  void a_claim_that_a_person_reviewed_stays_coded_while_a_second_coding_is_undecided() {
    Dossier reviewed = dossier(claim("c1", at("S1", 0, 10)).reviewer("choi"));
    Dossier second = dossier(claim("c1", at("S1", 0, 10)).stance(Stance.AGAINST).draft(true));

    Dossier merged =
        CodingComparison.of(Map.of("kim", second, "lee", reviewed)).adjudicatedBy("park").dossier();

    assertThat(claimOf(merged, "c1").coder()).contains("lee");
    assertThat(claimOf(merged, "c1").reviewer()).contains("choi");
    assertThat(claimOf(merged, "c1").readings())
        .containsExactly(Reading.by("kim", Map.of("stance", "AGAINST")));
  }

  @Test
  void references_to_claims_follow_their_new_ids() {
    Dossier lee =
        dossier(
            claim("d1", at("S1", 0, 10)).asserted(When.parse("2020-01-01")),
            claim("d2", at("S1", 20, 30)).stance(Stance.AGAINST).addRespondsTo("d1"));
    Dossier kim =
        dossier(
            claim("c1", at("S1", 0, 10)).asserted(When.parse("2020-01-01")),
            claim("c2", at("S1", 20, 30)).stance(Stance.AGAINST).addRespondsTo("c1"));

    CodingComparison comparison = CodingComparison.of(Map.of("kim", kim, "lee", lee));

    assertThat(comparison.disagreements()).isEmpty();
    assertThat(
            claimOf(comparison.adjudicatedBy("park").keep("c2", "lee").dossier(), "c2")
                .respondsTo())
        .containsExactly("c1");
  }

  @Test
  void further_evidence_of_a_coder_is_kept_as_a_reading() {
    Dossier lee = dossier(claim("c3", at("S1", 40, 50), at("S2", 5, 9)));

    Dossier merged =
        CodingComparison.of(Map.of("kim", KIM, "lee", lee))
            .adjudicatedBy("park")
            .keep("c3", "kim")
            .dossier();

    assertThat(claimOf(merged, "c3").readings())
        .containsExactly(Reading.by("lee", Map.of("evidence", "S2 INDIRECT “words 5 to 9”")));
  }

  @Test
  void claims_without_a_coder_and_the_description_stay() {
    Description title = Description.empty().title("A record");
    Claim other = claim("z", at("S2", 0, 5)).build();
    Dossier coded = dossier(claim("a", at("S1", 0, 5)).coder("kim").build(), other);

    Dossier merged = CodingComparison.of(coded.describedBy(title)).adjudicatedBy("park").dossier();

    assertThat(merged).isEqualTo(coded.describedBy(title));
  }

  @Test
  void values_that_do_not_fit_together_are_all_reported() {
    Dossier kim =
        dossier(
            claim("c1", at("S1", 0, 10)).force(Force.PROMISE),
            claim("c2", at("S1", 20, 30)).force(Force.PROMISE));
    Dossier lee =
        dossier(
            claim("c1", at("S1", 0, 10)).stance(Stance.UNCOMMITTED).force(Force.WITHHOLD),
            claim("c2", at("S1", 20, 30)).stance(Stance.UNCOMMITTED).force(Force.WITHHOLD));

    Adjudication mixed =
        CodingComparison.of(Map.of("kim", kim, "lee", lee))
            .adjudicatedBy("park")
            .keep("c1", "kim")
            .keep("c1", "stance", "lee")
            .keep("c2", "kim")
            .keep("c2", "stance", "lee");

    assertThatThrownBy(mixed::dossier)
        .asInstanceOf(InstanceOfAssertFactories.type(InvalidDossierException.class))
        .extracting(InvalidDossierException::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(Problem.class))
        .extracting(Problem::id)
        .containsExactly("c1", "c2");
  }

  @Test
  void a_reading_that_no_claim_can_have_is_refused_with_the_nearest() {
    Adjudication adjudication =
        CodingComparison.of(
                dossier(
                    claim("a", at("S1", 0, 10))
                        .coder("kim")
                        .addReadings(
                            Reading.by("lee", Map.of("force", "ASERT", "asserted", "2020-13")))))
            .adjudicatedBy("park")
            .keep("a", "lee");

    assertThatThrownBy(adjudication::dossier)
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining(
            "claim a: the value that was kept for force: 'ASERT' is not a force (did you mean"
                + " 'ASSERT'?)")
        .hasMessageContaining("claim a: the value that was kept for asserted: ");
  }

  @Test
  void records_that_conflict_are_refused() {
    Dossier other =
        dossier(claim("c1", at("S1", 0, 10)))
            .replace(Actor.builder().id("y").name("Another").kind(ActorKind.STATE).build());

    assertThatThrownBy(
            () ->
                CodingComparison.of(Map.of("kim", KIM, "lee", other))
                    .adjudicatedBy("park")
                    .dossier())
        .isInstanceOf(InvalidDossierException.class)
        .hasMessageContaining("actor y");
  }

  @Test
  void mistyped_decisions_are_refused_with_the_nearest() {
    assertThatThrownBy(() -> adjudication().keep("d4", "kim"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessageStartingWith("claim 'd4' is not a unit of the comparison (did you mean ");
    assertThatThrownBy(() -> adjudication().keep("c1", "kin"))
        .hasMessage(
            "coder 'kin' is not a coder of claim c1, which was coded by kim and lee (did you mean"
                + " 'kim'?)");
    assertThatThrownBy(() -> adjudication().keep("c4", "lee"))
        .hasMessage("coder 'lee' is not a coder of claim c4, which was coded by kim");
    assertThatThrownBy(() -> adjudication().keep("c1", "forse", "kim"))
        .hasMessageEndingWith("(did you mean 'force'?)");
    assertThatThrownBy(() -> CodingComparison.of(Map.of("kim", KIM, "lee", LEE)).adjudicatedBy(" "))
        .hasMessage("reviewer ' ' is blank; name the person who decides");
  }

  @Test
  void everything_decided_leaves_no_drafts() {
    Dossier merged = adjudication().keep("c1", "kim").keep("c2", "lee").keep("d5", "lee").dossier();

    assertThat(merged.claims()).noneMatch(Claim::isDraft).hasSize(5);
    assertThat(merged.claims().stream().map(Claim::coder).flatMap(Optional::stream).toList())
        .isEqualTo(List.of("kim", "lee", "kim", "kim", "lee"));
  }
}

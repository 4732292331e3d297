package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;

import java.time.LocalDate;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Force;
import org.demarche.model.Membership;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import org.demarche.model.UnknownIdException;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** The part of a dossier that bears on a party and some propositions. */
class BearingOnTest {
  private static final TestDossier DOSSIER =
      TestDossier.of("p", "q", "z")
          .with(
              proposition("w").putParts("p", Stance.FOR).putParts("q", Stance.FOR).build(),
              proposition("r").addExcludes("p").build())
          .says("x-mofa", "on-p", "p", Stance.FOR, Force.ASSERT, "2016-01-01")
          .says("x-mofa", "on-q", "q", Stance.FOR, Force.ASSERT, "2016-01-01")
          .says("x-mofa", "on-w", "w", Stance.FOR, Force.AGREE, "2016-01-02")
          .says("x-mofa", "on-rival", "r", Stance.FOR, Force.ASSERT, "2016-03-01")
          .says("x-mofa", "on-z", "z", Stance.FOR, Force.ASSERT, "2016-01-01")
          .says("y-mfa", "of-y", "p", Stance.AGAINST, Force.ASSERT, "2016-01-01")
          .says("wire", "report", "p", Stance.FOR, Force.ASSERT, "2016-01-01");

  private static List<String> claims(TestDossier dossier, String party, String... propositions) {
    return dossier.build().bearingOn(party, propositions).claims().stream().map(Claim::id).toList();
  }

  private static Claim.Builder said(String id, String by, String on, Stance stance, String day) {
    return reported(id, by, on, stance, Force.ASSERT, day);
  }

  // What bears

  @Test
  void claims_on_a_proposition_on_its_composites_and_on_its_rivals_bear_on_it() {
    assertThat(claims(DOSSIER, "x", "p")).containsExactly("on-p", "on-w", "on-rival", "report");
    assertThat(claims(DOSSIER, "y", "p")).containsExactly("of-y", "report");
  }

  @Test
  void claims_that_hold_parts_bear_on_the_composite() {
    assertThat(claims(DOSSIER, "x", "w")).containsExactly("on-p", "on-q", "on-w");
    assertThat(claims(DOSSIER, "x", "q")).containsExactly("on-q", "on-w");
    assertThat(claims(DOSSIER, "y", "w")).as("Y is against a part").containsExactly("of-y");
  }

  @Test
  void an_organ_has_its_own_claims_only() {
    TestDossier dossier =
        DOSSIER.says("x-president", "of-x", "p", Stance.AGAINST, Force.ASSERT, "2016-02-01");
    assertThat(claims(dossier, "x", "p")).contains("on-p", "of-x");
    assertThat(claims(dossier, "x-mofa", "p")).contains("on-p").doesNotContain("of-x");
  }

  @Test
  void retractions_of_a_claim_and_their_retractions_bear_on_it() {
    TestDossier dossier =
        DOSSIER.with(
            said("back", "x-mofa", "z", Stance.FOR, "2016-05-01").addRetracts("on-p").build(),
            said("again", "x-mofa", "z", Stance.FOR, "2016-06-01").addRetracts("back").build());
    assertThat(claims(dossier, "x", "p")).contains("back", "again").doesNotContain("on-z");
  }

  @Test
  void answers_to_a_claim_bear_on_it_with_what_they_answer() {
    TestDossier dossier =
        DOSSIER.with(
            said("answer", "y-mfa", "z", Stance.AGAINST, "2016-05-01")
                .addRespondsTo("on-p", "on-z")
                .build());
    assertThat(claims(dossier, "x", "p")).contains("answer", "on-z").doesNotContain("of-y");
  }

  @Test
  void a_person_who_heads_a_government_hints_at_its_position() {
    TestDossier dossier =
        DOSSIER
            .with(
                actor("x-leader", ActorKind.ORGAN)
                    .of("x")
                    .authority(Authority.HEAD)
                    .addTerms(TermOfOffice.of("di-eno", LocalDate.of(2010, 1, 1)))
                    .build(),
                actor("di-eno", ActorKind.PERSON).build())
            .with(said("of-head", "di-eno", "p", Stance.AGAINST, "2016-02-01").build());
    Dossier part = dossier.build().bearingOn("x", "p");
    assertThat(part.claim("of-head")).isPresent();
    assertThat(part.actor("x-leader")).as("by whom the person is known as a head").isPresent();
    assertThat(Tracker.of(part).position("x", "p").hints()).isNotEmpty();
    assertThat(dossier.build().bearingOn("y", "p").actor("di-eno")).isEmpty();
  }

  @Test
  void an_organisation_bears_on_its_members_while_they_are_members() {
    TestDossier dossier =
        DOSSIER
            .with(
                actor("union", ActorKind.ORGANISATION)
                    .addMembers(Membership.of("x").from(LocalDate.of(2015, 1, 1)))
                    .build(),
                organ("union-council", "union", Authority.HEAD))
            .with(
                said("before", "union", "p", Stance.AGAINST, "2014-12-31").build(),
                said("after", "union-council", "p", Stance.AGAINST, "2015-01-01").build());
    assertThat(claims(dossier, "x", "p")).contains("after").doesNotContain("before");
    assertThat(claims(dossier, "y", "p")).doesNotContain("after", "before");
    assertThat(claims(dossier, "union", "p")).contains("after", "before");
  }

  @Test
  void what_a_predecessor_said_before_it_was_succeeded_bears_on_the_successor() {
    Actor successor =
        actor("new-y", ActorKind.STATE).succeeds("y").from(LocalDate.of(2016, 6, 1)).build();
    TestDossier dossier =
        DOSSIER
            .with(successor)
            .says("y-mfa", "too-late", "p", Stance.FOR, Force.ASSERT, "2016-06-01");
    assertThat(claims(dossier, "new-y", "p")).contains("of-y").doesNotContain("too-late");
  }

  @Test
  void sources_that_revise_those_of_a_claim_bear_on_it() {
    TestDossier dossier =
        DOSSIER.with(
            source("S0", "wire", "2019-12-30").build(),
            source("R1", "wire", "2020-01-01").revises("S1").addDerivedFrom("S0").build(),
            source("R2", "wire", "2020-01-02").revises("R1").build(),
            source("R3", "wire", "2020-01-02").revises("SU").build());
    assertThat(dossier.build().bearingOn("x", "p").sources().stream().map(DossierRecord::id))
        .containsExactly("S1", "S0", "R1", "R2");
  }

  @Test
  void drafts_that_bear_on_a_question_are_kept() {
    TestDossier dossier =
        DOSSIER.with(
            said("draft", "x-mofa", "p", Stance.AGAINST, "2016-08-01").draft(true).build());
    assertThat(claims(dossier, "x", "p")).contains("draft");
  }

  // The result

  @Test
  void the_smallest_dossier_has_the_party_the_propositions_and_what_they_refer_to() {
    Dossier part = DOSSIER.build().bearingOn("y", "z");
    assertThat(part.claims()).isEmpty();
    assertThat(part.sources()).isEmpty();
    assertThat(part.propositions()).extracting(DossierRecord::id).containsExactly("z");
    assertThat(part.actors()).extracting(DossierRecord::id).containsExactly("y", "yi-zhou");
  }

  @Test
  void no_claim_that_bears_can_be_left_out() {
    for (String proposition : List.of("p", "q", "w")) {
      Dossier part = DOSSIER.build().bearingOn("x", proposition);
      String answers = answers(part, "x", proposition);
      assertThat(answers).isEqualTo(answers(DOSSIER.build(), "x", proposition));
      for (Claim claim : part.claims()) {
        assertThat(answers(part.remove(claim), "x", proposition))
            .as("%s without %s", proposition, claim.id())
            .isNotEqualTo(answers);
      }
    }
  }

  /** Returns the answers from several viewpoints, in full. */
  private static String answers(Dossier dossier, String party, String proposition) {
    StringBuilder answers = new StringBuilder();
    for (String day : List.of("2016-01-01", "2016-01-02", "2019-12-31")) {
      Tracker tracker = Tracker.of(dossier).asOf(day);
      answers.append(tracker.position(party, proposition).page().print(Style.whole()));
      answers.append(tracker.explain(party, proposition).page().print(Style.whole()));
    }
    return answers.toString();
  }

  // Refused

  @Test
  void unknown_ids_are_refused_with_the_nearest() {
    assertThatThrownBy(() -> DOSSIER.build().bearingOn("x-mofo", "p"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessage("party 'x-mofo' is not in the dossier (did you mean 'x-mofa'?)");
    assertThatThrownBy(() -> DOSSIER.build().bearingOn("x", "p", "pp"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessageStartingWith("proposition 'pp' is not in the dossier");
    assertRejected(
        () -> DOSSIER.build().bearingOn("x"),
        "bearingOn needs at least one proposition; for the whole record, use the dossier itself");
  }
}

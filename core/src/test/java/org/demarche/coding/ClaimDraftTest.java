package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Basis;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.Stance;
import org.demarche.model.UnknownIdException;
import org.demarche.model.When;
import org.junit.jupiter.api.Test;

/** A draft of a claim, step by step. */
class ClaimDraftTest {
  private static final Dossier DOSSIER = DraftFixtures.DOSSIER;
  private static final String TEXT =
      "Fishing talks\n\nSeoul  will fish under “quotas,” Una Tal said on Tuesday. Seoul will wait,"
          + " and Seoul will talk. It noted\n12\n\fthe treaty.";
  private static final Texts TEXTS = Texts.of(Map.of("A", TEXT));

  private static ClaimDraft draft(int sentence) {
    return ClaimDraft.of(DOSSIER, TEXTS, "A", sentence);
  }

  private static ClaimDraft complete() {
    return draft(2)
        .with("speakers", "una-tal")
        .with("principals", "rok")
        .with("proposition", "quotas")
        .with("stance", "FOR")
        .with("force", "STATE_INTENTION")
        .with("mode", "INDIRECT");
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(Problem::message).toList();
  }

  @Test
  void a_draft_starts_with_the_sentence_its_place_and_the_day_of_publication() {
    ClaimDraft draft = draft(2);
    assertThat(draft.id()).isEqualTo("A-01");
    assertThat(draft.sentence().words())
        .isEqualTo("Seoul  will fish under “quotas,” Una Tal said on Tuesday.");
    assertThat(draft.missing())
        .containsExactly("speakers", "principals", "proposition", "stance", "force", "mode");
    assertThat(draft.problems()).isEmpty();
    assertThat(draft.warnings()).isEmpty();
    assertThat(draft)
        .hasToString(
            "A-01 from sentence 2 of A, missing: speakers, principals, proposition, stance, force,"
                + " mode");
  }

  @Test
  void a_complete_draft_gives_a_claim_that_the_dossier_accepts() {
    Claim claim = complete().with("gist", "Seoul plans quotas.").claim();
    assertThat(claim)
        .isEqualTo(
            Claim.builder()
                .id("A-01")
                .gist("Seoul plans quotas.")
                .addSpeakers("una-tal")
                .addPrincipals("rok")
                .asserted(When.parse("[..2015-03-06]"))
                .basis(Basis.INFERRED)
                .proposition("quotas")
                .stance(Stance.FOR)
                .force(Force.STATE_INTENTION)
                .addEvidence(
                    Evidence.builder()
                        .source("A")
                        .mode(Mode.INDIRECT)
                        .quote("Seoul  will fish under “quotas,” Una Tal said on Tuesday.")
                        .selector(15, 72)
                        .build())
                .build());
    assertThat(DOSSIER.plus(claim).claim("A-01")).contains(claim);
  }

  @Test
  void the_claim_of_an_incomplete_draft_is_refused_with_every_missing_member() {
    assertThatThrownBy(() -> draft(2).with("stance", "FOR").with("mode", "DIRECT").claim())
        .isInstanceOfSatisfying(
            InvalidDossierException.class,
            refused ->
                assertThat(refused.problems())
                    .extracting(Problem::field)
                    .containsExactly("speakers", "principals", "proposition", "force"));
  }

  @Test
  void a_member_is_replaced_and_left_out_again() {
    ClaimDraft draft = complete().with("frames", "peace", "law");
    assertThat(draft.claim().frames()).containsExactly("law", "peace");
    assertThat(draft.with("frames")).isEqualTo(complete());
    assertThat(complete().with("force", "PROMISE").claim().force()).isEqualTo(Force.PROMISE);
    assertThat(complete().with("mode").missing()).containsExactly("mode");
  }

  @Test
  void a_weekday_is_the_last_before_the_publication_and_its_basis_is_resolved() {
    Claim tuesday = complete().with("asserted", "Tuesday").claim();
    assertThat(tuesday.asserted()).isEqualTo(When.parse("2015-03-03"));
    assertThat(tuesday.basis()).isEqualTo(Basis.RESOLVED);
    assertThat(complete().with("asserted", "friday").claim().asserted())
        .isEqualTo(When.parse("2015-03-06"));
    assertThat(complete().with("asserted", "2015-03-04").claim().basis()).isEqualTo(Basis.STATED);
    Source vague =
        Source.builder()
            .from(DOSSIER.source("A").orElseThrow())
            .published(When.parse("2015-03"))
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ClaimDraft.of(DOSSIER.replace(vague), TEXTS, "A", 2).with("asserted", "Tuesday"))
        .withMessage(
            "'Tuesday' cannot be resolved: A was published 2015-03, which is not one day; give a"
                + " date");
  }

  @Test
  void the_basis_goes_with_the_date_as_it_was_given_last() {
    ClaimDraft tuesday = complete().with("asserted", "Tuesday");
    assertThat(tuesday.print()).contains("RESOLVED");
    ClaimDraft wednesday = tuesday.with("asserted", "2015-03-04");
    assertThat(wednesday.claim().basis()).isEqualTo(Basis.STATED);
    assertThat(wednesday).isEqualTo(complete().with("asserted", "2015-03-04"));
    assertThat(tuesday.with("asserted")).isEqualTo(complete());
    assertThat(tuesday.with("asserted").claim().basis()).isEqualTo(Basis.INFERRED);
    assertThat(tuesday.with("asserted").claim().asserted()).isEqualTo(When.parse("[..2015-03-06]"));
  }

  @Test
  void a_basis_that_was_set_stays_when_a_date_is_given() {
    ClaimDraft inferred = complete().with("basis", "INFERRED");
    assertThat(inferred.with("asserted", "2015-03-04").claim().basis()).isEqualTo(Basis.INFERRED);
    assertThat(inferred.with("asserted", "Tuesday").claim().basis()).isEqualTo(Basis.RESOLVED);
    assertThat(complete().with("asserted", "Tuesday").with("basis", "STATED").claim().basis())
        .isEqualTo(Basis.STATED);
  }

  @Test
  void ids_go_on_from_the_greatest_number_of_the_source() {
    Dossier coded =
        DOSSIER.plus(
            DraftFixtures.claim("A-07", "Seoul").build(),
            DraftFixtures.claim("A-02", "Seoul").build(),
            DraftFixtures.claim("A-9x", "Seoul").build(),
            DraftFixtures.claim("AB-30", "Seoul").build());
    assertThat(complete().in(coded).id()).isEqualTo("A-08");
    assertThat(messages(complete().in(coded).with("id", "A-02").problems()))
        .containsExactly("claim A-02: the id is taken by another claim; 'A-08' is free");
    assertThat(complete().in(coded).with("id", "seoul-quotas").problems()).isEmpty();
  }

  // Quotations

  @Test
  void a_part_of_the_sentence_is_quoted_to_the_letter() {
    Claim claim = complete().quote("seoul will fish under \"quotas\"").claim();
    assertThat(claim.evidence().get(0).quote()).contains("Seoul  will fish under “quotas");
    assertThat(claim.evidence().get(0).selector()).isEqualTo(Optional.of(Range.closedOpen(15, 45)));
  }

  @Test
  void a_discontinuous_quotation_keeps_its_ellipsis() {
    Claim claim = complete().quote("Seoul will fish ... said on Tuesday").claim();
    assertThat(claim.evidence().get(0).quote()).contains("Seoul  will fish … said on Tuesday");
    assertThat(claim.evidence().get(0).selector()).isEqualTo(Optional.of(Range.closedOpen(15, 71)));
    assertThat(DOSSIER.plus(claim).warnings()).isEmpty();
  }

  @Test
  void of_several_places_the_one_in_the_sentence_is_quoted() {
    assertThat(draft(2).quote("Seoul").problems()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(3).quote("Seoul will"))
        .withMessage(
            "A has “Seoul will” in several places, in sentences 3; quote more words of sentence 3");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(1).quote("Seoul"))
        .withMessage(
            "A has “Seoul” in several places, in sentences 2, 3; start from the sentence that is"
                + " meant");
  }

  @Test
  void of_many_sentences_with_the_words_the_first_are_named_and_the_others_counted() {
    ClaimDraft draft =
        ClaimDraft.of(DOSSIER, Texts.of(Map.of("A", "Seoul agreed. ".repeat(9))), "A", 3);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft.quote("agreed. Seoul"))
        .withMessageEndingWith(
            " in several places, in sentences 1, 2, 3, 4, 5 and 4 more; quote more words of"
                + " sentence 3");
  }

  @Test
  void a_quotation_may_cross_a_page_break() {
    Claim claim = complete().quote("It noted the treaty").claim();
    assertThat(claim.evidence().get(0).quote()).contains("It noted\n12\n\fthe treaty");
  }

  @Test
  void words_that_the_text_does_not_have_are_refused_with_the_nearest_passage() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(2).quote("Seoul will swim under quotas"))
        .withMessageStartingWith("A does not have “Seoul will swim under quotas”; nearest is 15..");
  }

  // Mistakes

  @Test
  void a_value_that_cannot_be_is_refused_at_once_with_the_nearest() {
    assertThatThrownBy(() -> draft(2).with("principals", "rokk"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessage("principal 'rokk' is not in the dossier (did you mean 'rok'?)");
    assertThatThrownBy(() -> draft(2).with("principals", "Seoul"))
        .isInstanceOf(UnknownIdException.class)
        .hasMessage("'Seoul' is a name; the id of the principal is 'rok'");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(2).with("force", "PROMISES"))
        .withMessageStartingWith("there is no force 'PROMISES' (did you mean 'PROMISE'?); choose");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(2).with("asserted", "2015-02-30"))
        .withMessageContaining("2015-02-30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(2).with("princpals", "rok"))
        .withMessageStartingWith("a draft has no member 'princpals' (did you mean 'principals'?)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(2).with("stance", "FOR", "AGAINST"))
        .withMessage("stance takes one value, got 2: [FOR, AGAINST]");
    assertThatIllegalArgumentException().isThrownBy(() -> draft(2).with("gist", " "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> draft(9))
        .withMessage("there is no sentence 9 in A: its sentences are numbered from 1 to 5");
    assertThatThrownBy(() -> ClaimDraft.of(DOSSIER, TEXTS, "B", 1))
        .isInstanceOf(UnknownIdException.class);
  }

  @Test
  void all_that_is_wrong_is_said_at_once_even_while_members_are_missing() {
    ClaimDraft draft =
        draft(2)
            .with("speakers", "una-tal")
            .with("via", "una-tal")
            .with("force", "PROMISE")
            .with("stance", "UNCOMMITTED")
            .with("asserted", "2015-04-01");
    assertThat(draft.missing()).containsExactly("principals", "proposition", "mode");
    assertThat(draft.problems())
        .extracting(Problem::code)
        .containsExactlyInAnyOrder(
            Problem.Code.UNFIT_STANCE, Problem.Code.SPEAKER_RELAYS, Problem.Code.AFTER_PUBLICATION);
  }

  @Test
  void what_the_library_warns_of_is_said_before_the_claim_is_added() {
    assertThat(messages(complete().quote("Una Tal said").with("mode", "DIRECT").warnings()))
        .containsExactly("claim A-01: DIRECT evidence from A has no quotation marks; INDIRECT?");
    assertThat(
            messages(
                complete()
                    .with("due", "2014")
                    .with("force", "PROMISE")
                    .with("asserted", "2015-03-05")
                    .warnings()))
        .containsExactly("claim A-01: due 2014, before it was said, 2015-03-05");
  }

  @Test
  void a_denial_of_what_one_is_for_is_unlikely() {
    ClaimDraft denial = complete().with("force", "DENY");
    assertThat(messages(denial.warnings()))
        .containsExactly(
            "claim A-01: DENY with stance FOR; a denial usually is AGAINST what is denied");
    assertThat(denial.problems()).isEmpty();
    assertThat(denial.with("stance", "AGAINST").warnings()).isEmpty();
    assertThat(denial.with("stance").warnings()).isEmpty();
  }

  @Test
  void a_text_that_is_not_the_one_that_was_coded_is_said() {
    Source source = DOSSIER.source("A").orElseThrow();
    Dossier same =
        DOSSIER.replace(Source.builder().from(source).textHash(TEXTS.textHash("A")).build());
    Dossier other =
        DOSSIER.replace(
            Source.builder()
                .from(source)
                .textHash(Texts.of(Map.of("A", "Another text.")).textHash("A"))
                .build());
    assertThat(complete().in(same).warnings()).isEmpty();
    List<String> changed =
        List.of(
            "claim A-01: the text of A is not the one that was coded; compare the two, then correct"
                + " its textHash");
    assertThat(messages(ClaimDraft.of(other, TEXTS, "A", 2).warnings())).isEqualTo(changed);
    assertThat(messages(complete().in(other).warnings())).isEqualTo(changed);
    assertThat(Sentences.of(same, TEXTS, "A").print()).startsWith("A: 5 sentences, 0 coded\n\n1  ");
    assertThat(Sentences.of(other, TEXTS, "A").print())
        .startsWith(
            """
            A: 5 sentences, 0 coded
            The text of A is not the one that was coded: its hash, or the text in the dossier, differs.
              Compare the two, then correct the quotations and textHash.

            1  Fishing talks
            """);
  }

  @Test
  void a_draft_is_taken_to_a_dossier_with_a_new_proposition() {
    Dossier larger =
        DOSSIER.plus(Proposition.builder().id("talks").issue("bank").text("Seoul talks.").build());
    assertThat(complete().in(larger).with("proposition", "talks").claim().proposition())
        .isEqualTo("talks");
    assertThatThrownBy(() -> complete().in(larger).with("proposition", "talks").in(DOSSIER))
        .isInstanceOf(UnknownIdException.class);
  }

  @Test
  void a_draft_prints_its_members_and_what_is_missing_and_wrong() {
    assertThat(
            complete()
                .quote("Una Tal said")
                .with("mode", "DIRECT")
                .with("stance", "UNCOMMITTED")
                .with("force", "URGE")
                .with("principals")
                .print())
        .isEqualTo(
            """
            Draft A-01, from sentence 2 of A (published 2015-03-06)

            member       value
            -----------  ---------------------------------------------------
            quote        Una Tal said
            speakers     una-tal  Una Tal
            principals   missing: whom do they commit?
            asserted     [..2015-03-06]  presumed: not later than the source
            proposition  quotas  The bank has quotas.
            stance       UNCOMMITTED
            force        URGE
            mode         DIRECT

            wrong: URGE takes a side: stance must be FOR or AGAINST, got UNCOMMITTED
            warning: DIRECT evidence from A has no quotation marks; INDIRECT?
            Missing: principals.""");
  }
}

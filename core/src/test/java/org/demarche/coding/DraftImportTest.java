package org.demarche.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.TestDossier;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Problem;
import org.demarche.model.Stance;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** The import of drafts from elsewhere. */
class DraftImportTest {
  private static final String TEXT =
      "X said the plan is off. Later, X’s envoy said that the plan is off for good.";

  private static final Texts TEXTS = Texts.of(Map.of("S1", TEXT));

  private static final Dossier DOSSIER =
      TestDossier.of("p").with(draft("coded", "X said").draft(false).build()).build();

  private static Claim.Builder draft(String id, String quote) {
    return TestDossier.claim(id, "x-mofa", "p", Stance.FOR, Force.ASSERT, "2016-05-01")
        .coder("model")
        .draft(true)
        .addEvidence(quote("S1", quote));
  }

  private static Evidence quote(String source, String words) {
    return Evidence.builder().source(source).mode(Mode.INDIRECT).quote(words).build();
  }

  private static DraftImport imported(Claim... drafts) {
    return DraftImport.of(
        DOSSIER, TEXTS, List.of(drafts).stream().map(SubmittedDraft::of).toList());
  }

  private static Claim accepted(DraftImport imported, String id) {
    return imported.dossier().claim(id).orElseThrow();
  }

  private static List<String> messages(DraftImport imported, int draft) {
    return imported.drafts().get(draft).problems().stream().map(Problem::message).toList();
  }

  @Test
  void a_sound_draft_enters_as_a_draft_with_its_coder_and_its_place_in_the_text() {
    DraftImport imported = imported(draft("d1", "X said the plan is off").draft(false).build());
    Claim claim = accepted(imported, "d1");
    assertThat(claim.isDraft()).isTrue();
    assertThat(claim.coder()).contains("model");
    assertThat(claim.evidence().get(0).selector()).contains(Range.closedOpen(0, 22));
    assertThat(imported.drafts().get(0).claim()).contains(claim);
    assertThat(imported.drafts().get(0).problems()).isEmpty();
    assertThat(imported.sentence()).isEqualTo("1 draft: 1 accepted, 0 refused.");
  }

  @Test
  void an_invented_quotation_is_refused_with_the_nearest_passages() {
    DraftImport imported =
        imported(
            draft("d1", "X said the old plan is off").build(),
            draft("d2", "Nobody ever promised such madness").build());
    assertThat(imported.dossier()).isEqualTo(DOSSIER);
    assertThat(imported.drafts()).allMatch(SubmittedDraft::isInvented);
    assertThat(messages(imported, 0))
        .containsExactly(
            "claim d1: invented quotation: S1 does not have “X said the old plan is off”; nearest"
                + " is 0..22, with words added at 10: ‘old’. The text has “X said the plan is"
                + " off”.");
    assertThat(messages(imported, 1))
        .containsExactly(
            "claim d2: invented quotation: S1 does not have “Nobody ever promised such madness”,"
                + " nor a similar passage.");
    assertThat(imported.sentence())
        .isEqualTo("2 drafts: 0 accepted, 2 refused (2 with an invented quotation).");
  }

  @Test
  void a_quotation_with_spelling_variants_is_set_to_the_letter_and_says_so() {
    DraftImport imported = imported(draft("d1", "later,  X's envoy").build());
    assertThat(accepted(imported, "d1").evidence().get(0).quote()).contains("Later, X’s envoy");
    assertThat(accepted(imported, "d1").evidence().get(0).selector())
        .contains(Range.closedOpen(24, 40));
    assertThat(imported.drafts().get(0).isRefused()).isFalse();
    assertThat(messages(imported, 0))
        .singleElement()
        .asString()
        .startsWith(
            "claim d1: quotation set to the letter of S1, “Later, X’s envoy”, in place of “later, "
                + " X's envoy”: ")
        .contains("letter case", "white space", "quotation marks");
  }

  private static String onlyMessage(String text, String quote) {
    DraftImport imported =
        DraftImport.of(
            DOSSIER,
            Texts.of(Map.of("S1", text)),
            List.of(SubmittedDraft.of(draft("d1", quote).build())));
    return imported.drafts().get(0).problems().get(0).message();
  }

  @Test
  void of_a_long_quotation_each_kind_of_variant_keeps_its_place() {
    String praise = "praised ".repeat(10);
    String text = "X said" + "\u00A0".repeat(40) + "the ally’s plan–once " + praise + "Is off.";

    assertThat(onlyMessage(text, "X said the ally's plan-once " + praise + "is off"))
        .startsWith("claim d1: quotation set to the letter of S1, “X said")
        .contains("…”, in place of “X said the ally's plan-once praised")
        .contains(": white space at 6: ‘ ’ for ‘<U+00A0>")
        .contains("; quotation marks at 54: ‘'’ for ‘’’", "; dashes at 61: ‘-’ for ‘–’")
        .contains("; letter case at 147")
        .hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void of_a_long_invented_quotation_the_places_and_passages_are_kept() {
    String begins = "Seoul will not deploy any more batteries of that kind in any of its provinces";
    String ends = " before the ministers of both sides have met in a third place this year";
    String text = "";
    for (String insert : List.of(" or its ports", " or on its islands", " or near its towns")) {
      text += begins + insert + ends + ". " + "x ".repeat(200);
    }
    String quote = begins + " or in the airports and seaports of its far southern coast" + ends;

    assertThat(onlyMessage(text, quote))
        .startsWith("claim d1: invented quotation: S1 does not have “Seoul will not")
        .containsPattern(
            "…”; nearest is \\d+\\.\\.\\d+, \\d+\\.\\.\\d+, \\d+\\.\\.\\d+, with words ")
        .containsPattern("The text has (“Seoul will not[^”]+…”(, )?){3}\\.$")
        .doesNotContain(" … ")
        .hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void a_discontinuous_quotation_keeps_what_it_leaves_out() {
    DraftImport imported = imported(draft("d1", "X's envoy … is off for good").build());
    assertThat(accepted(imported, "d1").evidence().get(0).quote())
        .contains("X’s envoy … is off for good");
    assertThat(accepted(imported, "d1").evidence().get(0).selector())
        .contains(Range.closedOpen(31, 75));
  }

  @Test
  void a_wrong_selector_is_corrected_or_left_out() {
    Evidence.Builder piece = Evidence.builder().source("S1").mode(Mode.INDIRECT);
    Claim.Builder claim =
        TestDossier.claim("d1", "x-mofa", "p", Stance.FOR, Force.ASSERT, "2016-05-01")
            .coder("model")
            .addEvidence(piece.quote("Later").selector(3, 8).build())
            .addEvidence(piece.quote("the plan is off").selector(3, 18).build());
    DraftImport imported = imported(claim.build());
    assertThat(accepted(imported, "d1").evidence())
        .extracting(Evidence::selector)
        .containsExactly(Optional.of(Range.closedOpen(24, 29)), Optional.empty());
    assertThat(messages(imported, 0))
        .containsExactly(
            "claim d1: selector 3..8 does not select the quotation; it is now 24..29",
            "claim d1: selector 3..18 does not select the quotation; it is now left out",
            "claim d1: S1 has “the plan is off” in 2 places, 7..22, 51..66. Set the selector to"
                + " one of them.");
  }

  @Test
  void a_quotation_that_cannot_be_checked_is_refused() {
    Dossier changed =
        DOSSIER.replace(
            TestDossier.source("S1", "wire", "2019-12-31").textHash("0".repeat(64)).build());
    DraftImport ofChanged =
        DraftImport.of(
            changed, TEXTS, List.of(SubmittedDraft.of(draft("d1", "X said the plan").build())));
    assertThat(messages(ofChanged, 0))
        .containsExactly(
            "claim d1: the text of S1 is not the one that was coded, so the quotation cannot be"
                + " checked; compare the two, then correct its textHash");
    DraftImport ofNone =
        imported(
            draft("d1", "X said the plan").addEvidence(quote("SY", "so it is")).build(),
            draft("d2", "X said the plan").addEvidence(quote("S2", "so it is")).build());
    assertThat(ofNone.drafts()).allMatch(SubmittedDraft::isRefused);
    assertThat(messages(ofNone, 0))
        .containsExactly(
            "claim d1: there is no text of SY, so the quotation cannot be checked; add its text");
    assertThat(messages(ofNone, 1))
        .singleElement()
        .asString()
        .contains("'S2' is not in the dossier", "did you mean");
  }

  @Test
  void a_recorded_act_has_no_quotation_to_be_checked_and_says_so() {
    Claim recorded =
        TestDossier.claim("d1", "x-mofa", "p", Stance.FOR, Force.VOTE, "2016-05-01")
            .coder("model")
            .addEvidence(Evidence.builder().source("S1").mode(Mode.RECORDED).build())
            .build();
    DraftImport imported = imported(recorded);
    assertThat(accepted(imported, "d1").isDraft()).isTrue();
    assertThat(messages(imported, 0)).containsExactly("claim d1: no quotation to be checked");
  }

  @Test
  void a_draft_without_a_coder_is_refused_unless_one_is_given_for_all() {
    Claim nameless =
        TestDossier.claim("d1", "x-mofa", "p", Stance.FOR, Force.ASSERT, "2016-05-01")
            .addEvidence(quote("S1", "X said"))
            .build();
    DraftImport refused = imported(nameless);
    assertThat(messages(refused, 0))
        .containsExactly("claim d1: it has no coder; name one in it, or for all");
    List<SubmittedDraft> two =
        List.of(SubmittedDraft.of(nameless), SubmittedDraft.of(draft("d2", "X said").build()));
    DraftImport named = DraftImport.of(DOSSIER, TEXTS, two, "student");
    assertThat(accepted(named, "d1").coder()).contains("student");
    assertThat(accepted(named, "d2").coder()).contains("model");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DraftImport.of(DOSSIER, TEXTS, two, " "))
        .withMessageContaining("coder ' ' is blank");
  }

  @Test
  void a_draft_that_claims_to_be_reviewed_is_refused() {
    DraftImport imported = imported(draft("d1", "X said").draft(false).reviewer("model").build());
    assertThat(messages(imported, 0))
        .containsExactly(
            "claim d1: a draft has no reviewer yet; leave it out, and review the draft once it is"
                + " imported");
  }

  @Test
  void a_draft_with_the_id_of_another_claim_is_refused() {
    DraftImport imported =
        imported(
            draft("coded", "X said").build(),
            draft("d1", "X said").build(),
            draft("d1", "Later").build());
    assertThat(imported.drafts())
        .extracting(SubmittedDraft::isRefused)
        .containsExactly(true, false, true);
    assertThat(messages(imported, 0))
        .containsExactly(
            "claim coded: a coded claim of the dossier has this id; give the draft an id of its"
                + " own");
    assertThat(messages(imported, 2))
        .containsExactly("claim d1: an earlier draft has this id; give the draft an id of its own");
    assertThat(accepted(imported, "coded").isDraft()).isFalse();

    Dossier once = imported.dossier();
    SubmittedDraft again = SubmittedDraft.of(draft("d1", "X said").build());
    assertThat(DraftImport.of(once, TEXTS, List.of(again)).dossier()).isEqualTo(once);
    SubmittedDraft other = SubmittedDraft.of(draft("d1", "Later").build());
    assertThat(messages(DraftImport.of(once, TEXTS, List.of(other)), 0))
        .containsExactly(
            "claim d1: another draft of the dossier has this id; give the draft an id of its own");
  }

  @Test
  void all_problems_of_a_draft_are_reported_at_once() {
    Claim wrong =
        TestDossier.claim("d1", "x-mofb", "q", Stance.FOR, Force.ASSERT, "2016-05-01")
            .addEvidence(quote("S1", "Nobody ever promised such madness"))
            .build();
    assertThat(imported(wrong).drafts().get(0).problems())
        .extracting(Problem::field)
        .contains("coder", "evidence/0/quote", "speakers", "principals", "proposition");
  }

  @Test
  void what_answers_a_refused_draft_is_refused_and_the_rest_is_accepted() {
    DraftImport imported =
        imported(
            draft("d3", "X said").respondsTo(List.of("d2")).build(),
            draft("d2", "X said").respondsTo(List.of("d1")).build(),
            draft("d1", "Nobody ever promised such madness").build(),
            draft("d4", "X said").respondsTo(List.of("d5", "coded")).build(),
            draft("d5", "X said").build());
    assertThat(imported.drafts().stream().filter(SubmittedDraft::isRefused))
        .extracting(SubmittedDraft::id)
        .containsExactly("d3", "d2", "d1");
    assertThat(messages(imported, 0))
        .containsExactly("claim d3: it refers to draft 'd2', which is refused");
  }

  @Test
  void a_draft_that_could_not_be_read_stays_refused_with_what_answers_it() {
    Problem.Place place = new Problem.Place("drafts.jsonl", 2, 14);
    SubmittedDraft unread =
        new SubmittedDraft(
            Optional.empty(),
            Optional.of(place),
            ImmutableList.of(
                Problem.of(Problem.Code.MISSING, "claim", "d2", "stance", "", "claim d2: no stance")
                    .at(place)));
    SubmittedDraft answer =
        new SubmittedDraft(
            Optional.of(draft("d1", "X said").respondsTo(List.of("d2")).build()),
            Optional.of(new Problem.Place("drafts.jsonl", 1, 1)),
            ImmutableList.of());
    DraftImport imported = DraftImport.of(DOSSIER, TEXTS, List.of(answer, unread));
    assertThat(imported.drafts().get(1)).isEqualTo(unread);
    assertThat(imported.drafts().get(0).problems())
        .singleElement()
        .hasToString(
            "drafts.jsonl:1:1: claim d1: it refers to draft 'd2', which is refused at"
                + " drafts.jsonl:2:14");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SubmittedDraft(Optional.empty(), Optional.empty(), ImmutableList.of()));
    Problem warning =
        Problem.of(Problem.Code.MISSING, "claim", "A-01", "quote", "", "no quotation").asWarning();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new SubmittedDraft(Optional.empty(), Optional.empty(), ImmutableList.of(warning)))
        .withMessageEndingWith("got neither, but the warning: no quotation");
  }

  @Test
  void it_prints_a_row_for_each_problem_the_refused_drafts_first() {
    DraftImport imported =
        imported(
            draft("d1", "X said").build(),
            draft("d2", "X's envoy").build(),
            draft("d3", "No such words in here").build(),
            draft("coded", "X said").build());
    assertThat(imported.page().print(Style.standard().width(200)))
        .isEqualTo(
            """
            4 drafts: 2 accepted (1 with remarks), 2 refused (1 with an invented quotation).

            draft  claim  result             field             problem
            -----  -----  -----------------  ----------------  -----------------------------------------------------------------------------------------------------------
            3      d3     refused, invented  evidence/0/quote  invented quotation: S1 does not have “No such words in here”, nor a similar passage.
            4      coded  refused            id                a coded claim of the dossier has this id; give the draft an id of its own
            2      d2     accepted, remark   evidence/0/quote  quotation set to the letter of S1, “X’s envoy”, in place of “X's envoy”: quotation marks at 32: ‘'’ for ‘’’
            1      d1     accepted""");
    assertThat(imported)
        .hasToString(
            "DraftImport: 4 drafts: 2 accepted (1 with remarks), 2 refused (1 with an invented"
                + " quotation).");
    assertThat(imported.drafts().get(3))
        .hasToString(
            "draft coded: claim coded: a coded claim of the dossier has this id; give the draft an"
                + " id of its own");
  }
}

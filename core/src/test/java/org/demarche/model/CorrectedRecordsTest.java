package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.List;
import org.demarche.model.Problem.Code;
import org.demarche.text.Style;
import org.junit.jupiter.api.Test;

/** Parts of a dossier, corrections of single records, and the differences of two dossiers. */
class CorrectedRecordsTest {
  private static final Source AP17 = source("AP17").addDerivedFrom("KT17").revises("KT16").build();
  private static final Claim ANSWER =
      claim("X")
          .principals(List.of("prc-mfa"))
          .speakers(List.of("wang-yi"))
          .proposition("three-nos")
          .occasion("fm-2017-11-22")
          .addAudience("rok")
          .addRespondsTo("KT17-01")
          .evidence(List.of(evidence().source("AP17").addVia("global-times").build()))
          .build();
  private final Dossier base = dossier(source("KT16").build(), AP17, ANSWER, state("usa").build());

  private static List<String> ids(List<? extends DossierRecord> records) {
    return Lists.transform(records, DossierRecord::id);
  }

  private static UnknownIdException unknown(Runnable edit) {
    return catchThrowableOfType(UnknownIdException.class, edit::run);
  }

  // Closures

  @Test
  void a_closure_holds_everything_to_which_its_claims_refer_in_the_order_of_the_dossier() {
    Dossier part = base.closure(ANSWER);
    assertThat(ids(part.claims())).containsExactly("KT17-01", "X");
    assertThat(ids(part.sources())).containsExactly("KT17", "KT16", "AP17");
    assertThat(ids(part.actors()))
        .containsExactly(
            "rok",
            "rok-mofa",
            "prc",
            "prc-mfa",
            "moon-jae-in",
            "kang-kyung-wha",
            "wang-yi",
            "korea-times",
            "global-times");
    assertThat(ids(part.occasions())).containsExactly("fm-2017-11-22");
    assertThat(ids(part.propositions()))
        .containsExactly("three-nos", "additional-thaad", "join-us-md");
  }

  @Test
  void a_closure_leaves_out_what_its_claims_do_not_need() {
    Dossier part = base.closure(base.claims().get(0));
    assertThat(ids(part.sources())).containsExactly("KT17");
    assertThat(ids(part.actors()))
        .containsExactly("rok", "rok-mofa", "moon-jae-in", "kang-kyung-wha", "korea-times");
    assertThat(part.occasions()).isEmpty();
    assertThat(ids(part.propositions())).containsExactly("additional-thaad");
  }

  @Test
  void a_closure_of_no_claims_is_empty() {
    assertThat(base.closure()).isEqualTo(Dossier.empty());
    assertThat(base.closure(List.of())).isEqualTo(Dossier.empty());
  }

  @Test
  void a_closure_of_a_claim_of_another_dossier_is_refused() {
    assertThat(unknown(() -> base.closure(claim("KT17-02").build())))
        .hasMessage("claim 'KT17-02' is not in the dossier (did you mean 'KT17-01'?)");
    assertThat(refused(() -> base.closure(claim("X").build())))
        .isExactlyInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "claim 'X' differs from the record of that id in the dossier, in speakers and principals and occasion and audience and proposition and respondsTo and evidence: give the record of the dossier, dossier.claim(\"X\").orElseThrow()");
  }

  // Corrections

  @Test
  void a_replaced_record_keeps_its_place() {
    Claim corrected = claim("KT17-01").stance(Stance.FOR).build();
    Dossier after = base.replace(corrected);
    assertThat(after.claims()).containsExactly(corrected, ANSWER);
    assertThat(base.claims().get(0).stance()).isEqualTo(Stance.AGAINST);
    assertThat(after.replace(base.claims().get(0))).isEqualTo(base);
  }

  @Test
  void a_replacement_is_checked_with_the_whole_dossier() {
    assertRejected(
        () -> base.replace(source("KT17").published(When.parse("2017-11-01")).build()),
        error(
            Code.AFTER_PUBLICATION,
            "/claims/0/asserted",
            "2017-11-22",
            "claim KT17-01: asserted 2017-11-22 or later, but KT17 was published 2017-11-01"));
    assertThat(unknown(() -> base.replace(state("us").build())).suggestions())
        .containsExactly("usa");
  }

  @Test
  void a_removed_record_is_gone_and_the_rest_is_unchanged() {
    assertThat(base.remove(state("usa").build()))
        .isEqualTo(dossier(source("KT16").build(), AP17, ANSWER));
    assertThat(base.remove(ANSWER).claims()).hasSize(1);
    assertThat(unknown(() -> base.remove(state("uk").build())).kind()).isEqualTo("actor");
  }

  @Test
  void a_record_to_which_others_refer_cannot_be_removed() {
    assertRejected(
        () -> base.remove(base.source("KT17").orElseThrow()),
        error(
            Code.IN_USE,
            "",
            "KT17",
            "source KT17: it cannot be removed, because other records refer to it: source AP17, claim KT17-01"));
  }

  @Test
  void a_renamed_record_keeps_its_place_and_every_reference_follows() {
    Dossier after = base.rename(base.actor("prc-mfa").orElseThrow(), "fmprc");
    assertThat(after.actor("prc-mfa")).isEmpty();
    assertThat(ids(after.actors())).startsWith("rok", "rok-mofa", "prc", "fmprc");
    assertThat(after.occasions().get(0).participants()).containsExactly("fmprc", "rok-mofa");
    assertThat(after.claim("X").orElseThrow().principals()).containsExactly("fmprc");
    assertThat(after.rename(after.actor("fmprc").orElseThrow(), "prc-mfa")).isEqualTo(base);
  }

  @Test
  void a_renaming_reaches_terms_parts_evidence_and_answers() {
    Dossier after =
        base.rename(base.actor("moon-jae-in").orElseThrow(), "moon")
            .rename(base.actor("global-times").orElseThrow(), "gt")
            .rename(base.proposition("join-us-md").orElseThrow(), "md")
            .rename(base.source("KT16").orElseThrow(), "KT15")
            .rename(base.claims().get(0), "first");
    assertThat(after.actor("rok").orElseThrow().terms())
        .containsExactly(TermOfOffice.of("moon", day("2017-05-10")).until(day("2022-05-10")));
    assertThat(after.proposition("three-nos").orElseThrow().parts())
        .containsOnlyKeys("additional-thaad", "md");
    assertThat(after.source("AP17").orElseThrow().revises()).contains("KT15");
    Claim answer = after.claim("X").orElseThrow();
    assertThat(answer.respondsTo()).containsExactly("first");
    assertThat(answer.evidence().get(0).via()).containsExactly("gt");
  }

  @Test
  void a_new_id_must_be_a_slug_that_no_record_of_the_type_has() {
    Actor usa = base.actor("usa").orElseThrow();
    assertRejected(
        () -> base.rename(usa, "u s"),
        error(
            Code.BAD_ID,
            "id",
            "u s",
            "actor u s: id 'u s' is not a slug: ASCII letters, digits and hyphens, with . _ : / inside, no spaces"));
    assertRejected(
        () -> base.rename(usa, "prc"),
        error(Code.DUPLICATE_ID, "/actors/9/id", "prc", "duplicate actor id prc"));
    assertThat(base.rename(usa, "KT17").actor("KT17")).isPresent();
  }

  // Differences

  @Test
  void differences_are_the_records_added_removed_and_altered_member_by_member() {
    Dossier earlier = base.plus(proposition("radar").build());
    Dossier later =
        base.replace(claim("KT17-01").stance(Stance.FOR).gist("No more.").build())
            .plus(state("uk").build());
    DossierDifferences differences = later.differencesFrom(earlier);
    assertThat(ids(differences.added())).containsExactly("uk");
    assertThat(ids(differences.removed())).containsExactly("radar");
    DossierDifferences.AlteredRecord altered = differences.altered().get(0);
    assertThat(altered.before()).isEqualTo(base.claims().get(0));
    assertThat(altered.after()).isEqualTo(later.claims().get(0));
    assertThat(altered.valuesBefore()).isEqualTo(ImmutableMap.of("gist", "", "stance", "AGAINST"));
    assertThat(altered.valuesAfter())
        .isEqualTo(ImmutableMap.of("gist", "No more.", "stance", "FOR"));
    assertThat(differences).hasToString("records added: 1, removed: 1, altered: 1");
    assertThat(differences.page().print(Style.whole()))
        .contains("added", "uk", "radar", "stance", "AGAINST", "FOR");
  }

  @Test
  void one_name_with_a_comma_differs_from_two_names() {
    Actor one = state("uk").addAliases("A, B").build();
    Actor two = state("uk").addAliases("A", "B").build();
    DossierDifferences.AlteredRecord altered =
        Dossier.of(two).differencesFrom(Dossier.of(one)).altered().get(0);
    assertThat(altered.valuesBefore()).isEqualTo(ImmutableMap.of("aliases", "“A, B”"));
    assertThat(altered.valuesAfter()).isEqualTo(ImmutableMap.of("aliases", "A, B"));
    assertThat(refused(() -> Dossier.of(one).remove(two)))
        .hasMessage(
            "actor 'uk' differs from the record of that id in the dossier, in aliases: give the record of the dossier, dossier.actor(\"uk\").orElseThrow()");
    assertRejected(
        () -> Dossier.of(one).plus(two),
        error(
            Code.CONFLICT,
            "",
            "aliases=A, B",
            "actor uk: the two records disagree on more than evidence: one has aliases=“A, B”, the other aliases=A, B; repeat the record unchanged, or give a correction its own id"));
  }

  @Test
  void differing_terms_parts_and_evidence_are_shown_as_text() {
    TermOfOffice term = TermOfOffice.of("moon-jae-in", day("2017-05-10"));
    Dossier later =
        base.replace(state("rok").addTerms(term.acting()).build())
            .replace(
                proposition("three-nos")
                    .issue("three-nos-content")
                    .putParts("additional-thaad", Stance.AGAINST)
                    .putParts("join-us-md", Stance.FOR)
                    .build())
            .replace(
                claim("KT17-01")
                    .evidence(List.of(evidence().addVia("wang-yi").quote("No, not now.").build()))
                    .build());
    assertThat(later.differencesFrom(base).altered())
        .extracting(altered -> altered.valuesAfter())
        .containsExactly(
            ImmutableMap.of("terms", "moon-jae-in 2017-05-10/.. (acting)"),
            ImmutableMap.of("parts", "additional-thaad AGAINST, join-us-md FOR"),
            ImmutableMap.of("evidence", "KT17 INDIRECT via wang-yi “No, not now.”"));
  }

  @Test
  void dossiers_with_the_same_records_have_no_differences_whatever_their_order() {
    Dossier other = dossier(AP17, source("KT16").build(), state("usa").build(), ANSWER);
    assertThat(other).isNotEqualTo(base);
    assertThat(other.differencesFrom(base).isEmpty()).isTrue();
    assertThat(base.differencesFrom(Dossier.empty()).added()).hasSize(19);
  }

  private static Exception refused(Runnable edit) {
    return catchThrowableOfType(IllegalArgumentException.class, edit::run);
  }
}

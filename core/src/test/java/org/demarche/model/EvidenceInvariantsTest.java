package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.ProblemAssertions.warning;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.organisation;
import static org.demarche.model.SampleRecords.person;
import static org.demarche.model.SampleRecords.source;

import java.util.List;
import java.util.Map;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evidence of a claim: required values, quotations, quotation marks and the chain of relays. */
class EvidenceInvariantsTest {
  @Test
  void a_claim_without_evidence_is_rejected() {
    assertRejected(
        () -> claim("X").evidence(List.of()).build(),
        error(
            Code.MISSING,
            "evidence",
            "[]",
            "claim X: a claim needs at least one piece of evidence"));
  }

  @Test
  void a_claim_without_a_speaker_is_rejected() {
    assertRejected(
        () -> claim("X").speakers(List.of()).build(),
        error(
            Code.MISSING,
            "speakers",
            "[]",
            "claim X: speakers: a claim needs at least one speaker"));
  }

  @Test
  void a_claim_without_a_principal_is_rejected() {
    assertRejected(
        () -> claim("X").principals(List.of()).build(),
        error(
            Code.MISSING,
            "principals",
            "[]",
            "claim X: principals: a claim needs at least one principal"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECORDED")
  void evidence_without_a_quotation_is_rejected_unless_it_is_recorded(Mode mode) {
    Evidence none = Evidence.builder().source("KT17").mode(mode).build();
    assertRejected(
        () -> claim("X").addEvidence(none).build(),
        error(
            Code.MISSING,
            "evidence/1/quote",
            "",
            "claim X: evidence from KT17 needs a quotation: only RECORDED evidence may omit it,"
                + " this is "
                + mode));
  }

  @Test
  void recorded_evidence_without_a_quotation_is_accepted() {
    Evidence none = Evidence.builder().source("KT17").mode(Mode.RECORDED).build();
    assertAccepted(dossier(claim("X").evidence(List.of(none)).build()));
  }

  @ParameterizedTest
  @EnumSource
  void a_blank_quotation_is_rejected(Mode mode) {
    assertRejected(
        () -> claim("X").evidence(List.of(evidence().mode(mode).quote(" \t").build())).build(),
        error(Code.BLANK, "evidence/0/quote", " \t", "claim X: the quotation from KT17 is empty"));
  }

  @Test
  void a_quotation_that_is_not_in_the_text_of_its_source_is_rejected() {
    String text = "-".repeat(1170) + "plan\u00A0to";
    assertRejected(
        () ->
            dossier(
                source("UPI17").text(text).build(),
                claim("UPI17-04")
                    .evidence(List.of(evidence().source("UPI17").quote("plan to").build()))
                    .build()),
        error(
            Code.QUOTE_NOT_FOUND,
            "/claims/1/evidence/0/quote",
            "plan to",
            "claim UPI17-04: quotation not found in UPI17; it differs only in white space (U+00A0"
                + " at offset 1174)"));
  }

  private static Claim relayed(String source, String... via) {
    return claim("X").evidence(List.of(evidence().source(source).addVia(via).build())).build();
  }

  @Test
  void a_named_person_as_relay_is_rejected_if_the_chain_has_only_persons() {
    assertRejected(
        () -> dossier(source("blog").outlet("moon-jae-in").build(), relayed("blog", "wang-yi")),
        error(
            Code.WRONG_KIND,
            "/sources/1/outlet",
            "moon-jae-in",
            "source blog: outlet 'moon-jae-in' is a PERSON, it must be a STATE or an ORGAN or an"
                + " ORGANISATION or a MEDIA"),
        error(
            Code.SIDELESS_RELAY,
            "/claims/1/evidence/0/via",
            "wang-yi",
            "claim X: relay 'wang-yi' is a named person, and nobody in the chain from blog is a"
                + " state, organ, organisation or medium: his side would be unknown"));
  }

  @Test
  void a_named_person_as_relay_causes_a_warning_if_no_state_is_known_in_the_chain() {
    assertAccepted(
        dossier(relayed("KT17", "wang-yi")),
        warning(
            Code.SIDELESS_RELAY,
            "/claims/1/evidence/0/via",
            "wang-yi",
            "claim X: relay 'wang-yi' is a named person, and nobody in the chain from KT17 is of"
                + " a state or organisation: his side is unknown, so the evidence cannot be"
                + " graded OTHER_SIDE"));
  }

  @ParameterizedTest
  @CsvSource({
    // outlet, other relay
    "korea-times, prc-mfa",
    "korea-times, prc",
    "korea-times, global-times",
    "korea-times, an-official",
    "global-times, korea-times",
    "rok-mofa, korea-times"
  })
  void a_named_person_as_relay_is_accepted_if_another_in_the_chain_belongs_to_a_state(
      String outlet, String other) {
    assertAccepted(
        dossier(
            person("an-official").named(false).of("prc-mfa").build(),
            source("S").outlet(outlet).build(),
            relayed("S", other, "wang-yi")));
  }

  @Test
  void a_named_person_as_relay_is_accepted_if_the_issuer_or_outlet_is_of_a_state_or_organisation() {
    assertAccepted(
        dossier(
            organisation("eu").build(),
            source("S").outlet("eu").build(),
            source("T").addIssuedBy("prc").build(),
            relayed("S", "wang-yi"),
            claim("Y")
                .evidence(List.of(evidence().source("T").addVia("wang-yi").build()))
                .build()));
  }

  @Test
  void a_chain_with_an_unknown_actor_is_not_checked_for_its_side() {
    assertRejected(
        () -> dossier(source("S").outlet("nobody-we-know").build(), relayed("S", "wang-yi")),
        error(
            Code.UNKNOWN_ID,
            "/sources/1/outlet",
            "nobody-we-know",
            "source S: outlet 'nobody-we-know' is not in the dossier"));
  }

  @Test
  void an_unnamed_person_as_only_relay_is_accepted() {
    assertAccepted(dossier(person("somebody").named(false).build(), relayed("KT17", "somebody")));
  }

  @Test
  void a_speaker_who_is_also_a_relay_is_rejected() {
    assertRejected(
        () -> relayed("KT17", "rok-mofa", "kang-kyung-wha"),
        error(
            Code.SPEAKER_RELAYS,
            "evidence/0/via",
            "kang-kyung-wha",
            "claim X: 'kang-kyung-wha' is both the speaker and a relay of the evidence from KT17:"
                + " the speaker cannot also be listed in via"));
  }

  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "PARTIAL"})
  void direct_or_partial_speech_without_quotation_marks_causes_a_warning(Mode mode) {
    assertAccepted(
        dossier(
            claim("X")
                .evidence(
                    List.of(
                        evidence().mode(mode).quote("Seoul’s “stance”").build(),
                        evidence().mode(mode).quote("Seoul’s stance").build()))
                .build()),
        warning(
            Code.NO_QUOTATION_MARKS,
            "/claims/1/evidence/1/quote",
            "Seoul’s stance",
            "claim X: " + mode + " evidence from KT17 has no quotation marks; INDIRECT?"));
  }

  @ParameterizedTest
  @CsvSource({"rok-mofa, ''", "rok, ''", "eu, ''", "korea-times, prc", "korea-times, eu"})
  void a_text_that_a_state_organ_or_organisation_put_out_needs_no_quotation_marks(
      String outlet, String issuer) {
    Source.Builder source = source("S").outlet(outlet);
    if (!issuer.isEmpty()) {
      source.addIssuedBy(issuer);
    }
    assertAccepted(
        dossier(
            organisation("eu").build(),
            source.build(),
            claim("X")
                .evidence(
                    List.of(evidence().source("S").mode(Mode.DIRECT).quote("We stay.").build()))
                .build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "kor-", "k", "ko_KR", "한국어"})
  void a_malformed_language_tag_is_rejected(String tag) {
    assertRejected(
        () -> claim("X").evidence(List.of(evidence().language(tag).build())).build(),
        error(
            Code.BAD_VALUE,
            "evidence/0/language",
            tag,
            "claim X: language '" + tag + "' is not a BCP 47 tag, such as ko or zh-Hant"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ko", "ko-KR", "zh-Hant-TW", "x-old-script", "und", "EN"})
  void a_language_tag_is_accepted(String tag) {
    assertAccepted(
        dossier(
            claim("X")
                .evidence(List.of(evidence().language(tag).translation("It is so.").build()))
                .build()));
  }

  @Test
  void a_translation_that_is_blank_or_has_no_quotation_is_rejected() {
    assertRejected(
        () ->
            claim("X")
                .evidence(
                    List.of(
                        evidence().translation(" ").build(),
                        Evidence.builder()
                            .source("KT17")
                            .mode(Mode.RECORDED)
                            .translation("Aye.")
                            .build()))
                .build(),
        error(
            Code.BLANK, "evidence/0/translation", " ", "claim X: evidence/0/translation is blank"),
        error(
            Code.MISSING,
            "evidence/1/quote",
            "",
            "claim X: the evidence from KT17 has a translation, but not the quotation"));
  }

  // Coders and reviewers

  @Test
  void a_blank_coder_or_reviewer_is_rejected() {
    assertRejected(
        () ->
            claim("X")
                .coder(" ")
                .reviewer("")
                .addReadings(Reading.by("\t", Map.of("force", "HOPE")))
                .build(),
        error(Code.BLANK, "coder", " ", "claim X: coder is blank"),
        error(Code.BLANK, "reviewer", "", "claim X: reviewer is blank"),
        error(Code.BLANK, "readings/0/coder", "\t", "claim X: readings/0/coder is blank"));
  }

  @Test
  void a_reviewer_of_a_draft_is_rejected() {
    assertRejected(
        () -> claim("X").draft(true).reviewer("ann").build(),
        error(
            Code.BAD_VALUE,
            "reviewer",
            "ann",
            "claim X: a draft has no reviewer, got 'ann': a claim that a person has checked is no"
                + " draft"));
  }

  @Test
  void a_reading_of_no_member_or_of_an_unknown_member_is_rejected() {
    assertRejected(
        () ->
            claim("X")
                .addReadings(
                    Reading.by("ann", Map.of()),
                    Reading.by("bob", Map.of("forse", "HOPE", "evidence/0/mode", "DIRECT")))
                .build(),
        error(
            Code.MISSING,
            "readings/0/members",
            "{}",
            "claim X: the reading of ann differs in no member: leave it out"),
        error(
            Code.UNKNOWN_MEMBER,
            "readings/1/members/forse",
            "forse",
            "claim X: a claim has no member 'forse' (did you mean 'force'?)"));
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DIRECT", "PARTIAL"})
  void evidence_of_other_modes_needs_no_quotation_marks(Mode mode) {
    assertAccepted(
        dossier(
            claim("X")
                .evidence(List.of(evidence().mode(mode).quote("Seoul’s stance").build()))
                .build()));
  }
}

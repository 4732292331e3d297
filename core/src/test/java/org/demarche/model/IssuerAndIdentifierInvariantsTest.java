package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.medium;
import static org.demarche.model.SampleRecords.organisation;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import java.util.Map;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issuers and hashes of sources, and identifiers of sources and actors. */
class IssuerAndIdentifierInvariantsTest {
  @ParameterizedTest
  @CsvSource({"rok", "rok-mofa", "eu"})
  void a_medium_beside_a_state_organ_or_organisation_as_issuer_is_rejected(String issuer) {
    assertRejected(
        () ->
            dossier(
                organisation("eu").build(),
                source("S").addIssuedBy(issuer, "a-paper").build(),
                medium("a-paper").build()),
        error(
            Code.MIXED_ISSUERS,
            "/sources/1/issuedBy",
            "[a-paper, " + issuer + "]",
            "source S: a medium and a state, organ or organisation do not issue one text: of"
                + " [a-paper, "
                + issuer
                + "], name those who put it out; the medium is the outlet"));
  }

  @Test
  void issuers_of_several_states_or_several_media_are_accepted() {
    assertAccepted(
        dossier(
            source("S").addIssuedBy("rok", "prc-mfa").build(),
            source("T").addIssuedBy("korea-times", "global-times").build(),
            source("U").addIssuedBy("korea-times", "wang-yi").build()));
  }

  @Test
  void an_unknown_issuer_is_rejected() {
    assertRejected(
        () -> dossier(source("S").addIssuedBy("rokk").build()),
        error(
            Code.UNKNOWN_ID,
            "/sources/1/issuedBy",
            "rokk",
            "source S: issuer 'rokk' is not in the dossier (did you mean 'rok'?)"));
  }

  @ParameterizedTest
  @CsvSource({"'', 0", "abc, 3"})
  void a_malformed_hash_is_rejected(String hash, int length) {
    assertRejected(
        () -> source("S").textHash(hash).build(),
        error(
            Code.BAD_VALUE,
            "textHash",
            hash,
            "source S: textHash '"
                + hash
                + "' is not a SHA-256 hash: 64 hexadecimal digits, got "
                + length
                + " characters"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123456789abcdef", "0123456789ABCDEF"})
  void a_hash_of_64_hexadecimal_digits_is_accepted(String quarter) {
    assertAccepted(dossier(source("S").textHash(quarter.repeat(4)).build()));
  }

  @Test
  void blank_identifiers_and_schemes_that_are_no_slugs_are_rejected() {
    assertRejected(
        () -> state("x").identifiers(Map.of("iso3166", " ", "Correlates of War", "732")).build(),
        error(
            Code.BAD_ID,
            "identifiers",
            "Correlates of War",
            "actor x: identifiers 'Correlates of War' is not a slug: ASCII letters, digits and"
                + " hyphens, with . _ : / inside, no spaces"),
        error(Code.BLANK, "identifiers/iso3166", " ", "actor x: identifiers/iso3166 is blank"));
    assertRejected(
        () -> source("S").identifiers(Map.of("doi", "")).build(),
        error(Code.BLANK, "identifiers/doi", "", "source S: identifiers/doi is blank"));
  }

  @Test
  void one_identifier_of_two_actors_or_two_sources_is_rejected() {
    assertRejected(
        () ->
            dossier(
                source("S").identifiers(Map.of("doi", "10.1/a")).build(),
                source("T").identifiers(Map.of("doi", "10.1/a")).build(),
                state("korea").identifiers(Map.of("iso3166", "KR")).build(),
                state("x").identifiers(Map.of("iso3166", "KR", "cow", "732")).build()),
        error(
            Code.DUPLICATE_IDENTIFIER,
            "/sources/2/identifiers/doi",
            "10.1/a",
            "source T: doi '10.1/a' is the identifier of source 'S' too"),
        error(
            Code.DUPLICATE_IDENTIFIER,
            "/actors/10/identifiers/iso3166",
            "KR",
            "actor x: iso3166 'KR' is the identifier of actor 'korea' too"));
  }

  @Test
  void an_added_record_with_the_identifier_of_another_is_rejected() {
    Dossier base = dossier(state("korea").identifiers(Map.of("iso3166", "KR")).build());
    assertRejected(
        () -> base.plus(state("x").identifiers(Map.of("iso3166", "KR")).build()),
        error(
            Code.DUPLICATE_IDENTIFIER,
            "/actors/10/identifiers/iso3166",
            "KR",
            "actor x: iso3166 'KR' is the identifier of actor 'korea' too"));
  }

  @Test
  void one_value_of_two_schemes_or_of_an_actor_and_a_source_is_accepted() {
    assertAccepted(
        dossier(
            source("S").identifiers(Map.of("wikidata", "Q884")).build(),
            state("x").identifiers(Map.of("wikidata", "Q884", "cow", "732")).build(),
            state("y").identifiers(Map.of("un", "732")).build()));
  }
}

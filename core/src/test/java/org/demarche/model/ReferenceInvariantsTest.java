package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.medium;
import static org.demarche.model.SampleRecords.occasion;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.person;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** References between records: unknown ids, actors of the wrong kind, duplicate ids. */
class ReferenceInvariantsTest {
  static Stream<Arguments> unknownReferences() {
    return Stream.of(
        arguments(
            List.of(source("X").outlet("korea-time").build()),
            "/sources/1/outlet",
            "korea-time",
            "source X: outlet 'korea-time' is not in the dossier (did you mean 'korea-times'?)"),
        arguments(
            List.of(source("X").addDerivedFrom("KT71").build()),
            "/sources/1/derivedFrom",
            "KT71",
            "source X: source 'KT71' is not in the dossier (did you mean 'KT17'?)"),
        arguments(
            List.of(source("X").revises("KT17b").build()),
            "/sources/1/revises",
            "KT17b",
            "source X: source 'KT17b' is not in the dossier (did you mean 'KT17'?)"),
        arguments(
            List.of(organ("x", "rok-mof").build()),
            "/actors/9/of",
            "rok-mof",
            "actor x: of 'rok-mof' is not in the dossier (did you mean 'rok-mofa'?)"),
        arguments(
            List.of(
                state("x")
                    .addTerms(
                        TermOfOffice.of("moon-jae-in", day("2012-05-10")).until(day("2017-05-10")))
                    .addTerms(
                        TermOfOffice.of("moon-jae-inn", day("2017-05-10")).until(day("2022-05-10")))
                    .build()),
            "/actors/9/terms/1/head",
            "moon-jae-inn",
            "actor x: head 'moon-jae-inn' is not in the dossier (did you mean 'moon-jae-in'?)"),
        arguments(
            List.of(Occasion.of("x", "Talks", When.parse("2017-11-22"), "wangyi")),
            "/occasions/1/participants",
            "wangyi",
            "occasion x: participant 'wangyi' is not in the dossier (did you mean 'wang-yi'?)"),
        arguments(
            List.of(
                proposition("x")
                    .putParts("join-us-bmd", Stance.FOR)
                    .putParts("three-nos", Stance.FOR)
                    .build()),
            "/propositions/3/parts/join-us-bmd",
            "join-us-bmd",
            "proposition x: part 'join-us-bmd' is not in the dossier (did you mean 'join-us-md'?)"),
        arguments(
            List.of(proposition("x").about("three-no").build()),
            "/propositions/3/about",
            "three-no",
            "proposition x: proposition 'three-no' is not in the dossier (did you mean"
                + " 'three-nos'?)"),
        arguments(
            List.of(proposition("x").addExcludes("three-nose").build()),
            "/propositions/3/excludes",
            "three-nose",
            "proposition x: proposition 'three-nose' is not in the dossier (did you mean"
                + " 'three-nos'?)"),
        arguments(
            List.of(claim("X").addSpeakers("wan-yi").build()),
            "/claims/1/speakers",
            "wan-yi",
            "claim X: speaker 'wan-yi' is not in the dossier (did you mean 'wang-yi'?)"),
        arguments(
            List.of(claim("X").addPrincipals("prc-mfaa").build()),
            "/claims/1/principals",
            "prc-mfaa",
            "claim X: principal 'prc-mfaa' is not in the dossier (did you mean 'prc-mfa'?)"),
        arguments(
            List.of(claim("X").addAudience("prc-mfaa").build()),
            "/claims/1/audience",
            "prc-mfaa",
            "claim X: audience 'prc-mfaa' is not in the dossier (did you mean 'prc-mfa'?)"),
        arguments(
            List.of(claim("KT17-07").proposition("three-no").build()),
            "/claims/1/proposition",
            "three-no",
            "claim KT17-07: proposition 'three-no' is not in the dossier (did you mean"
                + " 'three-nos'?)"),
        arguments(
            List.of(claim("X").occasion("fm-2017-11-23").build()),
            "/claims/1/occasion",
            "fm-2017-11-23",
            "claim X: occasion 'fm-2017-11-23' is not in the dossier (did you mean"
                + " 'fm-2017-11-22'?)"),
        arguments(
            List.of(claim("X").addRespondsTo("KT17-10").build()),
            "/claims/1/respondsTo",
            "KT17-10",
            "claim X: claim 'KT17-10' is not in the dossier (did you mean 'KT17-01'?)"),
        arguments(
            List.of(claim("X").addEvidence(evidence().source("KT18").build()).build()),
            "/claims/1/evidence/1/source",
            "KT18",
            "claim X: source 'KT18' is not in the dossier (did you mean 'KT17'?)"),
        arguments(
            List.of(claim("X").addEvidence(evidence().addVia("prc-mfa", "wan-yi").build()).build()),
            "/claims/1/evidence/1/via",
            "wan-yi",
            "claim X: relay 'wan-yi' is not in the dossier (did you mean 'wang-yi'?)"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("unknownReferences")
  void an_unknown_id_is_rejected_in_every_field_and_the_nearest_id_is_suggested(
      List<DossierRecord> added, String pointer, String value, String message) {
    assertRejected(() -> dossier(added), error(Code.UNKNOWN_ID, pointer, value, message));
  }

  @Test
  void an_unknown_id_that_resembles_no_known_id_gets_no_suggestion() {
    assertRejected(
        () -> dossier(claim("X").proposition("deployment-of-aegis-ashore").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/proposition",
            "deployment-of-aegis-ashore",
            "claim X: proposition 'deployment-of-aegis-ashore' is not in the dossier"));
  }

  @Test
  void an_issue_given_instead_of_a_proposition_is_reported_as_an_issue() {
    assertRejected(
        () -> dossier(claim("X").proposition("three-nos-content").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/proposition",
            "three-nos-content",
            "claim X: proposition 'three-nos-content' is not in the dossier; it is an issue"));
  }

  @Test
  void an_issue_given_instead_of_an_actor_is_an_unknown_id() {
    assertRejected(
        () -> dossier(claim("X").addSpeakers("three-nos-content").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/speakers",
            "three-nos-content",
            "claim X: speaker 'three-nos-content' is not in the dossier"));
  }

  static Stream<Arguments> referencesOfTheWrongKind() {
    return Stream.of(
        arguments(
            List.of(source("X").outlet("wang-yi").build()),
            "/sources/1/outlet",
            "wang-yi",
            "source X: outlet 'wang-yi' is a PERSON, it must be a STATE or an ORGAN or an"
                + " ORGANISATION or a MEDIA"),
        arguments(
            List.of(organ("x", "korea-times").build()),
            "/actors/9/of",
            "korea-times",
            "actor x: of 'korea-times' is a MEDIA, it must be a STATE or an ORGAN or an ORGANISATION"),
        arguments(
            List.of(medium("x").of("wang-yi").build()),
            "/actors/9/of",
            "wang-yi",
            "actor x: of 'wang-yi' is a PERSON, it must be a STATE or an ORGAN or an ORGANISATION"),
        arguments(
            List.of(person("x").named(false).of("wang-yi").build()),
            "/actors/9/of",
            "wang-yi",
            "actor x: of 'wang-yi' is a PERSON, it must be a STATE or an ORGAN or an ORGANISATION or a MEDIA"),
        arguments(
            List.of(
                state("x")
                    .addTerms(
                        TermOfOffice.of("rok-mofa", day("2012-05-10")).until(day("2017-05-10")))
                    .build()),
            "/actors/9/terms/0/head",
            "rok-mofa",
            "actor x: head 'rok-mofa' is an ORGAN, it must be a PERSON"));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("referencesOfTheWrongKind")
  void an_actor_of_the_wrong_kind_is_rejected(
      List<DossierRecord> added, String pointer, String value, String message) {
    assertRejected(() -> dossier(added), error(Code.WRONG_KIND, pointer, value, message));
  }

  static Stream<Arguments> duplicateIds() {
    return Stream.of(
        arguments(List.of(source("KT17").build()), "/sources/1/id", "duplicate source id KT17"),
        arguments(List.of(state("rok").build()), "/actors/9/id", "duplicate actor id rok"),
        arguments(
            List.of(occasion("fm-2017-11-22")),
            "/occasions/1/id",
            "duplicate occasion id fm-2017-11-22"),
        arguments(
            List.of(proposition("three-nos").build()),
            "/propositions/3/id",
            "duplicate proposition id three-nos"),
        arguments(List.of(claim("KT17-01").build()), "/claims/1/id", "duplicate claim id KT17-01"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("duplicateIds")
  void two_records_of_one_type_with_the_same_id_are_rejected(
      List<DossierRecord> added, String pointer, String message) {
    String id = message.substring(message.lastIndexOf(' ') + 1);
    assertRejected(() -> dossier(added), error(Code.DUPLICATE_ID, pointer, id, message));
  }

  @Test
  void records_of_different_types_may_share_an_id() {
    assertAccepted(dossier(claim("KT17").build(), claim("rok").build()));
  }
}

package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.warning;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.organisation;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Warnings of valid records that probably do not say what the coder means. */
class CodingMistakesTest {
  // Parts

  @Test
  void a_part_that_is_about_the_whole_causes_a_warning() {
    assertAccepted(
        dossier(
            proposition("treaty")
                .putParts("no-tests", Stance.FOR)
                .putParts("a/success", Stance.FOR)
                .build(),
            proposition("no-tests").about("three-nos").build(),
            proposition("a/success").about("treaty").build()),
        warning(
            Code.PART_ABOUT_COMPOSITE,
            "/propositions/3/parts/a~1success",
            "a/success",
            "proposition treaty: part 'a/success' is about 'treaty' itself: whoever is for the whole"
                + " would be taken to hold it; leave it out of 'parts'"));
  }

  // Organisations

  private static Actor organ(String id, String of, Authority authority) {
    return SampleRecords.organ(id, of).authority(authority).build();
  }

  @Test
  void organs_of_different_authority_in_an_organisation_without_terms_cause_one_warning() {
    assertAccepted(
        dossier(
            organ("council", "union", Authority.HEAD),
            organ("assembly", "union", Authority.NONE),
            organ("summit", "union", Authority.HEAD),
            organ("desk", "service", Authority.MINISTRY),
            organ("service", "union", Authority.MINISTRY),
            organisation("union").build()),
        warning(
            Code.ORGANISATION_WITHOUT_TERMS,
            "/actors/12/authority",
            "MINISTRY",
            "actor desk: organs of 'union' differ in authority, but it has no terms of office: a"
                + " lower organ can never supersede a higher one; give 'union' its 'terms'"));
  }

  @Test
  void an_organ_that_is_added_to_an_organisation_without_terms_causes_the_same_warning() {
    Dossier before =
        dossier(organisation("union").build(), organ("council", "union", Authority.HEAD));
    assertThat(before.warnings()).isEmpty();
    Actor service = organ("service", "union", Authority.MINISTRY);
    Dossier after = before.plus(service);
    assertThat(after.warnings())
        .extracting(Problem::code)
        .containsExactly(Code.ORGANISATION_WITHOUT_TERMS);
    assertThat(after.plus(organ("desk", "union", Authority.HEAD_OFFICE)).warnings())
        .isEqualTo(after.warnings());
  }

  @Test
  void an_organisation_with_terms_or_with_organs_of_one_authority_causes_no_warning() {
    assertAccepted(
        dossier(
            organisation("union")
                .addTerms(TermOfOffice.of("moon-jae-in", day("2014-01-01")))
                .build(),
            organ("council", "union", Authority.HEAD),
            organ("service", "union", Authority.MINISTRY),
            organisation("alliance").build(),
            organ("chair", "alliance", Authority.HEAD),
            organ("summit", "alliance", Authority.HEAD),
            organ("prc-president", "prc", Authority.HEAD)));
  }

  // Retractions

  private static Claim retraction(Force force, String date) {
    return claim("later")
        .asserted(When.parse(date))
        .force(force)
        .stance(force == Force.WITHDRAW ? Stance.UNCOMMITTED : Stance.FOR)
        .addRetracts("law")
        .evidence(List.of(evidence().source("late").build()))
        .build();
  }

  private static Dossier withRetraction(Force force, String date) {
    return dossier(
        source("late").published(When.parse("2019-12-31")).build(),
        claim("law").asserted(When.parse("[2017-06..2017-12]")).build(),
        retraction(force, date));
  }

  @Test
  void a_retraction_of_more_than_a_year_later_causes_a_warning() {
    assertAccepted(
        withRetraction(Force.DECIDE, "2019-01-01"),
        warning(
            Code.LATE_RETRACTION,
            "/claims/2/retracts",
            "law",
            "claim later: asserted 2019-01-01, it retracts 'law' of [2017-06..2017-12]: the line before that holds"
                + " again; a walk-back is within 1 year, a policy ends by DECIDE on"
                + " 'additional-thaad' without 'retracts', or by WITHDRAW"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-12-31", "2018", "[..2019-12-31]", "2018/2019"})
  void a_retraction_that_may_be_within_a_year_causes_no_warning(String date) {
    assertAccepted(withRetraction(Force.DECIDE, date));
  }

  @Test
  void a_withdrawal_causes_no_warning_however_late() {
    assertAccepted(withRetraction(Force.WITHDRAW, "2019-12-31"));
  }

  // Revisions

  private static Source revision(String id, String revised, String published) {
    return source(id).published(When.parse(published)).revises(revised).build();
  }

  @Test
  void a_revision_of_more_than_a_year_later_causes_a_warning() {
    assertThat(
            dossier(
                    source("plan").published(When.parse("2016-04-22")).build(),
                    revision("errata", "plan", "2017-04-22"),
                    revision("new-plan", "plan", "2017-04-23"))
                .warnings())
        .extracting(Problem::code, Problem::pointer, Problem::message)
        .containsExactly(
            tuple(
                Code.LATE_REVISION,
                "/sources/3/revises",
                "source new-plan: published 2017-04-23, it revises 'plan' of 2016-04-22, which then"
                    + " counts as corrected and is no longer evidence: only a corrected edition"
                    + " revises; leave out 'revises' for a new document"));
  }

  // Retractions

  private static Dossier retractedBy(String principal) {
    return dossier(
        organ("assembly", "rok", Authority.NONE),
        organ("committee", "assembly", Authority.UNSPECIFIED),
        claim("first").build(),
        claim("back")
            .speakers(List.of(principal))
            .principals(List.of(principal))
            .retracts(List.of("first"))
            .build());
  }

  @ParameterizedTest
  @ValueSource(strings = {"assembly", "committee"})
  void a_body_that_does_not_speak_for_its_government_takes_nothing_back(String body) {
    assertThat(retractedBy(body).warnings())
        .filteredOn(problem -> problem.code() == Code.VAIN_RETRACTION)
        .extracting(Problem::message)
        .containsExactly(
            "claim back: it takes nothing back: ["
                + body
                + "] does not speak for [rok-mofa], whose word 'first' is; use 'respondsTo'");
  }

  @Test
  void an_organ_takes_back_the_word_of_another_of_its_government() {
    assertThat(retractedBy("rok").warnings())
        .extracting(Problem::code)
        .doesNotContain(Code.VAIN_RETRACTION);
  }

  // Joint texts

  private static Dossier recorded(Mode mode, Source.Builder source, String... via) {
    return dossier(
        source.build(),
        claim("joint")
            .speakers(List.of("rok", "prc"))
            .principals(List.of("rok-mofa", "prc"))
            .occasion("fm-2017-11-22")
            .evidence(List.of(evidence().source("J").mode(mode).addVia(via).build()))
            .build());
  }

  @Test
  void a_record_of_a_joint_claim_that_one_side_put_out_causes_a_warning() {
    assertAccepted(
        recorded(Mode.RECORDED, source("J").outlet("prc-mfa")),
        warning(
            Code.MISSING_ISSUER,
            "/claims/1/evidence/0/source",
            "J",
            "claim joint: 'J' records a joint claim, but was put out by [prc-mfa] alone: for [rok] it"
                + " is another side's account; name every side that put it out in 'issuedBy', or"
                + " use INDIRECT"));
    assertThat(recorded(Mode.RECORDED, source("J").addIssuedBy("rok")).warnings())
        .extracting(Problem::value)
        .containsExactly("J");
  }

  @Test
  void a_record_that_both_sides_or_a_third_put_out_or_an_account_of_one_side_causes_no_warning() {
    assertAccepted(
        recorded(Mode.RECORDED, source("J").outlet("prc-mfa").addIssuedBy("prc", "rok")));
    assertAccepted(recorded(Mode.RECORDED, source("J")));
    assertAccepted(recorded(Mode.INDIRECT, source("J").outlet("prc-mfa")));
    assertAccepted(recorded(Mode.RECORDED, source("J").outlet("prc-mfa"), "rok-mofa"));
  }

  private static Dossier inTwoLanguages(Source.Builder version) {
    return dossier(
        source("original")
            .outlet("rok-mofa")
            .reliableQuotes(true)
            .published(When.parse("2017-11-22"))
            .build(),
        version.published(When.parse("2017-11-22")).build(),
        claim("told")
            .evidence(
                List.of(
                    evidence().source("original").mode(Mode.DIRECT).quote("“so”").build(),
                    evidence()
                        .source("version")
                        .mode(Mode.DIRECT)
                        .language("zh")
                        .quote("“so”")
                        .build()))
            .build());
  }

  @Test
  void official_texts_of_one_day_in_two_languages_that_are_not_linked_cause_a_warning() {
    assertThat(inTwoLanguages(source("version").outlet("prc-mfa")).warnings())
        .extracting(Problem::code, Problem::field, Problem::value, Problem::message)
        .containsExactly(
            tuple(
                Code.UNLINKED_VERSIONS,
                "evidence/1/source",
                "version",
                "claim told: 'version' and 'original' are official texts of one day in two"
                    + " languages, and count as two independent sources: if they are versions of"
                    + " one text, name one in 'derivedFrom' of the other"));
  }

  @Test
  void linked_versions_and_articles_of_media_cause_no_warning() {
    assertThat(
            inTwoLanguages(source("version").outlet("prc-mfa").addDerivedFrom("original"))
                .warnings())
        .isEmpty();
    assertThat(inTwoLanguages(source("version")).warnings()).isEmpty();
  }

  // Persons

  private static Claim.Builder ofMoon(String date) {
    return claim("own")
        .speakers(List.of("moon-jae-in"))
        .principals(List.of("moon-jae-in"))
        .asserted(When.parse(date));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-05-10", "2017-06/2017-11"})
  void a_person_in_office_who_speaks_in_no_stated_capacity_causes_a_warning(String date) {
    assertAccepted(
        dossier(ofMoon(date).build()),
        warning(
            Code.PERSON_IN_OFFICE,
            "/claims/1/principals",
            "moon-jae-in",
            "claim own: 'moon-jae-in' headed 'rok' at the time: as a person's word it only hints at"
                + " the position of 'rok'; name the organ as principal, or the other capacity in"
                + " 'role'"));
  }

  private static Dossier withStatesOfMoon(int states, String date) {
    List<DossierRecord> records = new ArrayList<>(List.of(ofMoon(date).build()));
    for (int i = 0; i < states; i++) {
      records.add(
          state("s" + i).terms(List.of(TermOfOffice.of("moon-jae-in", day("2017-05-10")))).build());
    }
    return dossier(records);
  }

  private static Tuple ofOffices(String headed) {
    return warning(
        Code.PERSON_IN_OFFICE,
        "/claims/1/principals",
        "moon-jae-in",
        "claim own: 'moon-jae-in' "
            + headed
            + "; name the organ as principal, or the other capacity in 'role'");
  }

  @Test
  void of_more_than_three_offices_the_others_are_counted() {
    String hints = " at the time: as a person's word it only hints at the position of ";
    assertAccepted(
        withStatesOfMoon(4, "2017-06-01"),
        ofOffices("headed 'rok'" + hints + "'rok'"),
        ofOffices("headed 's0'" + hints + "'s0'"),
        ofOffices("headed 's1' and 2 more" + hints + "'s1'"));
  }

  @Test
  void of_more_than_a_hundred_offices_it_is_said_that_the_others_are_not_looked_at() {
    Tuple others =
        warning(
            Code.PERSON_IN_OFFICE,
            "/claims/1/principals",
            "moon-jae-in",
            "claim own: 'moon-jae-in' headed 's99' and 4 more, whose terms are not looked at:"
                + " if one was at the time, name the organ as principal, or the other capacity in"
                + " 'role'");
    String hints = " at the time: as a person's word it only hints at the position of ";
    assertAccepted(withStatesOfMoon(104, "2017-05-09"), others);
    assertAccepted(
        withStatesOfMoon(104, "2017-06-01"),
        ofOffices("headed 'rok'" + hints + "'rok'"),
        ofOffices("headed 's0'" + hints + "'s0'"),
        ofOffices("headed 's1' and 97 more" + hints + "'s1'"),
        others);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-05-09", "2017", "[..2017-11-22]"})
  void a_person_who_may_not_be_in_office_yet_causes_no_warning(String date) {
    assertAccepted(dossier(ofMoon(date).build()));
  }

  @Test
  void a_person_in_office_who_speaks_in_a_stated_capacity_causes_no_warning() {
    assertAccepted(
        dossier(
            ofMoon("2017-11-22").role("in his memoirs").build(),
            ofMoon("2017-11-22").id("as-head").principals(List.of("rok")).build()));
  }
}

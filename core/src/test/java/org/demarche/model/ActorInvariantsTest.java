package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.medium;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.organisation;
import static org.demarche.model.SampleRecords.person;
import static org.demarche.model.SampleRecords.state;

import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Terms of office, authority, and the actors to which an actor may belong. */
class ActorInvariantsTest {
  private static final TermOfOffice MOON =
      TermOfOffice.of("moon-jae-in", day("2017-05-10")).until(day("2022-05-10"));

  @Test
  void overlapping_terms_are_rejected() {
    TermOfOffice yoon = TermOfOffice.of("yoon-suk-yeol", day("2022-05-09"));
    assertRejected(
        () -> state("rok").addTerms(yoon, MOON).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "yoon-suk-yeol 2022-05-09/..",
            "actor rok: terms overlap: moon-jae-in 2017-05-10/2022-05-10 and yoon-suk-yeol"
                + " 2022-05-09/.."));
  }

  @Test
  void every_term_that_overlaps_a_longer_term_is_reported() {
    TermOfOffice open = TermOfOffice.of("a", day("2000-01-01"));
    assertRejected(
        () ->
            state("x")
                .addTerms(
                    open,
                    TermOfOffice.of("b", day("2001-01-01")).until(day("2002-01-01")),
                    TermOfOffice.of("c", day("2003-01-01")).until(day("2004-01-01")))
                .build(),
        error(
            Code.BAD_TERM,
            "terms",
            "b 2001-01-01/2002-01-01",
            "actor x: terms overlap: a 2000-01-01/.. and b 2001-01-01/2002-01-01"),
        error(
            Code.BAD_TERM,
            "terms",
            "c 2003-01-01/2004-01-01",
            "actor x: terms overlap: a 2000-01-01/.. and c 2003-01-01/2004-01-01"));
  }

  @Test
  void a_term_that_begins_on_the_day_the_previous_term_ends_is_accepted() {
    TermOfOffice yoon = TermOfOffice.of("wang-yi", day("2022-05-10"));
    assertAccepted(dossier(state("x").addTerms(yoon, MOON).build()));
  }

  @ParameterizedTest
  @CsvSource({"PERSON, a PERSON", "MEDIA, a MEDIA"})
  void terms_of_a_person_or_medium_are_rejected(ActorKind kind, String said) {
    assertRejected(
        () -> Actor.builder().id("x").name("X").kind(kind).addTerms(MOON).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "moon-jae-in 2017-05-10/2022-05-10",
            "actor x: only a STATE, an ORGAN or an ORGANISATION has terms of office, this is "
                + said));
  }

  @Test
  void terms_of_an_organ_that_does_not_speak_for_its_government_are_rejected() {
    assertRejected(
        () -> organ("assembly", "rok").authority(Authority.NONE).addTerms(MOON).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "moon-jae-in 2017-05-10/2022-05-10",
            "actor assembly: an ORGAN of authority NONE has no terms of office: it does not speak"
                + " for its government"));
  }

  @Test
  void terms_of_an_organ_and_of_an_organisation_are_accepted() {
    assertAccepted(
        dossier(
            organ("throne", "rok").addTerms(MOON).build(),
            organisation("eu").addTerms(MOON).build()));
  }

  @Test
  void a_term_that_overlaps_an_acting_term_is_accepted() {
    TermOfOffice acting =
        TermOfOffice.of("wang-yi", day("2019-01-01")).until(day("2019-02-01")).acting();
    assertAccepted(dossier(state("x").addTerms(MOON, acting).build()));
  }

  @Test
  void two_acting_terms_that_overlap_are_rejected() {
    TermOfOffice one = TermOfOffice.of("a", day("2019-01-01")).until(day("2019-02-01")).acting();
    TermOfOffice other = TermOfOffice.of("b", day("2019-01-31")).until(day("2019-03-01")).acting();
    assertRejected(
        () -> state("x").addTerms(MOON, one, other).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "b 2019-01-31/2019-03-01",
            "actor x: terms overlap: a 2019-01-01/2019-02-01 and b 2019-01-31/2019-03-01"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-05-10", "2017-05-09"})
  void a_term_that_ends_on_or_before_its_first_day_is_rejected(String to) {
    assertRejected(
        () ->
            state("x").addTerms(TermOfOffice.of("moon", day("2017-05-10")).until(day(to))).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "moon 2017-05-10/" + to,
            "actor x: term moon 2017-05-10/" + to + " ends on or before the day it begins"));
  }

  @Test
  void a_named_person_that_belongs_to_an_actor_is_rejected() {
    assertRejected(
        () -> person("kang").of("rok-mofa").build(),
        error(
            Code.BAD_ACTOR,
            "of",
            "rok-mofa",
            "actor kang: a named PERSON cannot have 'of', got 'rok-mofa': people change jobs;"
                + " the claim says for whom they spoke"));
  }

  @Test
  void a_state_that_belongs_to_an_actor_is_rejected() {
    assertRejected(
        () -> state("x").of("rok").build(),
        error(Code.BAD_ACTOR, "of", "rok", "actor x: a STATE cannot have 'of', got 'rok'"));
  }

  @Test
  void an_organisation_that_belongs_to_an_actor_is_rejected() {
    assertRejected(
        () -> organisation("x").of("rok").build(),
        error(Code.BAD_ACTOR, "of", "rok", "actor x: an ORGANISATION cannot have 'of', got 'rok'"));
  }

  @Test
  void an_organ_that_belongs_to_no_actor_is_rejected() {
    assertRejected(
        () -> Actor.builder().id("x").name("X").kind(ActorKind.ORGAN).build(),
        error(
            Code.BAD_ACTOR,
            "of",
            "",
            "actor x: an ORGAN needs 'of', the state, organisation or organ to which it belongs"));
  }

  @ParameterizedTest
  @CsvSource({
    "STATE, HEAD, a STATE",
    "ORGANISATION, HEAD, an ORGANISATION",
    "PERSON, HEAD, a PERSON",
    "MEDIA, HEAD, a MEDIA",
    "STATE, NONE, a STATE"
  })
  void an_authority_of_an_actor_that_is_not_an_organ_is_rejected(
      ActorKind kind, Authority authority, String said) {
    assertRejected(
        () -> Actor.builder().id("x").name("X").kind(kind).authority(authority).build(),
        error(
            Code.BAD_ACTOR,
            "authority",
            authority.name(),
            "actor x: only an ORGAN has an authority, this is " + said));
  }

  @Test
  void organs_media_and_unnamed_officials_that_belong_to_an_organisation_are_accepted() {
    assertAccepted(
        dossier(
            organisation("eu").build(),
            organ("eu-commission", "eu").build(),
            medium("eu-radio").of("eu").build(),
            person("an-official").named(false).of("eu").build()));
  }

  // Members

  @ParameterizedTest
  @CsvSource({"STATE, a STATE", "PERSON, a PERSON", "MEDIA, a MEDIA"})
  void members_of_an_actor_that_is_no_organisation_are_rejected(ActorKind kind, String said) {
    assertRejected(
        () -> Actor.builder().id("x").name("X").kind(kind).addMembers(Membership.of("rok")).build(),
        error(
            Code.BAD_MEMBERSHIP,
            "members",
            "rok ../..",
            "actor x: only an ORGANISATION has members, this is " + said));
  }

  @ParameterizedTest
  @CsvSource({"rok-mofa, an ORGAN", "wang-yi, a PERSON", "korea-times, a MEDIA"})
  void a_member_that_is_no_state_or_organisation_is_rejected(String member, String said) {
    assertRejected(
        () -> dossier(organisation("eu").addMembers(Membership.of(member)).build()),
        error(
            Code.WRONG_KIND,
            "/actors/9/members/0/member",
            member,
            "actor eu: member '"
                + member
                + "' is "
                + said
                + ", it must be a STATE or an ORGANISATION"));
  }

  @Test
  void a_circle_of_members_is_rejected() {
    assertRejected(
        () ->
            dossier(
                organisation("a").addMembers(Membership.of("b")).build(),
                organisation("b").addMembers(Membership.of("rok"), Membership.of("a")).build()),
        error(Code.CYCLE, "/actors/9/members", "b", "actor a: members forms a cycle: a → b → a"));
  }

  @Test
  void overlapping_periods_of_one_member_are_rejected() {
    assertRejected(
        () ->
            organisation("x")
                .addMembers(
                    Membership.of("rok").from(day("2010-01-01")),
                    Membership.of("prc"),
                    Membership.of("rok").until(day("2010-01-02")))
                .build(),
        error(
            Code.BAD_MEMBERSHIP,
            "members",
            "rok 2010-01-01/..",
            "actor x: memberships overlap: rok ../2010-01-02 and rok 2010-01-01/.."));
  }

  @Test
  void a_membership_that_ends_before_it_begins_is_rejected() {
    Membership none = Membership.of("rok").from(day("2010-01-01")).until(day("2010-01-01"));
    assertRejected(
        () -> organisation("x").addMembers(none).build(),
        error(
            Code.BAD_MEMBERSHIP,
            "members",
            "rok 2010-01-01/2010-01-01",
            "actor x: membership rok 2010-01-01/2010-01-01 ends on or before the day it begins"));
  }

  @Test
  void members_that_leave_and_return_are_accepted() {
    assertAccepted(
        dossier(
            organisation("nato").addMembers(Membership.of("rok")).build(),
            organisation("x")
                .addMembers(
                    Membership.of("rok").from(day("2010-01-01")),
                    Membership.of("rok").until(day("2010-01-01")),
                    Membership.of("nato"))
                .build()));
  }

  // Successors

  @ParameterizedTest
  @CsvSource({"ORGANISATION, an ORGANISATION", "PERSON, a PERSON", "MEDIA, a MEDIA"})
  void a_first_or_last_day_or_predecessor_of_an_actor_that_is_no_state_is_rejected(
      ActorKind kind, String said) {
    assertRejected(
        () ->
            Actor.builder()
                .id("x")
                .name("X")
                .kind(kind)
                .succeeds("rok")
                .from(day("2010-01-01"))
                .to(day("2011-01-01"))
                .build(),
        error(
            Code.BAD_ACTOR,
            "succeeds",
            "rok",
            "actor x: only a STATE has 'succeeds', this is " + said),
        error(
            Code.BAD_ACTOR,
            "from",
            "2010-01-01",
            "actor x: only a STATE has 'from', this is " + said),
        error(
            Code.BAD_ACTOR, "to", "2011-01-01", "actor x: only a STATE has 'to', this is " + said));
  }

  @Test
  void a_state_that_succeeds_another_without_a_first_day_is_rejected() {
    assertRejected(
        () -> state("russia").succeeds("ussr").build(),
        error(
            Code.MISSING,
            "from",
            "",
            "actor russia: a STATE that succeeds 'ussr' needs 'from', its first day"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2010-01-01", "2009-12-31"})
  void a_state_that_ends_on_or_before_its_first_day_is_rejected(String to) {
    assertRejected(
        () -> state("x").from(day("2010-01-01")).to(day(to)).build(),
        error(
            Code.BAD_DATE,
            "to",
            to,
            "actor x: it ends " + to + ", on or before the day it begins, 2010-01-01"));
  }

  @Test
  void a_predecessor_that_is_no_state_is_rejected() {
    assertRejected(
        () -> dossier(state("x").succeeds("wang-yi").from(day("2010-01-01")).build()),
        error(
            Code.WRONG_KIND,
            "/actors/9/succeeds",
            "wang-yi",
            "actor x: state 'wang-yi' is a PERSON, it must be a STATE"));
  }

  @Test
  void a_circle_of_successors_is_rejected() {
    assertRejected(
        () ->
            dossier(
                state("a").succeeds("b").from(day("2010-01-01")).build(),
                state("b").succeeds("a").from(day("2010-01-01")).build()),
        error(Code.CYCLE, "/actors/9/succeeds", "b", "actor a: succeeds forms a cycle: a → b → a"));
  }

  @Test
  void organs_media_and_unnamed_officials_that_belong_to_an_organ_are_accepted() {
    assertAccepted(
        dossier(
            organ("rok-mofa-spokesman", "rok-mofa").build(),
            medium("korea-net").of("rok-mofa").build(),
            person("an-official").named(false).of("rok-mofa").build(),
            person("somebody").named(false).build()));
  }
}

package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.model.Records.claim;
import static org.demarche.model.Records.day;
import static org.demarche.model.Records.dossier;
import static org.demarche.model.Records.evidence;
import static org.demarche.model.Records.medium;
import static org.demarche.model.Records.occasion;
import static org.demarche.model.Records.organ;
import static org.demarche.model.Records.person;
import static org.demarche.model.Records.proposition;
import static org.demarche.model.Records.refusal;
import static org.demarche.model.Records.source;
import static org.demarche.model.Records.state;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.demarche.model.Problem.Code;
import org.demarche.model.Problem.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What no dossier may hold, in the order in which the model lists it, with what is said about it. A
 * fault of one record is found when the record is built, and has no pointer; a fault between
 * records when the dossier is.
 */
class InvariantsTest {
  /**
   * A problem that is expected.
   *
   * @param where a pointer, or just the field where the record does not know its place yet
   */
  private static Tuple error(Code code, String where, String value, String says) {
    return problem(Severity.ERROR, code, where, value, says);
  }

  private static Tuple warning(Code code, String where, String value, String says) {
    return problem(Severity.WARNING, code, where, value, says);
  }

  private static Tuple problem(
      Severity severity, Code code, String where, String value, String says) {
    String pointer = where.startsWith("/") ? where : "";
    String field = where.replaceFirst("^/[a-z]+/\\d+/", "");
    return tuple(severity, code, pointer, field, value, says);
  }

  private static List<Tuple> rows(List<Problem> problems) {
    return problems.stream()
        .map(p -> tuple(p.severity(), p.code(), p.pointer(), p.field(), p.value(), p.message()))
        .toList();
  }

  private static void assertRefused(ThrowingCallable building, Tuple... expected) {
    assertThat(rows(refusal(building).problems())).containsExactly(expected);
  }

  private static void assertRefused(Dossier.Builder dossier, Tuple... expected) {
    assertRefused(dossier::build, expected);
  }

  private static void assertTaken(Dossier.Builder dossier, Tuple... warnings) {
    assertThat(rows(dossier.build().warnings())).containsExactly(warnings);
  }

  @Test
  void the_dossier_that_the_tests_bend_is_sound() {
    assertTaken(dossier());
  }

  // 1. References

  static Stream<Arguments> references() {
    return Stream.of(
        arguments(
            dossier().addSources(source("X").outlet("korea-time").build()),
            "/sources/1/outlet",
            "korea-time",
            "source X: outlet 'korea-time' is not in the dossier (did you mean 'korea-times'?)"),
        arguments(
            dossier().addSources(source("X").addDerivedFrom("KT71").build()),
            "/sources/1/derivedFrom",
            "KT71",
            "source X: source 'KT71' is not in the dossier (did you mean 'KT17'?)"),
        arguments(
            dossier().addSources(source("X").revises("KT17b").build()),
            "/sources/1/revises",
            "KT17b",
            "source X: source 'KT17b' is not in the dossier (did you mean 'KT17'?)"),
        arguments(
            dossier().addActors(organ("x", "rok-mof").build()),
            "/actors/9/of",
            "rok-mof",
            "actor x: of 'rok-mof' is not in the dossier (did you mean 'rok-mofa'?)"),
        arguments(
            dossier()
                .addActors(
                    state("x")
                        .addTerms(
                            TermOfOffice.of("moon-jae-in", day("2012-05-10"), day("2017-05-10")))
                        .addTerms(
                            TermOfOffice.of("moon-jae-inn", day("2017-05-10"), day("2022-05-10")))
                        .build()),
            "/actors/9/terms/1/head",
            "moon-jae-inn",
            "actor x: head 'moon-jae-inn' is not in the dossier (did you mean 'moon-jae-in'?)"),
        arguments(
            dossier().addOccasions(occasion("x").addParticipants("wangyi").build()),
            "/occasions/1/participants",
            "wangyi",
            "occasion x: participant 'wangyi' is not in the dossier (did you mean 'wang-yi'?)"),
        arguments(
            dossier()
                .addPropositions(
                    proposition("x")
                        .putParts("join-us-bmd", Stance.FOR)
                        .putParts("three-nos", Stance.FOR)
                        .build()),
            "/propositions/3/parts/join-us-bmd",
            "join-us-bmd",
            "proposition x: part 'join-us-bmd' is not in the dossier (did you mean 'join-us-md'?)"),
        arguments(
            dossier().addPropositions(proposition("x").about("three-no").build()),
            "/propositions/3/about",
            "three-no",
            "proposition x: proposition 'three-no' is not in the dossier (did you mean"
                + " 'three-nos'?)"),
        arguments(
            dossier().addPropositions(proposition("x").addExcludes("three-nose").build()),
            "/propositions/3/excludes",
            "three-nose",
            "proposition x: proposition 'three-nose' is not in the dossier (did you mean"
                + " 'three-nos'?)"),
        arguments(
            dossier().addClaims(claim("X").addSpeakers("wan-yi").build()),
            "/claims/1/speakers",
            "wan-yi",
            "claim X: speaker 'wan-yi' is not in the dossier (did you mean 'wang-yi'?)"),
        arguments(
            dossier().addClaims(claim("X").addPrincipals("prc-mfaa").build()),
            "/claims/1/principals",
            "prc-mfaa",
            "claim X: principal 'prc-mfaa' is not in the dossier (did you mean 'prc-mfa'?)"),
        arguments(
            dossier().addClaims(claim("X").addAudience("prc-mfaa").build()),
            "/claims/1/audience",
            "prc-mfaa",
            "claim X: audience 'prc-mfaa' is not in the dossier (did you mean 'prc-mfa'?)"),
        arguments(
            dossier().addClaims(claim("KT17-07").proposition("three-no").build()),
            "/claims/1/proposition",
            "three-no",
            "claim KT17-07: proposition 'three-no' is not in the dossier (did you mean"
                + " 'three-nos'?)"),
        arguments(
            dossier().addClaims(claim("X").occasion("fm-2017-11-23").build()),
            "/claims/1/occasion",
            "fm-2017-11-23",
            "claim X: occasion 'fm-2017-11-23' is not in the dossier (did you mean"
                + " 'fm-2017-11-22'?)"),
        arguments(
            dossier().addClaims(claim("X").addRespondsTo("KT17-10").build()),
            "/claims/1/respondsTo",
            "KT17-10",
            "claim X: claim 'KT17-10' is not in the dossier (did you mean 'KT17-01'?)"),
        arguments(
            dossier().addClaims(claim("X").addEvidence(evidence().source("KT18").build()).build()),
            "/claims/1/evidence/1/source",
            "KT18",
            "claim X: source 'KT18' is not in the dossier (did you mean 'KT17'?)"),
        arguments(
            dossier()
                .addClaims(
                    claim("X").addEvidence(evidence().addVia("prc-mfa", "wan-yi").build()).build()),
            "/claims/1/evidence/1/via",
            "wan-yi",
            "claim X: relay 'wan-yi' is not in the dossier (did you mean 'wang-yi'?)"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("references")
  void an_unknown_id_is_refused_wherever_it_stands_with_the_nearest(
      Dossier.Builder dossier, String pointer, String value, String message) {
    assertRefused(dossier, error(Code.UNKNOWN_ID, pointer, value, message));
  }

  @Test
  void an_id_that_nothing_is_near_to_gets_no_suggestion() {
    assertRefused(
        dossier().addClaims(claim("X").proposition("deployment-of-aegis-ashore").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/proposition",
            "deployment-of-aegis-ashore",
            "claim X: proposition 'deployment-of-aegis-ashore' is not in the dossier"));
  }

  @Test
  void an_issue_where_a_proposition_is_meant_is_noticed() {
    assertRefused(
        dossier().addClaims(claim("X").proposition("three-nos-content").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/proposition",
            "three-nos-content",
            "claim X: proposition 'three-nos-content' is not in the dossier; it is an issue"));
  }

  @Test
  void an_issue_where_an_actor_is_meant_is_just_unknown() {
    assertRefused(
        dossier().addClaims(claim("X").addSpeakers("three-nos-content").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/speakers",
            "three-nos-content",
            "claim X: speaker 'three-nos-content' is not in the dossier"));
  }

  static Stream<Arguments> misfits() {
    return Stream.of(
        arguments(
            dossier().addSources(source("X").outlet("rok").build()),
            "/sources/1/outlet",
            "rok",
            "source X: outlet 'rok' is a STATE, it must be an ORGAN or a MEDIA"),
        arguments(
            dossier().addActors(organ("x", "korea-times").build()),
            "/actors/9/of",
            "korea-times",
            "actor x: of 'korea-times' is a MEDIA, it must be a STATE or an ORGAN"),
        arguments(
            dossier().addActors(medium("x").of("wang-yi").build()),
            "/actors/9/of",
            "wang-yi",
            "actor x: of 'wang-yi' is a PERSON, it must be a STATE or an ORGAN"),
        arguments(
            dossier().addActors(person("x").named(false).of("wang-yi").build()),
            "/actors/9/of",
            "wang-yi",
            "actor x: of 'wang-yi' is a PERSON, it must be a STATE or an ORGAN or a MEDIA"),
        arguments(
            dossier()
                .addActors(
                    state("x")
                        .addTerms(TermOfOffice.of("rok-mofa", day("2012-05-10"), day("2017-05-10")))
                        .build()),
            "/actors/9/terms/0/head",
            "rok-mofa",
            "actor x: head 'rok-mofa' is an ORGAN, it must be a PERSON"));
  }

  @ParameterizedTest(name = "{1} {2}")
  @MethodSource("misfits")
  void an_id_of_the_wrong_kind_of_actor_is_refused(
      Dossier.Builder dossier, String pointer, String value, String message) {
    assertRefused(dossier, error(Code.WRONG_KIND, pointer, value, message));
  }

  // 2. Duplicates

  static Stream<Arguments> duplicates() {
    return Stream.of(
        arguments(
            dossier().addSources(source("KT17").build()),
            "/sources/1/id",
            "duplicate source id KT17"),
        arguments(
            dossier().addActors(state("rok").build()), "/actors/9/id", "duplicate actor id rok"),
        arguments(
            dossier().addOccasions(occasion("fm-2017-11-22").build()),
            "/occasions/1/id",
            "duplicate occasion id fm-2017-11-22"),
        arguments(
            dossier().addPropositions(proposition("three-nos").build()),
            "/propositions/3/id",
            "duplicate proposition id three-nos"),
        arguments(
            dossier().addClaims(claim("KT17-01").build()),
            "/claims/1/id",
            "duplicate claim id KT17-01"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("duplicates")
  void one_id_names_one_record_of_a_type(Dossier.Builder dossier, String pointer, String message) {
    String id = message.substring(message.lastIndexOf(' ') + 1);
    assertRefused(dossier, error(Code.DUPLICATE_ID, pointer, id, message));
  }

  @Test
  void records_of_different_types_may_share_an_id() {
    assertTaken(dossier().addClaims(claim("KT17").build(), claim("rok").build()));
  }

  // 3. Evidence

  @Test
  void a_claim_needs_at_least_one_piece_of_evidence() {
    assertRefused(
        () -> claim("X").evidence(List.of()).build(),
        error(
            Code.MISSING,
            "evidence",
            "[]",
            "claim X: a claim needs at least one piece of evidence"));
  }

  // 4. Quotation, speaker, principal

  @Test
  void a_claim_needs_at_least_one_speaker() {
    assertRefused(
        () -> claim("X").speakers(List.of()).build(),
        error(
            Code.MISSING,
            "speakers",
            "[]",
            "claim X: speakers: a claim needs at least one speaker"));
  }

  @Test
  void a_claim_needs_at_least_one_principal() {
    assertRefused(
        () -> claim("X").principals(List.of()).build(),
        error(
            Code.MISSING,
            "principals",
            "[]",
            "claim X: principals: a claim needs at least one principal"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECORDED")
  void evidence_needs_a_quotation(Mode mode) {
    Evidence none = Evidence.builder().source("KT17").mode(mode).build();
    assertRefused(
        () -> claim("X").addEvidence(none).build(),
        error(
            Code.MISSING,
            "evidence/1/quote",
            "",
            "claim X: evidence from KT17 needs a quotation: only RECORDED evidence may go without,"
                + " this is "
                + mode));
  }

  @Test
  void recorded_evidence_may_go_without_a_quotation() {
    Evidence none = Evidence.builder().source("KT17").mode(Mode.RECORDED).build();
    assertTaken(dossier().addClaims(claim("X").evidence(List.of(none)).build()));
  }

  @ParameterizedTest
  @EnumSource
  void a_quotation_is_not_empty(Mode mode) {
    assertRefused(
        () -> claim("X").evidence(List.of(evidence().mode(mode).quote(" \t").build())).build(),
        error(Code.BLANK, "evidence/0/quote", " \t", "claim X: the quotation from KT17 is empty"));
  }

  // 5. Quotations are found

  @Test
  void a_quotation_must_stand_in_the_text_of_its_source() {
    String text = "-".repeat(1170) + "plan\u00A0to";
    assertRefused(
        dossier()
            .addSources(source("UPI17").text(text).build())
            .addClaims(
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

  // 6. Asserted and published

  @Test
  void a_claim_cannot_be_made_wholly_after_a_source_of_it_was_published() {
    assertRefused(
        dossier().addClaims(claim("X").asserted(When.parse("[2022-08-09..2022-08-10]")).build()),
        error(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "[2022-08-09..2022-08-10]",
            "claim X: asserted 2022-08-09 or later, but KT17 was published 2017-11-24"));
  }

  @Test
  void each_source_that_came_out_before_the_claim_is_told() {
    assertRefused(
        dossier()
            .addSources(
                source("UPI17").published(When.parse("2017-10-31")).build(),
                source("AP22").published(When.parse("2022-08-11")).build())
            .addClaims(
                claim("X")
                    .asserted(When.parse("2017-12"))
                    .addEvidence(
                        evidence().source("UPI17").build(), evidence().source("AP22").build())
                    .build()),
        error(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "2017-12",
            "claim X: asserted 2017-12-01 or later, but KT17 was published 2017-11-24"),
        error(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "2017-12",
            "claim X: asserted 2017-12-01 or later, but UPI17 was published 2017-10-31"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-11-24", "2017-11", "2017", "[..2022]", "2016/2022", "../2022"})
  void a_claim_that_may_have_been_made_by_the_day_of_publication_is_taken(String asserted) {
    assertTaken(dossier().addClaims(claim("X").asserted(When.parse(asserted)).build()));
  }

  // 7. and 8. Dates: all forms are in WhenTest

  @Test
  void a_date_must_exist() {
    assertThatThrownBy(() -> When.parse("2017-11-31"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("when '2017-11-31': November has 30 days");
  }

  @Test
  void a_date_cannot_end_before_it_starts() {
    assertThatThrownBy(() -> When.parse("[2017-11-24..2017-10-31]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("when '[2017-11-24..2017-10-31]': starts 2017-11-24, after it ends 2017-10-31");
  }

  @Test
  void throughout_needs_a_period() {
    assertThatThrownBy(() -> When.parse("2017-10-31/2017-10-31"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("when '2017-10-31/2017-10-31': throughout needs a period, got 2017-10-31");
  }

  // 9. Composites and circles

  @Test
  void a_part_is_held_for_or_against() {
    assertRefused(
        () ->
            proposition("x")
                .putParts("additional-thaad", Stance.UNCOMMITTED)
                .putParts("join-us-md", Stance.FOR)
                .build(),
        error(
            Code.BAD_COMPOSITE,
            "parts/additional-thaad",
            "UNCOMMITTED",
            "proposition x: part 'additional-thaad' is UNCOMMITTED: holding the whole means FOR or"
                + " AGAINST each part"));
  }

  @Test
  void a_composite_has_two_parts_or_more() {
    assertRefused(
        () -> proposition("x").putParts("join-us-md", Stance.FOR).build(),
        error(
            Code.BAD_COMPOSITE,
            "parts",
            "join-us-md",
            "proposition x: a composite has two parts or more, this has only 'join-us-md'"));
  }

  @Test
  void parts_do_not_go_in_a_circle() {
    assertRefused(
        dossier()
            .addPropositions(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("b", Stance.FOR)
                    .build(),
                proposition("b")
                    .putParts("a", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.CYCLE,
            "/propositions/3/parts",
            "b",
            "proposition a: parts goes in a circle: a → b → a"));
  }

  @Test
  void a_proposition_is_no_part_of_itself() {
    assertRefused(
        dossier()
            .addPropositions(
                proposition("a")
                    .putParts("a", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.CYCLE,
            "/propositions/3/parts",
            "a",
            "proposition a: parts goes in a circle: a → a"));
  }

  @Test
  void characterisations_do_not_go_in_a_circle() {
    assertRefused(
        dossier()
            .addPropositions(
                proposition("a").about("b").build(),
                proposition("b").about("c").build(),
                proposition("c").about("a").build()),
        error(
            Code.CYCLE,
            "/propositions/3/about",
            "c",
            "proposition a: about goes in a circle: a → b → c → a"));
  }

  @Test
  void organs_do_not_belong_to_each_other() {
    assertRefused(
        dossier().addActors(organ("a", "b").build(), organ("b", "a").build()),
        error(Code.CYCLE, "/actors/9/of", "b", "actor a: of goes in a circle: a → b → a"));
  }

  @Test
  void a_circle_is_told_without_what_leads_into_it() {
    assertRefused(
        dossier()
            .addActors(organ("a", "b").build(), organ("b", "c").build(), organ("c", "b").build()),
        error(Code.CYCLE, "/actors/10/of", "c", "actor b: of goes in a circle: b → c → b"));
  }

  @Test
  void a_circle_points_at_its_record_also_where_a_duplicate_stands_before_it() {
    assertRefused(
        dossier().addActors(state("rok").build(), organ("a", "b").build(), organ("b", "a").build()),
        error(Code.DUPLICATE_ID, "/actors/9/id", "rok", "duplicate actor id rok"),
        error(Code.CYCLE, "/actors/10/of", "b", "actor a: of goes in a circle: a → b → a"));
  }

  @Test
  void a_long_chain_is_no_circle_and_needs_no_deep_stack() {
    Actor[] chain =
        IntStream.range(0, 20_000)
            .mapToObj(i -> organ("o" + i, i == 0 ? "rok" : "o" + (i - 1)).build())
            .toArray(Actor[]::new);
    assertTaken(dossier().addActors(chain));
  }

  @Test
  void two_paths_to_one_part_must_ask_for_the_same_stance() {
    assertRefused(
        dossier()
            .addPropositions(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("three-nos", Stance.FOR)
                    .build()),
        error(
            Code.BAD_COMPOSITE,
            "/propositions/3/parts",
            "additional-thaad",
            "proposition a: two paths to part 'additional-thaad' with different stances:"
                + " a → additional-thaad FOR, a → three-nos → additional-thaad AGAINST"));
  }

  @Test
  void two_paths_to_one_part_are_told_beside_a_circle_elsewhere() {
    assertRefused(
        dossier()
            .addPropositions(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("three-nos", Stance.FOR)
                    .build(),
                proposition("b")
                    .putParts("b", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.CYCLE,
            "/propositions/4/parts",
            "b",
            "proposition b: parts goes in a circle: b → b"),
        error(
            Code.BAD_COMPOSITE,
            "/propositions/3/parts",
            "additional-thaad",
            "proposition a: two paths to part 'additional-thaad' with different stances:"
                + " a → additional-thaad FOR, a → three-nos → additional-thaad AGAINST"));
  }

  @Test
  void two_paths_to_one_part_may_agree() {
    assertTaken(
        dossier()
            .addPropositions(
                proposition("a")
                    .putParts("additional-thaad", Stance.AGAINST)
                    .putParts("three-nos", Stance.FOR)
                    .build()));
  }

  @Test
  void to_be_against_a_composite_asks_for_nothing_of_its_parts() {
    assertTaken(
        dossier()
            .addPropositions(
                proposition("a")
                    .putParts("additional-thaad", Stance.FOR)
                    .putParts("three-nos", Stance.AGAINST)
                    .build()));
  }

  // 10. Exclusions

  @Test
  void a_proposition_cannot_exclude_itself() {
    assertRefused(
        () -> proposition("x").addExcludes("x").build(),
        error(
            Code.SELF_EXCLUSION,
            "excludes",
            "x",
            "proposition x: a proposition cannot exclude itself"));
  }

  @Test
  void a_proposition_cannot_exclude_its_own_part() {
    assertRefused(
        () ->
            proposition("x")
                .putParts("additional-thaad", Stance.FOR)
                .putParts("join-us-md", Stance.FOR)
                .addExcludes("join-us-md")
                .build(),
        error(
            Code.SELF_EXCLUSION,
            "excludes",
            "join-us-md",
            "proposition x: a proposition cannot exclude its own part 'join-us-md'"));
  }

  @Test
  void a_part_cannot_exclude_its_whole_since_exclusion_is_symmetric() {
    assertRefused(
        dossier()
            .addPropositions(
                proposition("a").addExcludes("b").build(),
                proposition("b")
                    .putParts("a", Stance.FOR)
                    .putParts("join-us-md", Stance.FOR)
                    .build()),
        error(
            Code.SELF_EXCLUSION,
            "/propositions/3/excludes",
            "b",
            "proposition a: a proposition cannot exclude 'b', of which it is a part"));
  }

  @Test
  void rivals_may_exclude_each_other() {
    assertTaken(
        dossier()
            .addPropositions(
                proposition("a").addExcludes("b", "three-nos").build(),
                proposition("b").addExcludes("a").build()));
  }

  // 11. and 12. Force and stance

  /** The forces that take no side, so that only UNCOMMITTED goes with them. */
  private static final Set<Force> NO_SIDE =
      EnumSet.of(Force.NOTE, Force.DECLINE_TO_COMMENT, Force.WITHHOLD);

  /** The forces that must be for or against something. */
  private static final Set<Force> A_SIDE =
      EnumSet.of(
          Force.PROMISE,
          Force.URGE,
          Force.DEMAND,
          Force.HOPE,
          Force.WELCOME,
          Force.EXPRESS_DESIRE,
          Force.AGREE);

  @ParameterizedTest
  @CsvSource({
    "NOTE, FOR", "NOTE, AGAINST",
    "DECLINE_TO_COMMENT, FOR", "DECLINE_TO_COMMENT, AGAINST",
    "WITHHOLD, FOR", "WITHHOLD, AGAINST"
  })
  void a_force_that_takes_no_side_is_uncommitted(Force force, Stance stance) {
    assertRefused(
        () -> claim("X").force(force).stance(stance).build(),
        error(
            Code.UNFIT_STANCE,
            "stance",
            stance.name(),
            "claim X: " + force + " takes no side: stance must be UNCOMMITTED, got " + stance));
  }

  @ParameterizedTest
  @EnumSource(names = {"PROMISE", "URGE", "DEMAND", "HOPE", "WELCOME", "EXPRESS_DESIRE", "AGREE"})
  void a_force_that_takes_a_side_is_for_or_against(Force force) {
    assertRefused(
        () -> claim("X").force(force).stance(Stance.UNCOMMITTED).build(),
        error(
            Code.UNFIT_STANCE,
            "stance",
            "UNCOMMITTED",
            "claim X: " + force + " takes a side: stance must be FOR or AGAINST, got UNCOMMITTED"));
  }

  @ParameterizedTest
  @EnumSource
  void every_other_stance_goes_with_every_other_force(Force force) {
    Set<Stance> fit = EnumSet.allOf(Stance.class);
    if (NO_SIDE.contains(force)) {
      fit = EnumSet.of(Stance.UNCOMMITTED);
    } else if (A_SIDE.contains(force)) {
      fit = EnumSet.of(Stance.FOR, Stance.AGAINST);
    }
    for (Stance stance : fit) {
      assertTaken(dossier().addClaims(claim("X").force(force).stance(stance).build()));
    }
  }

  // 13. and 14. Media

  @ParameterizedTest
  @ValueSource(strings = {"prc", "prc-mfa"})
  void a_medium_and_a_government_cannot_speak_jointly(String government) {
    assertRefused(
        dossier().addClaims(claim("X").principals(List.of(government, "global-times")).build()),
        error(
            Code.MIXED_PRINCIPALS,
            "/claims/1/principals",
            "[global-times, " + government + "]",
            "claim X: a paper and a government cannot speak jointly: make a claim each of"
                + " principals [global-times, "
                + government
                + "]"));
  }

  @Test
  void a_medium_and_a_person_may_speak_jointly() {
    assertTaken(
        dossier().addClaims(claim("X").principals(List.of("wang-yi", "global-times")).build()));
  }

  @Test
  void state_run_media_speak_for_themselves() {
    assertRefused(
        dossier()
            .addClaims(
                claim("X").speakers(List.of("global-times")).principals(List.of("prc")).build()),
        error(
            Code.MEDIUM_SPEAKS_FOR_OTHER,
            "/claims/1/principals",
            "prc",
            "claim X: state-run media speak for themselves: principal must be 'global-times', got"
                + " 'prc'"));
  }

  @Test
  void other_media_speak_for_themselves_too() {
    assertRefused(
        dossier()
            .addClaims(
                claim("X")
                    .speakers(List.of("korea-times"))
                    .principals(List.of("global-times"))
                    .build()),
        error(
            Code.MEDIUM_SPEAKS_FOR_OTHER,
            "/claims/1/principals",
            "global-times",
            "claim X: media speak for themselves: principal must be 'korea-times', got"
                + " 'global-times'"));
  }

  @Test
  void a_medium_may_speak_for_itself() {
    assertTaken(
        dossier()
            .addClaims(
                claim("X")
                    .speakers(List.of("global-times"))
                    .principals(List.of("global-times"))
                    .build()));
  }

  // 15. Relays of whom nothing tells on whose side they are

  private static Claim relayed(String source, String... via) {
    return claim("X").evidence(List.of(evidence().source(source).addVia(via).build())).build();
  }

  @Test
  void a_named_person_as_relay_needs_somebody_with_a_side_in_the_chain() {
    assertRefused(
        dossier()
            .addSources(source("blog").outlet("moon-jae-in").build())
            .addClaims(relayed("blog", "wang-yi")),
        error(
            Code.WRONG_KIND,
            "/sources/1/outlet",
            "moon-jae-in",
            "source blog: outlet 'moon-jae-in' is a PERSON, it must be an ORGAN or a MEDIA"),
        error(
            Code.SIDELESS_RELAY,
            "/claims/1/evidence/0/via",
            "wang-yi",
            "claim X: relay 'wang-yi' is a named person with no organ, state or medium in the"
                + " chain from blog: his side would be unknown"));
  }

  @Test
  void a_named_person_as_relay_of_whom_no_state_is_known_deserves_a_second_look() {
    assertTaken(
        dossier().addClaims(relayed("KT17", "wang-yi")),
        warning(
            Code.SIDELESS_RELAY,
            "/claims/1/evidence/0/via",
            "wang-yi",
            "claim X: relay 'wang-yi' is a named person with no organ, state or medium of a state"
                + " in the chain from KT17: his side is unknown, so nothing counts as told by"
                + " another"));
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
  void a_named_person_as_relay_has_a_side_if_any_in_the_chain_has(String outlet, String other) {
    assertTaken(
        dossier()
            .addActors(person("an-official").named(false).of("prc-mfa").build())
            .addSources(source("S").outlet(outlet).build())
            .addClaims(relayed("S", other, "wang-yi")));
  }

  @Test
  void a_chain_with_a_link_that_is_not_in_the_dossier_is_not_judged() {
    assertRefused(
        dossier()
            .addSources(source("S").outlet("nobody-we-know").build())
            .addClaims(relayed("S", "wang-yi")),
        error(
            Code.UNKNOWN_ID,
            "/sources/1/outlet",
            "nobody-we-know",
            "source S: outlet 'nobody-we-know' is not in the dossier"));
  }

  @Test
  void an_unnamed_person_as_relay_needs_nobody_else() {
    assertTaken(
        dossier()
            .addActors(person("somebody").named(false).build())
            .addClaims(relayed("KT17", "somebody")));
  }

  // 16. Speakers who relay

  @Test
  void a_speaker_does_not_relay_himself() {
    assertRefused(
        () -> relayed("KT17", "rok-mofa", "kang-kyung-wha"),
        error(
            Code.SPEAKER_RELAYS,
            "evidence/0/via",
            "kang-kyung-wha",
            "claim X: 'kang-kyung-wha' is both the speaker and a relay of the evidence from KT17:"
                + " a speaker needs no relay to himself"));
  }

  // 17. Responses

  @ParameterizedTest
  @EnumSource(names = {"DENY", "REFUSE"})
  void nothing_is_denied_or_refused_before_it_is_said(Force force) {
    assertRefused(
        dossier()
            .addClaims(
                claim("X")
                    .force(force)
                    .asserted(When.parse("[2017-11-20..2017-11-21]"))
                    .addRespondsTo("KT17-01")
                    .build()),
        error(
            Code.BAD_RESPONSE,
            "/claims/1/respondsTo",
            "KT17-01",
            "claim X: "
                + force
                + " of [2017-11-20..2017-11-21] cannot answer 'KT17-01', which was said later,"
                + " 2017-11-22"));
  }

  @ParameterizedTest
  @CsvSource({"DENY, 2017-11-22", "REFUSE, 2017-11", "REFUSE, 2017-11-23", "URGE, 2017-11-21"})
  void what_may_have_been_said_before_may_be_answered(Force force, String asserted) {
    assertTaken(
        dossier()
            .addClaims(
                claim("X")
                    .force(force)
                    .asserted(When.parse(asserted))
                    .addRespondsTo("KT17-01")
                    .build()));
  }

  @Test
  void a_claim_cannot_respond_to_itself() {
    assertRefused(
        () -> claim("X").addRespondsTo("X").build(),
        error(Code.BAD_RESPONSE, "respondsTo", "X", "claim X: a claim cannot respond to itself"));
  }

  // 18. and 19. Occasions

  @Test
  void a_claim_cannot_be_made_before_its_occasion_began() {
    assertRefused(
        dossier()
            .addClaims(
                claim("X").asserted(When.parse("2017-11-21")).occasion("fm-2017-11-22").build()),
        error(
            Code.BEFORE_OCCASION,
            "/claims/1/occasion",
            "fm-2017-11-22",
            "claim X: asserted 2017-11-21, but its occasion 'fm-2017-11-22' began later,"
                + " 2017-11-22: a read-out may come after the meeting, not before"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2017-11-22",
        "2017-11-24",
        "2017-11",
        "[..2017-11-22]",
        "[2017-10-31..2017-11-22]"
      })
  void a_claim_may_be_made_at_its_occasion_or_tell_of_it_later(String asserted) {
    assertTaken(
        dossier()
            .addClaims(
                claim("X").asserted(When.parse(asserted)).occasion("fm-2017-11-22").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"usa", "us-state"})
  void a_principal_whose_state_took_no_part_in_the_occasion_deserves_a_second_look(String who) {
    assertTaken(
        dossier()
            .addActors(state("usa").build(), organ("us-state", "usa").build())
            .addClaims(
                claim("X").principals(List.of(who, "rok")).occasion("fm-2017-11-22").build()),
        warning(
            Code.NOT_A_PARTICIPANT,
            "/claims/1/principals",
            who,
            "claim X: principal '"
                + who
                + "' is of 'usa', which took no part in occasion 'fm-2017-11-22'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rok", "rok-mofa", "rok-mnd", "wang-yi", "korea-times"})
  void a_principal_of_a_participants_state_or_of_none_deserves_no_second_look(String principal) {
    assertTaken(
        dossier()
            .addActors(organ("rok-mnd", "rok").build())
            .addClaims(
                claim("X").principals(List.of(principal)).occasion("fm-2017-11-22").build()));
  }

  // 20. Terms of office

  private static final TermOfOffice MOON =
      TermOfOffice.of("moon-jae-in", day("2017-05-10"), day("2022-05-10"));

  @Test
  void terms_do_not_overlap() {
    TermOfOffice yoon =
        TermOfOffice.builder().head("yoon-suk-yeol").from(day("2022-05-09")).build();
    assertRefused(
        () -> state("rok").addTerms(yoon, MOON).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "yoon-suk-yeol 2022-05-09/..",
            "actor rok: terms overlap: moon-jae-in 2017-05-10/2022-05-10 and yoon-suk-yeol"
                + " 2022-05-09/.."));
  }

  @Test
  void every_term_that_overlaps_a_longer_one_is_told() {
    TermOfOffice open = TermOfOffice.builder().head("a").from(day("2000-01-01")).build();
    assertRefused(
        () ->
            state("x")
                .addTerms(
                    open,
                    TermOfOffice.of("b", day("2001-01-01"), day("2002-01-01")),
                    TermOfOffice.of("c", day("2003-01-01"), day("2004-01-01")))
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
  void a_term_may_begin_on_the_day_on_which_the_last_one_ends() {
    TermOfOffice yoon = TermOfOffice.builder().head("wang-yi").from(day("2022-05-10")).build();
    assertTaken(dossier().addActors(state("x").addTerms(yoon, MOON).build()));
  }

  @ParameterizedTest
  @CsvSource({"ORGAN, an ORGAN", "PERSON, a PERSON", "MEDIA, a MEDIA"})
  void only_a_state_has_terms(ActorKind kind, String said) {
    Actor.Builder actor = Actor.builder().id("x").name("X").kind(kind).addTerms(MOON);
    if (kind == ActorKind.ORGAN) {
      actor.of("rok");
    }
    assertRefused(
        actor::build,
        error(
            Code.BAD_TERM,
            "terms",
            "moon-jae-in 2017-05-10/2022-05-10",
            "actor x: only a STATE has terms of office, this is " + said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-05-10", "2017-05-09"})
  void a_term_ends_after_the_day_on_which_it_begins(String to) {
    assertRefused(
        () -> state("x").addTerms(TermOfOffice.of("moon", day("2017-05-10"), day(to))).build(),
        error(
            Code.BAD_TERM,
            "terms",
            "moon 2017-05-10/" + to,
            "actor x: term moon 2017-05-10/" + to + " ends on or before the day it begins"));
  }

  // 21. To whom actors belong, and their authority

  @Test
  void a_named_person_belongs_to_nothing() {
    assertRefused(
        () -> person("kang").of("rok-mofa").build(),
        error(
            Code.BAD_ACTOR,
            "of",
            "rok-mofa",
            "actor kang: a named PERSON belongs to nothing, got of 'rok-mofa': people change jobs,"
                + " the claim says for whom they spoke"));
  }

  @Test
  void a_state_belongs_to_nothing() {
    assertRefused(
        () -> state("x").of("rok").build(),
        error(Code.BAD_ACTOR, "of", "rok", "actor x: a STATE belongs to nothing, got of 'rok'"));
  }

  @Test
  void an_organ_belongs_to_something() {
    assertRefused(
        () -> Actor.builder().id("x").name("X").kind(ActorKind.ORGAN).build(),
        error(
            Code.BAD_ACTOR,
            "of",
            "",
            "actor x: an ORGAN needs 'of', the state or organ to which it belongs"));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ORGAN")
  void only_an_organ_has_an_authority(ActorKind kind) {
    assertRefused(
        () -> Actor.builder().id("x").name("X").kind(kind).authority(Authority.HEAD).build(),
        error(
            Code.BAD_ACTOR,
            "authority",
            "HEAD",
            "actor x: only an ORGAN has an authority, this is a " + kind));
  }

  @Test
  void organs_media_and_unnamed_officials_may_belong_to_an_organ() {
    assertTaken(
        dossier()
            .addActors(
                organ("rok-mofa-spokesman", "rok-mofa").build(),
                medium("korea-net").of("rok-mofa").build(),
                person("an-official").named(false).of("rok-mofa").build(),
                person("somebody").named(false).build()));
  }

  // 22. Derivations

  @ParameterizedTest
  @CsvSource({"derivedFrom", "revises"})
  void sources_do_not_derive_from_each_other_nor_revise_each_other(String field) {
    Source.Builder a = source("A17");
    Source.Builder b = source("B17");
    if (field.equals("revises")) {
      a.revises("B17");
      b.revises("A17");
    } else {
      a.addDerivedFrom("B17");
      b.addDerivedFrom("A17");
    }
    assertRefused(
        dossier().addSources(a.build(), b.build()),
        error(
            Code.BAD_DERIVATION,
            "/sources/1/" + field,
            "B17",
            "source A17: " + field + " goes in a circle: A17 → B17 → A17"));
  }

  @Test
  void a_source_does_not_derive_from_itself() {
    assertRefused(
        () -> source("A17").addDerivedFrom("A17").build(),
        error(
            Code.BAD_DERIVATION,
            "derivedFrom",
            "A17",
            "source A17: a source cannot derive from itself"));
  }

  @Test
  void a_source_does_not_revise_itself() {
    assertRefused(
        () -> source("A17").revises("A17").build(),
        error(Code.BAD_DERIVATION, "revises", "A17", "source A17: a source cannot revise itself"));
  }

  @Test
  void a_source_may_revise_that_from_which_it_derives() {
    assertTaken(
        dossier()
            .addSources(
                source("A17").addDerivedFrom("KT17").build(),
                source("B17").addDerivedFrom("KT17", "A17").revises("A17").build()));
  }

  // 23. Quotation marks

  @ParameterizedTest
  @EnumSource(names = {"DIRECT", "PARTIAL"})
  void words_of_the_speaker_without_quotation_marks_deserve_a_second_look(Mode mode) {
    assertTaken(
        dossier()
            .addClaims(
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
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"DIRECT", "PARTIAL"})
  void words_that_are_not_the_speakers_need_no_quotation_marks(Mode mode) {
    assertTaken(
        dossier()
            .addClaims(
                claim("X")
                    .evidence(List.of(evidence().mode(mode).quote("Seoul’s stance").build()))
                    .build()));
  }

  // 24. Ids and names

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "two nos",
        "three-nós",
        "三不",
        "-nos",
        ".nos",
        "/nos",
        "nos.",
        "nos/",
        "nos:",
        "nos_",
        "a\u00A0b",
        "a\n",
        "a'b",
        "a~b",
        "#1"
      })
  void an_id_is_a_slug(String id) {
    String says =
        "id '"
            + id
            + "' is not a slug: ASCII letters, digits and hyphens, with . _ : / inside, no spaces";
    assertRefused(
        () -> source(id).build(), error(Code.BAD_ID, "id", id, "source " + id + ": " + says));
    assertRefused(
        () -> state(id).name("X").build(),
        error(Code.BAD_ID, "id", id, "actor " + id + ": " + says));
    assertRefused(
        () -> occasion(id).build(), error(Code.BAD_ID, "id", id, "occasion " + id + ": " + says));
    assertRefused(
        () -> proposition(id).build(),
        error(Code.BAD_ID, "id", id, "proposition " + id + ": " + says));
    assertRefused(
        () -> claim(id).build(), error(Code.BAD_ID, "id", id, "claim " + id + ": " + says));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "3", "A1", "three-noes", "KT17-07", "un/79/1", "v1.2", "a_b:c", "a--b"})
  void a_slug_is_taken_as_an_id_an_issue_and_a_frame(String id) {
    assertTaken(
        dossier()
            .addSources(source(id).build())
            .addActors(state(id).build())
            .addOccasions(occasion(id).build())
            .addPropositions(proposition(id).issue(id).build())
            .addClaims(claim(id).proposition(id).addFrames(id).build()));
  }

  @Test
  void an_issue_is_a_slug() {
    assertRefused(
        () -> proposition("x").issue("three nos").build(),
        error(
            Code.BAD_ID,
            "issue",
            "three nos",
            "proposition x: issue 'three nos' is not a slug: ASCII letters, digits and hyphens,"
                + " with . _ : / inside, no spaces"));
  }

  @Test
  void a_frame_is_a_slug() {
    assertRefused(
        () -> claim("X").addFrames("self-defence", "主权").build(),
        error(
            Code.BAD_ID,
            "frames",
            "主权",
            "claim X: frames '主权' is not a slug: ASCII letters, digits and hyphens, with . _ : /"
                + " inside, no spaces"));
  }

  static Stream<Arguments> blanks() {
    return Stream.of(
        blank("source x", "title", source("x").title(" ")::build),
        blank("source x", "author", source("x").author(" ")::build),
        blank("actor x", "name", state("x").name(" ")::build),
        blank("actor x", "aliases", state("x").addAliases("X", " ")::build),
        blank("occasion x", "label", occasion("x").label(" ")::build),
        blank("proposition x", "text", proposition("x").text(" ")::build),
        blank("claim x", "gist", claim("x").gist(" ")::build));
  }

  private static Arguments blank(String record, String field, ThrowingCallable building) {
    return arguments(record, field, building);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("blanks")
  void names_are_not_blank(String record, String field, ThrowingCallable building) {
    assertRefused(building, error(Code.BLANK, field, " ", record + ": " + field + " is blank"));
  }

  @Test
  void names_and_quotations_are_in_any_script() {
    assertTaken(
        dossier()
            .addActors(state("china").name("中国").addAliases("중국", "Китай").build())
            .addClaims(
                claim("X")
                    .evidence(List.of(evidence().mode(Mode.DIRECT).quote("「三不」").build()))
                    .build()));
  }

  // All at once

  @Test
  void a_record_tells_all_its_faults_at_once() {
    assertThat(
            refusal(
                    () ->
                        claim("no slug")
                            .speakers(List.of())
                            .principals(List.of())
                            .force(Force.NOTE)
                            .addRespondsTo("no slug")
                            .evidence(List.of())
                            .build())
                .problems())
        .extracting(Problem::code, Problem::field)
        .containsExactly(
            tuple(Code.BAD_ID, "id"),
            tuple(Code.MISSING, "speakers"),
            tuple(Code.MISSING, "principals"),
            tuple(Code.UNFIT_STANCE, "stance"),
            tuple(Code.BAD_RESPONSE, "respondsTo"),
            tuple(Code.MISSING, "evidence"));
  }

  /** A dossier with a fault of every kind that needs more than one record, and warnings beside. */
  private static Dossier.Builder faulty() {
    return dossier()
        .addSources(
            source("KT17").build(),
            source("S2").outlet("rok").build(),
            source("S3").addDerivedFrom("S4").build(),
            source("S4").addDerivedFrom("S3").text("Seoul said no").build())
        .addActors(organ("a", "nowhere-at-all").build())
        .addPropositions(
            proposition("p")
                .putParts("join-us-md", Stance.FOR)
                .putParts("three-nos", Stance.FOR)
                .build(),
            proposition("q").about("q").build())
        .addClaims(
            claim("X1").proposition("three-no").build(),
            claim("X2")
                .asserted(When.parse("2018"))
                .principals(List.of("prc", "global-times"))
                .build(),
            claim("X3").speakers(List.of("korea-times")).build(),
            claim("X4")
                .asserted(When.parse("2017-11-21"))
                .force(Force.DENY)
                .addRespondsTo("KT17-01")
                .occasion("fm-2017-11-22")
                .build(),
            claim("X5")
                .evidence(List.of(evidence().source("S4").mode(Mode.DIRECT).build()))
                .build());
  }

  @Test
  void a_dossier_tells_all_its_faults_at_once() {
    InvalidDossierException refused = refusal(() -> faulty().build());
    assertThat(refused.problems())
        .extracting(Problem::code, Problem::pointer)
        .containsExactlyInAnyOrder(
            tuple(Code.DUPLICATE_ID, "/sources/1/id"),
            tuple(Code.WRONG_KIND, "/sources/2/outlet"),
            tuple(Code.BAD_DERIVATION, "/sources/3/derivedFrom"),
            tuple(Code.UNKNOWN_ID, "/actors/9/of"),
            tuple(Code.BAD_COMPOSITE, "/propositions/3/parts"),
            tuple(Code.CYCLE, "/propositions/4/about"),
            tuple(Code.UNKNOWN_ID, "/claims/1/proposition"),
            tuple(Code.AFTER_PUBLICATION, "/claims/2/asserted"),
            tuple(Code.MIXED_PRINCIPALS, "/claims/2/principals"),
            tuple(Code.MEDIUM_SPEAKS_FOR_OTHER, "/claims/3/principals"),
            tuple(Code.BAD_RESPONSE, "/claims/4/respondsTo"),
            tuple(Code.BEFORE_OCCASION, "/claims/4/occasion"),
            tuple(Code.QUOTE_NOT_FOUND, "/claims/5/evidence/0/quote"));
    assertThat(refused).message().startsWith("13 problems:\n").hasLineCount(14);
  }

  @Test
  void a_refusal_holds_no_warnings() {
    assertThat(refusal(() -> faulty().build()).problems())
        .extracting(Problem::severity)
        .containsOnly(Severity.ERROR);
  }

  @Test
  void a_problem_says_of_which_record_it_is() {
    Problem problem =
        refusal(() -> dossier().addClaims(claim("X").addAudience("usa").build()).build())
            .problems()
            .get(0);
    assertThat(problem.type()).isEqualTo("claim");
    assertThat(problem.id()).isEqualTo("X");
    assertThat(problem.index()).hasValue(1);
    assertThat(problem.place()).isEmpty();
  }

  @Test
  void a_lone_problem_is_the_whole_message() {
    assertThat(refusal(() -> claim("X").evidence(List.of()).build()))
        .hasMessage("claim X: a claim needs at least one piece of evidence");
  }

  @Test
  void up_to_twenty_problems_are_all_listed() {
    Claim[] claims =
        IntStream.range(0, 20)
            .mapToObj(i -> claim("X" + i).addAudience("nobody-we-know").build())
            .toArray(Claim[]::new);
    assertThat(refusal(() -> dossier().addClaims(claims).build()))
        .message()
        .hasLineCount(21)
        .endsWith("\nclaim X19: audience 'nobody-we-know' is not in the dossier");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void ten_thousand_problems_make_a_short_message_in_short_time() {
    List<Proposition> propositions = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      propositions.add(proposition("p-" + (100_000 + i)).build());
      claims.add(claim("X" + i).proposition("q-" + (100_000 + i)).build());
    }
    InvalidDossierException refused =
        refusal(() -> dossier().addAllPropositions(propositions).addAllClaims(claims).build());
    assertThat(refused.problems()).hasSize(10_000);
    assertThat(refused)
        .message()
        .startsWith(
            "10000 problems:\n"
                + "claim X0: proposition 'q-100000' is not in the dossier (did you"
                + " mean 'p-100000'?)\n")
        .endsWith("\n… and 9980 more")
        .hasLineCount(22);
  }

  // What is never refused

  @Test
  void contradictory_claims_are_the_data() {
    assertTaken(
        dossier()
            .addClaims(
                claim("X").stance(Stance.FOR).build(),
                claim("Y").stance(Stance.AGAINST).build(),
                claim("Z").stance(Stance.UNCOMMITTED).build()));
  }

  @Test
  void rivals_held_together_are_the_data() {
    assertTaken(
        dossier()
            .addPropositions(proposition("rival").addExcludes("join-us-md").build())
            .addClaims(
                claim("X").proposition("rival").stance(Stance.FOR).build(),
                claim("Y").proposition("join-us-md").stance(Stance.FOR).build()));
  }

  @Test
  void unnamed_speakers_are_the_data() {
    assertTaken(
        dossier()
            .addActors(person("an-official").named(false).of("rok-mofa").build())
            .addClaims(
                claim("X")
                    .speakers(List.of("an-official"))
                    .principals(List.of("an-official"))
                    .build()));
  }

  @Test
  void misspelt_quotations_are_the_data() {
    assertTaken(
        dossier()
            .addSources(source("S").text("Seoul is not considring it.").build())
            .addClaims(
                claim("X")
                    .evidence(
                        List.of(evidence().source("S").quote("Seoul is not considring it").build()))
                    .build()));
  }

  @Test
  void a_quotation_from_a_source_without_a_text_is_taken_on_trust() {
    assertTaken(
        dossier()
            .addClaims(claim("X").evidence(List.of(evidence().quote("아무 말").build())).build()));
  }
}

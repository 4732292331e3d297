package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.ProblemAssertions.warning;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.assertj.core.groups.Tuple;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Retractions, and the order of time into which retractions and answers must fit. */
class RetractionInvariantsTest {
  @Test
  void a_retraction_of_a_claim_of_its_own_side_is_accepted() {
    assertAccepted(
        dossier(
            organ("rok-president", "rok").build(),
            claim("X").principals(List.of("rok-president")).addRetracts("KT17-01").build(),
            claim("Y").principals(List.of("rok", "prc")).addRetracts("KT17-01").build()));
  }

  @Test
  void a_retraction_of_a_claim_of_another_side_is_rejected() {
    assertRejected(
        () ->
            dossier(
                claim("X").principals(List.of("prc-mfa")).addRetracts("KT17-01").build(),
                claim("Y").principals(List.of("kang-kyung-wha")).addRetracts("KT17-01").build()),
        error(
            Code.BAD_RETRACTION,
            "/claims/1/retracts",
            "KT17-01",
            "claim X: it cannot retract 'KT17-01' of [rok-mofa], which are of another side than"
                + " [prc-mfa]: a claim takes back claims of its own side; respondsTo names those"
                + " of others"),
        error(
            Code.BAD_RETRACTION,
            "/claims/2/retracts",
            "KT17-01",
            "claim Y: it cannot retract 'KT17-01' of [rok-mofa], which are of another side than"
                + " [kang-kyung-wha]: a claim takes back claims of its own side; respondsTo names"
                + " those of others"));
  }

  @Test
  void a_state_may_retract_a_claim_of_the_state_that_it_succeeds() {
    assertAccepted(
        dossier(
            state("russia").succeeds("prc").from(day("2017-11-01")).build(),
            claim("X").principals(List.of("prc-mfa")).asserted(When.parse("2017-10-01")).build(),
            claim("Y").principals(List.of("russia")).addRetracts("X").build()));
  }

  @Test
  void a_retraction_of_a_later_claim_is_rejected() {
    assertRejected(
        () -> dossier(claim("X").asserted(When.parse("2017-11-21")).addRetracts("KT17-01").build()),
        error(
            Code.BAD_RETRACTION,
            "/claims/1/retracts",
            "KT17-01",
            "claim X: asserted 2017-11-21, it cannot retract 'KT17-01', which was said later,"
                + " 2017-11-22"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-11-22", "2017-11", "[..2017-11-22]"})
  void a_retraction_that_is_possibly_later_is_accepted(String asserted) {
    assertAccepted(
        dossier(claim("X").asserted(When.parse(asserted)).addRetracts("KT17-01").build()));
  }

  @Test
  void a_claim_that_retracts_itself_is_rejected() {
    assertRejected(
        () -> claim("X").addRetracts("X").build(),
        error(Code.BAD_RETRACTION, "retracts", "X", "claim X: a claim cannot retract itself"));
  }

  @Test
  void a_retraction_of_an_unknown_claim_is_rejected() {
    assertRejected(
        () -> dossier(claim("X").addRetracts("KT17-1").build()),
        error(
            Code.UNKNOWN_ID,
            "/claims/1/retracts",
            "KT17-1",
            "claim X: claim 'KT17-1' is not in the dossier (did you mean 'KT17-01'?)"));
  }

  @Test
  void a_withdrawal_that_retracts_no_claim_is_rejected() {
    assertRejected(
        () -> claim("X").force(Force.WITHDRAW).stance(Stance.UNCOMMITTED).build(),
        error(
            Code.BAD_RETRACTION,
            "retracts",
            "[]",
            "claim X: WITHDRAW takes back an earlier claim: name it in 'retracts', or use another"
                + " force"));
  }

  @Test
  void a_condition_of_a_retraction_causes_a_warning() {
    assertAccepted(
        dossier(claim("X").addRetracts("KT17-01").condition("if attacked").build()),
        warning(
            Code.CONDITIONAL_RETRACTION,
            "/claims/1/condition",
            "if attacked",
            "claim X: it retracts [KT17-01] under a condition, but what is retracted no longer"
                + " counts at all: leave out one of the two"));
  }

  @Test
  void a_circle_of_answers_is_rejected() {
    assertRejected(
        () -> dossier(claim("a").addRespondsTo("b").build(), claim("b").addRespondsTo("a").build()),
        error(
            Code.CYCLE,
            "/claims/1/respondsTo",
            "b",
            "claim a: answers and retractions form a cycle: a → b → a"));
  }

  @Test
  void a_circle_of_answers_and_retractions_is_rejected() {
    assertRejected(
        () ->
            dossier(
                claim("a").addRetracts("b").build(),
                claim("b").addRespondsTo("c").build(),
                claim("c").addRetracts("a").build()),
        error(
            Code.CYCLE,
            "/claims/1/retracts",
            "c",
            "claim a: answers and retractions form a cycle: a → b → c → a"));
  }

  /** Makes a claim that was said on some day, in a dossier whose source is of 2017-11-24. */
  private static Claim.Builder said(String id, String when) {
    return claim(id).asserted(When.parse(when));
  }

  @Test
  void claims_between_which_no_days_can_be_found_are_rejected() {
    // c answers b, so c was said in February or later, and a answers c in January.
    assertRejected(
        () ->
            dossier(
                said("a", "2016-01").addRespondsTo("c").build(),
                said("b", "2016-02").build(),
                said("c", "[2016-01..2016-03]").addRespondsTo("b").build()),
        error(
            Code.BAD_RESPONSE,
            "/claims/1/respondsTo",
            "c",
            "claim a: no days fit: 'a' (2016-01) answers 'c' ([2016-01..2016-03]), which answers"
                + " 'b' (2016-02); correct a date, or leave out one of these references"));
  }

  @Test
  void retractions_between_which_no_days_can_be_found_are_rejected() {
    assertRejected(
        () ->
            dossier(
                said("b", "2016-02").build(),
                said("c", "[..2016-03]").addRetracts("b").build(),
                said("d", "[..2016-04]").addRespondsTo("c").build(),
                said("a", "2016-01").addRetracts("d").build()),
        error(
            Code.BAD_RESPONSE,
            "/claims/4/retracts",
            "d",
            "claim a: no days fit: 'a' (2016-01) retracts 'd' ([..2016-04]), which answers 'c'"
                + " ([..2016-03]), which retracts 'b' (2016-02); correct a date, or leave out one"
                + " of these references"));
  }

  @ParameterizedTest
  @CsvSource({
    // a answers c, and c answers b
    "2016-02, 2016-02, [2016-01..2016-03]",
    "[2016-01..2016-02], 2016-02, [2016-01..2016-03]",
    "2016-03, 2016-02, [2016-01..2016-03]",
    "2016-01, [..2016-02], [2016-01..2016-03]",
    // c was said again and again, and a answers it before it answers b
    "2016-01, 2016-02, 2016-01/2016-03",
    // an answer to what was said later for certain is no order of time
    "2016-01, 2016-04, [2016-01..2016-03]"
  })
  void claims_between_which_days_can_be_found_are_accepted(String a, String b, String c) {
    assertAccepted(
        dossier(
            said("a", a).principals(List.of("prc")).addRespondsTo("c").build(),
            said("b", b).principals(List.of("prc")).build(),
            said("c", c).principals(List.of("prc")).addRespondsTo("b").build()));
  }

  @Test
  void an_added_answer_that_fits_into_no_order_of_time_with_older_answers_is_rejected() {
    Dossier base =
        dossier(
            said("b", "2016-02").build(),
            said("c", "[2016-01..2016-03]").addRespondsTo("b").build());
    assertRejected(
        () -> base.plus(said("a", "2016-01").addRespondsTo("c").build()),
        error(
            Code.BAD_RESPONSE,
            "/claims/3/respondsTo",
            "c",
            "claim a: no days fit: 'a' (2016-01) answers 'c' ([2016-01..2016-03]), which answers"
                + " 'b' (2016-02); correct a date, or leave out one of these references"));
  }

  @RepeatedTest(200)
  void all_claims_and_only_those_for_which_no_days_can_be_found_are_reported(
      RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      Claim.Builder next = said("X" + i, when(random));
      claims.stream()
          .filter(to -> random.nextInt(3) == 0)
          .map(Claim::id)
          .forEach(next::addRespondsTo);
      claims.add(next.build());
    }
    Collections.shuffle(claims, random);
    List<String> misfits =
        claims.stream().filter(claim -> leadsToLater(claim, claim, claims)).map(Claim::id).toList();

    assertThat(
            dossier().check(claims.toArray(new Claim[0])).stream()
                .filter(problem -> problem.message().contains("no days fit"))
                .map(Problem::id))
        .containsExactlyElementsOf(misfits);
  }

  private static String when(Random random) {
    int from = 1 + random.nextInt(9);
    int to = from + random.nextInt(10 - from);
    String last = "2016-01-0" + to;
    return switch (random.nextInt(from == to ? 2 : 4)) {
      case 0 -> "2016-01-0" + from;
      case 1 -> "[.." + last + "]";
      case 2 -> "2016-01-0" + from + "/" + last;
      default -> "[2016-01-0" + from + ".." + last + "]";
    };
  }

  /** Returns whether a claim refers to one certainly after a first, by way of others after it. */
  private static boolean leadsToLater(Claim claim, Claim first, List<Claim> claims) {
    When then = first.asserted();
    return claims.stream()
        .filter(to -> claim.respondsTo().contains(to.id()))
        .filter(to -> !claim.asserted().before(to.asserted())) // that is another problem
        .filter(
            to ->
                !to.asserted().isThroughout()
                    || !to.asserted().latest().isAfter(claim.asserted().latest()))
        .filter(to -> to.asserted().latest().isAfter(then.latest()))
        .anyMatch(to -> to.asserted().after(then.latest()) || leadsToLater(to, first, claims));
  }

  @Test
  void a_long_chain_of_answers_is_accepted() {
    Claim[] chain = new Claim[20_000];
    for (int i = 0; i < chain.length; i++) {
      Claim.Builder link = claim("X" + i).asserted(When.parse("2017-11"));
      chain[i] = (i == 0 ? link : link.addRespondsTo("X" + (i - 1))).build();
    }
    assertAccepted(dossier(chain));
  }

  @Test
  void a_due_day_before_the_claim_causes_a_warning() {
    assertAccepted(
        dossier(
            claim("X").due(When.parse("2017-10")).build(),
            claim("Y").due(When.parse("2017-11-22")).build(),
            claim("Z").due(When.parse("2017")).build()),
        warning(
            Code.DUE_BEFORE_CLAIM,
            "/claims/1/due",
            "2017-10",
            "claim X: due 2017-10, before it was said, 2017-11-22"));
  }

  @Test
  void a_blank_condition_is_rejected() {
    assertRejected(
        () -> claim("X").condition(" ").build(),
        error(Code.BLANK, "condition", " ", "claim X: condition is blank"));
  }

  // Drafts

  @Test
  void a_coded_claim_replaces_a_draft_of_its_id() {
    Claim coded = claim("X").coder("ann").build();
    Claim draft =
        claim("X")
            .draft(true)
            .stance(Stance.FOR)
            .evidence(List.of(evidence().quote("It will come.").build()))
            .build();
    assertAccepted(dossier(draft).plus(coded));
    assertThat(dossier(draft).plus(coded)).isEqualTo(dossier(coded));
    assertThat(dossier(coded).plus(draft)).isEqualTo(dossier(coded));
    assertThat(dossier().plus(draft, coded)).isEqualTo(dossier(coded));
  }

  @Test
  void two_drafts_of_one_id_that_differ_are_in_conflict() {
    Claim draft = claim("X").draft(true).build();
    assertRejected(
        () -> dossier(draft).plus(claim("X").draft(true).note("Second coding.").build()),
        error(
            Code.CONFLICT,
            "",
            "note=Second coding.",
            "claim X: the two records disagree on more than evidence: one has note=, the other"
                + " note=Second coding.; repeat the record unchanged, or give a correction its own"
                + " id"));
  }

  @Test
  void claims_that_refer_to_a_draft_are_checked_again_when_a_coded_claim_replaces_it() {
    Dossier base =
        dossier(
            claim("X").draft(true).build(),
            claim("Y").addRetracts("X").build(),
            claim("Z").addRespondsTo("Y").build());
    assertRejected(
        () -> base.plus(claim("X").principals(List.of("prc")).addRespondsTo("Z").build()),
        error(
            Code.BAD_RETRACTION,
            "/claims/2/retracts",
            "X",
            "claim Y: it cannot retract 'X' of [prc], which are of another side than [rok-mofa]: a"
                + " claim takes back claims of its own side; respondsTo names those of others"),
        error(
            Code.CYCLE,
            "/claims/1/respondsTo",
            "Y",
            "claim X: answers and retractions form a cycle: X → Z → Y → X"));
  }

  // Revised sources

  @Test
  void a_claim_whose_evidence_is_revised_causes_a_warning() {
    Source revision = source("KT17b").revises("KT17").build();
    Claim kept = claim("X").addEvidence(evidence().source("KT17b").build()).build();
    Tuple expected =
        warning(
            Code.EVIDENCE_REVISED,
            "/claims/0/evidence",
            "KT17",
            "claim KT17-01: all its evidence is from 'KT17', which 'KT17b' revises: it has no"
                + " evidence from then on; add evidence from the revision if that repeats it");
    assertAccepted(dossier(revision, kept), expected);
    assertAccepted(dossier().plus(revision, kept), expected);
    assertThat(dossier().check(revision, kept))
        .extracting(Problem::code, Problem::id)
        .containsExactly(tuple(Code.EVIDENCE_REVISED, "KT17-01"));
    assertThat(dossier(revision).check(claim("Y").build()))
        .extracting(Problem::code, Problem::id)
        .containsExactly(tuple(Code.EVIDENCE_REVISED, "Y"));
  }

  @Test
  void a_reprint_of_a_revised_source_causes_a_warning_unless_it_is_revised_or_a_revision() {
    assertAccepted(
        dossier(
            source("A").build(),
            source("B").revises("A").addDerivedFrom("A").build(),
            source("C").revises("B").addDerivedFrom("A").build(),
            source("reprint").addDerivedFrom("A").build(),
            source("old").addDerivedFrom("A").build(),
            source("new").revises("old").build()),
        warning(
            Code.ORIGIN_REVISED,
            "/sources/4/derivedFrom",
            "A",
            "source reprint: it derives from 'A', which 'B' revises, and still counts: it may"
                + " repeat what was corrected"));
  }
}

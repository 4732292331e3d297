package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.demarche.model.ProblemAssertions.rejectionOf;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.proposition;
import static org.demarche.model.SampleRecords.source;

import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Reports of all problems of a record or dossier at once. */
class ProblemReportTest {
  @Test
  void an_invalid_record_reports_all_its_problems_at_once() {
    assertThat(
            rejectionOf(
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

  /** A dossier with a fault of every kind that needs more than one record, and warnings. */
  private static Dossier dossierWithEveryProblem() {
    return dossier(
        source("KT17").build(),
        source("S2").outlet("wang-yi").build(),
        source("S3").addDerivedFrom("S4").build(),
        source("S4").addDerivedFrom("S3").text("Seoul said no").build(),
        organ("a", "nowhere-at-all").build(),
        proposition("p")
            .putParts("join-us-md", Stance.FOR)
            .putParts("three-nos", Stance.FOR)
            .build(),
        proposition("q").about("q").build(),
        claim("X1").proposition("three-no").build(),
        claim("X2").asserted(When.parse("2018")).principals(List.of("prc", "global-times")).build(),
        claim("X3").speakers(List.of("korea-times")).build(),
        claim("X4")
            .asserted(When.parse("2017-11-21"))
            .force(Force.DENY)
            .addRespondsTo("KT17-01")
            .occasion("fm-2017-11-22")
            .build(),
        claim("X5").evidence(List.of(evidence().source("S4").mode(Mode.DIRECT).build())).build());
  }

  @Test
  void an_invalid_dossier_reports_all_its_problems_at_once() {
    InvalidDossierException rejection = rejectionOf(() -> dossierWithEveryProblem());
    assertThat(rejection.problems())
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
    assertThat(rejection).message().startsWith("13 problems:\n").hasLineCount(14);
  }

  @Test
  void the_problems_of_an_invalid_dossier_exclude_warnings() {
    assertThat(rejectionOf(() -> dossierWithEveryProblem()).problems())
        .extracting(Problem::isWarning)
        .containsOnly(false);
  }

  @Test
  void a_problem_names_its_record() {
    Problem problem =
        rejectionOf(() -> dossier(claim("X").addAudience("usa").build())).problems().get(0);
    assertThat(problem.type()).isEqualTo("claim");
    assertThat(problem.id()).isEqualTo("X");
    assertThat(problem.index()).hasValue(1);
    assertThat(problem.place()).isEmpty();
  }

  @Test
  void the_message_of_a_single_problem_is_that_problem() {
    assertThat(rejectionOf(() -> claim("X").evidence(List.of()).build()))
        .hasMessage("claim X: a claim needs at least one piece of evidence");
  }

  @Test
  void a_message_lists_up_to_twenty_problems() {
    Claim[] claims =
        IntStream.range(0, 20)
            .mapToObj(i -> claim("X" + i).addAudience("nobody-we-know").build())
            .toArray(Claim[]::new);
    assertThat(rejectionOf(() -> dossier(claims)))
        .message()
        .hasLineCount(21)
        .endsWith("\nclaim X19: audience 'nobody-we-know' is not in the dossier");
  }

  @Test
  @Timeout(value = 20, unit = TimeUnit.SECONDS)
  void ten_thousand_problems_are_found_quickly_and_give_a_short_message() {
    List<Proposition> propositions = new ArrayList<>();
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      propositions.add(proposition("p-" + (100_000 + i)).build());
      claims.add(claim("X" + i).proposition("q-" + (100_000 + i)).build());
    }
    InvalidDossierException rejection =
        rejectionOf(() -> dossier(Iterables.concat(propositions, claims)));
    assertThat(rejection.problems()).hasSize(10_000);
    assertThat(rejection)
        .message()
        .startsWith(
            "10000 problems:\n"
                + "claim X0: proposition 'q-100000' is not in the dossier (did you"
                + " mean 'p-100000'?)\n")
        .endsWith("\n… and 9980 more")
        .hasLineCount(22);
  }
}

package org.demarche.model;

import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.warning;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.person;
import static org.demarche.model.SampleRecords.state;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Claims made under no administration that is certain, or for a state that had ended. */
class AdministrationWarningsTest {
  /** Heads from 2001 to 2003, to 2004 acting, from 2004 to 2006, and from 2008 on. */
  private static Dossier dossierOf(String principal, String... dates) {
    return dossier(
        Stream.concat(
                Stream.of(
                    person("ann").build(),
                    person("bob").build(),
                    state("x")
                        .addTerms(
                            TermOfOffice.of("ann", day("2001-01-01")).until(day("2004-01-01")),
                            TermOfOffice.of("bob", day("2003-01-01"))
                                .until(day("2004-01-01"))
                                .acting(),
                            TermOfOffice.of("bob", day("2004-01-01")).until(day("2005-01-01")),
                            TermOfOffice.of("bob", day("2005-01-01")).until(day("2006-01-01")),
                            TermOfOffice.of("bob", day("2008-01-01")))
                        .build(),
                    organ("x-mofa", "x").build(),
                    organ("x-throne", "x")
                        .addTerms(TermOfOffice.of("ann", day("1990-01-01")))
                        .build(),
                    organ("x-assembly", "x").authority(Authority.NONE).build(),
                    organ("x-committee", "x-assembly").build()),
                Arrays.stream(dates)
                    .map(
                        date ->
                            claim(date.replaceAll("[^0-9-]", "") + "-")
                                .principals(List.of(principal))
                                .role("in a stated capacity")
                                .asserted(When.parse(date))
                                .build()))
            .toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "x-mofa"})
  void a_claim_in_a_gap_between_two_terms_causes_a_warning(String principal) {
    assertAccepted(
        dossierOf(principal, "2006-01-01", "2007", "[..2007-12-31]"),
        warning(
            Code.UNCERTAIN_ADMINISTRATION,
            "/claims/1/asserted",
            "2006-01-01",
            "claim 2006-01-01-: asserted 2006-01-01, between the terms that ended 2006-01-01 and"
                + " began 2008-01-01 ('x'): any organ can undo it; narrow the date, or complete"
                + " the terms"),
        warning(
            Code.UNCERTAIN_ADMINISTRATION,
            "/claims/2/asserted",
            "2007",
            "claim 2007-: asserted 2007, between the terms that ended 2006-01-01 and began"
                + " 2008-01-01 ('x'): any organ can undo it; narrow the date, or complete the"
                + " terms"),
        warning(
            Code.UNCERTAIN_ADMINISTRATION,
            "/claims/3/asserted",
            "[..2007-12-31]",
            "claim 2007-12-31-: asserted [..2007-12-31], between the terms that ended 2006-01-01"
                + " and began 2008-01-01 ('x'): any organ can undo it; narrow the date, or"
                + " complete the terms"));
  }

  @Test
  void a_claim_in_a_period_across_an_inauguration_causes_a_warning() {
    assertAccepted(
        dossierOf("x-mofa", "[2000-12-31..2001-01-01]", "2002/2003", "[2005-12..2008-01-01]"),
        warning(
            Code.UNCERTAIN_ADMINISTRATION,
            "/claims/1/asserted",
            "[2000-12-31..2001-01-01]",
            "claim 2000-12-312001-01-01-: asserted [2000-12-31..2001-01-01], a period in which"
                + " 'ann' took office, on 2001-01-01 ('x'): any organ can undo it; narrow the"
                + " date, or complete the terms"),
        warning(
            Code.UNCERTAIN_ADMINISTRATION,
            "/claims/2/asserted",
            "2002/2003",
            "claim 20022003-: asserted 2002/2003, a period in which 'bob' took office, on"
                + " 2003-01-01 ('x'): any organ can undo it; narrow the date, or complete the"
                + " terms"),
        warning(
            Code.UNCERTAIN_ADMINISTRATION,
            "/claims/3/asserted",
            "[2005-12..2008-01-01]",
            "claim 2005-122008-01-01-: asserted [2005-12..2008-01-01], a period in which 'bob'"
                + " took office, on 2008-01-01 ('x'): any organ can undo it; narrow the date, or"
                + " complete the terms"));
  }

  @Test
  void a_claim_under_one_head_or_outside_all_terms_causes_no_warning() {
    assertAccepted(
        dossierOf(
            "x",
            "2000",
            "2001",
            "[2001..2002]",
            "2003",
            "[2003-06..2005-12]",
            "2008",
            "2008/2016",
            "[..2002]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-throne", "x-assembly", "x-committee", "ann", "korea-times"})
  void a_claim_of_whoever_has_other_terms_or_no_administration_causes_no_warning(String who) {
    assertAccepted(dossierOf(who, "2007", "2002/2003"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ussr", "ussr-mfa"})
  void a_claim_for_a_state_after_its_end_causes_a_warning(String principal) {
    assertAccepted(
        dossier(
            state("ussr").to(day("1991-12-26")).build(),
            organ("ussr-mfa", "ussr").build(),
            claim("X").principals(List.of(principal)).asserted(When.parse("1991-12-26")).build(),
            claim("Y").principals(List.of(principal)).asserted(When.parse("1991-12")).build()),
        warning(
            Code.AFTER_END,
            "/claims/1/principals",
            principal,
            "claim X: asserted 1991-12-26, but 'ussr' ended 1991-12-26"));
  }
}

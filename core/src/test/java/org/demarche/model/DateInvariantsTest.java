package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.ProblemAssertions.warning;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.organ;
import static org.demarche.model.SampleRecords.organisation;
import static org.demarche.model.SampleRecords.source;
import static org.demarche.model.SampleRecords.state;

import java.util.List;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of claims compared with publications, occasions and the claims they answer. */
class DateInvariantsTest {
  @Test
  void a_claim_made_after_its_source_was_published_is_rejected() {
    assertRejected(
        () -> dossier(claim("X").asserted(When.parse("[2022-08-09..2022-08-10]")).build()),
        error(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "[2022-08-09..2022-08-10]",
            "claim X: asserted 2022-08-09 or later, but KT17 was published 2017-11-24"));
  }

  @Test
  void every_source_published_before_the_claim_is_reported_once() {
    assertRejected(
        () ->
            dossier(
                source("UPI17").published(When.parse("2017-10-31")).build(),
                source("AP22").published(When.parse("2022-08-11")).build(),
                claim("X")
                    .asserted(When.parse("2017-12"))
                    .addEvidence(
                        evidence().source("UPI17").build(),
                        evidence().source("UPI17").quote("It will not join").build(),
                        evidence().source("AP22").build())
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

  @Test
  void a_claim_made_one_day_after_its_source_was_published_causes_a_warning() {
    assertAccepted(
        dossier(claim("X").asserted(When.parse("2017-11-25")).build()),
        warning(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "2017-11-25",
            "claim X: asserted 2017-11-25 or later, but KT17 was published 2017-11-24, the day"
                + " before: right only if the two places are time zones apart"));
  }

  @Test
  void a_claim_made_two_days_after_its_source_was_published_is_rejected() {
    assertRejected(
        () -> dossier(claim("X").asserted(When.parse("2017-11-26")).build()),
        error(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "2017-11-26",
            "claim X: asserted 2017-11-26 or later, but KT17 was published 2017-11-24"));
  }

  @Test
  void a_principal_whose_organisation_took_no_part_in_the_occasion_causes_a_warning() {
    assertAccepted(
        dossier(
            organisation("eu").build(),
            organ("eu-council", "eu").build(),
            claim("X").principals(List.of("eu-council")).occasion("fm-2017-11-22").build()),
        warning(
            Code.NOT_A_PARTICIPANT,
            "/claims/1/principals",
            "eu-council",
            "claim X: principal 'eu-council' is of 'eu', which took no part in occasion"
                + " 'fm-2017-11-22'"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2017-11-24", "2017-11", "2017", "[..2022]", "2016/2022", "../2022"})
  void a_claim_possibly_made_by_the_day_of_publication_is_accepted(String asserted) {
    assertAccepted(
        dossier(claim("X").principals(List.of("prc-mfa")).asserted(When.parse(asserted)).build()));
  }

  @Test
  void a_day_that_does_not_exist_is_rejected() {
    assertThatThrownBy(() -> When.parse("2017-11-31"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("when '2017-11-31': November has 30 days");
  }

  @Test
  void a_period_that_ends_before_it_starts_is_rejected() {
    assertThatThrownBy(() -> When.parse("[2017-11-24..2017-10-31]"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("when '[2017-11-24..2017-10-31]': starts 2017-11-24, after it ends 2017-10-31");
  }

  @Test
  void throughout_a_single_day_is_rejected() {
    assertThatThrownBy(() -> When.parse("2017-10-31/2017-10-31"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("when '2017-10-31/2017-10-31': throughout needs a period, got 2017-10-31");
  }

  @ParameterizedTest
  @EnumSource(names = {"DENY", "REFUSE"})
  void a_denial_or_refusal_before_the_claim_it_answers_is_rejected(Force force) {
    assertRejected(
        () ->
            dossier(
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
  void a_response_to_a_claim_possibly_made_before_it_is_accepted(Force force, String asserted) {
    assertAccepted(
        dossier(
            claim("X")
                .force(force)
                .asserted(When.parse(asserted))
                .addRespondsTo("KT17-01")
                .build()));
  }

  @Test
  void a_claim_that_responds_to_itself_is_rejected() {
    assertRejected(
        () -> claim("X").addRespondsTo("X").build(),
        error(Code.BAD_RESPONSE, "respondsTo", "X", "claim X: a claim cannot respond to itself"));
  }

  @Test
  void a_claim_made_before_its_occasion_is_rejected() {
    assertRejected(
        () ->
            dossier(
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
  void a_claim_made_at_its_occasion_or_later_is_accepted(String asserted) {
    assertAccepted(
        dossier(claim("X").asserted(When.parse(asserted)).occasion("fm-2017-11-22").build()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"usa", "us-state"})
  void a_principal_whose_state_took_no_part_in_the_occasion_causes_a_warning(String who) {
    assertAccepted(
        dossier(
            state("usa").build(),
            organ("us-state", "usa").build(),
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
  void a_principal_of_a_participating_state_or_of_no_state_causes_no_warning(String principal) {
    assertAccepted(
        dossier(
            organ("rok-mnd", "rok").build(),
            claim("X").principals(List.of(principal)).occasion("fm-2017-11-22").build()));
  }
}

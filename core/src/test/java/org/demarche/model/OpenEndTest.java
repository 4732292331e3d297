package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.ProblemAssertions.assertAccepted;
import static org.demarche.model.ProblemAssertions.assertRejected;
import static org.demarche.model.ProblemAssertions.error;
import static org.demarche.model.ProblemAssertions.warning;
import static org.demarche.model.SampleRecords.claim;
import static org.demarche.model.SampleRecords.day;
import static org.demarche.model.SampleRecords.dossier;
import static org.demarche.model.SampleRecords.evidence;
import static org.demarche.model.SampleRecords.source;

import java.time.LocalDate;
import java.util.List;
import org.demarche.model.Problem.Code;
import org.junit.jupiter.api.Test;

/** Claims made from some day on, which end with the last source of their evidence. */
class OpenEndTest {
  private static final Source LATER = source("AP18").published(When.parse("2018-02")).build();

  /** A claim made from October 2017 on. */
  private static Claim.Builder open() {
    return claim("X").asserted(When.parse("2017-10/.."));
  }

  private static LocalDate latest(Dossier dossier) {
    return dossier.claim("X").orElseThrow().asserted().latest();
  }

  @Test
  void the_latest_day_is_the_last_day_on_which_a_source_of_the_evidence_was_published() {
    assertThat(latest(dossier(open().build()))).isEqualTo(day("2017-11-24"));
    assertThat(latest(dossier().plus(open().build()))).isEqualTo(day("2017-11-24"));
    Claim both = open().addEvidence(evidence().source("AP18").build()).build();
    assertThat(latest(dossier(LATER, both))).isEqualTo(day("2018-02-28"));
    assertThat(latest(dossier().plus(both, LATER))).isEqualTo(day("2018-02-28"));
  }

  @Test
  void the_latest_day_moves_with_added_evidence_and_with_a_corrected_source() {
    Dossier first = dossier(open().build());
    Claim again = open().evidence(List.of(evidence().source("AP18").build())).build();
    Dossier more = first.plus(LATER, again);
    assertThat(latest(more)).isEqualTo(day("2018-02-28"));
    assertThat(latest(first)).isEqualTo(day("2017-11-24"));
    Source corrected = source("AP18").published(When.parse("2018-03-01")).build();
    assertThat(latest(more.replace(corrected))).isEqualTo(day("2018-03-01"));
    assertThat(latest(more.rename(LATER, "AP"))).isEqualTo(day("2018-02-28"));
    assertThat(latest(more.closure(more.claim("X").orElseThrow()))).isEqualTo(day("2018-02-28"));
    assertThat(latest(more.remove(more.occasion("fm-2017-11-22").orElseThrow())))
        .isEqualTo(day("2018-02-28"));
  }

  @Test
  void the_claim_is_equal_to_the_claim_that_was_given() {
    Dossier dossier = dossier(open().build());
    assertThat(dossier.claim("X")).hasValue(open().build());
    assertThat(dossier.plus(open().build())).isSameAs(dossier);
    assertThat(dossier.claim("X").orElseThrow().asserted())
        .hasToString("2017-10/..")
        .isEqualByComparingTo(When.parse("2017-10/.."));
  }

  @Test
  void a_claim_from_a_day_after_publication_on_ends_when_it_begins() {
    Dossier dossier = dossier(claim("X").asserted(When.parse("2017-11-25/..")).build());
    assertThat(latest(dossier)).isEqualTo(day("2017-11-25"));
    assertAccepted(
        dossier,
        warning(
            Code.AFTER_PUBLICATION,
            "/claims/1/asserted",
            "2017-11-25/..",
            "claim X: asserted 2017-11-25 or later, but KT17 was published 2017-11-24, the day"
                + " before: right only if the two places are time zones apart"));
  }

  @Test
  void an_open_end_of_another_date_is_rejected() {
    When open = When.parse("2017/..");
    assertRejected(
        () -> claim("X").due(open).build(),
        error(
            Code.BAD_DATE,
            "due",
            "2017/..",
            "claim X: due '2017/..' has no end: only the date of a claim can have an open end,"
                + " which its sources bound"));
    assertRejected(
        () -> source("S").published(open).build(),
        error(
            Code.BAD_DATE,
            "published",
            "2017/..",
            "source S: published '2017/..' has no end: only the date of a claim can have an open"
                + " end, which its sources bound"));
    assertRejected(
        () -> Occasion.of("o", "Talks", open),
        error(
            Code.BAD_DATE,
            "when",
            "2017/..",
            "occasion o: when '2017/..' has no end: only the date of a claim can have an open end,"
                + " which its sources bound"));
  }
}

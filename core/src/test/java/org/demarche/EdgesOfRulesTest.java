package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;
import static org.demarche.TestDossier.toldByY;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Grade;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Membership;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases at the edge of a rule: its first day, its lowest rank, two claims of one day. */
class EdgesOfRulesTest {
  @Test
  void a_paper_that_speaks_on_the_very_day_is_reported() {
    TestDossier dossier = TestDossier.of("p").says("wire", "c1", "p", FOR, ASSERT, "2016-05-01");
    dossier.assertPosition("x", "p", "2016-05-01").hasReports("c1");
    dossier.assertPosition("x", "p", "2016-04-30").hasReports();
  }

  @Test
  void a_paper_as_a_party_of_its_own_counts_is_not_yet_known_or_is_corrected_as_others_are() {
    TestDossier dossier = TestDossier.of("p").says("wire", "c1", "p", FOR, ASSERT, "2016-05-01");
    assertPosition(
            dossier.tracker().minGrade(Grade.REPORTED).asOf("2016-06-01").position("wire", "p"))
        .is("FOR ASSERT by c1, REPORTED, CURRENT, last evidenced 2016-05-01");
    assertPosition(
            dossier
                .tracker()
                .knownAt(LocalDate.of(2018, 1, 1))
                .asOf("2016-06-01")
                .position("wire", "p"))
        .is("UNKNOWN, NOT_YET_KNOWN");
    dossier
        .with(source("S2", "wire", "2020-01-01").revises("S1").build())
        .assertPosition("wire", "p", "2016-06-01")
        .is("UNKNOWN, CORRECTED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-06-01", "2016-06-01/2016-08-01"})
  void what_was_said_by_then_and_is_not_yet_known_goes_before_what_was_said_later(String said) {
    TestDossier dossier =
        TestDossier.of("p")
            .with(source("SE", "wire", "2017-01-01").build())
            .with(
                reported("c1", "x-mofa", "p", FOR, ASSERT, said).build(),
                claim("c2", "x-mofa", "p", FOR, ASSERT, "2016-12-01")
                    .addEvidence(evidence("SE", Mode.INDIRECT))
                    .build());
    Tracker tracker = dossier.tracker().knownAt(LocalDate.of(2018, 1, 1));
    assertPosition(tracker.asOf("2016-06-01").position("x", "p")).is("UNKNOWN, NOT_YET_KNOWN");
    assertPosition(tracker.asOf("2016-05-31").position("x", "p")).is("UNKNOWN, ONLY_LATER");
  }

  @Test
  void a_party_that_speaks_for_a_rival_on_the_same_day_is_told_of_it() {
    TestDossier dossier =
        TestDossier.of("r", "s")
            .with(proposition("p").addExcludes("r").addExcludes("s").build())
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-05-01")
            .says("x-mofa", "c2", "r", FOR, ASSERT, "2016-05-01")
            .says("x-mofa", "c3", "s", FOR, ASSERT, "2016-04-30");
    assertThat(claimIds(dossier.tracker().asOf("2016-05-02").position("x", "p").rivalClaims()))
        .containsExactly("c2");
  }

  @Test
  void claims_of_one_day_that_dispute_a_position_are_in_the_order_of_their_ids() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
            .with(
                toldByY("d2", "x", "p", AGAINST, ASSERT, "2016-04-01"),
                toldByY("d1", "x", "p", AGAINST, ASSERT, "2016-04-01"),
                toldByY("d0", "x", "p", AGAINST, ASSERT, "2016-03-02"));
    assertThat(claimIds(dossier.tracker().asOf("2016-06-01").position("x", "p").disputingClaims()))
        .containsExactly("d1", "d2");
  }

  @Test
  void an_organisation_that_speaks_on_the_very_day_hints_at_its_members() {
    TestDossier dossier =
        TestDossier.of("p")
            .with(
                actor("u", ActorKind.ORGANISATION)
                    .addMembers(Membership.of("x").from(LocalDate.of(2014, 1, 1)))
                    .build(),
                organ("u-council", "u", Authority.HEAD))
            .says("u-council", "c1", "p", FOR, AGREE, "2016-01-01");
    dossier.assertPosition("x", "p", "2016-01-01").is("UNKNOWN, ONLY_HINTS").hasHints("c1");
    dossier.assertPosition("x", "p", "2015-12-31").is("UNKNOWN, NO_CLAIMS").hasHints();
  }

  @Test
  void of_several_corrections_the_first_is_named_and_of_those_of_one_day_the_first_id() {
    TestDossier dossier =
        TestDossier.of("p")
            .with(
                source("SB", "wire", "2020-02-01").revises("S1").build(),
                source("SA", "wire", "2020-02-01").revises("S1").build())
            .with(
                claim("c1", "x-mofa", "p", FOR, ASSERT, "2016-05-01")
                    .addEvidence(evidence("S1", Mode.INDIRECT))
                    .addEvidence(evidence("SY", Mode.INDIRECT))
                    .build());
    assertThat(revisedSources(dossier)).isEqualTo("{S1=SA}");
    assertThat(
            revisedSources(dossier.with(source("SZ", "wire", "2020-01-01").revises("S1").build())))
        .isEqualTo("{S1=SZ}");
  }

  private static String revisedSources(TestDossier dossier) {
    CitedClaim cited = dossier.tracker().asOf("2016-06-01").position("x", "p").support().get(0);
    return cited.revisedSources().toString();
  }

  @Test
  void a_timeline_has_the_as_of_day_and_the_first_day_of_a_period() {
    TestDossier dossier =
        TestDossier.of("p")
            .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01/2016-05-31")
            .says("x-mofa", "c2", "p", AGAINST, ASSERT, "2016-02-10")
            .says("x-mofa", "c3", "p", AGAINST, DENY, "2016-06-10");
    assertThat(
            dossier.tracker().asOf("2016-06-10").timeline("p").rows().stream()
                .map(entry -> entry.day() + " " + entry.outcome()))
        .containsExactly("2016-02-10 AGAINST", "2016-03-01 FOR", "2016-06-10 AGAINST");
  }
}

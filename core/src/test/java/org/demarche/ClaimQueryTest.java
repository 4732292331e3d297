package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.foundIds;
import static org.demarche.TestDossier.jointClaim;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.TestDossier.withTalks;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.answer.Chronology;
import org.demarche.answer.Grade;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Queries that find claims by their members and evidence. */
class ClaimQueryTest {
  private final TestDossier dossier =
      withTalks(
              jointClaim(
                  "j1",
                  "p",
                  AGREE,
                  evidence("S1", Mode.INDIRECT, "x-president"),
                  evidence("S1", Mode.INDIRECT, "y-president")),
              jointClaim("j2", "q", AGREE, evidence("SY", Mode.DIRECT)))
          .with(
              proposition("about-p").issue("status").about("p").build(),
              proposition("pack").putParts("r", FOR).putParts("s", AGAINST).build())
          .says("x-mofa", "c1", "about-p", FOR, ASSERT, "2014-03-01", "honour")
          .says("x-official", "c2", "s", AGAINST, DENY, "[..2016-03-31]")
          .with(
              claim("c3", "yi-zhou", "pack", UNCOMMITTED, REFUSE, "2017-02-02")
                  .addRespondsTo("c1")
                  .addEvidence(evidence("SU", Mode.PARTIAL))
                  .build());

  private final Tracker tracker = dossier.tracker();
  private final ClaimQuery claims = tracker.claims();

  @Test
  void claims_are_in_order_again_after_more_evidence_moved_an_open_end() {
    Claim.Builder a = claim("a", "x", "p", FOR, ASSERT, "2017-11-05/..");
    Claim.Builder b = claim("b", "x", "p", FOR, ASSERT, "2017-11-05/..");
    Claim first = a.addEvidence(evidence("JAN", Mode.INDIRECT)).build();
    Tracker before =
        TestDossier.of("p")
            .with(
                source("JAN", "wire", "2018-01-31").build(),
                source("FEB", "wire", "2018-02-28").build(),
                source("MAR", "wire", "2018-03-31").build())
            .with(first, b.addEvidence(evidence("FEB", Mode.INDIRECT)).build())
            .tracker();
    assertThat(foundIds(before.claims())).containsExactly("a", "b");
    Tracker after = before.plus(first.withEvidence(List.of(evidence("MAR", Mode.INDIRECT))));
    assertThat(foundIds(after.claims())).containsExactly("b", "a");
  }

  @Test
  void claims_are_found_by_speaker_principal_and_party() {
    assertThat(foundIds(claims)).containsExactly("c1", "c2", "j1", "j2", "c3");
    assertThat(foundIds(claims.speaker("y-mfa"))).containsExactly("j1", "j2");
    assertThat(foundIds(claims.principal("x-mofa"))).containsExactly("c1", "j1", "j2");
    assertThat(foundIds(claims.principal("x"))).isEmpty();
    assertThat(foundIds(claims.party("x"))).containsExactly("c1", "j1", "j2");
    assertThat(foundIds(claims.party("y"))).containsExactly("j1", "j2");
    TestDossier itself = TestDossier.of("p").says("x", "c", "p", FOR, ASSERT, "2016");
    assertThat(foundIds(itself.tracker().claims().party("x"))).containsExactly("c");
    assertThat(foundIds(claims.unnamedSpeaker())).containsExactly("c2");
    assertThat(foundIds(claims.named())).containsExactly("c1", "j1", "j2", "c3");
  }

  @Test
  void claims_are_found_by_relay_and_the_outlet_counts_as_a_relay() {
    assertThat(foundIds(claims.relay("x-president"))).containsExactly("j1");
    assertThat(foundIds(claims.relay("y-daily"))).containsExactly("j2");
    assertThat(foundIds(claims.relay("wire"))).containsExactly("c1", "c2", "j1", "c3");
  }

  @Test
  void claims_are_found_by_the_administration_under_which_they_were_certainly_made() {
    assertThat(foundIds(claims.administration("ann-aldo"))).containsExactly("c1");
    assertThat(foundIds(claims.administration("bo-cheng"))).containsExactly("j1", "j2");
    assertThat(foundIds(claims.administration("yi-zhou"))).containsExactly("j1", "j2");
  }

  @Test
  void a_claim_that_may_belong_to_either_of_two_administrations_is_found_under_neither() {
    ClaimQuery either =
        TestDossier.of("p")
            .says("x", "c", "p", FOR, ASSERT, "[2014-12-01..2015-02-01]")
            .tracker()
            .claims();
    assertThat(either.administration("ann-aldo").count()).isZero();
    assertThat(either.administration("bo-cheng").count()).isZero();
  }

  @Test
  void an_undated_claim_belongs_to_the_administration_of_its_latest_day() {
    ClaimQuery undated =
        TestDossier.of("p").says("x", "c", "p", FOR, ASSERT, "[..2016-02-01]").tracker().claims();
    assertThat(undated.administration("ann-aldo").count()).isZero();
    assertThat(foundIds(undated.administration("bo-cheng"))).containsExactly("c");
  }

  @Test
  void joint_claims_are_found_by_which_side_reports_them() {
    assertThat(foundIds(claims.joint())).containsExactly("j1", "j2");
    assertThat(foundIds(claims.mutual())).containsExactly("j1");
    assertThat(foundIds(claims.oneSided())).containsExactly("j2");
    assertThat(foundIds(claims.crossAttributed())).containsExactly("j2");
  }

  @Test
  void claims_are_found_by_source_mode_and_grade() {
    assertThat(foundIds(claims.source("SY"))).containsExactly("j2");
    assertThat(foundIds(claims.mode(Mode.PARTIAL))).containsExactly("c3");
    assertThat(foundIds(claims.grade(Grade.OWN_WORDS))).containsExactly("j2");
    assertThat(foundIds(claims.grade(Grade.OTHER_SIDE))).containsExactly("j2");
    assertThat(foundIds(claims.grade(Grade.REPORTED))).containsExactly("c1", "c2", "j1", "c3");
  }

  @Test
  void claims_are_found_by_proposition_issue_and_characterised_proposition() {
    assertThat(foundIds(claims.on("p"))).containsExactly("j1");
    assertThat(foundIds(claims.onIssue("status"))).containsExactly("c1");
    assertThat(foundIds(claims.touching("s"))).containsExactly("c2", "c3");
    assertThat(foundIds(claims.touching("r"))).containsExactly("c3");
    assertThat(foundIds(claims.characterising("p"))).containsExactly("c1");
    assertThat(foundIds(claims.characterising("q"))).isEmpty();
  }

  @Test
  void claims_are_found_by_stance_force_frame_response_and_occasion() {
    assertThat(foundIds(claims.stance(AGAINST))).containsExactly("c2");
    assertThat(foundIds(claims.force(DENY))).containsExactly("c2");
    assertThat(foundIds(claims.force(Force.Point.ASSERTIVE))).containsExactly("c1", "c2");
    assertThat(foundIds(claims.force(Force.Point.COMMISSIVE))).containsExactly("j1", "j2", "c3");
    assertThat(foundIds(claims.commitments())).containsExactly("j1", "j2");
    assertThat(foundIds(claims.frame("honour"))).containsExactly("c1");
    assertThat(foundIds(claims.respondingTo("c1"))).containsExactly("c3");
    assertThat(foundIds(claims.occasion("talks"))).containsExactly("j1", "j2");
  }

  @Test
  void claims_are_found_by_when_they_were_possibly_made() {
    assertThat(foundIds(claims.undated())).containsExactly("c2");
    assertThat(foundIds(claims.between("2015", "2015"))).containsExactly("c2");
    assertThat(foundIds(claims.between("2016-03-31", "2016-05-01")))
        .containsExactly("c2", "j1", "j2");
    assertThat(foundIds(claims.between("2016-04-01", "2016-04-30"))).isEmpty();
    assertThat(foundIds(claims.between("2017-02-02", "2017-02-02"))).containsExactly("c3");
  }

  @Test
  void filters_combine_and_the_printed_query_lists_them() {
    ClaimQuery asked = claims.party("x").force(AGREE).between("2016", "2016").source("S1");
    assertThat(foundIds(asked)).containsExactly("j1");
    assertThat(asked.find().codes().toString())
        .startsWith(
            "Claims as of 2019-12-31, party x, force AGREE, between 2016 and 2016, source S1: 1");
  }

  @Test
  void the_first_attested_claim_is_the_first_published() {
    TestDossier attested =
        TestDossier.of("p")
            .with(source("S8", "wire", "2018-01-01").build())
            .says("x", "c1", "p", FOR, ASSERT, "2015-01-01")
            .with(
                claim("c2", "x", "p", FOR, ASSERT, "2017-01-01")
                    .addEvidence(evidence("S8", Mode.INDIRECT))
                    .build());
    assertThat(attested.tracker().claims().firstAttested().map(Chronology.Entry::claim))
        .hasValueSatisfying(first -> assertThat(first.id()).isEqualTo("c2"));
    assertThat(attested.tracker().claims().mentioning("never").firstAttested()).isEmpty();
  }

  @Test
  void leaving_out_relays_or_speakers_and_keeping_only_some_claims_changes_the_answers() {
    assertThat(foundIds(tracker.withoutRelay("y-daily").claims()))
        .containsExactly("c1", "c2", "j1", "c3");
    assertThat(foundIds(tracker.withoutRelay("x-president").claims()))
        .containsExactly("c1", "c2", "j1", "j2", "c3");
    assertThat(foundIds(tracker.withoutSpeaker("y-mfa").claims()))
        .containsExactly("c1", "c2", "c3");
    Tracker only = tracker.only(claims.force(AGREE));
    assertThat(foundIds(only.claims())).containsExactly("j1", "j2");
    assertPosition(only.position("x", "about-p")).is("UNKNOWN, NO_CLAIMS");
    assertThat(only.position("x", "p").known()).isPresent();
    assertThat(only.viewpoint())
        .hasToString("as of 2019-12-31, only claims: force AGREE (as of 2019-12-31)");
    assertThat(foundIds(only.only(only.claims().on("q")).claims())).containsExactly("j2");
    assertThat(foundIds(only.only(tracker.claims().on("about-p")).claims())).isEmpty();
  }

  // Grades for a party

  @Test
  void a_grade_is_the_grade_for_the_party_asked_for_before_or_after_it() {
    assertThat(foundIds(claims.party("y").grade(Grade.OWN_WORDS))).containsExactly("j2");
    assertThat(foundIds(claims.party("x").grade(Grade.OTHER_SIDE))).containsExactly("j2");
    assertThat(foundIds(claims.party("x").grade(Grade.OWN_WORDS))).isEmpty();
    assertThat(foundIds(claims.grade(Grade.OWN_WORDS).party("x"))).isEmpty();
    assertThat(foundIds(claims.principal("x-mofa").grade(Grade.OTHER_SIDE))).containsExactly("j2");
    assertThat(foundIds(claims.grade(Grade.OTHER_SIDE).principal("y-mfa"))).isEmpty();
    assertThat(tracker.position("x", "q").known().orElseThrow().grade())
        .isEqualTo(Grade.OTHER_SIDE);
    assertThat(tracker.position("y", "q").known().orElseThrow().grade()).isEqualTo(Grade.OWN_WORDS);
  }

  @Test
  void a_grade_is_required_of_a_party_in_each_step_that_asks_for_parties() {
    assertThat(foundIds(claims.party("x", "y").grade(Grade.OWN_WORDS))).containsExactly("j2");
    assertThat(foundIds(claims.party("x").party("y").grade(Grade.OWN_WORDS))).isEmpty();
    assertThat(foundIds(claims.party("x").crossAttributed())).containsExactly("j2");
    assertThat(foundIds(claims.party("y").crossAttributed())).isEmpty();
    assertThat(foundIds(claims.principalKind(ActorKind.PERSON).grade(Grade.REPORTED)))
        .containsExactly("c2", "c3");
  }

  @Test
  void a_grade_after_a_choice_applies_to_the_party_of_each_alternative() {
    assertThat(foundIds(claims.party("x").or(claims.party("y")).grade(Grade.OWN_WORDS)))
        .containsExactly("j2");
    assertThat(foundIds(claims.party("x").or(claims.on("p")).grade(Grade.OWN_WORDS))).isEmpty();
  }

  // Several values

  @Test
  void a_step_with_several_values_keeps_the_claims_that_fit_any_of_them() {
    assertThat(foundIds(claims.stance(AGAINST, UNCOMMITTED))).containsExactly("c2", "c3");
    assertThat(foundIds(claims.force(DENY, REFUSE))).containsExactly("c2", "c3");
    assertThat(foundIds(claims.force(Force.Point.ASSERTIVE, Force.Point.DIRECTIVE)))
        .containsExactly("c1", "c2");
    assertThat(foundIds(claims.source("SY", "SU"))).containsExactly("j2", "c3");
    assertThat(foundIds(claims.speaker("yi-zhou", "x-official"))).containsExactly("c2", "c3");
    assertThat(foundIds(claims.principal("x-official", "y-mfa"))).containsExactly("c2", "j1", "j2");
    assertThat(foundIds(claims.party("x", "y"))).containsExactly("c1", "j1", "j2");
    assertThat(foundIds(claims.relay("x-president", "y-daily"))).containsExactly("j1", "j2");
    assertThat(foundIds(claims.mode(Mode.PARTIAL, Mode.DIRECT))).containsExactly("j2", "c3");
    assertThat(foundIds(claims.grade(Grade.OWN_WORDS, Grade.OTHER_SIDE))).containsExactly("j2");
    assertThat(foundIds(claims.on("p", "q"))).containsExactly("j1", "j2");
    assertThat(foundIds(claims.onIssue("status", "i"))).hasSize(5);
    assertThat(foundIds(claims.frame("honour", "honour"))).containsExactly("c1");
    assertThat(foundIds(claims.principalKind(ActorKind.ORGAN))).containsExactly("c1", "j1", "j2");
    assertThat(foundIds(claims.principalKind(ActorKind.STATE, ActorKind.PERSON)))
        .containsExactly("c2", "c3");
  }

  @Test
  void a_step_without_values_is_rejected() {
    String rest = " needs at least one value; leave the step out to keep all claims";
    assertRejected(claims::speaker, "'speaker'" + rest);
    assertRejected(claims::party, "'party'" + rest);
    assertRejected(claims::onIssue, "'on issue'" + rest);
    assertRejected(() -> claims.force(new Force[0]), "'force'" + rest);
    assertRejected(claims::principalKind, "'principal of kind'" + rest);
  }

  @Test
  void a_choice_of_two_queries_finds_the_claims_of_either() {
    ClaimQuery either = claims.party("x").or(claims.stance(AGAINST));
    assertThat(foundIds(either)).containsExactly("c1", "c2", "j1", "j2");
    assertThat(foundIds(either.undated())).containsExactly("c2");
    assertThat(foundIds(claims.or(claims.stance(AGAINST)))).hasSize(5);
    assertThat(either.source("S1").find().codes().toString())
        .startsWith("Claims as of 2019-12-31, (party x) or (stance AGAINST), source S1: 3");
    assertThat(tracker.only(claims.or(claims.on("p"))).viewpoint())
        .hasToString("as of 2019-12-31, only claims: (all) or (on p) (as of 2019-12-31)");
    assertRejected(
        () -> claims.or(tracker.asOf("2016").claims()),
        "one query is as of 2019-12-31, the other as of 2016-12-31: start both with claims() of the"
            + " same Tracker");
  }

  @Test
  void the_first_attestation_of_a_choice_has_the_evidence_of_the_alternative_that_fits() {
    Chronology.Entry first =
        claims.source("SU").or(claims.relay("x-president")).firstAttested().orElseThrow();
    assertThat(first.claim().id()).isEqualTo("c3");
    Chronology.Entry relayed = claims.relay("x-president").firstAttested().orElseThrow();
    assertThat(relayed.evidence())
        .singleElement()
        .satisfies(piece -> assertThat(piece.via()).containsExactly("x-president"));
  }

  @Test
  void claims_are_found_by_unnamed_relays_and_by_outlets_that_are_not_named() {
    ClaimQuery relayed =
        TestDossier.of("p")
            .with(
                claim("c1", "x-mofa", "p", FOR, ASSERT, "2016")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "x-official"))
                    .build(),
                claim("c2", "x-official", "p", FOR, ASSERT, "2016")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "x-mofa"))
                    .build())
            .tracker()
            .claims();
    assertThat(foundIds(relayed.unnamedRelay())).containsExactly("c1");
    assertThat(foundIds(relayed.unnamedSpeaker())).containsExactly("c2");
  }

  // Dates

  @Test
  void claims_are_found_by_when_they_were_certainly_made() {
    assertThat(foundIds(claims.certainlyBetween("2014", "2016"))).containsExactly("c1", "j1", "j2");
    assertThat(foundIds(claims.certainlyBetween("2016-05-01", "2016-05-01")))
        .containsExactly("j1", "j2");
    ClaimQuery interval =
        TestDossier.of("p")
            .says("x", "c", "p", FOR, ASSERT, "[2016-01-20..2016-02-10]")
            .tracker()
            .claims();
    assertThat(interval.between("2016-01", "2016-01").count()).isEqualTo(1);
    assertThat(interval.certainlyBetween("2016-01", "2016-01").count()).isZero();
    assertThat(interval.certainlyBetween("2016-01-20", "2016-02-10").count()).isEqualTo(1);
  }

  @Test
  void claims_are_found_by_periods_with_an_open_end() {
    assertThat(foundIds(claims.since("2016-05"))).containsExactly("j1", "j2", "c3");
    assertThat(foundIds(claims.since("2016-03-31"))).containsExactly("c2", "j1", "j2", "c3");
    assertThat(foundIds(claims.certainlySince("2014"))).containsExactly("c1", "j1", "j2", "c3");
    assertThat(foundIds(claims.until("2014-02"))).containsExactly("c2");
    assertThat(foundIds(claims.until("2014-03"))).containsExactly("c1", "c2");
    assertThat(foundIds(claims.certainlyUntil("2016-03"))).containsExactly("c1", "c2");
    assertThat(foundIds(claims.certainlyUntil("2016-03-30"))).containsExactly("c1");
  }

  @Test
  void periods_are_given_as_days_too() {
    LocalDate may = LocalDate.of(2016, 5, 1);
    assertThat(foundIds(claims.between(may, may))).containsExactly("j1", "j2");
    assertThat(foundIds(claims.certainlyBetween(may, may))).containsExactly("j1", "j2");
    assertThat(foundIds(claims.since(may))).containsExactly("j1", "j2", "c3");
    assertThat(foundIds(claims.certainlySince(may))).containsExactly("j1", "j2", "c3");
    assertThat(foundIds(claims.until(may))).containsExactly("c1", "c2", "j1", "j2");
    assertThat(foundIds(claims.certainlyUntil(may))).containsExactly("c1", "c2", "j1", "j2");
    assertRejected(
        () -> claims.certainlyBetween(may, may.minusDays(1)),
        "between 2016-05-01 and 2016-04-30: the range ends before it begins; swap the two");
  }

  @Test
  void the_claims_found_are_a_stream_and_can_be_iterated_over() {
    List<String> ids = new ArrayList<>();
    for (Claim found : claims.commitments()) {
      ids.add(found.id());
    }
    assertThat(ids).containsExactly("j1", "j2");
    assertThat(claims.commitments().stream().map(Claim::id)).containsExactly("j1", "j2");
  }
}

package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.NOTE;
import static org.demarche.model.Force.WITHHOLD;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import org.demarche.answer.PositionOutcome;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Tests of outcomes that records bring about which are added elsewhere than the claims. */
class AddedRecordsOutcomeTest {
  private static final Claim FIRST = in("S1", claim("c1", "x", "p", FOR, ASSERT, "2016-01-01"));
  private static final Claim LATER_NOTE =
      in("S1", claim("n1", "x", "p", UNCOMMITTED, NOTE, "2016-09-01"));

  private static Claim in(String source, Claim.Builder claim) {
    return claim.addEvidence(evidence(source, Mode.INDIRECT)).build();
  }

  private static void assertOutcome(
      TestDossier before, String proposition, PositionOutcome expected, DossierRecord... more) {
    Tracker tracker = before.tracker().plus(more);
    assertThat(tracker.outcome("x", proposition)).isEqualTo(expected);
    assertThat(tracker.position("x", proposition).outcome()).isEqualTo(expected);
  }

  private static TestDossier packages() {
    return TestDossier.of("a", "b", "c")
        .with(
            proposition("one").putParts("a", FOR).putParts("b", FOR).build(),
            proposition("other").putParts("a", AGAINST).putParts("c", FOR).build());
  }

  @Test
  void what_leaves_a_package_no_longer_stands_against_another_with_the_contrary_of_a_part() {
    TestDossier signed = packages().says("x", "c1", "one", FOR, ASSERT, "2016-01-01");
    assertOutcome(signed, "other", PositionOutcome.AGAINST);
    assertOutcome(
        signed,
        "other",
        PositionOutcome.UNKNOWN,
        in("S1", claim("c2", "x", "one", AGAINST, ASSERT, "2016-02-01")));
    assertOutcome(
        signed,
        "other",
        PositionOutcome.UNKNOWN,
        in("S1", claim("c2", "x", "one", UNCOMMITTED, WITHHOLD, "2016-02-01")));
  }

  @Test
  void a_corrected_source_ends_what_its_claims_implied() {
    TestDossier signed =
        packages()
            .with(source("S2", "wire", "2016-03-01").build())
            .with(in("S2", claim("c1", "x", "one", FOR, ASSERT, "2016-01-01")));
    assertOutcome(
        signed,
        "other",
        PositionOutcome.UNKNOWN,
        source("S3", "wire", "2016-04-01").revises("S2").build());
  }

  @Test
  void a_retraction_that_is_taken_back_gives_the_claim_its_force_again() {
    TestDossier retracted =
        TestDossier.of("p", "q", "r")
            .with(FIRST)
            .with(in("S1", claim("r1", "x", "q", FOR, ASSERT, "2016-02-01").addRetracts("c1")))
            .with(LATER_NOTE);
    assertOutcome(retracted, "p", PositionOutcome.UNKNOWN);
    for (String day : new String[] {"2016-03-01", "2016-12-01"}) {
      assertOutcome(
          retracted,
          "p",
          PositionOutcome.FOR,
          in("S1", claim("r2", "x", "r", FOR, ASSERT, day).addRetracts("r1")));
    }
  }

  @Test
  void a_retraction_whose_source_is_corrected_gives_the_claim_its_force_again() {
    TestDossier retracted =
        TestDossier.of("p", "q")
            .with(source("S2", "wire", "2016-03-01").build())
            .with(FIRST)
            .with(in("S2", claim("r1", "x", "q", FOR, ASSERT, "2016-02-01").addRetracts("c1")))
            .with(LATER_NOTE);
    assertOutcome(
        retracted,
        "p",
        PositionOutcome.FOR,
        source("S3", "wire", "2016-04-01").revises("S2").build());
  }

  @Test
  void a_corrected_source_ends_the_evidence_that_it_gave_a_claim_later() {
    Tracker corroborated =
        TestDossier.of("p")
            .with(source("S2", "wire", "2016-02-01").build())
            .with(source("S4", "wire", "2016-02-01").build())
            .with(in("S2", claim("c1", "x", "p", FOR, ASSERT, "2016-01-01")))
            .tracker()
            .plus(in("S4", claim("c1", "x", "p", FOR, ASSERT, "2016-01-01")))
            .plus(source("S3", "wire", "2016-04-01").revises("S2").build());
    assertThat(corroborated.outcome("x", "p")).isEqualTo(PositionOutcome.FOR);
    Tracker corrected = corroborated.plus(source("S5", "wire", "2016-04-01").revises("S4").build());
    assertThat(corrected.outcome("x", "p")).isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(corrected.position("x", "p").outcome()).isEqualTo(PositionOutcome.UNKNOWN);
  }
}

package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Explanation;
import org.demarche.model.Authority;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Explanations of how each claim affects a position. */
class ExplanationTest {
  private final TestDossier dossier =
      TestDossier.of("p", "q")
          .says("x-mofa", "elsewhere", "q", AGAINST, ASSERT, "2016-01-10")
          .with(source("S9", "wire", "2020-06-01").build())
          .with(source("SX", "wire", "2016-03-01").build())
          .with(source("SC", "wire", "2016-03-01").build())
          .with(source("SD", "wire", "2016-03-02").revises("SC").build())
          .with(organ("x-assembly", "x", Authority.NONE))
          .with(proposition("whole").putParts("p", FOR).putParts("q", FOR).build())
          .says("x-mofa", "no-longer-implied", "whole", FOR, ASSERT, "2016-06-05")
          .says("x-mofa", "leaves-the-whole", "whole", AGAINST, REFUSE, "2016-06-06")
          .says("x-mofa", "retracted", "p", AGAINST, ASSERT, "2016-04-10")
          .says("x-assembly", "other-body", "p", AGAINST, ASSERT, "2016-02-01")
          .says("x-mofa", "superseded", "p", AGAINST, ASSERT, "2016-01-10")
          .says("x-mofa", "supports", "p", FOR, ASSERT, "2016-02-10")
          .says("x-president", "headline", "p", FOR, ASSERT, "2016-03-10")
          .says("x-mofa", "stands", "p", FOR, ASSERT, "2016-03-10")
          .says("x-mofa", "possibly", "p", FOR, ASSERT, "[..2016-12-31]")
          .says("x-mofa", "later", "p", FOR, ASSERT, "2017-01-10")
          .says("x-mofa", "no-side", "p", UNCOMMITTED, NOTE, "2016-02-01")
          .says("bo-cheng", "no-capacity", "p", AGAINST, ASSERT, "2016-02-01")
          .says("y-daily", "report", "p", AGAINST, ASSERT, "2016-02-01")
          .with(
              claim("below-floor", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                  .addEvidence(evidence("S1", Mode.NARRATED))
                  .build(),
              claim("disputing", "x-mofa", "p", AGAINST, ASSERT, "2016-04-10")
                  .addEvidence(evidence("SY", Mode.INDIRECT))
                  .build(),
              reported("retraction", "x-mofa", "q", UNCOMMITTED, NOTE, "2016-04-11")
                  .addRetracts("retracted")
                  .build(),
              claim("corrected", "x-mofa", "p", AGAINST, ASSERT, "2016-02-01")
                  .addEvidence(evidence("SC", Mode.INDIRECT))
                  .build(),
              claim("not-yet-known", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                  .addEvidence(evidence("S9", Mode.INDIRECT))
                  .build(),
              claim("set-aside", "x-mofa", "p", FOR, ASSERT, "2016-02-01")
                  .addEvidence(evidence("SX", Mode.INDIRECT))
                  .build());

  private Explanation explain() {
    return dossier
        .tracker()
        .knownAt("2020-01-01")
        .without("SX")
        .asOf("2016-06-30")
        .explain("x", "p");
  }

  @Test
  void every_ruling_occurs_in_one_explanation() {
    assertThat(explain().considered())
        .extracting(c -> c.ruling() + " " + c.cited().claim().id())
        .containsExactlyInAnyOrder(
            "HEADLINE headline",
            "UNSUPERSEDED stands",
            "SUPPORTS supports",
            "DISPUTING disputing",
            "SUPERSEDED superseded",
            "RETRACTED retracted",
            "NO_LONGER_IMPLIED no-longer-implied",
            "POSSIBLY possibly",
            "LATER later",
            "BELOW_MIN_GRADE below-floor",
            "NO_SIDE no-side",
            "NO_CAPACITY no-capacity",
            "OTHER_BODY other-body",
            "REPORT report",
            "NOT_YET_KNOWN not-yet-known",
            "CORRECTED corrected",
            "SET_ASIDE set-aside");
    assertThat(explain().considered().stream().map(Explanation.Considered::ruling).distinct())
        .containsExactlyInAnyOrder(Explanation.Ruling.values());
  }

  @Test
  void the_superseding_claim_is_named_and_the_one_that_starts_last_is_chosen() {
    assertThat(explain().claim("superseded").orElseThrow().decidedBy()).hasValue("headline");
    assertThat(explain().claim("headline").orElseThrow().decidedBy()).isEmpty();
    assertThat(explain().claim("elsewhere")).isEmpty();
    assertRejected(
        () -> explain().claim("headlin"),
        "claim 'headlin' is not in the dossier (did you mean 'headline'?)");
  }

  @Test
  void a_superseding_claim_has_no_lower_authority_within_one_administration() {
    Explanation explanation =
        TestDossier.of("p")
            .says("x-office", "of-another", "p", FOR, ASSERT, "2014-05-01")
            .says("x-office", "first", "p", FOR, ASSERT, "2016-01-10")
            .says("x-office", "second", "p", AGAINST, ASSERT, "2016-03-10")
            .says("x-mofa", "last", "p", UNCOMMITTED, REFUSE, "2016-06-10")
            .says("x-mofa", "as-late", "p", UNCOMMITTED, REFUSE, "2016-06-10")
            .tracker()
            .explain("x", "p");
    assertThat(explanation.claim("first").orElseThrow().decidedBy()).hasValue("second");
    assertThat(explanation.claim("of-another").orElseThrow().decidedBy()).hasValue("as-late");
    assertThat(explanation.considered())
        .extracting(c -> c.ruling() + " " + c.cited().claim().id())
        .containsExactly(
            "UNSUPERSEDED as-late",
            "UNSUPERSEDED last",
            "UNSUPERSEDED second",
            "SUPERSEDED first",
            "SUPERSEDED of-another");
  }

  @Test
  void an_explanation_explains_the_position_that_the_tracker_gives() {
    assertPosition(explain().position())
        .is("FOR ASSERT by headline, REPORTED, CURRENT, last evidenced 2016-03-10")
        .isSupportedBy("headline", "stands", "supports")
        .hasPossibleClaims("possibly")
        .hasReports("report")
        .hasHints("below-floor", "no-side", "no-capacity", "other-body");
    assertThat(claimIds(explain().position().support()).get(0)).isEqualTo("headline");
  }
}

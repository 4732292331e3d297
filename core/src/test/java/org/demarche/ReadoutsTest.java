package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.jointClaim;
import static org.demarche.TestDossier.withTalks;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.Readouts;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Points of a joint occasion by which side reports them. */
class ReadoutsTest {
  private final Tracker tracker =
      withTalks(
              jointClaim(
                  "mutual",
                  "p",
                  AGREE,
                  evidence("S1", Mode.INDIRECT, "x-president"),
                  evidence("S1", Mode.INDIRECT, "y-president")),
              jointClaim("of-y", "q", AGREE, evidence("SY", Mode.INDIRECT)),
              jointClaim("untold", "r", AGREE, evidence("S1", Mode.INDIRECT)),
              jointClaim("issued", "s", AGREE, evidence("S1", Mode.RECORDED)),
              claim("own", "x-mofa", "s", FOR, URGE, "2016-05-01")
                  .occasion("talks")
                  .addEvidence(evidence("S1", Mode.INDIRECT))
                  .build(),
              claim("answer", "y-mfa", "s", UNCOMMITTED, REFUSE, "2016-05-02")
                  .addRespondsTo("own")
                  .addEvidence(evidence("S1", Mode.INDIRECT))
                  .build())
          .tracker();

  private List<String> points(Tracker tracker) {
    return tracker.readouts("talks").points().stream()
        .map(p -> p.claim().id() + " " + verdict(p) + " " + p.reportedBy() + " " + p.answeredBy())
        .toList();
  }

  private static String verdict(Readouts.Point point) {
    if (point.isReported()) {
      return (point.isMutual() ? "MUTUAL" : "") + (point.isOneSided() ? "ONE_SIDED" : "");
    }
    return point.isMutual() || point.isOneSided() ? "contradictory" : "UNREPORTED";
  }

  @Test
  void a_point_of_a_readout_is_mutual_one_sided_or_untold() {
    assertThat(tracker.readouts("talks").states()).containsExactly("x", "y");
    assertThat(points(tracker))
        .containsExactly(
            "issued MUTUAL [x, y] []",
            "mutual MUTUAL [x, y] []",
            "of-y ONE_SIDED [y] []",
            "own ONE_SIDED [x] [answer]",
            "untold UNREPORTED [] []");
    assertThat(tracker.readouts("talks").point("answer")).isEmpty();
  }

  @Test
  void a_mutual_point_becomes_one_sided_when_the_relay_of_one_side_is_left_out() {
    Readouts.Point point =
        tracker.withoutRelay("y-president").readouts("talks").point("mutual").orElseThrow();
    assertThat(point.isOneSided()).isTrue();
    assertThat(point.isMutual()).isFalse();
    assertThat(point.reportedBy()).containsExactly("x");
    assertThat(points(tracker.withoutRelay("y-daily"))).noneMatch(p -> p.startsWith("of-y"));
  }
}

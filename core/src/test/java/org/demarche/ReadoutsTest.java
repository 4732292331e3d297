package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.jointClaim;
import static org.demarche.TestDossier.reported;
import static org.demarche.TestDossier.source;
import static org.demarche.TestDossier.withTalks;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.Readouts;
import org.demarche.answer.Wording;
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
              reported("own", "x-mofa", "s", FOR, URGE, "2016-05-01").occasion("talks").build(),
              reported("answer", "y-mfa", "s", UNCOMMITTED, REFUSE, "2016-05-02")
                  .addRespondsTo("own")
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

  @Test
  void accounts_side_by_side_say_whose_point_it_is_and_who_reports_it() {
    Tracker told =
        withTalks(
                jointClaim("both", "p", AGREE, evidence("S1", Mode.RECORDED)),
                jointClaim("of-y", "q", AGREE, evidence("SY", Mode.INDIRECT)),
                jointClaim("untold", "r", AGREE, evidence("S1", Mode.INDIRECT)),
                reported("of-x", "x-mofa", "s", AGAINST, URGE, "2016-05-01")
                    .occasion("talks")
                    .addEvidence(evidence("S1", Mode.INDIRECT, "y-president"))
                    .build())
            .tracker();
    Readouts readouts = told.readouts("talks");

    assertThat(rows(readouts))
        .containsExactly(
            "both | + agrees | + agrees",
            "of-x | − urges against | reports of X-land: − urges against",
            "of-y | told by Y-land | + agrees",
            "untold | + agrees, as the press reports it | + agrees, as the press reports it");
    assertThat(readouts.sentence()).contains("the press only: r (agrees) [untold]");
  }

  private static List<String> rows(Readouts readouts) {
    return readouts.sideBySide(Wording.english()).tables().get(0).rows().stream()
        .map(row -> row.get(3) + " | " + row.get(1) + " | " + row.get(2))
        .map(row -> row.replace('\u00A0', ' '))
        .sorted()
        .toList();
  }

  private static Readouts.Point point(Tracker tracker, String claim) {
    return tracker.readouts("talks").point(claim).orElseThrow();
  }

  @Test
  void of_several_relays_the_last_is_nearest_to_the_speaker_and_reports_the_point() {
    Tracker told =
        withTalks(
                jointClaim(
                    "of-y",
                    "p",
                    AGREE,
                    evidence("S1", Mode.INDIRECT, "x-president", "y-president")),
                jointClaim("of-x", "q", AGREE, evidence("SY", Mode.INDIRECT, "x-president")))
            .tracker();
    assertThat(point(told, "of-y").reportedBy()).containsExactly("y");
    assertThat(point(told, "of-x").reportedBy()).containsExactly("x");
  }

  @Test
  void the_issuers_are_the_outermost_relays_in_place_of_the_outlet() {
    Tracker issued =
        withTalks()
            .with(
                source("SJ", "y-daily", "2019-12-31").addIssuedBy("x-mofa", "y-mfa").build(),
                source("SX", "y-daily", "2019-12-31").addIssuedBy("x-mofa").build())
            .with(
                jointClaim("of-both", "p", AGREE, evidence("SJ", Mode.INDIRECT)),
                jointClaim("of-x", "q", AGREE, evidence("SX", Mode.INDIRECT)),
                jointClaim("of-y", "r", AGREE, evidence("SX", Mode.INDIRECT, "y-president")))
            .tracker();
    assertThat(point(issued, "of-both").isMutual()).isTrue();
    assertThat(point(issued, "of-both").reportedBy()).containsExactly("x", "y");
    assertThat(point(issued, "of-x").reportedBy()).containsExactly("x");
    assertThat(point(issued, "of-y").reportedBy()).containsExactly("y");
    assertThat(issued.claims().relay("y-daily").count()).isZero();
    assertThat(issued.claims().relay("x-mofa").count()).isEqualTo(3);
    assertThat(issued.withoutRelay("y-daily").readouts("talks").points()).hasSize(3);
    assertThat(issued.withoutRelay("x-mofa").readouts("talks").points()).isEmpty();
  }
}

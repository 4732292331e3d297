package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Mode;
import org.demarche.model.Stance;
import org.junit.jupiter.api.Test;

/** Differences between two bodies of evidence at one date. */
class EvidenceDifferencesTest {
  private List<String> rows(Differences differences) {
    return differences.rows().stream()
        .map(d -> d.party() + " " + d.proposition() + " " + d.label() + " " + d.altered())
        .toList();
  }

  private final TestDossier dossier =
      TestDossier.of("p", "q").with(source("S2", "wire", "2018-01-01").build());

  private Claim of(String source, String id, Stance stance, Force force, String asserted) {
    return claim(id, "x-mofa", "p", stance, force, asserted)
        .addEvidence(evidence(source, Mode.INDIRECT))
        .build();
  }

  private List<String> without(TestDossier dossier, String source) {
    Tracker tracker = dossier.tracker();
    return rows(tracker.differencesTo(tracker.without(source)));
  }

  @Test
  void a_position_is_lost_without_its_source_and_gained_with_it() {
    Tracker all = dossier.with(of("S2", "c1", FOR, ASSERT, "2016-01-10")).tracker();
    assertThat(rows(all.differencesTo(all.without("S2")))).containsExactly("x p LOST []");
    assertThat(rows(all.without("S2").differencesTo(all))).containsExactly("x p GAINED []");
    assertThat(rows(all.differencesTo(all.without("S1")))).isEmpty();
    assertThat(rows(all.knownAt("2017").differencesTo(all))).containsExactly("x p GAINED []");
  }

  @Test
  void a_different_stance_is_reported_even_if_the_force_is_equal() {
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                    of("S2", "c2", AGAINST, ASSERT, "2016-02-10")),
                "S2"))
        .containsExactly("x p ALTERED [STANCE, HEADLINE]");
  }

  @Test
  void a_different_force_is_reported_together_with_the_different_headline() {
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, HOPE, "2016-01-10"),
                    of("S2", "c2", FOR, URGE, "2016-02-10")),
                "S2"))
        .containsExactly("x p ALTERED [FORCE, HEADLINE]");
  }

  @Test
  void different_frames_are_reported_together_with_the_different_headline() {
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, URGE, "2016-01-10"),
                    claim("c2", "x-mofa", "p", FOR, URGE, "2016-02-10")
                        .addFrames("f")
                        .addEvidence(evidence("S2", Mode.INDIRECT))
                        .build()),
                "S2"))
        .containsExactly("x p ALTERED [FRAMES, HEADLINE]");
  }

  @Test
  void a_different_grade_is_reported_even_if_the_headline_is_equal() {
    assertThat(
            without(
                dossier.with(
                    claim("c1", "x-mofa", "p", FOR, URGE, "2016-02-10")
                        .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S2", Mode.DIRECT))
                        .build()),
                "S2"))
        .containsExactly("x p ALTERED [GRADE]");
  }

  @Test
  void a_different_standing_is_reported() {
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, ASSERT, "2014-01-10"),
                    of("S2", "c2", FOR, ASSERT, "2016-02-10")),
                "S2"))
        .containsExactly("x p ALTERED [STANDING, HEADLINE]");
  }

  @Test
  void a_contest_in_only_one_body_of_evidence_is_reported_in_both_directions() {
    TestDossier contested =
        dossier.with(
            of("S1", "c1", FOR, ASSERT, "2016-01-10"),
            of("S2", "c2", AGAINST, ASSERT, "2016-01-10"));
    assertThat(without(contested, "S2")).containsExactly("x p ALTERED [CONTEST]");
    Tracker tracker = contested.tracker();
    assertThat(rows(tracker.without("S2").differencesTo(tracker)))
        .containsExactly("x p ALTERED [CONTEST]");
  }

  @Test
  void a_different_side_of_a_contest_and_a_different_grade_of_a_side_are_reported() {
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                    of("S1", "c2", AGAINST, ASSERT, "2016-01-10"),
                    of("S2", "c3", UNCOMMITTED, REFUSE, "2016-01-10")),
                "S2"))
        .containsExactly("x p ALTERED [CONTEST]");
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                    claim("c2", "x-mofa", "p", AGAINST, ASSERT, "2016-01-10")
                        .addEvidence(evidence("S1", Mode.INDIRECT), evidence("S2", Mode.DIRECT))
                        .build()),
                "S2"))
        .containsExactly("x p ALTERED [GRADE]");
  }

  @Test
  void a_different_headline_alone_is_a_difference() {
    assertThat(
            without(
                dossier.with(
                    of("S1", "c1", FOR, ASSERT, "2016-01-10"),
                    of("S2", "c2", FOR, ASSERT, "2016-02-10")),
                "S2"))
        .containsExactly("x p ALTERED [HEADLINE]");
  }

  @Test
  void differences_can_be_filtered_by_party_proposition_issue_and_label() {
    Tracker all =
        dossier
            .with(of("S2", "c1", FOR, ASSERT, "2016-01-10"))
            .says("y-mfa", "c2", "q", FOR, ASSERT, "2016-01-10")
            .tracker();
    Differences lost = all.differencesTo(all.without("S1", "S2"));
    assertThat(rows(lost)).containsExactly("x p LOST []", "y q LOST []");
    assertThat(rows(lost.party("y"))).containsExactly("y q LOST []");
    assertThat(rows(lost.on("p"))).containsExactly("x p LOST []");
    assertThat(rows(lost.onIssue("i"))).hasSize(2);
    assertThat(rows(lost.label(Difference.Label.GAINED))).isEmpty();
  }
}

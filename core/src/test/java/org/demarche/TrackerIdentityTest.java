package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.foundIds;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import com.google.common.collect.ImmutableSortedSet;
import java.util.List;
import org.demarche.answer.Unknown;
import org.demarche.model.Dossier;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** Trackers that are limited to some claims, and Trackers that are equal. */
class TrackerIdentityTest {
  private static final TestDossier DOSSIER =
      TestDossier.of("p", "q")
          .says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01")
          .says("x-mofa", "c2", "p", FOR, ASSERT, "2016-07-01")
          .says("x-mofa", "c3", "q", AGAINST, DENY, "2016-09-01");

  /** A claim on p, made after all others and published in a source of its own. */
  private static final Dossier MORE =
      DOSSIER
          .with(source("S9", "wire", "2021-05-01").build())
          .with(
              claim("c9", "x", "p", AGAINST, DENY, "2020-02-01")
                  .addEvidence(evidence("S9", Mode.INDIRECT))
                  .build())
          .build();

  private final Tracker tracker = DOSSIER.tracker();
  private final Tracker longer = tracker.plus(MORE);

  @Test
  void a_query_is_asked_again_of_the_longer_record() {
    Tracker limited = tracker.only(tracker.claims().on("p"));
    assertThat(foundIds(limited.claims())).containsExactly("c1", "c2");
    assertThat(foundIds(limited.plus(MORE).claims())).containsExactly("c1", "c2", "c9");
    assertThat(limited.plus(MORE)).isEqualTo(longer.only(longer.claims().on("p")));
    assertThat(limited.plus(MORE).viewpoint())
        .hasToString("as of 2021-05-01, only claims: on p (as of 2021-05-01)");
  }

  @Test
  void a_query_asked_again_keeps_the_date_that_its_tracker_was_given() {
    Tracker limited = tracker.only(tracker.asOf("2019").claims().on("p")).plus(MORE);
    assertThat(foundIds(limited.claims())).containsExactly("c1", "c2");
    assertThat(limited.viewpoint())
        .hasToString("as of 2021-05-01, only claims: on p (as of 2019-12-31)");
  }

  @Test
  void a_query_asked_of_a_limited_tracker_is_asked_again_through_both_limits() {
    Tracker outer = tracker.only(tracker.claims().on("p"));
    Tracker limited = tracker.only(outer.claims().force(DENY));
    assertThat(limited.claims().count()).isZero();
    assertThat(foundIds(limited.plus(MORE).claims())).containsExactly("c9");
    assertThat(limited.viewpoint())
        .hasToString(
            "as of 2019-12-31, only claims: force DENY (as of 2019-12-31, only claims: on p (as of"
                + " 2019-12-31))");
  }

  @Test
  void found_claims_stay_the_same_whatever_is_added() {
    Tracker limited = tracker.only(tracker.claims().on("p").find());
    assertThat(foundIds(limited.plus(MORE).claims())).containsExactly("c1", "c2");
    assertThat(limited.plus(MORE)).isEqualTo(longer.only(tracker.claims().on("p").find()));
    assertThat(limited.viewpoint().onlyClaims()).contains(ImmutableSortedSet.of("c1", "c2"));
    assertThat(limited.viewpoint().only()).isEmpty();
    assertThat(limited.viewpoint()).hasToString("as of 2019-12-31, only 2 found claims (c1 to c2)");
  }

  @Test
  void two_lists_of_found_claims_leave_the_claims_in_both() {
    Tracker ofP = tracker.only(tracker.claims().on("p").find());
    Tracker none = ofP.only(tracker.claims().on("q").find());
    assertThat(foundIds(ofP.only(tracker.claims().force(ASSERT, DENY).find()).claims()))
        .containsExactly("c2");
    assertThat(none.viewpoint().onlyClaims()).contains(ImmutableSortedSet.of());
    assertThat(none.viewpoint()).hasToString("as of 2019-12-31, only 0 found claims");
    assertThat(none.position("x", "p")).isInstanceOf(Unknown.class);
    assertThat(none.plus(MORE).position("x", "p")).isInstanceOf(Unknown.class);
    assertThat(ofP.only(tracker.claims().force(ASSERT).find()).viewpoint())
        .hasToString("as of 2019-12-31, only 1 found claim (c2)");
  }

  @Test
  void a_query_of_a_tracker_limited_to_found_claims_carries_that_limit_along() {
    Tracker first = tracker.only(tracker.claims().force(HOPE, DENY).find());
    Tracker second = tracker.only(tracker.claims().force(HOPE, ASSERT, DENY).find());
    Tracker ofFirst = tracker.only(first.claims().on("p"));
    Tracker ofSecond = tracker.only(second.claims().on("p"));
    assertThat(foundIds(ofFirst.claims())).containsExactly("c1");
    assertThat(foundIds(ofSecond.claims())).containsExactly("c1", "c2");
    assertThat(ofFirst.viewpoint()).isNotEqualTo(ofSecond.viewpoint());
    assertThat(foundIds(ofFirst.plus(MORE).claims())).containsExactly("c1");
  }

  @Test
  void found_claims_of_another_dossier_are_rejected() {
    assertRejected(
        () -> tracker.only(longer.claims().find()),
        "claim 'c9' is not in the dossier (did you mean 'c1' or 'c2' or 'c3'?)");
    assertRejected(
        () -> tracker.only(longer.claims()),
        "the query is for the claims of another dossier: start it with claims() of this Tracker");
  }

  @Test
  void found_claims_that_only_share_their_ids_with_claims_of_the_dossier_are_rejected() {
    Tracker other =
        TestDossier.of("p", "q")
            .says("x-mofa", "c1", "q", AGAINST, HOPE, "2016-03-01")
            .says("x-mofa", "c2", "p", FOR, ASSERT, "2016-07-01")
            .says("x-mofa", "c3", "q", FOR, DENY, "2016-09-01")
            .tracker();
    assertRejected(
        () -> tracker.only(other.claims().find()),
        "found claims differ from the claims of this dossier with the same ids: 'c1', 'c3'; find"
            + " them with claims() of this Tracker");
    assertThat(tracker.only(other.claims().force(ASSERT).find()))
        .isEqualTo(tracker.only(tracker.claims().force(ASSERT).find()));
  }

  @Test
  void a_found_claim_may_have_more_evidence_by_now() {
    Tracker corroborated =
        tracker.plus(
            tracker.dossier().claims().get(0).withEvidence(List.of(evidence("S1", Mode.DIRECT))));
    assertThat(corroborated.dossier().claims().get(0).evidence()).hasSize(2);
    assertThat(foundIds(corroborated.only(tracker.claims().on("p").find()).claims()))
        .containsExactly("c1", "c2");
    assertRejected(
        () -> tracker.only(corroborated.claims().find()),
        "found claims differ from the claims of this dossier with the same ids: 'c1'; find them"
            + " with claims() of this Tracker");
  }

  @Test
  void a_tracker_that_was_given_the_end_of_its_record_is_not_equal_to_one_that_moves_on() {
    Tracker end = tracker.asOf("2019-12-31");
    assertThat(end.viewpoint()).isEqualTo(tracker.viewpoint());
    assertThat(end).isNotEqualTo(tracker);
    assertThat(end).isEqualTo(tracker.asOf("2019")).hasSameHashCodeAs(tracker.asOf("2019"));
    assertThat(tracker.plus(MORE).viewpoint()).isNotEqualTo(end.plus(MORE).viewpoint());
    assertThat(end.position("x", "p")).isEqualTo(tracker.position("x", "p"));
  }

  @Test
  void trackers_limited_to_queries_are_equal_only_if_both_queries_move_on_with_the_record() {
    Tracker end = tracker.asOf("2019-12-31");
    Tracker moving = tracker.only(tracker.claims().on("p"));
    Tracker fixed = tracker.only(end.claims().on("p"));
    assertThat(moving.viewpoint()).isEqualTo(fixed.viewpoint());
    assertThat(moving).isNotEqualTo(fixed);
    assertThat(foundIds(moving.plus(MORE).claims())).containsExactly("c1", "c2", "c9");
    assertThat(foundIds(fixed.plus(MORE).claims())).containsExactly("c1", "c2");
    assertThat(fixed)
        .isEqualTo(tracker.only(tracker.asOf("2019").claims().on("p")))
        .hasSameHashCodeAs(tracker.only(tracker.asOf("2019").claims().on("p")));
    // a query of a limited tracker has the limits of that tracker
    assertThat(tracker.only(moving.claims().force(DENY)))
        .isNotEqualTo(tracker.only(fixed.claims().force(DENY)));
    // both limits hold, though their words are the same
    assertThat(moving.only(end.claims().on("p")))
        .isNotEqualTo(moving)
        .isEqualTo(fixed.only(tracker.claims().on("p")));
    assertThat(foundIds(moving.only(end.claims().on("p")).plus(MORE).claims()))
        .containsExactly("c1", "c2");
  }

  @Test
  void queries_of_a_tracker_with_a_given_date_and_of_one_without_are_not_combined() {
    Tracker end = tracker.asOf("2019-12-31");
    assertRejected(
        () -> tracker.claims().on("p").or(end.claims().on("q")),
        "both queries are as of 2019-12-31, but only one Tracker was given its date: start both with"
            + " claims() of the same Tracker");
    assertThat(tracker.only(end.claims().on("p").or(tracker.asOf("2019").claims().on("q"))))
        .isEqualTo(tracker.only(end.claims().on("p").or(end.claims().on("q"))));
  }

  @Test
  void trackers_of_equal_dossiers_with_equal_viewpoints_are_equal_and_may_be_compared() {
    Tracker again = Tracker.of(copy(DOSSIER.build()));
    assertThat(again).isEqualTo(tracker).hasSameHashCodeAs(tracker);
    assertThat(again.dossier()).isNotSameAs(tracker.dossier());
    assertThat(again.asOf("2016").without("S1"))
        .isEqualTo(tracker.without("S1").asOf("2016-12-31"))
        .hasSameHashCodeAs(tracker.without("S1").asOf("2016-12-31"));
    assertThat(tracker)
        .isNotEqualTo(longer)
        .isNotEqualTo(tracker.asOf("2016"))
        .isNotEqualTo(tracker.without("S1"))
        .isNotEqualTo(tracker.only(tracker.claims()))
        .isNotEqualTo(tracker.only(tracker.claims().find()))
        .isNotEqualTo(null);
    assertThat(tracker.asOf("2016-06").changesTo(again))
        .isEqualTo(tracker.asOf("2016-06").changesTo(tracker));
    assertThat(tracker.differencesTo(again.without("S1")).rows()).hasSize(2);
    assertThat(foundIds(tracker.only(again.claims().on("q")).claims())).containsExactly("c3");
  }

  private static Dossier copy(Dossier dossier) {
    return Dossier.empty().plus(dossier);
  }
}

package org.demarche.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.model.Force.ASSERT;
import static org.demarche.model.Force.NOTE;
import static org.demarche.model.Stance.AGAINST;
import static org.demarche.model.Stance.FOR;
import static org.demarche.model.Stance.UNCOMMITTED;

import java.lang.ref.WeakReference;
import org.demarche.TestDossier;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.junit.jupiter.api.Test;

/** Tests positions that are detached from their Tracker. */
class DetachedPositionTest {
  private static TestDossier dossier() {
    return TestDossier.of("p", "q", "r")
        .says("x-mofa", "c1", "p", FOR, ASSERT, "2016-03-01")
        .says("x-mofa", "h1", "p", UNCOMMITTED, NOTE, "2016-04-01")
        .says("y-mfa", "d1", "p", FOR, ASSERT, "2016-03-01")
        .says("x-mofa", "c2", "q", FOR, ASSERT, "2016-03-01")
        .says("x-mofa", "c3", "q", AGAINST, ASSERT, "2016-03-01");
  }

  private static Dossier of(Position detached) {
    return PositionContext.of(detached).dossier();
  }

  @Test
  void a_detached_position_holds_the_claims_that_it_cites_and_no_others() {
    Tracker tracker = dossier().tracker();
    Position known = tracker.position("x", "p").detached();
    assertThat(of(known).claims()).extracting(Claim::id).containsExactly("c1", "h1");
    assertThat(of(known).propositions()).extracting(Proposition::id).containsExactly("p");
    assertThat(of(known).actors()).extracting(Actor::id).contains("x").doesNotContain("y-mfa");
    assertThat(of(tracker.position("x", "q").detached()).claims())
        .extracting(Claim::id)
        .containsExactly("c2", "c3");
    Position unknown = tracker.position("y", "r").detached();
    assertThat(of(unknown).claims()).isEmpty();
    assertThat(unknown.codes().toString()).startsWith("Y-land on r,");
  }

  @Test
  void a_detached_position_keeps_neither_the_dossier_nor_the_tracker_in_memory()
      throws InterruptedException {
    WeakReference<?>[] released = new WeakReference<?>[2];
    Position kept = detached(released);
    for (int i = 0; i < 100 && (released[0].get() != null || released[1].get() != null); i++) {
      System.gc();
      Thread.sleep(20);
    }
    assertThat(released[0].get()).isNull();
    assertThat(released[1].get()).isNull();
    assertThat(kept.hints()).hasSize(1);
  }

  private static Position detached(WeakReference<?>[] released) {
    Tracker tracker = dossier().tracker();
    released[0] = new WeakReference<>(tracker.dossier());
    released[1] = new WeakReference<>(tracker);
    return tracker.position("x", "p").detached();
  }
}

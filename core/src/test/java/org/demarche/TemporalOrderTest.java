package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.TemporalOrder;
import org.junit.jupiter.api.Test;

/** The temporal order of two claims. */
class TemporalOrderTest {
  @Test
  void two_claims_are_ordered_only_if_their_dates_do_not_overlap() {
    Tracker tracker =
        TestDossier.of("p")
            .says("x", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("x", "c2", "p", FOR, ASSERT, "2016-02")
            .says("x", "c3", "p", FOR, ASSERT, "[2016-01-20..2016-02-10]")
            .says("x", "c4", "p", FOR, ASSERT, "[..2016-12-31]")
            .tracker();
    assertThat(tracker.order("c1", "c2")).isEqualTo(TemporalOrder.BEFORE);
    assertThat(tracker.order("c2", "c1")).isEqualTo(TemporalOrder.AFTER);
    assertThat(tracker.order("c2", "c3")).isEqualTo(TemporalOrder.UNKNOWN);
    assertThat(tracker.order("c4", "c1")).isEqualTo(TemporalOrder.UNKNOWN);
    assertRejected(
        () -> tracker.order("c1", "c1"), "'c1' cannot be ordered with itself; give two claims");
  }
}

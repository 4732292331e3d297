package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.List;
import org.demarche.answer.Positions;
import org.junit.jupiter.api.Test;

/** Lists of the positions of a party or on a proposition. */
class PositionListTest {
  private final TestDossier dossier =
      TestDossier.of("p", "q", "r", "s")
          .says("x-mofa", "c1", "p", FOR, ASSERT, "2014-01-10")
          .says("x-mofa", "c2", "q", FOR, ASSERT, "2016-01-10")
          .says("x-mofa", "c3", "r", UNCOMMITTED, NOTE, "2016-01-10")
          .says("x-mofa", "c4", "s", FOR, ASSERT, "2016-06-10")
          .says("x-mnd", "c5", "s", AGAINST, ASSERT, "2016-06-10")
          .says("y", "c6", "s", FOR, ASSERT, "2016-06-10")
          .says("y-daily", "c7", "s", AGAINST, ASSERT, "2016-06-10");

  private List<String> rows(Positions positions) {
    return positions.rows().stream().map(p -> p.party() + " " + p.proposition()).toList();
  }

  @Test
  void positions_can_be_filtered_by_outcome_standing_and_hints() {
    var positions = dossier.tracker().asOf("2016-12-31").positionsOf("x");
    assertThat(rows(positions)).containsExactly("x p", "x q", "x r", "x s");
    assertThat(rows(positions.known())).containsExactly("x p", "x q");
    assertThat(rows(positions.contested())).containsExactly("x s");
    assertThat(rows(positions.inherited())).containsExactly("x p");
    assertThat(rows(positions.unknownButHinted())).containsExactly("x r");
    assertThat(positions.position("x", "s")).isPresent();
    assertThat(positions.position("y", "s")).isEmpty();
  }

  @Test
  void rows_are_sorted_by_party_and_issue_and_within_an_issue_as_in_the_dossier() {
    Tracker tracker =
        TestDossier.of("q", "p")
            .with(proposition("z").issue("a").build())
            .says("y", "c1", "p", FOR, ASSERT, "2016-01-10")
            .says("x", "c2", "q", FOR, ASSERT, "2016-01-10")
            .says("x", "c3", "p", FOR, ASSERT, "2016-01-10")
            .says("x", "c4", "z", FOR, ASSERT, "2016-01-10")
            .tracker();
    assertThat(rows(tracker.positionsOf("x"))).containsExactly("x z", "x q", "x p");
    assertThat(rows(tracker.positionsOn("p"))).containsExactly("x p", "y p");
    assertThat(tracker.asOf("2015").changesTo(tracker.asOf("2016")).rows())
        .extracting(change -> change.party() + " " + change.proposition())
        .containsExactly("x z", "x q", "x p", "y p");
  }

  @Test
  void positions_can_be_filtered_by_issue_proposition_and_party() {
    Positions holders = dossier.tracker().positionsOn("s");
    assertThat(rows(holders.party("y", "y-daily"))).containsExactly("y s", "y-daily s");
    assertThat(rows(holders.on("p"))).isEmpty();
    assertThat(rows(holders.onIssue("i"))).hasSize(3);
    assertThat(holders.party("y", "y-daily").contested().filters())
        .containsExactly("party y or y-daily", "contested");
  }

  @Test
  void a_position_last_evidenced_on_the_horizon_itself_is_not_stale() {
    var positions = dossier.tracker().asOf("2016-12-31").positionsOf("x");
    assertThat(rows(positions.staleSince(LocalDate.of(2016, 1, 10)))).containsExactly("x p");
    assertThat(rows(positions.staleSince(LocalDate.of(2016, 1, 11)))).containsExactly("x p", "x q");
    assertThat(rows(positions.staleSince(LocalDate.of(2016, 12, 31))))
        .containsExactly("x p", "x q", "x s");
  }

  @Test
  void positions_on_a_proposition_list_states_persons_and_media_but_not_organs() {
    assertThat(rows(dossier.tracker().positionsOn("s"))).containsExactly("x s", "y s", "y-daily s");
    assertThat(rows(dossier.tracker().positionsOn("s").contested())).containsExactly("x s");
    assertThat(rows(dossier.tracker().without("S1").positionsOn("s"))).isEmpty();
  }
}

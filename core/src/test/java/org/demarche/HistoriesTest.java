package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import org.demarche.answer.Histories;
import org.demarche.answer.History;
import org.demarche.answer.Timeline;
import org.junit.jupiter.api.Test;

/** Histories of several parties, and timelines of several propositions. */
class HistoriesTest {
  private final Tracker tracker =
      TestDossier.of("p", "q")
          .with(proposition("r").issue("status").build())
          .says("x-mofa", "c1", "q", FOR, ASSERT, "2016-02-10")
          .says("x-mnd", "c2", "p", FOR, ASSERT, "2016-03-10")
          .says("x-mnd", "c3", "p", AGAINST, ASSERT, "2017-03-10")
          .says("y", "c4", "r", FOR, ASSERT, "2017-05-10")
          .says("x-official", "c5", "r", FOR, ASSERT, "2017-05-10")
          .tracker();

  private static String name(History history) {
    return history.party() + " " + history.proposition() + " " + history.changes().size();
  }

  @Test
  void histories_have_one_row_for_each_party_and_proposition_that_was_ever_known() {
    Histories histories = tracker.histories("y", "x");
    assertThat(histories.rows())
        .extracting(HistoriesTest::name)
        .containsExactly("y r 1", "x p 2", "x q 1");
    assertThat(histories.rows().get(1)).isEqualTo(tracker.history("x", "p"));
    assertThat(tracker.asOf("2016-02").histories("x", "y").rows())
        .extracting(HistoriesTest::name)
        .containsExactly("x q 1");
  }

  @Test
  void histories_are_filtered_by_party_proposition_and_issue() {
    Histories histories = tracker.histories("y", "x", "x-mnd");
    assertThat(histories.party("y").rows())
        .extracting(HistoriesTest::name)
        .containsExactly("y r 1");
    assertThat(histories.party("x-mnd").rows())
        .extracting(HistoriesTest::name)
        .containsExactly("x-mnd p 2");
    assertThat(histories.on("p").party("x").rows())
        .extracting(HistoriesTest::name)
        .containsExactly("x p 2");
    assertThat(histories.onIssue("status").rows())
        .extracting(HistoriesTest::name)
        .containsExactly("y r 1");
    assertThat(histories.on("q").filters()).containsExactly("on q");
  }

  @Test
  void histories_print_the_changes_and_the_last_position() {
    assertThat(tracker.histories("x").codes().toString())
        .isEqualTo(
            """
            Histories of x, as of 2019-12-31: 2

            party  proposition  changes                                       position
            -----  -----------  --------------------------------------------  --------------
            x      p            FIRST_STATED 2016-03-10, REVERSED 2017-03-10  AGAINST/ASSERT
            x      q            FIRST_STATED 2016-02-10                       FOR/ASSERT""");
  }

  @Test
  void histories_of_no_party_or_of_one_party_twice_are_rejected() {
    assertRejected(tracker::histories, "histories need at least one party");
    assertRejected(() -> tracker.histories("x", "x"), "'x' is given twice; give each party once");
  }

  @Test
  void a_timeline_of_several_propositions_names_the_proposition_of_each_entry() {
    Timeline timeline = tracker.timeline("r", "p");
    assertThat(timeline.rows())
        .extracting(entry -> entry.proposition() + " " + entry.party() + " " + entry.day())
        .containsExactly(
            "r x-official 2017-05-10", "r y 2017-05-10", "p x 2016-03-10", "p x 2017-03-10");
    assertThat(timeline.party("x").on("p").rows()).hasSize(2);
    assertThat(timeline.onIssue("status").rows()).hasSize(2);
    assertThat(timeline.party("y").codes().toString())
        .isEqualTo(
            """
            Timeline of r and p, as of 2019-12-31, party y: 1

            proposition  party  from        outcome  cite  asserted
            -----------  -----  ----------  -------  ----  ----------
            r            y      2017-05-10  FOR      c4    2017-05-10""");
    assertRejected(tracker::timeline, "a timeline needs at least one proposition");
    assertRejected(
        () -> tracker.timeline("p", "p"), "'p' is given twice; give each proposition once");
  }
}

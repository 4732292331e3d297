package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.organ;
import static org.demarche.TestDossier.proposition;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.List;
import org.demarche.answer.Positions;
import org.demarche.answer.Unknown;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Membership;
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

  /**
   * An organisation of which X is a member from 2014 to the end of 2016, with a council; and Z,
   * which succeeds Y from 2017 on.
   */
  private static TestDossier withOrganisation() {
    return TestDossier.of("p", "q", "r", "a", "b")
        .with(
            actor("o", ActorKind.ORGANISATION)
                .addMembers(
                    Membership.of("x")
                        .from(LocalDate.of(2014, 1, 1))
                        .until(LocalDate.of(2017, 1, 1)))
                .build(),
            organ("o-council", "o", Authority.HEAD),
            actor("z", ActorKind.STATE).succeeds("y").from(LocalDate.of(2017, 1, 1)).build())
        .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
        .says("o-council", "c1", "p", FOR, ASSERT, "2015-06-01")
        .says("o", "c2", "pack", FOR, AGREE, "2015-06-01")
        .says("y", "c3", "q", FOR, ASSERT, "2015-06-01")
        .says("o", "c4", "r", FOR, ASSERT, "2017-06-01");
  }

  private static List<String> told(Positions positions) {
    return positions.rows().stream()
        .map(
            row ->
                "%s %s %s%s%s"
                    .formatted(
                        row.party(),
                        row.proposition(),
                        row.cellText(),
                        row instanceof Unknown unknown ? " " + unknown.reason() : "",
                        row.hints().isEmpty() ? "" : " hints " + claimIds(row.hints())))
        .toList();
  }

  @Test
  void a_member_has_a_row_of_hints_where_its_organisation_has_spoken_while_it_was_one() {
    Tracker tracker = withOrganisation().tracker().asOf("2018-01-01");
    assertThat(told(tracker.positionsOf("x")))
        .containsExactly(
            "x p · ONLY_HINTS hints [c1]",
            "x a · ONLY_HINTS hints [c2]",
            "x b · ONLY_HINTS hints [c2]",
            "x pack · ONLY_HINTS hints [c2]");
    assertThat(told(tracker.positionsOn("p")))
        .containsExactly("o p FOR/ASSERT", "x p · ONLY_HINTS hints [c1]");
    assertThat(told(tracker.positionsOn("r"))).containsExactly("o r FOR/ASSERT");
    assertThat(told(tracker.asOf("2015-01-01").positionsOf("x"))).isEmpty();
  }

  @Test
  void an_organ_of_a_member_has_no_row_of_what_the_organisation_says() {
    Tracker tracker = withOrganisation().tracker().asOf("2018-01-01");
    assertThat(told(tracker.positionsOf("x-mofa"))).isEmpty();
  }

  @Test
  void an_organisation_has_rows_of_its_organs_and_an_organ_of_its_own_word_alone() {
    Tracker tracker = withOrganisation().tracker().asOf("2018-01-01");
    assertThat(told(tracker.positionsOf("o")))
        .containsExactly(
            "o p FOR/ASSERT",
            "o r FOR/ASSERT",
            "o a FOR/AGREE ‡",
            "o b FOR/AGREE ‡",
            "o pack FOR/AGREE");
    assertThat(told(tracker.positionsOf("o-council"))).containsExactly("o-council p FOR/ASSERT");
  }

  @Test
  void a_member_that_has_a_position_of_its_own_keeps_it_beside_the_hint() {
    Tracker tracker =
        withOrganisation().says("x", "c5", "p", AGAINST, ASSERT, "2016-01-01").tracker();
    assertThat(told(tracker.asOf("2016-06-01").positionsOn("p")))
        .containsExactly("o p FOR/ASSERT", "x p AGAINST/ASSERT hints [c1]");
  }

  @Test
  void a_member_of_an_organisation_has_a_row_of_the_parts_that_it_holds_itself() {
    Tracker tracker = withOrganisation().says("x", "c5", "a", FOR, ASSERT, "2016-01-01").tracker();
    assertThat(told(tracker.asOf("2016-06-01").positionsOn("pack")))
        .containsExactly("o pack FOR/AGREE", "x pack · ONLY_PARTS hints [c2]");
  }

  @Test
  void a_successor_has_the_rows_of_its_predecessor_as_inherited() {
    Tracker tracker = withOrganisation().tracker();
    assertThat(told(tracker.asOf("2018-01-01").positionsOf("z")))
        .containsExactly("z q FOR/ASSERT ◊");
    assertThat(told(tracker.asOf("2018-01-01").positionsOn("q")))
        .containsExactly("y q FOR/ASSERT", "z q FOR/ASSERT ◊");
  }

  @Test
  void a_body_that_does_not_speak_for_its_government_hints_in_the_rows_of_the_state() {
    Tracker tracker =
        TestDossier.of("p")
            .with(organ("x-parliament", "x", Authority.NONE))
            .says("x-parliament", "c1", "p", FOR, VOTE, "2016-01-01")
            .tracker();
    assertThat(told(tracker.positionsOf("x"))).containsExactly("x p · ONLY_HINTS hints [c1]");
    assertThat(told(tracker.positionsOf("x-parliament")))
        .containsExactly("x-parliament p FOR/VOTE");
  }
}

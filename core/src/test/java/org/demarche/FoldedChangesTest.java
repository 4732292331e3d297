package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.claimIds;
import static org.demarche.TestDossier.page;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.reported;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Histories;
import org.demarche.answer.Updates;
import org.demarche.answer.Wording;
import org.junit.jupiter.api.Test;

/**
 * Changes by implication alone, which tables fold under the composite that brought them.
 *
 * <p>The composite “pack” has the parts a, b and “sub”, which has the parts c and d. X asserts b,
 * then agrees to the pack; so its positions on a, sub, c and d change by implication alone.
 */
class FoldedChangesTest {
  private final TestDossier dossier =
      TestDossier.of("a", "b", "c", "d")
          .with(proposition("sub").putParts("c", FOR).putParts("d", FOR).build())
          .with(
              proposition("pack")
                  .label("the package")
                  .putParts("a", AGAINST)
                  .putParts("b", FOR)
                  .putParts("sub", FOR)
                  .build());
  private final TestDossier agreed =
      dossier
          .says("x", "c1", "b", FOR, ASSERT, "2016-01-10")
          .says("x", "c2", "pack", FOR, AGREE, "2016-05-01");
  private final Tracker tracker = agreed.tracker();
  private final Changes changes = tracker.asOf("2016-04-01").changesTo(tracker.asOf("2016-06-01"));

  private static List<String> impliedBy(Changes changes) {
    return changes.rows().stream()
        .map(
            change ->
                change.proposition()
                    + change.impliedBy().map(cited -> " by " + cited.claim().id()).orElse(""))
        .toList();
  }

  @Test
  void a_change_by_implication_alone_names_the_claim_that_brought_it() {
    assertThat(impliedBy(changes))
        .containsExactlyInAnyOrder("pack", "a by c2", "b", "sub by c2", "c by c2", "d by c2");
  }

  @Test
  void a_table_folds_them_under_the_row_of_the_composite_and_counts_them() {
    assertThat(page(changes, Wording.english()))
        .startsWith("Changes from 1 April 2016 to 1 June 2016: six changes, four of them by")
        .contains("now for, no position on record before; and four parts by implication")
        .contains("holds it true, no newer claim")
        .doesNotContain("“It is the case that a”")
        .doesNotContain("“It is the case that sub”");
    assertThat(page(changes, Wording.codes()))
        .contains("FIRST_STATED; and 4 parts by implication")
        .contains(": 6, 4 of them by implication");
    assertThat(page(changes, Wording.of("ko"))).contains("; 함의에 의한 부분 4개 포함");
  }

  @Test
  void asked_for_they_are_shown() {
    assertThat(page(changes.withImplied(), Wording.english()))
        .startsWith(
            "Changes from 1 April 2016 to 1 June 2016, with the parts that changed by implication:"
                + " six changes\n")
        .contains("“It is the case that sub”", "no position on record before, by implication")
        .doesNotContain("and four parts");
    assertThat(changes.withImplied().withImplied().filters()).containsExactly("with implied");
    assertThat(page(changes.on("a"), Wording.english()))
        .contains("“It is the case that a”")
        .doesNotContain("of them by implication");
    assertThat(changes.full().toString()).contains("“It is the case that a”");
  }

  @Test
  void no_row_is_dropped_from_the_answer_itself() {
    assertThat(changes.rows()).hasSize(6).isEqualTo(changes.withImplied().rows());
  }

  @Test
  void parts_of_a_composite_without_a_row_are_counted_below_the_table() {
    Tracker taken =
        dossier
            .says("x", "c1", "pack", UNCOMMITTED, VOTE, "2016-01-10") // which passes nothing on
            .says("x", "c2", "pack", FOR, AGREE, "2016-05-01")
            .tracker();
    Changes without =
        taken
            .asOf("2016-04-01")
            .changesTo(taken.asOf("2016-06-01"))
            .label(Change.Label.FIRST_STATED);
    assertThat(page(without, Wording.english()))
        .contains("five changes, five of them by implication")
        .contains("X-land: five parts of the package changed by implication");
    assertThat(page(without, Wording.codes()))
        .contains("x: 5 parts of pack changed by implication");
    assertThat(without.sentence())
        .contains(": X-land: five parts of the package changed by implication.");
  }

  @Test
  void a_sentence_folds_them_too() {
    assertThat(changes.sentence())
        .contains("now for, no position on record before; and four parts by implication")
        .doesNotContain("sub");
  }

  @Test
  void what_follows_from_a_part_for_the_whole_keeps_its_row() {
    Tracker against = dossier.says("x", "c1", "a", FOR, REFUSE, "2016-05-01").tracker();
    Changes upwards = against.asOf("2016-04-01").changesTo(against.asOf("2016-06-01"));
    assertThat(impliedBy(upwards)).containsExactly("a", "pack by c1");
    assertThat(page(upwards, Wording.english()))
        .contains("the package")
        .contains("now against, no position on record before, by implication")
        .doesNotContain("of them by implication");
  }

  @Test
  void what_ends_with_the_package_is_folded_under_it() {
    Tracker left = agreed.says("x", "c3", "pack", AGAINST, DECIDE, "2017-01-01").tracker();
    Changes lost = left.asOf("2016-06-01").changesTo(left.asOf("2017-02-01"));
    assertThat(impliedBy(lost))
        .containsExactlyInAnyOrder("pack", "a by c2", "b", "sub by c2", "c by c2", "d by c2");
    assertThat(page(lost, Wording.english())).contains("; and four parts by implication");
  }

  @Test
  void a_change_in_which_an_own_word_had_a_share_is_not_by_implication_alone() {
    Tracker both = agreed.says("x", "c3", "a", AGAINST, PROMISE, "2016-05-01").tracker();
    Changes shared = both.asOf("2016-04-01").changesTo(both.asOf("2016-06-01"));
    assertThat(impliedBy(shared)).contains("a", "sub by c2");
    Tracker takenBack =
        dossier
            .says("x", "c1", "pack", FOR, ASSERT, "2016-01-10")
            .says("x", "c2", "a", FOR, ASSERT, "2016-02-10")
            .with(reported("c3", "x", "d", FOR, ASSERT, "2016-05-01").addRetracts("c2").build())
            .tracker();
    Change revived = takenBack.asOf("2016-04-01").changeTo(takenBack.asOf("2016-06-01"), "x", "a");
    assertThat(revived.label()).isEqualTo(Change.Label.REVERSED);
    assertThat(claimIds(revived.after().support())).containsExactly("c1");
    assertThat(revived.impliedBy()).isEmpty();
  }

  @Test
  void histories_fold_those_that_only_ever_changed_by_implication() {
    Histories histories = tracker.histories("x");
    assertThat(page(histories, Wording.english()))
        .contains("six histories, four of them by implication")
        .contains("first stated 2016-05-01; and four parts by implication")
        .doesNotContain("“It is the case that sub”");
    assertThat(page(histories.withImplied(), Wording.english()))
        .contains("“It is the case that sub”");
    assertThat(histories.rows()).hasSize(6);
    assertThat(histories.sentence()).contains("six histories, four of them by implication");
  }

  @Test
  void updates_fold_them_among_their_changes() {
    Tracker before = dossier.says("x", "c1", "b", FOR, ASSERT, "2016-01-10").tracker();
    Updates updates = tracker.asOf("2016-06-01").changesSince(before.asOf("2016-04-01"));
    assertThat(page(updates, Wording.english())).contains("; and four parts by implication");
    assertThat(page(updates.withImplied(), Wording.english()))
        .contains("“It is the case that sub”")
        .doesNotContain("four parts by implication");
    assertThat(updates.sentence()).contains("five changes, four of them by implication");
  }
}

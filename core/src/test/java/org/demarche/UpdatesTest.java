package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.util.List;
import org.demarche.answer.Change;
import org.demarche.answer.Difference;
import org.demarche.answer.Updates;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Mode;
import org.junit.jupiter.api.Test;

/** The updates that records bring which are added to a dossier. */
class UpdatesTest {
  /** X hopes for p in 2016, and both X and Y speak for q. The record ends with 2019. */
  private static final TestDossier EARLIER =
      TestDossier.of("p", "q")
          .says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01")
          .says("x-mofa", "c2", "q", FOR, ASSERT, "2016-03-01")
          .says("y-mfa", "c3", "q", FOR, ASSERT, "2016-03-01");

  private final Tracker before = EARLIER.tracker();

  private static TestDossier published(TestDossier dossier) {
    return dossier.with(source("S9", "wire", "2021-05-01").build());
  }

  private static Claim later(String id, String principal, String proposition, String asserted) {
    return claim(id, principal, proposition, AGAINST, DENY, asserted)
        .addEvidence(evidence("S9", Mode.INDIRECT))
        .build();
  }

  @Test
  void a_claim_made_after_the_earlier_date_is_a_change() {
    Updates updates = afterDenial().changesSince(before);
    assertThat(updates.differences().rows()).isEmpty();
    assertThat(updates.changes().rows())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.party()).isEqualTo("x");
              assertThat(change.proposition()).isEqualTo("p");
              assertThat(change.label()).isEqualTo(Change.Label.REVERSED);
            });
    assertThat(updates.before()).hasToString("as of 2019-12-31");
    assertThat(updates.after()).hasToString("as of 2021-05-01");
  }

  @Test
  void records_are_added_one_by_one_or_several_at_a_time() {
    Tracker after =
        before.plus(
            source("S9", "wire", "2021-05-01").build(), later("c9", "x-mofa", "p", "2020-02-01"));
    assertThat(after).isEqualTo(afterDenial());
    assertThat(after.changesSince(before)).isEqualTo(afterDenial().changesSince(before));
    assertThat(after.plus(later("c9", "x-mofa", "p", "2020-02-01"))).isSameAs(after);
    Claim twice = later("c8", "x-mofa", "q", "2018-02-01");
    assertThat(
            after
                .plus(twice, twice.withEvidence(List.of(evidence("S1", Mode.DIRECT))))
                .position("x", "q")
                .support())
        .hasSize(1);
  }

  private Tracker afterDenial() {
    return before.plus(published(EARLIER).with(later("c9", "x-mofa", "p", "2020-02-01")).build());
  }

  @Test
  void a_claim_made_before_the_earlier_date_is_a_difference() {
    Updates updates =
        before
            .plus(published(EARLIER).with(later("c9", "y-mfa", "p", "2015-02-01")).build())
            .changesSince(before);
    assertThat(updates.changes().rows()).isEmpty();
    assertThat(updates.differences().rows())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.party()).isEqualTo("y");
              assertThat(difference.label()).isEqualTo(Difference.Label.GAINED);
            });
  }

  @Test
  void a_position_on_a_new_proposition_is_gained() {
    Updates updates =
        before
            .plus(
                published(EARLIER.with(proposition("n").build()))
                    .with(later("c9", "x", "n", "2018-02-01"))
                    .build())
            .changesSince(before);
    assertThat(updates.differences().rows())
        .singleElement()
        .satisfies(
            difference -> {
              assertThat(difference.proposition()).isEqualTo("n");
              assertThat(difference.label()).isEqualTo(Difference.Label.GAINED);
              assertThat(difference.here().viewpoint()).isEqualTo(before.viewpoint());
            });
  }

  @Test
  void more_evidence_of_a_claim_is_a_difference_if_it_is_better() {
    Dossier corroborated =
        published(TestDossier.of("p", "q"))
            .with(
                claim("c1", "x-mofa", "p", FOR, HOPE, "2016-03-01")
                    .addEvidence(evidence("S9", Mode.DIRECT))
                    .build())
            .build();
    Updates updates = before.plus(corroborated).changesSince(before);
    assertThat(updates.differences().rows())
        .singleElement()
        .satisfies(
            difference ->
                assertThat(difference.altered()).containsExactly(Difference.Aspect.GRADE));
  }

  @Test
  void claims_of_the_earlier_record_after_the_earlier_date_are_changes_too() {
    Updates updates = afterDenial().changesSince(before.asOf("2015"));
    assertThat(updates.changes().rows())
        .extracting(change -> change.party() + " " + change.proposition() + " " + change.label())
        .containsExactly("x p FIRST_STATED", "x q FIRST_STATED", "y q FIRST_STATED");
  }

  @Test
  void records_that_change_no_position_give_empty_updates() {
    Updates updates = before.plus(published(EARLIER).build()).changesSince(before);
    assertThat(updates.isEmpty()).isTrue();
    assertThat(before.changesSince(before).isEmpty()).isTrue();
    assertThat(updates.codes().toString())
        .isEqualTo(
            """
            Updates from 2019-12-31 to 2021-05-01: none

            Known differently about 2019-12-31: none

            Changes from 2019-12-31 to 2021-05-01, without unchanged: none""");
  }

  @Test
  void updates_are_filtered_by_party_proposition_and_issue() {
    Updates updates = afterDenial().changesSince(before);
    assertThat(updates.party("y").isEmpty()).isTrue();
    assertThat(updates.on("p").isEmpty()).isFalse();
    assertThat(updates.on("q").isEmpty()).isTrue();
    assertThat(updates.onIssue("i").party("x").filters()).containsExactly("on issue i", "party x");
    assertRejected(
        () -> updates.party("z-land"),
        "party 'z-land' is not in the dossier; it has x, x-president, x-office, x-mofa, x-mnd, y,"
            + " y-president, y-mfa, wire, y-daily, x-official, bo-cheng, ann-aldo, yi-zhou");
  }

  @Test
  void updates_print_a_table_of_differences_and_a_table_of_changes() {
    assertThat(afterDenial().changesSince(before).codes().toString())
        .isEqualTo(
            """
            Updates from 2019-12-31 to 2021-05-01

            Known differently about 2019-12-31: none

            Changes from 2019-12-31 to 2021-05-01, without unchanged: 1

            party  proposition  2019-12-31  2021-05-01    change
            -----  -----------  ----------  ------------  --------------------------------
            x      p            FOR/HOPE    AGAINST/DENY  REVERSED, administration changed""");
  }

  @Test
  void the_signs_of_the_differences_are_not_explained_again_below_changes_without_signs() {
    Updates updates =
        before
            .plus(published(EARLIER).with(later("c9", "y-mfa", "p", "2015-02-01")).build())
            .changesSince(before);
    assertThat(updates.codes().toString())
        .containsOnlyOnce("· no position on record")
        .endsWith("Changes from 2019-12-31 to 2021-05-01, without unchanged: none");
  }

  @Test
  void trackers_read_from_a_growing_file_need_not_share_an_index() {
    Tracker after =
        Tracker.of(published(EARLIER).with(later("c9", "x-mofa", "p", "2020-02-01")).build());
    assertThat(after.changesSince(before)).isEqualTo(afterDenial().changesSince(before));
  }

  @Test
  void a_tracker_that_lacks_a_record_of_the_earlier_one_or_altered_it_is_rejected() {
    Tracker without =
        TestDossier.of("p", "q").says("x", "other", "p", FOR, HOPE, "2016-03-01").tracker();
    assertRejected(
        () -> without.changesSince(before),
        "claim 'c1' is missing from this Tracker: changesSince(…) needs every record of the earlier"
            + " Tracker, as earlier.plus(…) keeps them; for records that were"
            + " replaced, renamed or removed, use dossier.differencesFrom(…)");
    assertRejected(
        () -> before.changesSince(afterDenial()),
        "source 'S9' is missing from this Tracker: changesSince(…) needs every record of the earlier"
            + " Tracker; this Tracker has fewer records than the other: call it on the Tracker with more");
    Tracker altered =
        TestDossier.of("p", "q").says("x-mofa", "c1", "p", FOR, HOPE, "2016-04-01").tracker();
    assertRejected(
        () -> altered.changesSince(before),
        "claim 'c1' differs from that of the earlier Tracker in more than added evidence:"
            + " changesSince(…) needs every record of the earlier Tracker, as earlier.plus(…) keeps"
            + " them; for records that were replaced, renamed or removed, use dossier.differencesFrom(…)");
  }

  @Test
  void trackers_that_are_narrowed_differently_or_swapped_are_rejected() {
    Tracker after = afterDenial();
    assertRejected(
        () -> after.without("S1").changesSince(before),
        "the earlier Tracker is as of 2019-12-31, this one as of 2021-05-01, without S1: for what"
            + " added records changed, the two may differ only in the as-of date; narrow both in"
            + " the same way");
    assertRejected(
        () -> after.asOf("2017").changesSince(before),
        "the earlier Tracker is as of 2019-12-31, this one as of 2017-12-31: narrow the earlier one to that date too, or this one to no earlier date");
    Tracker limited = before.only(before.claims().on("p"));
    assertThat(after.only(after.claims().on("p")).changesSince(limited).changes().rows())
        .hasSize(1);
  }
}

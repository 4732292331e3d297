package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.TestDossier.actor;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.withTalks;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import org.demarche.model.ActorKind;
import org.junit.jupiter.api.Test;

/** Questions that are rejected, with the message that says what to do instead. */
class InvalidQuestionsTest {
  private final TestDossier dossier =
      withTalks().says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01");
  private final Tracker tracker = dossier.tracker();
  private final Tracker then = tracker.asOf("2016");
  private final Tracker now = tracker.asOf("2017");

  @Test
  void an_id_that_is_not_in_the_dossier_is_rejected_with_the_nearest_match() {
    assertRejected(
        () -> tracker.positionsOn("pp"),
        "proposition 'pp' is not in the dossier (did you mean 'p'?)");
    assertRejected(
        () -> tracker.positionsOf("x-moffa"),
        "party 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
    assertRejected(
        () -> tracker.withoutRelay("wires"),
        "relay 'wires' is not in the dossier (did you mean 'wire'?)");
    assertRejected(
        () -> tracker.withoutSpeaker("yi-zhu"),
        "speaker 'yi-zhu' is not in the dossier (did you mean 'yi-zhou'?)");
    assertRejected(
        () -> tracker.readouts("talk"),
        "occasion 'talk' is not in the dossier (did you mean 'talks'?)");
    assertRejected(
        () -> tracker.claims().principal("x-moffa"),
        "principal 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
    assertRejected(
        () -> tracker.claims().administration("bo-chen"),
        "'bo-chen' heads no term of office (did you mean 'bo-cheng'?)");
    assertRejected(
        () -> then.changeTo(now, "p", "x"), "'p' is a proposition and 'x' a party: swap them");
    assertRejected(
        () -> tracker.history("p", "x"), "'p' is a proposition and 'x' a party: swap them");
  }

  @Test
  void changes_from_a_later_to_an_earlier_tracker_are_rejected() {
    assertRejected(
        () -> now.changesTo(then),
        "from 2017-12-31 to 2016-12-31: the first date is the later one; swap the two Trackers");
    assertRejected(
        () -> now.changeTo(then, "x", "p"),
        "from 2017-12-31 to 2016-12-31: the first date is the later one; swap the two Trackers");
  }

  @Test
  void changes_between_two_bodies_of_evidence_are_rejected() {
    assertRejected(
        () -> now.changesTo(now.without("S1")),
        "one is as of 2017-12-31, the other as of 2017-12-31, without S1: a change is between two"
            + " dates on the same evidence; for two bodies of evidence, use differencesTo(…)");
  }

  @Test
  void changes_and_differences_are_rejected_if_both_the_date_and_the_evidence_differ() {
    String both =
        "one is as of 2016-12-31, the other as of 2017-12-31, without S1: both the date and the"
            + " evidence differ. Change one at a time: changesTo(…) for two dates on the same"
            + " evidence, differencesTo(…) for two bodies of evidence at one date";
    assertRejected(() -> then.changesTo(now.without("S1")), both);
    assertRejected(() -> then.differencesTo(now.without("S1")), both);
  }

  @Test
  void two_queries_that_keep_different_claims_never_have_the_same_words() {
    Tracker twice = tracker.only(tracker.claims().mentioning("so").mentioning("so"));
    Tracker once = tracker.only(tracker.claims().mentioning("so”, mentioning “so"));
    assertThat(once.claims().count()).isNotEqualTo(twice.claims().count());
    assertThat(once.viewpoint()).isNotEqualTo(twice.viewpoint());
    assertThat(once).isNotEqualTo(twice);
    assertThatIllegalArgumentException().isThrownBy(() -> once.changesTo(twice));
    assertThat(tracker.only(tracker.claims().mentioning("so\\”, mentioning “so")).viewpoint())
        .isNotEqualTo(once.viewpoint());
  }

  @Test
  void differences_between_two_dates_are_rejected() {
    assertRejected(
        () -> then.differencesTo(now),
        "here is as of 2016-12-31 and there as of 2017-12-31: bodies of evidence are compared at"
            + " one date; for two dates, use changesTo(…)");
  }

  @Test
  void trackers_and_claim_queries_of_another_dossier_are_rejected() {
    Tracker other = TestDossier.of("p").tracker();
    String trackers =
        "one Tracker is of a Dossier of 3 sources, 14 actors, 1 occasions, 4 propositions, 1 claims,"
            + " the other of another Dossier of 3 sources, 14 actors, 0 occasions, 1 propositions, 0"
            + " claims: give two Trackers of one dossier; for what plus(…) added, use changesSince(…), and"
            + " for records that were corrected, dossier.differencesFrom(…)";
    assertRejected(() -> tracker.changesTo(other), trackers);
    assertRejected(() -> tracker.changeTo(other, "x", "p"), trackers);
    assertRejected(() -> tracker.differencesTo(other), trackers);
    assertRejected(
        () -> tracker.only(other.claims()),
        "the query is for the claims of another dossier: start it with claims() of this Tracker");
  }

  @Test
  void a_comparison_of_one_party_or_of_a_party_with_itself_is_rejected() {
    assertRejected(
        () -> tracker.compare("x"),
        "a comparison needs at least two parties; for the positions of one party, use positionsOf(…)");
    assertRejected(
        tracker::compare,
        "a comparison needs at least two parties; for the positions of one party, use positionsOf(…)");
    String twice = "'x' is compared with itself; for two dates, use changesTo(…)";
    assertRejected(() -> tracker.compare("x", "y", "x"), twice);
    assertRejected(() -> tracker.relation("x", "x", "p"), twice);
  }

  @Test
  void a_horizon_after_the_as_of_date_is_rejected() {
    assertRejected(
        () -> then.positionsOf("x").staleSince(LocalDate.of(2017, 1, 1)),
        "the horizon 2017-01-01 is after 2016-12-31, the as-of date: give an" + " earlier day");
    assertRejected(
        () -> tracker.asOf("2016-08-11").positionsOf("x").staleSince("2016-08"),
        "the horizon 2016-08-31 (read from '2016-08') is after 2016-08-11, the as-of"
            + " date: give an earlier day");
  }

  @Test
  void an_unknown_issue_is_rejected_and_so_is_an_issue_given_as_a_proposition() {
    assertRejected(
        () -> tracker.claims().onIssue("thaad"), "the dossier has no issue 'thaad'; it has i");
    assertRejected(
        () -> tracker.administrations("x").onIssue("thaad"),
        "the dossier has no issue 'thaad'; it has i");
    assertRejected(
        () -> tracker.positionsOn("i"),
        "'i' is an issue, not a proposition; its propositions are p, q, r, s");
  }

  @Test
  void filtering_an_answer_by_an_unknown_id_is_rejected() {
    assertRejected(
        () -> then.changesTo(now).party("x-moffa"),
        "party 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
    assertRejected(
        () -> now.differencesTo(now.without("S1")).on("pp"),
        "proposition 'pp' is not in the dossier (did you mean 'p'?)");
    assertRejected(
        () -> tracker.compare("x", "y").onIssue("thaad"),
        "the dossier has no issue 'thaad'; it has i");
    assertRejected(
        () -> tracker.compare("x", "y").expandParts("i"),
        "'i' is an issue, not a proposition; its propositions are p, q, r, s");
    assertRejected(() -> tracker.positionsOf("x").on("x"), "'x' is an actor, not a proposition");
    assertRejected(
        () -> tracker.positionsOf("x").position("x", "pp"),
        "proposition 'pp' is not in the dossier (did you mean 'p'?)");
    assertRejected(
        () -> tracker.readouts("talks").point("c11"),
        "claim 'c11' is not in the dossier (did you mean 'c1'?)");
    assertRejected(
        () -> tracker.claims().framings().framesOf("x-moffa"),
        "principal 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
  }

  @Test
  void filtering_by_an_organ_is_rejected_where_organs_have_no_rows() {
    String organ =
        "'x-mofa' is an organ, and these rows are of states, persons and media: give 'x', or ask the"
            + " Tracker for the position or change of the organ itself";
    assertRejected(() -> then.changesTo(now).party("x-mofa"), organ);
    assertRejected(() -> now.differencesTo(now.without("S1")).party("x-mofa"), organ);
    assertRejected(() -> tracker.positionsOn("p").party("x-mofa"), organ);
    assertThat(tracker.positionsOf("x-mofa").party("x-mofa").rows()).hasSize(1);
    assertThat(tracker.compare("x-mofa", "x").party("x-mofa").rows()).hasSize(1);
  }

  @Test
  void a_filter_without_a_value_is_rejected() {
    String rest = " needs at least one value; leave the step out to keep all rows";
    assertRejected(() -> tracker.positionsOf("x").party(), "'party'" + rest);
    assertRejected(() -> tracker.compare("x", "y").label(), "'label'" + rest);
    assertRejected(() -> then.changesTo(now).on(), "'on'" + rest);
    assertRejected(() -> then.changesTo(now).onIssue(), "'on issue'" + rest);
  }

  @Test
  void administrations_of_a_party_without_terms_of_office_are_rejected() {
    assertRejected(
        () -> tracker.administrations("x-mofa"),
        "'x-mofa' is of kind ORGAN; only a STATE has administrations, perhaps 'x'");
    assertRejected(
        () -> tracker.administrations("x").on(),
        "'on' needs at least one value; leave the step out for all propositions");
    assertRejected(
        () -> dossier.with(actor("z", ActorKind.STATE).build()).tracker().administrations("z"),
        "state 'z' has no terms of office in the dossier; use positionsOf(…), or changesTo(…) for two"
            + " dates");
    assertRejected(
        () -> tracker.administrations("zzzzz"),
        "party 'zzzzz' is not in the dossier; it has x, x-president, x-office, x-mofa, x-mnd, y,"
            + " y-president, y-mfa, wire, y-daily, x-official, bo-cheng, ann-aldo, yi-zhou");
  }

  @Test
  void a_phrase_without_a_letter_or_digit_is_rejected() {
    assertRejected(
        () -> tracker.claims().mentioning("“…”"), "'“…”' has no letter or digit to look for");
  }
}

package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.demarche.TestDossier.assertPosition;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.TestDossier.claim;
import static org.demarche.TestDossier.evidence;
import static org.demarche.TestDossier.proposition;
import static org.demarche.TestDossier.source;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.demarche.answer.Grade;
import org.demarche.answer.Matrix;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Mode;
import org.demarche.model.Proposition;
import org.demarche.text.Printable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Narrowing a tracker, adding to it, and the questions that it answers. */
class TrackerTest {
  private static final TestDossier DOSSIER =
      TestDossier.of("p", "q")
          .says("x-mofa", "c1", "p", FOR, HOPE, "2016-03-01")
          .says("y-mfa", "c2", "p", AGAINST, DENY, "2016-06")
          .says("x-mofa", "c3", "q", FOR, URGE, "[..2016-09-01]");

  private final Tracker tracker = DOSSIER.tracker();

  @Test
  void the_default_as_of_date_is_the_latest_date_in_the_dossier() {
    assertThat(tracker.viewpoint().asOf()).isEqualTo("2019-12-31");
    TestDossier later =
        DOSSIER
            .with(source("S9", "wire", "2021").build())
            .says("x", "c9", "q", FOR, ASSERT, "2019");
    assertThat(later.tracker().viewpoint().asOf()).isEqualTo("2021-12-31");
    TestDossier vague =
        TestDossier.of("p")
            .with(source("S20", "wire", "2020-06-15").build())
            .with(
                claim("c", "x", "p", FOR, ASSERT, "2020")
                    .addEvidence(evidence("S20", Mode.INDIRECT))
                    .build());
    assertThat(vague.tracker().viewpoint().asOf()).isEqualTo("2020-12-31");
    assertThat(Tracker.of(Dossier.empty()).viewpoint().asOf()).isEqualTo("1970-01-01");
  }

  @Test
  void a_tracker_prints_its_viewpoint() {
    Tracker narrowed =
        tracker.asOf("2017-11").knownAt("2018-01-02").without("SU", "S1").minGrade(Grade.REPORTED);
    assertThat(narrowed.viewpoint())
        .hasToString(
            "as of 2017-11-30, known at 2018-01-02, without S1 and SU, counting REPORTED or better");
    assertThat(narrowed)
        .extracting(Printable::print)
        .isEqualTo(
            "Tracker as of 2017-11-30, known at 2018-01-02, without S1 and SU, counting REPORTED or better,\n"
                + "  over a Dossier of 3 sources, 14 actors, 0 occasions, 2 propositions, 3 claims");
    assertThat(tracker.minGrade(Grade.OWN_WORDS).viewpoint())
        .hasToString("as of 2019-12-31, counting OWN_WORDS only");
  }

  @Test
  void any_first_as_of_date_is_accepted_and_a_later_date_after_it_is_rejected() {
    assertThat(tracker.asOf("2040").viewpoint().asOf()).isEqualTo("2040-12-31");
    assertThat(
            tracker
                .asOf("2017")
                .asOf("2017-12-31")
                .asOf(LocalDate.of(2016, 1, 1))
                .viewpoint()
                .asOf())
        .isEqualTo("2016-01-01");
    assertRejected(
        () -> tracker.asOf("2017").asOf("2018"),
        "as of 2018-12-31 (read from '2018') is later than as of 2017-12-31, which limits this Tracker: a narrowed Tracker cannot be widened; narrow the original instead");
  }

  @Test
  void a_later_known_at_date_is_rejected() {
    assertRejected(
        () -> tracker.knownAt("2017-01-01").knownAt("2017-01-02"),
        "known at 2017-01-02 is later than known at 2017-01-01, which limits this Tracker:"
            + " a narrowed Tracker cannot be widened; narrow the original instead");
    assertThat(tracker.knownAt("2017").knownAt("2016").viewpoint().knownAt())
        .hasValue(LocalDate.of(2016, 12, 31));
  }

  @Test
  void a_range_or_an_invalid_date_is_rejected_as_an_as_of_date() {
    assertRejected(
        () -> tracker.asOf("[2016..2017]"),
        "'[2016..2017]' is a range; give a day, or a month or year, which means its last day");
    assertRejected(
        () -> tracker.knownAt("2016/2017"),
        "'2016/2017' is a range; give a day, or a month or year, which means its last day");
    assertRejected(() -> tracker.asOf("2017-11-31"), "when '2017-11-31': November has 30 days");
    for (String invalid : List.of("20171031", "2017-1-5", "yesterday", "")) {
      assertRejected(
          () -> tracker.asOf(invalid),
          "'" + invalid + "' is not a date; write a day, month or year: 2017-10-31, 2017-10, 2017");
    }
  }

  @Test
  void a_month_or_year_starts_a_range_with_its_first_day_and_ends_a_range_with_its_last_day() {
    assertThat(tracker.claims().between("2016-06", "2016-06").list())
        .extracting(Claim::id)
        .containsExactly("c2", "c3");
    assertRejected(
        () -> tracker.claims().between("[2016..2017]", "2018"),
        "'[2016..2017]' is a range; give a day, or a month or year, which means its first day");
    assertRejected(
        () -> tracker.claims().between("2016", "soon"),
        "'soon' is not a date; write a day, month or year: 2017-10-31, 2017-10, 2017");
  }

  @Test
  void the_minimum_grade_can_be_raised_and_lowered() {
    assertThat(tracker.minGrade(Grade.OWN_WORDS).minGrade(Grade.IMPUTED).position("x", "p").known())
        .isPresent();
    assertThat(tracker.minGrade(Grade.OWN_WORDS).position("x", "p").known()).isEmpty();
  }

  @Test
  void narrowing_leaves_the_original_tracker_unchanged() {
    tracker.asOf("2010").without("S1").knownAt("2010").minGrade(Grade.OWN_WORDS);
    assertThat(tracker.position("x", "p").known()).isPresent();
  }

  @Test
  void an_unknown_id_is_rejected_with_the_nearest_matches() {
    assertRejected(
        () -> tracker.position("x-moffa", "p"),
        "party 'x-moffa' is not in the dossier (did you mean 'x-mofa'?)");
    assertRejected(
        () -> tracker.position("x", "zzz"), "proposition 'zzz' is not in the dossier; it has p, q");
    assertRejected(
        () -> tracker.without("S11"),
        "source 'S11' is not in the dossier (did you mean 'S1' or 'SU' or 'SY'?)");
    assertRejected(
        () -> tracker.matrix("president"),
        "party 'president' is not in the dossier (did you mean 'x-president' or 'y-president'?)");
  }

  @Test
  void an_id_of_another_kind_of_record_is_rejected_with_what_it_identifies() {
    assertRejected(() -> tracker.without("c1"), "'c1' is a claim, not a source");
    assertRejected(() -> tracker.withoutSpeaker("S1"), "'S1' is a source, not a speaker");
    assertRejected(() -> tracker.withoutRelay("p"), "'p' is a proposition, not a relay");
    assertRejected(() -> tracker.claims().respondingTo("x"), "'x' is an actor, not a claim");
    assertRejected(() -> tracker.readouts("x"), "'x' is an actor, not an occasion");
    assertRejected(
        () -> tracker.relation("x", "p", "y"),
        "'p' is a proposition and 'y' a party: the proposition comes last");
    assertRejected(() -> tracker.compare("x", "i"), "'i' is an issue, not a party");
    assertRejected(
        () -> tracker.without("wire"), "'wire' is an actor, not a source; its sources are S1, SU");
    assertRejected(
        () -> tracker.matrix("x").onIssue("p"),
        "'p' is a proposition, not an issue; its issue is 'i'");
    assertRejected(
        () -> tracker.positionsOf("X-LAND"), "'X-LAND' is a name; the id of the party is 'x'");
  }

  @Test
  void a_swapped_party_and_proposition_are_reported() {
    assertRejected(
        () -> tracker.position("p", "x"), "'p' is a proposition and 'x' a party: swap them");
  }

  @Test
  void an_issue_is_rejected_as_a_proposition_unless_a_proposition_has_the_same_id() {
    assertRejected(
        () -> tracker.position("x", "i"),
        "'i' is an issue, not a proposition; its propositions are p, q");
    TestDossier alike =
        TestDossier.of("p")
            .with(proposition("q").issue("p").build())
            .says("x", "c", "p", FOR, ASSERT, "2016");
    assertPosition(alike.tracker().position("x", "p")).isSupportedBy("c");
  }

  @Test
  void a_matrix_has_one_row_per_proposition_and_one_column_per_date() {
    Matrix matrix = tracker.matrix("x", "y").on("q", "p").at("2016-03", "2016-12-31");
    assertThat(matrix.propositions()).containsExactly("q", "p");
    assertPosition(matrix.position("y", "p", LocalDate.of(2016, 3, 31))).is("UNKNOWN, ONLY_LATER");
    assertPosition(matrix.position("y", "p", LocalDate.of(2016, 12, 31))).isSupportedBy("c2");
    assertPosition(matrix.position("y", "p", "2016-12")).isSupportedBy("c2");
    assertThat(matrix)
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            X-land (x)

            proposition  2016-03-31  2016-12-31
            -----------  ----------  ----------
            q            ·           FOR/URGE
            p            FOR/HOPE    FOR/HOPE

            Y-land (y)

            proposition  2016-03-31  2016-12-31
            -----------  ----------  ------------
            q            ·           ·
            p            ·           AGAINST/DENY

            · no position on record""");
  }

  @Test
  void outcomes_are_given_for_one_position_and_for_a_grid_of_parties_and_propositions() {
    assertThat(tracker.outcome("x", "p")).isEqualTo(PositionOutcome.FOR);
    assertThat(tracker.outcome("y", "q")).isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(tracker.asOf("2016-06-29").outcome("y", "p")).isEqualTo(PositionOutcome.UNKNOWN);
    assertThat(tracker.asOf("2016-06-30").outcome("y", "p")).isEqualTo(PositionOutcome.AGAINST);
    StanceGrid stances = tracker.stanceGrid("y", "x");
    assertThat(stances.cells())
        .containsExactly(
            PositionOutcome.AGAINST,
            PositionOutcome.UNKNOWN,
            PositionOutcome.FOR,
            PositionOutcome.FOR);
    assertThat(stances.outcome("x", "q")).isEqualTo(PositionOutcome.FOR);
    assertThat(stances.propositionBits("x", PositionOutcome.FOR).cardinality()).isEqualTo(2);
    assertThat(stances)
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Stances, as of 2019-12-31: 2

            proposition  y        x
            -----------  -------  ---
            p            AGAINST  FOR
            q            ·        FOR

            · no position on record""");
    assertRejected(
        () -> tracker.stanceGrid(),
        "stanceGrid needs at least one party; for all states, use stanceGrid(ActorKind.STATE)");
    assertRejected(() -> tracker.stanceGrid("x", "x"), "'x' is given twice; give each party once");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> stances.outcome("z", "p"))
        .withMessageStartingWith("the stance grid has no party 'z'");
    assertThatIllegalArgumentException().isThrownBy(() -> tracker.outcome("x", "x"));
  }

  @Test
  @Timeout(value = 30, unit = TimeUnit.SECONDS)
  void a_timeline_of_60_000_claims_made_throughout_one_year_is_fast() {
    TestDossier dossier = TestDossier.of("p");
    List<Claim> claims =
        IntStream.range(0, 60_000)
            .mapToObj(
                i ->
                    claim("c" + i, "x-mofa", "p", FOR, ASSERT, "2016-01-01/2016-12-31")
                        .addEvidence(evidence("S1", Mode.DIRECT))
                        .build())
            .toList();
    Dossier many = dossier.build().plus(claims);
    assertThat(Tracker.of(many).timeline("p").rows())
        .containsExactly(
            AnswerFactory.get()
                .timelineEntry(
                    "p",
                    "x",
                    LocalDate.parse("2016-01-01"),
                    PositionOutcome.FOR,
                    () -> {
                      throw new AssertionError("an entry derives no position until asked");
                    }));
  }

  @Test
  void a_timeline_lists_the_party_date_and_outcome_of_each_change() {
    assertThat(tracker.timeline("p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Timeline of p, as of 2019-12-31: 2

            party  from        outcome  cite  asserted
            -----  ----------  -------  ----  ----------
            x      2016-03-01  FOR      c1    2016-03-01
            y      2016-06-30  AGAINST  c2    2016-06""");
    assertThat(tracker.asOf("2016-05").timeline("p").rows()).hasSize(1);
    assertThat(tracker.asOf("2016-08").timeline("q").rows()).isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> tracker.timeline("r"));
  }

  @Test
  void a_matrix_prints_how_its_tracker_was_narrowed() {
    assertThat(tracker.without("SU").matrix("x").on("p").at("2016", "2017").codes().toString())
        .startsWith("X-land (x), without SU\n");
  }

  @Test
  void a_matrix_can_cover_all_propositions_of_an_issue_or_of_the_dossier() {
    assertThat(tracker.matrix("x").onIssue("i").at().propositions()).containsExactly("p", "q");
    assertThat(tracker.matrix("x").at("2016").propositions()).containsExactly("p", "q");
    assertRejected(
        () -> tracker.matrix("x").onIssue("j"), "the dossier has no issue 'j'; it has i");
    assertRejected(() -> tracker.matrix(), "a matrix needs at least one party");
    assertRejected(
        () -> tracker.matrix("x", "y", "x"),
        "'x' is given twice; give each party of a matrix once");
    assertRejected(
        () -> tracker.matrix("x").at("2016", "2016-12-31"),
        "a matrix has one column per date; 2016-12-31 is given twice");
  }

  @Test
  void a_matrix_rejects_dates_after_the_date_of_the_tracker_and_parties_it_does_not_have() {
    assertRejected(
        () -> tracker.asOf("2016").matrix("x").at("2017"),
        "as of 2017-12-31 (read from '2017') is later than as of 2016-12-31, which limits this Tracker: a narrowed Tracker cannot be widened; narrow the original instead");
    assertRejected(
        () -> tracker.matrix("x").at("2016").position("y", "p", LocalDate.of(2016, 12, 31)),
        "the matrix has no party y; it has [x]");
  }

  @Test
  void claims_are_found_by_principal_speaker_stance_force_source_and_date() {
    assertThat(tracker.claims().principal("x-mofa").list())
        .extracting(Claim::id)
        .containsExactly("c1", "c3");
    assertThat(tracker.claims().speaker("y-mfa").list())
        .extracting(Claim::id)
        .containsExactly("c2");
    assertThat(tracker.claims().on("p").stance(FOR).list())
        .extracting(Claim::id)
        .containsExactly("c1");
    assertThat(tracker.claims().force(URGE).list()).extracting(Claim::id).containsExactly("c3");
    assertThat(tracker.claims().source("S1").count()).isEqualTo(3);
    assertThat(tracker.claims().source("SU").count()).isZero();
    assertThat(tracker.claims().between("2016-06-30", "2016-12").list())
        .extracting(Claim::id)
        .containsExactly("c2", "c3");
  }

  @Test
  void claims_touch_a_proposition_through_composites_and_parts() {
    TestDossier dossier =
        TestDossier.of("a", "b")
            .with(proposition("pack").putParts("a", FOR).putParts("b", FOR).build())
            .says("x", "c1", "pack", FOR, ASSERT, "2016-01-01")
            .says("x", "c2", "a", FOR, ASSERT, "2016-02-01")
            .says("x", "c3", "b", FOR, ASSERT, "2016-03-01");
    assertThat(dossier.tracker().claims().touching("a").list())
        .extracting(Claim::id)
        .containsExactly("c1", "c2");
    assertThat(dossier.tracker().claims().touching("pack").count()).isEqualTo(3);
    assertThat(dossier.tracker().claims().on("pack").count()).isEqualTo(1);
  }

  @Test
  void a_claim_is_found_if_it_has_evidence_and_was_not_certainly_made_later() {
    assertThat(tracker.asOf("2016-06-15").claims().list())
        .extracting(Claim::id)
        .containsExactly("c1", "c2", "c3");
    assertThat(tracker.asOf("2016-05-31").claims().list())
        .extracting(Claim::id)
        .containsExactly("c1", "c3");
    assertThat(tracker.without("S1").claims().count()).isZero();
  }

  @Test
  void found_claims_print_the_query_and_a_table_of_limited_length() {
    assertThat(tracker.claims().principal("y-mfa").on("p").find().codes().toString())
        .isEqualTo(
            """
            Claims as of 2019-12-31, principal y-mfa, on p: 1

            id  asserted  who    stance   force  proposition
            --  --------  -----  -------  -----  -----------
            c2  2016-06   y-mfa  AGAINST  DENY   p""");
    TestDossier many = TestDossier.of("p");
    for (int i = 0; i < 42; i++) {
      many = many.says("x", "c" + i, "p", FOR, ASSERT, "2016");
    }
    assertThat(many.tracker().claims().find().codes().toString()).endsWith("\n… and 2 more");
  }

  @Test
  void a_range_that_ends_before_it_begins_is_rejected() {
    assertRejected(
        () -> tracker.claims().between("2017", "2016"),
        "between 2017 and 2016: the range ends before it begins; swap the two");
  }

  @Test
  void a_position_prints_its_question_its_answer_and_its_evidence() {
    assertThat(tracker.asOf("2016-03-01").position("x", "p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            X-land on p, as of 2016-03-01
              Proposition: It is the case that p.
              Position: FOR, HOPE, REPORTED; CURRENT (bo-cheng); last evidenced 2016-03-01; date STATED; 1
              claim, 1 independent root
              c1  2016-03-01  The x-mofa: FOR p, HOPE, REPORTED
                  ““so it is””
                  — The wire, 2019-12-31 [S1, INDIRECT]""");
    assertThat(tracker.position("x-mnd", "p"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            The x-mnd on p, as of 2019-12-31
              Proposition: It is the case that p.
              No known position: NO_CLAIMS""");
  }

  @Test
  void adding_a_dossier_gives_the_tracker_of_the_merged_dossier_from_the_same_viewpoint() {
    Dossier more =
        DOSSIER
            .with(source("S9", "wire", "2021-05-01").build())
            .with(
                claim("c9", "x", "p", AGAINST, DENY, "2020-02-01")
                    .addEvidence(evidence("S9", Mode.INDIRECT))
                    .build())
            .build();
    Tracker both = tracker.plus(more);
    assertThat(both.dossier()).isEqualTo(DOSSIER.build().plus(more));
    assertThat(both.viewpoint().asOf()).isEqualTo("2021-05-01");
    assertPosition(both.position("x", "p"))
        .is("AGAINST DENY by c9, REPORTED, CURRENT, last evidenced 2020-02-01");
    assertPosition(tracker.position("x", "p")).isSupportedBy("c1");

    Tracker narrowed = tracker.asOf("2016").without("SU").plus(more);
    assertThat(narrowed.viewpoint()).hasToString("as of 2016-12-31, without SU");
    assertPosition(narrowed.position("x", "p")).isSupportedBy("c1");
    assertRejected(
        () -> narrowed.asOf("2017"),
        "as of 2017-12-31 (read from '2017') is later than as of 2016-12-31, which limits this Tracker: a narrowed Tracker cannot be widened; narrow the original instead");
  }

  @Test
  void a_conflicting_addition_is_rejected_and_leaves_the_tracker_unchanged() {
    Dossier other =
        TestDossier.of("p").says("x-mofa", "c1", "p", AGAINST, HOPE, "2016-03-01").build();
    assertThatExceptionOfType(InvalidDossierException.class)
        .isThrownBy(() -> tracker.plus(other))
        .withMessageContaining("claim c1: the two records disagree on more than evidence");
    assertPosition(tracker.position("x", "p")).isSupportedBy("c1");
  }

  @Test
  void propositions_are_found_by_words_of_their_text_id_and_issue() {
    TestDossier dossier =
        TestDossier.of("p")
            .with(
                Proposition.builder()
                    .id("third-dam")
                    .issue("water-works")
                    .text("X-land builds a third reservoir.")
                    .build(),
                Proposition.builder()
                    .id("a-promise")
                    .issue("water-status")
                    .text("The third dam was promised.")
                    .build());
    Tracker dams = dossier.tracker();
    assertThat(dams.propositions().ids()).containsExactly("p", "a-promise", "third-dam");
    assertThat(dams.propositions("Third Dam").ids()).containsExactly("a-promise", "third-dam");
    assertThat(dams.propositions("third-dam").ids()).containsExactly("a-promise", "third-dam");
    assertThat(dams.propositions("water-works").ids()).containsExactly("third-dam");
    assertThat(dams.propositions("reservoir").ids()).containsExactly("third-dam");
    assertThat(dams.propositions("water works").ids()).containsExactly("third-dam");
    assertThat(dams.propositions("reserv").ids()).isEmpty();
    assertThat(dams.propositions("dam"))
        .extracting(answer -> answer.codes().toString())
        .isEqualTo(
            """
            Propositions with “dam”: 2

            id         issue         proposition
            ---------  ------------  --------------------------------
            a-promise  water-status  The third dam was promised.
            third-dam  water-works   X-land builds a third reservoir.""");
  }
}

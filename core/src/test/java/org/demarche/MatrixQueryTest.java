package org.demarche;

import static org.assertj.core.api.Assertions.assertThat;
import static org.demarche.TestDossier.assertRejected;
import static org.demarche.model.Force.*;
import static org.demarche.model.Stance.*;

import java.time.LocalDate;
import java.time.Period;
import java.util.stream.IntStream;
import org.demarche.answer.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Matrices at equal intervals, and how queries for matrices print. */
class MatrixQueryTest {
  private final Tracker tracker =
      TestDossier.of("p", "q")
          .says("x", "c1", "p", FOR, ASSERT, "2016-02-10")
          .says("x", "c2", "p", AGAINST, ASSERT, "2016-03-31")
          .tracker();

  private final MatrixQuery query = tracker.matrix("x").on("p");

  @Test
  void a_panel_has_a_column_for_each_step_up_to_the_last_date() {
    assertThat(query.every(Period.ofDays(10), "2016-01-25", "2016-02-20").columns())
        .containsExactly("2016-01-25", "2016-02-04", "2016-02-14");
    assertThat(query.every(Period.ofDays(10), "2016-01-25", "2016-02-14").columns())
        .containsExactly("2016-01-25", "2016-02-04", "2016-02-14");
    assertThat(query.every(Period.ofYears(1), "2016-02-14", "2016-02-14").columns())
        .containsExactly("2016-02-14");
  }

  @Test
  void a_panel_by_months_from_the_end_of_a_month_has_the_end_of_every_month() {
    assertThat(query.every(Period.ofMonths(1), "2016-01", "2016-04").columns())
        .containsExactly("2016-01-31", "2016-02-29", "2016-03-31", "2016-04-30");
    assertThat(query.every(Period.ofMonths(1), "2016-02", "2016-03").columns())
        .containsExactly("2016-02-29", "2016-03-31");
    assertThat(query.every(Period.ofMonths(1), "2016-01-30", "2016-03-31").columns())
        .containsExactly("2016-01-30", "2016-02-29", "2016-03-30");
  }

  @Test
  void a_panel_has_the_position_of_each_party_at_each_date() {
    assertThat(query.every(Period.ofMonths(1), "2016-01", "2016-03").positions())
        .extracting(Position::cellText)
        .containsExactly("·", "FOR/ASSERT", "AGAINST/ASSERT");
    assertThat(
            query
                .every(Period.ofMonths(1), LocalDate.of(2016, 1, 31), LocalDate.of(2016, 3, 31))
                .positions())
        .isEqualTo(query.at("2016-01", "2016-02", "2016-03").positions());
  }

  @Test
  void a_step_that_is_not_positive_and_a_range_that_ends_before_it_begins_are_rejected() {
    assertRejected(
        () -> query.every(Period.ZERO, "2016-01", "2016-02"),
        "the step P0D does not lead to a later date; give a positive step, such as P1M");
    assertRejected(
        () -> query.every(Period.ofDays(-1), "2016-01", "2016-02"),
        "the step P-1D does not lead to a later date; give a positive step, such as P1M");
    assertRejected(
        () -> query.every(Period.ofDays(1), "2016-02", "2016-01"),
        "from 2016-02-29 to 2016-01-31: the range ends before it begins; swap the two");
    assertRejected(
        () -> tracker.asOf("2016").matrix("x").every(Period.ofYears(1), "2016", "2017-06"),
        "as of 2017-06-30 is later than as of 2016-12-31, which limits this Tracker: a narrowed"
            + " Tracker cannot be widened; narrow the original instead");
  }

  @Test
  @Timeout(10)
  void a_panel_of_more_positions_than_a_list_can_hold_is_rejected_before_its_dates_are_made() {
    // 9,999 years of 365 days and 2,424 leap days, on 600 propositions
    String[] propositions = IntStream.range(0, 600).mapToObj(i -> "p" + i).toArray(String[]::new);
    assertRejected(
        () ->
            TestDossier.of(propositions)
                .tracker()
                .matrix("x")
                .every(Period.ofDays(1), LocalDate.of(1, 1, 1), LocalDate.of(9999, 12, 31)),
        "a matrix of 600 by 3652059 has 2191235400 values, more than the maximum of 2147483647:"
            + " take fewer rows or columns (at most 46340 by 46340)");
  }

  @Test
  void a_query_prints_its_matrix_and_is_one_line_as_text() {
    assertThat(query.page().toString()).isEqualTo(query.at().page().toString());
    assertThat(query).hasToString("Matrix of x on p, as of 2019-12-31");
    assertThat(tracker.administrations("x"))
        .hasToString("Administrations of x on all propositions, as of 2019-12-31");
    assertThat(tracker.administrations("x").on("p").page().toString())
        .isEqualTo(tracker.administrations("x").on("p").at().page().toString());
  }

  @Test
  void dates_are_rejected_where_the_columns_are_administrations() {
    String message =
        "the columns of this matrix are the administrations of x; for dates, start with matrix(\"x\")";
    assertRejected(() -> tracker.administrations("x").at("2016"), message);
    assertRejected(() -> tracker.administrations("x").at(LocalDate.of(2016, 1, 1)), message);
    assertRejected(
        () -> tracker.administrations("x").every(Period.ofYears(1), "2015", "2016"), message);
  }
}

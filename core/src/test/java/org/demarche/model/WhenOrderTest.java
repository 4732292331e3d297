package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.demarche.model.SampleRecords.day;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates made from days, their precision, their meaning and their order. */
class WhenOrderTest {
  private static final LocalDate FIRST = day("2017-10-01");
  private static final LocalDate LAST = day("2017-10-31");

  @Test
  void dates_are_made_from_days_months_and_years() {
    assertThat(When.on(LAST)).isEqualTo(When.parse("2017-10-31"));
    assertThat(When.in(YearMonth.of(2017, 10))).isEqualTo(When.parse("2017-10"));
    assertThat(When.in(Year.of(2017))).isEqualTo(When.parse("2017"));
    assertThat(When.in(Year.of(33))).isEqualTo(When.parse("0033"));
    assertThat(When.between(FIRST, LAST)).isEqualTo(When.parse("[2017-10-01..2017-10-31]"));
    assertThat(When.between(LAST, LAST)).isEqualTo(When.parse("[2017-10-31..2017-10-31]"));
    assertThat(When.notLaterThan(LAST)).isEqualTo(When.parse("[..2017-10-31]"));
    assertThat(When.throughout(FIRST, LAST)).isEqualTo(When.parse("2017-10-01/2017-10-31"));
    assertThat(When.throughoutUntil(LAST)).isEqualTo(When.parse("../2017-10-31"));
  }

  @Test
  void a_period_that_ends_before_it_begins_is_refused_with_the_day_that_belongs_first() {
    for (Runnable swapped :
        List.<Runnable>of(
            () -> When.between(/* first= */ LAST, /* last= */ FIRST),
            () -> When.throughout(/* first= */ LAST, /* last= */ FIRST))) {
      assertThatExceptionOfType(SwappedArgumentsException.class)
          .isThrownBy(swapped::run)
          .withMessage(
              "from 2017-10-31 to 2017-10-01: the period ends before it begins; swap the two days")
          .satisfies(thrown -> assertThat(thrown.suggestions()).containsExactly("2017-10-01"));
    }
  }

  @Test
  void a_year_outside_four_digits_and_a_throughout_of_one_day_are_refused() {
    for (Runnable refused :
        List.<Runnable>of(
            () -> When.in(Year.of(10_000)),
            () -> When.in(Year.of(-1)),
            () -> When.in(YearMonth.of(-44, 3)),
            () -> When.on(LocalDate.of(10_000, 1, 1)),
            () -> When.notLaterThan(LocalDate.of(-1, 1, 1)),
            () -> When.throughout(LAST, LAST))) {
      assertThatExceptionOfType(InvalidDateException.class).isThrownBy(refused::run);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2017-10-31, DAYS",
    "2017-10, MONTHS",
    "2017, YEARS",
    "[2017-10-01..2017-10-31],",
    "[..2017],",
    "2016/2017,",
    "../2017,"
  })
  void only_a_single_day_month_or_year_has_a_precision(String written, ChronoUnit unit) {
    assertThat(When.parse(written).precision().orElse(null)).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-10, [2017-10-01..2017-10-31], true",
    "2017, [2017-01..2017-12], true",
    "2017-10-31, [2017-10-31..2017-10-31], true",
    "[..2017], [..2017-12-31], true",
    "../2017, ../2017-12, true",
    "2017-10, 2017-10-01/2017-10-31, false",
    "[..2017], ../2017, false",
    "2017-10, [2017-10-01..2017-10-30], false",
    "[..2017-10-31], 2017-10, false"
  })
  void dates_have_the_same_meaning_if_their_bounds_and_nature_are_the_same(
      String one, String other, boolean same) {
    assertThat(When.parse(one).hasSameMeaning(When.parse(other))).isEqualTo(same);
    assertThat(When.parse(other).hasSameMeaning(When.parse(one))).isEqualTo(same);
  }

  @Test
  void dates_are_ordered_by_start_then_end_then_nature_then_written_form() {
    List<When> ordered =
        List.of(
                "[..2016]",
                "[..2017-10-31]",
                "../2017-10-31",
                "2017-10-01",
                "2017-10",
                "[2017-10-01..2017-10-31]",
                "2017-10-01/2017-10-31",
                "[2017-10..2018]",
                "2017-10-02")
            .stream()
            .map(When::parse)
            .toList();
    List<When> shuffled = new ArrayList<>(ordered);
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).isEqualTo(ordered);
  }

  @Provide
  Arbitrary<When> dates() {
    Arbitrary<String> bounds =
        Arbitraries.of("2016", "2017", "2017-10", "2017-11", "2017-10-01", "2017-10-31");
    Arbitrary<String> periods =
        Combinators.combine(
                bounds, bounds, Arbitraries.of("[%s..%s]", "[..%2$s]", "%s/%s", "../%2$s"))
            .as((from, to, form) -> form.formatted(from, to));
    return Arbitraries.oneOf(bounds, periods).filter(WhenOrderTest::isDate).map(When::parse);
  }

  private static boolean isDate(String text) {
    try {
      When.parse(text);
      return true;
    } catch (InvalidDateException invalid) {
      return false;
    }
  }

  @Property(tries = 1_000)
  void the_order_is_total_and_consistent_with_equals(
      @ForAll("dates") When a, @ForAll("dates") When b, @ForAll("dates") When c) {
    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
    assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
      assertThat(a).isLessThanOrEqualTo(c);
    }
  }

  @Property(tries = 1_000)
  void a_date_that_is_certainly_before_another_is_ordered_before_it(
      @ForAll("dates") When a, @ForAll("dates") When b) {
    if (a.before(b)) {
      assertThat(a).isLessThan(b);
    }
  }

  @Property(tries = 1_000)
  void the_same_meaning_is_an_equivalence_that_keeps_what_questions_read(
      @ForAll("dates") When a, @ForAll("dates") When b, @ForAll("dates") When c) {
    assertThat(a.hasSameMeaning(a)).isTrue();
    if (a.hasSameMeaning(b)) {
      assertThat(b.hasSameMeaning(c)).isEqualTo(a.hasSameMeaning(c));
      assertThat(a.before(c)).isEqualTo(b.before(c));
      assertThat(c.before(a)).isEqualTo(c.before(b));
    }
  }
}

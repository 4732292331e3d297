package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a date, their bounds, and the partial order of dates. */
class WhenTest {
  private static final String FORMS =
      "not a date; write 2017-10-31, 2017-10, 2017, [a..b] or [..b] for some day between,"
          + " a/b or ../b for throughout";

  @ParameterizedTest
  @CsvSource({
    // form, earliest, latest, throughout
    "2017-10-31, 2017-10-31, 2017-10-31, false",
    "2016-02-29, 2016-02-29, 2016-02-29, false",
    "2017-10, 2017-10-01, 2017-10-31, false",
    "2017-02, 2017-02-01, 2017-02-28, false",
    "2016-02, 2016-02-01, 2016-02-29, false",
    "1900-02, 1900-02-01, 1900-02-28, false",
    "2000-02, 2000-02-01, 2000-02-29, false",
    "2017, 2017-01-01, 2017-12-31, false",
    "0000, 0000-01-01, 0000-12-31, false",
    "9999, 9999-01-01, 9999-12-31, false",
    "[2017-10-01..2017-10-30], 2017-10-01, 2017-10-30, false",
    "[2017-10-31..2017-10-31], 2017-10-31, 2017-10-31, false",
    "[2017-10..2017-11], 2017-10-01, 2017-11-30, false",
    "[2015..2016-02], 2015-01-01, 2016-02-29, false",
    "[2017-10-31..2017], 2017-10-31, 2017-12-31, false",
    "[..2017-11-24], , 2017-11-24, false",
    "[..2017-11], , 2017-11-30, false",
    "[..2017], , 2017-12-31, false",
    "2017-10-30/2017-10-31, 2017-10-30, 2017-10-31, true",
    "2017-10/2017-11, 2017-10-01, 2017-11-30, true",
    "2017-10/2017-10, 2017-10-01, 2017-10-31, true",
    "2015/2016-02, 2015-01-01, 2016-02-29, true",
    "../2017-11-24, , 2017-11-24, true",
    "../2017-11, , 2017-11-30, true",
    "../2017, , 2017-12-31, true"
  })
  void every_form_of_a_date_has_its_bounds_and_may_be_throughout(
      String form, @Nullable LocalDate earliest, LocalDate latest, boolean throughout) {
    When when = When.parse(form);
    assertThat(when.earliest()).isEqualTo(Optional.ofNullable(earliest));
    assertThat(when.latest()).isEqualTo(latest);
    assertThat(when.isThroughout()).isEqualTo(throughout);
    assertThat(when).hasToString(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "yesterday",
        "31 October 2017",
        "2017-10-3",
        "2017-1",
        "17-10-31",
        "20171031",
        "2017/10-31/",
        "2017-10-31 ",
        " 2017",
        "2017-10-31T10:00",
        "2017-10-31~",
        "2017-1X",
        "-2017",
        "12017",
        "２０１７",
        "2017..2018",
        "..2017",
        "[2017-10-31]",
        "[2017",
        "2017..]",
        "{2017..2018}"
      })
  void a_text_in_no_valid_form_is_rejected_with_a_list_of_the_forms(String form) {
    String part = form.equals("2017/10-31/") ? "'10-31/' " : "";
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '" + form + "': " + part + FORMS);
  }

  @ParameterizedTest
  @CsvSource({
    "[monday..2017], monday",
    "[2017..monday], monday",
    "[..monday], monday",
    "[...2017], .2017",
    "[2015..2016..2017], 2016..2017",
    "[2015..2016/2017], 2016/2017",
    "[2015.. 2016], ' 2016'",
    "monday/2017, monday",
    "2017/monday, monday",
    "../monday, monday",
    "2015/2016/2017, 2016/2017",
    "[2015/2016], [2015"
  })
  void an_invalid_date_in_a_range_is_reported(String form, String bound) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '" + form + "': '" + bound + "' " + FORMS);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-11-31 | November has 30 days",
        "2017-10-32 | October has 31 days",
        "2017-10-00 | October has 31 days",
        "2017-02-29 | February 2017 has 28 days",
        "2016-02-30 | February 2016 has 29 days",
        "1900-02-29 | February 1900 has 28 days",
        "2017-13 | month 13 is not between 01 and 12",
        "2017-00 | month 00 is not between 01 and 12",
        "2017-13-01 | month 13 is not between 01 and 12",
        "[2017-11-31..2017-12] | November has 30 days",
        "[2017..2017-13] | month 13 is not between 01 and 12",
        "2016/2017-02-29 | February 2017 has 28 days",
        "../2017-06-31 | June has 30 days"
      })
  void a_day_or_month_that_does_not_exist_is_rejected(String form, String why) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '" + form + "': " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2017-11-24..2017-10-31] | starts 2017-11-24, after it ends 2017-10-31",
        "[2017-11..2017-10] | starts 2017-11-01, after it ends 2017-10-31",
        "2018/2017 | starts 2018-01-01, after it ends 2017-12-31",
        "2017-10-31/2017-10-30 | starts 2017-10-31, after it ends 2017-10-30",
        "2017-10-31/2017-10-31 | throughout needs a period, got 2017-10-31"
      })
  void bounds_that_form_no_period_are_rejected_and_both_are_reported(String form, String why) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '" + form + "': " + why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2017..]", "2017/", "2017/..", "[..]", "../..", "../"})
  void an_open_end_is_rejected(String form) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage(
            "when '"
                + form
                + "': has no end; the latest day is always known, if only from the first source");
  }

  @Test
  void an_empty_start_is_rejected_and_the_open_start_is_suggested() {
    assertThatThrownBy(() -> When.parse("/2017"))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '/2017': has no start; write ../b where it is unknown");
  }

  @Test
  void the_date_of_a_day_equals_its_parsed_form() {
    assertThat(When.on(LocalDate.of(2017, 10, 31))).isEqualTo(When.parse("2017-10-31"));
  }

  @Test
  void a_day_after_the_year_9999_is_rejected() {
    assertThatThrownBy(() -> When.on(LocalDate.of(10_000, 1, 1)))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '+10000-01-01': " + FORMS);
  }

  @Test
  void dates_are_equal_if_they_have_the_same_written_form() {
    assertThat(When.parse("2017"))
        .isEqualTo(When.parse("2017"))
        .hasSameHashCodeAs(When.parse("2017"))
        .isNotEqualTo(When.parse("[2017-01-01..2017-12-31]"))
        .isNotEqualTo(When.parse("2018"));
  }

  @ParameterizedTest
  @CsvSource({
    // one, other, one before other, other before one
    "2017-10-30, 2017-10-31, true, false",
    "2017-10-31, 2017-10-31, false, false",
    "2017-10, 2017-11, true, false",
    "2017-10, 2017-10-31, false, false",
    "2017, 2018-01-01, true, false",
    "2017, 2017-06, false, false",
    "[2017-10-01..2017-10-30], 2017-10-31, true, false",
    "[2017-10-01..2017-10-31], 2017-10-31, false, false",
    "[2017-10..2017-12], [2017-11..2018-02], false, false",
    "[2017-01..2018-12], 2017-06/2017-07, false, false",
    "2017-10/2017-11, 2017-12, true, false",
    "2017-10/2017-11, 2017-11-30, false, false",
    // an open start may be arbitrarily early, but its end is known
    "[..2017-11-24], 2017-11-25, true, false",
    "[..2017-11-24], 2017-11-24, false, false",
    "[..2017-11-24], 2016, false, false",
    "[..2016], [..2017], false, false",
    "../2016, ../2017, false, false",
    "../2016, 2017/2018, true, false",
    "../2017, 2016/2018, false, false"
  })
  void a_date_is_before_another_only_if_that_is_certain(
      String one, String other, boolean before, boolean reverse) {
    assertThat(When.parse(one).before(When.parse(other))).isEqualTo(before);
    assertThat(When.parse(other).before(When.parse(one))).isEqualTo(reverse);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-11-01, 2017-10-31, true",
    "2017-10-31, 2017-10-31, false",
    "2017-10, 2017-10-31, false",
    "2017-11, 2017-10-31, true",
    "[2017-10-31..2018], 2017-10-31, false",
    "2017-11/2018, 2017-10-31, true",
    "[..2018], 2017-10-31, false",
    "../2018, 2017-10-31, false"
  })
  void a_date_is_after_a_day_only_if_that_is_certain(String when, LocalDate day, boolean after) {
    assertThat(When.parse(when).after(day)).isEqualTo(after);
  }

  /** A bound in its written form, with its days computed independently of the code under test. */
  record Bound(String written, LocalDate first, LocalDate last) {
    static Bound of(LocalDate day, int precision) {
      String iso = day.toString();
      return switch (precision) {
        case 0 -> new Bound(iso, day, day);
        case 1 ->
            new Bound(
                iso.substring(0, 7), day.withDayOfMonth(1), YearMonth.from(day).atEndOfMonth());
        default ->
            new Bound(
                iso.substring(0, 4),
                LocalDate.of(day.getYear(), 1, 1),
                LocalDate.of(day.getYear(), 12, 31));
      };
    }
  }

  /** A date in its written form, with its bounds. */
  record Written(String form, Optional<LocalDate> earliest, LocalDate latest) {
    static Written of(Bound a, Bound b, int form) {
      boolean ordered = !a.first().isAfter(b.last());
      boolean period = ordered && !a.first().equals(b.last());
      return switch (form) {
        case 1 -> new Written("[.." + b.written() + "]", Optional.empty(), b.last());
        case 2 -> new Written("../" + b.written(), Optional.empty(), b.last());
        case 3 ->
            ordered
                ? new Written(
                    "[" + a.written() + ".." + b.written() + "]", Optional.of(a.first()), b.last())
                : of(b, a, form);
        case 4 ->
            period
                ? new Written(a.written() + "/" + b.written(), Optional.of(a.first()), b.last())
                : of(a, b, 0);
        default -> new Written(a.written(), Optional.of(a.first()), a.last());
      };
    }
  }

  private static Arbitrary<Written> written(int firstYear, int lastYear) {
    Arbitrary<Bound> bound =
        Combinators.combine(
                Arbitraries.integers()
                    .between(0, (lastYear - firstYear + 1) * 365)
                    .map(days -> LocalDate.of(firstYear, 1, 1).plusDays(days)),
                Arbitraries.integers().between(0, 2))
            .as(Bound::of);
    return Combinators.combine(bound, bound, Arbitraries.integers().between(0, 4)).as(Written::of);
  }

  @Provide
  Arbitrary<Written> anyDate() {
    return written(1000, 9900);
  }

  /** Dates close together, so that many are in order and many are not. */
  @Provide
  Arbitrary<List<Written>> neighbours() {
    return written(2016, 2019).list().ofSize(6);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void parsing_a_printed_date_gives_an_equal_date(@ForAll("anyDate") Written date) {
    When when = When.parse(date.form());
    assertThat(when).hasToString(date.form());
    assertThat(When.parse(when.toString())).isEqualTo(when);
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void the_bounds_are_the_days_written_and_are_in_order(@ForAll("anyDate") Written date) {
    When when = When.parse(date.form());
    assertThat(when.earliest()).isEqualTo(date.earliest());
    assertThat(when.latest()).isEqualTo(date.latest());
    when.earliest().ifPresent(earliest -> assertThat(earliest).isBeforeOrEqualTo(when.latest()));
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void before_is_a_strict_partial_order(@ForAll("neighbours") List<Written> dates) {
    List<When> whens = dates.stream().map(date -> When.parse(date.form())).toList();
    for (When x : whens) {
      assertThat(x.before(x)).as("%s before itself", x).isFalse();
      for (When y : whens) {
        assertThat(x.before(y) && y.before(x)).as("%s and %s", x, y).isFalse();
        for (When z : whens) {
          assertThat(x.before(y) && y.before(z) && !x.before(z))
              .as("%s before %s before %s", x, y, z)
              .isFalse();
        }
      }
    }
  }
}

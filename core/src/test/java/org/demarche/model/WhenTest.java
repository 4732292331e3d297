package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
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
          + " a/b, ../b or a/.. for throughout";

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
    "0001, 0001-01-01, 0001-12-31, false",
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
    "../2017, , 2017-12-31, true",
    // marks, and unspecified digits
    "2017-10-31?, 2017-10-31, 2017-10-31, false",
    "2017-10~, 2017-10-01, 2017-10-31, false",
    "2017%, 2017-01-01, 2017-12-31, false",
    "2017-10-XX, 2017-10-01, 2017-10-31, false",
    "2016-02-XX, 2016-02-01, 2016-02-29, false",
    "2017-XX, 2017-01-01, 2017-12-31, false",
    "2017-XX-XX, 2017-01-01, 2017-12-31, false",
    "201X, 2010-01-01, 2019-12-31, false",
    "20XX, 2000-01-01, 2099-12-31, false",
    "20XX?, 2000-01-01, 2099-12-31, false",
    "[2017-XX..201X], 2017-01-01, 2019-12-31, false",
    "[..2017-10-XX~], , 2017-10-31, false",
    "2017-10?/2017-11-XX, 2017-10-01, 2017-11-30, true",
    "../20XX, , 2099-12-31, true",
    "2017-10-31/.., 2017-10-31, 9999-12-31, true",
    "201X~/.., 2010-01-01, 9999-12-31, true"
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
        "2017/10-31/",
        "2017-10-31 ",
        " 2017",
        "２０１７",
        "2017..2018",
        "..2017",
        "[2017-10-31]",
        "[2017",
        "2017..]"
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
        "2017-10-00 | there is no day 00; write 2017-10 if the day is not known",
        "[2017-10-00..2018] | there is no day 00; write 2017-10 if the day is not known",
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
  @CsvSource(
      delimiter = '|',
      value = {
        "2017-21 | 21 to 24 are seasons, which differ between the halves of the world; write months, such as [2017-03..2017-05]",
        "2017-24~ | 21 to 24 are seasons, which differ between the halves of the world; write months, such as [2017-03..2017-05]",
        "2017-33 | 25 to 41 are seasons and quarters; write months, such as [2017-01..2017-03]",
        "2017-41? | 25 to 41 are seasons and quarters; write months, such as [2017-01..2017-03]",
        "-2017 | years before 1 are outside: no dated source is so old; write a year in four digits",
        "-0044-03-15 | years before 1 are outside: no dated source is so old; write a year in four digits",
        "0000 | years before 1 are outside: no dated source is so old; write a year in four digits",
        "0000-02-29 | years before 1 are outside: no dated source is so old; write a year in four digits",
        "[0000..2017] | years before 1 are outside: no dated source is so old; write a year in four digits",
        "00XX | years before 1 are outside: no dated source is so old; write a year in four digits",
        "Y-17000 | years before 1 are outside: no dated source is so old; write a year in four digits",
        "Y12017 | years after 9999 are outside: no dated source is so late; write a year in four digits",
        "Y17E8 | years after 9999 are outside: no dated source is so late; write a year in four digits",
        "1950S2 | significant digits are outside; write 195X, 19XX, or [a..b] for some day between",
        "12017 | a year has four digits, and a month and a day follow hyphens, such as 2017-10-31",
        "20171031 | a year has four digits, and a month and a day follow hyphens, such as 2017-10-31",
        "2017-10-31T09:30 | times of day are not kept, because claims are compared by days; write the day, such as 2017-10-31",
        "2017-10-31T10:00 | times of day are not kept, because claims are compared by days; write the day, such as 2017-10-31",
        "2017-10-31T10:00:00Z | times of day are not kept, because claims are compared by days; write the day, such as 2017-10-31",
        "{2017..2018} | a set means all of its dates; write a claim for each, or a/b if it was said throughout",
        "{2017,2018} | a set means all of its dates; write a claim for each, or a/b if it was said throughout",
        "[2017,2018] | one of several dates is some day between the first and the last; write [a..b]",
        "[2015,2017..2018] | one of several dates is some day between the first and the last; write [a..b]",
        "2017?-10 | a mark is of the date as a whole; write it at the end, such as 2017-10~",
        "?2017-10-31 | a mark is of the date as a whole; write it at the end, such as 2017-10~",
        "2017-10-~31 | a mark is of the date as a whole; write it at the end, such as 2017-10~",
        "2017-1X | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "2017-10-3X | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "2017-XX-31 | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "201X-10 | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "20XX-XX-XX | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "2XXX | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "XXXX | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX",
        "2X17 | unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX"
      })
  void a_form_of_edtf_that_stays_outside_is_rejected_with_the_reason(String form, String why) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage("when '" + form + "': " + why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "22/11/2017 | 2017-11-22",
        "11/22/2017 | 2017-11-22",
        "22.11.2017 | 2017-11-22",
        "2017/11/22 | 2017-11-22",
        "3/4/2017 | 2017-04-03 or 2017-03-04",
        "4/4/2017 | 2017-04-04"
      })
  void a_date_with_its_numbers_in_another_order_is_rejected_with_the_date_to_write(
      String form, String date) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage(
            "when '" + form + "': a date is year, month and day, with hyphens; write " + date);
  }

  @Test
  void a_bound_that_stays_outside_is_reported_with_the_reason() {
    assertThatThrownBy(() -> When.parse("2017-10/2017-12-31T10:00"))
        .hasMessage(
            "when '2017-10/2017-12-31T10:00': '2017-12-31T10:00' times of day are not kept, because"
                + " claims are compared by days; write the day, such as 2017-10-31");
  }

  @ParameterizedTest
  @CsvSource({
    // form, precision, uncertain, approximate
    "2017, YEARS, false, false",
    "2017-10, MONTHS, false, false",
    "2017-10-31, DAYS, false, false",
    "2017?, YEARS, true, false",
    "2017-10~, MONTHS, false, true",
    "2017-10-31%, DAYS, true, true",
    "2017-XX, YEARS, false, false",
    "2017-XX-XX?, YEARS, true, false",
    "2017-10-XX, MONTHS, false, false",
    "201X, , false, false",
    "20XX~, , false, true",
    "[2017-10~..2017-12], , false, true",
    "2016/2017?, , true, false",
    "2016~/.., , false, true"
  })
  void a_date_has_a_precision_and_says_whether_it_is_uncertain_or_approximate(
      String form, @Nullable ChronoUnit precision, boolean uncertain, boolean approximate) {
    When when = When.parse(form);
    assertThat(when.precision()).isEqualTo(Optional.ofNullable(precision));
    assertThat(when.isUncertain()).isEqualTo(uncertain);
    assertThat(when.isApproximate()).isEqualTo(approximate);
  }

  @Test
  void a_date_with_a_mark_means_the_same_as_without_and_is_not_equal() {
    assertThat(When.parse("2017?").hasSameMeaning(When.parse("2017"))).isTrue();
    assertThat(When.parse("2017?")).isNotEqualTo(When.parse("2017"));
  }

  @Test
  void the_end_of_an_open_end_is_not_known_outside_a_dossier() {
    When when = When.parse("2017-10/..");
    assertThat(when.isOpenEnded()).isTrue();
    assertThat(when.earliest()).hasValue(LocalDate.of(2017, 10, 1));
    assertThat(when.latest()).isEqualTo(LocalDate.of(9999, 12, 31));
    assertThat(When.parse("../2017-10").isOpenEnded()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[2017..]", "2017/", "[..]", "../..", "../"})
  void an_open_end_is_rejected_unless_it_is_throughout(String form) {
    assertThatThrownBy(() -> When.parse(form))
        .isExactlyInstanceOf(InvalidDateException.class)
        .hasMessage(
            "when '"
                + form
                + "': has no end; the latest day is always known, if only from the first source, but"
                + " for a/.., throughout from a on");
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

package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.suggestion.ShownValue;
import org.immutables.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * The date of a statement or publication, as exactly as it is known: a latest day, an earliest day
 * unless the start is open, and whether it was said once or throughout the period.
 *
 * <p>Written in a subset of the Extended Date/Time Format (EDTF; ISO 8601-2:2019, levels 0 to 2 in
 * part):
 *
 * <table class="striped">
 * <caption>The forms of a date</caption>
 * <thead><tr><th>form</th><th>meaning</th></tr></thead>
 * <tbody>
 * <tr><td>{@code 2017-10-31}</td><td>on that day</td></tr>
 * <tr><td>{@code 2017-10}, {@code 2017}</td><td>some day in that month or year</td></tr>
 * <tr><td>{@code [a..b]}</td><td>some day from {@code a} to {@code b}, both included</td></tr>
 * <tr><td>{@code [..b]}</td><td>some day, not later than {@code b}</td></tr>
 * <tr><td>{@code a/b}</td><td>repeatedly, throughout the period from {@code a} to {@code b}</td></tr>
 * <tr><td>{@code ../b}</td><td>throughout a period of unknown start, up to {@code b}</td></tr>
 * <tr><td>{@code a/..}</td><td>throughout from {@code a} on, as far as is known</td></tr>
 * <tr><td>{@code 2017-10-XX}, {@code 2017-XX}</td><td>some day in that month or year</td></tr>
 * <tr><td>{@code 201X}, {@code 20XX}</td><td>some day in that decade or century</td></tr>
 * <tr><td>{@code 2017?}, {@code 2017~}, {@code 2017%}</td><td>the same as without the mark, but
 * uncertain, approximate, or both</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The bounds {@code a} and {@code b} are dates of one of the forms without brackets or slash; as
 * a start each means its first day and as an end its last. Years are years of the proleptic ISO
 * calendar, in four digits. The written form is kept, and two dates are equal if they have the same
 * written form, so {@code parse(w.toString())} equals {@code w}.
 *
 * <p>Only the date of a claim can have an open end. In a dossier, the latest day of such a date is
 * the last day on which a source of the claim's evidence was published.
 *
 * <pre>{@code
 * When october = When.parse("2017-10");
 * october.earliest();                                  // Optional[2017-10-01]
 * october.latest();                                    // 2017-10-31
 * october.before(When.parse("2017-11-22"));            // true: certainly
 * When.parse("[..2017-11-24]").before(When.parse("2022")); // true
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract class When implements Comparable<When> {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");

  /** A bound with unspecified digits, or with a mark at its end. */
  private static final Pattern BOUND =
      Pattern.compile(
          "(\\d{4}|\\d(?:\\d\\dX|\\dXX)(?!-))(?:-(\\d\\d|XX(?!-\\d))(?:-(\\d\\d|XX))?)?[?~%]?");

  private static final String FORMS =
      "not a date; write 2017-10-31, 2017-10, 2017, [a..b] or [..b] for some day between, a/b, ../b or a/.. for throughout";

  private static final String BEFORE_YEAR_1 =
      "years before 1 are outside: no dated source is so old; write a year in four digits";

  /** A date with its numbers in another order, or between other signs. */
  private static final Pattern NUMBERS =
      Pattern.compile("(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4})|(\\d{4})/(\\d{1,2})/(\\d{1,2})");

  /** Why a form of EDTF has no place here, by a pattern of the form. */
  private static final ImmutableMap<Pattern, String> OUTSIDE =
      ImmutableMap.<Pattern, String>builder()
          .put(
              Pattern.compile("\\d{4}-2[1-4][?~%]?"),
              "21 to 24 are seasons, which differ between the halves of the world; write months, such as [2017-03..2017-05]")
          .put(
              Pattern.compile("\\d{4}-(2[5-9]|3\\d|4[01])[?~%]?"),
              "25 to 41 are seasons and quarters; write months, such as [2017-01..2017-03]")
          .put(Pattern.compile("Y?-\\d.*"), BEFORE_YEAR_1)
          .put(
              Pattern.compile("Y\\d.*"),
              "years after 9999 are outside: no dated source is so late; write a year in four digits")
          .put(
              Pattern.compile("\\d+S\\d+"),
              "significant digits are outside; write 195X, 19XX, or [a..b] for some day between")
          .put(
              Pattern.compile("Y.*|\\d{5,}.*"),
              "a year has four digits, and a month and a day follow hyphens, such as 2017-10-31")
          .put(
              Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*"),
              "times of day are not kept, because claims are compared by days; write the day, such as 2017-10-31")
          .put(
              Pattern.compile("\\{.*}"),
              "a set means all of its dates; write a claim for each, or a/b if it was said throughout")
          .put(
              Pattern.compile("\\[.*,.*]"),
              "one of several dates is some day between the first and the last; write [a..b]")
          .put(
              Pattern.compile("[?~%].*|.*[?~%].*\\d.*"),
              "a mark is of the date as a whole; write it at the end, such as 2017-10~")
          .put(
              Pattern.compile("(?=.*X)[\\dX]{4}(-[\\dX]{2}){0,2}[?~%]?"),
              "unspecified digits are whole days, whole months, or one or two digits of the year, from the right; write 2017-10-XX, 2017-XX, 201X or 20XX")
          .buildOrThrow();

  /** The end of a date whose end is open. */
  private static final String OPEN = "/..";

  /** The last day that can be written, which bounds an open end outside a dossier. */
  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  // An open end is compared as written, so that the order is consistent with equals.
  private static final Comparator<When> BY_MEANING =
      Comparator.comparing((When when) -> when.earliest().orElse(LocalDate.MIN))
          .thenComparing(when -> when.isOpenEnded() ? LAST_DAY : when.latest())
          .thenComparing(When::isThroughout);
  private static final Comparator<When> ORDER = BY_MEANING.thenComparing(When::written);

  When() {}

  /**
   * Returns the first possible day.
   *
   * @return the day, or empty if the start is open
   */
  @Value.Parameter
  @Value.Auxiliary
  public abstract Optional<LocalDate> earliest();

  /**
   * Returns the last possible day. It is always known, because the first source was published on
   * some day.
   *
   * @return the day; for an open end, the last day on which a source of the claim was published, if
   *     the claim is one of a dossier, otherwise 9999-12-31
   */
  @Value.Parameter
  @Value.Auxiliary
  public abstract LocalDate latest();

  /**
   * Returns whether the statement was repeated over the whole period.
   *
   * @return false if it was made once, on some day of the period
   */
  @Value.Parameter
  @Value.Auxiliary
  public abstract boolean isThroughout();

  @Value.Parameter
  abstract String written();

  /**
   * Parses a date in one of the forms above.
   *
   * @param text for example {@code 2017-10-31} or {@code [..2017-11-24]}, without white space
   * @return the date, which prints as it was written
   * @throws InvalidDateException if the text is not in one of the forms, names a day that does not
   *     exist, starts after it ends, or is <i>throughout</i> on a single day; the message says
   *     which, and what would be valid
   */
  public static When parse(String text) {
    requireNonNull(text, "text");
    if (text.startsWith("[") && text.endsWith("]") && text.contains("..") && !text.contains(",")) {
      String inner = text.substring(1, text.length() - 1);
      int dots = inner.indexOf("..");
      return period(text, inner.substring(0, dots), inner.substring(dots + 2), false);
    }
    if (NUMBERS.matcher(text).matches()) {
      throw bad(text, "a date is year, month and day, with hyphens; write " + reordered(text));
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      String start = text.substring(0, slash);
      if (start.isEmpty()) {
        throw bad(text, "has no start; write ../b where it is unknown");
      }
      return period(text, start.equals("..") ? "" : start, text.substring(slash + 1), true);
    }
    return ImmutableWhen.of(Optional.of(start(text, text)), end(text, text), false, text);
  }

  /**
   * Returns the date of a single day.
   *
   * @param day a day of the years 0001 to 9999
   * @return a date equal to {@code parse("2017-10-31")}
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public static When on(LocalDate day) {
    return parse(requireNonNull(day, "day").toString());
  }

  /**
   * Returns the date of some day in a month.
   *
   * @param month a month of the years 0001 to 9999
   * @return a date equal to {@code parse("2017-10")}
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public static When in(YearMonth month) {
    return parse(requireNonNull(month, "month").toString());
  }

  /**
   * Returns the date of some day in a year.
   *
   * @param year a year from 0001 to 9999
   * @return a date equal to {@code parse("2017")}
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public static When in(Year year) {
    int number = requireNonNull(year, "year").getValue();
    return parse(String.format(Locale.ROOT, number < 0 ? "-%04d" : "%04d", Math.abs(number)));
  }

  /**
   * Returns the date of some day in a period.
   *
   * @param first the first possible day
   * @param last the last possible day, which may be the first day too
   * @return a date equal to {@code parse("[2017-10-01..2017-10-31]")}
   * @throws SwappedArgumentsException if the last day is before the first
   * @throws InvalidDateException if a year is not from 0001 to 9999
   */
  public static When between(LocalDate first, LocalDate last) {
    requireOrder(requireNonNull(first, "first"), requireNonNull(last, "last"));
    return parse("[" + first + ".." + last + "]");
  }

  /**
   * Returns the date of some day of which only the latest is known.
   *
   * @param last the last possible day
   * @return a date equal to {@code parse("[..2017-10-31]")}
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public static When notLaterThan(LocalDate last) {
    return parse("[.." + requireNonNull(last, "last") + "]");
  }

  /**
   * Returns the date of a statement repeated throughout a period.
   *
   * @param first the first day of the period
   * @param last the last day of the period, after the first
   * @return a date equal to {@code parse("2017-10-01/2017-10-31")}
   * @throws SwappedArgumentsException if the last day is before the first
   * @throws InvalidDateException if the days are the same, or a year is not from 0001 to 9999
   */
  public static When throughout(LocalDate first, LocalDate last) {
    requireOrder(requireNonNull(first, "first"), requireNonNull(last, "last"));
    return parse(first + "/" + last);
  }

  /**
   * Returns the date of a statement repeated throughout a period whose start is not known.
   *
   * @param last the last day of the period
   * @return a date equal to {@code parse("../2017-10-31")}
   * @throws InvalidDateException if the year is not from 0001 to 9999
   */
  public static When throughoutUntil(LocalDate last) {
    return parse("../" + requireNonNull(last, "last"));
  }

  /** Refuses a day of a year that no written form has. */
  static void requireFourDigits(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      throw bad(day.toString(), "the year is not from 0001 to 9999");
    }
  }

  private static void requireOrder(LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      throw new SwappedArgumentsException(
          "from " + first + " to " + last + ": the period ends before it begins; swap the two days",
          "date",
          first.toString(),
          List.of(last.toString()));
    }
  }

  /**
   * Parses a date that limits a question from above.
   *
   * @param text a day, month or year: {@code 2017-10-31}, {@code 2017-10}, {@code 2017}
   * @return the day itself, or the last day of the month or year
   * @throws InvalidDateException if it is a range, no date, or a day that does not exist
   */
  public static LocalDate lastDay(String text) {
    return single(requireNonNull(text, "text"), "last").latest();
  }

  /**
   * Parses a date that limits a question from below.
   *
   * @param text a day, month or year: {@code 2017-10-31}, {@code 2017-10}, {@code 2017}
   * @return the day itself, or the first day of the month or year
   * @throws InvalidDateException if it is a range, no date, or a day that does not exist
   */
  public static LocalDate firstDay(String text) {
    return single(requireNonNull(text, "text"), "first").earliest().orElseThrow();
  }

  private static When single(String text, String day) {
    if (DATE.matcher(text).matches()) {
      return parse(text);
    }
    boolean range = text.startsWith("[") || text.contains("..") || text.matches("[0-9-]+/[0-9-]+");
    throw new InvalidDateException(
        range
            ? "'%s' is a range; give a day, or a month or year, which means its %s day"
                .formatted(text, day)
            : "'%s' is not a date; write a day, month or year: 2017-10-31, 2017-10, 2017"
                .formatted(text),
        "date",
        text,
        List.of());
  }

  private static When period(String text, String from, String to, boolean throughout) {
    if (throughout && !from.isEmpty() && to.equals("..")) {
      return ImmutableWhen.of(Optional.of(start(text, from)), LAST_DAY, true, text);
    }
    if (to.isEmpty() || to.equals("..")) {
      throw bad(
          text,
          "has no end; the latest day is always known, if only from the first source, but for a/.., throughout from a on");
    }
    Optional<LocalDate> earliest =
        from.isEmpty() ? Optional.empty() : Optional.of(start(text, from));
    LocalDate latest = end(text, to);
    if (earliest.isPresent() && earliest.get().isAfter(latest)) {
      throw bad(text, "starts " + earliest.get() + ", after it ends " + latest);
    }
    if (throughout && earliest.isPresent() && earliest.get().equals(latest)) {
      throw bad(text, "throughout needs a period, got " + latest);
    }
    return ImmutableWhen.of(earliest, latest, throughout, text);
  }

  /** Returns the dates that may be meant by three numbers. */
  private static String reordered(String text) {
    List<String> numbers = List.of(text.split("[/.]"));
    boolean isYearFirst = numbers.get(0).length() == 4;
    String year = numbers.get(isYearFirst ? 0 : 2);
    int middle = Integer.parseInt(numbers.get(1));
    int other = Integer.parseInt(numbers.get(isYearFirst ? 2 : 0));
    String monthInMiddle = String.format(Locale.ROOT, "%s-%02d-%02d", year, middle, other);
    String monthFirst = String.format(Locale.ROOT, "%s-%02d-%02d", year, other, middle);
    if (isYearFirst || other > 12 || other == middle) {
      return monthInMiddle;
    }
    return middle > 12 ? monthFirst : monthInMiddle + " or " + monthFirst;
  }

  private static LocalDate start(String whole, String bound) {
    Matcher date = match(whole, bound);
    return LocalDate.of(
        Integer.parseInt(date.group(1).replace('X', '0')),
        isGiven(date.group(2)) ? Integer.parseInt(date.group(2)) : 1,
        isGiven(date.group(3)) ? Integer.parseInt(date.group(3)) : 1);
  }

  private static LocalDate end(String whole, String bound) {
    Matcher date = match(whole, bound);
    YearMonth month =
        YearMonth.of(
            Integer.parseInt(date.group(1).replace('X', '9')),
            isGiven(date.group(2)) ? Integer.parseInt(date.group(2)) : 12);
    return isGiven(date.group(3))
        ? month.atDay(Integer.parseInt(date.group(3)))
        : month.atEndOfMonth();
  }

  private static boolean isGiven(@Nullable String digits) {
    return digits != null && !digits.equals("XX");
  }

  /** Matches one bound and checks that its month and day exist. */
  private static Matcher match(String whole, String bound) {
    Matcher date = BOUND.matcher(bound);
    if (!date.matches()) {
      throw bad(whole, (bound.equals(whole) ? "" : "'" + bound + "' ") + outside(bound, FORMS));
    }
    if (Integer.parseInt(date.group(1).replace('X', '0')) < 1) {
      throw bad(whole, BEFORE_YEAR_1);
    }
    if (isGiven(date.group(2))) {
      int month = Integer.parseInt(date.group(2));
      if (month < 1 || month > 12) {
        throw bad(whole, outside(bound, "month " + date.group(2) + " is not between 01 and 12"));
      }
      if (isGiven(date.group(3))) {
        int day = Integer.parseInt(date.group(3));
        YearMonth of = YearMonth.of(Integer.parseInt(date.group(1)), month);
        if (day < 1) {
          throw bad(
              whole,
              "there is no day 00; write "
                  + date.group(1)
                  + "-"
                  + date.group(2)
                  + " if the day is not known");
        }
        if (day > of.lengthOfMonth()) {
          String name = of.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          String year = of.getMonth() == Month.FEBRUARY ? " " + date.group(1) : "";
          throw bad(whole, name + year + " has " + of.lengthOfMonth() + " days");
        }
      }
    }
    return date;
  }

  /** Returns why a form of EDTF has no place here, or another reason. */
  private static String outside(String bound, String other) {
    return OUTSIDE.entrySet().stream()
        .filter(form -> form.getKey().matcher(bound).matches())
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(other);
  }

  private static InvalidDateException bad(String text, String why) {
    return new InvalidDateException("when '" + text + "': " + why, "date", text, List.of());
  }

  /**
   * Tests whether this date is certainly before another, that is, whether its latest day is before
   * the other's earliest day.
   *
   * @param other another date
   * @return true if it certainly is; false in both directions if the two overlap or the order is
   *     unknown because a start is open
   */
  public final boolean before(When other) {
    return requireNonNull(other, "other").earliest().isPresent()
        && latest().isBefore(other.earliest().get());
  }

  /**
   * Tests whether this date is certainly after a day.
   *
   * @param day any day
   * @return true if the earliest day is after that day; false if the start is open
   */
  public final boolean after(LocalDate day) {
    requireNonNull(day, "day");
    return earliest().isPresent() && earliest().get().isAfter(day);
  }

  /**
   * Returns the precision of a date that names a single day, month or year.
   *
   * @return {@link ChronoUnit#DAYS}, {@link ChronoUnit#MONTHS} or {@link ChronoUnit#YEARS}; empty
   *     for a period with bounds, a decade and a century
   */
  public final Optional<ChronoUnit> precision() {
    Matcher date = BOUND.matcher(written());
    if (!date.matches() || date.group(1).contains("X")) {
      return Optional.empty();
    }
    return Optional.of(
        !isGiven(date.group(2))
            ? ChronoUnit.YEARS
            : isGiven(date.group(3)) ? ChronoUnit.DAYS : ChronoUnit.MONTHS);
  }

  /** {@return whether a mark says that the date, or a bound of it, is uncertain: ? or %} */
  public final boolean isUncertain() {
    return written().indexOf('?') >= 0 || written().indexOf('%') >= 0;
  }

  /** {@return whether a mark says that the date, or a bound of it, is approximate: ~ or %} */
  public final boolean isApproximate() {
    return written().indexOf('~') >= 0 || written().indexOf('%') >= 0;
  }

  /** {@return whether the statement was repeated as far as is known, as in {@code 2017-10/..}} */
  public final boolean isOpenEnded() {
    return written().endsWith(OPEN);
  }

  /**
   * Returns this date with the last day on which its end can be. A dossier does this for the claims
   * that it holds; a claim by itself does not know when its sources were published.
   *
   * @param day the day, not before the first day of this date
   * @return a date that is written alike, with that latest day
   * @throws IllegalArgumentException if the end of this date is not open, or the day is before its
   *     first day
   */
  public final When endingBy(LocalDate day) {
    requireNonNull(day, "day");
    if (!isOpenEnded()) {
      throw ShownValue.refused("the end of " + this + " is not open");
    }
    if (earliest().filter(day::isBefore).isPresent()) {
      throw ShownValue.refused(day + " is before " + this + " begins");
    }
    return ImmutableWhen.of(earliest(), day, isThroughout(), written());
  }

  /**
   * Tests whether this date has the same bounds and nature as another, however the two are written:
   * {@code 2017-10} means the same as {@code [2017-10-01..2017-10-31]}.
   *
   * @param other another date
   * @return true if the earliest days, the latest days and {@link #isThroughout()} are the same
   */
  public final boolean hasSameMeaning(When other) {
    return BY_MEANING.compare(this, requireNonNull(other, "other")) == 0;
  }

  /**
   * Compares two dates in a total order: by earliest day, an open start before any day; then by
   * latest day; then once before throughout; then by the written form. The order is consistent with
   * equals, and a date that is certainly {@linkplain #before before} another comes first.
   *
   * @param other another date
   * @return a negative number, zero or a positive number
   */
  @Override
  public final int compareTo(When other) {
    return ORDER.compare(this, requireNonNull(other, "other"));
  }

  /** {@return the form in which the date was written} */
  @Override
  public final String toString() {
    return written();
  }
}

package org.demarche.model;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/**
 * When something was said or published, as exactly as is known: a latest day, an earliest day
 * unless the start is open, and whether it was said once or throughout.
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
 * <tr><td>{@code a/b}</td><td>again and again, throughout the period from {@code a} to {@code b}</td></tr>
 * <tr><td>{@code ../b}</td><td>throughout a period of unknown start, up to {@code b}</td></tr>
 * </tbody>
 * </table>
 *
 * <p>The bounds {@code a} and {@code b} are days, months or years; a month or year means its first
 * day as a start and its last as an end. Years are those of the proleptic ISO calendar, in four
 * digits. The written form is kept: two dates are equal when they are written alike, so {@code
 * parse(w.toString())} gives {@code w} again.
 *
 * <pre>{@code
 * When october = When.parse("2017-10");
 * october.earliest();                                  // Optional[2017-10-01]
 * october.latest();                                    // 2017-10-31
 * october.before(When.parse("2017-11-22"));            // true: certainly
 * When.parse("[..2017-11-24]").before(When.parse("2022")); // true
 * }</pre>
 */
@Value.Immutable
public abstract class When {
  private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
  private static final String FORMS =
      "not a date; write 2017-10-31, 2017-10, 2017, [a..b] or [..b] for some day between, a/b or ../b for throughout";

  When() {}

  /**
   * The first day on which it can have been.
   *
   * @return that day, or empty where the start is open
   */
  @Value.Auxiliary
  public abstract Optional<LocalDate> earliest();

  /**
   * The last day on which it can have been. There always is one, if only the day on which the first
   * source came out.
   */
  @Value.Auxiliary
  public abstract LocalDate latest();

  /** Whether it was repeated over the whole period, rather than once on some day of it. */
  @Value.Auxiliary
  public abstract boolean isThroughout();

  abstract String written();

  /**
   * Reads a date in one of the forms above.
   *
   * @param text for example {@code 2017-10-31} or {@code [..2017-11-24]}; no white space
   * @return the date, which prints as it was written
   * @throws IllegalArgumentException if the text has none of the forms, names a day that does not
   *     exist, starts after it ends, has an open end, or is <i>throughout</i> on a single day; the
   *     message says which and what would be right
   */
  public static When parse(String text) {
    if (text.startsWith("[") && text.endsWith("]") && text.contains("..")) {
      String inner = text.substring(1, text.length() - 1);
      int dots = inner.indexOf("..");
      return between(text, inner.substring(0, dots), inner.substring(dots + 2), false);
    }
    int slash = text.indexOf('/');
    if (slash >= 0) {
      String start = text.substring(0, slash);
      if (start.isEmpty()) {
        throw bad(text, "has no start; write ../b where it is unknown");
      }
      return between(text, start.equals("..") ? "" : start, text.substring(slash + 1), true);
    }
    return ImmutableWhen.builder()
        .written(text)
        .earliest(start(text, text))
        .latest(end(text, text))
        .throughout(false)
        .build();
  }

  /**
   * A single day.
   *
   * @param day a day of the years 0000 to 9999
   * @return the same as {@code parse(day.toString())}
   */
  public static When on(LocalDate day) {
    return parse(day.toString());
  }

  /**
   * The day that a date means on which something is asked: the day itself, or the last day of a
   * month or year.
   *
   * @param text a day, month or year: {@code 2017-10-31}, {@code 2017-10}, {@code 2017}
   * @throws IllegalArgumentException if it is a range, no date, or a day that does not exist
   */
  public static LocalDate lastDay(String text) {
    return single(text, "last").latest();
  }

  /**
   * The day that a date means from which on something is asked: the day itself, or the first day of
   * a month or year.
   *
   * @param text a day, month or year: {@code 2017-10-31}, {@code 2017-10}, {@code 2017}
   * @throws IllegalArgumentException if it is a range, no date, or a day that does not exist
   */
  public static LocalDate firstDay(String text) {
    return single(text, "first").earliest().orElseThrow();
  }

  private static When single(String text, String day) {
    if (DATE.matcher(text).matches()) {
      return parse(text);
    }
    boolean range = text.startsWith("[") || text.contains("..") || text.matches("[0-9-]+/[0-9-]+");
    throw new IllegalArgumentException(
        range
            ? "'%s' is a range; give a day, or a month or year, which means its %s day"
                .formatted(text, day)
            : "'%s' is not a date; write a day, month or year: 2017-10-31, 2017-10, 2017"
                .formatted(text));
  }

  /** A day for a message, and how it was given where that is another: a month, a year. */
  public static String read(String given, LocalDate day) {
    return given.equals(day.toString()) ? given : day + " (read from '" + given + "')";
  }

  private static When between(String text, String from, String to, boolean throughout) {
    if (to.isEmpty() || to.equals("..")) {
      throw bad(text, "has no end; the latest day is always known, if only from the first source");
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
    return ImmutableWhen.builder()
        .written(text)
        .earliest(earliest)
        .latest(latest)
        .throughout(throughout)
        .build();
  }

  private static LocalDate start(String whole, String part) {
    Matcher date = match(whole, part);
    return LocalDate.of(
        Integer.parseInt(date.group(1)),
        date.group(2) == null ? 1 : Integer.parseInt(date.group(2)),
        date.group(3) == null ? 1 : Integer.parseInt(date.group(3)));
  }

  private static LocalDate end(String whole, String part) {
    Matcher date = match(whole, part);
    YearMonth month =
        YearMonth.of(
            Integer.parseInt(date.group(1)),
            date.group(2) == null ? 12 : Integer.parseInt(date.group(2)));
    return date.group(3) == null
        ? month.atEndOfMonth()
        : month.atDay(Integer.parseInt(date.group(3)));
  }

  /** Matches one bound, of which the month and the day exist. */
  private static Matcher match(String whole, String part) {
    Matcher date = DATE.matcher(part);
    if (!date.matches()) {
      throw bad(whole, part.equals(whole) ? FORMS : "'" + part + "' " + FORMS);
    }
    if (date.group(2) != null) {
      int month = Integer.parseInt(date.group(2));
      if (month < 1 || month > 12) {
        throw bad(whole, "month " + date.group(2) + " is not between 01 and 12");
      }
      if (date.group(3) != null) {
        int day = Integer.parseInt(date.group(3));
        YearMonth of = YearMonth.of(Integer.parseInt(date.group(1)), month);
        if (day < 1 || day > of.lengthOfMonth()) {
          String name = of.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
          String year = of.getMonth() == Month.FEBRUARY ? " " + date.group(1) : "";
          throw bad(whole, name + year + " has " + of.lengthOfMonth() + " days");
        }
      }
    }
    return date;
  }

  private static IllegalArgumentException bad(String text, String why) {
    return new IllegalArgumentException("when '" + text + "': " + why);
  }

  /**
   * Whether this was certainly before the other: its latest day lies before the other's earliest.
   * Where the two overlap, or the other's start is open, the order is unknown and the answer is
   * false both ways.
   */
  public final boolean before(When other) {
    return other.earliest().isPresent() && latest().isBefore(other.earliest().get());
  }

  /** Whether this was certainly after the given day. */
  public final boolean after(LocalDate day) {
    return earliest().isPresent() && earliest().get().isAfter(day);
  }

  /** Returns the form in which it was written. */
  @Override
  public final String toString() {
    return written();
  }
}

package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Range;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.suggestion.ShownValue;

/**
 * The patterns in which a table writes days. A time of day is read and left out; names of months
 * and days are those of a language; years of two digits need a range of years.
 */
public final class DatePatterns {
  private static final int CENTURY = 100;
  private static final int ISO_LENGTH = 10;
  private static final char PADDING = 'p';
  private static final CharMatcher BLANKS = CharMatcher.whitespace();
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2017, 10, 31, 14, 30, 15, 0, ZoneOffset.UTC);

  private final ImmutableList<String> patterns;
  private final ImmutableList<Days> days;
  private final Optional<Range<Integer>> years;

  /**
   * Creates patterns.
   *
   * @param patterns patterns of {@link DateTimeFormatter}, of which those that fit a text must give
   *     one day
   * @param language the language of the names of months
   * @param years the years that two digits stand for, at most a hundred; no others fit them
   * @throws IllegalArgumentException if one is not a pattern, does not give a day, or has years of
   *     two digits without a range of years
   */
  public DatePatterns(List<String> patterns, Locale language, Optional<Range<Integer>> years) {
    this.patterns = ImmutableList.copyOf(patterns);
    this.years = years;
    this.days =
        patterns.stream()
            .map(pattern -> days(pattern, language, years))
            .collect(ImmutableList.toImmutableList());
  }

  /** Returns patterns as the constructor does; empty if there are none. */
  public static Optional<DatePatterns> of(
      List<String> patterns, Locale language, Optional<Range<Integer>> years) {
    return patterns.isEmpty()
        ? Optional.empty()
        : Optional.of(new DatePatterns(patterns, language, years));
  }

  /**
   * A pattern.
   *
   * @param isShort whether it has years of two digits
   * @param isDayFirst whether it has the year first, and the day before the month
   */
  private record Days(DateTimeFormatter formatter, boolean isShort, boolean isDayFirst) {}

  /**
   * A run of equal letters of a pattern, with the {@code p} before it that say its width, or a text
   * between quotation marks.
   */
  private record Part(String padding, String text) {
    boolean isYear() {
      return text.startsWith("y") || text.startsWith("u");
    }

    boolean isShortYear() {
      return isYear() && text.length() == 2;
    }

    void append(DateTimeFormatterBuilder builder, Optional<Range<Integer>> years) {
      if (isShortYear()) {
        if (!padding.isEmpty()) {
          builder.padNext(padding.length());
        }
        builder.appendValueReduced(ChronoField.YEAR, 2, 2, years.orElseThrow().lowerEndpoint());
      } else {
        builder.appendPattern(padding + (isYear() ? text.replace('y', 'u') : text));
      }
    }
  }

  private static List<Part> parts(String pattern) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      int padded = pattern.charAt(at) == PADDING ? endOfRun(pattern, at) : at;
      int end = padded == pattern.length() ? padded : endOfPart(pattern, padded);
      parts.add(new Part(pattern.substring(at, padded), pattern.substring(padded, end)));
      at = end;
    }
    return parts;
  }

  private static int endOfPart(String pattern, int from) {
    return pattern.charAt(from) == '\'' ? endOfText(pattern, from) : endOfRun(pattern, from);
  }

  private static int endOfRun(String pattern, int from) {
    int end = from + 1;
    while (end < pattern.length() && pattern.charAt(end) == pattern.charAt(from)) {
      end++;
    }
    return end;
  }

  /** Returns the end of a text between quotation marks, in which a doubled one is a mark. */
  private static int endOfText(String pattern, int from) {
    int close = pattern.indexOf('\'', from + 1);
    while (close > from + 1 && pattern.startsWith("''", close)) {
      close = pattern.indexOf('\'', close + 2);
    }
    return close < 0 ? pattern.length() : close + 1;
  }

  private static Days days(String pattern, Locale language, Optional<Range<Integer>> years) {
    List<Part> parts = parts(BLANKS.replaceFrom(pattern, ' '));
    requireDay(pattern, parts);
    boolean isShort = parts.stream().anyMatch(Part::isShortYear);
    if (isShort && years.isEmpty()) {
      throw ShownValue.refused(
          "the pattern '%s' has years of two digits: write yyyy, or say with years(…) for which years they stand, such as years(1923, 2022)"
              .formatted(pattern));
    }
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    try {
      parts.forEach(part -> part.append(builder, years));
      DateTimeFormatter days =
          builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT);
      if (!isShort) {
        LocalDate.parse(days.format(SAMPLE), days);
      }
      return new Days(days, isShort, isDayFirst(parts));
    } catch (ClassCastException padded) { // as Java 17 does for a fraction after a padding
      throw ShownValue.refused("the pattern '" + pattern + "' gives no day", padded);
    } catch (DateTimeException | IllegalArgumentException unfit) {
      throw ShownValue.refused(
          "the pattern '" + pattern + "' gives no day: " + unfit.getMessage(), unfit);
    }
  }

  private static boolean isDayFirst(List<Part> parts) {
    String letters =
        parts.stream()
            .map(part -> part.isYear() ? "y" : part.text().substring(0, 1))
            .filter("ydML"::contains)
            .collect(Collectors.joining());
    return letters.startsWith("yd");
  }

  private static void requireDay(String pattern, List<Part> parts) {
    List<String> lacking = new ArrayList<>();
    if (parts.stream().noneMatch(Part::isYear)) {
      lacking.add("no year (yyyy)");
    }
    if (!has(parts, 'D')) {
      if (!has(parts, 'M') && !has(parts, 'L')) {
        lacking.add(has(parts, 'm') ? "no month (MM: mm are minutes)" : "no month (MM)");
      }
      if (!has(parts, 'd')) {
        lacking.add("no day (dd)");
      }
    }
    if (!lacking.isEmpty()) {
      throw ShownValue.refused(
          "the pattern '" + pattern + "' gives no day: it has " + String.join(" and ", lacking));
    }
  }

  private static boolean has(List<Part> parts, char letter) {
    return parts.stream().anyMatch(part -> part.text().startsWith(String.valueOf(letter)));
  }

  /**
   * Returns a range of years.
   *
   * @throws IllegalArgumentException if it is empty or longer than a hundred years
   */
  public static Range<Integer> years(int first, int last) {
    if (last < first || last - first >= CENTURY) {
      throw ShownValue.refused(
          "years %s to %s: give a range of at most a hundred years, such as %s to %s"
              .formatted(first, last, first, first + CENTURY - 1));
    }
    return Range.closed(first, last);
  }

  /**
   * Returns the days that a text gives by the patterns that fit; several if it is in doubt, and
   * none if no pattern fits. A day in the form {@code 2017-10-31}, in which workbooks give their
   * dates, fits any patterns but those for which it would be in doubt.
   */
  ImmutableSortedSet<LocalDate> days(String text) {
    String blanks = BLANKS.replaceFrom(text, ' ');
    ImmutableSortedSet.Builder<LocalDate> found = ImmutableSortedSet.naturalOrder();
    for (Days pattern : days) {
      day(blanks, pattern.formatter())
          .or(() -> day(text, pattern.formatter()))
          .filter(day -> !pattern.isShort() || years.orElseThrow().contains(day.getYear()))
          .ifPresent(found::add);
    }
    ImmutableSortedSet<LocalDate> all = found.build();
    return all.isEmpty() && text.length() == ISO_LENGTH && days.stream().noneMatch(Days::isDayFirst)
        ? ImmutableSortedSet.copyOf(day(text, DateTimeFormatter.ISO_LOCAL_DATE).stream().toList())
        : all;
  }

  private static Optional<LocalDate> day(String text, DateTimeFormatter days) {
    try {
      return Optional.of(LocalDate.parse(text, days));
    } catch (DateTimeParseException otherwise) {
      return Optional.empty();
    }
  }

  /** {@return the patterns in quotation marks} */
  @Override
  public String toString() {
    return String.join(" or ", patterns.stream().map(pattern -> "'" + pattern + "'").toList());
  }
}

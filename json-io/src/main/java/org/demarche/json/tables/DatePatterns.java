package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
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

/**
 * The patterns in which a table writes days. A time of day is read and left out; names of months
 * and days are those of a language; years of two digits need a range of years.
 */
public final class DatePatterns {
  private static final int CENTURY = 100;
  private static final ZonedDateTime SAMPLE =
      ZonedDateTime.of(2017, 10, 31, 14, 30, 15, 0, ZoneOffset.UTC);

  private final ImmutableList<String> patterns;
  private final ImmutableList<DateTimeFormatter> formatters;
  private final Optional<Range<Integer>> years;

  /**
   * Creates patterns.
   *
   * @param patterns patterns of {@link DateTimeFormatter}, tried in turn
   * @param language the language of the names of months
   * @param years the years that two digits stand for, at most a hundred; no other year fits
   * @throws IllegalArgumentException if one is not a pattern, does not give a day, or has years of
   *     two digits without a range of years
   */
  public DatePatterns(List<String> patterns, Locale language, Optional<Range<Integer>> years) {
    this.patterns = ImmutableList.copyOf(patterns);
    this.years = years;
    this.formatters =
        patterns.stream()
            .map(pattern -> formatter(pattern, language, years))
            .collect(ImmutableList.toImmutableList());
  }

  /** A run of equal letters of a pattern, or a text between quotation marks. */
  private record Part(String text, boolean isLiteral) {
    boolean isYear() {
      return !isLiteral && (text.startsWith("y") || text.startsWith("u"));
    }

    boolean isShortYear() {
      return isYear() && text.length() == 2;
    }
  }

  private static List<Part> parts(String pattern) {
    List<Part> parts = new ArrayList<>();
    int at = 0;
    while (at < pattern.length()) {
      int from = at;
      char letter = pattern.charAt(at++);
      if (letter == '\'') {
        int close = pattern.indexOf('\'', at);
        at = close < 0 ? pattern.length() : close + 1;
      } else {
        while (at < pattern.length() && pattern.charAt(at) == letter) {
          at++;
        }
      }
      parts.add(new Part(pattern.substring(from, at), letter == '\''));
    }
    return parts;
  }

  private static DateTimeFormatter formatter(
      String pattern, Locale language, Optional<Range<Integer>> years) {
    List<Part> parts = parts(pattern);
    requireDay(pattern, parts);
    boolean isShort = parts.stream().anyMatch(Part::isShortYear);
    if (isShort && years.isEmpty()) {
      throw new IllegalArgumentException(
          "the pattern '%s' has years of two digits: write yyyy, or say with years(…) for which years they stand, such as years(1923, 2022)"
              .formatted(pattern));
    }
    DateTimeFormatterBuilder builder = new DateTimeFormatterBuilder().parseCaseInsensitive();
    try {
      for (Part part : parts) {
        if (part.isShortYear()) {
          builder.appendValueReduced(ChronoField.YEAR, 2, 2, years.orElseThrow().lowerEndpoint());
        } else {
          builder.appendPattern(part.isYear() ? part.text().replace('y', 'u') : part.text());
        }
      }
      DateTimeFormatter days =
          builder.toFormatter(language).withResolverStyle(ResolverStyle.STRICT);
      if (!isShort) {
        LocalDate.parse(days.format(SAMPLE), days);
      }
      return days;
    } catch (DateTimeException | IllegalArgumentException unfit) {
      throw new IllegalArgumentException(
          "the pattern '" + pattern + "' gives no day: " + unfit.getMessage(), unfit);
    }
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
      throw new IllegalArgumentException(
          "the pattern '" + pattern + "' gives no day: it has " + String.join(" and ", lacking));
    }
  }

  private static boolean has(List<Part> parts, char letter) {
    return parts.stream().anyMatch(part -> !part.isLiteral() && part.text().charAt(0) == letter);
  }

  /**
   * Returns a range of years.
   *
   * @throws IllegalArgumentException if it is empty or longer than a hundred years
   */
  public static Range<Integer> years(int first, int last) {
    if (last < first || last - first >= CENTURY) {
      throw new IllegalArgumentException(
          "years %d to %d: give a range of at most a hundred years, such as %d to %d"
              .formatted(first, last, first, first + CENTURY - 1));
    }
    return Range.closed(first, last);
  }

  /** Returns the day that a text gives by the first pattern that fits; empty if none does. */
  Optional<LocalDate> day(String text) {
    for (DateTimeFormatter days : formatters) {
      try {
        LocalDate day = LocalDate.parse(text, days);
        if (years.isEmpty() || years.get().contains(day.getYear())) {
          return Optional.of(day);
        }
      } catch (DateTimeParseException otherwise) {
        // the next pattern may fit
      }
    }
    return Optional.empty();
  }

  /** {@return the patterns in quotation marks} */
  @Override
  public String toString() {
    return String.join(" or ", patterns.stream().map(pattern -> "'" + pattern + "'").toList());
  }
}

package org.demarche.json.tables;

import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.model.When;

/** The dates of texts, each text parsed once. */
final class TextValues {
  private static final int MOST = 100_000;

  private final Optional<DatePatterns> patterns;
  private final Map<String, When> dates = new HashMap<>();

  TextValues(Optional<DatePatterns> patterns) {
    this.patterns = patterns;
  }

  /** Returns the date that a text gives. */
  When date(String name, String text) {
    When known = dates.get(text);
    if (known != null) {
      return known;
    }
    When date = parsed(name, text);
    if (dates.size() < MOST) {
      dates.put(text, date);
    }
    return date;
  }

  private When parsed(String name, String text) {
    if (patterns.isPresent()) {
      ImmutableSortedSet<LocalDate> days = patterns.get().days(text);
      if (days.size() != 1) {
        throw new RowError(
            name,
            text,
            days.isEmpty()
                ? "%s '%s' does not match the pattern %s".formatted(name, text, patterns.get())
                : "%s '%s' is in doubt, %s, by the patterns %s; give one that fits all dates of the table"
                    .formatted(
                        name,
                        text,
                        days.stream().map(LocalDate::toString).collect(Collectors.joining(" or ")),
                        patterns.get()));
      }
      return When.on(days.first());
    }
    try {
      return When.parse(text);
    } catch (IllegalArgumentException bad) {
      throw new RowError(name, text, name + ": " + bad.getMessage());
    }
  }
}

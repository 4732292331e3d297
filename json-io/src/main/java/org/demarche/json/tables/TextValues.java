package org.demarche.json.tables;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
      return patterns
          .get()
          .day(text)
          .map(When::on)
          .orElseThrow(
              () ->
                  new RowError(
                      name,
                      text,
                      "%s '%s' does not match the pattern %s"
                          .formatted(name, text, patterns.get())));
    }
    try {
      return When.parse(text);
    } catch (IllegalArgumentException bad) {
      throw new RowError(name, text, name + ": " + bad.getMessage());
    }
  }
}

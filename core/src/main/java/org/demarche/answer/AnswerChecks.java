package org.demarche.answer;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;

/** Checks that several answers make. */
final class AnswerChecks {
  private AnswerChecks() {}

  /** Refuses a day of a year that no written form of a date has: before 0001, or after 9999. */
  static void requireFourDigits(LocalDate day) {
    if (day.getYear() < 1 || day.getYear() > 9999) {
      When.on(day); // throws, with the day
    }
  }

  /** Refuses a list that has an id twice. */
  static void requireDistinct(String kind, List<String> ids) {
    Set<String> seen = new HashSet<>();
    for (String id : ids) {
      if (!seen.add(id)) {
        throw ShownValue.refused("duplicate %s '%s'".formatted(kind, id));
      }
    }
  }

  /** Refuses a position of another party, on another proposition or from another viewpoint. */
  static void requireOf(Position position, String party, String proposition, Viewpoint viewpoint) {
    if (!position.party().equals(party)
        || !position.proposition().equals(proposition)
        || !position.viewpoint().equals(viewpoint)) {
      throw ShownValue.refused(
          "expected the position of %s on %s, %s, got the position of %s"
              .formatted(party, proposition, viewpoint, PositionContext.question(position)));
    }
  }

  /** Refuses two positions that are not of one party on one proposition. */
  static void requireSameQuestion(Position one, Position other) {
    if (!one.party().equals(other.party()) || !one.proposition().equals(other.proposition())) {
      throw ShownValue.refused(
          "expected two positions of one party on one proposition, got %s on %s and %s on %s"
              .formatted(one.party(), one.proposition(), other.party(), other.proposition()));
    }
  }

  /** Refuses a label that the positions do not give. */
  static void requireLabel(boolean fits, Enum<?> label, Position one, Position other) {
    if (!fits) {
      throw ShownValue.refused(
          "label %s contradicts the positions %s and %s"
              .formatted(label, one.outcome(), other.outcome()));
    }
  }
}

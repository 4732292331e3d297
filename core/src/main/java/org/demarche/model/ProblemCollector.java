package org.demarche.model;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.suggestion.ShownValue;
import org.demarche.typography.VisibleText;

/** A collector of the problems of one record, whose messages begin with its type and id. */
final class ProblemCollector {
  private static final CharMatcher ENDS =
      CharMatcher.inRange('A', 'Z')
          .or(CharMatcher.inRange('a', 'z'))
          .or(CharMatcher.inRange('0', '9'));
  private static final CharMatcher LAST = ENDS.or(CharMatcher.is('-')).precomputed();
  private static final CharMatcher INSIDE = LAST.or(CharMatcher.anyOf("._:/")).precomputed();

  private final String type;
  private final String id;
  private List<Problem> found = ImmutableList.of(); // most records have none

  ProblemCollector(String type, String id) {
    this.type = type;
    this.id = id;
  }

  /** Adds an error. */
  void add(Problem.Code code, String field, String value, String why) {
    add(problem(code, field, value, why));
  }

  /** Adds a warning. */
  void warn(Problem.Code code, String field, String value, String why) {
    add(problem(code, field, value, why).asWarning());
  }

  private void add(Problem problem) {
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    found.add(problem);
  }

  private Problem problem(Problem.Code code, String field, String value, String why) {
    String record = id.isEmpty() ? type : type + " " + ShownValue.of(id);
    return Problem.of(code, type, id, field, value, record + ": " + why);
  }

  /** Adds an error if a required member is missing. */
  void required(String field, Optional<?> value) {
    if (value.isEmpty()) {
      add(Problem.Code.MISSING, field, "", "member '" + field + "' is missing");
    }
  }

  /** Checks an id, or a slug of an open vocabulary, that is required. */
  void requiredId(String field, Optional<String> value) {
    required(field, value);
    value.ifPresent(given -> id(field, given));
  }

  /** Checks a text that is required and must not be blank. */
  void requiredText(String field, Optional<String> value) {
    required(field, value);
    value.ifPresent(given -> text(field, given));
  }

  /** Checks an id, or a slug of an open vocabulary. */
  void id(String field, String value) {
    if (!isId(value)) {
      add(
          Problem.Code.BAD_ID,
          field,
          value,
          field
              + " '"
              + ShownValue.of(value)
              + "' is not a slug: ASCII letters, digits and hyphens, with . _ : / inside, no spaces"
              + foreign(value));
    }
  }

  /** Names the first character that is not ASCII, which may look like one that is. */
  private static String foreign(String value) {
    int at = CharMatcher.ascii().negate().indexIn(value);
    return at < 0 ? "" : String.format(Locale.ROOT, "; it has U+%04X", value.codePointAt(at));
  }

  private static boolean isId(String value) {
    return !value.isEmpty()
        && ENDS.matches(value.charAt(0))
        && INSIDE.matchesAllOf(value)
        && LAST.matches(value.charAt(value.length() - 1));
  }

  /** Checks a text that must not be blank. */
  void text(String field, String value) {
    if (!VisibleText.isSeen(value)) {
      add(Problem.Code.BLANK, field, value, field + " is blank");
    }
  }

  /** Warns of a name or label with a character that is shown as its code even in a table. */
  void seen(String field, String value) {
    if (!VisibleText.of(value).equals(value)) {
      warn(
          Problem.Code.HIDDEN_CHARACTER,
          field,
          value,
          field
              + " '"
              + ShownValue.of(value)
              + "' has a control character, a mark of direction, a separator of lines, a lone"
              + " surrogate or a noncharacter; remove it");
    }
  }

  /** Checks that a date has an end: only the sources of a claim bound an open one. */
  void ended(String field, When when) {
    if (when.isOpenEnded()) {
      add(
          Problem.Code.BAD_DATE,
          field,
          when.toString(),
          field
              + " '"
              + when
              + "' has no end: only the date of a claim can have an open end, which its sources"
              + " bound");
    }
  }

  /** Checks identifiers elsewhere: slugs of schemes, and values that must not be blank. */
  void identifiers(Map<String, String> identifiers) {
    identifiers.forEach(
        (scheme, value) -> {
          String field = "identifiers/" + Problem.step(scheme);
          id("identifiers", scheme);
          text(field, value);
        });
  }

  /** Returns the problems found so far, in order. */
  List<Problem> found() {
    return found;
  }

  /**
   * Rejects the record if any problem was found.
   *
   * @throws InvalidDossierException with every problem
   */
  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidDossierException(found);
    }
  }
}

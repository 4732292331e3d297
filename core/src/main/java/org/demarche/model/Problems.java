package org.demarche.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the problems of one record, in the words of that record. */
final class Problems {
  private static final Pattern ID =
      Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9._:/-]*[A-Za-z0-9-])?");

  private final String type;
  private final String id;
  private final List<Problem> found = new ArrayList<>();

  Problems(String type, String id) {
    this.type = type;
    this.id = id;
  }

  void add(Problem.Code code, String field, String value, String why) {
    add(Problem.Severity.ERROR, code, field, value, why);
  }

  void warn(Problem.Code code, String field, String value, String why) {
    add(Problem.Severity.WARNING, code, field, value, why);
  }

  private void add(
      Problem.Severity severity, Problem.Code code, String field, String value, String why) {
    found.add(
        Problem.builder()
            .severity(severity)
            .code(code)
            .type(type)
            .id(id)
            .field(field)
            .value(value)
            .message(type + " " + id + ": " + why)
            .build());
  }

  /** Checks an id, or a slug of an open vocabulary. */
  void id(String field, String value) {
    if (!ID.matcher(value).matches()) {
      add(
          Problem.Code.BAD_ID,
          field,
          value,
          field
              + " '"
              + value
              + "' is not a slug: ASCII letters, digits and hyphens, with . _ : / inside, no spaces");
    }
  }

  /** Checks a text that must say something. */
  void text(String field, String value) {
    if (value.isBlank()) {
      add(Problem.Code.BLANK, field, value, field + " is blank");
    }
  }

  List<Problem> found() {
    return found;
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw new InvalidDossierException(found);
    }
  }
}

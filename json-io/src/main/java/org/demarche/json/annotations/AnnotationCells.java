package org.demarche.json.annotations;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.demarche.model.Problem;

/** The cells that both formats of annotations fill in the same way. */
final class AnnotationCells {
  static final String TAGS = "tags";
  static final String CREATED = "created";
  static final String MOTIVATION = "motivation";

  private static final int DAY = 10;

  private AnnotationCells() {}

  /** Puts the day of creation, as it is written, in its own time zone. */
  static void putDay(JsonValue annotation, Map<String, String> cells) {
    Optional<String> created = annotation.text(CREATED);
    if (created.isEmpty()) {
      return;
    }
    String day = created.get().substring(0, Math.min(DAY, created.get().length()));
    try {
      cells.put(CREATED, LocalDate.parse(day).toString());
    } catch (DateTimeException invalid) {
      JsonValue value = annotation.member(CREATED).orElseThrow();
      value
          .notes()
          .problem(
              value.at(),
              Problem.Code.BAD_DATE,
              created.get(),
              "created takes a date and time such as 2017-10-31T09:30:00Z, got \"%s\""
                  .formatted(AnnotationNotes.abridged(created.get())));
    }
  }
}

package org.demarche.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.groups.Tuple;
import org.demarche.model.Problem.Code;

/**
 * Assertions on the problems of a record or dossier. A problem of one record is found when the
 * record is built and has a pointer relative to the record; a problem between records is found when
 * the dossier is built.
 */
final class ProblemAssertions {
  private ProblemAssertions() {}

  /**
   * Describes an expected error.
   *
   * @param where a pointer, or only the field if the record is not in a dossier yet
   */
  static Tuple error(Code code, String where, String value, String says) {
    return problem(false, code, where, value, says);
  }

  static Tuple warning(Code code, String where, String value, String says) {
    return problem(true, code, where, value, says);
  }

  private static Tuple problem(
      boolean warning, Code code, String where, String value, String says) {
    String pointer = where.isEmpty() || where.startsWith("/") ? where : "/" + where;
    String field = where.replaceFirst("^/[a-z]+/\\d+/", "");
    return tuple(warning, code, pointer, field, value, says);
  }

  private static List<Tuple> rows(List<Problem> problems) {
    return problems.stream()
        .map(p -> tuple(p.isWarning(), p.code(), p.pointer(), p.field(), p.value(), p.message()))
        .toList();
  }

  static void assertRejected(ThrowingCallable building, Tuple... expected) {
    assertThat(rows(rejectionOf(building).problems())).containsExactly(expected);
  }

  static void assertAccepted(Dossier dossier, Tuple... warnings) {
    assertThat(rows(dossier.warnings())).containsExactly(warnings);
  }

  /** Returns the exception of a build that must be rejected. */
  static InvalidDossierException rejectionOf(ThrowingCallable building) {
    InvalidDossierException rejection =
        catchThrowableOfType(InvalidDossierException.class, building);
    if (rejection == null) {
      throw new AssertionError("the build was not rejected");
    }
    return rejection;
  }
}

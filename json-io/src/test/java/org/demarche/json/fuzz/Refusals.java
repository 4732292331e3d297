package org.demarche.json.fuzz;

import java.io.UncheckedIOException;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** Checks of refusals: every problem has a place and a message that is safe to print. */
final class Refusals {
  private static final int GZIP_FIRST = 0x1f;

  private Refusals() {}

  /** Checks that each problem has a place and a message that is safe to print. */
  static void requireReport(InvalidDossierException refused) {
    if (refused.problems().isEmpty()) {
      throw new AssertionError("refused without a problem", refused);
    }
    for (Problem problem : refused.problems()) {
      if (problem.place().isEmpty() || problem.message().isBlank()) {
        throw new AssertionError("reported without place or message: " + problem, refused);
      }
      Printed.requireMessage(problem);
    }
  }

  /** Checks that only input that begins with the first byte of gzip is reported as unreadable. */
  static void requireGzip(UncheckedIOException damaged, byte[] input) {
    if (input.length == 0 || input[0] != GZIP_FIRST) {
      throw new AssertionError("not packed, and yet unreadable", damaged);
    }
  }
}

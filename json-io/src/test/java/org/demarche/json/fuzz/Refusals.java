package org.demarche.json.fuzz;

import java.io.UncheckedIOException;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** What a refusal owes to its reader. */
final class Refusals {
  private static final int GZIP_FIRST = 0x1f;

  private Refusals() {}

  /** Each problem has a place, and says something. */
  static void requireReport(InvalidDossierException refused) {
    if (refused.problems().isEmpty()) {
      throw new AssertionError("refused for nothing", refused);
    }
    for (Problem problem : refused.problems()) {
      if (problem.place().isEmpty() || problem.message().isBlank()) {
        throw new AssertionError("told without place or words: " + problem, refused);
      }
    }
  }

  /** Only what claims to be packed can be damaged. */
  static void requireGzip(UncheckedIOException damaged, byte[] input) {
    if (input.length < 2 || input[0] != GZIP_FIRST) {
      throw new AssertionError("not packed, and yet unreadable", damaged);
    }
  }
}

package org.demarche.examples.spark;

import java.util.stream.Collectors;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** Why lines are rejected. */
final class Reasons {
  private Reasons() {}

  /** Returns the messages of all problems, without the place, which rejects name by themselves. */
  static String of(InvalidDossierException invalid) {
    return invalid.problems().stream().map(Problem::message).collect(Collectors.joining("; "));
  }
}

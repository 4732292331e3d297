package org.demarche.json;

import java.util.List;
import org.demarche.model.Claim;

/** The rows of a table that was loaded, in short. */
final class LoadedRows {
  private LoadedRows() {}

  /** Returns the problems, each after the line of its row. */
  static List<String> messages(LoadedClaims load) {
    return load.problems().stream()
        .map(problem -> problem.place().orElseThrow().line() + ": " + problem.message())
        .toList();
  }

  /** Returns the ids of the claims. */
  static List<String> claimIds(LoadedClaims load) {
    return load.dossier().claims().stream().map(Claim::id).toList();
  }
}

package org.demarche.json.refiqda;

import org.demarche.json.files.FileErrors;
import org.demarche.json.files.Limits;
import org.demarche.model.Problem;

/**
 * A limit to the characters that a table repeats. A small file could otherwise fill the memory, by
 * many passages that each are the whole of a long text.
 */
final class TextBudget {
  private final String file;
  private long spent;

  TextBudget(String file) {
    this.file = file;
  }

  /** Counts characters, and refuses the file if they are too many. */
  void spend(long characters) {
    spent += characters;
    if (spent > Limits.REPEATED_CHARS) {
      throw FileErrors.refused(
          FileErrors.problem(
              Problem.Code.TOO_LARGE,
              "",
              "the passages and their remarks have more than %s characters together; split the project"
                  .formatted(Limits.REPEATED_CHARS),
              new Problem.Place(file, 1, 1)));
    }
  }
}

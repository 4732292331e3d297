package org.demarche.json;

import org.demarche.model.Problem;
import tools.jackson.core.JsonToken;

/**
 * The version of the format, which every file may say and every document does. Every release reads
 * all versions up to its own.
 */
final class FormatVersion {
  static final int NUMBER = 1;

  private FormatVersion() {}

  /** Reads the version at hand, and notes where it is none that is known. */
  static void read(RecordCursor in) {

    if (in.token() != JsonToken.VALUE_NUMBER_INT) {
      in.wrongType("the version of the format", "1");
      return;
    }
    String version = in.text();
    if (!version.equals(String.valueOf(NUMBER))) {
      boolean newer = !version.startsWith("-") && !version.equals("0");
      in.problem(
          Problem.Code.BAD_VALUE,
          version,
          "demarche: this is a dossier of format version "
              + RecordCursor.abridged(version)
              + "; this library reads version "
              + NUMBER
              + (newer ? ", a newer release is needed" : ""));
    }
  }
}

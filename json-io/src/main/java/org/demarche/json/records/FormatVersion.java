package org.demarche.json.records;

import org.demarche.model.Problem;
import tools.jackson.core.JsonToken;

/**
 * The version of the format, which every document states and a file of lines may state. Every
 * release reads all versions up to its own.
 */
public final class FormatVersion {
  /** The version that this release writes. */
  public static final int NUMBER = 1;

  /** The name of the member that states the version. */
  public static final String MEMBER = "demarche";

  /** The name of the member that states the schema, for editors. */
  public static final String SCHEMA_MEMBER = "$schema";

  private FormatVersion() {}

  /** Reads the version of a dossier, and notes a problem if it is unknown. */
  static void read(TokenReader in) {
    read(in, "a dossier");
  }

  /**
   * Reads the version, and notes a problem if it is unknown.
   *
   * @param what what the document is, with its article
   */
  public static void read(TokenReader in, String what) {
    if (in.token() != JsonToken.VALUE_NUMBER_INT) {
      in.wrongType("the version of the format", "1");
      return;
    }
    String version = in.text();
    if (!version.equals(String.valueOf(NUMBER))) {
      in.refuseFile();
      boolean newer = !version.startsWith("-") && !version.equals("0");
      in.problem(
          Problem.Code.BAD_VALUE,
          version,
          "demarche: this is "
              + what
              + " of format version "
              + ValueInMessage.abridged(version)
              + "; this library reads version "
              + NUMBER
              + (newer ? ", a newer release is needed" : ""));
    }
  }
}

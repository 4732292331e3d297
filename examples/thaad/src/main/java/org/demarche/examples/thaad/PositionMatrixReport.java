package org.demarche.examples.thaad;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;

/**
 * Prints the positions of Seoul and Beijing on THAAD and the three nos at four dates, followed by
 * three of these positions with their evidence.
 *
 * <pre>{@code
 * mvn -q compile exec:java -pl examples/thaad -am
 * }</pre>
 */
public final class PositionMatrixReport {
  private static final String[] PROPOSITIONS = {
    "deployment",
    "additional-thaad",
    "join-us-md",
    "trilateral-alliance",
    "three-nos",
    "3n-promise",
    "3n-only-position",
    "3n-agreement",
    "harms-prc-security",
    "surveils-china",
    "negotiable",
    "sovereign-matter",
    "self-defence",
    "row-settled",
    "normalise-relations",
    "not-an-obstacle"
  };

  private static final String[] DATES = {"2015-02-04", "2017-10-31", "2017-11-24", "2022-08-11"};

  private PositionMatrixReport() {}

  /**
   * Prints the matrix and the three positions.
   *
   * @param args nothing for the dossier of this example; or the path of another dossier with the
   *     same parties and propositions
   */
  public static void main(String[] args) {
    Dossier dossier = args.length == 0 ? ThaadDossier.read() : Dossiers.read(Path.of(args[0]));
    // Not every platform's default character set contains the marks in the table.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(report(Tracker.of(dossier)));
  }

  /** Returns the matrix and the three positions as text. */
  static String report(Tracker tracker) {
    Tracker then = tracker.asOf("2017-11-24");
    Tracker now = tracker.asOf("2022-08-11");
    return String.join(
        "\n\n",
        tracker.matrix("rok", "prc").on(PROPOSITIONS).at(DATES).print(),
        then.position("rok", "additional-thaad").print(),
        now.position("rok", "additional-thaad").print(),
        now.position("prc", "three-nos").print());
  }
}

package org.demarche.examples.thaad;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;

/**
 * The main job: where Seoul and Beijing stood on THAAD and the three nos, at four dates; then three
 * of the positions in full, each with its evidence.
 *
 * <pre>{@code
 * mvn -q compile exec:java -pl examples/thaad -am
 * }</pre>
 */
public final class PositionMatrix {
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

  private PositionMatrix() {}

  /**
   * Prints the matrix and the three positions.
   *
   * @param args none for the dossier of this example, or the path of another that has its parties
   *     and propositions
   */
  public static void main(String[] args) {
    Dossier dossier = args.length == 0 ? Thaad.dossier() : Dossiers.read(Path.of(args[0]));
    // The signs are not in every platform's own character set.
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(report(Tracker.of(dossier)));
  }

  static String report(Tracker tracker) {
    Tracker then = tracker.asOf("2017-11-24");
    Tracker now = tracker.asOf("2022-08-11");
    return String.join(
        "\n\n",
        tracker.matrix("rok", "prc").on(PROPOSITIONS).at(DATES).toString(),
        then.position("rok", "additional-thaad").toString(),
        now.position("rok", "additional-thaad").toString(),
        now.position("prc", "three-nos").toString());
  }
}

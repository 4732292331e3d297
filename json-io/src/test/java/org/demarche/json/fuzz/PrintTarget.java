package org.demarche.json.fuzz;

import java.util.List;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/**
 * Prints a dossier of hostile texts in every form: it is refused, or nothing of what is printed
 * acts on a terminal or hides what is read; and it reads as it was written.
 */
public final class PrintTarget {
  private PrintTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    List<String> texts = HostileText.in(input, 0);
    Dossier dossier;
    try {
      dossier = HostileDossier.with(texts);
    } catch (InvalidDossierException refused) {
      refused.problems().forEach(Printed::requireMessage);
      return;
    } catch (IllegalArgumentException refused) {
      Printed.requireMessage(refused);
      return;
    }
    if (!Dossiers.parse(Dossiers.format(dossier)).equals(dossier)) {
      throw new AssertionError("what was written reads otherwise: " + texts);
    }
    PrintedForms.of(dossier).forEach(Printed::requireSafe);
  }
}

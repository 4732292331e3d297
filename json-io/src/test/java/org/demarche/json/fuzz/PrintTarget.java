package org.demarche.json.fuzz;

import java.util.List;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.text.Printable;

/**
 * Prints a dossier of hostile texts in every form: it is refused, or nothing of what is printed
 * acts on a terminal or hides what is read; and it reads as it was written. The first byte of an
 * input says which things are printed.
 */
public final class PrintTarget {
  /** The number of things that one input prints, of some hundred. */
  private static final int AT_ONCE = 3;

  private PrintTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    List<String> texts = HostileText.in(input, 1);
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
    List<Printable> all = PrintedForms.printables(dossier);
    int first = Byte.toUnsignedInt(input[0]);
    for (int i = 0; i < AT_ONCE; i++) {
      Printable printable = all.get((first + i * all.size() / AT_ONCE) % all.size());
      PrintedForms.of(printable).forEach(Printed::requireSafe);
    }
  }
}

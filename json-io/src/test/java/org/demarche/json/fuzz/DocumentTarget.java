package org.demarche.json.fuzz;

import java.io.ByteArrayInputStream;
import org.demarche.json.DossierReader;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/**
 * Any bytes as a document: read, or refused with problems; what is read is written and read back.
 */
public final class DocumentTarget {
  private static final DossierReader READER = Dossiers.reader().maxBytes(1 << 20);

  private DocumentTarget() {}

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    Dossier dossier;
    try {
      dossier = READER.read(new ByteArrayInputStream(input), "fuzzed.json");
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
      return;
    } catch (java.io.UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, input);
      return;
    }
    if (!Dossiers.parse(Dossiers.format(dossier)).equals(dossier)) {
      throw new AssertionError("what was written reads otherwise");
    }
  }
}

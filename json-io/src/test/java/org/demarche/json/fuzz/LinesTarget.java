package org.demarche.json.fuzz;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import org.demarche.json.DossierReader;
import org.demarche.json.Dossiers;
import org.demarche.model.InvalidDossierException;

/** Any bytes as lines: read, or refused with problems, each placed. */
public final class LinesTarget {
  private static final DossierReader READER = Dossiers.reader().maxBytes(1 << 20);

  private LinesTarget() {}

  /** Tries one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    try {
      READER.read(new ByteArrayInputStream(input), "fuzzed.jsonl");
    } catch (InvalidDossierException refused) {
      Refusals.requireReport(refused);
    } catch (UncheckedIOException damaged) {
      Refusals.requireGzip(damaged, input);
    }
  }
}

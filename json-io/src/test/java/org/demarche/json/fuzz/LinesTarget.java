package org.demarche.json.fuzz;

import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import org.demarche.json.DossierReader;
import org.demarche.json.Dossiers;
import org.demarche.model.InvalidDossierException;

/** Reads any bytes as lines: they are accepted, or refused with located problems. */
public final class LinesTarget {
  private static final DossierReader READER = Dossiers.reader().maxBytes(1 << 20);

  private LinesTarget() {}

  /** Runs one input. */
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

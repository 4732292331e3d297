package org.demarche.json.fuzz;

import com.google.common.collect.ImmutableList;
import java.io.ByteArrayInputStream;
import org.demarche.json.DossierReader;
import org.demarche.json.Dossiers;
import org.demarche.json.SampleDossiers;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;

/** Reads any bytes as a document: it is accepted, and then written and read back, or refused. */
public final class DocumentTarget {
  private static final DossierReader READER = Dossiers.reader().maxBytes(1 << 20);

  private static final Alterations ALTERATIONS =
      Alterations.ofJson(ImmutableList.of(Dossiers.format(SampleDossiers.completeDossier())));

  private DocumentTarget() {}

  /** Runs one input. */
  public static void fuzzerTestOneInput(byte[] given) {
    byte[] input = ALTERATIONS.apply(given);
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

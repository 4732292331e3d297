package org.demarche.examples.thaad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;

/**
 * The dossier of this example: 89 claims from five news articles published in 2015, 2017 and 2022.
 *
 * <pre>{@code
 * Tracker thaad = Tracker.of(ThaadDossier.read());
 * }</pre>
 */
public final class ThaadDossier {
  private static final String FILE = "thaad.json";

  private ThaadDossier() {}

  /**
   * Reads the dossier of this example.
   *
   * @return the dossier
   */
  public static Dossier read() {
    try (InputStream in = ThaadDossier.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path or module path");
      }
      return Dossiers.read(in, FILE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

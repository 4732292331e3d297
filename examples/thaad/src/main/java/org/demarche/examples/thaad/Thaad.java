package org.demarche.examples.thaad;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;

/**
 * The dossier of this example: 89 claims from five articles of 2015, 2017 and 2022.
 *
 * <pre>{@code
 * Tracker thaad = Tracker.of(Thaad.dossier());
 * }</pre>
 */
public final class Thaad {
  private static final String FILE = "thaad.json";

  private Thaad() {}

  /** Reads the dossier that comes with this example. */
  public static Dossier dossier() {
    try (InputStream in = Thaad.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path or module path");
      }
      return Dossiers.read(in, FILE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

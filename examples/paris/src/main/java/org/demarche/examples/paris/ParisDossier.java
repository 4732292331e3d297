package org.demarche.examples.paris;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;

/**
 * The dossier of this example: 122 claims from 79 texts about the Paris Agreement, published from
 * 2014 to 2025.
 *
 * <pre>{@code
 * Tracker paris = Tracker.of(ParisDossier.read());
 * }</pre>
 */
public final class ParisDossier {
  private static final String FILE = "paris.json";

  private ParisDossier() {}

  /**
   * Reads the dossier of this example.
   *
   * @return the dossier
   */
  public static Dossier read() {
    try (InputStream in = ParisDossier.class.getResourceAsStream("/" + FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is not on the class path or module path");
      }
      return Dossiers.read(in, FILE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package org.demarche.examples.spark;

import java.nio.file.Path;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;

/** The dossiers of other examples, read from their files. */
final class ExampleDossiers {
  private ExampleDossiers() {}

  /** Returns 89 claims on the THAAD dispute. */
  static Dossier thaad() {
    return read("thaad");
  }

  /** Returns 122 claims on the Paris Agreement. */
  static Dossier paris() {
    return read("paris");
  }

  private static Dossier read(String example) {
    return Dossiers.read(Path.of("..", example, "src", "main", "resources", example + ".json"));
  }
}

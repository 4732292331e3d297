package org.demarche.examples.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.demarche.model.Dossier;

/** A record that benchmarks ask, by the name it has as their parameter. */
sealed interface Sample {
  /** It as a dossier. */
  Dossier dossier();

  /** It as peers are given it. */
  Flat flat();

  /**
   * A record.
   *
   * @param name how many claims are made up, or {@code un}
   */
  static Sample of(String name) {
    return name.equals("un") ? new Votes() : new Imagined(MadeUp.of(Integer.parseInt(name)));
  }

  /** The votes of the UN General Assembly. */
  record Votes() implements Sample {
    @Override
    public Dossier dossier() {
      return Assembly.dossier();
    }

    @Override
    public Flat flat() {
      Dossier votes = dossier();
      return Flat.of(
          Stream.of(votes.sources(), votes.actors(), votes.propositions(), votes.claims())
              .flatMap(records -> records.stream()));
    }
  }

  /** One made up by chance. */
  record Imagined(MadeUp record) implements Sample {
    @Override
    public Dossier dossier() {
      return record.dossier();
    }

    @Override
    public Flat flat() {
      Path file = Path.of(record.file() + ".flat");
      if (!Files.exists(file)) {
        Flat.of(record.items()).write(file);
      }
      return Flat.read(file);
    }
  }
}

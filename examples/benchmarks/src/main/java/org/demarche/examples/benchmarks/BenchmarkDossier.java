package org.demarche.examples.benchmarks;

import java.util.stream.Stream;
import org.demarche.model.Dossier;

/** A dossier that benchmarks use, selected by the value of their parameter {@code claims}. */
sealed interface BenchmarkDossier {
  /** Returns the dossier. */
  Dossier dossier();

  /** Returns the dossier in the form that peers receive. */
  FlatDossier flat();

  /**
   * Returns the dossier with the given name.
   *
   * @param name the number of generated claims, or {@code un} for the votes of the UN
   */
  static BenchmarkDossier of(String name) {
    return name.equals("un")
        ? new UnVotes()
        : new Generated(GeneratedDossier.of(Integer.parseInt(name)));
  }

  /** The dossier of votes of the UN General Assembly. */
  record UnVotes() implements BenchmarkDossier {
    @Override
    public Dossier dossier() {
      return UnVotesDossier.read();
    }

    @Override
    public FlatDossier flat() {
      Dossier votes = dossier();
      return FlatDossier.of(
          Stream.of(votes.sources(), votes.actors(), votes.propositions(), votes.claims())
              .flatMap(records -> records.stream()));
    }
  }

  /** A generated dossier. */
  record Generated(GeneratedDossier generated) implements BenchmarkDossier {
    @Override
    public Dossier dossier() {
      return generated.dossier();
    }

    @Override
    public FlatDossier flat() {
      return FlatDossier.read(
          generated.written("flat", file -> FlatDossier.of(generated.records()).write(file)));
    }
  }
}

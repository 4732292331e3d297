package org.demarche.examples.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.demarche.Tracker;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Times adding one claim to a tracker. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlusBenchmark {
  /** A dossier of one new claim, with the records to which it refers. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class OneMoreClaim {
    Dossier dossier;

    /** Copies the last claim on a proposition without parts, under a new id. */
    @Setup
    public void build(LibraryUnderTest library) {
      Dossier existing = library.tracker.dossier();
      Claim claim =
          existing.claims().reverse().stream()
              .filter(c -> existing.proposition(c.proposition()).orElseThrow().parts().isEmpty())
              .findFirst()
              .orElseThrow();
      List<Source> sources =
          claim.evidence().stream()
              .map(evidence -> existing.source(evidence.source()).orElseThrow())
              .distinct()
              .toList();
      Map<String, Actor> actors = new LinkedHashMap<>();
      claim.speakers().forEach(id -> add(id, existing, actors));
      claim.principals().forEach(id -> add(id, existing, actors));
      claim.evidence().forEach(piece -> piece.via().forEach(id -> add(id, existing, actors)));
      sources.forEach(source -> add(source.outlet(), existing, actors));
      dossier =
          Dossier.builder()
              .addAllActors(actors.values())
              .addPropositions(existing.proposition(claim.proposition()).orElseThrow())
              .addAllSources(sources)
              .addClaims(Claim.builder().from(claim).id("one-more").build())
              .build();
    }

    /** Adds an actor with everyone to whom the actor belongs, and the heads of a state. */
    private static void add(String id, Dossier existing, Map<String, Actor> actors) {
      Actor actor = existing.actor(id).orElseThrow();
      if (actors.putIfAbsent(id, actor) == null) {
        actor.of().ifPresent(of -> add(of, existing, actors));
        actor.terms().forEach(term -> add(term.head(), existing, actors));
      }
    }
  }

  /** Times building the Tracker of the merged dossier. */
  @Benchmark
  public Tracker plus(LibraryUnderTest library, OneMoreClaim addition) {
    return library.tracker.plus(addition.dossier);
  }
}

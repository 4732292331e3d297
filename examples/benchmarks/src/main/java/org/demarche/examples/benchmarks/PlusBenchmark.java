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

/** One claim more. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlusBenchmark {
  /** A dossier of one claim that the record has not, with what it refers to. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class More {
    Dossier one;

    /** Takes the last claim on a proposition without parts under another id. */
    @Setup
    public void make(Ours ours) {
      Dossier record = ours.tracker.dossier();
      Claim claim =
          record.claims().reverse().stream()
              .filter(c -> record.proposition(c.proposition()).orElseThrow().parts().isEmpty())
              .findFirst()
              .orElseThrow();
      List<Source> sources =
          claim.evidence().stream()
              .map(evidence -> record.source(evidence.source()).orElseThrow())
              .distinct()
              .toList();
      Map<String, Actor> actors = new LinkedHashMap<>();
      claim.speakers().forEach(id -> add(id, record, actors));
      claim.principals().forEach(id -> add(id, record, actors));
      claim.evidence().forEach(piece -> piece.via().forEach(id -> add(id, record, actors)));
      sources.forEach(source -> add(source.outlet(), record, actors));
      one =
          Dossier.builder()
              .addAllActors(actors.values())
              .addPropositions(record.proposition(claim.proposition()).orElseThrow())
              .addAllSources(sources)
              .addClaims(Claim.builder().from(claim).id("one-more").build())
              .build();
    }

    /** Adds an actor with all to whom he belongs, and the heads of a state. */
    private static void add(String id, Dossier record, Map<String, Actor> actors) {
      Actor actor = record.actor(id).orElseThrow();
      if (actors.putIfAbsent(id, actor) == null) {
        actor.of().ifPresent(of -> add(of, record, actors));
        actor.terms().forEach(term -> add(term.head(), record, actors));
      }
    }
  }

  /** The Tracker of both. */
  @Benchmark
  public Tracker plus(Ours ours, More more) {
    return ours.tracker.plus(more.one);
  }
}

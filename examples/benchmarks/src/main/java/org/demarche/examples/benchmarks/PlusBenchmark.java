package org.demarche.examples.benchmarks;

import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.demarche.Tracker;
import org.demarche.json.Dossiers;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Times adding claims to a tracker. */
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PlusBenchmark {
  /** One claim and everything to which it refers. */
  private record Addition(Dossier dossier) {
    /** Returns the records that may be new: the claim and its sources. */
    Iterable<DossierRecord> records() {
      return Iterables.concat(dossier.sources(), dossier.claims());
    }
  }

  /** Ten thousand more claims, and a tracker to which they are added one after another. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class MoreClaims {
    private List<Addition> additions;
    private Tracker grown;
    private int added;

    /** Reads the claims. */
    @Setup
    public void read(LibraryUnderTest library) throws IOException {
      try (Stream<String> lines =
          Files.lines(GeneratedDossier.of(Integer.parseInt(library.claims)).moreClaimsOneByOne())) {
        additions = lines.map(line -> new Addition(Dossiers.parse(line))).toList();
      }
      grown = library.tracker;
    }

    /** Returns the next claim; after the last, adding starts again with the first. */
    private Addition next(LibraryUnderTest library) {
      if (added == additions.size()) {
        added = 0;
        grown = library.tracker;
      }
      return additions.get(added++);
    }
  }

  /** Times adding one claim, each to the tracker that the claims before it gave. */
  @Benchmark
  @BenchmarkMode(Mode.SampleTime)
  public Tracker plus(LibraryUnderTest library, MoreClaims more) {
    Addition addition = more.next(library);
    more.grown = more.grown.plus(addition.records());
    return more.grown;
  }

  /** Ten thousand more claims in one dossier. */
  @State(Scope.Benchmark)
  @SuppressWarnings("NullAway.Init") // filled by JMH
  public static class ManyMore {
    private Dossier dossier;

    /** Reads the claims. */
    @Setup
    public void read(LibraryUnderTest library) {
      dossier = Dossiers.read(GeneratedDossier.of(Integer.parseInt(library.claims)).moreClaims());
    }
  }

  /** Times adding ten thousand claims at once. */
  @Benchmark
  @BenchmarkMode(Mode.AverageTime)
  public Tracker plusTenThousand(LibraryUnderTest library, ManyMore more) {
    return library.tracker.plus(more.dossier);
  }
}

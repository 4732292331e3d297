package org.demarche.examples.benchmarks;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.demarche.examples.benchmarks.BenchmarkPeer.SearchTerms;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Times a search for claims by five search. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClaimsBenchmark {
  private static final Force[] FORCES = Force.values();
  private static final Stance[] STANCES = Stance.values();

  /** Times a search by principal, force, stance, proposition and dates. */
  @Benchmark
  public int claims(LibraryUnderTest library) {
    SearchTerms search = library.nextSearch();
    return library
        .tracker
        .claims()
        .principal(library.flat.principals().get(search.principal()))
        .force(FORCES[search.force()])
        .stance(STANCES[search.stance()])
        .on(library.flat.propositions().get(search.proposition()))
        .between(day(search.first()), day(search.last()))
        .count();
  }

  private static String day(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** Times the same search with a peer. */
  @Benchmark
  public int[] peerClaims(PeerUnderTest peerUnderTest) {
    return peerUnderTest.system.claims(peerUnderTest.nextSearch());
  }
}

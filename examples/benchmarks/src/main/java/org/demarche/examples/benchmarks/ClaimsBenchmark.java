package org.demarche.examples.benchmarks;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.demarche.examples.benchmarks.BenchmarkPeer.SearchTerms;
import org.demarche.model.Claim;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.demarche.text.Style;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Times a search for claims by five terms, and lists of claims. */
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

  /** Times the list of all claims. */
  @Benchmark
  public List<Claim> listOfAll(LibraryUnderTest library) {
    return library.tracker.claims().list();
  }

  /** Times the page of all claims, of which forty are printed. */
  @Benchmark
  public String pageOfForty(LibraryUnderTest library) {
    return library.tracker.claims().page().print(Style.standard());
  }

  /** Times the list of all claims of one party. */
  @Benchmark
  public List<Claim> listOfParty(LibraryUnderTest library) {
    return library.tracker.claims().party(library.next().party()).list();
  }

  /** Times the list of all claims from one source. */
  @Benchmark
  public List<Claim> listOfSource(LibraryUnderTest library) {
    return library.tracker.claims().source(library.nextSource()).list();
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

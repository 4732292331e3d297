package org.demarche.examples.benchmarks;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.demarche.examples.benchmarks.Peer.Terms;
import org.demarche.model.Force;
import org.demarche.model.Stance;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Claims that fit five terms. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ClaimsBenchmark {
  private static final Force[] FORCES = Force.values();
  private static final Stance[] STANCES = Stance.values();

  /** By principal, force, stance, proposition and dates. */
  @Benchmark
  public int claims(Ours ours) {
    Terms terms = ours.nextTerms();
    return ours.tracker
        .claims()
        .principal(ours.flat.principals().get(terms.principal()))
        .force(FORCES[terms.force()])
        .stance(STANCES[terms.stance()])
        .on(ours.flat.propositions().get(terms.proposition()))
        .between(day(terms.first()), day(terms.last()))
        .count();
  }

  private static String day(int day) {
    return LocalDate.ofEpochDay(day).toString();
  }

  /** The same by a peer. */
  @Benchmark
  public int[] bareClaims(Theirs theirs) {
    return theirs.asked.claims(theirs.nextTerms());
  }
}

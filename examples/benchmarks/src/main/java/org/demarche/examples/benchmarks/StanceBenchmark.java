package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.model.ActorKind;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Where a government stood on a proposition, in a word and with its evidence. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StanceBenchmark {
  /** In a word, as of a date. */
  @Benchmark
  public PositionOutcome stance(Ours ours) {
    Ours.Question asked = ours.next();
    return ours.then.get(asked.date()).outcome(asked.party(), asked.proposition());
  }

  /** In a word, as of a date and as far as was known on it. */
  @Benchmark
  public PositionOutcome stanceKnownAt(Ours ours) {
    Ours.Question asked = ours.next();
    return ours.thenKnown.get(asked.date()).outcome(asked.party(), asked.proposition());
  }

  /** In a word, the narrowing to the date included. */
  @Benchmark
  public PositionOutcome stanceNarrowed(Ours ours) {
    Ours.Question asked = ours.next();
    return ours.tracker
        .asOf(ours.questions.dates().get(asked.date()))
        .outcome(asked.party(), asked.proposition());
  }

  /** In a word, in the cells with most claims. */
  @Benchmark
  public PositionOutcome stanceCrowded(Ours ours) {
    Ours.Question asked = ours.nextCrowded();
    return ours.then.get(asked.date()).outcome(asked.party(), asked.proposition());
  }

  /** In a word, without one source. */
  @Benchmark
  public PositionOutcome stanceWithout(Ours ours) {
    Ours.Question asked = ours.next();
    return ours.thenWithout.get(asked.date()).outcome(asked.party(), asked.proposition());
  }

  /** In a word, all governments on all propositions. */
  @Benchmark
  public StanceGrid stances(Ours ours) {
    return ours.then.get(ours.next(ours.then.size())).stanceGrid(ActorKind.STATE);
  }

  /** With its evidence, as of a date. */
  @Benchmark
  public Position position(Ours ours) {
    Ours.Question asked = ours.next();
    return ours.then.get(asked.date()).position(asked.party(), asked.proposition());
  }

  /** With its evidence, as of a date and as far as was known on it. */
  @Benchmark
  public Position positionKnownAt(Ours ours) {
    Ours.Question asked = ours.next();
    return ours.thenKnown.get(asked.date()).position(asked.party(), asked.proposition());
  }

  /** With its evidence, in the cells with most claims. */
  @Benchmark
  public Position positionCrowded(Ours ours) {
    Ours.Question asked = ours.nextCrowded();
    return ours.then.get(asked.date()).position(asked.party(), asked.proposition());
  }

  /** The bare stance of a peer. */
  @Benchmark
  public int bare(Theirs theirs) {
    Theirs.Question asked = theirs.next();
    return theirs.asked.stance(asked.party(), asked.proposition(), asked.day());
  }

  /** The bare stance of a peer, as far as was known. */
  @Benchmark
  public int bareKnownAt(Theirs theirs) {
    Theirs.Question asked = theirs.next();
    return theirs.asked.stance(asked.party(), asked.proposition(), asked.day(), asked.day());
  }

  /** The bare stance of a peer in the cells with most claims. */
  @Benchmark
  public int bareCrowded(Theirs theirs) {
    Theirs.Question asked = theirs.nextCrowded();
    return theirs.asked.stance(asked.party(), asked.proposition(), asked.day());
  }

  /** All bare stances of a peer. */
  @Benchmark
  public int[] bareStances(Theirs theirs) {
    return theirs.asked.stances(theirs.day(theirs.next(16)));
  }
}

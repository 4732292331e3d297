package org.demarche.examples.benchmarks;

import java.util.concurrent.TimeUnit;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.StanceGrid;
import org.demarche.model.ActorKind;
import org.demarche.text.Style;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** Times the position of a government on a proposition: its outcome, and in full with evidence. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class StanceBenchmark {
  /** Times the outcome as of a date. */
  @Benchmark
  public PositionOutcome stance(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.next();
    return library.asOf.get(question.date()).outcome(question.party(), question.proposition());
  }

  /** Times the outcome as of a date, as known at that date. */
  @Benchmark
  public PositionOutcome stanceKnownAt(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.next();
    return library.asKnownAt.get(question.date()).outcome(question.party(), question.proposition());
  }

  /** Times the outcome as of a date, including the time to narrow the tracker. */
  @Benchmark
  public PositionOutcome stanceAfterNarrowing(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.next();
    return library
        .tracker
        .asOf(library.questions.dates().get(question.date()))
        .outcome(question.party(), question.proposition());
  }

  /** Times the outcome for the parties and propositions with the most claims. */
  @Benchmark
  public PositionOutcome stanceWithManyClaims(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.nextWithManyClaims();
    return library.asOf.get(question.date()).outcome(question.party(), question.proposition());
  }

  /** Times the outcome as of a date, without one source. */
  @Benchmark
  public PositionOutcome stanceWithoutSource(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.next();
    return library
        .withoutSource
        .get(question.date())
        .outcome(question.party(), question.proposition());
  }

  /** Times the outcomes of all governments on all propositions. */
  @Benchmark
  public StanceGrid stances(LibraryUnderTest library) {
    return library.asOf.get(library.next(library.asOf.size())).stanceGrid(ActorKind.STATE);
  }

  /** Times the full position as of a date. */
  @Benchmark
  public Position position(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.next();
    return library.asOf.get(question.date()).position(question.party(), question.proposition());
  }

  /** Times the full position as of a date, as known at that date. */
  @Benchmark
  public Position positionKnownAt(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.next();
    return library
        .asKnownAt
        .get(question.date())
        .position(question.party(), question.proposition());
  }

  /** Times the full position for the parties and propositions with the most claims. */
  @Benchmark
  public Position positionWithManyClaims(LibraryUnderTest library) {
    LibraryUnderTest.Question question = library.nextWithManyClaims();
    return library.asOf.get(question.date()).position(question.party(), question.proposition());
  }

  /** Times the full position as of a date, and its page as text. */
  @Benchmark
  public String printedPosition(LibraryUnderTest library) {
    return position(library).page().print(Style.standard());
  }

  /** Times the bare stance with a peer. */
  @Benchmark
  public int peerStance(PeerUnderTest peerUnderTest) {
    PeerUnderTest.Question question = peerUnderTest.next();
    return peerUnderTest.system.stance(question.party(), question.proposition(), question.day());
  }

  /** Times the bare stance with a peer, as known at the date. */
  @Benchmark
  public int peerStanceKnownAt(PeerUnderTest peerUnderTest) {
    PeerUnderTest.Question question = peerUnderTest.next();
    return peerUnderTest.system.stance(
        question.party(), question.proposition(), question.day(), question.day());
  }

  /** Times the bare stance with a peer, for the parties and propositions with the most claims. */
  @Benchmark
  public int peerStanceWithManyClaims(PeerUnderTest peerUnderTest) {
    PeerUnderTest.Question question = peerUnderTest.nextWithManyClaims();
    return peerUnderTest.system.stance(question.party(), question.proposition(), question.day());
  }

  /** Times all bare stances with a peer. */
  @Benchmark
  public int[] peerStances(PeerUnderTest peerUnderTest) {
    return peerUnderTest.system.stances(peerUnderTest.day(peerUnderTest.next(16)));
  }
}

package org.demarche.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.examples.benchmarks.BenchmarkPeer.SearchTerms;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyAndProposition;
import org.demarche.model.Source;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The library with an indexed dossier, and the questions to ask, with ids as a user types them. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // filled by JMH
public class LibraryUnderTest {
  /** The number of claims, or {@code un}. */
  @Param("10000")
  public String claims;

  Tracker tracker;
  List<Tracker> asOf = new ArrayList<>();
  List<Tracker> asKnownAt = new ArrayList<>();
  List<Tracker> withoutSource = new ArrayList<>();
  BenchmarkQuestions questions;
  FlatDossier flat;
  private static final int QUESTIONS_ON_SOURCES = 4096;
  private int cursor;

  /** A question about a party and a proposition, as of the date with the given number. */
  record Question(String party, String proposition, int date) {}

  private Question[] typical;
  private Question[] withManyClaims;

  /** Reads and indexes the dossier, and draws the questions. */
  @Setup
  public void setUp() {
    BenchmarkDossier source = BenchmarkDossier.of(claims);
    flat = source.flat();
    questions = BenchmarkQuestions.of(flat);
    tracker = Tracker.of(source.dossier());
    for (var date : questions.dates()) {
      asOf.add(tracker.asOf(date));
      asKnownAt.add(tracker.asOf(date).knownAt(date));
      withoutSource.add(tracker.asOf(date).without(tracker.dossier().sources().get(0).id()));
    }
    typical = withIds(questions.typical());
    withManyClaims = withIds(questions.withManyClaims());
    flat =
        new FlatDossier(
            flat.parties(), flat.propositions(), flat.principals(), List.of(), List.of());
  }

  private Question[] withIds(List<PartyAndProposition> numbers) {
    Question[] ids = new Question[numbers.size()];
    for (int i = 0; i < ids.length; i++) {
      PartyAndProposition pair = numbers.get(i);
      ids[i] =
          new Question(
              flat.parties().get(pair.party()),
              flat.propositions().get(pair.proposition()),
              i % asOf.size());
    }
    return ids;
  }

  /** Returns the next question about a party and proposition with a typical number of claims. */
  Question next() {
    cursor = (cursor + 1) % typical.length;
    return typical[cursor];
  }

  /**
   * Returns the next question about one of the ten pairs with the most claims, at each date in
   * turn.
   */
  Question nextWithManyClaims() {
    cursor = (cursor + 1) % (withManyClaims.length * asOf.size());
    Question question = withManyClaims[cursor % withManyClaims.length];
    return new Question(question.party(), question.proposition(), cursor / withManyClaims.length);
  }

  /** Returns the next number below a bound, and 0 after the last. */
  int next(int bound) {
    cursor = (cursor + 1) % bound;
    return cursor;
  }

  /** Returns the id of the next source. */
  String nextSource() {
    List<Source> sources = tracker.dossier().sources();
    return sources.get((int) (next(QUESTIONS_ON_SOURCES) * 7919L % sources.size())).id();
  }

  /** Returns the number of the next proposition. */
  int nextProposition() {
    return questions.propositions().get(next(questions.propositions().size()));
  }

  /** Returns the terms of the next search. */
  SearchTerms nextSearch() {
    return questions.searches().get(next(questions.searches().size()));
  }
}

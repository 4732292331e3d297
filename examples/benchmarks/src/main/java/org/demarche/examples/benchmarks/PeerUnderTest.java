package org.demarche.examples.benchmarks;

import java.util.List;
import org.demarche.examples.benchmarks.BenchmarkPeer.SearchTerms;
import org.demarche.examples.benchmarks.BenchmarkQuestions.PartyAndProposition;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A peer that holds the same dossier, and the same questions in numbers instead of ids. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // filled by JMH
public class PeerUnderTest {
  /** The number of claims, or {@code un}. */
  @Param("10000")
  public String claims;

  /** The name of the peer. */
  @Param({"sqlite", "h2", "duckdb", "cqengine", "tablesaw", "streams", "floor"})
  public String peer;

  BenchmarkPeer system;
  BenchmarkQuestions questions;
  private Question[] typical;
  private Question[] withManyClaims;
  private int[] days;
  private int cursor;

  /** A question about a party and a proposition as of a day. */
  record Question(int party, int proposition, int day) {}

  /** Loads the dossier into the peer, and draws the questions. */
  @Setup
  public void setUp() {
    FlatDossier flat = BenchmarkDossier.of(claims).flat();
    system = BenchmarkPeer.of(peer, flat);
    questions = BenchmarkQuestions.of(flat);
    days = questions.dates().stream().mapToInt(FlatDossier::day).toArray();
    typical = onDays(questions.typical());
    withManyClaims = onDays(questions.withManyClaims());
  }

  private Question[] onDays(List<PartyAndProposition> pairs) {
    Question[] numbers = new Question[pairs.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] =
          new Question(pairs.get(i).party(), pairs.get(i).proposition(), days[i % days.length]);
    }
    return numbers;
  }

  /** Closes the peer. */
  @TearDown
  public void close() {
    system.close();
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
    cursor = (cursor + 1) % (withManyClaims.length * days.length);
    Question question = withManyClaims[cursor % withManyClaims.length];
    return new Question(
        question.party(), question.proposition(), days[cursor / withManyClaims.length]);
  }

  /** Returns the next number below a bound, and 0 after the last. */
  int next(int bound) {
    cursor = (cursor + 1) % bound;
    return cursor;
  }

  /** Returns the day of the date with the given number, modulo the number of dates. */
  int day(int date) {
    return days[date % days.length];
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

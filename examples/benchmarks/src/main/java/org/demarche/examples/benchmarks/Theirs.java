package org.demarche.examples.benchmarks;

import java.util.List;
import org.demarche.examples.benchmarks.Peer.Terms;
import org.demarche.examples.benchmarks.Questions.Cell;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A peer that holds the same record, and the same questions by number. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // filled by JMH
public class Theirs {
  /** How many claims, or {@code un}. */
  @Param("10000")
  public String claims;

  /** Which one. */
  @Param({"sqlite", "h2", "duckdb", "cqengine", "tablesaw", "streams", "floor"})
  public String peer;

  Peer asked;
  Questions questions;
  private Question[] cells;
  private Question[] crowded;
  private int[] days;
  private int at;

  /** A party, a proposition and a day. */
  record Question(int party, int proposition, int day) {}

  /** Hands the record to the peer, and draws the questions. */
  @Setup
  public void open() {
    Flat flat = Sample.of(claims).flat();
    asked = Peer.of(peer, flat);
    questions = Questions.of(flat);
    days = questions.dates().stream().mapToInt(Flat::day).toArray();
    cells = asked(questions.cells());
    crowded = asked(questions.crowded());
  }

  private Question[] asked(List<Cell> asked) {
    Question[] numbers = new Question[asked.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = new Question(asked.get(i).party(), asked.get(i).other(), days[i % days.length]);
    }
    return numbers;
  }

  /** Closes the peer. */
  @TearDown
  public void close() {
    asked.close();
  }

  /** The next question about a cell of the usual size. */
  Question next() {
    at = (at + 1) % cells.length;
    return cells[at];
  }

  /** The next question about one of the ten greatest cells, at each date in turn. */
  Question nextCrowded() {
    at = (at + 1) % (crowded.length * days.length);
    Question cell = crowded[at % crowded.length];
    return new Question(cell.party(), cell.proposition(), days[at / crowded.length]);
  }

  /** The next number below some bound. */
  int next(int bound) {
    at = (at + 1) % bound;
    return at;
  }

  /** The day of a date by its number, counted round. */
  int day(int date) {
    return days[date % days.length];
  }

  /** The number of the next proposition. */
  int nextMatter() {
    return questions.matters().get(next(questions.matters().size()));
  }

  /** The next terms of a search. */
  Terms nextTerms() {
    return questions.terms().get(next(questions.terms().size()));
  }
}

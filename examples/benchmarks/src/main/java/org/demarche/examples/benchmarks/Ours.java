package org.demarche.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.demarche.Tracker;
import org.demarche.examples.benchmarks.Peer.Terms;
import org.demarche.examples.benchmarks.Questions.Cell;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The library with a record laid open, and questions in the ids that a user would type. */
@State(Scope.Benchmark)
@SuppressWarnings("NullAway.Init") // filled by JMH
public class Ours {
  /** How many claims, or {@code un}. */
  @Param("10000")
  public String claims;

  Tracker tracker;
  List<Tracker> then = new ArrayList<>();
  List<Tracker> thenKnown = new ArrayList<>();
  List<Tracker> thenWithout = new ArrayList<>();
  Questions questions;
  Flat flat;
  private int at;

  /** A party, a proposition, and the number of a date. */
  record Question(String party, String proposition, int date) {}

  private Question[] cells;
  private Question[] crowded;

  /** Reads and indexes the record, and draws the questions. */
  @Setup
  public void open() {
    Sample sample = Sample.of(claims);
    flat = sample.flat();
    questions = Questions.of(flat);
    tracker = Tracker.of(sample.dossier());
    for (var date : questions.dates()) {
      then.add(tracker.asOf(date));
      thenKnown.add(tracker.asOf(date).knownAt(date));
      thenWithout.add(tracker.asOf(date).without(tracker.dossier().sources().get(0).id()));
    }
    cells = asked(questions.cells());
    crowded = asked(questions.crowded());
    flat = new Flat(flat.parties(), flat.propositions(), flat.principals(), List.of(), List.of());
  }

  private Question[] asked(List<Cell> asked) {
    Question[] ids = new Question[asked.size()];
    for (int i = 0; i < ids.length; i++) {
      Cell cell = asked.get(i);
      ids[i] =
          new Question(
              flat.parties().get(cell.party()),
              flat.propositions().get(cell.other()),
              i % then.size());
    }
    return ids;
  }

  /** The next question about a cell of the usual size. */
  Question next() {
    at = (at + 1) % cells.length;
    return cells[at];
  }

  /** The next question about one of the ten greatest cells, at each date in turn. */
  Question nextCrowded() {
    at = (at + 1) % (crowded.length * then.size());
    Question cell = crowded[at % crowded.length];
    return new Question(cell.party(), cell.proposition(), at / crowded.length);
  }

  /** The next number below some bound. */
  int next(int bound) {
    at = (at + 1) % bound;
    return at;
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

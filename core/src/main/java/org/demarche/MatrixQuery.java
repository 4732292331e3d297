package org.demarche;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.lookup.IdLookup;

/**
 * A query for the positions of parties on some propositions, at some dates.
 *
 * <pre>{@code
 * tracker.matrix("rok", "prc").on("three-nos", "3n-promise").at("2017-11-24", "2022-08-11")
 * tracker.matrix("rok").onIssue("thaad-nature").at()     // as of the date of the Tracker
 * }</pre>
 */
public final class MatrixQuery {
  private final Tracker tracker;
  private final ImmutableList<String> parties;
  private final ImmutableSet<String> propositions;

  MatrixQuery(Tracker tracker, ImmutableList<String> parties) {
    this(tracker, parties, ImmutableSet.of());
  }

  private MatrixQuery(
      Tracker tracker, ImmutableList<String> parties, ImmutableSet<String> propositions) {
    this.tracker = tracker;
    this.parties = parties;
    this.propositions = propositions;
  }

  /**
   * Adds propositions, one per row.
   *
   * @param ids ids of propositions
   * @return the extended query
   * @throws IllegalArgumentException if an id is not in the dossier
   */
  public MatrixQuery on(String... ids) {
    for (String id : ids) {
      new IdLookup(tracker.dossier()).proposition(id);
    }
    return with(Arrays.asList(ids));
  }

  /**
   * Adds all propositions of some issues, by id.
   *
   * @param issues slugs of issues
   * @return the extended query
   * @throws IllegalArgumentException if no proposition of the dossier has an issue
   */
  public MatrixQuery onIssue(String... issues) {
    Set<String> added = new LinkedHashSet<>();
    for (String issue : issues) {
      added.addAll(new IdLookup(tracker.dossier()).issue(issue));
    }
    return with(added);
  }

  private MatrixQuery with(Iterable<String> more) {
    return new MatrixQuery(
        tracker, parties, ImmutableSet.copyOf(Iterables.concat(propositions, more)));
  }

  /**
   * Answers as of some dates, on the propositions that were added; default: all propositions of the
   * dossier.
   *
   * @param dates days, or months or years, which mean their last day; default: the date of the
   *     Tracker
   * @return the matrix, one column per date
   * @throws IllegalArgumentException if a text is not a date, or a date is later than an as-of date
   *     that was given to the Tracker, or occurs twice
   */
  public Matrix at(String... dates) {
    return at(
        dates.length == 0
            ? List.of(tracker)
            : Arrays.stream(dates).map(date -> tracker.asOf(date)).toList());
  }

  /**
   * Answers as of some days, on the propositions that were added; default: all propositions of the
   * dossier.
   *
   * @param day any day
   * @param more more days
   * @return the matrix, one column per day
   * @throws IllegalArgumentException if a day is later than an as-of date that was given to the
   *     Tracker, or occurs twice
   */
  public Matrix at(LocalDate day, LocalDate... more) {
    return at(Lists.asList(day, more).stream().map(tracker::asOf).toList());
  }

  private Matrix at(List<Tracker> columns) {
    Set<LocalDate> seen = new HashSet<>();
    for (Tracker column : columns) {
      if (!seen.add(column.viewpoint().asOf())) {
        throw new IllegalArgumentException(
            "a matrix has one column per date; " + column.viewpoint().asOf() + " is given twice");
      }
    }
    Set<String> rows = propositions;
    if (rows.isEmpty()) {
      rows = tracker.allPropositions();
    }
    List<String> titles = columns.stream().map(at -> at.viewpoint().asOf().toString()).toList();
    return matrix(tracker, parties, rows, columns, titles);
  }

  /** Returns the matrix of positions of parties on propositions, with one column per Tracker. */
  static Matrix matrix(
      Tracker tracker,
      List<String> parties,
      Set<String> propositions,
      List<Tracker> columns,
      List<String> titles) {
    List<Position> positions = new ArrayList<>();
    for (String party : parties) {
      for (String proposition : propositions) {
        columns.forEach(column -> positions.add(column.position(party, proposition)));
      }
    }
    return AnswerFactory.get()
        .matrix(
            parties,
            propositions,
            titles,
            columns.stream().map(Tracker::viewpoint).toList(),
            positions,
            tracker.dossier());
  }

  /** {@return the parties and propositions of the query, and how to complete it} */
  @Override
  public String toString() {
    return "Matrix of %s on %s; call at(…) for the answer"
        .formatted(
            String.join(" and ", parties),
            propositions.isEmpty() ? "all propositions" : String.join(", ", propositions));
  }
}

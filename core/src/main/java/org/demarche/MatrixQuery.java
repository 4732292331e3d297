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

/**
 * A matrix of positions being asked for: on which propositions, and at which dates.
 *
 * <pre>{@code
 * tracker.matrix("rok", "prc").on("three-nos", "3n-promise").at("2017-11-24", "2022-08-11")
 * tracker.matrix("rok").onIssue("thaad-nature").at()     // as of the Tracker's own date
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
   * Adds propositions, one a row.
   *
   * @throws IllegalArgumentException if one is not in the dossier
   */
  public MatrixQuery on(String... ids) {
    for (String id : ids) {
      tracker.dossier().ids().proposition(id);
    }
    return with(Arrays.asList(ids));
  }

  /**
   * Adds all propositions of some issues, by id.
   *
   * @throws IllegalArgumentException if the dossier has no proposition of an issue
   */
  public MatrixQuery onIssue(String... issues) {
    Set<String> added = new LinkedHashSet<>();
    for (String issue : issues) {
      added.addAll(tracker.dossier().ids().issue(issue));
    }
    return with(added);
  }

  private MatrixQuery with(Iterable<String> more) {
    return new MatrixQuery(
        tracker, parties, ImmutableSet.copyOf(Iterables.concat(propositions, more)));
  }

  /**
   * Answers, as of some dates; on all propositions of the dossier where none was named.
   *
   * @param dates days, or months or years, which mean their last day; none for the Tracker's own
   *     date
   * @throws IllegalArgumentException if one is no date, later than the as-of date that the Tracker
   *     was given, or given twice
   */
  public Matrix at(String... dates) {
    return at(
        dates.length == 0
            ? List.of(tracker)
            : Arrays.stream(dates).map(date -> tracker.asOf(date)).toList());
  }

  /**
   * Answers, as of some days; on all propositions of the dossier where none was named.
   *
   * @throws IllegalArgumentException if one is later than the as-of date that the Tracker was given
   */
  public Matrix at(LocalDate day, LocalDate... more) {
    return at(Lists.asList(day, more).stream().map(tracker::asOf).toList());
  }

  private Matrix at(List<Tracker> columns) {
    Set<LocalDate> seen = new HashSet<>();
    for (Tracker column : columns) {
      if (!seen.add(column.viewpoint().asOf())) {
        throw new IllegalArgumentException(
            "a matrix has one column a date; " + column.viewpoint().asOf() + " is given twice");
      }
    }
    Set<String> rows = propositions;
    if (rows.isEmpty()) {
      rows = tracker.allPropositions();
    }
    List<String> titles = columns.stream().map(at -> at.viewpoint().asOf().toString()).toList();
    return matrix(tracker, parties, rows, columns, titles);
  }

  /** The positions of parties on propositions, a Tracker a column. */
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
    return Matrix.builder()
        .parties(parties)
        .propositions(propositions)
        .columns(titles)
        .viewpoints(columns.stream().map(Tracker::viewpoint).toList())
        .positions(positions)
        .dossier(tracker.dossier())
        .build();
  }

  /** Returns what is asked so far, and how to go on. */
  @Override
  public String toString() {
    return "Matrix of %s on %s, not yet asked: at(…) gives it dates"
        .formatted(
            String.join(" and ", parties),
            propositions.isEmpty() ? "all propositions" : String.join(", ", propositions));
  }
}

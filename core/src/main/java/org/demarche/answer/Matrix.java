package org.demarche.answer;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.When;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The positions of several parties on several propositions at several dates, one table per party.
 *
 * <p>Signs, explained below the tables: † known only through the other side, ‡ implied through a
 * composite, ◊ inherited from an earlier administration, · no known position.
 *
 * <pre>{@code
 * Matrix matrix = tracker.matrix("rok", "prc").onIssue("three-nos-content").at("2017-11-24", "2022-08-11");
 * matrix.position("rok", "three-nos", "2022-08-11").cellText();   // UNCOMMITTED/REFUSE
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Matrix implements Answer {
  Matrix() {}

  /** {@return the ids of the parties, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<String> parties();

  /** {@return the ids of the propositions, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<String> propositions();

  /**
   * {@return the titles of the columns, in the order requested: dates, or administrations with
   * their last day}
   */
  @Value.Parameter
  public abstract ImmutableList<String> columns();

  /** {@return the viewpoints, one per column, in the order requested} */
  @Value.Parameter
  public abstract ImmutableList<Viewpoint> viewpoints();

  /**
   * {@return the positions: by party, then by proposition, then by viewpoint, each in the order
   * requested}
   */
  @Value.Parameter
  public abstract ImmutableList<Position> positions();

  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  @Value.Check
  void check() {
    AnswerChecks.requireDistinct("party", parties());
    AnswerChecks.requireDistinct("proposition", propositions());
    int cells = Network.matrixSize(parties().size(), propositions().size() * viewpoints().size());
    if (positions().size() != cells || columns().size() != viewpoints().size()) {
      throw new IllegalArgumentException(
          "a matrix needs %d positions and %d titles of columns, got %d and %d"
              .formatted(cells, viewpoints().size(), positions().size(), columns().size()));
    }
    if (viewpoints().stream().map(Viewpoint::restrictions).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "the viewpoints of a matrix may differ only in the as-of date, but they differ in the evidence");
    }
    int cell = 0;
    for (String party : parties()) {
      for (String proposition : propositions()) {
        for (Viewpoint viewpoint : viewpoints()) {
          AnswerChecks.requireOf(positions().get(cell++), party, proposition, viewpoint);
        }
      }
    }
  }

  /**
   * Returns the position in one cell.
   *
   * @param party the id of the party
   * @param proposition the id of the proposition
   * @param asOf the as-of date of the column
   * @return the position
   * @throws IllegalArgumentException if the matrix has no such party, proposition or date; the
   *     message lists the ones it has
   */
  public final Position position(String party, String proposition, LocalDate asOf) {
    List<LocalDate> dates = viewpoints().stream().map(Viewpoint::asOf).toList();
    return cell(
        indexOf("party", party, parties()),
        indexOf("proposition", proposition, propositions()),
        indexOf("date", asOf, dates));
  }

  /**
   * Returns the position in one cell.
   *
   * @param party the id of the party
   * @param proposition the id of the proposition
   * @param asOf a day such as {@code 2022-08-11}; a month or year means its last day
   * @return the position
   * @throws IllegalArgumentException if the text is not a date, or the matrix has no such party,
   *     proposition or date
   */
  public final Position position(String party, String proposition, String asOf) {
    return position(party, proposition, When.lastDay(asOf));
  }

  private static <T> int indexOf(String kind, T value, List<T> values) {
    int index = values.indexOf(value);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the matrix has no " + kind + " " + value + "; it has " + values);
    }
    return index;
  }

  private Position cell(int party, int proposition, int viewpoint) {
    return positions()
        .get((party * propositions().size() + proposition) * viewpoints().size() + viewpoint);
  }

  /** {@return one table per party, and the meaning of the signs} */
  @Override
  public final TextPage page() {
    ImmutableList<String> header =
        ImmutableList.<String>builder().add("proposition").addAll(columns()).build();
    String restrictions = viewpoints().isEmpty() ? "" : viewpoints().get(0).restrictions();
    return AnswerPages.withSigns(
        TextPage.empty()
            .passages(
                Lists.transform(
                    ContiguousSet.closedOpen(0, parties().size()).asList(),
                    party -> table(party, header, restrictions))));
  }

  private TextPage table(int party, List<String> header, String restrictions) {
    String id = parties().get(party);
    String name = dossier().actor(id).map(Actor::name).orElse(id);
    return AnswerPages.table(
        "%s (%s)%s".formatted(name, id, restrictions),
        header,
        ContiguousSet.closedOpen(0, propositions().size()).asList(),
        proposition -> row(party, proposition));
  }

  /** {@return the parties, propositions and columns, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        "Matrix of %s at %s%s: %s on %s"
            .formatted(
                String.join(" and ", parties()),
                String.join(" and ", columns()),
                viewpoints().isEmpty() ? "" : viewpoints().get(0).restrictions(),
                AnswerPages.count(positions().size(), "position", "positions"),
                AnswerPages.count(propositions().size(), "proposition", "propositions")));
  }

  private List<String> row(int party, int proposition) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(propositions().get(proposition));
    for (int v = 0; v < viewpoints().size(); v++) {
      row.add(cell(party, proposition, v).cellText());
    }
    return row.build();
  }
}

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
import org.immutables.value.Value;

/**
 * The positions of some parties on some propositions at some dates, a table a party.
 *
 * <p>Signs, explained below the tables: † known only through the other side, ‡ implied through a
 * composite, ◊ inherited from an earlier administration, · no known position.
 *
 * <pre>{@code
 * Matrix matrix = tracker.matrix("rok", "prc").onIssue("three-nos-content").at("2017-11-24", "2022-08-11");
 * matrix.position("rok", "three-nos", "2022-08-11").cellText();   // UNCOMMITTED/REFUSE
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Matrix implements Answer {
  Matrix() {}

  /** The ids of the parties, in the order asked. */
  public abstract ImmutableList<String> parties();

  /** The ids of the propositions, in the order asked. */
  public abstract ImmutableList<String> propositions();

  /**
   * The titles of the columns, in the order asked: dates, or administrations with their last day.
   */
  public abstract ImmutableList<String> columns();

  /** The viewpoints, one a column, in the order asked. */
  public abstract ImmutableList<Viewpoint> viewpoints();

  /** The positions: by party, then by proposition, then by viewpoint, each in the order asked. */
  public abstract ImmutableList<Position> positions();

  @Value.Auxiliary
  abstract Dossier dossier();

  @Value.Check
  void check() {
    int cells = parties().size() * propositions().size() * viewpoints().size();
    if (positions().size() != cells || columns().size() != viewpoints().size()) {
      throw new IllegalArgumentException(
          "a matrix of "
              + cells
              + " cells in "
              + viewpoints().size()
              + " columns got "
              + positions().size()
              + " positions and "
              + columns().size()
              + " titles");
    }
    if (viewpoints().stream().map(Viewpoint::restrictions).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "a matrix is of one body of evidence, its columns differ in it");
    }
  }

  /**
   * One cell.
   *
   * @throws IllegalArgumentException if the matrix has no such party, proposition or date; it says
   *     what it has
   */
  public final Position position(String party, String proposition, LocalDate asOf) {
    List<LocalDate> dates = viewpoints().stream().map(Viewpoint::asOf).toList();
    return cell(
        at("party", party, parties()),
        at("proposition", proposition, propositions()),
        at("date", asOf, dates));
  }

  /**
   * One cell.
   *
   * @param asOf a day such as {@code 2022-08-11}; a month or year means its last day
   * @throws IllegalArgumentException if the matrix has no such party, proposition or date
   */
  public final Position position(String party, String proposition, String asOf) {
    return position(party, proposition, When.lastDay(asOf));
  }

  private static <T> int at(String what, T sought, List<T> among) {
    int at = among.indexOf(sought);
    if (at < 0) {
      throw new IllegalArgumentException(
          "the matrix has no " + what + " " + sought + "; it has " + among);
    }
    return at;
  }

  private Position cell(int party, int proposition, int viewpoint) {
    return positions()
        .get((party * propositions().size() + proposition) * viewpoints().size() + viewpoint);
  }

  /** A table a party, and the meaning of the signs. */
  @Override
  public final TextPage page() {
    ImmutableList<String> header =
        ImmutableList.<String>builder().add("proposition").addAll(columns()).build();
    String restrictions = viewpoints().isEmpty() ? "" : viewpoints().get(0).restrictions();
    return AnswerPages.signed(
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

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  private List<String> row(int party, int proposition) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(propositions().get(proposition));
    for (int v = 0; v < viewpoints().size(); v++) {
      row.add(cell(party, proposition, v).cellText());
    }
    return row.build();
  }

  /** A builder; all parts are required. */
  public static Builder builder() {
    return ImmutableMatrix.builder();
  }

  /** Collects the parts of a matrix. */
  public interface Builder {
    /** Sets {@link Matrix#parties()}. */
    Builder parties(Iterable<String> ids);

    /** Sets {@link Matrix#propositions()}. */
    Builder propositions(Iterable<String> ids);

    /** Sets {@link Matrix#columns()}. */
    Builder columns(Iterable<String> titles);

    /** Sets {@link Matrix#viewpoints()}. */
    Builder viewpoints(Iterable<? extends Viewpoint> viewpoints);

    /** Sets {@link Matrix#positionsOf()}. */
    Builder positions(Iterable<? extends Position> positions);

    /** Sets where the names to print are found. No part of equality. */
    Builder dossier(Dossier dossier);

    /**
     * Builds the matrix.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws IllegalArgumentException if the positions are not as many as the cells
     */
    Matrix build();
  }
}

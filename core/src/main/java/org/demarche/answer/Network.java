package org.demarche.answer;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.demarche.text.Nearest;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * A labelled matrix of ties: of actors or propositions among themselves (one-mode; the same rows
 * and columns, symmetrical), or of actors with propositions (two-mode). A cell may be empty, where
 * nothing is known to compare; that is not 0.
 *
 * <pre>{@code
 * Network network = CongruenceQuery.of(tracker).measure(CongruenceMeasure.SUBTRACT).network();
 * network.value("rok", "prc");
 * ValueGraph<String, Double> graph = network.graph();
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Network implements Answer {
  /** More columns than these print as a list of ties. */
  private static final int PRINTED = 12;

  private static final int DIGITS = 3;

  /** Numbers of more decimals are written with an exponent. */
  private static final int TINY = 9;

  private static final ImmutableMap<String, String> SIGNS =
      ImmutableMap.of("·", "nothing to compare");

  Network() {}

  /**
   * What is tied with what.
   *
   * <pre>{@code
   * CongruenceQuery.of(tracker).network().kind()   // ONE_MODE
   * }</pre>
   */
  public enum Kind {
    /** Rows with one another: columns are the same, and the matrix is symmetrical. */
    ONE_MODE,
    /** Rows with columns. */
    TWO_MODE
  }

  /** What is tied with what. */
  public abstract Kind kind();

  /** What was asked, with every choice that was made, in words. */
  public abstract String question();

  /** From where it is seen. */
  public abstract Viewpoint viewpoint();

  /** The labels of the rows, in order. */
  public abstract ImmutableList<String> rows();

  /** The labels of the columns, in order; in a one-mode network those of the rows. */
  public abstract ImmutableList<String> columns();

  /** The cells row by row; an empty one is NaN. */
  public abstract ImmutableDoubleArray values();

  /** On how many joint positions each cell rests, row by row; where it rests on such. */
  public abstract Optional<ImmutableIntArray> joint();

  @Value.Check
  void check() {
    if (oneMode() && !rows().equals(columns())) {
      throw new IllegalArgumentException(
          "a one-mode network of rows %s and columns %s: they are to be the same"
              .formatted(rows(), columns()));
    }
    requireOnce("row", rows());
    requireOnce("column", columns());
    int cells = cells(rows().size(), columns().size());
    requireCells("values", values().length(), cells);
    joint().ifPresent(joint -> requireCells("joint positions", joint.length(), cells));
    for (int cell = 0; cell < cells; cell++) {
      double value = values().get(cell);
      int mirror = oneMode() ? cell % rows().size() * rows().size() + cell / rows().size() : cell;
      if (Double.isInfinite(value) || Double.compare(value, values().get(mirror)) != 0) {
        throw new IllegalArgumentException(
            "the cell of row '%s' and column '%s' holds %s: give a finite number or NaN, and in a one-mode network the same both ways"
                .formatted(
                    rows().get(cell / columns().size()),
                    columns().get(cell % columns().size()),
                    value));
      }
    }
  }

  private static void requireOnce(String what, List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw new IllegalArgumentException(
            "the %s '%s' stands twice: give each once".formatted(what, label));
      }
    }
  }

  private void requireCells(String what, int given, int cells) {
    if (given != cells) {
      throw new IllegalArgumentException(
          "a matrix of %d rows and %d columns has %d cells, and %d %s were given"
              .formatted(rows().size(), columns().size(), cells, given, what));
    }
  }

  /**
   * How many cells a matrix has.
   *
   * @throws IllegalArgumentException if there are more than an array holds: 46,340 by 46,340 at
   *     most
   */
  public static int cells(int rows, int columns) {
    long cells = (long) rows * columns;
    if (cells > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "a matrix of %d by %d has %d cells, more than the %d that there is room for: take fewer actors (46340 by 46340 are the most)"
              .formatted(rows, columns, cells, Integer.MAX_VALUE));
    }
    return (int) cells;
  }

  private boolean oneMode() {
    return kind() == Kind.ONE_MODE;
  }

  /**
   * A cell, if it is not empty.
   *
   * @throws IllegalArgumentException if there is no such row or column; it names the nearest
   */
  public final OptionalDouble value(String row, String column) {
    return at(at("row", row, rows()) * columns().size() + at("column", column, columns()));
  }

  private OptionalDouble at(int cell) {
    double value = values().get(cell);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static int at(String what, String label, List<String> among) {
    int at = among.indexOf(label);
    if (at < 0) {
      throw new IllegalArgumentException(
          "the network has no %s '%s'%s".formatted(what, label, Nearest.hint(label, among, 3)));
    }
    return at;
  }

  /**
   * The network as an undirected graph: a node a label, an edge a tie with its value. A cell that
   * is empty, or 0 in a network that does not rest on joint positions, is no tie. In a two-mode
   * network a column that is labelled as a row is has {@code " (column)"} added to its name.
   */
  public final ImmutableValueGraph<String, Double> graph() {
    ImmutableValueGraph.Builder<String, Double> graph =
        ValueGraphBuilder.undirected().nodeOrder(ElementOrder.<String>insertion()).immutable();
    rows().forEach(graph::addNode);
    List<String> ends = columns();
    if (!oneMode()) {
      Set<String> taken = new HashSet<>(rows());
      ends = columns().stream().map(c -> taken.contains(c) ? c + " (column)" : c).toList();
      ends.forEach(graph::addNode);
    }
    for (Tie tie : ties()) {
      graph.putEdgeValue(rows().get(tie.row), ends.get(tie.column), tie.value);
    }
    return graph.build();
  }

  private record Tie(int row, int column, double value) {}

  /** The ties row by row, each once. */
  private List<Tie> ties() {
    List<Tie> ties = new ArrayList<>();
    for (int i = 0; i < rows().size(); i++) {
      for (int j = oneMode() ? i + 1 : 0; j < columns().size(); j++) {
        double value = values().get(i * columns().size() + j);
        if (!Double.isNaN(value) && (value != 0 || joint().isPresent())) {
          ties.add(new Tie(i, j, value));
        }
      }
    }
    return ties;
  }

  /** The question and the matrix; of a wide one its ties, the strongest first. */
  @Override
  public final TextPage page() {
    String heading = question() + ", " + viewpoint();
    if (columns().size() > PRINTED) {
      List<Tie> ties = new ArrayList<>(ties());
      ties.sort(Comparator.comparingDouble(tie -> -tie.value));
      return AnswerPages.counted(
          heading + ", ties of " + rows().size() + " by " + columns().size(),
          joint().isPresent()
              ? ImmutableList.of("first", "second", "value", "joint")
              : ImmutableList.of(
                  oneMode() ? "first" : "row", oneMode() ? "second" : "column", "value"),
          ties,
          this::row);
    }
    ImmutableList<String> header =
        ImmutableList.<String>builder().add("").addAll(columns()).build();
    return AnswerPages.table(
            heading, header, ContiguousSet.closedOpen(0, rows().size()).asList(), this::cells)
        .legend(SIGNS);
  }

  private List<String> row(Tie tie) {
    ImmutableList.Builder<String> row = ImmutableList.builder();
    row.add(rows().get(tie.row), columns().get(tie.column), number(OptionalDouble.of(tie.value)));
    joint()
        .ifPresent(
            joint -> row.add(String.valueOf(joint.get(tie.row * columns().size() + tie.column))));
    return row.build();
  }

  private List<String> cells(int row) {
    ImmutableList.Builder<String> cells = ImmutableList.builder();
    cells.add(rows().get(row));
    for (int column = 0; column < columns().size(); column++) {
      int cell = row * columns().size() + column;
      String count =
          joint().isPresent() && at(cell).isPresent()
              ? "\u00A0(" + joint().get().get(cell) + ")"
              : "";
      cells.add(oneMode() && row == column ? "" : number(at(cell)) + count);
    }
    return cells.build();
  }

  /** A number to three decimals, a small one to three digits; or the sign for none. */
  static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "·";
    }
    BigDecimal exact = BigDecimal.valueOf(value.getAsDouble());
    BigDecimal rounded =
        exact.abs().compareTo(BigDecimal.ONE) < 0
            ? exact.round(new MathContext(DIGITS, RoundingMode.HALF_UP))
            : exact.setScale(DIGITS, RoundingMode.HALF_UP);
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() > TINY ? plain.toString() : plain.toPlainString();
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }

  /** A builder; all but the joint positions are required. */
  public static Builder builder() {
    return ImmutableNetwork.builder();
  }

  /** Collects the parts of a network. */
  public interface Builder {
    /** Sets {@link Network#kind()}. */
    Builder kind(Kind kind);

    /** Sets {@link Network#question()}. */
    Builder question(String question);

    /** Sets {@link Network#viewpoint()}. */
    Builder viewpoint(Viewpoint viewpoint);

    /** Sets {@link Network#rows()}. */
    Builder rows(Iterable<String> labels);

    /** Sets {@link Network#columns()}. */
    Builder columns(Iterable<String> labels);

    /** Sets {@link Network#values()}. */
    Builder values(ImmutableDoubleArray cells);

    /** Sets {@link Network#joint()}. */
    Builder joint(ImmutableIntArray cells);

    /**
     * Builds the network.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws IllegalArgumentException if there are more or fewer cells than rows and columns make,
     *     or the rows and columns of a one-mode network differ
     */
    Network build();
  }
}

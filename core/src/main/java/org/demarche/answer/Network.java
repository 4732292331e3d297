package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import com.google.common.graph.ElementOrder;
import com.google.common.graph.ImmutableValueGraph;
import com.google.common.graph.ValueGraphBuilder;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.lookup.Arguments;
import org.demarche.model.UnknownIdException;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * A labelled matrix of ties: among actors or among propositions (one-mode: rows and columns are the
 * same, and the matrix is symmetric), or between actors and propositions (two-mode). A value may be
 * absent, where there is nothing to compare; an absent value is not 0.
 *
 * <pre>{@code
 * Network network = CongruenceQuery.of(tracker).subtractingConflict().network();
 * network.value("rok", "prc");
 * ValueGraph<String, Double> graph = network.graph();
 *
 * CongruenceQuery.of(tracker).windows(90).filter(n -> n.claims().orElseThrow() > 20).map(Network::day)
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Network implements Answer {
  /** The maximum number of columns of a printed matrix; a wider matrix prints as a list of ties. */
  private static final int MAX_PRINTED_COLUMNS = 12;

  private static final int DIGITS = 3;

  /** The maximum number of decimals printed without an exponent. */
  private static final int MAX_PLAIN_DECIMALS = 9;

  private static final ImmutableMap<String, String> SIGNS =
      ImmutableMap.of("·", "nothing to compare");

  Network() {}

  /**
   * Returns whether the network is one-mode: its labels are tied with one another.
   *
   * @return true if columns equal rows and the matrix is symmetric; false if the rows are tied with
   *     the columns
   */
  @Value.Parameter
  public abstract boolean isOneMode();

  /** {@return the question with every option that was used, in words} */
  @Value.Parameter
  public abstract String question();

  /** {@return the viewpoint that limits the evidence} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the labels of the rows, in order} */
  @Value.Parameter
  public abstract ImmutableList<String> rows();

  /** {@return the labels of the columns, in order; in a one-mode network the labels of the rows} */
  @Value.Parameter
  public abstract ImmutableList<String> columns();

  /** {@return the values, row by row; NaN where a value is absent} */
  @Value.Parameter
  public abstract ImmutableDoubleArray values();

  /**
   * {@return the number of joint positions on which each value is based, row by row; empty if the
   * values are not based on positions}
   */
  @Value.Parameter
  public abstract Optional<ImmutableIntArray> joint();

  /**
   * {@return the days of the time window to which the claims are limited, from the first to the
   * last; empty if the network has no time window}
   */
  @Value.Parameter
  public abstract Optional<Range<LocalDate>> window();

  /**
   * {@return the day in the middle of the time window, around which claims are weighted if a kernel
   * is used; empty if the network has no time window}
   */
  @Value.Parameter
  public abstract Optional<LocalDate> day();

  /** {@return the number of claims that count in the time window; empty if the network has none} */
  @Value.Parameter
  public abstract OptionalInt claims();

  @Value.Check
  void check() {
    day().ifPresent(AnswerChecks::requireFourDigits);
    window()
        .ifPresent(
            days -> {
              AnswerChecks.requireFourDigits(days.lowerEndpoint());
              AnswerChecks.requireFourDigits(days.upperEndpoint());
            });
    if (window().isPresent() != day().isPresent() || day().isPresent() != claims().isPresent()) {
      throw ShownValue.refused(
          "window %s, day %s and claims %s: give all three or none"
              .formatted(window(), day(), claims()));
    }
    if (isOneMode() && !rows().equals(columns())) {
      throw ShownValue.refused(
          "a one-mode network needs the same rows and columns, got rows %s and columns %s"
              .formatted(rows(), columns()));
    }
    requireDistinct("row", rows());
    requireDistinct("column", columns());
    int size = Arguments.matrixSize(rows().size(), columns().size());
    requireSize("values", values().length(), size);
    joint().ifPresent(joint -> requireSize("counts of joint positions", joint.length(), size));
    for (int index = 0; index < size; index++) {
      double value = values().get(index);
      int mirror =
          isOneMode() ? index % rows().size() * rows().size() + index / rows().size() : index;
      if (Double.isInfinite(value) || Double.compare(value, values().get(mirror)) != 0) {
        throw ShownValue.refused(
            "the value of row '%s' and column '%s' is %s: give a finite number or NaN, and in a one-mode network the same value in both directions"
                .formatted(
                    rows().get(index / columns().size()),
                    columns().get(index % columns().size()),
                    value));
      }
    }
  }

  private static void requireDistinct(String axis, List<String> labels) {
    Set<String> seen = new HashSet<>();
    for (String label : labels) {
      if (!seen.add(label)) {
        throw ShownValue.refused("duplicate %s '%s': give each label once".formatted(axis, label));
      }
    }
  }

  private void requireSize(String content, int given, int size) {
    if (given != size) {
      throw ShownValue.refused(
          "a matrix of %s rows and %s columns needs %s %s, got %s"
              .formatted(rows().size(), columns().size(), size, content, given));
    }
  }

  /**
   * Returns the value of a tie.
   *
   * @param row the label of the row
   * @param column the label of the column
   * @return the value, or empty if it is absent
   * @throws IllegalArgumentException if the network has no such row or column; the message suggests
   *     the nearest label
   */
  public final OptionalDouble value(String row, String column) {
    requireNonNull(row, "row");
    requireNonNull(column, "column");
    return valueAt(
        indexOf("row", row, rows()) * columns().size() + indexOf("column", column, columns()));
  }

  private OptionalDouble valueAt(int index) {
    double value = values().get(index);
    return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private static int indexOf(String axis, String label, List<String> labels) {
    int index = labels.indexOf(label);
    if (index < 0) {
      List<String> near = Nearest.to(label, labels, 3);
      throw new UnknownIdException(
          "the network has no %s '%s'%s".formatted(axis, label, Nearest.hint(near)),
          axis,
          label,
          near);
    }
    return index;
  }

  /**
   * Returns the network as an undirected graph, with one node per label and one edge per tie. An
   * absent value is not a tie; nor is a value of 0, unless the values are based on joint positions.
   * In a two-mode network {@code " (column)"} is appended to the label of a column that is also the
   * label of a row.
   *
   * @return the graph; the value of an edge is the value of the tie
   */
  public final ImmutableValueGraph<String, Double> graph() {
    ImmutableValueGraph.Builder<String, Double> graph =
        ValueGraphBuilder.undirected().nodeOrder(ElementOrder.<String>insertion()).immutable();
    rows().forEach(graph::addNode);
    List<String> columnNodes = columns();
    if (!isOneMode()) {
      Set<String> taken = new HashSet<>(rows());
      columnNodes = columns().stream().map(c -> taken.contains(c) ? c + " (column)" : c).toList();
      columnNodes.forEach(graph::addNode);
    }
    for (Tie tie : ties()) {
      graph.putEdgeValue(rows().get(tie.row), columnNodes.get(tie.column), tie.value);
    }
    return graph.build();
  }

  private record Tie(int row, int column, double value) {}

  /** Returns the ties row by row, each once. */
  private List<Tie> ties() {
    List<Tie> ties = new ArrayList<>();
    for (int i = 0; i < rows().size(); i++) {
      for (int j = isOneMode() ? i + 1 : 0; j < columns().size(); j++) {
        double value = values().get(i * columns().size() + j);
        if (!Double.isNaN(value) && (value != 0 || joint().isPresent())) {
          ties.add(new Tie(i, j, value));
        }
      }
    }
    return ties;
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return OneLine.whole(
        "%s%s, %s: %s by %s"
            .formatted(
                window().map(days -> windowText() + ": ").orElse(""),
                question(),
                viewpoint().text(wording),
                rows().size(),
                columns().size()));
  }

  /**
   * {@return the question and the matrix; for a wide matrix its ties, the strongest first; for a
   * time window preceded by its days and its number of claims}
   */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    if (window().isEmpty()) {
      return matrixPage(wording);
    }
    return TextPage.of(windowText()).gap().page(matrixPage(wording));
  }

  /** Returns the days and the number of claims of the time window. */
  private String windowText() {
    Range<LocalDate> days = window().orElseThrow();
    return "%s, from %s to %s: %s claims"
        .formatted(
            day().orElseThrow(),
            days.lowerEndpoint(),
            days.upperEndpoint(),
            claims().orElseThrow());
  }

  private TextPage matrixPage(Wording wording) {
    String heading = question() + ", " + viewpoint().text(wording);
    if (columns().size() > MAX_PRINTED_COLUMNS) {
      List<Tie> ties = new ArrayList<>(ties());
      ties.sort(Comparator.comparingDouble(tie -> -tie.value));
      return AnswerPages.counted(
          "ties",
          heading + ", ties of " + rows().size() + " by " + columns().size(),
          tieTable(wording),
          ties);
    }
    AnswerTable<Integer> table = AnswerTable.<Integer>in(wording).titled("", rows()::get);
    for (int column = 0; column < columns().size(); column++) {
      int at = column;
      table = table.titled(columns().get(column), row -> cell(row, at));
    }
    return table
        .below(TextPage.of(heading), ContiguousSet.closedOpen(0, rows().size()).asList())
        .legend(SIGNS);
  }

  private AnswerTable<Tie> tieTable(Wording wording) {
    boolean alike = isOneMode() || joint().isPresent();
    AnswerTable<Tie> table =
        AnswerTable.<Tie>in(wording)
            .titled(alike ? "first" : "row", tie -> rows().get(tie.row))
            .titled(alike ? "second" : "column", tie -> columns().get(tie.column))
            .titled("value", tie -> number(OptionalDouble.of(tie.value)));
    return joint()
        .map(
            counts ->
                table.titled(
                    "joint",
                    tie -> String.valueOf(counts.get(tie.row * columns().size() + tie.column))))
        .orElse(table);
  }

  private String cell(int row, int column) {
    int index = row * columns().size() + column;
    String count =
        joint().isPresent() && valueAt(index).isPresent()
            ? "\u00A0(" + joint().get().get(index) + ")"
            : "";
    return isOneMode() && row == column ? "" : number(valueAt(index)) + count;
  }

  /**
   * Formats a number with three decimals, or three digits if it is below 1; an absent number as a
   * dot.
   */
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
    return plain.scale() > MAX_PLAIN_DECIMALS ? plain.toString() : plain.toPlainString();
  }

  /** {@return the time window, the question and the size of the matrix, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(sentence(Wording.codes()));
  }
}

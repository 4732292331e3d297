package org.demarche;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import com.google.common.primitives.Ints;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.lookup.Arguments;
import org.demarche.lookup.IdLookup;
import org.demarche.model.SwappedArgumentsException;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.Printable;
import org.demarche.text.TextPage;

/**
 * A query for the positions of parties on some propositions, at some dates, or under each
 * administration of one state. It prints the matrix that {@link #at(String...)} returns.
 *
 * <pre>{@code
 * tracker.matrix("rok", "prc").on("three-nos", "3n-promise").at("2017-11-24", "2022-08-11")
 * tracker.matrix("rok", "prc").onIssue("thaad-nature").every(Period.ofMonths(1), "2015-01", "2022-12")
 * tracker.administrations("rok").on("additional-thaad")   // a column for each administration
 * }</pre>
 *
 * <p>A query is equal to no other object, not even to a query of the same steps. Compare the
 * answers of two queries instead, which are values.
 *
 * @since 0.1
 */
public final class MatrixQuery implements Printable {
  private final Tracker tracker;
  private final ImmutableList<String> parties;
  private final ImmutableSet<String> propositions;

  /** The columns, one for each administration; empty if the columns are dates. */
  private final ImmutableList<Column> administrations;

  /** A column of the matrix: its title, and the tracker that answers for it. */
  private record Column(String title, Tracker tracker) {
    static Column of(Tracker tracker) {
      return new Column(tracker.viewpoint().asOf().toString(), tracker);
    }
  }

  MatrixQuery(Tracker tracker, ImmutableList<String> parties) {
    this(tracker, parties, ImmutableSet.of(), ImmutableList.of());
  }

  private MatrixQuery(
      Tracker tracker,
      ImmutableList<String> parties,
      ImmutableSet<String> propositions,
      ImmutableList<Column> administrations) {
    this.tracker = tracker;
    this.parties = parties;
    this.propositions = propositions;
    this.administrations = administrations;
  }

  /** Returns the query for some administrations of a state, which began by the as-of date. */
  static MatrixQuery ofAdministrations(Tracker tracker, String state, List<TermOfOffice> terms) {
    LocalDate asOf = tracker.viewpoint().asOf();
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    for (TermOfOffice term : terms) {
      LocalDate last =
          term.to().map(end -> end.minusDays(1)).filter(day -> day.isBefore(asOf)).orElse(asOf);
      String title = term.head() + (term.isActing() ? " (acting)" : "") + "\n" + last;
      columns.add(new Column(title, tracker.asOf(last)));
    }
    return new MatrixQuery(tracker, ImmutableList.of(state), ImmutableSet.of(), columns.build());
  }

  /**
   * Adds propositions, one per row.
   *
   * @param ids ids of propositions; at least one
   * @return the extended query
   * @throws IllegalArgumentException if no id is given, or an id is not in the dossier
   */
  public MatrixQuery on(String... ids) {
    requireSome("on", requireNonNull(ids, "ids"));
    for (String id : ids) {
      new IdLookup(tracker.dossier()).proposition(requireNonNull(id, "ids"));
    }
    return with(Arrays.asList(ids));
  }

  /**
   * Adds all propositions of some issues, by id.
   *
   * @param issues slugs of issues; at least one
   * @return the extended query
   * @throws IllegalArgumentException if no issue is given, or no proposition of the dossier has an
   *     issue
   */
  public MatrixQuery onIssue(String... issues) {
    requireSome("onIssue", requireNonNull(issues, "issues"));
    Set<String> added = new LinkedHashSet<>();
    for (String issue : issues) {
      added.addAll(new IdLookup(tracker.dossier()).issue(requireNonNull(issue, "issues")));
    }
    return with(added);
  }

  private static void requireSome(String step, String[] values) {
    if (values.length == 0) {
      throw ShownValue.refused(
          "'" + step + "' needs at least one value; leave the step out for all propositions");
    }
  }

  private MatrixQuery with(Iterable<String> more) {
    return new MatrixQuery(
        tracker,
        parties,
        ImmutableSet.copyOf(Iterables.concat(propositions, more)),
        administrations);
  }

  /**
   * Answers as of some dates, on the propositions that were added; default: all propositions of the
   * dossier.
   *
   * @param dates days, or months or years, which mean their last day; default: the date of the
   *     Tracker, or, for {@link Tracker#administrations}, the last day of each administration
   * @return the matrix, one column per date or administration
   * @throws IllegalArgumentException if a text is not a date, or a date is later than an as-of date
   *     that was given to the Tracker, or occurs twice; or if dates are given for administrations
   */
  public Matrix at(String... dates) {
    if (requireNonNull(dates, "dates").length > 0) {
      return at(Arrays.stream(dates).map(date -> requireNonNull(date, "dates")).map(tracker::asOf));
    }
    return matrix(
        administrations.isEmpty() ? ImmutableList.of(Column.of(tracker)) : administrations);
  }

  /**
   * Answers as of some days, on the propositions that were added; default: all propositions of the
   * dossier.
   *
   * @param day any day
   * @param more more days
   * @return the matrix, one column per day
   * @throws IllegalArgumentException if a day is later than an as-of date that was given to the
   *     Tracker, or occurs twice; or if the query is for administrations
   */
  public Matrix at(LocalDate day, LocalDate... more) {
    List<LocalDate> days = Lists.asList(requireNonNull(day, "day"), requireNonNull(more, "more"));
    return at(days.stream().map(next -> requireNonNull(next, "more")).map(tracker::asOf));
  }

  private Matrix at(Stream<Tracker> columns) {
    if (!administrations.isEmpty()) {
      throw ShownValue.refused(
          "the columns of this matrix are the administrations of %s; for dates, start with matrix(\"%s\")"
              .formatted(parties.get(0), parties.get(0)));
    }
    List<Column> dated = columns.map(Column::of).toList();
    Set<String> seen = new HashSet<>();
    for (Column column : dated) {
      if (!seen.add(column.title())) {
        throw ShownValue.refused(
            "a matrix has one column per date; " + column.title() + " is given twice");
      }
    }
    return matrix(dated);
  }

  /**
   * Answers at equal intervals: a panel for statistics. Its CSV has one row for each party,
   * proposition and date.
   *
   * <pre>{@code
   * Answers.write(tracker.matrix("rok", "prc").every(Period.ofMonths(3), "2015", "2022"), Path.of("panel.csv"));
   * }</pre>
   *
   * <p>The dates are {@code from}, {@code from} plus one step, plus two steps, and so on up to
   * {@code to}, which is the last date if a step ends on it. If {@code from} is the last day of a
   * month and the step is of whole months, every date is the last day of its month.
   *
   * @param step the interval between two dates; positive
   * @param from a day, or a month or year, which means its last day
   * @param to a day, or a month or year, which means its last day; not before {@code from}
   * @return the matrix, one column per date
   * @throws IllegalArgumentException if a text is not a date, {@code to} lies before {@code from},
   *     the step is not positive, {@code to} is later than an as-of date that was given to the
   *     Tracker, the matrix would have more positions than a list can hold, or the query is for
   *     administrations
   */
  public Matrix every(Period step, String from, String to) {
    return every(
        step, When.lastDay(requireNonNull(from, "from")), When.lastDay(requireNonNull(to, "to")));
  }

  /**
   * Answers at equal intervals, as {@link #every(Period, String, String)} does.
   *
   * @param step the interval between two dates; positive
   * @param from the first date
   * @param to the day up to which there are dates, included; not before {@code from}
   * @return the matrix, one column per date
   * @throws IllegalArgumentException if {@code to} lies before {@code from}, the step is not
   *     positive, {@code to} is later than an as-of date that was given to the Tracker, the matrix
   *     would have more positions than a list can hold, or the query is for administrations
   */
  public Matrix every(Period step, LocalDate from, LocalDate to) {
    requireNonNull(step, "step");
    if (requireNonNull(to, "to").isBefore(requireNonNull(from, "from"))) {
      throw new SwappedArgumentsException(
          "from " + from + " to " + to + ": the range ends before it begins; swap the two",
          "date",
          from.toString(),
          List.of(to.toString()));
    }
    tracker.asOf(to); // refuses a date that is too late, though no step may end on it
    int longest =
        Math.max(1, Ints.saturatedCast(step.toTotalMonths() * 31 + step.get(ChronoUnit.DAYS)));
    long columns = ChronoUnit.DAYS.between(from, to) / longest + 1; // at most as many as there are
    requireSize(Ints.saturatedCast(columns));
    return at(dates(step, from, to).stream().map(tracker::asOf));
  }

  /** Returns the number of cells; refuses more than a matrix can have. */
  private int requireSize(int columns) {
    return Arguments.matrixSize(Arguments.matrixSize(parties.size(), rows().size()), columns);
  }

  private Set<String> rows() {
    return propositions.isEmpty() ? tracker.allPropositions() : propositions;
  }

  private static List<LocalDate> dates(Period step, LocalDate from, LocalDate to) {
    boolean isOfMonths = step.equals(Period.of(step.getYears(), step.getMonths(), 0));
    boolean areMonthEnds = isOfMonths && from.getDayOfMonth() == from.lengthOfMonth();
    List<LocalDate> dates = new ArrayList<>();
    LocalDate next = from;
    while (!next.isAfter(to)) {
      dates.add(next);
      LocalDate day = from.plus(step.multipliedBy(dates.size()));
      LocalDate after = areMonthEnds ? day.withDayOfMonth(day.lengthOfMonth()) : day;
      if (!after.isAfter(next)) {
        throw ShownValue.refused(
            "the step "
                + step
                + " does not lead to a later date; give a positive step, such as "
                + Period.ofMonths(1));
      }
      next = after;
    }
    return dates;
  }

  private Matrix matrix(List<Column> columns) {
    Set<String> rows = rows();
    List<Position> positions = new ArrayList<>(requireSize(columns.size()));
    for (String party : parties) {
      for (String proposition : rows) {
        columns.forEach(column -> positions.add(column.tracker().position(party, proposition)));
      }
    }
    return AnswerFactory.get()
        .matrix(
            parties,
            rows,
            Lists.transform(columns, Column::title),
            Lists.transform(columns, column -> column.tracker().viewpoint()),
            positions,
            tracker.dossier());
  }

  /** {@return the page of the matrix that {@link #at(String...)} returns without dates} */
  @Override
  public TextPage page() {
    return at().page();
  }

  /** {@return the parties and propositions of the query, and the viewpoint, in one line} */
  @Override
  public String toString() {
    return "%s of %s on %s, %s"
        .formatted(
            administrations.isEmpty() ? "Matrix" : "Administrations",
            String.join(" and ", parties),
            propositions.isEmpty() ? "all propositions" : String.join(", ", propositions),
            tracker.viewpoint());
  }
}

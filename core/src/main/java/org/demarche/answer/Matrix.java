package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.demarche.lookup.Arguments;
import org.demarche.model.Dossier;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
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
  /** The largest number of columns of a table that is never turned on its side. */
  private static final int WIDEST = 4;

  /** The largest number of rows that a sentence lists. */
  private static final int MOST_ROWS = 8;

  private static final Pattern END_OF_ID = Pattern.compile("\\s");

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
    int cells = Arguments.matrixSize(parties().size(), propositions().size() * viewpoints().size());
    if (positions().size() != cells || columns().size() != viewpoints().size()) {
      throw ShownValue.refused(
          "a matrix needs %s positions and %s titles of columns, got %s and %s"
              .formatted(cells, viewpoints().size(), positions().size(), columns().size()));
    }
    if (viewpoints().stream().map(Viewpoint::restrictions).distinct().count() > 1) {
      throw ShownValue.refused(
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
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    requireNonNull(asOf, "asOf");
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
    return position(party, proposition, When.lastDay(requireNonNull(asOf, "asOf")));
  }

  private static <T> int indexOf(String kind, T value, List<T> values) {
    int index = values.indexOf(value);
    if (index < 0) {
      throw ShownValue.refused("the matrix has no " + kind + " " + value + "; it has " + values);
    }
    return index;
  }

  /** Returns whether the columns are administrations, and have the name of a head each. */
  private boolean areAdministrations() {
    return columnNumbers().stream()
        .anyMatch(
            column -> !columns().get(column).equals(viewpoints().get(column).asOf().toString()));
  }

  private String cellText(Position position, Wording wording) {
    PositionContext context = PositionContext.of(position);
    return areAdministrations() ? context.datedCell(wording) : context.cell(wording);
  }

  private String shortCell(Position position, Wording wording) {
    return areAdministrations()
        ? cellText(position, wording)
        : PositionContext.of(position).shortCell(wording);
  }

  private String phrase(Position position, Wording wording) {
    PositionContext context = PositionContext.of(position);
    return areAdministrations() ? context.datedPhrase(wording) : context.phrase(wording);
  }

  private Position cell(int party, int proposition, int viewpoint) {
    return positions()
        .get((party * propositions().size() + proposition) * viewpoints().size() + viewpoint);
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    List<String> known =
        numbers(parties().size()).stream()
            .flatMap(
                party ->
                    numbers(propositions().size()).stream()
                        .filter(row -> hasPosition(party, row))
                        .map(row -> row(party, row, wording)))
            .toList();
    boolean isShort = !wording.isCodes() && !known.isEmpty() && known.size() <= MOST_ROWS;
    return OneLine.whole(isShort ? few(known, wording) : counts(wording));
  }

  private String few(List<String> known, Wording wording) {
    return wording.text(
        "matrix.few",
        wording.parties(dossier(), parties()) + restrictions(wording),
        String.join(wording.text("list.semicolon"), known));
  }

  /** Returns the positions of a party on a proposition, one for each column, in a phrase. */
  private String row(int party, int proposition, Wording wording) {
    return wording.text(
        "row.of",
        wording.name(dossier(), parties().get(party)),
        wording.proposition(dossier(), propositions().get(proposition)),
        wording.list(
            columnNumbers().stream()
                .map(
                    column ->
                        wording.text(
                            "matrix.position",
                            phrase(cell(party, proposition, column), wording),
                            inSentence(column, wording)))
                .toList()));
  }

  private String counts(Wording wording) {
    long known = positions().stream().filter(p -> p.outcome() != PositionOutcome.UNKNOWN).count();
    return wording.text(
        "matrix.sentence",
        wording.parties(dossier(), parties()),
        wording.count("propositions", propositions().size()),
        wording.list(columnNumbers().stream().map(c -> inSentence(c, wording)).toList()),
        restrictions(wording),
        String.valueOf(positions().size()),
        String.valueOf(known));
  }

  private static List<Integer> numbers(int size) {
    return ContiguousSet.closedOpen(0, size).asList();
  }

  private String restrictions(Wording wording) {
    return viewpoints().isEmpty() ? "" : viewpoints().get(0).restrictions(wording, dossier());
  }

  /**
   * {@return one table per party, and the meaning of the signs. In a language, propositions without
   * a position are counted below the table, and a table with more columns than propositions, and
   * with more than four, has a row for each column instead}
   */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return AnswerPages.withSigns(
        TextPage.empty()
            .passages(
                Lists.transform(
                    ContiguousSet.closedOpen(0, parties().size()).asList(),
                    party -> table(party, wording))),
        wording);
  }

  /**
   * {@return the tables, followed by the page of each position that is not unknown, or of which
   * parts are held}
   */
  @Override
  public final TextPage full(Wording wording) {
    requireNonNull(wording, "wording");
    return page(wording)
        .passages(
            positions().stream()
                .filter(Matrix::isShown)
                .map(position -> position.page(wording.withoutNote()))
                .toList());
  }

  /**
   * Returns the matrix as one table, with the dates of each party beside those of the others and
   * its head of government below each date: for pages that are wide enough. Conditions of more than
   * a few words are abridged.
   *
   * @param wording the language, or {@link Wording#codes()}
   * @return the table; propositions without any position are counted below it
   */
  public final TextPage sideBySide(Wording wording) {
    requireNonNull(wording, "wording");
    AnswerTable<Integer> table =
        AnswerTable.<Integer>in(wording)
            .column("proposition", row -> wording.proposition(dossier(), propositions().get(row)));
    for (int party : numbers(parties().size())) {
      String name = OneLine.whole(wording.name(dossier(), parties().get(party)));
      for (int column : columnNumbers()) {
        table =
            table.titled(
                name
                    + "\n"
                    + title(column, wording).replace('\n', ' ')
                    + head(party, column, wording),
                row -> shortCell(cell(party, row, column), wording),
                row -> PositionContext.of(cell(party, row, column)).anchor());
      }
    }
    List<Integer> shown =
        numbers(propositions().size()).stream()
            .filter(row -> numbers(parties().size()).stream().anyMatch(p -> hasPosition(p, row)))
            .toList();
    return AnswerPages.withSigns(
        leavingOut(
            propositions().size() - shown.size(), table.below(TextPage.empty(), shown), wording),
        wording);
  }

  private static TextPage leavingOut(int propositions, TextPage page, Wording wording) {
    return propositions == 0
        ? page
        : page.gap()
            .line(
                0, 2, wording.text("matrix.leftOut", wording.count("propositions", propositions)));
  }

  private TextPage table(int party, Wording wording) {
    String id = parties().get(party);
    TextPage heading =
        TextPage.of(
            wording.isCodes()
                ? "%s (%s)%s".formatted(wording.name(dossier(), id), id, restrictions(wording))
                : wording.text(
                    areAdministrations() ? "matrix.administrations" : "matrix.dates",
                    wording.name(dossier(), id),
                    id,
                    restrictions(wording)));
    List<Integer> all = ContiguousSet.closedOpen(0, propositions().size()).asList();
    List<Integer> shown =
        wording.isCodes() ? all : all.stream().filter(row -> hasPosition(party, row)).toList();
    TextPage page =
        !wording.isCodes() && columns().size() > Math.max(WIDEST, shown.size())
            ? onItsSide(party, shown, wording).below(heading, columnNumbers())
            : upright(party, wording).below(heading, shown);
    return leavingOut(all.size() - shown.size(), page, wording);
  }

  /** Returns the title of a column, with the name of the head of an administration. */
  private String title(int column, Wording wording) {
    String title = columns().get(column);
    String head = END_OF_ID.split(title, 2)[0];
    return wording.isCodes() || dossier().actor(head).isEmpty()
        ? title
        : wording.name(dossier(), head)
            + title.substring(head.length()).replace(" (acting)", wording.text("matrix.acting"));
  }

  /** Returns a line with the head of a party on the day of a column, if there is one. */
  private String head(int party, int column, Wording wording) {
    LocalDate day = viewpoints().get(column).asOf();
    return wording.isCodes() || areAdministrations()
        ? ""
        : dossier().actor(parties().get(party)).stream()
            .flatMap(actor -> actor.terms().stream())
            .filter(term -> term.contains(day))
            .map(
                term ->
                    "\n"
                        + wording.name(dossier(), term.head())
                        + (term.isActing() ? wording.text("matrix.acting") : ""))
            .findFirst()
            .orElse("");
  }

  /**
   * Returns a column as a sentence names it: a day written out, or an administration by its head.
   */
  private String inSentence(int column, Wording wording) {
    LocalDate day = viewpoints().get(column).asOf();
    String title = title(column, wording);
    return title.equals(day.toString()) ? wording.date(day) : title.replace("\n" + day, "");
  }

  private List<Integer> columnNumbers() {
    return numbers(columns().size());
  }

  private boolean hasPosition(int party, int proposition) {
    return columnNumbers().stream().anyMatch(column -> isShown(cell(party, proposition, column)));
  }

  /** Returns whether there is something to show: a position, or parts that are held. */
  private static boolean isShown(Position position) {
    return position.outcome() != PositionOutcome.UNKNOWN || !position.partsHeld().isEmpty();
  }

  private AnswerTable<Integer> upright(int party, Wording wording) {
    AnswerTable<Integer> table =
        AnswerTable.<Integer>in(wording)
            .column("proposition", row -> wording.proposition(dossier(), propositions().get(row)));
    for (int column : columnNumbers()) {
      table =
          table.titled(
              title(column, wording),
              row -> cellText(cell(party, row, column), wording),
              row -> PositionContext.of(cell(party, row, column)).anchor());
    }
    return table.ids(row -> propositions().get(row));
  }

  private AnswerTable<Integer> onItsSide(int party, List<Integer> shown, Wording wording) {
    AnswerTable<Integer> table =
        AnswerTable.<Integer>in(wording).column("date", column -> title(column, wording));
    for (int proposition : shown) {
      String id = propositions().get(proposition);
      table =
          table.titled(
              wording.proposition(dossier(), id) + " [" + id + "]",
              column -> cellText(cell(party, proposition, column), wording),
              column -> PositionContext.of(cell(party, proposition, column)).anchor());
    }
    return table;
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
}

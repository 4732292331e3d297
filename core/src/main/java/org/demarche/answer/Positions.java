package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.demarche.model.Dossier;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.text.TextPage;
import org.immutables.value.Value;

/**
 * The positions of one party on all it is on record about, or of all parties on one proposition; by
 * party, issue and proposition. What is unknown has a row where there are hints, or claims possibly
 * made by then; where the record is silent there is none.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").positionsOf("rok").inherited()
 * tracker.asOf("2022-08-11").positionsOn("three-nos")
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Positions extends FilterableAnswer<Position, Positions>
    implements Answer {
  Positions() {}

  /** What was asked, in words. */
  @Value.Parameter
  public abstract String question();

  /** From where the positions are seen. */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** The positions. */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Position> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> chosen();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /** Positions; the dossier tells which proposition is of which issue. */
  public static Positions of(
      String question, Viewpoint viewpoint, Iterable<? extends Position> rows, Dossier dossier) {
    return ImmutablePositions.of(question, viewpoint, rows, ImmutableList.of(), dossier);
  }

  /** Those on which the record speaks with one voice. */
  public final Positions known() {
    return keep("known", position -> position instanceof Known);
  }

  /** Those on which the party contradicts itself. */
  public final Positions contested() {
    return keep("contested", position -> position instanceof Contested);
  }

  /** Those last evidenced under an earlier administration than that of the as-of date. */
  public final Positions inherited() {
    return keep(
        "inherited", position -> carried(position, c -> c.standing() == Standing.INHERITED));
  }

  /** Those unknown of which there are hints. */
  public final Positions unknownButHinted() {
    return keep(
        "unknown but hinted at",
        position ->
            position instanceof Unknown unknown && unknown.reason() == Unknown.Reason.ONLY_HINTS);
  }

  /**
   * Those that are stale: last evidenced before a day.
   *
   * @param day the horizon, not after the as-of date
   * @throws IllegalArgumentException if it is after the as-of date
   */
  public final Positions staleSince(LocalDate day) {
    return staleSince(day, day.toString());
  }

  private Positions staleSince(LocalDate day, String given) {
    if (day.isAfter(viewpoint().asOf())) {
      throw new IllegalArgumentException(
          "the horizon "
              + When.read(given, day)
              + " is after "
              + viewpoint().asOf()
              + ", the date as of which is asked: give an earlier one");
    }
    return keep(
        "not evidenced since " + day,
        position -> carried(position, c -> c.lastEvidenced().isBefore(day)));
  }

  /**
   * Those that are stale: last evidenced before a day.
   *
   * @param day a day such as {@code 2020-08-11}; a month or year means its last day
   * @throws IllegalArgumentException if it is no day, or after the as-of date
   */
  public final Positions staleSince(String day) {
    return staleSince(When.lastDay(day), day);
  }

  private static boolean carried(Position position, Predicate<EvidencedPosition> fits) {
    return position.evidenced().filter(fits).isPresent();
  }

  @Override
  final List<String> partiesOf(Position row) {
    return List.of(row.party());
  }

  @Override
  final String propositionOf(Position row) {
    return row.proposition();
  }

  @Override
  final boolean answersFor(String organ) {
    return rows().stream().anyMatch(row -> row.party().equals(organ));
  }

  @Override
  final Positions with(Iterable<String> chosen, Iterable<Position> rows) {
    return ImmutablePositions.of(question(), viewpoint(), rows, chosen, dossier());
  }

  /**
   * The position of a party on a proposition, if it has a row.
   *
   * @throws IllegalArgumentException if an id is not in the dossier; it names the nearest
   */
  public final Optional<Position> position(String party, String proposition) {
    dossier().ids().party(party);
    dossier().ids().proposition(proposition);
    return rows().stream()
        .filter(
            position ->
                position.party().equals(party) && position.proposition().equals(proposition))
        .findFirst();
  }

  /** The question and a table, a position a row. */
  @Override
  public final TextPage page() {
    return AnswerPages.counted(
        question() + ", " + viewpoint() + narrowed(),
        ImmutableList.of(
            "party", "proposition", "position", "last evidenced", "administration", "cite"),
        rows(),
        position -> {
          Optional<EvidencedPosition> carried = position.evidenced();
          return AnswerPages.row(
              position.party(),
              position.proposition(),
              position instanceof Unknown unknown ? unknown.reason().name() : position.cellText(),
              carried.map(c -> c.lastEvidenced().toString()).orElse(""),
              carried.flatMap(EvidencedPosition::administration).map(TermOfOffice::head).orElse(""),
              cite(position));
        });
  }

  /** The claim to cite; where none carries a position, the nearest of those that hint at it. */
  private static String cite(Position position) {
    return Stream.of(
            position.support().stream().map(cited -> cited.claim().id()),
            position.possibleClaims().stream().map(cited -> "possibly " + cited.claim().id()),
            position.hints().stream().map(cited -> "hint " + cited.claim().id()))
        .flatMap(ids -> ids)
        .findFirst()
        .orElse("");
  }

  /** Returns its page in the standard style. */
  @Override
  public final String toString() {
    return page().toString();
  }
}

package org.demarche.answer;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.lookup.IdLookup;
import org.demarche.lookup.ReadDay;
import org.demarche.model.Dossier;
import org.demarche.model.TermOfOffice;
import org.demarche.model.When;
import org.demarche.suggestion.ShownValue;
import org.demarche.text.TextPage;
import org.demarche.typography.OneLine;
import org.immutables.value.Value;

/**
 * The positions of one party on every proposition, or of all parties on one proposition; sorted by
 * party, issue and proposition. An unknown position has a row only if there are hints or claims
 * that were possibly made by the as-of date.
 *
 * <pre>{@code
 * tracker.asOf("2022-08-11").positionsOf("rok").inherited()
 * tracker.asOf("2022-08-11").positionsOn("three-nos")
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Positions extends FilterableAnswer<Position, Positions>
    implements Answer {
  private static final String OF = "Positions of ";
  private static final String ON = "Positions on ";

  Positions() {}

  /** {@return the question, in words} */
  @Value.Parameter
  public abstract String question();

  /** {@return the viewpoint from which the positions are derived} */
  @Value.Parameter
  public abstract Viewpoint viewpoint();

  /** {@return the positions} */
  @Override
  @Value.Parameter
  public abstract ImmutableList<Position> rows();

  @Override
  @Value.Parameter
  public abstract ImmutableList<String> filters();

  @Override
  @Value.Auxiliary
  @Value.Parameter
  abstract Dossier dossier();

  /**
   * Keeps only the known positions, whose claims agree.
   *
   * @return the filtered positions
   */
  public final Positions known() {
    return filter("known", position -> position instanceof Known);
  }

  /**
   * Keeps only the positions on which the party contradicts itself.
   *
   * @return the filtered positions
   */
  public final Positions contested() {
    return filter("contested", position -> position instanceof Contested);
  }

  /**
   * Keeps only the positions that were last evidenced under an earlier administration than the
   * administration in office on the as-of date.
   *
   * @return the filtered positions
   */
  public final Positions inherited() {
    return filter(
        "inherited",
        position -> isEvidenced(position, evidenced -> evidenced.standing() == Standing.INHERITED));
  }

  /**
   * Keeps only the unknown positions for which there are hints.
   *
   * @return the filtered positions
   */
  public final Positions unknownButHinted() {
    return filter(
        "unknown but hinted at",
        position ->
            position instanceof Unknown unknown && unknown.reason() == Unknown.Reason.ONLY_HINTS);
  }

  /**
   * Keeps only the stale positions, which were last evidenced before a given day.
   *
   * @param day the horizon; not after the as-of date
   * @return the filtered positions
   * @throws IllegalArgumentException if the day is after the as-of date
   */
  public final Positions staleSince(LocalDate day) {
    return staleSince(requireNonNull(day, "day"), day.toString());
  }

  private Positions staleSince(LocalDate day, String text) {
    if (day.isAfter(viewpoint().asOf())) {
      throw ShownValue.refused(
          "the horizon "
              + ReadDay.text(text, day)
              + " is after "
              + viewpoint().asOf()
              + ", the as-of date: give an earlier day");
    }
    return filter(
        "not evidenced since " + day,
        position -> isEvidenced(position, evidenced -> evidenced.lastEvidenced().isBefore(day)));
  }

  /**
   * Keeps only the stale positions, which were last evidenced before a given day.
   *
   * @param day a day such as {@code 2020-08-11}; a month or year means its last day
   * @return the filtered positions
   * @throws IllegalArgumentException if the text is not a date, or the day is after the as-of date
   */
  public final Positions staleSince(String day) {
    return staleSince(When.lastDay(requireNonNull(day, "day")), day);
  }

  private static boolean isEvidenced(Position position, Predicate<EvidencedPosition> condition) {
    return position.evidenced().filter(condition).isPresent();
  }

  @Override
  final List<String> partiesOf(Position row) {
    return List.of(row.party());
  }

  @Override
  final Optional<TextPage> pageOf(Position row, Wording wording) {
    return Optional.of(row.page(wording));
  }

  @Override
  final String propositionOf(Position row) {
    return row.proposition();
  }

  @Override
  final boolean mayHaveRowsOf(String organ) {
    return rows().stream().anyMatch(row -> row.party().equals(organ));
  }

  @Override
  final Positions withRows(Iterable<String> filters, Iterable<Position> rows) {
    return ImmutablePositions.of(question(), viewpoint(), rows, filters, dossier());
  }

  /**
   * Returns the position of a party on a proposition.
   *
   * @param party the id of the party
   * @param proposition the id of the proposition
   * @return the position, or empty if it has no row
   * @throws IllegalArgumentException if an id is not in the dossier; the message suggests the
   *     nearest id
   */
  public final Optional<Position> position(String party, String proposition) {
    requireNonNull(party, "party");
    requireNonNull(proposition, "proposition");
    new IdLookup(dossier()).party(party);
    new IdLookup(dossier()).proposition(proposition);
    return rows().stream()
        .filter(
            position ->
                position.party().equals(party) && position.proposition().equals(proposition))
        .findFirst();
  }

  private String question(Wording wording) {
    if (!wording.isCodes() && question().startsWith(OF)) {
      return wording.text(
          "positions.of", wording.party(dossier(), question().substring(OF.length())));
    }
    if (!wording.isCodes() && question().startsWith(ON)) {
      return wording.text(
          "positions.on", wording.proposition(dossier(), question().substring(ON.length())));
    }
    return question();
  }

  @Override
  final boolean isNamed(String id) {
    return question().equals(OF + id) || question().equals(ON + id);
  }

  private String heading(Wording wording) {
    return question(wording) + ", " + viewpoint().text(wording, dossier()) + filtersText(wording);
  }

  @Override
  public final String sentence(Wording wording) {
    requireNonNull(wording, "wording");
    return summary(
        wording,
        heading(wording),
        "positions",
        Position::party,
        row -> PositionContext.of(row).phrase(wording));
  }

  /** {@return the question and a table with one row per position} */
  @Override
  public final TextPage page(Wording wording) {
    requireNonNull(wording, "wording");
    return withParties(
        AnswerPages.counted(
            "positions",
            heading(wording),
            tableByParty(wording, Position::party)
                .columnIf(
                    wording.isCodes() || !question().startsWith(ON),
                    "proposition",
                    row -> wording.proposition(dossier(), row.proposition()))
                .column(
                    "position",
                    row -> PositionContext.of(row).cellOrReason(wording),
                    row -> PositionContext.of(row).anchor())
                .column(
                    "lastEvidenced",
                    row -> row.evidenced().map(e -> lastEvidenced(e, wording)).orElse(""))
                .column("administration", row -> administration(row, wording))
                .column("cite", row -> cite(row, wording))
                .ids(Position::proposition),
            rows()),
        wording);
  }

  /**
   * Returns the day of the newest evidence, and that of the newest explicit claim if it differs.
   */
  private static String lastEvidenced(EvidencedPosition position, Wording wording) {
    LocalDate day = position.lastEvidenced();
    return position
        .lastExplicit()
        .filter(explicit -> !explicit.equals(day))
        .map(explicit -> wording.text("cell.lastExplicit", day.toString(), explicit.toString()))
        .orElse(day.toString());
  }

  private String administration(Position row, Wording wording) {
    return row.evidenced()
        .flatMap(EvidencedPosition::administration)
        .map(TermOfOffice::head)
        .map(head -> wording.isCodes() ? head : wording.name(dossier(), head))
        .orElse("");
  }

  /**
   * Returns the id of the claim to cite; without support, the ids of the claims for the parts that
   * are held, or the id of the nearest possible claim or hint.
   */
  private static String cite(Position position, Wording wording) {
    return Stream.of(
            ids(position.support(), wording),
            parts(position, wording),
            ids(position.possibleClaims(), wording).map(id -> wording.text("cite.possible", id)),
            ids(position.hints(), wording).map(id -> wording.text("cite.hint", id)))
        .flatMap(ids -> ids)
        .findFirst()
        .orElse("");
  }

  private static Stream<String> parts(Position position, Wording wording) {
    return position.partsHeld().isEmpty()
        ? Stream.of()
        : Stream.of(
            wording.text(
                "cite.part",
                ids(position.partsHeld(), wording)
                    .collect(Collectors.joining(wording.text("list.comma")))));
  }

  private static Stream<String> ids(List<CitedClaim> claims, Wording wording) {
    return claims.stream().map(cited -> ClaimText.id(cited.claim(), wording));
  }

  /** {@return the question and the number of positions, in one line} */
  @Override
  public final String toString() {
    return OneLine.of(
        question()
            + ", "
            + viewpoint()
            + filtersText()
            + ": "
            + AnswerPages.count(rows().size(), "position", "positions"));
  }
}

package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.answer.Change;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Known;
import org.demarche.answer.OtherCapacity;
import org.demarche.answer.Position;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.TermOfOffice;

/** The facts of positions, and the columns of tables that show positions. */
final class PositionColumns {
  private PositionColumns() {}

  /** The status of a position: one constant for each type of position. */
  enum Status {
    KNOWN,
    CONTESTED,
    UNKNOWN;

    static Status of(Position position) {
      return position instanceof Known
          ? KNOWN
          : position instanceof Contested ? CONTESTED : UNKNOWN;
    }
  }

  static <V> Optional<V> known(Position position, Function<Known, V> fact) {
    return position.known().map(fact);
  }

  static <V> Optional<V> evidenced(Position position, Function<EvidencedPosition, V> fact) {
    return position.evidenced().map(fact);
  }

  static Optional<String> administration(Position position) {
    return position.evidenced().flatMap(EvidencedPosition::administration).map(TermOfOffice::head);
  }

  static Optional<Unknown.Reason> reason(Position position) {
    return position instanceof Unknown unknown ? Optional.of(unknown.reason()) : Optional.empty();
  }

  static List<CitedClaim> corrected(Position position) {
    return position instanceof Unknown unknown ? unknown.correctedClaims() : ImmutableList.of();
  }

  /** Returns the ids of the conflicting claims, which are all among the support. */
  static Optional<List<String>> sides(Position position) {
    return position instanceof Contested contested
        ? Optional.of(contested.sides().stream().map(side -> side.claim().id()).toList())
        : Optional.empty();
  }

  /** Returns whether the due day is past, if there is one. */
  static Optional<Boolean> pastDue(Position position) {
    return position.known().filter(known -> known.due().isPresent()).map(Known::isPastDue);
  }

  static Object orBlank(Optional<?> fact) {
    return fact.isPresent() ? fact.get() : "";
  }

  /** The columns of a position, without its party, proposition and viewpoint. */
  static final CsvColumns<Position> FACTS =
      new CsvColumns<Position>()
          .and("status", Status::of)
          .and("stance", p -> orBlank(known(p, Known::stance)))
          .and("force", p -> orBlank(known(p, Known::force)))
          .and("grade", p -> orBlank(known(p, Known::grade)))
          .and("implied", p -> orBlank(known(p, Known::isImplied)))
          .and("standing", p -> orBlank(evidenced(p, EvidencedPosition::standing)))
          .and("administration", p -> orBlank(administration(p)))
          .and("condition", p -> orBlank(known(p, Known::condition).flatMap(c -> c)))
          .and(
              "commitment",
              p -> orBlank(known(p, Known::commitment).flatMap(c -> c).map(PositionColumns::id)))
          .and("conditions", PositionColumns::conditions)
          .and("due", p -> orBlank(known(p, Known::due).flatMap(d -> d)))
          .and("past_due", p -> orBlank(pastDue(p)))
          .and("last_evidenced", p -> orBlank(evidenced(p, EvidencedPosition::lastEvidenced)))
          .and(
              "last_explicit",
              p -> orBlank(evidenced(p, EvidencedPosition::lastExplicit).flatMap(d -> d)))
          .and("independent_roots", p -> orBlank(evidenced(p, EvidencedPosition::independentRoots)))
          .and("reason", p -> orBlank(reason(p)))
          .and("sides", p -> orBlank(sides(p).map(CsvColumns::joined)))
          .and("headline", p -> p.support().isEmpty() ? "" : id(p.support().get(0)))
          .and("disputing", p -> ids(p.disputingClaims()))
          .and("retracted", p -> ids(p.retractedClaims()))
          .and(
              "parts_held",
              p ->
                  CsvColumns.joined(
                      p.partsHeld().stream().map(c -> c.claim().proposition()).toList()))
          .and(
              "parts_held_grades",
              p -> CsvColumns.joined(p.partsHeld().stream().map(CitedClaim::grade).toList()))
          .and("parts_in_all", PositionColumns::partsInAll)
          .and("rivals", p -> ids(p.rivalClaims()))
          .and("corrected", p -> ids(corrected(p)))
          .and("answered_by", p -> p.support().isEmpty() ? "" : ids(p.support().get(0).responses()))
          .and(
              "other_capacities",
              p ->
                  CsvColumns.joined(
                      p.otherCapacities().stream().map(OtherCapacity::party).toList()));

  private static String conditions(Position position) {
    return CsvColumns.joined(
        position.support().stream()
            .flatMap(cited -> cited.claim().condition().stream())
            .distinct()
            .toList());
  }

  /** Returns the number of parts of a composite of which some are held. */
  private static Object partsInAll(Position position) {
    return position.partsHeld().isEmpty()
        ? ""
        : orBlank(
            AnswerFactory.get()
                .dossier(position)
                .flatMap(dossier -> dossier.proposition(position.proposition()))
                .map(whole -> whole.parts().size()));
  }

  private static String id(CitedClaim cited) {
    return cited.claim().id();
  }

  private static String ids(List<CitedClaim> claims) {
    return CsvColumns.joined(claims.stream().map(PositionColumns::id).toList());
  }

  /** Returns the claim that brought a change by implication alone, if one did. */
  static Object impliedBy(Change change) {
    return orBlank(change.impliedBy().map(PositionColumns::id));
  }

  static final CsvColumns<Position> POSITION =
      new CsvColumns<Position>()
          .and("party", Position::party)
          .and("proposition", Position::proposition)
          .and("", SharedColumns.VIEWPOINT, Position::viewpoint)
          .and("", FACTS, position -> position);

  /** Returns one row for each party and proposition. */
  static List<List<String>> table(StanceGrid grid) {
    List<List<String>> table = new ArrayList<>();
    table.add(ImmutableList.of("party", "proposition", "outcome"));
    for (int cell = 0; cell < grid.cells().size(); cell++) {
      table.add(
          ImmutableList.of(
              grid.parties().get(cell / grid.propositions().size()),
              grid.propositions().get(cell % grid.propositions().size()),
              grid.cells().get(cell).name()));
    }
    return table;
  }

  static final CsvColumns<Timeline.Entry> TIMELINE_ENTRY =
      new CsvColumns<Timeline.Entry>()
          .and("party", Timeline.Entry::party)
          .and("proposition", Timeline.Entry::proposition)
          .and("day", Timeline.Entry::day)
          .and("outcome", Timeline.Entry::outcome)
          .and("", FACTS, Timeline.Entry::position);

  static final CsvColumns<Explanation.Considered> CONSIDERED =
      new CsvColumns<Explanation.Considered>()
          .and("ruling", Explanation.Considered::ruling)
          .and("rule", Explanation.Considered::rule)
          .and("decided_by", considered -> considered.decidedBy().orElse(""))
          .and("not_superseded_by", considered -> considered.notSupersededBy().orElse(""))
          .and("reason", considered -> orBlank(considered.reason()))
          .and("answered_by", considered -> ids(considered.cited().responses()))
          .and(
              "revised_by",
              considered -> CsvColumns.joined(considered.cited().revisedSources().values()))
          .and("cited_stance", considered -> considered.cited().stance())
          .and("implied", considered -> considered.cited().isImplied())
          .and("grade", considered -> considered.cited().grade())
          .and("", SharedColumns.CLAIM, considered -> considered.cited().claim());

  static final CsvColumns<Change> CHANGE =
      new CsvColumns<Change>()
          .and("party", Change::party)
          .and("proposition", Change::proposition)
          .and("change", Change::label)
          .and("administration_changed", Change::hasAdministrationChanged)
          .and("unlike_evidence", Change::hasUnlikeEvidence)
          .and("implied_by", PositionColumns::impliedBy)
          .and("before_as_of", change -> change.before().viewpoint().asOf())
          .and("after_as_of", change -> change.after().viewpoint().asOf())
          .and("", SharedColumns.EVIDENCE, change -> change.after().viewpoint())
          .and("before_", FACTS, Change::before)
          .and("after_", FACTS, Change::after);

  static final CsvColumns<Difference> DIFFERENCE =
      new CsvColumns<Difference>()
          .and("party", Difference::party)
          .and("proposition", Difference::proposition)
          .and("difference", Difference::label)
          .and("altered", difference -> CsvColumns.joined(difference.altered()))
          .and("as_of", difference -> difference.here().viewpoint().asOf())
          .and("here_", SharedColumns.EVIDENCE, difference -> difference.here().viewpoint())
          .and("there_", SharedColumns.EVIDENCE, difference -> difference.there().viewpoint())
          .and("here_", FACTS, Difference::here)
          .and("there_", FACTS, Difference::there);

  static final CsvColumns<Relation> RELATION =
      new CsvColumns<Relation>()
          .and("proposition", Relation::proposition)
          .and("first", relation -> relation.first().party())
          .and("second", relation -> relation.second().party())
          .and("relation", Relation::label)
          .and("rival", relation -> relation.rival().orElse(""))
          .and(
              "rival_headline",
              relation -> relation.rivalPosition().map(p -> id(p.support().get(0))).orElse(""))
          .and("", SharedColumns.VIEWPOINT, relation -> relation.first().viewpoint())
          .and("first_", FACTS, Relation::first)
          .and("second_", FACTS, Relation::second);
}

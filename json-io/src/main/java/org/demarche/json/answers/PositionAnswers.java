package org.demarche.json.answers;

import static org.demarche.json.answers.SharedMembers.BOOLEAN;
import static org.demarche.json.answers.SharedMembers.CITED_CLAIM;
import static org.demarche.json.answers.SharedMembers.CITED_CLAIMS;
import static org.demarche.json.answers.SharedMembers.DAY;
import static org.demarche.json.answers.SharedMembers.FORCE;
import static org.demarche.json.answers.SharedMembers.GRADE;
import static org.demarche.json.answers.SharedMembers.INTEGER;
import static org.demarche.json.answers.SharedMembers.STANCE;
import static org.demarche.json.answers.SharedMembers.TEXT;
import static org.demarche.json.answers.SharedMembers.TEXTS;
import static org.demarche.json.answers.SharedMembers.VIEWPOINT;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.answer.Contested;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Positions;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Standing;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.json.records.Codec;
import org.demarche.json.records.ValueWriter;
import org.demarche.model.TermOfOffice;

/** Answers that are positions: one, a list, a matrix, a grid, a timeline, or one explained. */
final class PositionAnswers {
  private PositionAnswers() {}

  /** The status of a position: one constant for each type of position. */
  private enum Status {
    KNOWN,
    CONTESTED,
    UNKNOWN;

    static Status of(Position position) {
      return position instanceof Known
          ? KNOWN
          : position instanceof Contested ? CONTESTED : UNKNOWN;
    }
  }

  private static <V> Optional<V> known(Position position, Function<Known, V> fact) {
    return position.known().map(fact);
  }

  private static <V> Optional<V> evidenced(Position position, Function<EvidencedPosition, V> fact) {
    return position.evidenced().map(fact);
  }

  private static Optional<String> administration(Position position) {
    return position.evidenced().flatMap(EvidencedPosition::administration).map(TermOfOffice::head);
  }

  private static Optional<Unknown.Reason> reason(Position position) {
    return position instanceof Unknown unknown ? Optional.of(unknown.reason()) : Optional.empty();
  }

  /** Returns the ids of the conflicting claims, which are all among the support. */
  private static Optional<List<String>> sides(Position position) {
    return position instanceof Contested contested
        ? Optional.of(contested.sides().stream().map(side -> side.claim().id()).toList())
        : Optional.empty();
  }

  private static Object orBlank(Optional<?> fact) {
    return fact.isPresent() ? fact.get() : "";
  }

  private static final MemberWriter<Position> POSITION_MEMBERS =
      new MemberWriter<Position>()
          .and("party", TEXT, Position::party)
          .and("proposition", TEXT, Position::proposition)
          .and("viewpoint", VIEWPOINT, Position::viewpoint)
          .and("status", Codec.oneOf(Status.class), Status::of)
          .maybe("stance", STANCE, p -> known(p, Known::stance))
          .maybe("force", FORCE, p -> known(p, Known::force))
          .maybe("grade", GRADE, p -> known(p, Known::grade))
          .maybe("frames", TEXTS, p -> known(p, Known::frames))
          .maybe("implied", BOOLEAN, p -> known(p, Known::isImplied))
          .maybe("commitment", BOOLEAN, p -> known(p, Known::isCommitment))
          .maybe(
              "standing",
              Codec.oneOf(Standing.class),
              p -> evidenced(p, EvidencedPosition::standing))
          .maybe("administration", TEXT, PositionAnswers::administration)
          .maybe("lastEvidenced", DAY, p -> evidenced(p, EvidencedPosition::lastEvidenced))
          .maybe(
              "independentRoots", INTEGER, p -> evidenced(p, EvidencedPosition::independentRoots))
          .maybe("reason", Codec.oneOf(Unknown.Reason.class), PositionAnswers::reason)
          .maybe("sides", TEXTS, PositionAnswers::sides)
          .and("support", CITED_CLAIMS, Position::support)
          .and("possibleClaims", CITED_CLAIMS, Position::possibleClaims)
          .and("hasMorePossibleClaims", BOOLEAN, Position::hasMorePossibleClaims)
          .and("hints", CITED_CLAIMS, Position::hints)
          .and("hasMoreHints", BOOLEAN, Position::hasMoreHints)
          .and("reports", CITED_CLAIMS, Position::reports)
          .and("hasMoreReports", BOOLEAN, Position::hasMoreReports);

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
          .and("last_evidenced", p -> orBlank(evidenced(p, EvidencedPosition::lastEvidenced)))
          .and("independent_roots", p -> orBlank(evidenced(p, EvidencedPosition::independentRoots)))
          .and("reason", p -> orBlank(reason(p)))
          .and("sides", p -> orBlank(sides(p).map(CsvColumns::joined)))
          .and("headline", p -> p.support().isEmpty() ? "" : p.support().get(0).claim().id());

  private static final CsvColumns<Position> COLUMNS =
      new CsvColumns<Position>()
          .and("party", Position::party)
          .and("proposition", Position::proposition)
          .and("", SharedColumns.VIEWPOINT, Position::viewpoint)
          .and("", FACTS, position -> position);

  static final AnswerType<Position> POSITION =
      new AnswerType<>(
          "position",
          Position.class,
          POSITION_MEMBERS,
          position -> COLUMNS.table(ImmutableList.of(position)));

  /** A reference to the definition of a position. */
  static final ValueWriter<Position> POSITION_VALUE =
      ValueWriter.defined("position", () -> POSITION_MEMBERS);

  static final AnswerType<Positions> POSITIONS =
      new AnswerType<>(
          "positions",
          Positions.class,
          new MemberWriter<Positions>()
              .and("question", TEXT, Positions::question)
              .and("viewpoint", VIEWPOINT, Positions::viewpoint)
              .and("filters", TEXTS, Positions::filters)
              .and("rows", ValueWriter.list(POSITION_VALUE), Positions::rows),
          positions -> COLUMNS.table(positions.rows()));

  /** A column of a matrix. */
  private record MatrixColumn(String title, Viewpoint viewpoint) {}

  private static List<MatrixColumn> columns(Matrix matrix) {
    ImmutableList.Builder<MatrixColumn> columns = ImmutableList.builder();
    for (int i = 0; i < matrix.columns().size(); i++) {
      columns.add(new MatrixColumn(matrix.columns().get(i), matrix.viewpoints().get(i)));
    }
    return columns.build();
  }

  static final AnswerType<Matrix> MATRIX =
      new AnswerType<>(
          "matrix",
          Matrix.class,
          new MemberWriter<Matrix>()
              .and("parties", TEXTS, Matrix::parties)
              .and("propositions", TEXTS, Matrix::propositions)
              .and(
                  "columns",
                  ValueWriter.list(
                      new MemberWriter<MatrixColumn>()
                          .and("title", TEXT, MatrixColumn::title)
                          .and("viewpoint", VIEWPOINT, MatrixColumn::viewpoint)),
                  PositionAnswers::columns)
              .and("positions", ValueWriter.list(POSITION_VALUE), Matrix::positions),
          matrix -> COLUMNS.table(matrix.positions()));

  static final AnswerType<StanceGrid> STANCE_GRID =
      new AnswerType<>(
          "stanceGrid",
          StanceGrid.class,
          new MemberWriter<StanceGrid>()
              .and("viewpoint", VIEWPOINT, StanceGrid::viewpoint)
              .and("parties", TEXTS, StanceGrid::parties)
              .and("propositions", TEXTS, StanceGrid::propositions)
              .and(
                  "cells", ValueWriter.list(Codec.oneOf(PositionOutcome.class)), StanceGrid::cells),
          PositionAnswers::table);

  /** Returns one row for each party and proposition. */
  private static List<List<String>> table(StanceGrid grid) {
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

  static final ValueWriter<Timeline.Entry> TIMELINE_ENTRY_MEMBERS =
      new MemberWriter<Timeline.Entry>()
          .and("party", TEXT, Timeline.Entry::party)
          .and("day", DAY, Timeline.Entry::day)
          .and("outcome", Codec.oneOf(PositionOutcome.class), Timeline.Entry::outcome);

  private static final CsvColumns<Timeline.Entry> TIMELINE_COLUMNS =
      new CsvColumns<Timeline.Entry>()
          .and("party", Timeline.Entry::party)
          .and("day", Timeline.Entry::day)
          .and("outcome", Timeline.Entry::outcome);

  static final AnswerType<Timeline> TIMELINE =
      new AnswerType<>(
          "timeline",
          Timeline.class,
          new MemberWriter<Timeline>()
              .and("proposition", TEXT, Timeline::proposition)
              .and("viewpoint", VIEWPOINT, Timeline::viewpoint)
              .and("rows", ValueWriter.list(TIMELINE_ENTRY_MEMBERS), Timeline::rows),
          timeline -> TIMELINE_COLUMNS.table(timeline.rows()));

  static final ValueWriter<Explanation.Considered> CONSIDERED_MEMBERS =
      new MemberWriter<Explanation.Considered>()
          .and("ruling", Codec.oneOf(Explanation.Ruling.class), Explanation.Considered::ruling)
          .and("rule", INTEGER, considered -> considered.ruling().rule())
          .maybe("supersededBy", TEXT, Explanation.Considered::supersededBy)
          .and("cited", CITED_CLAIM, Explanation.Considered::cited);

  private static final CsvColumns<Explanation.Considered> CONSIDERED_COLUMNS =
      new CsvColumns<Explanation.Considered>()
          .and("ruling", Explanation.Considered::ruling)
          .and("rule", considered -> considered.ruling().rule())
          .and("superseded_by", considered -> considered.supersededBy().orElse(""))
          .and("cited_stance", considered -> considered.cited().stance())
          .and("implied", considered -> considered.cited().isImplied())
          .and("grade", considered -> considered.cited().grade())
          .and("", SharedColumns.CLAIM, considered -> considered.cited().claim());

  static final AnswerType<Explanation> EXPLANATION =
      new AnswerType<>(
          "explanation",
          Explanation.class,
          new MemberWriter<Explanation>()
              .and("position", POSITION_VALUE, Explanation::position)
              .and("considered", ValueWriter.list(CONSIDERED_MEMBERS), Explanation::considered),
          explanation -> CONSIDERED_COLUMNS.table(explanation.considered()));
}

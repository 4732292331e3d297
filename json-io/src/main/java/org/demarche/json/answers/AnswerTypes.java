package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Chronology;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Comparison;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Network;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Positions;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Standing;
import org.demarche.answer.Tally;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.TermOfOffice;
import tools.jackson.core.JsonGenerator;

/** The forms of answers, member by member, as they stand in JSON. */
final class AnswerWriters {
  private static final ValueWriter<String> TEXT = Codec.TEXT;
  private static final ValueWriter<Boolean> BOOLEAN = Codec.BOOLEAN;
  private static final ValueWriter<Integer> INTEGER = Codec.INTEGER;
  private static final ValueWriter<LocalDate> DAY = Codec.DAY;
  private static final ValueWriter<Collection<? extends String>> TEXTS = ValueWriter.list(TEXT);
  private static final ValueWriter<Stance> STANCE = Codec.oneOf(Stance.class);
  private static final ValueWriter<Force> FORCE = Codec.oneOf(Force.class);
  private static final ValueWriter<Grade> GRADE = Codec.oneOf(Grade.class);
  private static final ValueWriter<Claim> CLAIM =
      ValueWriter.defined("claim", () -> RecordCodecs.CLAIM);
  private static final ValueWriter<Proposition> PROPOSITION =
      ValueWriter.defined("proposition", () -> RecordCodecs.PROPOSITION);
  private static final ValueWriter<Collection<? extends Evidence>> EVIDENCE =
      ValueWriter.list(ValueWriter.defined("evidence", () -> RecordCodecs.EVIDENCE));

  private AnswerWriters() {}

  /** How a position is known: the constants of its kinds. */
  private enum State {
    KNOWN,
    CONTESTED,
    UNKNOWN
  }

  private static final ValueWriter<Viewpoint> VIEWPOINT =
      new MemberWriter<Viewpoint>()
          .and("asOf", DAY, Viewpoint::asOf)
          .maybe("knownAt", DAY, Viewpoint::knownAt)
          .and("without", TEXTS, Viewpoint::without)
          .and("withoutRelays", TEXTS, Viewpoint::withoutRelays)
          .and("withoutSpeakers", TEXTS, Viewpoint::withoutSpeakers)
          .and("only", TEXTS, Viewpoint::only)
          .and("floor", GRADE, Viewpoint::minGrade);

  private static final ValueWriter<Viewpoint> A_VIEWPOINT =
      ValueWriter.defined("viewpoint", () -> VIEWPOINT);

  private static final ValueWriter<CitedClaim> CITED =
      new MemberWriter<CitedClaim>()
          .and("claim", CLAIM, CitedClaim::claim)
          .and("stance", STANCE, CitedClaim::stance)
          .and("implied", BOOLEAN, CitedClaim::isImplied)
          .and("grade", GRADE, CitedClaim::grade)
          .and("authority", Codec.oneOf(Authority.class), CitedClaim::authority)
          .and("evidence", EVIDENCE, CitedClaim::evidence);

  private static final ValueWriter<CitedClaim> A_CITED = ValueWriter.defined("cited", () -> CITED);
  private static final ValueWriter<Collection<? extends CitedClaim>> CITEDS =
      ValueWriter.list(A_CITED);

  private static final ValueWriter<Position> POSITION =
      new MemberWriter<Position>()
          .and("party", TEXT, Position::party)
          .and("proposition", TEXT, Position::proposition)
          .and("viewpoint", A_VIEWPOINT, Position::viewpoint)
          .and("state", Codec.oneOf(State.class), AnswerWriters::state)
          .maybe("stance", STANCE, p -> p.known().map(Known::stance))
          .maybe("force", FORCE, p -> p.known().map(Known::force))
          .maybe("grade", GRADE, p -> p.known().map(Known::grade))
          .maybe("frames", TEXTS, p -> p.known().map(Known::frames))
          .maybe("implied", BOOLEAN, p -> p.known().map(Known::isImplied))
          .maybe("commitment", BOOLEAN, p -> p.known().map(Known::isCommitment))
          .maybe(
              "standing",
              Codec.oneOf(Standing.class),
              p -> p.evidenced().map(EvidencedPosition::standing))
          .maybe("administration", TEXT, AnswerWriters::administration)
          .maybe("lastEvidenced", DAY, p -> p.evidenced().map(EvidencedPosition::lastEvidenced))
          .maybe(
              "independentRoots",
              INTEGER,
              p -> p.evidenced().map(EvidencedPosition::independentRoots))
          .maybe("reason", Codec.oneOf(Unknown.Reason.class), AnswerWriters::reason)
          .maybe("sides", TEXTS, AnswerWriters::sides)
          .and("support", CITEDS, Position::support)
          .and("possibly", CITEDS, Position::possibleClaims)
          .and("morePossibly", BOOLEAN, Position::hasMorePossibleClaims)
          .and("hints", CITEDS, Position::hints)
          .and("moreHints", BOOLEAN, Position::hasMoreHints)
          .and("reports", CITEDS, Position::reports)
          .and("moreReports", BOOLEAN, Position::hasMoreReports);

  private static State state(Position position) {
    return position instanceof Known
        ? State.KNOWN
        : position instanceof Contested ? State.CONTESTED : State.UNKNOWN;
  }

  private static Optional<String> administration(Position position) {
    return position.evidenced().flatMap(EvidencedPosition::administration).map(TermOfOffice::head);
  }

  private static Optional<Unknown.Reason> reason(Position position) {
    return position instanceof Unknown unknown ? Optional.of(unknown.reason()) : Optional.empty();
  }

  /** The ids of the claims that stand against one another; they are all among the support. */
  private static Optional<List<String>> sides(Position position) {
    return position instanceof Contested contested
        ? Optional.of(contested.sides().stream().map(side -> side.claim().id()).toList())
        : Optional.empty();
  }

  private static final ValueWriter<Position> A_POSITION =
      ValueWriter.defined("position", () -> POSITION);

  private static final ValueWriter<Change> CHANGE =
      new MemberWriter<Change>()
          .and("label", Codec.oneOf(Change.Label.class), Change::label)
          .and("administrationChanged", BOOLEAN, Change::hasAdministrationChanged)
          .and("evidenceUnlike", BOOLEAN, Change::hasUnlikeEvidence)
          .and("before", A_POSITION, Change::before)
          .and("after", A_POSITION, Change::after);

  private static final ValueWriter<Change> A_CHANGE = ValueWriter.defined("change", () -> CHANGE);

  private static final ValueWriter<Difference> DIFFERENCE =
      new MemberWriter<Difference>()
          .and("label", Codec.oneOf(Difference.Label.class), Difference::label)
          .and(
              "altered",
              ValueWriter.list(Codec.oneOf(Difference.Aspect.class)),
              Difference::altered)
          .and("here", A_POSITION, Difference::here)
          .and("there", A_POSITION, Difference::there);

  private static final ValueWriter<Difference> A_DIFFERENCE =
      ValueWriter.defined("difference", () -> DIFFERENCE);

  private static final ValueWriter<Relation.Exchange> EXCHANGE =
      new MemberWriter<Relation.Exchange>()
          .and("answer", TEXT, exchange -> exchange.answer().claim().id())
          .and("answered", TEXT, exchange -> exchange.answered().claim().id());

  private static final ValueWriter<Relation> RELATION =
      new MemberWriter<Relation>()
          .and("label", Codec.oneOf(Relation.Label.class), Relation::label)
          .maybe("rival", TEXT, Relation::rival)
          .and("first", A_POSITION, Relation::first)
          .and("second", A_POSITION, Relation::second)
          .and("exchanges", ValueWriter.list(EXCHANGE), Relation::exchanges);

  private static final ValueWriter<Relation> A_RELATION =
      ValueWriter.defined("relation", () -> RELATION);

  /** A column of a matrix. */
  private record Column(String title, Viewpoint viewpoint) {}

  private static final ValueWriter<Column> COLUMN =
      new MemberWriter<Column>()
          .and("title", TEXT, Column::title)
          .and("viewpoint", A_VIEWPOINT, Column::viewpoint);

  private static List<Column> columns(Matrix matrix) {
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    for (int i = 0; i < matrix.columns().size(); i++) {
      columns.add(new Column(matrix.columns().get(i), matrix.viewpoints().get(i)));
    }
    return columns.build();
  }

  private static final ValueWriter<Timeline.Entry> TURN =
      new MemberWriter<Timeline.Entry>()
          .and("party", TEXT, Timeline.Entry::party)
          .and("day", Codec.DAY, Timeline.Entry::day)
          .and("held", Codec.oneOf(PositionOutcome.class), Timeline.Entry::outcome);

  private static final ValueWriter<Readouts.Point> POINT =
      new MemberWriter<Readouts.Point>()
          .and("claim", CLAIM, Readouts.Point::claim)
          .and("tellers", TEXTS, Readouts.Point::tellers)
          .and("verdict", Codec.oneOf(Readouts.Verdict.class), Readouts.Point::verdict)
          .and("answeredBy", TEXTS, Readouts.Point::answeredBy);

  private static final ValueWriter<Map<String, Grade>> GRADES =
      new ValueWriter<>() {
        @Override
        public void write(Map<String, Grade> grades, JsonGenerator out) {
          out.writeStartObject();
          grades.forEach((principal, grade) -> out.writeStringProperty(principal, grade.name()));
          out.writeEndObject();
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "object");
          out.writeName("additionalProperties");
          out.writeStartObject();
          GRADE.schema(out);
          out.writeEndObject();
        }
      };

  private static final ValueWriter<Chronology.Entry> ENTRY =
      new MemberWriter<Chronology.Entry>()
          .and("claim", CLAIM, Chronology.Entry::claim)
          .and("undated", BOOLEAN, Chronology.Entry::isUndated)
          .and("evidence", EVIDENCE, Chronology.Entry::evidence)
          .and("grades", GRADES, Chronology.Entry::grades);

  private static final ValueWriter<Explanation.Considered> CONSIDERED =
      new MemberWriter<Explanation.Considered>()
          .and("ruling", Codec.oneOf(Explanation.Ruling.class), Explanation.Considered::ruling)
          .and("rule", INTEGER, considered -> considered.ruling().rule())
          .maybe("supersededBy", TEXT, Explanation.Considered::supersededBy)
          .and("cited", A_CITED, Explanation.Considered::cited);

  private static final ValueWriter<Double> NUMBER =
      new ValueWriter<>() {
        @Override
        public void write(Double number, JsonGenerator out) {
          out.writeNumber(number);
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "number");
        }
      };

  private static final ValueWriter<Tally> TALLY =
      new MemberWriter<Tally>()
          .maybe("question", TEXT, tally -> Optional.of(tally.question()).filter(q -> !q.isEmpty()))
          .and("first", TEXT, Tally::first)
          .and("second", TEXT, Tally::second)
          .and("joint", INTEGER, Tally::joint)
          .and("same", INTEGER, Tally::same)
          .and("sameDecided", INTEGER, Tally::sameDecided)
          .and("opposed", INTEGER, Tally::opposed)
          .and("partial", INTEGER, Tally::partial)
          .maybe("identicalShare", NUMBER, tally -> share(tally, Tally.Measure.IDENTICAL_SHARE))
          .maybe("halfCredit", NUMBER, tally -> share(tally, Tally.Measure.HALF_CREDIT))
          .maybe("decidedOnly", NUMBER, tally -> share(tally, Tally.Measure.DECIDED_ONLY))
          .maybe("net", NUMBER, tally -> share(tally, Tally.Measure.NET));

  private static Optional<Double> share(Tally tally, Tally.Measure measure) {
    return tally.measure(measure).stream().boxed().findFirst();
  }

  /** The cells of a network, row by row; an empty one is null. */
  private static final ValueWriter<Network> CELLS =
      new ValueWriter<>() {
        @Override
        public void write(Network network, JsonGenerator out) {
          int width = network.columns().size();
          out.writeStartArray();
          for (int row = 0; row < network.rows().size(); row++) {
            out.writeStartArray();
            for (int cell = row * width; cell < (row + 1) * width; cell++) {
              double value = network.values().get(cell);
              if (Double.isNaN(value)) {
                out.writeNull();
              } else {
                out.writeNumber(value);
              }
            }
            out.writeEndArray();
          }
          out.writeEndArray();
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "array");
          out.writeName("items");
          out.writeStartObject();
          out.writeStringProperty("type", "array");
          out.writeName("items");
          out.writeStartObject();
          out.writeName("type");
          out.writeStartArray();
          out.writeString("number");
          out.writeString("null");
          out.writeEndArray();
          out.writeEndObject();
          out.writeEndObject();
        }
      };

  /** The counts of a network, row by row. */
  private static Optional<List<List<Integer>>> joint(Network network) {
    int width = Math.max(1, network.columns().size());
    return network.joint().map(counts -> Lists.partition(counts.asList(), width));
  }

  /** A kind of answer: its name, and how one is written. */
  record Sort<A extends Answer>(String name, Class<A> type, ValueWriter<A> form) {
    void write(Answer answer, JsonGenerator out) {
      form.write(type.cast(answer), out);
    }
  }

  private static final ImmutableList<Sort<?>> SORTS =
      ImmutableList.of(
          new Sort<>("position", Position.class, POSITION),
          new Sort<>("change", Change.class, CHANGE),
          new Sort<>(
              "changes",
              Changes.class,
              new MemberWriter<Changes>()
                  .and("before", A_VIEWPOINT, Changes::before)
                  .and("after", A_VIEWPOINT, Changes::after)
                  .and("chosen", TEXTS, Changes::chosen)
                  .and("rows", ValueWriter.list(A_CHANGE), Changes::rows)),
          new Sort<>("difference", Difference.class, DIFFERENCE),
          new Sort<>(
              "differences",
              Differences.class,
              new MemberWriter<Differences>()
                  .and("here", A_VIEWPOINT, Differences::here)
                  .and("there", A_VIEWPOINT, Differences::there)
                  .and("chosen", TEXTS, Differences::chosen)
                  .and("rows", ValueWriter.list(A_DIFFERENCE), Differences::rows)),
          new Sort<>("relation", Relation.class, RELATION),
          new Sort<>(
              "comparison",
              Comparison.class,
              new MemberWriter<Comparison>()
                  .and("parties", TEXTS, Comparison::parties)
                  .and("viewpoint", A_VIEWPOINT, Comparison::viewpoint)
                  .and("chosen", TEXTS, Comparison::chosen)
                  .and("rows", ValueWriter.list(A_RELATION), Comparison::rows)),
          new Sort<>(
              "matrix",
              Matrix.class,
              new MemberWriter<Matrix>()
                  .and("parties", TEXTS, Matrix::parties)
                  .and("propositions", TEXTS, Matrix::propositions)
                  .and("columns", ValueWriter.list(COLUMN), AnswerWriters::columns)
                  .and("positions", ValueWriter.list(A_POSITION), Matrix::positions)),
          new Sort<>(
              "stances",
              StanceGrid.class,
              new MemberWriter<StanceGrid>()
                  .and("viewpoint", A_VIEWPOINT, StanceGrid::viewpoint)
                  .and("parties", TEXTS, StanceGrid::parties)
                  .and("propositions", TEXTS, StanceGrid::propositions)
                  .and(
                      "cells",
                      ValueWriter.list(Codec.oneOf(PositionOutcome.class)),
                      StanceGrid::cells)),
          new Sort<>(
              "turns",
              Timeline.class,
              new MemberWriter<Timeline>()
                  .and("proposition", TEXT, Timeline::proposition)
                  .and("viewpoint", A_VIEWPOINT, Timeline::viewpoint)
                  .and("rows", ValueWriter.list(TURN), Timeline::rows)),
          new Sort<>(
              "history",
              History.class,
              new MemberWriter<History>()
                  .and("party", TEXT, History::party)
                  .and("proposition", TEXT, History::proposition)
                  .and("viewpoint", A_VIEWPOINT, History::viewpoint)
                  .and("drifted", BOOLEAN, History::hasDrifted)
                  .and("changes", ValueWriter.list(A_CHANGE), History::changes)),
          new Sort<>(
              "positions",
              Positions.class,
              new MemberWriter<Positions>()
                  .and("question", TEXT, Positions::question)
                  .and("viewpoint", A_VIEWPOINT, Positions::viewpoint)
                  .and("chosen", TEXTS, Positions::chosen)
                  .and("rows", ValueWriter.list(A_POSITION), Positions::rows)),
          new Sort<>(
              "propositions",
              Propositions.class,
              new MemberWriter<Propositions>()
                  .and("question", TEXT, Propositions::question)
                  .and("rows", ValueWriter.list(PROPOSITION), Propositions::rows)),
          new Sort<>(
              "readouts",
              Readouts.class,
              new MemberWriter<Readouts>()
                  .and("occasion", TEXT, Readouts::occasion)
                  .and("viewpoint", A_VIEWPOINT, Readouts::viewpoint)
                  .and("states", TEXTS, Readouts::states)
                  .and("points", ValueWriter.list(POINT), Readouts::points)),
          new Sort<>(
              "chronology",
              Chronology.class,
              new MemberWriter<Chronology>()
                  .and("question", TEXT, Chronology::question)
                  .and("entries", ValueWriter.list(ENTRY), Chronology::entries)),
          new Sort<>(
              "framings",
              Framings.class,
              new MemberWriter<Framings>()
                  .and("question", TEXT, Framings::question)
                  .and("frames", TEXTS, Framings::frames)
                  .and("claims", ValueWriter.list(CLAIM), Framings::claims)),
          new Sort<>(
              "explanation",
              Explanation.class,
              new MemberWriter<Explanation>()
                  .and("position", A_POSITION, Explanation::position)
                  .and("considered", ValueWriter.list(CONSIDERED), Explanation::considered)),
          new Sort<>("tally", Tally.class, TALLY),
          new Sort<>(
              "agreements",
              AgreementTable.class,
              new MemberWriter<AgreementTable>()
                  .and("question", TEXT, AgreementTable::question)
                  .and("viewpoint", A_VIEWPOINT, AgreementTable::viewpoint)
                  .and("parties", TEXTS, AgreementTable::parties)
                  .and("propositions", INTEGER, AgreementTable::propositions)
                  .and("pairs", ValueWriter.list(TALLY), AgreementTable::pairs)),
          new Sort<>(
              "network",
              Network.class,
              new MemberWriter<Network>()
                  .and("kind", Codec.oneOf(Network.Kind.class), Network::kind)
                  .and("question", TEXT, Network::question)
                  .and("viewpoint", A_VIEWPOINT, Network::viewpoint)
                  .and("rows", TEXTS, Network::rows)
                  .and("columns", TEXTS, Network::columns)
                  .and("cells", CELLS, network -> network)
                  .maybe(
                      "joint", ValueWriter.list(ValueWriter.list(INTEGER)), AnswerWriters::joint)));

  private static final ImmutableMap<String, ValueWriter<?>> DEFINITIONS =
      ImmutableMap.<String, ValueWriter<?>>builder()
          .put("viewpoint", VIEWPOINT)
          .put("cited", CITED)
          .put("position", POSITION)
          .put("change", CHANGE)
          .put("difference", DIFFERENCE)
          .put("relation", RELATION)
          .put("claim", RecordCodecs.CLAIM)
          .put("evidence", RecordCodecs.EVIDENCE)
          .put("proposition", RecordCodecs.PROPOSITION)
          .buildOrThrow();

  /** The kinds of answers. */
  static ImmutableList<Sort<?>> sorts() {
    return SORTS;
  }

  /** What the schema of answers defines by name. */
  static ImmutableMap<String, ValueWriter<?>> definitions() {
    return DEFINITIONS;
  }

  /** The kind of an answer. */
  static Sort<?> of(Answer answer) {
    return SORTS.stream().filter(sort -> sort.type().isInstance(answer)).findFirst().orElseThrow();
  }
}

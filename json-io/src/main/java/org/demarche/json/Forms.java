package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.answer.Agreements;
import org.demarche.answer.Answer;
import org.demarche.answer.Carried;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Chronology;
import org.demarche.answer.Cited;
import org.demarche.answer.Comparison;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.Explanation;
import org.demarche.answer.Framings;
import org.demarche.answer.Grade;
import org.demarche.answer.Held;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Network;
import org.demarche.answer.Position;
import org.demarche.answer.Positions;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.Stances;
import org.demarche.answer.Standing;
import org.demarche.answer.Tally;
import org.demarche.answer.Turns;
import org.demarche.answer.Unknown;
import org.demarche.answer.Viewpoint;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Force;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;
import org.demarche.model.Term;
import tools.jackson.core.JsonGenerator;

/** The forms of answers, member by member, as they stand in JSON. */
final class Forms {
  private static final Form<String> TEXT = Codec.TEXT;
  private static final Form<Boolean> BOOLEAN = Codec.BOOLEAN;
  private static final Form<Integer> INTEGER = Codec.INTEGER;
  private static final Form<LocalDate> DAY = Codec.DAY;
  private static final Form<Collection<? extends String>> TEXTS = Form.list(TEXT);
  private static final Form<Stance> STANCE = Codec.oneOf(Stance.class);
  private static final Form<Force> FORCE = Codec.oneOf(Force.class);
  private static final Form<Grade> GRADE = Codec.oneOf(Grade.class);
  private static final Form<Claim> CLAIM = Form.defined("claim", () -> Shapes.CLAIM);
  private static final Form<Proposition> PROPOSITION =
      Form.defined("proposition", () -> Shapes.PROPOSITION);
  private static final Form<Collection<? extends Evidence>> EVIDENCE =
      Form.list(Form.defined("evidence", () -> Shapes.EVIDENCE));

  private Forms() {}

  /** How a position is known: the constants of its kinds. */
  private enum State {
    KNOWN,
    CONTESTED,
    UNKNOWN
  }

  private static final Form<Viewpoint> VIEWPOINT =
      new Outline<Viewpoint>()
          .and("asOf", DAY, Viewpoint::asOf)
          .maybe("knownAt", DAY, Viewpoint::knownAt)
          .and("without", TEXTS, Viewpoint::without)
          .and("withoutRelays", TEXTS, Viewpoint::withoutRelays)
          .and("withoutSpeakers", TEXTS, Viewpoint::withoutSpeakers)
          .and("only", TEXTS, Viewpoint::only)
          .and("floor", GRADE, Viewpoint::floor);

  private static final Form<Viewpoint> A_VIEWPOINT = Form.defined("viewpoint", () -> VIEWPOINT);

  private static final Form<Cited> CITED =
      new Outline<Cited>()
          .and("claim", CLAIM, Cited::claim)
          .and("stance", STANCE, Cited::stance)
          .and("implied", BOOLEAN, Cited::implied)
          .and("grade", GRADE, Cited::grade)
          .and("authority", Codec.oneOf(Authority.class), Cited::authority)
          .and("evidence", EVIDENCE, Cited::evidence);

  private static final Form<Cited> A_CITED = Form.defined("cited", () -> CITED);
  private static final Form<Collection<? extends Cited>> CITEDS = Form.list(A_CITED);

  private static final Form<Position> POSITION =
      new Outline<Position>()
          .and("party", TEXT, Position::party)
          .and("proposition", TEXT, Position::proposition)
          .and("viewpoint", A_VIEWPOINT, Position::viewpoint)
          .and("state", Codec.oneOf(State.class), Forms::state)
          .maybe("stance", STANCE, p -> p.known().map(Known::stance))
          .maybe("force", FORCE, p -> p.known().map(Known::force))
          .maybe("grade", GRADE, p -> p.known().map(Known::grade))
          .maybe("frames", TEXTS, p -> p.known().map(Known::frames))
          .maybe("implied", BOOLEAN, p -> p.known().map(Known::implied))
          .maybe("commitment", BOOLEAN, p -> p.known().map(Known::commitment))
          .maybe("standing", Codec.oneOf(Standing.class), p -> p.carried().map(Carried::standing))
          .maybe("administration", TEXT, Forms::administration)
          .maybe("lastEvidenced", DAY, p -> p.carried().map(Carried::lastEvidenced))
          .maybe("independentRoots", INTEGER, p -> p.carried().map(Carried::independentRoots))
          .maybe("reason", Codec.oneOf(Unknown.Reason.class), Forms::reason)
          .maybe("sides", TEXTS, Forms::sides)
          .and("support", CITEDS, Position::support)
          .and("possibly", CITEDS, Position::possibly)
          .and("morePossibly", BOOLEAN, Position::morePossibly)
          .and("hints", CITEDS, Position::hints)
          .and("moreHints", BOOLEAN, Position::moreHints)
          .and("reports", CITEDS, Position::reports)
          .and("moreReports", BOOLEAN, Position::moreReports);

  private static State state(Position position) {
    return position instanceof Known
        ? State.KNOWN
        : position instanceof Contested ? State.CONTESTED : State.UNKNOWN;
  }

  private static Optional<String> administration(Position position) {
    return position.carried().flatMap(Carried::administration).map(Term::head);
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

  private static final Form<Position> A_POSITION = Form.defined("position", () -> POSITION);

  private static final Form<Change> CHANGE =
      new Outline<Change>()
          .and("label", Codec.oneOf(Change.Label.class), Change::label)
          .and("administrationChanged", BOOLEAN, Change::administrationChanged)
          .and("evidenceUnlike", BOOLEAN, Change::evidenceUnlike)
          .and("before", A_POSITION, Change::before)
          .and("after", A_POSITION, Change::after);

  private static final Form<Change> A_CHANGE = Form.defined("change", () -> CHANGE);

  private static final Form<Difference> DIFFERENCE =
      new Outline<Difference>()
          .and("label", Codec.oneOf(Difference.Label.class), Difference::label)
          .and("altered", Form.list(Codec.oneOf(Difference.Aspect.class)), Difference::altered)
          .and("here", A_POSITION, Difference::here)
          .and("there", A_POSITION, Difference::there);

  private static final Form<Difference> A_DIFFERENCE = Form.defined("difference", () -> DIFFERENCE);

  private static final Form<Relation.Exchange> EXCHANGE =
      new Outline<Relation.Exchange>()
          .and("answer", TEXT, exchange -> exchange.answer().claim().id())
          .and("answered", TEXT, exchange -> exchange.answered().claim().id());

  private static final Form<Relation> RELATION =
      new Outline<Relation>()
          .and("label", Codec.oneOf(Relation.Label.class), Relation::label)
          .maybe("rival", TEXT, Relation::rival)
          .and("first", A_POSITION, Relation::first)
          .and("second", A_POSITION, Relation::second)
          .and("exchanges", Form.list(EXCHANGE), Relation::exchanges);

  private static final Form<Relation> A_RELATION = Form.defined("relation", () -> RELATION);

  /** A column of a matrix. */
  private record Column(String title, Viewpoint viewpoint) {}

  private static final Form<Column> COLUMN =
      new Outline<Column>()
          .and("title", TEXT, Column::title)
          .and("viewpoint", A_VIEWPOINT, Column::viewpoint);

  private static List<Column> columns(Matrix matrix) {
    ImmutableList.Builder<Column> columns = ImmutableList.builder();
    for (int i = 0; i < matrix.columns().size(); i++) {
      columns.add(new Column(matrix.columns().get(i), matrix.viewpoints().get(i)));
    }
    return columns.build();
  }

  private static final Form<Turns.Turn> TURN =
      new Outline<Turns.Turn>()
          .and("party", TEXT, Turns.Turn::party)
          .and("day", Codec.DAY, Turns.Turn::day)
          .and("held", Codec.oneOf(Held.class), Turns.Turn::held);

  private static final Form<Readouts.Point> POINT =
      new Outline<Readouts.Point>()
          .and("claim", CLAIM, Readouts.Point::claim)
          .and("tellers", TEXTS, Readouts.Point::tellers)
          .and("verdict", Codec.oneOf(Readouts.Verdict.class), Readouts.Point::verdict)
          .and("answeredBy", TEXTS, Readouts.Point::answeredBy);

  private static final Form<Map<String, Grade>> GRADES =
      new Form<>() {
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

  private static final Form<Chronology.Entry> ENTRY =
      new Outline<Chronology.Entry>()
          .and("claim", CLAIM, Chronology.Entry::claim)
          .and("undated", BOOLEAN, Chronology.Entry::undated)
          .and("evidence", EVIDENCE, Chronology.Entry::evidence)
          .and("grades", GRADES, Chronology.Entry::grades);

  private static final Form<Explanation.Considered> CONSIDERED =
      new Outline<Explanation.Considered>()
          .and("ruling", Codec.oneOf(Explanation.Ruling.class), Explanation.Considered::ruling)
          .and("rule", INTEGER, considered -> considered.ruling().rule())
          .maybe("supersededBy", TEXT, Explanation.Considered::supersededBy)
          .and("cited", A_CITED, Explanation.Considered::cited);

  private static final Form<Double> NUMBER =
      new Form<>() {
        @Override
        public void write(Double number, JsonGenerator out) {
          out.writeNumber(number);
        }

        @Override
        public void schema(JsonGenerator out) {
          out.writeStringProperty("type", "number");
        }
      };

  private static final Form<Tally> TALLY =
      new Outline<Tally>()
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
  private static final Form<Network> CELLS =
      new Form<>() {
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
  record Sort<A extends Answer>(String name, Class<A> type, Form<A> form) {
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
              new Outline<Changes>()
                  .and("before", A_VIEWPOINT, Changes::before)
                  .and("after", A_VIEWPOINT, Changes::after)
                  .and("chosen", TEXTS, Changes::chosen)
                  .and("rows", Form.list(A_CHANGE), Changes::rows)),
          new Sort<>("difference", Difference.class, DIFFERENCE),
          new Sort<>(
              "differences",
              Differences.class,
              new Outline<Differences>()
                  .and("here", A_VIEWPOINT, Differences::here)
                  .and("there", A_VIEWPOINT, Differences::there)
                  .and("chosen", TEXTS, Differences::chosen)
                  .and("rows", Form.list(A_DIFFERENCE), Differences::rows)),
          new Sort<>("relation", Relation.class, RELATION),
          new Sort<>(
              "comparison",
              Comparison.class,
              new Outline<Comparison>()
                  .and("parties", TEXTS, Comparison::parties)
                  .and("viewpoint", A_VIEWPOINT, Comparison::viewpoint)
                  .and("chosen", TEXTS, Comparison::chosen)
                  .and("rows", Form.list(A_RELATION), Comparison::rows)),
          new Sort<>(
              "matrix",
              Matrix.class,
              new Outline<Matrix>()
                  .and("parties", TEXTS, Matrix::parties)
                  .and("propositions", TEXTS, Matrix::propositions)
                  .and("columns", Form.list(COLUMN), Forms::columns)
                  .and("positions", Form.list(A_POSITION), Matrix::positions)),
          new Sort<>(
              "stances",
              Stances.class,
              new Outline<Stances>()
                  .and("viewpoint", A_VIEWPOINT, Stances::viewpoint)
                  .and("parties", TEXTS, Stances::parties)
                  .and("propositions", TEXTS, Stances::propositions)
                  .and("cells", Form.list(Codec.oneOf(Held.class)), Stances::cells)),
          new Sort<>(
              "turns",
              Turns.class,
              new Outline<Turns>()
                  .and("proposition", TEXT, Turns::proposition)
                  .and("viewpoint", A_VIEWPOINT, Turns::viewpoint)
                  .and("rows", Form.list(TURN), Turns::rows)),
          new Sort<>(
              "history",
              History.class,
              new Outline<History>()
                  .and("party", TEXT, History::party)
                  .and("proposition", TEXT, History::proposition)
                  .and("viewpoint", A_VIEWPOINT, History::viewpoint)
                  .and("drifted", BOOLEAN, History::drifted)
                  .and("changes", Form.list(A_CHANGE), History::changes)),
          new Sort<>(
              "positions",
              Positions.class,
              new Outline<Positions>()
                  .and("question", TEXT, Positions::question)
                  .and("viewpoint", A_VIEWPOINT, Positions::viewpoint)
                  .and("chosen", TEXTS, Positions::chosen)
                  .and("rows", Form.list(A_POSITION), Positions::rows)),
          new Sort<>(
              "propositions",
              Propositions.class,
              new Outline<Propositions>()
                  .and("question", TEXT, Propositions::question)
                  .and("rows", Form.list(PROPOSITION), Propositions::rows)),
          new Sort<>(
              "readouts",
              Readouts.class,
              new Outline<Readouts>()
                  .and("occasion", TEXT, Readouts::occasion)
                  .and("viewpoint", A_VIEWPOINT, Readouts::viewpoint)
                  .and("states", TEXTS, Readouts::states)
                  .and("points", Form.list(POINT), Readouts::points)),
          new Sort<>(
              "chronology",
              Chronology.class,
              new Outline<Chronology>()
                  .and("question", TEXT, Chronology::question)
                  .and("entries", Form.list(ENTRY), Chronology::entries)),
          new Sort<>(
              "framings",
              Framings.class,
              new Outline<Framings>()
                  .and("question", TEXT, Framings::question)
                  .and("frames", TEXTS, Framings::frames)
                  .and("claims", Form.list(CLAIM), Framings::claims)),
          new Sort<>(
              "explanation",
              Explanation.class,
              new Outline<Explanation>()
                  .and("position", A_POSITION, Explanation::position)
                  .and("considered", Form.list(CONSIDERED), Explanation::considered)),
          new Sort<>("tally", Tally.class, TALLY),
          new Sort<>(
              "agreements",
              Agreements.class,
              new Outline<Agreements>()
                  .and("question", TEXT, Agreements::question)
                  .and("viewpoint", A_VIEWPOINT, Agreements::viewpoint)
                  .and("parties", TEXTS, Agreements::parties)
                  .and("propositions", INTEGER, Agreements::propositions)
                  .and("pairs", Form.list(TALLY), Agreements::pairs)),
          new Sort<>(
              "network",
              Network.class,
              new Outline<Network>()
                  .and("kind", Codec.oneOf(Network.Kind.class), Network::kind)
                  .and("question", TEXT, Network::question)
                  .and("viewpoint", A_VIEWPOINT, Network::viewpoint)
                  .and("rows", TEXTS, Network::rows)
                  .and("columns", TEXTS, Network::columns)
                  .and("cells", CELLS, network -> network)
                  .maybe("joint", Form.list(Form.list(INTEGER)), Forms::joint)));

  private static final ImmutableMap<String, Form<?>> DEFINITIONS =
      ImmutableMap.<String, Form<?>>builder()
          .put("viewpoint", VIEWPOINT)
          .put("cited", CITED)
          .put("position", POSITION)
          .put("change", CHANGE)
          .put("difference", DIFFERENCE)
          .put("relation", RELATION)
          .put("claim", Shapes.CLAIM)
          .put("evidence", Shapes.EVIDENCE)
          .put("proposition", Shapes.PROPOSITION)
          .buildOrThrow();

  /** The kinds of answers. */
  static ImmutableList<Sort<?>> sorts() {
    return SORTS;
  }

  /** What the schema of answers defines by name. */
  static ImmutableMap<String, Form<?>> definitions() {
    return DEFINITIONS;
  }

  /** The kind of an answer. */
  static Sort<?> of(Answer answer) {
    return SORTS.stream().filter(sort -> sort.type().isInstance(answer)).findFirst().orElseThrow();
  }
}

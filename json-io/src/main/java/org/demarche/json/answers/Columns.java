package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.answer.AgreementTable;
import org.demarche.answer.Answer;
import org.demarche.answer.Change;
import org.demarche.answer.Changes;
import org.demarche.answer.Chronology;
import org.demarche.answer.Comparison;
import org.demarche.answer.Contested;
import org.demarche.answer.Difference;
import org.demarche.answer.Differences;
import org.demarche.answer.EvidencedPosition;
import org.demarche.answer.Explanation;
import org.demarche.answer.Framings;
import org.demarche.answer.History;
import org.demarche.answer.Known;
import org.demarche.answer.Matrix;
import org.demarche.answer.Network;
import org.demarche.answer.Position;
import org.demarche.answer.Positions;
import org.demarche.answer.Propositions;
import org.demarche.answer.Readouts;
import org.demarche.answer.Relation;
import org.demarche.answer.StanceGrid;
import org.demarche.answer.Tally;
import org.demarche.answer.Timeline;
import org.demarche.answer.Unknown;
import org.demarche.model.Claim;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;
import org.demarche.model.TermOfOffice;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** Answers as rows under a header, a column a fact. */
final class AnswerColumns {
  private static final CsvMapper CSV = new CsvMapper();
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?(E-?\\d+)?");

  /** Up to here every whole number is a double. */
  private static final double WHOLE = 1L << 53;

  /** Columns of rows of a kind, by their names. */
  private static final class Columns<R> {
    private final ImmutableMap.Builder<String, Function<R, Object>> columns =
        ImmutableMap.builder();

    Columns<R> and(String name, Function<R, Object> cell) {
      columns.put(name, cell);
      return this;
    }

    /** The same columns of something that a row has, each name with something before it. */
    <P> Columns<R> and(String before, Columns<P> more, Function<R, P> part) {
      more.columns
          .buildOrThrow()
          .forEach((name, cell) -> and(before + name, row -> cell.apply(part.apply(row))));
      return this;
    }

    List<List<String>> of(Iterable<? extends R> rows) {
      Map<String, Function<R, Object>> all = columns.buildOrThrow();
      List<List<String>> table = new ArrayList<>();
      table.add(List.copyOf(all.keySet()));
      rows.forEach(
          row ->
              table.add(
                  all.values().stream().map(cell -> String.valueOf(cell.apply(row))).toList()));
      return table;
    }
  }

  private static final Columns<Position> FACTS =
      new Columns<Position>()
          .and("seen", Position::viewpoint)
          .and(
              "state",
              p -> p instanceof Known ? "KNOWN" : p instanceof Unknown ? "UNKNOWN" : "CONTESTED")
          .and("stance", p -> known(p, Known::stance))
          .and("force", p -> known(p, Known::force))
          .and("grade", p -> known(p, Known::grade))
          .and("implied", p -> known(p, Known::isImplied))
          .and("standing", p -> carried(p, EvidencedPosition::standing))
          .and(
              "administration",
              p ->
                  p.evidenced()
                      .flatMap(EvidencedPosition::administration)
                      .map(TermOfOffice::head)
                      .orElse(""))
          .and("last evidenced", p -> carried(p, EvidencedPosition::lastEvidenced))
          .and("independent roots", p -> carried(p, EvidencedPosition::independentRoots))
          .and("reason", p -> p instanceof Unknown unknown ? unknown.reason() : "")
          .and(
              "sides",
              p ->
                  p instanceof Contested contested
                      ? joined(contested.sides().stream().map(side -> side.claim().id()).toList())
                      : "")
          .and("cite", p -> p.support().isEmpty() ? "" : p.support().get(0).claim().id());

  private static final Columns<Position> POSITION =
      new Columns<Position>()
          .and("party", Position::party)
          .and("proposition", Position::proposition)
          .and("", FACTS, position -> position);

  private static final Columns<Change> CHANGE =
      new Columns<Change>()
          .and("party", Change::party)
          .and("proposition", Change::proposition)
          .and("change", Change::label)
          .and("administration changed", Change::hasAdministrationChanged)
          .and("evidence unlike", Change::hasUnlikeEvidence)
          .and("before ", FACTS, Change::before)
          .and("after ", FACTS, Change::after);

  private static final Columns<Difference> DIFFERENCE =
      new Columns<Difference>()
          .and("party", Difference::party)
          .and("proposition", Difference::proposition)
          .and("difference", Difference::label)
          .and("altered", difference -> joined(difference.altered()))
          .and("here ", FACTS, Difference::here)
          .and("there ", FACTS, Difference::there);

  private static final Columns<Relation> RELATION =
      new Columns<Relation>()
          .and("proposition", Relation::proposition)
          .and("first", relation -> relation.first().party())
          .and("second", relation -> relation.second().party())
          .and("relation", Relation::label)
          .and("rival", relation -> relation.rival().orElse(""))
          .and("first ", FACTS, Relation::first)
          .and("second ", FACTS, Relation::second);

  private static final Columns<Claim> CLAIM =
      new Columns<Claim>()
          .and("claim", Claim::id)
          .and("asserted", Claim::asserted)
          .and("basis", Claim::basis)
          .and("speakers", claim -> joined(claim.speakers()))
          .and("principals", claim -> joined(claim.principals()))
          .and("proposition", Claim::proposition)
          .and("stance", Claim::stance)
          .and("force", Claim::force)
          .and("frames", claim -> joined(claim.frames()));

  /** A piece of evidence of a claim. */
  private record Quoted(Claim claim, String grade, Evidence evidence) {}

  private static final Columns<Quoted> QUOTED =
      new Columns<Quoted>()
          .and("", CLAIM, Quoted::claim)
          .and("grade", Quoted::grade)
          .and("source", quoted -> quoted.evidence().source())
          .and("mode", quoted -> quoted.evidence().mode())
          .and("via", quoted -> joined(quoted.evidence().via()))
          .and("quotation", quoted -> quoted.evidence().quote().orElse(""));

  private AnswerColumns() {}

  private static Object known(Position position, Function<Known, Object> fact) {
    return position.known().map(fact).orElse("");
  }

  private static Object carried(Position position, Function<EvidencedPosition, Object> fact) {
    return position.evidenced().map(fact).orElse("");
  }

  private static String joined(Iterable<?> values) {
    return Streams.stream(values).map(String::valueOf).collect(Collectors.joining("; "));
  }

  private static List<List<String>> table(Answer answer) {
    if (answer instanceof Position position) {
      return POSITION.of(List.of(position));
    }
    if (answer instanceof Positions positions) {
      return POSITION.of(positions.rows());
    }
    if (answer instanceof Matrix matrix) {
      return POSITION.of(matrix.positions());
    }
    if (answer instanceof Change change) {
      return CHANGE.of(List.of(change));
    }
    if (answer instanceof Changes changes) {
      return CHANGE.of(changes.rows());
    }
    if (answer instanceof History history) {
      return CHANGE.of(history.changes());
    }
    if (answer instanceof Difference difference) {
      return DIFFERENCE.of(List.of(difference));
    }
    if (answer instanceof Differences differences) {
      return DIFFERENCE.of(differences.rows());
    }
    if (answer instanceof Relation relation) {
      return RELATION.of(List.of(relation));
    }
    if (answer instanceof Comparison comparison) {
      return RELATION.of(comparison.rows());
    }
    if (answer instanceof Chronology chronology) {
      return QUOTED.of(chronology.entries().stream().flatMap(AnswerColumns::quoted).toList());
    }
    if (answer instanceof Framings framings) {
      return CLAIM.of(framings.claims());
    }
    if (answer instanceof Explanation explanation) {
      return considered(explanation);
    }
    if (answer instanceof Readouts readouts) {
      return points(readouts);
    }
    if (answer instanceof Tally tally) {
      return TALLY.of(List.of(tally));
    }
    if (answer instanceof AgreementTable agreements) {
      return TALLY.of(agreements.pairs());
    }
    if (answer instanceof Network network) {
      return cells(network);
    }
    if (answer instanceof StanceGrid stances) {
      return cells(stances);
    }
    if (answer instanceof Timeline turns) {
      return new Columns<Timeline.Entry>()
          .and("party", Timeline.Entry::party)
          .and("from", Timeline.Entry::day)
          .and("held", Timeline.Entry::outcome)
          .of(turns.rows());
    }
    Propositions propositions = (Propositions) answer;
    return new Columns<Proposition>()
        .and("id", Proposition::id)
        .and("issue", Proposition::issue)
        .and("text", Proposition::text)
        .of(propositions.rows());
  }

  private static final Columns<Tally> TALLY =
      new Columns<Tally>()
          .and("first", Tally::first)
          .and("second", Tally::second)
          .and("joint", Tally::joint)
          .and("same", Tally::same)
          .and("same decided", Tally::sameDecided)
          .and("opposed", Tally::opposed)
          .and("partial", Tally::partial)
          .and("identical share", tally -> number(tally.measure(Tally.Measure.IDENTICAL_SHARE)))
          .and("half credit", tally -> number(tally.measure(Tally.Measure.HALF_CREDIT)))
          .and("decided only", tally -> number(tally.measure(Tally.Measure.DECIDED_ONLY)))
          .and("net", tally -> number(tally.measure(Tally.Measure.NET)));

  /** What each party held on each proposition, a cell a row. */
  private static List<List<String>> cells(StanceGrid stances) {
    List<List<String>> table = new ArrayList<>();
    table.add(List.of("party", "proposition", "held"));
    for (int cell = 0; cell < stances.cells().size(); cell++) {
      table.add(
          List.of(
              stances.parties().get(cell / stances.propositions().size()),
              stances.propositions().get(cell % stances.propositions().size()),
              stances.cells().get(cell).name()));
    }
    return table;
  }

  /** A matrix as such, under a header of labels; with counts beside them, a cell a row. */
  private static List<List<String>> cells(Network network) {
    List<List<String>> table = new ArrayList<>();
    int width = network.columns().size();
    if (network.joint().isPresent()) {
      table.add(List.of("first", "second", "value", "joint"));
    } else {
      table.add(ImmutableList.<String>builder().add("").addAll(network.columns()).build());
    }
    for (int row = 0; row < network.rows().size(); row++) {
      ImmutableList.Builder<String> cells = ImmutableList.builder();
      cells.add(network.rows().get(row));
      for (int column = 0; column < width; column++) {
        double value = network.values().get(row * width + column);
        String number =
            number(Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value));
        cells.add(number);
        if (network.joint().isPresent() && column > row) {
          table.add(
              List.of(
                  network.rows().get(row),
                  network.columns().get(column),
                  number,
                  String.valueOf(network.joint().get().get(row * width + column))));
        }
      }
      if (network.joint().isEmpty()) {
        table.add(cells.build());
      }
    }
    return table;
  }

  /** A number, a whole one without decimals; nothing where there is none. */
  private static String number(OptionalDouble value) {
    if (value.isEmpty()) {
      return "";
    }
    double number = value.getAsDouble();
    return number == Math.rint(number) && Math.abs(number) < WHOLE
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  private static Stream<Quoted> quoted(Chronology.Entry entry) {
    String grades =
        entry.grades().entrySet().stream()
            .map(grade -> grade.getKey() + " " + grade.getValue())
            .collect(Collectors.joining("; "));
    return entry.evidence().stream().map(piece -> new Quoted(entry.claim(), grades, piece));
  }

  private static List<List<String>> considered(Explanation explanation) {
    return new Columns<Explanation.Considered>()
        .and("ruling", Explanation.Considered::ruling)
        .and("rule", considered -> considered.ruling().rule())
        .and("superseded by", considered -> considered.supersededBy().orElse(""))
        .and("bears with", considered -> considered.cited().stance())
        .and("implied", considered -> considered.cited().isImplied())
        .and("grade", considered -> considered.cited().grade())
        .and("", CLAIM, considered -> considered.cited().claim())
        .of(explanation.considered());
  }

  private static List<List<String>> points(Readouts readouts) {
    return new Columns<Readouts.Point>()
        .and("verdict", Readouts.Point::verdict)
        .and("told by", point -> joined(point.tellers()))
        .and("answered by", point -> joined(point.answeredBy()))
        .and("", CLAIM, Readouts.Point::claim)
        .of(readouts.points());
  }

  // Cells

  static String csv(Answer answer, boolean defused) {
    List<String[]> rows =
        table(answer).stream()
            .map(
                row ->
                    row.stream().map(cell -> defused ? defused(cell) : cell).toArray(String[]::new))
            .toList();
    CsvSchema schema = CsvSchema.emptySchema().withLineSeparator("\n");
    return CSV.writer(schema).writeValueAsString(rows);
  }

  /** A cell that no spreadsheet takes for a formula. */
  private static String defused(String cell) {
    boolean formula =
        !cell.isEmpty()
            && !NUMBER.matcher(cell).matches()
            && ("=+-@".indexOf(cell.charAt(0)) >= 0 || cell.charAt(0) < ' ');
    return formula ? "'" + cell : cell;
  }
}

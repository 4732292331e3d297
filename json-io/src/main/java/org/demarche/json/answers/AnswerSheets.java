package org.demarche.json.answers;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.answer.Answer;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Matrix;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Wording;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.json.records.CanonicalPrinter;
import org.demarche.json.sheets.Sheet;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Evidence;
import org.demarche.text.Style;
import tools.jackson.core.JsonGenerator;

/**
 * An answer as the sheets of a workbook: its table, the claims that it cites, and its question and
 * sentences; a matrix also with a column for each date. A stance has a colour and its sign, and the
 * id of a claim its citation as a note.
 */
public final class AnswerSheets {
  private static final ImmutableMap<String, String> SIGNS =
      ImmutableMap.of(
          "FOR", "+", "AGAINST", "−", "UNCOMMITTED", "?", "CONTESTED", "±", "UNKNOWN", "·");

  /** Colours that people who see no red or green tell apart. */
  private static final ImmutableMap<String, String> COLOURS =
      ImmutableMap.of(
          "FOR", "BDD7EE",
          "AGAINST", "F8CBAD",
          "UNCOMMITTED", "FFF2CC",
          "CONTESTED", "E4DFEC",
          "UNKNOWN", "EDEDED");

  /** The columns with stances, by the last part of their names. */
  private static final ImmutableSet<String> STANCES = ImmutableSet.of("stance", "outcome");

  /** The columns with ids of claims, by the last part of their names. */
  private static final ImmutableSet<String> CLAIMS =
      ImmutableSet.of(
          "claim",
          "headline",
          "commitment",
          "disputing",
          "retracted",
          "retracts",
          "sides",
          "rivals",
          "corrected",
          "decided_by",
          "not_superseded_by",
          "answered_by",
          "implied_by");

  /** The columns of a matrix in front of its dates. */
  private static final ImmutableList<String> OF_MATRIX =
      ImmutableList.of("party", "party_name", "proposition", "proposition_text");

  private final Answer answer;
  private final Wording wording;
  private final Citations citations;

  private AnswerSheets(Answer answer, Wording wording) {
    this.answer = answer;
    this.wording = wording;
    this.citations = citations(answer);
  }

  /**
   * Returns the sheets of an answer.
   *
   * @param words the language of words beside the constants, if there are to be any
   */
  public static List<Sheet> of(Answer answer, Optional<Wording> words) {
    AnswerSheets sheets = new AnswerSheets(answer, words.orElse(Wording.english()));
    List<List<String>> table = AnswerRegistry.plain().of(answer).table(answer);
    ImmutableList.Builder<Sheet> all = ImmutableList.builder();
    if (answer instanceof Matrix matrix && !matrix.positions().isEmpty()) {
      all.add(sheets.matrix(matrix));
    }
    all.add(sheets.sheet("Answer", words.map(w -> AnswerWords.beside(table, w)).orElse(table)));
    if (!sheets.citations.claims().isEmpty()) {
      all.add(sheets.sheet("Claims", sheets.claims()));
    }
    return all.add(sheets.about()).build();
  }

  private static Citations citations(Answer answer) {
    WritingContext context = new WritingContext(Optional.empty());
    try (JsonGenerator out = CanonicalPrinter.compact(Writer.nullWriter())) {
      new AnswerRegistry(AnswerForm.whole(context)).of(answer).writeDocument(answer, out);
    }
    return context.citations();
  }

  // Tables

  private Sheet sheet(String name, List<List<String>> table) {
    List<String> header = table.get(0);
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < table.size(); row++) {
      rows.add(withSigns(header, table.get(row), row == 0));
    }
    List<String> columns = rows.get(0);
    return new Sheet(
        name,
        ImmutableList.copyOf(rows),
        1,
        IntStream.range(0, columns.size())
            .filter(column -> is(columns.get(column), CLAIMS))
            .boxed()
            .collect(ImmutableSet.toImmutableSet()),
        marks(rows));
  }

  /** Returns a row with the sign of a stance after each stance. */
  private static List<String> withSigns(List<String> header, List<String> row, boolean isHeader) {
    ImmutableList.Builder<String> cells = ImmutableList.builder();
    for (int column = 0; column < row.size(); column++) {
      String cell = row.get(column);
      cells.add(cell);
      if (is(header.get(column), STANCES)) {
        cells.add(isHeader ? cell + "_sign" : SIGNS.getOrDefault(cell, ""));
      }
    }
    return cells.build();
  }

  private static boolean is(String column, ImmutableSet<String> names) {
    return names.stream().anyMatch(name -> column.equals(name) || column.endsWith("_" + name));
  }

  private Sheet.Marks marks(List<List<String>> rows) {
    List<String> header = rows.get(0);
    return new Sheet.Marks() {
      @Override
      public Optional<String> colour(int row, int column) {
        boolean isSign = column > 0 && is(header.get(column - 1), STANCES);
        return isSign || is(header.get(column), STANCES)
            ? Optional.ofNullable(COLOURS.get(rows.get(row).get(isSign ? column - 1 : column)))
            : Optional.empty();
      }

      @Override
      public Optional<String> note(int row, int column) {
        return is(header.get(column), CLAIMS) ? note(rows.get(row).get(column)) : Optional.empty();
      }

      private Optional<String> note(String ids) {
        String cited =
            Stream.of(ids.split("; "))
                .flatMap(id -> citations.find(id).stream())
                .map(AnswerSheets.this::citation)
                .collect(Collectors.joining("\n"));
        return Optional.of(cited).filter(some -> !some.isEmpty());
      }
    };
  }

  private String citation(CitedClaim cited) {
    return cited.page(wording).print(Style.whole().width(1_000)).strip();
  }

  /** A claim and one piece of the evidence that is cited for it. */
  private record Cited(Claim claim, Evidence evidence) {}

  private List<List<String>> claims() {
    List<Cited> rows =
        citations.claims().stream()
            .flatMap(
                claim -> citations.evidence(claim).stream().map(piece -> new Cited(claim, piece)))
            .toList();
    return new CsvColumns<Cited>()
        .and("", SharedColumns.CLAIM, Cited::claim)
        .and("gist", row -> row.claim().gist().orElse(""))
        .and("", SharedColumns.PIECE, Cited::evidence)
        .and("citation", row -> citations.find(row.claim().id()).map(this::citation).orElse(""))
        .table(rows);
  }

  private Sheet about() {
    String signs =
        SIGNS.entrySet().stream()
            .map(sign -> sign.getValue() + " " + meaning(sign.getKey()))
            .collect(Collectors.joining(", "));
    return Sheet.ofTexts(
        "About",
        List.of(
            List.of("what", "text"),
            List.of("question", answer.toString()),
            List.of("answer", answer.sentence(wording)),
            List.of("signs", signs)));
  }

  private String meaning(String outcome) {
    return wording.word(PositionOutcome.valueOf(outcome));
  }

  // A matrix

  private Sheet matrix(Matrix matrix) {
    int dates = matrix.viewpoints().size();
    List<List<String>> rows = new ArrayList<>();
    rows.add(Stream.concat(OF_MATRIX.stream(), matrix.columns().stream()).toList());
    for (int first = 0; first < matrix.positions().size(); first += dates) {
      rows.add(matrixRow(matrix.positions().subList(first, first + dates)));
    }
    return new Sheet(
        "Matrix",
        ImmutableList.copyOf(rows),
        OF_MATRIX.size() - 1, // a sentence in front would fill a small screen
        ImmutableSet.of(),
        matrixMarks(matrix, dates));
  }

  private List<String> matrixRow(List<Position> positions) {
    Position first = positions.get(0);
    Optional<Dossier> names = AnswerFactory.get().dossier(first);
    return Stream.concat(
            Stream.of(
                first.party(),
                names.flatMap(d -> d.actor(first.party())).map(a -> a.name()).orElse(""),
                first.proposition(),
                names
                    .flatMap(d -> d.proposition(first.proposition()))
                    .map(p -> p.text())
                    .orElse("")),
            positions.stream().map(position -> position.cellText(wording)))
        .toList();
  }

  private Sheet.Marks matrixMarks(Matrix matrix, int dates) {
    return new Sheet.Marks() {
      @Override
      public Optional<String> colour(int row, int column) {
        return position(row, column).map(it -> COLOURS.get(it.outcome().name()));
      }

      @Override
      public Optional<String> note(int row, int column) {
        return position(row, column)
            .filter(position -> !position.support().isEmpty())
            .map(
                position ->
                    Stream.concat(
                            Stream.of(position.sentence(wording)),
                            position.support().stream().limit(1).map(AnswerSheets.this::citation))
                        .collect(Collectors.joining("\n\n")));
      }

      private Optional<Position> position(int row, int column) {
        int date = column - OF_MATRIX.size();
        return date < 0
            ? Optional.empty()
            : Optional.of(matrix.positions().get((row - 1) * dates + date));
      }
    };
  }
}

package org.demarche.json.dna;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.Dialect;
import org.demarche.json.tables.TableFiles;
import org.demarche.json.tables.TableRows;
import org.demarche.json.tables.TextFormat;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;

/** A reader of the event lists that Discourse Network Analyzer exports as CSV. */
public final class DnaEventList {
  /** The column of the words, which are not to the letter. */
  static final String WORDS = "words";

  private static final String DNA_START = "dna_start";
  private static final String DNA_STOP = "dna_stop";

  private static final TextFormat FORMAT =
      TextFormat.STANDARD.withDialect(Dialect.CSV.withSeparator(';'));

  /** The columns by the names that versions of DNA give them, in lower case without blanks. */
  private static final ImmutableMap<String, String> COLUMNS =
      ImmutableMap.<String, String>builder()
          .put("statementid", CodedTable.CODING)
          .put("id", CodedTable.CODING)
          .put("coder", CodedTable.CODER)
          .put("documentid", CodedTable.DOCUMENT)
          .put("documenttitle", CodedTable.DOCUMENT_TITLE)
          .put("title", CodedTable.DOCUMENT_TITLE)
          .put("author", CodedTable.DOCUMENT_AUTHOR)
          .put("source", CodedTable.DOCUMENT_OUTLET)
          .put("time", CodedTable.DOCUMENT_DATE)
          .put("date", CodedTable.DOCUMENT_DATE)
          .put("text", WORDS)
          .put("start", DNA_START)
          .put("stop", DNA_STOP)
          .put("section", DnaColumns.SECTION)
          .put("type", DnaColumns.TYPE)
          .buildOrThrow();

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");
  private static final Pattern TIME =
      Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[T ](\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?)Z?)?");
  private static final Pattern MIDNIGHT = Pattern.compile("[0:.]*");

  private final TableRows table;
  private final List<Problem> problems = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private final ImmutableList.Builder<ImmutableList<String>> rows = ImmutableList.builder();

  /** For each column of the file, the column of the table. */
  private final Map<Integer, String> targets = new LinkedHashMap<>();

  private final DnaColumns columns;
  private int read;
  private long chars;
  private int timesOfDay;

  private DnaEventList(TableRows table) {
    this.table = table;
    List<String> known = new ArrayList<>();
    for (int i = 0; i < table.header().size(); i++) {
      String name = plain(table.header().get(i));
      String target = COLUMNS.getOrDefault(name, "");
      if (!target.isEmpty() && !known.contains(target)) {
        known.add(target);
        targets.put(i, target);
      }
    }
    requireColumns(known);
    columns = new DnaColumns(COLUMNS.values().stream().distinct().filter(known::contains).toList());
    for (int i = 0; i < table.header().size(); i++) {
      if (!targets.containsKey(i)) {
        targets.put(i, columns.add(i, table.header().get(i)));
      }
    }
  }

  /**
   * Reads an event list.
   *
   * @throws java.io.UncheckedIOException if the file cannot be read
   * @throws InvalidDossierException if it is no event list
   */
  public static CodedTable read(Path csv) {
    return HeapBudget.within(
        csv.toString(),
        budget -> {
          try (TableRows table = TableFiles.open(csv, FORMAT, budget)) {
            return new DnaEventList(table).table();
          }
        });
  }

  private static String plain(String name) {
    return CharMatcher.anyOf(" _.").removeFrom(name.toLowerCase(Locale.ROOT));
  }

  private void requireColumns(List<String> known) {
    List<String> missing = new ArrayList<>();
    for (List<String> names : List.of(List.of("statement ID", "id"), List.of("time", "date"))) {
      if (names.stream().map(DnaEventList::plain).map(COLUMNS::get).noneMatch(known::contains)) {
        missing.add(
            "'%s'%s".formatted(names.get(0), Nearest.hint(names.get(0), table.header(), 1)));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    boolean isOne = table.header().size() == 1;
    throw refused(
        Problem.Code.SYNTAX,
        1,
        String.join(";", table.header()),
        "not an event list of DNA: its header has no column %s; %s"
            .formatted(
                String.join(" and no column ", missing),
                isOne
                    ? "an event list has semicolons between its columns"
                    : "it has " + DnaAccount.listed(table.header())));
  }

  private CodedTable table() {
    for (Optional<TableRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
      add(row.get());
    }
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
    return new CodedTable(table.file(), columns.all(), rows.build(), account().entries());
  }

  private void add(TableRows.Row row) {
    row.error().ifPresent(error -> problem(Problem.Code.SYNTAX, row.line(), "", error));
    row.faults().forEach((at, fault) -> problem(Problem.Code.BAD_VALUE, row.line(), "", fault));
    if (row.error().isPresent() || !row.faults().isEmpty()) {
      return;
    }
    reserve(row);
    Map<String, String> cells = new HashMap<>();
    targets.forEach((at, column) -> cells.put(column, row.cells().get(at)));
    requireId(cells.getOrDefault(CodedTable.CODING, ""), "statement", row.line());
    String document = cells.getOrDefault(CodedTable.DOCUMENT, "");
    if (!document.isEmpty()) {
      requireId(document, "document", row.line());
    }
    requireNew(cells.getOrDefault(CodedTable.CODING, ""), row.line());
    cells.computeIfPresent(CodedTable.DOCUMENT_DATE, (column, time) -> day(time, row.line()));
    rows.add(columns.row(cells));
  }

  private void reserve(TableRows.Row row) {
    read++;
    chars += columns.size() + row.cells().stream().mapToLong(String::length).sum();
    if (read > Limits.EVENT_ROWS || chars > Limits.EVENT_CHARS) {
      throw refused(
          Problem.Code.TOO_LARGE,
          row.line(),
          Long.toString(read > Limits.EVENT_ROWS ? read : chars),
          "more than the limit of %s rows and %s characters; export the project in parts"
              .formatted(Limits.EVENT_ROWS, Limits.EVENT_CHARS));
    }
  }

  private void requireId(String id, String what, int line) {
    if (!ID.matcher(id).matches()) {
      problem(
          Problem.Code.BAD_ID,
          line,
          id,
          "the number of the %s is '%s'; it has digits, ASCII letters and hyphens only"
              .formatted(what, id));
    }
  }

  private void requireNew(String id, int line) {
    Integer first = lines.putIfAbsent(id, line);
    if (first != null) {
      problem(
          Problem.Code.DUPLICATE_ID,
          line,
          id,
          "statement %s is also on line %s; an event list has each statement once"
              .formatted(id, first));
    }
  }

  private String day(String time, int line) {
    Matcher matcher = TIME.matcher(time);
    try {
      if (matcher.matches() && LocalDate.parse(matcher.group(1)).getYear() > 0) {
        String ofDay = Optional.ofNullable(matcher.group(2)).orElse("");
        timesOfDay += MIDNIGHT.matcher(ofDay).matches() ? 0 : 1;
        return matcher.group(1);
      }
    } catch (DateTimeException noSuchDay) {
      // reported below
    }
    problem(
        Problem.Code.BAD_DATE,
        line,
        time,
        "time '%s' is not a day, such as 2005-01-26 00:00:00 in the lists of DNA".formatted(time));
    return "";
  }

  private void problem(Problem.Code code, int line, String value, String message) {
    problems.add(FileErrors.problem(code, value, message, new Place(table.file(), line, 1)));
  }

  private InvalidDossierException refused(
      Problem.Code code, int line, String value, String message) {
    return FileErrors.refused(
        FileErrors.problem(code, value, message, new Place(table.file(), line, 1)));
  }

  private DnaAccount account() {
    List<String> own = new ArrayList<>();
    List<String> mapped = new ArrayList<>();
    targets.forEach(
        (at, column) -> {
          if (COLUMNS.containsValue(column)) {
            mapped.add("'%s' is %s".formatted(table.header().get(at), column));
          } else {
            own.add(column);
          }
        });
    boolean hasWords = columns.all().contains(WORDS);
    boolean hasPlaces = columns.all().contains(DNA_START) || columns.all().contains(DNA_STOP);
    return new DnaAccount()
        .carried("statements", read, "a row each")
        .carried("columns of statements and documents", mapped.size(), String.join(", ", mapped))
        .carried("columns of variables", own.size(), String.join(", ", own))
        .carried(
            "columns with another name than in DNA",
            columns.renamed().size(),
            DnaAccount.listed(columns.renamed()))
        .carried(
            "texts of statements",
            hasWords ? read : 0,
            "the column words; no quote, since DNA exports ; as , and \" as '")
        .carried(
            "places of statements",
            hasPlaces ? read : 0,
            "the columns dna_start and dna_stop; no start and end, since the texts of the documents are missing")
        .left("times of day", timesOfDay, "a source is dated to the day");
  }
}

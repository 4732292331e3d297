package org.demarche.json.tables;

import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.json.files.HeapBudget;
import org.demarche.model.Problem;

/**
 * The rows of a table that gave no claim, as a table to be mended and read again. The column of
 * their lines has the name with which templates ask for the line, so that ids made from it stay.
 */
public final class RowsToMend {
  private static final String LINE = "line";
  private static final String PROBLEM = "problem";

  private RowsToMend() {}

  /**
   * Reads a table again, and returns the rows that have problems, under a header: the line and the
   * problems of a row, and its cells. A row with too many or too few fields has these, one that
   * cannot be told into fields its text in one. The texts of documents of codings are left out.
   */
  public static List<List<String>> of(TableSettings settings, Iterable<Problem> problems) {
    return HeapBudget.within(settings.origin().name(), budget -> of(settings, problems, budget));
  }

  private static List<List<String>> of(
      TableSettings settings, Iterable<Problem> problems, HeapBudget budget) {
    ImmutableListMultimap.Builder<Integer, String> found = ImmutableListMultimap.builder();
    problems.forEach(problem -> found.put(problem.place().orElseThrow().line(), problem.message()));
    ImmutableListMultimap<Integer, String> byLine = found.build();
    List<List<String>> rows = new ArrayList<>();
    try (TableRows table = settings.open(budget)) {
      boolean isCoded = table instanceof CodedRows;
      int text = isCoded ? table.header().indexOf(CodedTable.DOCUMENT_TEXT) : -1;
      TrimmedQuotes quotes = new TrimmedQuotes(isCoded ? table.header() : List.of());
      rows.add(row(firstColumns(table.header()), table.header(), text));
      for (Optional<TableRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        int line = row.get().line();
        if (byLine.containsKey(line)) {
          rows.add(
              row(
                  List.of(Integer.toString(line), String.join("; ", byLine.get(line))),
                  quotes.row(row.get().cells()),
                  text));
        }
      }
    }
    return rows;
  }

  /** Returns the names of the columns of lines and problems, apart from those of a table. */
  private static List<String> firstColumns(List<String> header) {
    UniqueNames names = new UniqueNames("%s %s");
    names.reserve(header);
    String line = names.isTaken(Columns.LINE) ? names.unique(LINE) : Columns.LINE;
    return List.of(line, names.unique(PROBLEM));
  }

  private static List<String> row(List<String> first, List<String> cells, int leftOut) {
    List<String> row = new ArrayList<>(first);
    for (int i = 0; i < cells.size(); i++) {
      if (i != leftOut) {
        row.add(cells.get(i));
      }
    }
    return row;
  }
}

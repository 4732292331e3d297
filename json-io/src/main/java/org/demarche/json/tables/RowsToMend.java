package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.model.Problem;

/** The rows of a table that gave no claim, as a table to be mended and read again. */
public final class RowsToMend {
  private static final ImmutableList<String> FIRST_COLUMNS = ImmutableList.of("line", "problem");

  private RowsToMend() {}

  /**
   * Reads a table again, and returns the rows that have problems, under a header: the line and the
   * problems of a row, and its cells. The texts of documents are left out.
   */
  public static List<List<String>> of(TableSettings settings, Iterable<Problem> problems) {
    ImmutableListMultimap.Builder<Integer, String> found = ImmutableListMultimap.builder();
    problems.forEach(problem -> found.put(problem.place().orElseThrow().line(), problem.message()));
    ImmutableListMultimap<Integer, String> byLine = found.build();
    List<List<String>> rows = new ArrayList<>();
    try (TableRows table = settings.open()) {
      int text = table.header().indexOf(CodedTable.DOCUMENT_TEXT);
      rows.add(row(FIRST_COLUMNS, table.header(), text));
      for (Optional<TableRows.Row> row = table.next(); row.isPresent(); row = table.next()) {
        int line = row.get().line();
        if (byLine.containsKey(line)) {
          List<String> cells = row.get().cells();
          rows.add(
              row(
                  List.of(Integer.toString(line), String.join("; ", byLine.get(line))),
                  cells.isEmpty() ? table.header().stream().map(name -> "").toList() : cells,
                  text));
        }
      }
    }
    return rows;
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

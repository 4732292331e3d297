package org.demarche.json.tables;

import com.google.common.primitives.Ints;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of codings without the white space around them. A table that is read again gives them
 * so, and they have to fit their place.
 */
public final class TrimmedQuotes {
  private final int quote;
  private final int start;
  private final int end;

  /** Creates the words of a table with some columns. */
  public TrimmedQuotes(List<String> columns) {
    this.quote = columns.indexOf(CodedTable.QUOTE);
    this.start = columns.indexOf(CodedTable.START);
    this.end = columns.indexOf(CodedTable.END);
  }

  /** Returns the cells of a row, with the words trimmed and their place moved. */
  public List<String> row(List<String> cells) {
    String words = quote < 0 ? "" : cells.get(quote);
    String trimmed = TextTable.UNSEEN.trimFrom(words);
    if (trimmed.isEmpty() || trimmed.length() == words.length()) {
      return cells;
    }
    int from = words.indexOf(trimmed);
    int to = from + trimmed.length();
    List<String> moved = new ArrayList<>(cells);
    moved.set(quote, trimmed);
    move(moved, start, words.codePointCount(0, from));
    move(moved, end, -words.codePointCount(to, words.length()));
    return moved;
  }

  private static void move(List<String> cells, int column, int by) {
    Integer number = column < 0 ? null : Ints.tryParse(cells.get(column));
    if (number != null) {
      cells.set(column, Integer.toString(number + by));
    }
  }
}

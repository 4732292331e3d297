package org.demarche.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.typography.DisplayWidth;
import org.demarche.typography.TypographicMarks;

/**
 * Rows of text under a header, in padded columns.
 *
 * <p>Columns are padded by display width, so that Chinese and Korean line up. If the table is too
 * wide, its widest columns are wrapped at spaces or after a slash. If that is not enough, the table
 * becomes a list: the first cell of each row, and below it each other cell with its header. Lines
 * are not broken at a no-break space, which prints as a space.
 *
 * @param header the titles of the columns
 * @param rows the rows, each with as many cells as the header
 * @param width the greatest display width of a line
 */
record TextTable(List<String> header, List<? extends List<String>> rows, int width) {
  private static final String GAP = "  ";

  /** Returns the header, a rule and the rows as lines without trailing spaces. */
  List<String> lines() {
    int[] widths = widths();
    if (Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > width
        && widths.length > 1) {
      return list();
    }
    List<String> lines = new ArrayList<>();
    print(header, widths, lines);
    lines.add(String.join(GAP, Arrays.stream(widths).mapToObj(w -> "-".repeat(w)).toList()));
    rows.forEach(row -> print(row, widths, lines));
    return lines;
  }

  private List<String> list() {
    List<String> lines = new ArrayList<>();
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        String text = i == 0 ? row.get(i) : header.get(i).replace('\n', ' ') + ": " + row.get(i);
        if (i == 0 || !row.get(i).isEmpty()) {
          for (String line : LineWrapping.lines(text, width - (i == 0 ? 0 : 4))) {
            lines.add((i == 0 ? "" : "    ") + TypographicMarks.withoutNoBreakSpaces(line));
          }
        }
      }
    }
    return lines;
  }

  private int[] widths() {
    int[] widths = new int[header.size()];
    int[] least = new int[header.size()];
    for (int i = 0; i < widths.length; i++) {
      measure(header.get(i), i, widths, least);
      for (List<String> row : rows) {
        measure(row.get(i), i, widths, least);
      }
    }
    int available = width - GAP.length() * (widths.length - 1);
    narrow(widths, least, available);
    return widths;
  }

  /**
   * Narrows the widest column repeatedly until the table fits or every column is at its minimum.
   */
  private static void narrow(int[] widths, int[] least, int available) {
    while (Arrays.stream(widths).sum() > available) {
      int widest = -1;
      for (int i = 0; i < widths.length; i++) {
        if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
          widest = i;
        }
      }
      if (widest < 0) {
        break;
      }
      widths[widest]--;
    }
  }

  /**
   * Widens a column for a cell: to the widest line of the cell, and at least to its widest word.
   */
  private static void measure(String cell, int column, int[] widths, int[] least) {
    for (String line : LineWrapping.lines(cell, Integer.MAX_VALUE)) {
      widths[column] = Math.max(widths[column], DisplayWidth.of(line));
    }
    least[column] = Math.max(least[column], LineWrapping.widestWord(cell));
  }

  private static void print(List<String> row, int[] widths, List<String> lines) {
    List<List<String>> cells = new ArrayList<>();
    int height = 1;
    for (int i = 0; i < widths.length; i++) {
      cells.add(LineWrapping.lines(row.get(i), widths[i]));
      height = Math.max(height, cells.get(i).size());
    }
    for (int y = 0; y < height; y++) {
      StringBuilder line = new StringBuilder();
      for (int x = 0; x < widths.length; x++) {
        String text = y < cells.get(x).size() ? cells.get(x).get(y) : "";
        line.append(text)
            .append(" ".repeat(Math.max(0, widths[x] - DisplayWidth.of(text))))
            .append(GAP);
      }
      lines.add(TypographicMarks.withoutNoBreakSpaces(line.toString()).stripTrailing());
    }
  }
}

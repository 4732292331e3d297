package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;

/**
 * The signs that a quotation mark was never closed, and that its cell ended at the mark of another
 * row: a line in the cell has as many separators as a row, or both the line on which the cell opens
 * and the one on which it closes are rows, if the marks are read as characters like any other.
 */
final class SwallowedRows {
  private static final int FEWEST_COLUMNS = 3;
  private static final Splitter LINES = Splitter.on(CharMatcher.anyOf("\r\n")).omitEmptyStrings();

  private final CharMatcher separator;
  private final int separators;

  SwallowedRows(char separator, int columns) {
    this.separator = CharMatcher.is(separator);
    this.separators = columns < FEWEST_COLUMNS ? Integer.MAX_VALUE : columns - 1;
  }

  /**
   * Returns whether a cell over several lines holds what looks like rows.
   *
   * @param opening the line on which it opens
   * @param closing the line on which it closes
   */
  boolean isIn(String cell, String opening, String closing) {
    return LINES.splitToStream(cell).skip(1).anyMatch(line -> separator.countIn(line) >= separators)
        || (isRow(opening) && isRow(closing));
  }

  /** Returns whether a line is a row; a separator before a blank may be the comma of a sentence. */
  private boolean isRow(String line) {
    int count = 0;
    for (int i = separator.indexIn(line); i >= 0; i = separator.indexIn(line, i + 1)) {
      count += i + 1 < line.length() && line.charAt(i + 1) == ' ' ? 0 : 1;
    }
    return count >= separators;
  }
}

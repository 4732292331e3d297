package org.demarche.json.tables;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rows of delimited text (RFC 4180, and its usual variants). Where a quotation mark is not
 * closed, or closes only after what looks like rows, its row is reported, and the next row begins
 * on the line after the mark: a quotation mark too many or too few costs one row.
 *
 * <p>Each line is scanned at most three times. A mark that failed was followed by no other mark up
 * to the line on which it failed, except for doubled ones, so that no further cell over several
 * lines can begin before that line.
 */
final class DelimitedRows {
  private final TextLines lines;
  private final Dialect dialect;
  private final int quote;
  private final int escape;
  private final int maxLength;
  private Optional<SwallowedRows> swallowed = Optional.empty();

  // The row that is being read
  private final List<String> fields = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();
  private long length;
  private int opened;
  private BitSet inQuotes = new BitSet();
  private String line = "";
  private int at;
  private int first;

  /**
   * A row.
   *
   * @param line the line on which it begins, from 1
   * @param lastLine the line on which it ends
   * @param fields its fields; for a row that cannot be read, its lines as one text
   * @param quoted the indexes of the fields that are in quotation marks
   * @param error why it cannot be read; empty if it can
   */
  record Row(
      int line,
      int lastLine,
      ImmutableList<String> fields,
      BitSet quoted,
      Optional<String> error) {}

  /**
   * Creates the rows of some lines.
   *
   * @param maxLength the length at which a row that is not yet closed is given up, in UTF-16 units
   */
  DelimitedRows(TextLines lines, Dialect dialect, int maxLength) {
    this.lines = lines;
    this.maxLength = maxLength;
    this.dialect = dialect;
    this.quote = dialect.quote().map(mark -> (int) mark).orElse(-1);
    this.escape = dialect.escape().map(mark -> (int) mark).orElse(-1);
  }

  /** From now on, refuses a cell that holds what looks like rows. */
  void refuseSwallowedRows(int columns) {
    swallowed = Optional.of(new SwallowedRows(dialect.separator(), columns));
  }

  /** The error of the row that is being read. */
  private static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String message) {
      super(message, null, false, false);
    }
  }

  /** Reads the next row that is neither blank nor a comment; empty at the end. */
  Optional<Row> next() throws IOException {
    fields.clear();
    inQuotes = new BitSet();
    do {
      read.clear();
      length = 0;
      if (!nextLine()) {
        return Optional.empty();
      }
    } while (isLeftOut());
    first = lines.number();
    try {
      do {
        addField();
      } while (hasSeparator());
      return Optional.of(
          new Row(first, lines.number(), ImmutableList.copyOf(fields), inQuotes, Optional.empty()));
    } catch (Unreadable unreadable) {
      return Optional.of(unreadable(String.valueOf(unreadable.getMessage())));
    }
  }

  /** Ends the row with the line on which the cell opens that failed. */
  private Row unreadable(String why) {
    while (lines.number() > opened) {
      lines.giveBack(read.remove(read.size() - 1));
    }
    String text = CharMatcher.anyOf("\r\n").trimTrailingFrom(String.join("", read));
    return new Row(first, opened, ImmutableList.of(text), new BitSet(), Optional.of(why));
  }

  private boolean nextLine() throws IOException {
    Optional<String> next = lines.next();
    if (next.isEmpty()) {
      return false;
    }
    line = next.get();
    read.add(line);
    length += line.length();
    at = 0;
    return true;
  }

  private boolean isLeftOut() {
    return isTerminator(0) || dialect.comment().filter(mark -> line.charAt(0) == mark).isPresent();
  }

  /** Returns whether the line has ended at an index. */
  private boolean isTerminator(int index) {
    return index >= line.length() || line.charAt(index) == '\n' || line.charAt(index) == '\r';
  }

  /** Skips a separator; returns whether there was one. */
  private boolean hasSeparator() {
    if (isTerminator(at)) {
      return false;
    }
    at++;
    return true;
  }

  private void addField() throws IOException, Unreadable {
    int start = at;
    while (!isTerminator(start) && line.charAt(start) == ' ' && dialect.separator() != ' ') {
      start++;
    }
    if (!isTerminator(start) && line.charAt(start) == quote) {
      at = start + 1;
      inQuotes.set(fields.size());
      fields.add(quotedField());
      return;
    }
    start = at;
    while (!isTerminator(at) && line.charAt(at) != dialect.separator()) {
      at++;
    }
    fields.add(line.substring(start, at));
  }

  /** Reads a field up to its closing quotation mark, and what follows up to the separator. */
  private String quotedField() throws IOException, Unreadable {
    quoted.setLength(0);
    opened = lines.number();
    String opening = line;
    while (true) {
      int from = at;
      while (at < line.length() && line.charAt(at) != quote && line.charAt(at) != escape) {
        at++;
      }
      quoted.append(line, from, at);
      if (at == line.length()) {
        requireNextLine();
      } else if (at + 1 < line.length() && isEscaped(line.charAt(at), line.charAt(at + 1))) {
        quoted.append(line.charAt(at + 1));
        at += 2;
      } else if (line.charAt(at) == quote) {
        at++;
        requireEnd();
        String cell = quoted.toString();
        requireNoRows(cell, opening);
        return cell;
      } else {
        quoted.append(line.charAt(at++));
      }
    }
  }

  private void requireNextLine() throws IOException, Unreadable {
    if (length > maxLength) {
      throw new Unreadable(
          "the quotation mark of field %s is not closed within %s characters"
              .formatted(fields.size() + 1, maxLength));
    }
    if (!nextLine()) {
      throw new Unreadable(
          "the quotation mark of field " + (fields.size() + 1) + " is never closed");
    }
  }

  private void requireNoRows(String cell, String opening) throws Unreadable {
    if (lines.number() > opened
        && swallowed.filter(rows -> rows.isIn(cell, opening, line)).isPresent()) {
      throw new Unreadable(
          "the quotation mark of field %s is closed in line %s only, after what looks like rows; close it, or double it if it belongs to the words; if the lines are one text, set longCells()"
              .formatted(fields.size() + 1, lines.number()));
    }
  }

  private boolean isEscaped(char mark, char next) {
    return (next == quote && (mark == quote || mark == escape))
        || (next == escape && mark == escape);
  }

  /** Skips blanks after a closing quotation mark. */
  private void requireEnd() throws Unreadable {
    int from = at;
    while (!isTerminator(at) && line.charAt(at) == ' ') {
      at++;
    }
    if (!isTerminator(at) && line.charAt(at) != dialect.separator()) {
      boolean isBackslash = from >= 2 && line.charAt(from - 2) == '\\';
      throw new Unreadable(
          "text after a closing quotation mark, in field %s; %s"
              .formatted(
                  fields.size() + 1,
                  isBackslash
                      ? "a backslash escapes nothing here: a mark within a cell is doubled, or escape('\\\\') is set"
                      : "a mark within a cell is doubled, or noQuoting() is set"));
    }
  }
}

package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The rows of delimited text (RFC 4180, and its usual variants). A row that cannot be read is
 * reported, and the next row begins on the line after the first line of that row: a quotation mark
 * too many or too few costs one row. Each line is scanned at most three times.
 */
final class DelimitedRows {
  private final TextLines lines;
  private final Dialect dialect;
  private final int quote;
  private final int escape;

  /** The last line on which quotation marks are known not to close; fields end with the line. */
  private int unbalancedTo;

  // The row that is being read
  private final List<String> fields = new ArrayList<>();
  private final List<String> read = new ArrayList<>();
  private final StringBuilder quoted = new StringBuilder();
  private BitSet inQuotes = new BitSet();
  private String line = "";
  private int at;
  private int first;

  /**
   * A row.
   *
   * @param line the line on which it begins, from 1
   * @param lastLine the line on which it ends
   * @param fields its fields
   * @param quoted the indexes of the fields that are in quotation marks
   * @param error why it cannot be read; empty if it can
   */
  record Row(
      int line,
      int lastLine,
      ImmutableList<String> fields,
      BitSet quoted,
      Optional<String> error) {}

  DelimitedRows(TextLines lines, Dialect dialect) {
    this.lines = lines;
    this.dialect = dialect;
    this.quote = dialect.quote().map(mark -> (int) mark).orElse(-1);
    this.escape = dialect.escape().map(mark -> (int) mark).orElse(-1);
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

  private Row unreadable(String why) {
    if (read.size() > 1) {
      unbalancedTo = lines.number();
      for (int i = read.size() - 1; i > 0; i--) {
        lines.giveBack(read.get(i));
      }
    }
    return new Row(first, first, ImmutableList.of(), new BitSet(), Optional.of(why));
  }

  private boolean nextLine() throws IOException {
    Optional<String> next = lines.next();
    if (next.isEmpty()) {
      return false;
    }
    line = next.get();
    read.add(line);
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
    int opened = lines.number();
    while (true) {
      int from = at;
      while (at < line.length() && line.charAt(at) != quote && line.charAt(at) != escape) {
        at++;
      }
      quoted.append(line, from, at);
      if (at == line.length()) {
        if (opened <= unbalancedTo || !nextLine()) {
          throw new Unreadable(
              "the quotation mark of field " + (fields.size() + 1) + " is never closed");
        }
      } else if (at + 1 < line.length() && isEscaped(line.charAt(at), line.charAt(at + 1))) {
        quoted.append(line.charAt(at + 1));
        at += 2;
      } else if (line.charAt(at) == quote) {
        at++;
        requireEnd();
        return quoted.toString();
      } else {
        quoted.append(line.charAt(at++));
      }
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
          "text after a closing quotation mark, in field %d; %s"
              .formatted(
                  fields.size() + 1,
                  isBackslash
                      ? "a backslash escapes nothing here: a mark within a cell is doubled, or escape('\\\\') is set"
                      : "a mark within a cell is doubled, or noQuoting() is set"));
    }
  }
}

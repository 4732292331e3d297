package org.demarche.json.tables;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The lines of a text, each with its terminator, to which lines can be given back. */
final class TextLines {
  private static final int BUFFER = 1 << 16;

  private final Reader text;
  private final int maxLength;
  private final char[] buffer = new char[BUFFER];
  private final Deque<String> returned = new ArrayDeque<>();
  private int at;
  private int end;
  private int number;

  /** The failure of a line that is longer than the limit. */
  static final class TooLong extends IOException {
    private static final long serialVersionUID = 1;

    TooLong(int maxLength) {
      super("the line is longer than " + maxLength + " characters");
    }
  }

  /**
   * Creates the lines of a text.
   *
   * @param maxLength the greatest length of a line, in UTF-16 units
   */
  TextLines(Reader text, int maxLength) {
    this.text = text;
    this.maxLength = maxLength;
  }

  /** Returns the number of the line that was read last, from 1; 0 before the first. */
  int number() {
    return number;
  }

  /** Reads the next line, with its terminator if it has one; empty at the end. */
  Optional<String> next() throws IOException {
    String line = returned.isEmpty() ? read() : returned.pop();
    if (line.isEmpty()) {
      return Optional.empty();
    }
    number++;
    return Optional.of(line);
  }

  /** Gives back the line that was read last. */
  void giveBack(String line) {
    returned.push(line);
    number--;
  }

  /** Reads up to and with a line feed, a carriage return, or both; empty at the end. */
  private String read() throws IOException {
    StringBuilder longer = new StringBuilder();
    while (fill()) {
      int from = at;
      while (at < end && buffer[at] != '\n' && buffer[at] != '\r') {
        at++;
      }
      if (longer.length() + at - from > maxLength) {
        throw new TooLong(maxLength);
      }
      if (at < end) {
        char terminator = buffer[at++];
        if (longer.isEmpty() && (terminator == '\n' || at < end)) {
          at += terminator == '\r' && buffer[at] == '\n' ? 1 : 0;
          return new String(buffer, from, at - from);
        }
        longer.append(buffer, from, at - from);
        if (terminator == '\r' && fill() && buffer[at] == '\n') {
          longer.append(buffer[at++]);
        }
        return longer.toString();
      }
      longer.append(buffer, from, at - from);
    }
    return longer.toString();
  }

  private boolean fill() throws IOException {
    if (at < end) {
      return true;
    }
    at = 0;
    end = Math.max(0, text.read(buffer, 0, buffer.length));
    return end > 0;
  }
}

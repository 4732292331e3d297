package org.demarche.json.records;

import java.nio.CharBuffer;
import java.util.Optional;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A check of whether a last line without a line feed is torn: it ends within a character or before
 * all brackets and quotation marks are closed, or in bytes that were never written. A line with any
 * other error was not torn but written that way.
 */
public final class TornLineCheck {
  private static final int LONGEST_CHARACTER = 4;
  private static final JsonFactory JSON = new JsonFactory();

  private TornLineCheck() {}

  /** Tests whether a line is torn; an empty one is not. */
  public static boolean isTorn(byte[] line) {
    if (line.length == 0) {
      return false;
    }
    if (line[line.length - 1] == 0) {
      return true;
    }
    Utf8Decoder utf8 = new Utf8Decoder();
    CharBuffer chars = utf8.decode(line);
    Optional<Utf8Decoder.InvalidByte> invalid = utf8.invalid();
    if (invalid.isPresent()) {
      return line.length - invalid.get().index() < LONGEST_CHARACTER;
    }
    String text = ByteOrderMark.strip(chars.toString());
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        // reads on, to the error
      }
      return false;
    } catch (JacksonException broken) {
      return SyntaxErrors.fault(broken, text.length(), text).isAtEnd();
    }
  }

  /**
   * Returns the problem of a torn line.
   *
   * @param start how many bytes of the file precede the line
   * @param length how many bytes the line has
   */
  static Problem problem(String file, int line, long start, int length) {
    return FileErrors.problem(
        Problem.Code.TORN,
        String.valueOf(start),
        "the last line is torn: it begins at byte %d and ends after %d bytes, as if its writer was interrupted; all lines before it are complete. Dossiers.repair(…) removes it"
            .formatted(start, length),
        new Place(file, line, 1));
  }
}

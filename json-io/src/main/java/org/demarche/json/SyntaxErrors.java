package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** Where and why a text is no JSON, in words for those who write dossiers. */
final class SyntaxErrors {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Z}]");
  private static final String NUMBER = "a number of JSON is written differently, such as 12";

  /** A part of what the parser says, and what we say instead; the first that fits counts. */
  private static final ImmutableMap<String, String> WORDS =
      ImmutableMap.<String, String>builder()
          .put("end-of-input", "it breaks off before all that was opened is closed")
          .put("comment", "there are no comments in JSON; a remark goes into a note")
          .put("numeric value", NUMBER)
          .put("Non-standard token", NUMBER)
          .put("expecting comma", "a comma is missing before %s")
          .put("expecting a colon", "a colon is missing before %s")
          .put("to start property name", "the name of a member stands in quotation marks, got %s")
          .put("close marker", "%s does not close what is open here")
          .put("Unrecognized token", "%s is no value; text stands in quotation marks")
          .put("expected a valid value", "a value is wanted, got %s")
          .put("expected a value", "a value is wanted, got %s")
          .put(
              "unquoted character",
              "%s within quotation marks is written as an escape, such as \\n")
          .put("hex-digit", "\\u takes four hexadecimal digits, got %s")
          .put("character escape", "%s does not go with a backslash; a backslash itself is \\\\")
          .buildOrThrow();

  private SyntaxErrors() {}

  /**
   * A place from which on a text is no JSON.
   *
   * @param offset in UTF-16 units, from 0
   * @param value what stands there, empty at the end of the text
   */
  record Fault(Problem.Code code, int offset, String value, String why) {}

  /**
   * Finds what is wrong.
   *
   * @param reached how far the text was read
   */
  static Fault fault(JacksonException broken, int reached, String text) {
    if (broken instanceof StreamConstraintsException) {
      int opening = Math.max(0, reached - 1);
      String what =
          broken.getOriginalMessage().contains("nesting depth")
              ? "lists and objects stand too deep in one another"
              : "a text, a name or a number is longer than the bound";
      return new Fault(
          Problem.Code.TOO_LARGE,
          opening,
          word(text, opening),
          what + "; give the reader a greater bound where it is to be trusted");
    }
    String said = broken.getOriginalMessage();
    String why =
        WORDS.entrySet().stream()
            .filter(entry -> said.contains(entry.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("%s cannot stand here");
    int offset = Math.toIntExact(broken.getLocation().getCharOffset());
    while (why.equals(NUMBER) && offset > 0 && ofNumber(text.charAt(offset - 1))) {
      offset--;
    }
    String value = word(text, offset);
    return new Fault(Problem.Code.SYNTAX, offset, value, why.replace("%s", shown(value)));
  }

  private static boolean ofNumber(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
  }

  /** The word or the character that stands there, empty at the end of the text. */
  static String word(String text, int offset) {
    int end = offset;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end > offset || end == text.length()
        ? text.substring(offset, end)
        : Character.toString(text.codePointAt(offset));
  }

  /** A word for a message: short, and to be seen. */
  static String shown(String word) {
    if (word.isEmpty()) {
      return "the end";
    }
    return UNSEEN.matcher(word).lookingAt()
        ? String.format(Locale.ROOT, "U+%04X", word.codePointAt(0))
        : "'" + RecordCursor.abridged(word) + "'";
  }

  /** The place of an offset; lines end as in any editor: LF, CR LF or CR. */
  static Place place(String text, int offset, String file) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        line++;
        start = i + 1;
      }
    }
    return new Place(file, line, offset - start + 1);
  }
}

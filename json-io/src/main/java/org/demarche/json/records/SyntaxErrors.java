package org.demarche.json.records;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The explanations of where and why a text is not JSON, for people who write dossiers. */
public final class SyntaxErrors {
  private static final String NUMBER = "not a valid JSON number; write for example 12";

  /** Our words by a part of the parser's message; the first match counts. */
  private static final ImmutableMap<String, String> WORDS =
      ImmutableMap.<String, String>builder()
          .put("end-of-input", "unexpected end: a bracket or quotation mark is still open")
          .put("comment", "JSON has no comments; put a remark into a note")
          .put("numeric value", NUMBER)
          .put("Non-standard token", NUMBER)
          .put("expecting comma", "a comma is missing before %s")
          .put("expecting a colon", "a colon is missing before %s")
          .put("to start property name", "expected the name of a member in quotation marks, got %s")
          .put("close marker", "%s does not close what is open here")
          .put("Unrecognized token", "%s is not a value; put text in quotation marks")
          .put("expected a valid value", "expected a value, got %s")
          .put("expected a value", "expected a value, got %s")
          .put("unquoted character", "%s must be escaped within quotation marks, such as \\n")
          .put("hex-digit", "\\u must be followed by four hexadecimal digits, got %s")
          .put("character escape", "%s cannot follow a backslash; write a backslash itself as \\\\")
          .buildOrThrow();

  /** The bytes with which byte order marks of other encodings begin, as problems name them. */
  private static final ImmutableSet<String> MARKS = ImmutableSet.of("0xFE", "0xFF");

  private static final String WIDE = "not UTF-8 but UTF-16 or UTF-32; save the file as UTF-8";

  private SyntaxErrors() {}

  /**
   * Returns why bytes that begin a file are no text in UTF-8, if it is evident from the first two:
   * a byte order mark of another encoding, or one zero of two.
   */
  public static Optional<String> wideEncoding(byte[] bytes) {
    if (bytes.length < 2) {
      return Optional.empty();
    }
    int first = ((bytes[0] & 0xFF) << Byte.SIZE) | (bytes[1] & 0xFF);
    boolean hasZero = (bytes[0] == 0) != (bytes[1] == 0);
    return first == 0xFEFF || first == 0xFFFE || hasZero ? Optional.of(WIDE) : Optional.empty();
  }

  /**
   * Returns why a text that was decoded as UTF-8 is none, if that is evident from its beginning.
   */
  public static Optional<String> wideEncoding(String text, Utf8Decoder utf8) {
    boolean isMarked =
        utf8.invalid()
            .filter(invalid -> invalid.index() == 0 && MARKS.contains(invalid.value()))
            .isPresent();
    boolean hasZero = text.length() > 1 && (text.charAt(0) == 0) != (text.charAt(1) == 0);
    return isMarked || hasZero ? Optional.of(WIDE) : Optional.empty();
  }

  /**
   * An error of syntax.
   *
   * @param offset where it begins, in UTF-16 code units from 0
   * @param value the word at the offset, empty at the end of the text
   */
  public record Fault(Problem.Code code, int offset, String value, String why) {
    /** Returns what is wrong, as a message. */
    public String message() {
      return "not JSON from here on: " + why;
    }

    /** Returns whether the text ends before it is complete. */
    boolean isAtEnd() {
      return value.isEmpty();
    }
  }

  /**
   * Explains an exception of the parser.
   *
   * @param reached how far the text was read, in UTF-16 code units
   */
  public static Fault fault(JacksonException broken, int reached, String text) {
    String said = broken.getOriginalMessage();
    if (broken instanceof StreamConstraintsException) {
      int opening = Math.max(0, reached - 1);
      String what =
          said.contains("nesting depth")
              ? "lists and objects are nested deeper than the limit"
              : "a text, a name or a number is longer than the limit";
      return new Fault(
          Problem.Code.TOO_LARGE,
          opening,
          word(text, opening),
          what + "; if the file is trusted, raise the limit of the reader");
    }
    String why =
        WORDS.entrySet().stream()
            .filter(entry -> said.contains(entry.getKey()))
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse("%s is not allowed here");
    int offset = Math.toIntExact(broken.getLocation().getCharOffset());
    while (why.equals(NUMBER) && offset > 0 && isOfNumber(text.charAt(offset - 1))) {
      offset--;
    }
    String value = word(text, offset);
    return new Fault(
        Problem.Code.SYNTAX, offset, value, why.replace("%s", ValueInMessage.visible(value)));
  }

  private static boolean isOfNumber(char c) {
    return Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '.';
  }

  /** Returns the word or the character at an offset, empty at the end of the text. */
  public static String word(String text, int offset) {
    int end = offset;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end > offset || end == text.length()
        ? text.substring(offset, end)
        : Character.toString(text.codePointAt(offset));
  }

  /**
   * Returns the problem of bytes that are not UTF-8.
   *
   * @param before how many bytes of the file precede the bytes that were decoded
   */
  public static Problem notUtf8(Utf8Decoder.InvalidByte invalid, long before, Problem.Place place) {
    return FileErrors.problem(
        Problem.Code.SYNTAX,
        invalid.value(),
        before + invalid.index() == 1 && invalid.value().equals("0x8B")
            ? "not UTF-8 but still packed with gzip: it was packed twice"
            : "not UTF-8: the byte %s at offset %s does not begin a character; save the file as UTF-8"
                .formatted(invalid.value(), before + invalid.index()),
        place);
  }
}

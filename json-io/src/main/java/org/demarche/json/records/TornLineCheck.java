package org.demarche.json.records;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.LockedAppend;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A check of whether a last line without a line feed is torn: it begins like a line that the
 * library writes, and ends before that line is complete, or in bytes that were never written. A
 * line with any other error was not torn but written that way, and is for a person to correct.
 *
 * <p>Every proper prefix of a written line is torn, also one that ends within a character, a number
 * or a word such as {@code false}. A document in one line is never torn, since its members are
 * lists, nor is a first line that is no prefix of the header.
 */
public final class TornLineCheck implements LockedAppend.LastLine {
  private static final int LONGEST_CHARACTER = 4;

  /** The line with which each file begins that the library writes, without white space. */
  private static final String HEADER = LineWriter.header().strip();

  private static final JsonFactory JSON = new JsonFactory();
  private static final CharMatcher SPACE = CharMatcher.anyOf(" \t\r\n");

  /** The values of which a line can end in a part. */
  private static final ImmutableList<String> WORDS = ImmutableList.of("true", "false", "null");

  private static final Pattern LAST_WORD = Pattern.compile("[a-z]{1,4}$");

  /** The beginnings of written lines, without white space. */
  private static final ImmutableList<String> BEGINNINGS =
      Streams.concat(
              Stream.of(HEADER),
              Stream.concat(
                      RecordType.byName().keySet().stream(), Stream.of(DossierAssembly.DESCRIPTION))
                  .map(name -> "{\"" + name + "\":{"))
          .collect(ImmutableList.toImmutableList());

  @Override
  public boolean isTorn(byte[] line, long start) {
    int end = line.length;
    while (end > 0 && line[end - 1] == 0) {
      end--;
    }
    if (end == 0) {
      return line.length > 0 && start > 0; // otherwise it is no file of lines
    }
    Utf8Decoder utf8 = new Utf8Decoder();
    String text = ByteOrderMark.strip(utf8.decode(Arrays.copyOf(line, end)).toString());
    Optional<Utf8Decoder.InvalidByte> invalid = utf8.invalid();
    if (!beginsAsWritten(text) || (start == 0 && !HEADER.startsWith(SPACE.removeFrom(text)))) {
      return false;
    }
    if (end < line.length) {
      return true;
    }
    return invalid.isPresent()
        ? line.length - invalid.get().index() < LONGEST_CHARACTER
        : isCut(text) || completed(text).anyMatch(TornLineCheck::isCut);
  }

  @Override
  public boolean isWhole(byte[] line) {
    Utf8Decoder utf8 = new Utf8Decoder();
    String text = ByteOrderMark.strip(utf8.decode(line).toString());
    return utf8.invalid().isEmpty() && fault(text).isEmpty();
  }

  @Override
  public boolean isOfLines(byte[] beginning) {
    Utf8Decoder utf8 = new Utf8Decoder();
    String text = ByteOrderMark.strip(utf8.decode(beginning).toString());
    return (SPACE.matchesAllOf(text) && utf8.invalid().isEmpty())
        || beginsAsWritten(text)
        || SPACE.removeFrom(text).startsWith("{\"" + FormatVersion.SCHEMA_MEMBER + "\":");
  }

  private static boolean beginsAsWritten(String text) {
    String begin = SPACE.removeFrom(text.substring(0, Math.min(text.length(), 100)));
    return !begin.isEmpty()
        && BEGINNINGS.stream().anyMatch(one -> begin.startsWith(one) || one.startsWith(begin));
  }

  /** Returns whether a text ends before all its brackets and quotation marks are closed. */
  private static boolean isCut(String text) {
    return fault(text).filter(SyntaxErrors.Fault::isAtEnd).isPresent();
  }

  private static Optional<SyntaxErrors.Fault> fault(String text) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      while (parser.nextToken() != null) {
        // reads on, to the error
      }
      return Optional.empty();
    } catch (JacksonException broken) {
      return Optional.of(SyntaxErrors.fault(broken, text.length(), text));
    }
  }

  /** Returns a text with each word completed in a part of which it may end, and with a number. */
  private static Stream<String> completed(String text) {
    Matcher word = LAST_WORD.matcher(text);
    Stream<String> words =
        word.find()
            ? WORDS.stream()
                .filter(whole -> whole.startsWith(word.group()))
                .map(whole -> text.substring(0, word.start()) + whole)
            : Stream.empty();
    return Stream.concat(words, Stream.of(text + "0"));
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
        "the last line is torn: it begins at byte %s and ends after %s bytes, as if its writer was interrupted; all lines before it are complete. Dossiers.repair(…) removes it"
            .formatted(start, length),
        new Place(file, line, 1));
  }
}

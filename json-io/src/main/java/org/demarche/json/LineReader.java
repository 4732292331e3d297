package org.demarche.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.text.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A {@code dossier.jsonl}: one record a line, in any order. Lines are read one by one, so that no
 * more than one stands in memory, and what is wrong with one spoils no other.
 *
 * <p>A last line that breaks off, without a line feed, is <i>torn</i>: a writer was stopped while
 * it appended it, and had not yet acknowledged it.
 */
final class LineReader implements AutoCloseable {
  private static final String ONE = "a line holds one record, such as {\"claim\": {…}}";
  private static final int BUFFER = 1 << 16;

  /** How many values are shared where memory is to be constant. */
  private static final int A_FEW = 1 << 12;

  private final InputStream in;
  private final String file;
  private final JsonFactory json;
  private final int maxLine;
  private final boolean oneByOne;
  private final RecordCursor cursor;
  private final Utf8Decoder utf8 = new Utf8Decoder();
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private long offset;
  private int line;
  private Optional<Problem> torn = Optional.empty();
  private Optional<RecordType<?>> kind = Optional.empty();

  /**
   * The lines of a file.
   *
   * @param in its bytes, unpacked
   * @param maxLine how many bytes a line may hold
   * @param oneByOne whether to stop at the first problem
   */
  LineReader(InputStream in, String file, JsonFactory json, int maxLine, boolean oneByOne) {
    this.maxLine = maxLine;
    this.oneByOne = oneByOne;
    this.in = in;
    this.file = file;
    this.json = json;
    this.cursor = new RecordCursor(file, RecordCursor.IN_LINE);
    if (oneByOne) {
      cursor.share(new IdInterner(A_FEW));
    }
  }

  RecordCursor cursor() {
    return cursor;
  }

  /** The line that was read last, from 1. */
  int line() {
    return line;
  }

  /** What kind of record was read last. */
  RecordType<?> kind() {
    return kind.orElseThrow();
  }

  /** The last line, if it is torn; known once all lines are read. */
  Optional<Problem> torn() {
    return torn;
  }

  /**
   * Reads the next record, and notes the problems of lines that hold none.
   *
   * @return nothing at the end of the file
   */
  Optional<DossierRecord> next() throws IOException {
    int noted = cursor.problemCount();
    while (advance()) {
      Optional<DossierRecord> record = isPlain() ? recordOfBytes() : record(bytes());
      if (record.isPresent() || (oneByOne && cursor.problemCount() > noted)) {
        return record;
      }
    }
    return Optional.empty();
  }

  // Bytes into lines

  private boolean ended;
  private long start;

  /** Where the bytes of the line at hand lie. */
  private byte[] at = buffer;

  private int first;
  private int length;

  /** Comes to the next line, without its line feed; false at the end. */
  private boolean advance() throws IOException {
    if (ended) {
      return false;
    }
    ByteArrayOutputStream gathered = new ByteArrayOutputStream(0);
    start = offset;
    while (true) {
      if (from == to) {
        from = 0;
        to = in.read(buffer);
        if (to <= 0) {
          to = 0;
          ended = true;
          lie(gathered.toByteArray(), 0, gathered.size());
          line += length > 0 ? 1 : 0;
          return length > 0;
        }
      }
      int end = from;
      while (end < to && buffer[end] != '\n') {
        end++;
      }
      if (gathered.size() + end - from > maxLine) {
        throw new BoundedInput.TooLarge(
            "line %d holds more than %d bytes, the bound of a line; give the reader a greater maxLine where it is to be trusted"
                .formatted(line + 1, maxLine));
      }
      boolean whole = end < to && gathered.size() == 0;
      if (whole) {
        lie(buffer, from, end - from);
      } else {
        gathered.write(buffer, from, end - from);
      }
      offset += end - from;
      from = end;
      if (end < to) {
        from++;
        offset++;
        line++;
        if (!whole) {
          lie(gathered.toByteArray(), 0, gathered.size());
        }
        return true;
      }
    }
  }

  private void lie(byte[] bytes, int begin, int count) {
    at = bytes;
    first = begin;
    length = count;
  }

  /** The line at hand, in an array of its own. */
  private byte[] bytes() {
    return Arrays.copyOfRange(at, first, first + length);
  }

  // Lines into records

  /** Whether a line is like most: not the first, and an object in good UTF-8. */
  private boolean isPlain() {
    return line > 1
        && length > 1
        && at[first] == '{'
        && at[first + 1] != 0 // or it would be taken for UTF-16
        && com.google.common.base.Utf8.isWellFormed(at, first, length);
  }

  /**
   * Reads a line straight from its bytes, which is quicker. Only characters have columns, so where
   * anything is wrong it is read again from those.
   */
  private Optional<DossierRecord> recordOfBytes() {
    int noted = cursor.problemCount();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), at, first, length)) {
      cursor.over(parser, line - 1);
      Optional<DossierRecord> record = record();
      if (cursor.problemCount() == noted) {
        return record;
      }
    } catch (JacksonException wrong) {
      // is told below
    } finally {
      cursor.leave();
    }
    cursor.forget(noted); // what else was noted of the line is noted again, and the same
    return record(bytes());
  }

  private Optional<DossierRecord> record(byte[] bytes) {
    int before = line - 1;
    CharBuffer chars = utf8.decode(bytes, 0, bytes.length, start, before, file);
    if (utf8.problem().isPresent()) {
      broken(utf8.problem().get(), bytes);
      return Optional.empty();
    }
    if (line == 1 && chars.toString().startsWith(BoundedInput.MARK)) {
      chars.position(1);
    }
    if (isBlank(chars)) {
      return Optional.empty();
    }
    if (line == 1 && chars.toString().strip().equals("{")) {
      cursor.add(
          BoundedInput.problem(
              Problem.Code.SYNTAX,
              "{",
              "this looks like one document, not a record a line: give it a name that ends in .json",
              new Place(file, 1, 1)));
      cursor.leaveUnread();
      ended = true;
      return Optional.empty();
    }
    int noted = cursor.problemCount();
    try (JsonParser parser =
        json.createParser(
            ObjectReadContext.empty(), chars.array(), chars.position(), chars.remaining())) {
      cursor.over(parser, before);
      try {
        return record();
      } catch (JacksonException wrong) {
        String text = chars.toString();
        SyntaxErrors.Fault fault = SyntaxErrors.fault(wrong, cursor.offset(), text);
        Place at = SyntaxErrors.place(text, fault.offset(), file);
        broken(
            BoundedInput.problem(
                fault.code(),
                fault.value(),
                "not JSON from here on: " + fault.why(),
                new Place(file, before + at.line(), at.column())),
            bytes);
        if (torn.isPresent()) {
          cursor.forget(noted);
        }
        return Optional.empty();
      }
    } finally {
      cursor.place(noted, unplaced -> placed(unplaced, bytes));
      cursor.leave();
    }
  }

  private static boolean isBlank(CharBuffer chars) {
    for (int i = 0; i < chars.length(); i++) {
      if (!Character.isWhitespace(chars.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A line that cannot be read: torn where it is the last and has no line feed, or else wrong. */
  private void broken(Problem problem, byte[] bytes) {
    if (ended && problem.code() == Problem.Code.SYNTAX && TornLine.isIn(bytes)) {
      torn =
          Optional.of(
              BoundedInput.problem(
                  Problem.Code.TORN,
                  String.valueOf(start),
                  "the last line is torn: it begins at byte "
                      + start
                      + " and breaks off after "
                      + bytes.length
                      + " bytes, as where a writer was stopped; all before it is whole. Dossiers.repair(…) cuts it off",
                  new Place(file, line, 1)));
    } else {
      cursor.leaveUnread();
      cursor.add(problem);
    }
  }

  private Optional<DossierRecord> record() {
    if (cursor.next() != JsonToken.START_OBJECT) {
      cursor.problem(Problem.Code.SYNTAX, cursor.token().isScalarValue() ? cursor.text() : "", ONE);
      cursor.leaveUnread();
      return Optional.empty();
    }
    Optional<DossierRecord> record = Optional.empty();
    boolean strange = false;
    int members = 0;
    while (cursor.next() != JsonToken.END_OBJECT) {
      String name = cursor.name();
      Place place = cursor.place();
      cursor.next();
      members++;
      if (strange) {
        cursor.skip(); // a record without its envelope is one problem, not one a member
        continue;
      }
      if (members == 1 && name.equals(DocumentReader.VERSION_MEMBER)) {
        FormatVersion.read(cursor);
      } else if (members == 1 && name.equals(DocumentReader.SCHEMA_MEMBER)) {
        Codec.TEXT.read(cursor);
      } else if (members > 1 || !RecordType.byName().containsKey(name)) {
        String hint = Nearest.hint(name, RecordType.byName().keySet(), 1);
        cursor.problem(
            Problem.Code.UNKNOWN_MEMBER,
            name,
            ONE + ", got '" + RecordCursor.abridged(name) + "'" + (members > 1 ? " too" : hint),
            place);
        cursor.leaveUnread();
        cursor.skip();
        strange = true;
      } else {
        record = record(RecordType.byName().get(name));
      }
    }
    cursor.next();
    if (cursor.token() != JsonToken.NOT_AVAILABLE) {
      cursor.problem(
          Problem.Code.SYNTAX, "", "the record of this line has ended; the next one begins a line");
      cursor.leaveUnread();
    }
    if (members == 0) {
      cursor.problem(Problem.Code.MISSING, "", ONE);
    }
    return record;
  }

  private <R extends DossierRecord> Optional<DossierRecord> record(RecordType<R> of) {
    kind = Optional.of(of);
    cursor.enter(of.name(), -1);
    Optional<R> record = of.shape().read(cursor);
    if (record.isEmpty()) {
      cursor.refuse();
    }
    cursor.leave();
    return record.map(item -> item);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  // Places

  /** Finds the places of problems by reading those lines again. */
  List<Problem> placed(Map<Problem, Integer> sought) throws IOException {
    Map<Integer, List<Problem>> byLine = new HashMap<>();
    sought.forEach(
        (problem, where) ->
            byLine.computeIfAbsent(where, number -> new ArrayList<>()).add(problem));
    List<Problem> found = new ArrayList<>();
    while (found.size() < sought.size() && advance()) {
      List<Problem> here = byLine.getOrDefault(line, List.of());
      if (!here.isEmpty()) {
        found.addAll(placed(here, bytes()));
      }
    }
    return found;
  }

  private List<Problem> placed(List<Problem> problems, byte[] bytes) {
    String text = utf8.decode(bytes, 0, bytes.length, start, line - 1, file).toString();
    Set<String> sought = new HashSet<>();
    for (Problem problem : problems) {
      for (String step = pointer(problem); !step.isEmpty(); step = DocumentReader.above(step)) {
        sought.add(step);
      }
    }
    String unmarked = text.startsWith(BoundedInput.MARK) ? text.substring(1) : text;
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), unmarked)) {
      Map<String, Place> places = DocumentReader.find(sought, cursor.over(parser, line - 1));
      return problems.stream()
          .map(
              problem ->
                  problem.at(
                      DocumentReader.nearest(pointer(problem), places, new Place(file, line, 1))))
          .toList();
    }
  }

  private static String pointer(Problem problem) {
    return "/" + problem.type() + (problem.field().isEmpty() ? "" : "/" + problem.field());
  }

  // Writing

  /** A line that says the version. */
  static String header() {
    return "{\"" + DocumentReader.VERSION_MEMBER + "\":" + FormatVersion.NUMBER + "}\n";
  }

  /** A record as a line, with its line feed. */
  static String of(DossierRecord item) {
    return of(RecordType.of(item), item);
  }

  private static <R extends DossierRecord> String of(RecordType<R> kind, DossierRecord item) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = CanonicalPrinter.compact(text)) {
      out.writeStartObject();
      out.writeName(kind.name());
      kind.shape().write(kind.type().cast(item), out);
      out.writeEndObject();
    }
    return text.append('\n').toString();
  }
}

package org.demarche.json.records;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import com.google.common.primitives.Bytes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.GrowingFile;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.LineSplitter;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.Description;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.suggestion.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A reader of a {@code dossier.jsonl}: one record per line, in any order. Only a few blocks of
 * bytes are in memory, and an error in one line does not affect the others. A record is read
 * straight from the bytes of its line if possible; a parser reads all other lines, and finds every
 * problem.
 *
 * <p>A last line that ends early, without a line feed, is <i>torn</i>: its writer was interrupted
 * before the line was acknowledged.
 */
public final class LineReader implements AutoCloseable {
  private static final String ONE = "a line holds one record, such as {\"claim\": {…}}";

  private static final String DOCUMENT =
      "this looks like one document, not one record per line: give it a name that ends in .json";
  private static final int GZIP = 0x1f8b;

  /** The number of interned values of each sort if memory is to be constant. */
  private static final int A_FEW = 1 << 12;

  private final BlocksAhead blocks;
  private final LineSplitter lines;
  private final String file;
  private final JsonFactory json;
  private final boolean oneByOne;
  private final TokenReader cursor;
  private final Utf8Decoder utf8 = new Utf8Decoder();
  private int notedBefore;
  private boolean wholeLines;
  private Optional<Problem> torn = Optional.empty();
  private Optional<RecordType<?>> type = Optional.empty();
  private Optional<DossierAssembly> into = Optional.empty();

  /**
   * Creates a reader of the rest of a file.
   *
   * @param interner has the values that occurred in other files
   * @param linesBefore the number of lines that precede the rest, if they are known
   * @param bytesBefore the number of bytes that precede the rest
   */
  private LineReader(
      InputStream in,
      String file,
      ReadLimits limits,
      IdInterner interner,
      boolean oneByOne,
      int linesBefore,
      long bytesBefore) {
    Supplier<LineRecords> readers = () -> new LineRecords(limits, interner);
    this.blocks = oneByOne ? BlocksAhead.oneByOne(in, readers) : BlocksAhead.of(in, readers);
    this.lines = new LineSplitter(blocks, limits.maxLine(), linesBefore, bytesBefore);
    this.file = file;
    this.json = limits.json();
    this.oneByOne = oneByOne;
    this.cursor = new TokenReader(file, TokenReader.IN_LINE);
    cursor.share(interner);
  }

  /** Returns a reader in constant memory that stops at the first problem. */
  static LineReader oneByOne(InputStream raw, String file, ReadLimits limits) throws IOException {
    return oneByOne(raw, file, limits, HeapBudget.ofUnknownSize());
  }

  /** Returns such a reader, whose bytes a budget counts. */
  static LineReader oneByOne(InputStream raw, String file, ReadLimits limits, HeapBudget budget)
      throws IOException {
    InputStream in = BoundedInput.of(raw, limits.maxBytes(), budget);
    return new LineReader(in, file, limits, new IdInterner(A_FEW), true, 0, 0);
  }

  /**
   * Reads all records of a file, and notes every problem.
   *
   * @return the problem of a torn last line; it is not among the problems noted
   */
  public static Optional<Problem> read(
      ByteSource source, String file, ReadLimits limits, DossierAssembly into) throws IOException {
    InputStream in = BoundedInput.of(source.openStream(), limits.maxBytes(), into.budget());
    LineReader reader = new LineReader(in, file, limits, into.interner(), false, 0, 0);
    try {
      into.begin(reader.cursor, new FileProblemLocator.OfLines(source, file, limits));
      reader.into = Optional.of(into);
      for (Optional<DossierRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        if (reader.isSound() || !into.leavesOut()) {
          add(reader.type.orElseThrow(), record.get(), reader.lines.number(), into);
        } else {
          Problem problem = reader.cursor.problems().get(reader.notedBefore);
          into.refuse(reader.type.orElseThrow(), record.get(), problem.place().orElseThrow());
        }
      }
      return reader.torn;
    } finally { // without suppression: where memory is full, reading and closing throw one error
      reader.close();
    }
  }

  /**
   * Whole lines that were appended to a file.
   *
   * @param problems the problems of lines without a record
   * @param end the offset of the first byte after the last whole line
   */
  public record NewLines(
      ImmutableList<DossierRecord> records, ImmutableList<Problem> problems, long end) {}

  /**
   * Reads the lines of a file from an offset, and notes every problem. What follows the last line
   * feed is left unread, because it may still be written.
   *
   * @throws InvalidDossierException if the offset is not the beginning of a line, or a problem
   *     concerns the meaning of all lines
   */
  public static NewLines read(Path path, long offset, ReadLimits limits, HeapBudget budget)
      throws IOException {
    String file = path.toString();
    int assumed = offset == 0 ? 0 : 1; // the lines before are counted only if there is a problem
    ImmutableList.Builder<DossierRecord> records = ImmutableList.builder();
    InputStream in =
        BoundedInput.ofUnpacked(GrowingFile.open(path, offset), limits.maxBytes(), budget);
    LineReader reader = new LineReader(in, file, limits, new IdInterner(), false, assumed, offset);
    try {
      reader.wholeLines = true;
      for (Optional<DossierRecord> record = reader.next();
          record.isPresent();
          record = reader.next()) {
        if (reader.isSound()) {
          records.add(record.get());
          budget.countRecord();
        }
      }
      List<Problem> problems = reader.cursor.problems();
      if (!problems.isEmpty() && offset > 0) {
        int before = GrowingFile.linesBefore(path, offset) - assumed;
        problems.replaceAll(problem -> shifted(problem, before));
      }
      if (reader.cursor.isFileRefused()) {
        throw new InvalidDossierException(problems);
      }
      return new NewLines(records.build(), ImmutableList.copyOf(problems), reader.lines.start());
    } finally { // as above
      reader.close();
    }
  }

  private static Problem shifted(Problem problem, int lines) {
    Place place = problem.place().orElseThrow();
    return problem.at(new Place(place.file(), place.line() + lines, place.column()));
  }

  /**
   * Reads the record of a single line, with or without its line feed.
   *
   * @throws InvalidDossierException with every problem, if the text is not one line with one record
   */
  public static DossierRecord record(String line) {
    return record(line, ReadLimits.DEFAULT);
  }

  /** Reads the record of a single line within limits, straight from its bytes if possible. */
  static DossierRecord record(String line, ReadLimits limits) {
    byte[] alone = line.stripTrailing().getBytes(StandardCharsets.UTF_8);
    boolean isShort = alone.length < limits.maxLine() && alone.length < limits.maxBytes();
    return (isShort && Bytes.indexOf(alone, (byte) '\n') < 0
            ? LineRecords.ofOne(limits).read(alone, 0, alone.length)
            : Optional.<LineRecords.Found>empty())
        .map(LineRecords.Found::record)
        .orElseGet(() -> recordOfText(line, limits));
  }

  private static DossierRecord recordOfText(String line, ReadLimits limits) {
    List<Problem> problems = new ArrayList<>();
    Optional<DossierRecord> record = Optional.empty();
    byte[] bytes = (line.stripTrailing() + "\n").getBytes(StandardCharsets.UTF_8);
    try (LineReader reader = oneByOne(new ByteArrayInputStream(bytes), "text", limits)) {
      record = reader.next();
      problems.addAll(reader.cursor.problems());
      if (problems.isEmpty() && (record.isEmpty() || reader.next().isPresent())) {
        problems.add(notOne(record.isEmpty() ? "none" : "more than one"));
      }
    } catch (IOException failed) {
      throw FileErrors.unreadable("text", failed);
    }
    if (!problems.isEmpty()) {
      throw new InvalidDossierException(problems);
    }
    return record.orElseThrow();
  }

  private static Problem notOne(String got) {
    return FileErrors.problem(
        Problem.Code.SYNTAX, "", ONE + ", got " + got, new Place("text", 1, 1));
  }

  private static <R extends DossierRecord> void add(
      RecordType<R> type, DossierRecord record, int line, DossierAssembly into) {
    into.add(type, type.type().cast(record), line);
  }

  /** Returns the cursor, which has the problems. */
  TokenReader cursor() {
    return cursor;
  }

  /** Returns the number of the line that was read last, from 1. */
  int line() {
    return lines.number();
  }

  /** Returns the problem of a torn last line; known once all lines are read. */
  Optional<Problem> torn() {
    return torn;
  }

  /**
   * Reads the next record, and notes the problems of lines without one.
   *
   * @return empty at the end of the file
   */
  Optional<DossierRecord> next() throws IOException {
    int noted = cursor.problemCount();
    while (lines.next() && !(wholeLines && lines.isUnfinished())) {
      notedBefore = cursor.problemCount();
      Optional<DossierRecord> record = recordOfBytes().or(() -> recordOfText(lines.bytes()));
      if (record.isPresent() || (oneByOne && cursor.problemCount() > noted)) {
        return record;
      }
    }
    return Optional.empty();
  }

  /** Returns whether the line of the last record has no problem. */
  private boolean isSound() {
    return cursor.problemCount() == notedBefore;
  }

  /**
   * Returns the record of a line that could be read straight from its bytes. Only characters have
   * columns, so a line with a problem is read from its text.
   */
  private Optional<DossierRecord> recordOfBytes() {
    Optional<LineRecords.Found> found = blocks.record(lines);
    type = found.map(LineRecords.Found::type);
    return found.map(LineRecords.Found::record);
  }

  private Optional<DossierRecord> recordOfText(byte[] bytes) {
    CharBuffer chars = utf8.decode(bytes);
    boolean isFirst = lines.number() == 1;
    Optional<String> otherFormat = isFirst ? otherFormat(bytes) : Optional.empty();
    if (otherFormat.isPresent()) {
      refuseFile("", otherFormat.get());
      return Optional.empty();
    }
    if (isFirst && ByteOrderMark.begins(chars)) {
      chars.position(1);
    }
    if (utf8.invalid().isPresent()) {
      Place place = locator(chars).place(chars.length());
      broken(SyntaxErrors.notUtf8(utf8.invalid().get(), lines.start(), place), bytes);
      return Optional.empty();
    }
    if (isBlank(chars)) {
      return Optional.empty();
    }
    if (isFirst && chars.toString().strip().equals("{")) {
      refuseDocument();
      return Optional.empty();
    }
    int noted = cursor.problemCount();
    try (JsonParser parser =
        json.createParser(
            ObjectReadContext.empty(), chars.array(), chars.position(), chars.remaining())) {
      cursor.over(parser, lines.number() - 1);
      return recordOrFault(chars, bytes, noted);
    } finally {
      if (cursor.problemCount() > noted) {
        cursor.locate(noted, locator(chars));
      }
      cursor.leave();
    }
  }

  /** Reads the record of a line, or notes where the line is not JSON, which the parser knows. */
  private Optional<DossierRecord> recordOrFault(CharBuffer chars, byte[] bytes, int noted) {
    try {
      return record();
    } catch (JacksonException wrong) {
      SyntaxErrors.Fault fault = SyntaxErrors.fault(wrong, cursor.offset(), chars.toString());
      Place place = locator(chars).place(fault.offset());
      broken(FileErrors.problem(fault.code(), fault.value(), fault.message(), place), bytes);
      if (torn.isPresent()) {
        cursor.keepProblems(noted);
      }
      return Optional.empty();
    }
  }

  private ProblemLocator locator(CharBuffer chars) {
    return ProblemLocator.ofLine(chars.toString(), file, lines.number() - 1, json);
  }

  private static boolean isBlank(CharBuffer chars) {
    for (int i = 0; i < chars.length(); i++) {
      if (!Character.isWhitespace(chars.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns why the first line, and so the file, is not in the form in which it is read. */
  private static Optional<String> otherFormat(byte[] bytes) {
    int first = bytes.length < 2 ? 0 : ((bytes[0] & 0xFF) << 8) | (bytes[1] & 0xFF);
    if (first == GZIP) {
      return Optional.of("still packed with gzip: it was packed twice");
    }
    return SyntaxErrors.wideEncoding(bytes)
        .or(
            () ->
                holdsLinesOfReturns(bytes)
                    ? Optional.of(
                        "its lines end in a carriage return alone; save it with line feeds")
                    : Optional.empty());
  }

  /** Returns whether an object follows another after a carriage return, which no record allows. */
  private static boolean holdsLinesOfReturns(byte[] bytes) {
    return Bytes.indexOf(bytes, new byte[] {'}', '\r', '{'}) >= 0;
  }

  private void refuseDocument() {
    refuseFile("{", DOCUMENT);
  }

  private void refuseFile(String value, String why) {
    cursor.add(
        FileErrors.problem(Problem.Code.SYNTAX, value, why, new Place(file, lines.number(), 1)));
    cursor.leaveUnread();
    cursor.refuseFile();
    lines.stop();
  }

  /** Notes that a line cannot be read: torn if it is the last one and cut off, otherwise wrong. */
  private void broken(Problem problem, byte[] bytes) {
    if (lines.isUnfinished()
        && problem.code() == Problem.Code.SYNTAX
        && new TornLineCheck().isTorn(bytes, lines.start())) {
      torn = Optional.of(TornLineCheck.problem(file, lines.number(), lines.start(), bytes.length));
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
    boolean unknown = false;
    int members = 0;
    while (cursor.next() != JsonToken.END_OBJECT) {
      String name = cursor.name();
      Place place = cursor.place();
      cursor.next();
      members++;
      if (unknown) {
        cursor.skip(); // a record without its envelope is one problem, not one per member
      } else if (members == 1 && name.equals(FormatVersion.MEMBER)) {
        FormatVersion.read(cursor);
      } else if (members == 1 && name.equals(FormatVersion.SCHEMA_MEMBER)) {
        Codec.TEXT.read(cursor);
      } else if (members == 1 && name.equals(DossierAssembly.DESCRIPTION)) {
        describe(place);
      } else if (members == 1 && RecordType.byName().containsKey(name)) {
        record = record(RecordType.byName().get(name));
      } else {
        unknown = true;
        unknown(name, members, place);
      }
    }
    requireEnd();
    if (members == 0) {
      cursor.problem(Problem.Code.MISSING, "", ONE);
    }
    return record;
  }

  /** Reads a description, which is no record: where records are read one by one it is passed. */
  private void describe(Place place) {
    cursor.enter(DossierAssembly.DESCRIPTION, -1);
    Optional<Description> description = RecordCodecs.DESCRIPTION.read(cursor);
    cursor.leave();
    if (description.isPresent() && into.isPresent()) {
      into.get().describe(description.get(), place);
    }
  }

  private void unknown(String name, int members, Place place) {
    if (members == 2
        && RecordType.byName().keySet().stream().anyMatch(type -> name.equals(type + "s"))) {
      cursor.problem(Problem.Code.SYNTAX, name, DOCUMENT, place);
      cursor.leaveUnread();
      cursor.skip();
      return;
    }
    String hint = Nearest.hint(name, RecordType.byName().keySet(), 1);
    cursor.problem(
        Problem.Code.UNKNOWN_MEMBER,
        name,
        ONE + ", got '" + ValueInMessage.abridged(name) + "'" + (members > 1 ? " too" : hint),
        place);
    cursor.leaveUnread();
    cursor.skip();
  }

  private void requireEnd() {
    cursor.next();
    if (cursor.token() != JsonToken.NOT_AVAILABLE) {
      cursor.problem(
          Problem.Code.SYNTAX,
          "",
          "the record of this line ends before this; put each record on its own line");
      cursor.leaveUnread();
    }
  }

  private <R extends DossierRecord> Optional<DossierRecord> record(RecordType<R> of) {
    type = Optional.of(of);
    cursor.enter(of.name(), -1);
    Optional<R> record = of.codec().read(cursor);
    if (record.isEmpty()) {
      cursor.refuse();
    }
    cursor.leave();
    return record.map(item -> item);
  }

  @Override
  public void close() throws IOException {
    lines.close();
    cursor.end();
  }
}

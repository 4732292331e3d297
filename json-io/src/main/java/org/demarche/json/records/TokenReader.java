package org.demarche.json.records;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.json.JsonFactory;

/**
 * A reader of a file, token by token, which notes every problem with its place and record, without
 * stopping at the first one.
 */
public final class TokenReader {
  private static final String DOCUMENT = "document";

  /** The depth of a record in a list of a document, in which ids must be unique. */
  static final int IN_LIST = 2;

  /** The depth of a record as the only member of a line. */
  static final int IN_LINE = 1;

  private final String file;
  private final int depth;
  private IdInterner interner = new IdInterner();
  private Optional<Tokens> source = Optional.empty();
  private int linesBefore;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private Set<String> refusedRecords = new HashSet<>();
  private Set<String> acceptedRecords = new HashSet<>();
  private boolean unread;
  private boolean fileRefused;
  private String type = DOCUMENT;
  private String id = "";
  private int index = -1;
  private int firstProblem;

  /**
   * Creates a cursor of a file.
   *
   * @param depth how many steps a record is below the top: {@link #IN_LIST}, {@link #IN_LINE}, or
   *     any other number if records are read one by one from a larger document
   */
  public TokenReader(String file, int depth) {
    this.file = file;
    this.depth = depth;
  }

  /** Continues with the tokens of a parser that begins after the given number of lines. */
  public TokenReader over(JsonParser parser, int lines) {
    return over(new ParsedTokens(parser), lines);
  }

  /** Continues with tokens that begin after the given number of lines. */
  TokenReader over(Tokens tokens, int lines) {
    source = Optional.of(tokens);
    linesBefore = lines;
    return this;
  }

  /** Uses the interner of other files too. */
  void share(IdInterner with) {
    interner = with;
  }

  /** Returns the interner of values that occur again and again. */
  IdInterner interner() {
    return interner;
  }

  /**
   * Ends the file. Problems are still available, but the parser with its buffers and what is needed
   * only while records are read can be collected: there may be many thousand files.
   */
  void end() {
    source = Optional.empty();
    refusedRecords = new HashSet<>();
    acceptedRecords = new HashSet<>();
  }

  private Tokens tokens() {
    return source.orElseThrow();
  }

  /** Returns the name of the file. */
  String file() {
    return file;
  }

  /** Returns whether records are lines, of which several may have one id. */
  boolean isOfLines() {
    return depth == IN_LINE;
  }

  // Tokens

  /** Moves to the next token. */
  public JsonToken next() {
    return tokens().next();
  }

  /** Returns the current token. */
  public JsonToken token() {
    return tokens().token();
  }

  /** Returns the name of the current member. */
  public String name() {
    return tokens().name();
  }

  /** Returns the text of the current value. */
  public String text() {
    return tokens().text();
  }

  /** Skips the current value with everything in it. */
  public void skip() {
    tokens().skip();
  }

  /** Returns the place of the current token. */
  public Place place() {
    return tokens().place(file, linesBefore);
  }

  /** Returns how far the text has been read, in UTF-16 code units. */
  public int offset() {
    return tokens().offset();
  }

  // Records

  /**
   * Begins a record.
   *
   * @param recordIndex its index in its list, or -1 if it is not in a list
   */
  public void enter(String recordType, int recordIndex) {
    type = recordType;
    index = recordIndex;
    id = "";
    firstProblem = problems.size();
  }

  private boolean isInRecord() {
    return !type.equals(DOCUMENT);
  }

  /** Ends the record. */
  public void leave() {
    type = DOCUMENT;
    index = -1;
    id = "";
  }

  /** Sets the id of the current record, also in the problems that were noted before it was read. */
  void identify(String recordId) {
    String nameless = firstProblem == problems.size() ? "" : who();
    id = recordId;
    for (int i = firstProblem; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      problems.set(
          i,
          create(
              problem.code(),
              problem.field(),
              problem.value(),
              problem.message().substring(nameless.length()),
              problem.place().orElseThrow()));
    }
  }

  /** Notes that the current record was refused, so that references to it are not reported. */
  void refuse() {
    if (id.isEmpty()) {
      return;
    }
    refused.add(id);
    String record = type + " " + id;
    boolean again = !refusedRecords.add(record) || acceptedRecords.contains(record);
    if (again && !isOfLines()) {
      duplicate();
    }
  }

  /** Notes that the current record was accepted. */
  void accept() {
    String record = type + " " + id;
    if (acceptedRecords.add(record) && refusedRecords.contains(record)) {
      duplicate();
    }
  }

  /** Notes a duplicate id; the model finds it only if both records were accepted. */
  private void duplicate() {
    add(
        Problem.of(
            Problem.Code.DUPLICATE_ID,
            type,
            id,
            "id",
            id,
            "duplicate " + type + " id " + ValueInMessage.abridged(id)));
  }

  /** Notes that records may have been skipped. */
  void leaveUnread() {
    unread = true;
  }

  /** Returns whether records may have been skipped. */
  boolean hasUnread() {
    return unread;
  }

  /** Returns the ids of the records that were refused. */
  Set<String> refused() {
    return refused;
  }

  /** Notes that a problem of a file of lines concerns the meaning of all its lines. */
  void refuseFile() {
    fileRefused = true;
  }

  /** Returns whether a problem concerns the meaning of all lines of a file of lines. */
  boolean isFileRefused() {
    return fileRefused;
  }

  /** Returns whether the current member is one of the record itself, not of a value in it. */
  boolean isInRecordItself() {
    return tokens().depth() == depth + 1;
  }

  // Problems

  /** Notes a problem of the current value. */
  public void problem(Problem.Code code, String value, String why) {
    problem(code, value, why, place());
  }

  /** Notes a problem of the current value, at a place. */
  public void problem(Problem.Code code, String value, String why, Place place) {
    problem(code, field(), value, why, place);
  }

  /** Notes a problem of a field of the current record, at a place. */
  public void problem(Problem.Code code, String field, String value, String why, Place place) {
    problems.add(create(code, field, value, why, place));
  }

  private Problem create(Problem.Code code, String field, String value, String why, Place place) {
    Problem problem = Problem.of(code, type, id, field, value, who() + why).at(place);
    return index < 0 ? problem : problem.at(index);
  }

  /** Notes a problem that the model found in the current record. */
  public void add(Problem problem) {
    problems.add(index < 0 ? problem : problem.at(index));
  }

  /**
   * Notes a problem that the model found in the value that has just been read: the current record
   * itself, or a value inside it.
   */
  void addOfValue(Problem problem) {
    String of = field();
    add(
        of.isEmpty()
            ? problem
            : Problem.of(
                problem.code(),
                type,
                id,
                problem.field().isEmpty() ? of : of + "/" + problem.field(),
                problem.value(),
                who() + of + ": " + problem.message()));
  }

  /** Finds the places of all problems in a text of one member that are not located yet. */
  public void locateIn(String text, JsonFactory json) {
    locate(0, ProblemLocator.ofLine(text, file, linesBefore, json));
  }

  private String who() {
    if (!isInRecord()) {
      return "";
    }
    String nameless = index < 0 ? "" : " at index " + index;
    return type + (id.isEmpty() ? nameless : " " + ValueInMessage.abridged(id)) + ": ";
  }

  /**
   * Returns the path from the record to the current value, for example {@code evidence/0/source}.
   */
  public String field() {
    if (!isInRecord()) {
      String[] path = tokens().pointer().split("/", 3);
      return path.length > 1 ? path[1] : "";
    }
    String[] path = tokens().pointer().split("/", depth + 2);
    return path.length > depth + 1 ? path[depth + 1] : "";
  }

  /**
   * Notes that the current value has the wrong type, and skips it.
   *
   * @param wanted the right type, in words
   * @param example a right value, or empty
   */
  public <V> Optional<V> wrongType(String wanted, String example) {
    String got =
        switch (token()) {
          case VALUE_STRING -> "text \"" + ValueInMessage.abridged(text()) + "\"";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + ValueInMessage.abridged(text());
          case VALUE_TRUE, VALUE_FALSE -> text();
          case VALUE_NULL -> "null";
          case START_ARRAY -> "a list";
          case NOT_AVAILABLE -> "an empty text";
          default -> "an object";
        };
    String value = token().isScalarValue() ? text() : "";
    problem(
        Problem.Code.WRONG_TYPE,
        value,
        (field().isEmpty() ? "a record is " : field() + " takes ")
            + wanted
            + (example.isEmpty() ? "" : ", such as " + example)
            + ", got "
            + got);
    skip();
    return Optional.empty();
  }

  /** Notes that the current value is null, although its member may be left out. */
  public void nullValue() {
    problem(Problem.Code.WRONG_TYPE, "null", field() + " is null; leave the member out instead");
  }

  /** Notes a duplicate member at a place. */
  public void duplicateMember(String member, Place place) {
    problem(
        Problem.Code.DUPLICATE_MEMBER,
        member,
        "duplicate member '" + ValueInMessage.abridged(member) + "'",
        place);
  }

  /** Notes that the current object, which begins at a place, lacks a member. */
  public void missing(String member, Place start) {
    String of = field();
    problem(
        Problem.Code.MISSING,
        of.isEmpty() ? member : of + "/" + member,
        "",
        (of.isEmpty() ? "" : of + ": ") + "member '" + member + "' is missing",
        start);
  }

  /**
   * Finds the places of problems that are not located yet.
   *
   * @param first the number of the first problem to look at
   */
  void locate(int first, ProblemLocator locator) {
    List<Problem> noted = problems.subList(first, problems.size());
    List<Problem> unplaced = noted.stream().filter(p -> p.place().isEmpty()).toList();
    if (!unplaced.isEmpty()) {
      noted.removeIf(problem -> problem.place().isEmpty());
      problems.addAll(locator.locate(unplaced));
    }
  }

  /** Drops all problems but the first ones. */
  void keepProblems(int count) {
    problems.subList(count, problems.size()).clear();
  }

  /** Returns the number of problems. */
  public int problemCount() {
    return problems.size();
  }

  /** Returns the problems noted so far. */
  public List<Problem> problems() {
    return problems;
  }
}

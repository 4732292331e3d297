package org.demarche.json;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * A way through a document, token by token, that notes every problem with its place and goes on. It
 * knows in which record it stands.
 */
final class RecordCursor {
  private static final String DOCUMENT = "document";

  /** The depth of a record in a list of a document, where no two have one id. */
  static final int IN_LIST = 2;

  /** The depth of a record as the one member of a line. */
  static final int IN_LINE = 1;

  private final String file;
  private final int depth;
  private IdInterner shared = new IdInterner();
  private Optional<JsonParser> at = Optional.empty();
  private int linesBefore;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private final Set<String> refusedRecords = new HashSet<>();
  private final Set<String> acceptedRecords = new HashSet<>();
  private boolean unread;
  private String type = DOCUMENT;
  private String id = "";
  private int index = -1;
  private int firstProblem;

  /**
   * A way through a file.
   *
   * @param depth how many steps a record is away from the top, {@link #IN_LIST} or {@link
   *     #IN_LINE}; 0 where it stands by itself
   */
  RecordCursor(String file, int depth) {
    this.file = file;
    this.depth = depth;
  }

  /** Goes on with what a parser reads, which begins after so many lines of the file. */
  RecordCursor over(JsonParser parser, int lines) {
    at = Optional.of(parser);
    linesBefore = lines;
    return this;
  }

  /** Shares what occurs again and again with other files. */
  void share(IdInterner with) {
    shared = with;
  }

  IdInterner shared() {
    return shared;
  }

  private JsonParser parser() {
    return at.orElseThrow();
  }

  String file() {
    return file;
  }

  // Tokens

  JsonToken next() {
    JsonToken token = parser().nextToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  JsonToken token() {
    JsonToken token = parser().currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  String name() {
    return parser().currentName();
  }

  String text() {
    return parser().getString();
  }

  /** The JSON pointer of the value at hand. */
  String pointer() {
    return parser().streamReadContext().pathAsPointer().toString();
  }

  /** Passes over the value at hand, with all that is in it. */
  void skip() {
    parser().skipChildren();
  }

  Place place() {
    TokenStreamLocation location = parser().currentTokenLocation();
    return new Place(
        file, linesBefore + Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** How far the document has been read, in UTF-16 units. */
  int offset() {
    return Math.toIntExact(parser().currentLocation().getCharOffset());
  }

  // Records

  /**
   * Comes to a record.
   *
   * @param recordIndex its place in its list, or -1 where it stands in none
   */
  void enter(String recordType, int recordIndex) {
    type = recordType;
    index = recordIndex;
    id = "";
    firstProblem = problems.size();
  }

  private boolean inRecord() {
    return !type.equals(DOCUMENT);
  }

  void leave() {
    type = DOCUMENT;
    index = -1;
    id = "";
  }

  /** Learns the id of the record at hand, for the problems that it has already too. */
  void identify(String recordId) {
    String nameless = firstProblem == problems.size() ? "" : who();
    id = recordId;
    for (int i = firstProblem; i < problems.size(); i++) {
      Problem problem = problems.get(i);
      problems.set(
          i,
          noted(
              problem.code(),
              problem.field(),
              problem.value(),
              problem.message().substring(nameless.length()),
              problem.place().orElseThrow()));
    }
  }

  /**
   * Remembers that the record at hand was refused, so that nobody is blamed for referring to it.
   */
  void refuse() {
    if (id.isEmpty()) {
      return;
    }
    refused.add(id);
    String record = type + " " + id;
    boolean again = !refusedRecords.add(record) || acceptedRecords.contains(record);
    if (again && depth == IN_LIST) {
      duplicate();
    }
  }

  /** Remembers that the record at hand was taken. */
  void accept() {
    String record = type + " " + id;
    if (acceptedRecords.add(record) && refusedRecords.contains(record)) {
      duplicate();
    }
  }

  /** The model sees two records of one id only where both were taken. */
  private void duplicate() {
    add(
        Problem.builder()
            .code(Problem.Code.DUPLICATE_ID)
            .type(type)
            .id(id)
            .field("id")
            .value(id)
            .message("duplicate " + type + " id " + abridged(id))
            .build());
  }

  /** Remembers that records were passed over that nobody looked at. */
  void leaveUnread() {
    unread = true;
  }

  /** Whether the document may hold a record of that id, though it was not taken. */
  boolean mayHold(String recordId) {
    return unread || refused.contains(recordId);
  }

  // Problems

  /** Notes a problem of the value at hand. */
  void problem(Problem.Code code, String value, String why) {
    problem(code, value, why, place());
  }

  void problem(Problem.Code code, String value, String why, Place place) {
    problem(code, field(), value, why, place);
  }

  void problem(Problem.Code code, String field, String value, String why, Place place) {
    problems.add(noted(code, field, value, why, place));
  }

  private Problem noted(Problem.Code code, String field, String value, String why, Place place) {
    Problem.Builder problem =
        Problem.builder()
            .code(code)
            .type(type)
            .id(id)
            .field(field)
            .value(value)
            .message(who() + why)
            .place(place);
    if (index >= 0) {
      problem.index(index);
    }
    return problem.build();
  }

  /** Notes a problem that the model found in the record at hand. */
  void add(Problem problem) {
    problems.add(index < 0 ? problem : problem.at(index));
  }

  private String who() {
    if (!inRecord()) {
      return "";
    }
    String nameless = index < 0 ? "" : " at index " + index;
    return type + (id.isEmpty() ? nameless : " " + abridged(id)) + ": ";
  }

  /** The way to the value at hand from its record, for example {@code evidence/0/source}. */
  String field() {
    if (!inRecord()) {
      String[] path = pointer().split("/", 3);
      return path.length > 1 ? path[1] : "";
    }
    String[] path = pointer().split("/", depth + 2);
    return path.length > depth + 1 ? path[depth + 1] : "";
  }

  /** Notes that the value at hand is of another type than its member takes, and passes over it. */
  <V> Optional<V> wrongType(String wanted, String right) {
    String got =
        switch (token()) {
          case VALUE_STRING -> "text \"" + abridged(text()) + "\"";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + abridged(text());
          case VALUE_TRUE, VALUE_FALSE -> text();
          case VALUE_NULL -> "null";
          case START_ARRAY -> "a list";
          default -> "an object";
        };
    String value = token().isScalarValue() ? text() : "";
    problem(
        Problem.Code.WRONG_TYPE,
        value,
        (field().isEmpty() ? "a record is " : field() + " takes ")
            + wanted
            + (right.isEmpty() ? "" : ", such as " + right)
            + ", got "
            + got);
    skip();
    return Optional.empty();
  }

  /** Notes that the value at hand is null, where it had better not be at all. */
  void nothing() {
    problem(Problem.Code.WRONG_TYPE, "null", field() + " is null; leave the member out instead");
  }

  /** Notes that a member of that name, at that place, is not the first one. */
  void twice(String member, Place place) {
    problem(
        Problem.Code.DUPLICATE_MEMBER,
        member,
        "member '" + abridged(member) + "' stands twice",
        place);
  }

  /** Notes that the object at hand, which begins at that place, lacks a member. */
  void missing(String member, Place start) {
    String of = field();
    problem(
        Problem.Code.MISSING,
        of.isEmpty() ? member : of + "/" + member,
        "",
        (of.isEmpty() ? "" : of + ": ") + "member '" + member + "' is missing",
        start);
  }

  /** A text for a message: its beginning, where it is long. */
  static String abridged(String text) {
    return text.codePointCount(0, text.length()) <= 60
        ? text
        : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }

  /** Has those problems placed, from the one of a number on, that have no place yet. */
  void place(int from, UnaryOperator<List<Problem>> finder) {
    if (from == problems.size()) {
      return;
    }
    List<Problem> noted = problems.subList(from, problems.size());
    List<Problem> unplaced = noted.stream().filter(p -> p.place().isEmpty()).toList();
    if (!unplaced.isEmpty()) {
      noted.removeIf(problem -> problem.place().isEmpty());
      problems.addAll(finder.apply(unplaced));
    }
  }

  /** Forgets all but the first problems. */
  void forget(int first) {
    problems.subList(first, problems.size()).clear();
  }

  int problemCount() {
    return problems.size();
  }

  List<Problem> problems() {
    return problems;
  }
}

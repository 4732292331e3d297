package org.demarche.json;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;

/**
 * A way through a document, token by token, that notes every problem with its place and goes on. It
 * knows in which record it stands.
 */
final class Cursor {
  private final JsonParser parser;
  private final String file;
  private final List<Problem> problems = new ArrayList<>();
  private final Set<String> refused = new HashSet<>();
  private final ListMultimap<String, Integer> accepted = ArrayListMultimap.create();
  private String type = "document";
  private String id = "";
  private int index = -1;

  Cursor(JsonParser parser, String file) {
    this.parser = parser;
    this.file = file;
  }

  // Tokens

  JsonToken next() {
    JsonToken token = parser.nextToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  JsonToken token() {
    JsonToken token = parser.currentToken();
    return token == null ? JsonToken.NOT_AVAILABLE : token;
  }

  String name() {
    return parser.currentName();
  }

  String text() {
    return parser.getString();
  }

  int number() {
    return parser.getIntValue();
  }

  /** The JSON pointer of the value at hand. */
  String pointer() {
    return parser.streamReadContext().pathAsPointer().toString();
  }

  /** Passes over the value at hand, with all that is in it. */
  void skip() {
    parser.skipChildren();
  }

  Place place() {
    return place(parser.currentTokenLocation());
  }

  Place place(TokenStreamLocation location) {
    return new Place(file, Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  // Records

  void enter(String recordType, int recordIndex) {
    type = recordType;
    index = recordIndex;
    id = "";
  }

  void leave() {
    type = "document";
    index = -1;
    id = "";
  }

  void identify(String recordId) {
    id = recordId;
  }

  /**
   * Remembers that the record at hand was refused, so that nobody is blamed for referring to it.
   */
  void refuse() {
    refused.add(id);
  }

  /** Remembers that the record at hand was taken. */
  void accept() {
    accepted.put(type, index);
  }

  /**
   * The same problem with its record's place in the document, rather than among the records that
   * were taken.
   */
  Problem inDocument(Problem problem) {
    return problem.index().isEmpty()
        ? problem
        : problem.at(accepted.get(problem.type()).get(problem.index().getAsInt()));
  }

  boolean isRefused(String recordId) {
    return refused.contains(recordId);
  }

  // Problems

  /** Notes a problem of the value at hand. */
  void problem(Problem.Code code, String value, String why) {
    problem(code, value, why, place());
  }

  void problem(Problem.Code code, String value, String why, Place place) {
    Problem.Builder problem =
        Problem.builder()
            .code(code)
            .type(type)
            .id(id)
            .field(field())
            .value(value)
            .message(who() + why)
            .place(place);
    if (index >= 0) {
      problem.index(index);
    }
    problems.add(problem.build());
  }

  /** Notes a problem that the model found in the record at hand. */
  void add(Problem problem) {
    problems.add(index < 0 ? problem : problem.at(index));
  }

  private String who() {
    if (index < 0) {
      return "";
    }
    return id.isEmpty() ? type + " at index " + index + ": " : type + " " + id + ": ";
  }

  /** The way to the value at hand from its record, for example {@code evidence/0/source}. */
  String field() {
    String[] path = pointer().split("/", 4);
    if (index < 0) {
      return path.length > 1 ? path[1] : "";
    }
    return path.length > 3 ? path[3] : "";
  }

  /** Notes that the value at hand is of another type than its member takes, and passes over it. */
  <V> Optional<V> wrongType(String wanted, String right) {
    String got =
        switch (token()) {
          case VALUE_STRING -> "text \"" + abridged(text()) + "\"";
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "number " + abridged(text());
          case VALUE_TRUE, VALUE_FALSE -> text();
          case VALUE_NULL -> "null; leave the member out instead";
          case START_ARRAY -> "a list";
          default -> "an object";
        };
    String value = token().isScalarValue() ? text() : "";
    problem(
        Problem.Code.WRONG_TYPE,
        value,
        field()
            + " takes "
            + wanted
            + (right.isEmpty() ? "" : ", such as " + right)
            + ", got "
            + got);
    skip();
    return Optional.empty();
  }

  static String abridged(String text) {
    return text.length() <= 60 ? text : text.substring(0, text.offsetByCodePoints(0, 40)) + "…";
  }

  int problemCount() {
    return problems.size();
  }

  List<Problem> problems() {
    return problems;
  }
}

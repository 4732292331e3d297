package org.demarche.json.annotations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.model.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A value of a file with its place. A member that is null counts as left out. A value of another
 * type than is asked for is noted as a problem.
 */
record JsonValue(JsonNode node, JsonText.Position at, AnnotationNotes notes) {
  boolean isObject() {
    return node.isObject();
  }

  boolean isList() {
    return node.isArray();
  }

  boolean isText() {
    return node.isString();
  }

  /** Returns a member of this object. */
  Optional<JsonValue> member(String name) {
    return node.optional(name).filter(member -> !member.isNull()).map(member -> at(name, member));
  }

  /** Returns the items of this list, or this value itself. */
  List<JsonValue> items() {
    if (!isList()) {
      return List.of(this);
    }
    List<JsonValue> items = new ArrayList<>(node.size());
    for (JsonNode item : node.values()) {
      items.add(at(Integer.toString(items.size()), item));
    }
    return items;
  }

  private JsonValue at(String step, JsonNode value) {
    String escaped = step.replace("~", "~0").replace("/", "~1");
    return new JsonValue(
        value, new JsonText.Position(at.root(), at.pointer() + "/" + escaped), notes);
  }

  /** Returns the values of a member that may be one value or a list. */
  List<JsonValue> all(String name) {
    return member(name).map(JsonValue::items).orElse(List.of());
  }

  /** Returns the text of a member. */
  Optional<String> text(String name) {
    return member(name).flatMap(JsonValue::text);
  }

  /** Returns the texts of a member that may be one text or a list. */
  List<String> texts(String name) {
    return all(name).stream().flatMap(value -> value.text().stream()).toList();
  }

  /** Returns this text. */
  Optional<String> text() {
    if (isText()) {
      return Optional.of(node.stringValue());
    }
    return wrong("a text");
  }

  /** Returns the whole number of a member, 0 or more. */
  OptionalInt count(String name) {
    Optional<JsonValue> value = member(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    JsonNode number = value.get().node;
    if (number.isIntegralNumber() && number.canConvertToInt() && number.intValue() >= 0) {
      return OptionalInt.of(number.intValue());
    }
    value.get().wrong("a whole number from 0 to " + Integer.MAX_VALUE);
    return OptionalInt.empty();
  }

  /** Notes that this value has the wrong type. */
  <V> Optional<V> wrong(String wanted) {
    String value = node.isContainer() ? "" : node.asString();
    notes.problem(
        at,
        Problem.Code.WRONG_TYPE,
        value,
        "%s takes %s, got %s".formatted(name(), wanted, described()));
    return Optional.empty();
  }

  /** Returns the path of this value in words, for messages. */
  private String name() {
    return at.pointer().isEmpty() ? "the file" : at.pointer().substring(1);
  }

  /** Describes this value in a message. */
  String described() {
    return switch (node.getNodeType()) {
      case STRING -> "text \"" + AnnotationNotes.abridged(node.stringValue()) + "\"";
      case NUMBER -> "number " + AnnotationNotes.abridged(node.asString());
      case ARRAY -> "a list";
      case OBJECT -> "an object";
      default -> node.toString();
    };
  }

  /** Notes the members of this object that are not read, each by its path in an annotation. */
  void leaveOthers(String path, Set<String> read) {
    node.properties().stream()
        .filter(member -> !read.contains(member.getKey()) && !member.getValue().isNull())
        .forEach(member -> notes.leaveMember(path + member.getKey()));
  }
}

package org.demarche.json.annotations;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.model.Problem;
import org.demarche.suggestion.Nearest;
import tools.jackson.databind.JsonNode;

/** A search for the annotations of a file, in whatever lists, pages and exports it keeps them. */
final class AnnotationFinder {
  private static final String PAGE = "AnnotationPage";
  private static final String COLLECTION = "AnnotationCollection";

  private static final ImmutableSet<String> FRAME =
      ImmutableSet.of(
          "@context",
          "id",
          "type",
          "items",
          "first",
          "last",
          "next",
          "prev",
          "partOf",
          "startIndex",
          "total");

  private static final String EXPECTED =
      "expected annotations of the W3C, each with \"type\": \"Annotation\", or of Hypothesis, each with \"uri\"; got ";

  private final AnnotationNotes notes;
  private final WebAnnotationReader web;
  private final HypothesisReader hypothesis;
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final List<AnnotatedPassage> passages = new ArrayList<>();
  private final Set<String> pages = new LinkedHashSet<>();
  private final Set<String> links = new LinkedHashSet<>();
  private long annotations;
  private long stated;

  AnnotationFinder(AnnotationNotes notes) {
    this.notes = notes;
    this.web = new WebAnnotationReader(notes);
    this.hypothesis = new HypothesisReader(notes);
  }

  /** Returns whether an object has a type among its types. */
  static boolean isOfType(JsonValue value, String type) {
    return types(value).contains(type);
  }

  private static List<String> types(JsonValue value) {
    return value.all("type").stream()
        .filter(JsonValue::isText)
        .map(type -> type.node().stringValue())
        .toList();
  }

  /** Reads all annotations of a file. */
  void read(JsonText text) {
    if (text.values().isEmpty()) {
      notes.problem(
          new JsonText.Position(0, ""),
          Problem.Code.SYNTAX,
          "",
          "the file is empty; " + EXPECTED + "nothing");
    }
    for (int root = 0; root < text.values().size(); root++) {
      JsonText.Position at = new JsonText.Position(root, "");
      search(new JsonValue(text.values().get(root), at, notes));
    }
    links.removeAll(pages);
    if (!links.isEmpty()) {
      notes.leave("pages elsewhere", "the file holds only their address", links.size());
    }
    if (stated > annotations) {
      notes.leave(
          "annotations elsewhere",
          "the service states %s, the file holds %s; fetch the other pages too"
              .formatted(stated, annotations),
          stated - annotations);
    }
  }

  private void search(JsonValue value) {
    if (value.isList()) {
      value.items().forEach(this::search);
    } else if (WebAnnotationReader.isAnnotation(value)) {
      annotation(value, web::read);
    } else if (isOfType(value, PAGE) || isOfType(value, COLLECTION)) {
      page(value);
    } else if (HypothesisReader.isAnnotation(value)) {
      annotation(value, hypothesis::read);
    } else if (value.member("rows").filter(JsonValue::isList).isPresent()) {
      value.leaveOthers("", Set.of("rows", "replies", "total"));
      stated = Math.max(stated, value.count("total").orElse(0));
      value.all("rows").forEach(this::search);
      value.all("replies").forEach(this::search);
    } else if (value.member("annotations").filter(JsonValue::isList).isPresent()) {
      value.leaveOthers("", Set.of("annotations"));
      value.all("annotations").forEach(this::search);
    } else {
      noAnnotation(value);
    }
  }

  private void page(JsonValue page) {
    page.leaveOthers("collection/", FRAME);
    page.text("id").ifPresent(pages::add);
    page.all("items").forEach(this::search);
    for (String member : List.of("first", "next")) {
      for (JsonValue other : page.all(member)) {
        if (other.isObject() && other.member("items").isPresent()) {
          page(other);
        } else {
          (other.isObject() ? other.text("id") : other.text()).ifPresent(links::add);
        }
      }
    }
  }

  /** A reader of the annotations of one format. */
  private interface Format {
    List<AnnotatedPassage> read(JsonValue annotation, String id);
  }

  private void annotation(JsonValue annotation, Format format) {
    annotations++;
    String id = annotation.text("id").orElse("");
    if (id.isEmpty()) {
      id = "annotation-" + annotations;
      notes.leave("ids", "the annotation has none; its coding is numbered", id);
    } else {
      JsonNode earlier = byId.putIfAbsent(id, annotation.node());
      if (earlier != null && earlier.equals(annotation.node())) {
        notes.leave("repeated annotations", "an equal one is in the table", id);
        return;
      }
      if (earlier != null) {
        notes.problem(
            annotation.at(),
            Problem.Code.DUPLICATE_ID,
            id,
            "two different annotations have the id " + AnnotationNotes.abridged(id));
      }
    }
    passages.addAll(format.read(annotation, id));
  }

  private void noAnnotation(JsonValue value) {
    String got = value.described();
    String hint = "";
    if (value.isObject()) {
      List<String> types = types(value);
      hint =
          types.isEmpty()
              ? ""
              : Nearest.hint(types.get(0), List.of("Annotation", PAGE, COLLECTION), 1);
      List<String> members = value.node().propertyNames().stream().limit(8).toList();
      got =
          members.isEmpty()
              ? "an object without members"
              : "an object with the members "
                  + AnnotationNotes.abridged(String.join(", ", members));
    }
    notes.problem(
        value.at(), Problem.Code.SYNTAX, "", "holds no annotation: " + EXPECTED + got + hint);
  }

  /** Returns the number of annotations read. */
  long annotations() {
    return annotations;
  }

  /** Returns the passages read, in the order of the file. */
  ImmutableList<AnnotatedPassage> passages() {
    return ImmutableList.copyOf(passages);
  }
}

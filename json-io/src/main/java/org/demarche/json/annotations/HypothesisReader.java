package org.demarche.json.annotations;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.json.tables.CodedTable;

/** A reader of one annotation as the service Hypothesis returns and exports it. */
final class HypothesisReader {
  private static final Set<String> READ =
      Set.of("id", "created", "user", "uri", "text", "tags", "target", "document", "references");

  private final AnnotationNotes notes;

  HypothesisReader(AnnotationNotes notes) {
    this.notes = notes;
  }

  /** Returns whether a value is such an annotation. */
  static boolean isAnnotation(JsonValue value) {
    return value.member("uri").filter(JsonValue::isText).isPresent();
  }

  /** Returns the passages of an annotation; empty if it is a reply. */
  List<AnnotatedPassage> read(JsonValue annotation, String id) {
    if (!annotation.all("references").isEmpty()) {
      notes.leave("replies", "they answer an annotation, not a passage of a document", id);
      return List.of();
    }
    annotation.leaveOthers("", READ);
    Map<String, String> common = new LinkedHashMap<>();
    AnnotationCells.putDay(annotation, common);
    JoinedTexts texts = new JoinedTexts();
    annotation.text("text").ifPresent(text -> texts.add(CodedTable.REMARK, text, "\n"));
    annotation.texts(AnnotationCells.TAGS).forEach(tag -> texts.addTag(tag, notes, id));
    texts.putInto(common);
    annotation.member("document").ifPresent(document -> putTitle(document, common, id));

    Agent coder = Agent.of(annotation.text("user").orElse(""));
    List<JsonValue> targets = annotation.all("target");
    String uri = annotation.text("uri").orElse("");
    List<AnnotatedPassage> passages = new ArrayList<>();
    if (targets.isEmpty()) {
      passages.add(new AnnotatedPassage(id, 0, uri, coder, ImmutableMap.copyOf(common)));
    }
    for (JsonValue target : targets) {
      int number = targets.size() == 1 ? 0 : passages.size() + 1;
      Map<String, String> cells = new LinkedHashMap<>(common);
      Optional<String> source =
          target.isObject() ? target.text("source") : target.wrong("an object");
      target.leaveOthers("target/", Set.of("source", "selector"));
      TextSelectors.read(target.all("selector"), id, TextSelectors.Unit.UTF_16, notes, cells);
      passages.add(
          new AnnotatedPassage(id, number, source.orElse(uri), coder, ImmutableMap.copyOf(cells)));
    }
    return passages;
  }

  private void putTitle(JsonValue document, Map<String, String> cells, String id) {
    if (!document.isObject()) {
      document.wrong("an object");
      return;
    }
    document.leaveOthers("document/", Set.of("title"));
    List<String> titles = document.texts("title");
    titles.stream().limit(1).forEach(title -> cells.put(CodedTable.DOCUMENT_TITLE, title));
    titles.stream()
        .skip(1)
        .forEach(title -> notes.leave("further titles", "a document has one, the first", id));
  }
}

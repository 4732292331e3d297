package org.demarche.json.annotations;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.json.tables.CodedTable;
import org.demarche.model.Problem;

/** A reader of one annotation of the Web Annotation Data Model (W3C 2017). */
final class WebAnnotationReader {
  /** The motivations of the recommendation that have a column of their own as purposes. */
  static final ImmutableSet<String> MOTIVATIONS =
      ImmutableSet.of(
          "assessing",
          "bookmarking",
          "classifying",
          "describing",
          "editing",
          "highlighting",
          "identifying",
          "linking",
          "moderating",
          "questioning",
          "replying");

  private static final String TAGGING = "tagging";
  private static final String COMMENTING = "commenting";

  private static final Set<String> READ =
      Set.of(
          "@context",
          "id",
          "type",
          "motivation",
          "creator",
          "created",
          "body",
          "bodyValue",
          "target");

  private final AnnotationNotes notes;

  WebAnnotationReader(AnnotationNotes notes) {
    this.notes = notes;
  }

  /** Returns whether a value is such an annotation. */
  static boolean isAnnotation(JsonValue value) {
    return AnnotationFinder.isOfType(value, "Annotation");
  }

  /** Returns the passages of an annotation. */
  List<AnnotatedPassage> read(JsonValue annotation, String id) {
    annotation.leaveOthers("", READ);
    Map<String, String> common = new LinkedHashMap<>();
    List<String> motivations = annotation.texts(AnnotationCells.MOTIVATION);
    JoinedTexts texts = new JoinedTexts();
    motivations.forEach(it -> texts.add(AnnotationCells.MOTIVATION, it, "; "));
    AnnotationCells.putDay(annotation, common);
    annotation.text("bodyValue").ifPresent(text -> texts.add(CodedTable.REMARK, text, "\n"));
    // a body without a purpose is there for what the annotation is there for
    String purpose = motivations.equals(List.of(TAGGING)) ? TAGGING : COMMENTING;
    annotation.all("body").forEach(body -> body(body, purpose, texts, id));
    texts.putInto(common);
    Agent coder = coder(annotation);
    TextSelectors.Unit unit = unit(annotation);
    List<JsonValue> targets = annotation.all("target");
    if (targets.isEmpty()) {
      notes.problem(
          annotation.at(),
          Problem.Code.MISSING,
          "",
          "annotation %s has no target: the document that it is about"
              .formatted(AnnotationNotes.abridged(id)));
    }
    List<AnnotatedPassage> passages = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      Map<String, String> cells = new LinkedHashMap<>(common);
      int number = targets.size() == 1 ? 0 : i + 1;
      target(targets.get(i), id, unit, cells)
          .ifPresent(
              source ->
                  passages.add(
                      new AnnotatedPassage(id, number, source, coder, ImmutableMap.copyOf(cells))));
    }
    return passages;
  }

  // Creators

  private static Agent coder(JsonValue annotation) {
    List<Agent> agents =
        annotation.all("creator").stream().map(WebAnnotationReader::agent).toList();
    return new Agent(
        String.join("; ", agents.stream().map(Agent::name).toList()),
        String.join("; ", agents.stream().map(Agent::account).toList()));
  }

  /** Returns the name of an agent: the first that it has of name, nickname and address. */
  private static Agent agent(JsonValue agent) {
    if (!agent.isObject()) {
      return Agent.of(agent.text().orElse(""));
    }
    String member =
        Stream.of("name", "nickname", "id")
            .filter(it -> agent.member(it).isPresent())
            .findFirst()
            .orElse("name");
    agent.leaveOthers("creator/", Set.of("type", member));
    String name = String.join(", ", agent.texts(member));
    String address = agent.text("id").orElse(name);
    return new Agent(name, address.equals(name) ? name : name + " (" + address + ")");
  }

  /** Returns what positions count: Hypothesis does not follow the recommendation in this. */
  private static TextSelectors.Unit unit(JsonValue annotation) {
    boolean isHypothesis =
        annotation.all("creator").stream()
            .filter(JsonValue::isText)
            .anyMatch(creator -> Agent.isAccount(creator.node().stringValue()));
    return isHypothesis ? TextSelectors.Unit.UTF_16 : TextSelectors.Unit.CODE_POINTS;
  }

  // Bodies

  private void body(JsonValue body, String otherwise, JoinedTexts texts, String id) {
    if (!body.isObject()) {
      body.text().ifPresent(address -> elsewhere(id));
    } else if (AnnotationFinder.isOfType(body, "Choice")) {
      choice(body, otherwise, texts, id);
    } else {
      List<String> stated = body.texts("purpose");
      List<String> purposes = stated.isEmpty() ? List.of(otherwise) : stated;
      Optional<JsonValue> source = body.member("source");
      Optional<JsonValue> embedded = source.filter(JsonValue::isObject);
      Optional<String> text = embedded.flatMap(of -> of.text("value")).or(() -> body.text("value"));
      // a tag may be the address of a term
      Optional<String> address =
          source.filter(JsonValue::isText).flatMap(JsonValue::text).or(() -> body.text("id"));
      embedded.ifPresent(of -> of.leaveOthers("body/source/", Set.of("type", "value")));
      if (text.isPresent()) {
        body.leaveOthers("body/", Set.of("type", "purpose", "value", "source"));
        purposes.forEach(purpose -> put(purpose, text.get(), texts, id));
      } else if (purposes.equals(List.of(TAGGING)) && address.isPresent()) {
        body.leaveOthers("body/", Set.of("type", "purpose", "id", "source"));
        put(TAGGING, address.get(), texts, id);
      } else {
        elsewhere(id);
      }
    }
  }

  private void choice(JsonValue choice, String otherwise, JoinedTexts texts, String id) {
    boolean isChosen = false;
    for (JsonValue item : choice.all("items")) {
      if (!isChosen && item.isObject() && item.member("value").isPresent()) {
        body(item, otherwise, texts, id);
        isChosen = true;
      } else {
        notes.leave("alternative bodies", "the first text of a choice is read", id);
      }
    }
  }

  private void elsewhere(String id) {
    notes.leave("bodies elsewhere", "the file holds only their address", id);
  }

  private void put(String purpose, String text, JoinedTexts texts, String id) {
    if (purpose.equals(TAGGING)) {
      texts.addTag(text, notes, id);
    } else if (purpose.equals(COMMENTING)) {
      texts.add(CodedTable.REMARK, text, "\n");
    } else if (MOTIVATIONS.contains(purpose)) {
      texts.add(purpose, text, "\n");
    } else {
      notes.leave(
          "bodies with the purpose '" + AnnotationNotes.abridged(purpose) + "'",
          "it is no motivation of the recommendation",
          id);
    }
  }

  // Targets

  /** Reads a target into cells, and returns the address of its document. */
  private Optional<String> target(
      JsonValue target, String id, TextSelectors.Unit unit, Map<String, String> cells) {
    if (!target.isObject()) {
      return target.text();
    }
    Optional<JsonValue> source = target.member("source");
    Optional<String> address =
        source.isEmpty()
            ? target.text("id")
            : source.flatMap(of -> of.isObject() ? of.text("id") : of.text());
    if (address.isEmpty()) {
      notes.leave("targets without an address", "a row is about one document", id);
      return address;
    }
    source
        .filter(JsonValue::isObject)
        .ifPresent(of -> of.leaveOthers("target/source/", Set.of("id", "type")));
    target.leaveOthers("target/", Set.of("type", "selector", source.isPresent() ? "source" : "id"));
    TextSelectors.read(target.all("selector"), id, unit, notes, cells);
    return address;
  }
}

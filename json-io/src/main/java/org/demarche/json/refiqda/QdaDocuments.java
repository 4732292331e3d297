package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.json.refiqda.PassagePlaces.Passage;
import org.demarche.json.tables.Slug;
import org.demarche.json.tables.UniqueNames;

/** The documents of a project: its texts, the texts of its PDF files, and its transcripts. */
final class QdaDocuments {
  private final QdaTexts texts;
  private final QdaAccount account;
  private final TextBudget budget;
  private final UniqueNames ids = new UniqueNames("%s-%s");

  /**
   * A document.
   *
   * @param guids the identifiers by which cases may refer to it
   * @param source the source, which has the values of variables
   * @param text the text; empty if it is not in the file
   * @param selections its selections, in order
   * @param codings the codings of the document as a whole
   */
  record Document(
      String id,
      String title,
      ImmutableSet<String> guids,
      XmlElement source,
      String text,
      ImmutableList<Selection> selections,
      ImmutableList<XmlElement> codings) {}

  /** A selection, with its place in the text of the document if it has one. */
  record Selection(XmlElement element, Optional<PassagePlaces.Place> place) {}

  QdaDocuments(QdaTexts texts, QdaAccount account, TextBudget budget) {
    this.texts = texts;
    this.account = account;
    this.budget = budget;
  }

  /** Reads the documents of a source, of which a recording may have none or several. */
  ImmutableList<Document> of(XmlElement source) throws IOException {
    ImmutableList.Builder<Document> documents = ImmutableList.builder();
    switch (source.name()) {
      case "TextSource" -> documents.add(document(source, source));
      case "PDFSource" ->
          documents.add(document(source, source.child("Representation").orElse(source)));
      case "AudioSource", "VideoSource" -> {
        for (XmlElement transcript : source.children("Transcript").toList()) {
          documents.add(document(source, transcript));
        }
      }
      default -> {
        // counted among what is not read
      }
    }
    return documents.build();
  }

  private Document document(XmlElement source, XmlElement body) throws IOException {
    String own = body.name().equals("Transcript") ? body.attribute("name").strip() : "";
    String title = own.isEmpty() ? source.attribute("name").strip() : own;
    String id = id(title, body);
    Optional<QdaTexts.Loaded> text = texts.read(body);
    if (text.isEmpty()) {
      account.leaveAt(
          "documents without text",
          "the rows have no quote and no document_text",
          "'%s', line %s".formatted(title, body.line()));
    }
    List<XmlElement> codings = new ArrayList<>();
    if (!body.name().equals("Transcript")) {
      source.children("Coding").forEach(codings::add);
      if (!body.equals(source)) {
        body.children("Coding").forEach(codings::add);
      }
    }
    return new Document(
        id,
        title,
        ImmutableSet.of(QdaProject.guid(source), QdaProject.guid(body)),
        source,
        text.map(QdaTexts.Loaded::text).orElse(""),
        selections(title, body, text),
        ImmutableList.copyOf(codings));
  }

  private String id(String title, XmlElement body) {
    String wanted =
        Stream.of(Slug.of(title), Slug.of(body.attribute("guid")), "document")
            .filter(slug -> !slug.isEmpty())
            .findFirst()
            .orElseThrow();
    String id = ids.unique(wanted);
    if (!id.equals(wanted)) {
      account.carryAt(
          "documents whose id is numbered",
          "another document has a name that gives the same id",
          "'%s' is %s, line %s".formatted(title, id, body.line()));
    }
    return id;
  }

  private ImmutableList<Selection> selections(
      String title, XmlElement body, Optional<QdaTexts.Loaded> text) {
    List<XmlElement> elements =
        Stream.of("PlainTextSelection", "TranscriptSelection").flatMap(body::children).toList();
    Map<String, String> syncPoints = new HashMap<>();
    body.children("SyncPoint")
        .forEach(point -> syncPoints.put(QdaProject.guid(point), point.attribute("position")));
    ImmutableList.Builder<Passage> passages = ImmutableList.builder();
    for (XmlElement element : elements) {
      Passage passage = passage(element, syncPoints);
      long length = text.map(it -> (long) it.text().length()).orElse(0L);
      budget.spend(Math.max(0, Math.min(length, passage.end()) - Math.max(0, passage.start())));
      passages.add(passage);
    }
    if (text.isEmpty()) {
      account.leave("places in texts that could not be read", elements.size(), "there is no text");
      return elements.stream()
          .map(it -> new Selection(it, Optional.empty()))
          .collect(ImmutableList.toImmutableList());
    }
    PassagePlaces places =
        new PassagePlaces(text.get().text(), text.get().hadMark(), passages.build());
    if (!places.counting().equals(Counting.STANDARD)) {
      account.carryAt(
          "documents whose positions depart from the standard",
          "the names of the selections show how",
          "'%s': %s".formatted(title, places.counting()));
    }
    ImmutableList.Builder<Selection> selections = ImmutableList.builder();
    for (int i = 0; i < elements.size(); i++) {
      PassagePlaces.Found found = places.found(i);
      countPlace(found.outcome(), title, elements.get(i));
      selections.add(new Selection(elements.get(i), found.place()));
    }
    return selections.build();
  }

  private void countPlace(PassagePlaces.Outcome outcome, String title, XmlElement selection) {
    String where = "'%s', line %s".formatted(title, selection.line());
    switch (outcome) {
      case CONFIRMED -> account.carry("places that a name confirms", 1, "columns start and end");
      case UNCONFIRMED ->
          account.carry(
              "places that no name confirms",
              1,
              "columns start and end; the selection has no name, or one that is not in the text");
      case OUTSIDE ->
          account.leaveAt(
              "places outside of the text",
              "the row has no quote, start and end",
              "%s, %s to %s"
                  .formatted(
                      where,
                      selection.attribute("startPosition"),
                      selection.attribute("endPosition")));
      case NAME_ELSEWHERE ->
          account.leaveAt(
              "places where the text differs from the name of the selection",
              "the row has no quote, start and end, since the name is elsewhere in the text",
              where);
      case AMBIGUOUS ->
          account.leaveAt(
              "places in doubt",
              "the row has no quote, start and end, since the program counted positions in a way that the names of the selections do not settle",
              where);
    }
  }

  private static Passage passage(XmlElement selection, Map<String, String> syncPoints) {
    boolean isOfTranscript = selection.name().equals("TranscriptSelection");
    return new Passage(
        selection.attribute("name"),
        position(
            isOfTranscript
                ? syncPoints.getOrDefault(QdaProject.guid(selection.attribute("fromSyncPoint")), "")
                : selection.attribute("startPosition")),
        position(
            isOfTranscript
                ? syncPoints.getOrDefault(QdaProject.guid(selection.attribute("toSyncPoint")), "")
                : selection.attribute("endPosition")));
  }

  /** Returns a position; -1, which is outside of any text, if it is not a number. */
  private static long position(String written) {
    try {
      return Long.parseLong(written.strip());
    } catch (NumberFormatException noNumber) {
      return -1;
    }
  }
}

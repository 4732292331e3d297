package org.demarche.json.refiqda;

import com.google.common.collect.ImmutableMap;
import org.demarche.json.refiqda.QdaVocabulary.Left;

/** A count of everything in a project that is not read, so that nothing is lost in silence. */
final class QdaLeftovers {
  private static final String UNKNOWN = "REFI-QDA 1.5 has none in this place";

  private final QdaAccount account;

  QdaLeftovers(QdaAccount account) {
    this.account = account;
  }

  /** Counts what is not read of an element that is read. */
  void countIn(XmlElement element) {
    element
        .attributes()
        .keySet()
        .forEach(
            name -> {
              if (QdaVocabulary.LEFT_ATTRIBUTES.containsKey(name)) {
                leave(QdaVocabulary.LEFT_ATTRIBUTES, name);
              } else if (!QdaVocabulary.ATTRIBUTES.contains(name)) {
                account.leaveAt(
                    "attributes '%s'".formatted(name), "REFI-QDA 1.5 has none", line(element));
              }
            });
    if (!element.text().isBlank() && !QdaVocabulary.TEXTS.contains(element.name())) {
      account.leaveAt("texts between elements", "the format has none", line(element));
    }
    for (XmlElement child : element.children()) {
      if (isRead(element, child)) {
        countIn(child);
      } else if (QdaVocabulary.LEFT.containsKey(element.name() + "/" + child.name())) {
        leave(QdaVocabulary.LEFT, element.name() + "/" + child.name());
      } else {
        countAll(child);
      }
    }
    if (element.name().endsWith("Source") && QdaVocabulary.LEFT.containsKey(element.name())) {
      leave(QdaVocabulary.LEFT, element.name());
    }
  }

  private static boolean isRead(XmlElement parent, XmlElement child) {
    return QdaVocabulary.READ.containsEntry(parent.name(), child.name())
        || (child.name().equals("VariableValue") && parent.child("Transcript").isPresent());
  }

  /** Counts an element that is not read, and everything in it. */
  private void countAll(XmlElement element) {
    if (QdaVocabulary.LEFT.containsKey(element.name())) {
      leave(QdaVocabulary.LEFT, element.name());
    } else if (!QdaVocabulary.PARTS.contains(element.name())) {
      account.leaveAt("elements '%s'".formatted(element.name()), UNKNOWN, line(element));
    }
    element.children().forEach(this::countAll);
  }

  private void leave(ImmutableMap<String, Left> kinds, String name) {
    Left kind = kinds.getOrDefault(name, new Left(name, UNKNOWN));
    account.leave(kind.what(), 1, kind.why());
  }

  private static String line(XmlElement element) {
    return "line " + element.line();
  }
}

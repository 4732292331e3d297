package org.demarche.json.annotations;

import java.util.LinkedHashMap;
import java.util.Map;

/** Cells that hold several texts, with separators between them. */
final class JoinedTexts {
  private final Map<String, StringBuilder> byColumn = new LinkedHashMap<>();

  /** Adds a text to a cell, after a separator if the cell has one already. */
  void add(String column, String text, String separator) {
    if (text.isEmpty()) {
      return;
    }
    StringBuilder before = byColumn.get(column);
    if (before == null) {
      byColumn.put(column, new StringBuilder(text));
    } else {
      before.append(separator).append(text);
    }
  }

  /** Adds a tag. */
  void addTag(String tag, AnnotationNotes notes, String coding) {
    if (tag.contains(";")) {
      notes.leave("borders of tags", "a tag holds the semicolon that separates tags", coding);
    }
    add(AnnotationCells.TAGS, tag, "; ");
  }

  /** Puts the texts into the cells of a row. */
  void putInto(Map<String, String> cells) {
    byColumn.forEach((column, text) -> cells.put(column, text.toString()));
  }
}

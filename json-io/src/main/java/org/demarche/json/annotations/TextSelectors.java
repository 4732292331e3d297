package org.demarche.json.annotations;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.demarche.json.tables.CodedTable;
import org.demarche.json.tables.PassageLocator;

/**
 * The selectors of one target: the words, the words around them and their position become cells.
 * Other selectors need the page itself and are left out.
 */
final class TextSelectors {
  static final String UTF16_END = "utf16_end";

  /** The unit that positions count. */
  enum Unit {
    /** Code points, as the recommendation of the W3C demands. */
    CODE_POINTS,
    /** UTF-16 code units, which programs in a browser count. */
    UTF_16
  }

  private final String coding;
  private final Unit unit;
  private final AnnotationNotes notes;
  private final Map<String, String> cells;
  private int start;
  private int end;

  private TextSelectors(
      String coding, Unit unit, AnnotationNotes notes, Map<String, String> cells) {
    this.coding = coding;
    this.unit = unit;
    this.notes = notes;
    this.cells = cells;
  }

  /**
   * Reads the selectors of a target into cells.
   *
   * @param coding the id of the annotation, for the account
   */
  static void read(
      List<JsonValue> selectors,
      String coding,
      Unit unit,
      AnnotationNotes notes,
      Map<String, String> cells) {
    TextSelectors target = new TextSelectors(coding, unit, notes, cells);
    selectors.forEach(selector -> target.read(selector, false));
    target.place();
  }

  private void read(JsonValue selector, boolean isRefining) {
    if (selector.isText()) {
      notes.leave("selectors elsewhere", "the file holds only their address", coding);
    } else if (!selector.isObject()) {
      selector.wrong("an object");
    } else if (selector.member("refinedBy").isPresent()) {
      notes.leaveMember("target/refinedBy");
      selector.all("refinedBy").forEach(inner -> read(inner, true));
    } else {
      List<String> types = selector.texts("type");
      if (types.contains("TextQuoteSelector")) {
        quote(selector);
      } else if (types.contains("TextPositionSelector")) {
        position(selector, isRefining);
      } else {
        String type = types.isEmpty() ? "without a type" : String.join(", ", types);
        notes.leave(
            "selectors " + AnnotationNotes.abridged(type),
            "they need the page or image itself; the words have a TextQuoteSelector",
            1);
      }
    }
  }

  private void quote(JsonValue selector) {
    if (cells.containsKey(CodedTable.QUOTE)) {
      notes.leave("further quotations", "a row has one, the first of its target", coding);
      return;
    }
    if (selector.member("exact").isEmpty()) {
      notes.leave("quotations without words", "the selector has no member 'exact'", coding);
    }
    selector.text("exact").ifPresent(words -> cells.put(CodedTable.QUOTE, words));
    selector.text("prefix").ifPresent(words -> cells.put(PassageLocator.PREFIX, words));
    selector.text("suffix").ifPresent(words -> cells.put(PassageLocator.SUFFIX, words));
    selector.leaveOthers("selector/", Set.of("type", "exact", "prefix", "suffix"));
  }

  private void position(JsonValue selector, boolean isRefining) {
    OptionalInt from = selector.count("start");
    OptionalInt to = selector.count("end");
    selector.leaveOthers("selector/", Set.of("type", "start", "end"));
    if (isRefining) {
      notes.leave("positions", "they count within a part of the document", coding);
    } else if (from.isEmpty() || to.isEmpty() || from.getAsInt() >= to.getAsInt()) {
      notes.leave("positions", "they select nothing", coding);
    } else if (end > 0) {
      notes.leave("further positions", "a row has one, the first of its target", coding);
    } else {
      start = from.getAsInt();
      end = to.getAsInt();
    }
  }

  /** Puts the position into the columns of its unit, unless it contradicts the quotation. */
  private void place() {
    if (end == 0) {
      return;
    }
    String quote = cells.getOrDefault(CodedTable.QUOTE, "");
    boolean isUnquoted = quote.isEmpty();
    int points = quote.codePointCount(0, quote.length());
    if (unit == Unit.CODE_POINTS && (isUnquoted || end - start == points)) {
      put(CodedTable.START, CodedTable.END);
    } else if (unit == Unit.UTF_16 || end - start == quote.length()) {
      put(PassageLocator.UTF16_START, UTF16_END);
    } else {
      notes.leave("positions", "their length is not the length of the quotation", coding);
    }
  }

  private void put(String startColumn, String endColumn) {
    cells.put(startColumn, Integer.toString(start));
    cells.put(endColumn, Integer.toString(end));
  }
}

package org.demarche.json.records;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * A search for the line and column of problems in a text: a document, or one line of a file of
 * lines. An offset is located by counting line ends; the record and field of a problem are located
 * by parsing the text again. A problem of a member that is missing is located at the value around
 * it.
 */
public final class ProblemLocator {
  private final String text;
  private final String file;
  private final int linesBefore;
  private final JsonFactory json;
  private final Function<Problem, String> pointer;

  private ProblemLocator(
      String text,
      String file,
      int linesBefore,
      JsonFactory json,
      Function<Problem, String> pointer) {
    this.text = text;
    this.file = file;
    this.linesBefore = linesBefore;
    this.json = json;
    this.pointer = pointer;
  }

  /**
   * Returns a locator in a document. Its problems have the index of their record.
   *
   * @param text the document, without a byte order mark
   */
  public static ProblemLocator ofDocument(String text, String file, JsonFactory json) {
    return new ProblemLocator(text, file, 0, json, Problem::pointer);
  }

  /** Returns a locator in a text that is one record without its type around it. */
  static ProblemLocator ofRecord(String text, String file, JsonFactory json) {
    return new ProblemLocator(
        text, file, 0, json, problem -> problem.field().isEmpty() ? "" : "/" + problem.field());
  }

  /** Returns a locator in a document that is the value of one member of the text. */
  static ProblemLocator ofMember(String member, String text, String file, JsonFactory json) {
    return new ProblemLocator(text, file, 0, json, problem -> "/" + member + problem.pointer());
  }

  /**
   * Returns a locator in one line of a file.
   *
   * @param text the line, without a byte order mark
   * @param linesBefore how many lines precede it
   */
  static ProblemLocator ofLine(String text, String file, int linesBefore, JsonFactory json) {
    return new ProblemLocator(
        text,
        file,
        linesBefore,
        json,
        problem -> "/" + problem.type() + (problem.field().isEmpty() ? "" : "/" + problem.field()));
  }

  /** Returns the place of the current token of a parser that began after the given lines. */
  static Place ofToken(JsonParser parser, String file, int linesBefore) {
    TokenStreamLocation location = parser.currentTokenLocation();
    return new Place(
        file, linesBefore + Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
  }

  /** Returns the place of an offset. Lines end as in any editor: LF, CR LF or CR. */
  public Place place(int offset) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < offset; i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))) {
        line++;
        start = i + 1;
      }
    }
    return new Place(file, linesBefore + line, offset - start + 1);
  }

  /** Returns the problems with their places, in the order given. */
  List<Problem> locate(Collection<Problem> problems) {
    Set<String> pointers = new HashSet<>();
    for (Problem problem : problems) {
      for (String step = pointer.apply(problem); !step.isEmpty(); step = enclosing(step)) {
        pointers.add(step);
      }
    }
    Map<String, Place> found = find(pointers);
    return problems.stream()
        .map(problem -> problem.at(nearest(pointer.apply(problem), found)))
        .toList();
  }

  /** Returns the place of a pointer, or of the nearest value around it. */
  private Place nearest(String sought, Map<String, Place> found) {
    for (String step = sought; !step.isEmpty(); step = enclosing(step)) {
      Place place = found.get(step);
      if (place != null) {
        return place;
      }
    }
    return new Place(file, linesBefore + 1, 1);
  }

  private static String enclosing(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private Map<String, Place> find(Set<String> pointers) {
    Map<String, Place> found = new HashMap<>();
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        boolean value = token != JsonToken.PROPERTY_NAME && !token.isStructEnd();
        String here = value ? parser.streamReadContext().pathAsPointer().toString() : "";
        if (pointers.contains(here)) {
          found.putIfAbsent(here, ofToken(parser, file, linesBefore));
        }
      }
    } catch (JacksonException broken) {
      return found; // reported when the text was read
    }
    return found;
  }
}

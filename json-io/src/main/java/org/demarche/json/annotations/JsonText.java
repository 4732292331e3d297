package org.demarche.json.annotations;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.demarche.json.files.BoundedInput;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.files.Limits;
import org.demarche.json.files.Utf8Decoder;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON of a file, packed with gzip or not: one value, or several in a row such as one per line.
 * It is read within limits, and a member that is duplicated is refused.
 */
final class JsonText {

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(Limits.ANNOTATION_DEPTH)
                          .maxStringLength(Limits.ANNOTATION_BYTES)
                          .maxNameLength(Limits.ANNOTATION_BYTES)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .build();

  private final String file;
  private final String text;
  private final ImmutableList<JsonNode> values;

  private JsonText(String file, String text) {
    this.file = file;
    this.text = text;
    this.values = parse();
  }

  /**
   * A value in the file.
   *
   * @param root the number of the outermost value that holds it, from 0
   * @param pointer the JSON pointer to it from there
   */
  record Position(int root, String pointer) {}

  /** Reads a file. */
  static JsonText read(Path file, HeapBudget budget) {
    String name = file.toString();
    try (BoundedInput in =
        BoundedInput.of(Files.newInputStream(file), Limits.ANNOTATION_BYTES, budget)) {
      Utf8Decoder utf8 = new Utf8Decoder();
      String decoded = utf8.decode(in.readAllBytes()).toString();
      if (utf8.invalid().isPresent()) {
        throw refused(
            Problem.Code.SYNTAX,
            utf8.invalid().get().value(),
            "not UTF-8: the byte %s at offset %s does not begin a character; save the file as UTF-8"
                .formatted(utf8.invalid().get().value(), utf8.invalid().get().index()),
            new Place(name, lines(decoded) + 1, 1));
      }
      return new JsonText(name, ByteOrderMark.strip(decoded));
    } catch (BoundedInput.TooLarge large) {
      throw refused(
          Problem.Code.TOO_LARGE,
          "",
          "larger than the limit of %s MiB; export fewer annotations at once"
              .formatted(Limits.ANNOTATION_BYTES >> 20),
          new Place(name, 1, 1));
    } catch (IOException failed) {
      throw FileErrors.unreadable(name, failed);
    }
  }

  private static int lines(String text) {
    return Math.toIntExact(text.chars().filter(c -> c == '\n').count());
  }

  private static InvalidDossierException refused(
      Problem.Code code, String value, String why, Place place) {
    return FileErrors.refused(FileErrors.problem(code, value, why, place));
  }

  private ImmutableList<JsonNode> parse() {
    ImmutableList.Builder<JsonNode> read = ImmutableList.builder();
    try (JsonParser parser = JSON.createParser(text)) {
      while (parser.nextToken() != null) {
        JsonNode value = parser.readValueAsTree();
        read.add(value);
      }
    } catch (JacksonException broken) {
      throw failure(broken);
    }
    return read.build();
  }

  private InvalidDossierException failure(JacksonException broken) {
    TokenStreamLocation location = broken.getLocation();
    Place place =
        location == null || location.getLineNr() < 1
            ? new Place(file, 1, 1)
            : new Place(file, location.getLineNr(), Math.max(1, location.getColumnNr()));
    String said = broken.getOriginalMessage();
    if (broken instanceof StreamConstraintsException) {
      return refused(
          Problem.Code.TOO_LARGE,
          "",
          said.contains("nesting depth")
              ? "lists and objects are nested deeper than the limit of " + Limits.ANNOTATION_DEPTH
              : "a number is longer than the limit",
          place);
    }
    if (said.startsWith("Duplicate")) {
      int name = said.indexOf('"') + 1;
      String member = said.substring(name, Math.max(name, said.lastIndexOf('"')));
      return refused(
          Problem.Code.DUPLICATE_MEMBER,
          member,
          "duplicate member '" + AnnotationNotes.abridged(member) + "' in one object",
          place);
    }
    return refused(
        Problem.Code.SYNTAX,
        "",
        said.contains("end-of-input")
            ? "unexpected end of the file: a bracket or quotation mark is still open"
            : "not JSON from here on",
        place);
  }

  /** Returns the name of the file. */
  String file() {
    return file;
  }

  /** Returns the outermost values, in order; empty if the file is blank. */
  ImmutableList<JsonNode> values() {
    return values;
  }

  /** Returns the places of some values, by parsing the text again. */
  Map<Position, Place> places(Set<Position> sought) {
    Map<Position, Place> found = new HashMap<>();
    int root = -1;
    try (JsonParser parser = JSON.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.PROPERTY_NAME || token.isStructEnd()) {
          continue;
        }
        String pointer = parser.streamReadContext().pathAsPointer().toString();
        root += pointer.isEmpty() ? 1 : 0;
        Position here = new Position(root, pointer);
        if (sought.contains(here)) {
          TokenStreamLocation at = parser.currentTokenLocation();
          found.put(here, new Place(file, at.getLineNr(), Math.max(1, at.getColumnNr())));
        }
      }
    }
    return found;
  }
}

package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.text.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** One {@code dossier.json}: its text into records, and a dossier into its text. */
final class DocumentReader implements DossierAssembly.Part {
  static final String VERSION_MEMBER = "demarche";
  static final String SCHEMA_MEMBER = "$schema";
  private static final String BEGIN = "a dossier begins { \"demarche\": 1, …";

  private static final ImmutableMap<String, RecordType<?>> LISTS =
      Maps.uniqueIndex(RecordType.byName().values(), RecordType::list);

  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.<String>builder()
          .add(VERSION_MEMBER, SCHEMA_MEMBER)
          .addAll(LISTS.keySet())
          .build();

  private final String text;
  private final String file;
  private final JsonFactory json;

  /**
   * A document to be read.
   *
   * @param document its text
   * @param file what it is called
   * @param json makes parsers that keep the bounds
   */
  DocumentReader(String document, String file, JsonFactory json) {
    this.text = document.startsWith(BoundedInput.MARK) ? document.substring(1) : document;
    this.file = file;
    this.json = json;
  }

  // Reading

  /** Reads all records, and notes every problem. */
  void read(DossierAssembly into) {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      RecordCursor in = new RecordCursor(file, RecordCursor.IN_LIST).over(parser, 0);
      into.begin(this, in);
      try {
        read(in, into);
      } catch (JacksonException broken) {
        SyntaxErrors.Fault fault = SyntaxErrors.fault(broken, in.offset(), text);
        in.leave();
        in.leaveUnread();
        in.problem(
            fault.code(),
            "",
            fault.value(),
            "not JSON from here on: " + fault.why(),
            SyntaxErrors.place(text, fault.offset(), file));
      }
      in.place(0, this::placed);
    }
  }

  private void read(RecordCursor in, DossierAssembly into) {
    int start = black(text, 0);
    String begins = SyntaxErrors.word(text, start);
    if (!begins.equals("{")) {
      in.problem(
          Problem.Code.SYNTAX,
          "",
          begins,
          begins.isEmpty()
              ? "there is nothing in it; " + BEGIN
              : BEGIN + ", this begins " + SyntaxErrors.shown(begins),
          SyntaxErrors.place(text, start, file));
      return;
    }
    in.next();
    Place opening = in.place();
    Set<String> seen = new HashSet<>();
    while (in.next() != JsonToken.END_OBJECT) {
      String name = in.name();
      Place place = in.place();
      in.next();
      if (!seen.add(name)) {
        in.twice(name, place);
        if (LISTS.containsKey(name)) {
          in.leaveUnread();
        }
        in.skip();
      } else if (name.equals(VERSION_MEMBER)) {
        FormatVersion.read(in);
      } else if (name.equals(SCHEMA_MEMBER)) {
        Codec.TEXT.read(in);
      } else if (LISTS.containsKey(name)) {
        read(LISTS.get(name), in, into);
      } else {
        String hint = Nearest.hint(name, MEMBERS, 1);
        in.problem(
            Problem.Code.UNKNOWN_MEMBER,
            name,
            "a dossier has no member '"
                + RecordCursor.abridged(name)
                + "'"
                + (hint.isEmpty() ? "; it has " + String.join(", ", MEMBERS) : hint),
            place);
        if (!hint.isEmpty() && in.token() == JsonToken.START_ARRAY) {
          in.leaveUnread();
        }
        in.skip();
      }
    }
    if (!seen.contains(VERSION_MEMBER)) {
      in.problem(
          Problem.Code.MISSING,
          VERSION_MEMBER,
          "",
          "member 'demarche' is missing; " + BEGIN,
          opening);
    }
    int more = black(text, in.offset());
    if (more < text.length()) {
      String word = SyntaxErrors.word(text, more);
      in.problem(
          Problem.Code.SYNTAX,
          "",
          word,
          "the dossier ends before this, yet " + SyntaxErrors.shown(word) + " follows",
          SyntaxErrors.place(text, more, file));
    }
  }

  private static <R extends DossierRecord> void read(
      RecordType<R> kind, RecordCursor in, DossierAssembly into) {
    if (in.token() != JsonToken.START_ARRAY) {
      if (in.token() == JsonToken.VALUE_NULL) {
        in.nothing();
      } else {
        in.wrongType("a list of records", "");
      }
      in.leaveUnread();
      return;
    }
    for (int index = 0; in.next() != JsonToken.END_ARRAY; index++) {
      in.enter(kind.name(), index);
      Optional<R> record = kind.shape().read(in);
      if (record.isPresent()) {
        into.add(kind, record.get(), index);
        in.accept();
      } else {
        in.refuse();
      }
      in.leave();
    }
  }

  /** The offset of the next character that is no white space of JSON, or the end. */
  private static int black(String text, int from) {
    int offset = from;
    while (offset < text.length() && " \t\r\n".indexOf(text.charAt(offset)) >= 0) {
      offset++;
    }
    return offset;
  }

  // Places

  @Override
  public boolean unites() {
    return false;
  }

  @Override
  public List<Problem> placed(Map<Problem, Integer> at) {
    List<Problem> here = new ArrayList<>();
    at.forEach((problem, index) -> here.add(problem.at(index)));
    return placed(here);
  }

  private List<Problem> placed(List<Problem> here) {
    Set<String> sought = new HashSet<>();
    for (Problem problem : here) {
      for (String step = problem.pointer(); !step.isEmpty(); step = above(step)) {
        sought.add(step);
      }
    }
    Map<String, Place> found = find(sought);
    return here.stream()
        .map(problem -> problem.at(nearest(problem.pointer(), found, new Place(file, 1, 1))))
        .toList();
  }

  /** The place of a pointer, or of the nearest above it that was found. */
  static Place nearest(String pointer, Map<String, Place> found, Place otherwise) {
    for (String at = pointer; !at.isEmpty(); at = above(at)) {
      Place place = found.get(at);
      if (place != null) {
        return place;
      }
    }
    return otherwise;
  }

  static String above(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private Map<String, Place> find(Set<String> pointers) {
    try (JsonParser parser = json.createParser(ObjectReadContext.empty(), text)) {
      return find(pointers, new RecordCursor(file, RecordCursor.IN_LIST).over(parser, 0));
    }
  }

  /** The places of some pointers among what is still to be read. */
  static Map<String, Place> find(Set<String> pointers, RecordCursor in) {
    Map<String, Place> found = new HashMap<>();
    try {
      while (in.next() != JsonToken.NOT_AVAILABLE) {
        boolean value = in.token() != JsonToken.PROPERTY_NAME && !in.token().isStructEnd();
        String pointer = value ? in.pointer() : "";
        if (pointers.contains(pointer)) {
          found.putIfAbsent(pointer, in.place());
        }
      }
    } catch (JacksonException broken) {
      return found; // reported when it was read
    }
    return found;
  }

  // Writing

  /** Which schema a document that is there says that it follows; nothing where it says none. */
  static Optional<String> schema(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (Reader text =
        new BufferedReader(
            new InputStreamReader(
                BoundedInput.of(Files.newInputStream(file), Long.MAX_VALUE),
                StandardCharsets.UTF_8))) {
      text.mark(1);
      if (text.read() != BoundedInput.MARK.charAt(0)) {
        text.reset();
      }
      return schema(text);
    } catch (IOException unread) {
      throw DossierReader.unreadable(file.toString(), unread);
    }
  }

  private static Optional<String> schema(Reader text) {
    try (JsonParser in = new JsonFactory().createParser(ObjectReadContext.empty(), text)) {
      in.nextToken();
      for (JsonToken token = in.nextToken();
          token == JsonToken.PROPERTY_NAME;
          token = in.nextToken()) {
        String name = in.currentName();
        in.nextToken();
        if (name.equals(SCHEMA_MEMBER) && in.currentToken() == JsonToken.VALUE_STRING) {
          return Optional.of(in.getString());
        }
        in.skipChildren();
      }
    } catch (JacksonException none) {
      return Optional.empty(); // no dossier, and about to be replaced
    }
    return Optional.empty();
  }

  /** Writes a dossier, and which schema it says that it follows. */
  static void write(Dossier dossier, Optional<String> schema, Writer text) {
    try (JsonGenerator out = CanonicalPrinter.lines(text)) {
      write(dossier, schema, out);
      out.writeRaw('\n');
    }
  }

  static void write(Dossier dossier, Optional<String> schema, JsonGenerator out) {
    out.writeStartObject();
    out.writeNumberProperty(VERSION_MEMBER, FormatVersion.NUMBER);
    if (schema.isPresent()) {
      out.writeStringProperty(SCHEMA_MEMBER, schema.get());
    }
    LISTS.forEach((name, kind) -> write(name, kind, dossier, out));
    out.writeEndObject();
  }

  private static <R extends DossierRecord> void write(
      String name, RecordType<R> kind, Dossier dossier, JsonGenerator out) {
    List<R> records = kind.get().apply(dossier);
    if (!records.isEmpty()) {
      out.writeName(name);
      out.writeStartArray();
      records.forEach(record -> kind.shape().write(record, out));
      out.writeEndArray();
    }
  }
}

package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.demarche.model.Dossier;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import org.demarche.text.Nearest;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * One {@code dossier.json}: its text into a dossier, with every problem found, and a dossier into
 * its text.
 */
final class Document {
  static final int VERSION = 1;

  /** A byte order mark, which stands in no column. */
  static final String MARK = "\uFEFF";

  private static final String VERSION_MEMBER = "demarche";
  private static final String SCHEMA_MEMBER = "$schema";
  private static final String BEGIN = "a dossier begins { \"demarche\": 1, …";

  /** A text is as long as it is: an article, a book. Only depth has a bound. */
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(500)
                  .maxStringLength(Integer.MAX_VALUE)
                  .maxNameLength(Integer.MAX_VALUE)
                  .maxNumberLength(Integer.MAX_VALUE)
                  .build())
          .build();

  /** A list of records: its type, its shape, and where it stands in a dossier. */
  private record Section<R>(
      String type,
      Codec<R> shape,
      Function<Dossier, List<R>> get,
      BiConsumer<Dossier.Builder, List<R>> add) {
    void read(Cursor in, Dossier.Builder dossier) {
      if (in.token() != JsonToken.START_ARRAY) {
        if (in.token() == JsonToken.VALUE_NULL) {
          in.nothing();
        } else {
          in.wrongType("a list of records", "");
        }
        in.leaveUnread();
        return;
      }
      List<R> records = new ArrayList<>();
      for (int index = 0; in.next() != JsonToken.END_ARRAY; index++) {
        in.enter(type, index);
        Optional<R> record = shape.read(in);
        if (record.isPresent()) {
          records.add(record.get());
          in.accept();
        } else {
          in.refuse();
        }
        in.leave();
      }
      add.accept(dossier, records);
    }

    void write(String name, Dossier dossier, JsonGenerator out) {
      List<R> records = get.apply(dossier);
      if (!records.isEmpty()) {
        out.writeName(name);
        out.writeStartArray();
        records.forEach(record -> shape.write(record, out));
        out.writeEndArray();
      }
    }
  }

  private static final ImmutableMap<String, Section<?>> SECTIONS =
      ImmutableMap.of(
          "sources",
          new Section<>("source", Shapes.SOURCE, Dossier::sources, Dossier.Builder::addAllSources),
          "actors",
          new Section<>("actor", Shapes.ACTOR, Dossier::actors, Dossier.Builder::addAllActors),
          "occasions",
          new Section<>(
              "occasion", Shapes.OCCASION, Dossier::occasions, Dossier.Builder::addAllOccasions),
          "propositions",
          new Section<>(
              "proposition",
              Shapes.PROPOSITION,
              Dossier::propositions,
              Dossier.Builder::addAllPropositions),
          "claims",
          new Section<>("claim", Shapes.CLAIM, Dossier::claims, Dossier.Builder::addAllClaims));

  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.<String>builder()
          .add(VERSION_MEMBER, SCHEMA_MEMBER)
          .addAll(SECTIONS.keySet())
          .build();

  /** In a pattern, a whole pair is one character of another class. */
  private static final Pattern HALF = Pattern.compile("\\p{Cs}");

  private Document() {}

  // Reading

  static Dossier read(String document, String file) {
    String text = document.startsWith(MARK) ? document.substring(1) : document;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      Cursor in = new Cursor(parser, file);
      Dossier.Builder dossier = Dossier.builder();
      try {
        read(in, dossier, text, file);
      } catch (JacksonException broken) {
        Syntax.Fault fault = Syntax.fault(broken, in.offset(), text);
        in.leave();
        in.leaveUnread();
        in.problem(
            Problem.Code.SYNTAX,
            "",
            fault.value(),
            "not JSON from here on: " + fault.why(),
            Syntax.place(text, fault.offset(), file));
      }
      return build(dossier, in, text, file);
    }
  }

  private static void read(Cursor in, Dossier.Builder dossier, String text, String file) {
    int start = black(text, 0);
    String begins = Syntax.word(text, start);
    if (!begins.equals("{")) {
      in.problem(
          Problem.Code.SYNTAX,
          "",
          begins,
          begins.isEmpty()
              ? "there is nothing in it; " + BEGIN
              : BEGIN + ", this begins " + Syntax.shown(begins),
          Syntax.place(text, start, file));
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
        if (SECTIONS.containsKey(name)) {
          in.leaveUnread();
        }
        in.skip();
      } else if (name.equals(VERSION_MEMBER)) {
        version(in);
      } else if (name.equals(SCHEMA_MEMBER)) {
        Codec.TEXT.read(in);
      } else if (SECTIONS.containsKey(name)) {
        SECTIONS.get(name).read(in, dossier);
      } else {
        String hint = Nearest.hint(name, MEMBERS, 1);
        in.problem(
            Problem.Code.UNKNOWN_MEMBER,
            name,
            "a dossier has no member '"
                + Cursor.abridged(name)
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
      String word = Syntax.word(text, more);
      in.problem(
          Problem.Code.SYNTAX,
          "",
          word,
          "the dossier ends before this, yet " + Syntax.shown(word) + " follows",
          Syntax.place(text, more, file));
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

  private static void version(Cursor in) {
    if (in.token() != JsonToken.VALUE_NUMBER_INT) {
      in.wrongType("the version of the format", "1");
      return;
    }
    String version = in.text();
    if (!version.equals(String.valueOf(VERSION))) {
      boolean newer = !version.startsWith("-") && !version.equals("0");
      in.problem(
          Problem.Code.BAD_VALUE,
          version,
          "demarche: this is a dossier of format version "
              + Cursor.abridged(version)
              + "; this library reads version "
              + VERSION
              + (newer ? ", a newer release is needed" : ""));
    }
  }

  /**
   * Puts the records together. What could be read is checked as a whole even where something could
   * not, so that all problems are told at once; but nobody is blamed for referring to a record that
   * was refused.
   */
  private static Dossier build(Dossier.Builder builder, Cursor in, String text, String file) {
    List<Problem> problems = new ArrayList<>(in.problems());
    try {
      Dossier dossier = builder.build();
      if (problems.isEmpty()) {
        return dossier;
      }
    } catch (InvalidDossierException refused) {
      refused.problems().stream()
          .filter(p -> p.code() != Problem.Code.UNKNOWN_ID || !in.mayHold(p.value()))
          .map(in::inDocument)
          .forEach(problems::add);
    }
    throw new InvalidDossierException(place(problems, text, file));
  }

  // Places

  /**
   * Finds in the text the places of those problems that have none yet, and puts all in the order of
   * the text.
   */
  private static List<Problem> place(List<Problem> problems, String text, String file) {
    Set<String> sought = new HashSet<>();
    for (Problem problem : problems) {
      for (String at = problem.pointer();
          problem.place().isEmpty() && !at.isEmpty();
          at = above(at)) {
        sought.add(at);
      }
    }
    Map<String, Place> found = sought.isEmpty() ? Map.of() : find(sought, text, file);
    return problems.stream()
        .map(
            problem ->
                problem.place().isPresent()
                    ? problem
                    : problem.at(nearest(problem.pointer(), found, file)))
        .sorted(
            Comparator.comparing((Problem p) -> p.place().orElseThrow().line())
                .thenComparing(p -> p.place().orElseThrow().column()))
        .toList();
  }

  private static Place nearest(String pointer, Map<String, Place> found, String file) {
    for (String at = pointer; !at.isEmpty(); at = above(at)) {
      Place place = found.get(at);
      if (place != null) {
        return place;
      }
    }
    return new Place(file, 1, 1);
  }

  private static String above(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static Map<String, Place> find(Set<String> pointers, String text, String file) {
    Map<String, Place> found = new HashMap<>();
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
      Cursor in = new Cursor(parser, file);
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

  static String write(Dossier dossier) {
    StringWriter text = new StringWriter();
    ObjectWriteContext layout =
        new ObjectWriteContext.Base() {
          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }

          @Override
          public PrettyPrinter getPrettyPrinter() {
            return new Layout();
          }
        };
    try (JsonGenerator out = JSON.createGenerator(layout, text)) {
      out.writeStartObject();
      out.writeName(VERSION_MEMBER);
      out.writeNumber(VERSION);
      SECTIONS.forEach((name, section) -> section.write(name, dossier, out));
      out.writeEndObject();
    }
    return whole(text.append('\n').toString());
  }

  /** Escapes halves of surrogate pairs, which UTF-8 cannot hold. */
  private static String whole(String json) {
    return HALF.matcher(json)
        .replaceAll(half -> String.format(Locale.ROOT, "\\\\u%04X", (int) half.group().charAt(0)));
  }
}

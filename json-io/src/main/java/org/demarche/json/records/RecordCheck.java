package org.demarche.json.records;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.demarche.json.files.ByteOrderMark;
import org.demarche.json.files.FileErrors;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A check of one record as JSON against a dossier, which reports the problems of its form, of its
 * values and of its references in one round.
 *
 * <p>A record with problems of form cannot be built, so its other problems would be found only once
 * these are corrected. Therefore each member with a problem is replaced by a harmless stand-in, and
 * the record is read again, until it can be built; problems about a stand-in are dropped.
 */
public final class RecordCheck<R extends DossierRecord> {
  private static final String FILE = "text";
  private static final int MOST_ROUNDS = 8;
  private static final String EVIDENCE = "{\"source\": \"%1$s\", \"mode\": \"RECORDED\"}";

  /** The members that every record has, with stand-ins that contradict no other member. */
  private static final ImmutableMap<String, String> STAND_INS =
      ImmutableMap.<String, String>builder()
          .put("id", "\"%1$s\"")
          .put("outlet", "\"%1$s\"")
          .put("title", "\"%1$s\"")
          .put("published", "\"[..9999]\"")
          .put("name", "\"%1$s\"")
          .put("label", "\"%1$s\"")
          .put("when", "\"[..9999]\"")
          .put("issue", "\"%1$s\"")
          .put("text", "\"%1$s\"")
          .put("speakers", "[\"%1$s\"]")
          .put("principals", "[\"%1$s\"]")
          .put("asserted", "\"[..9999]\"")
          .put("proposition", "\"%1$s\"")
          .put("stance", "\"FOR\"")
          .put("force", "\"ASSERT\"")
          .put("evidence", "[" + EVIDENCE + "]")
          .put("source", "\"%1$s\"")
          .put("mode", "\"RECORDED\"")
          .put("quote", "\"%1$s\"")
          .buildOrThrow();

  /** The lists and objects of a record that are replaced as a whole. */
  private static final ImmutableSet<String> WHOLES =
      ImmutableSet.of("terms", "members", "identifiers", "readings");

  private static final JsonMapper MAPPER =
      JsonMapper.builder(ReadLimits.DEFAULT.json())
          .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS) // they are a problem already
          .build();

  private final RecordType<R> type;
  private final Dossier against;

  /** The beginning of every stand-in for an id or a text. No two of them are equal. */
  private final String standIn;

  private int standIns;

  private final Set<String> replaced = new LinkedHashSet<>();
  private final List<Problem> problems = new ArrayList<>();

  /** The problems of the round before, stand-ins included. */
  private ImmutableList<Problem> latest = ImmutableList.of();

  /** The record of the same id in the dossier; its members are stand-ins that do not conflict. */
  private JsonNode known = MAPPER.createObjectNode();

  /** The number of characters read before the text turned out not to be JSON. */
  private int reached;

  private RecordCheck(RecordType<R> type, Dossier against, String json) {
    this.type = type;
    this.against = against;
    this.standIn = unusedId(against, json);
  }

  /** Returns a beginning of ids that no id of the dossier has, and that is not in the text. */
  private static String unusedId(Dossier against, String json) {
    StringBuilder id = new StringBuilder("stand-in");
    while (json.contains(id)
        || RecordType.records(against).anyMatch(record -> record.id().startsWith(id.toString()))) {
      id.append("-x");
    }
    return id.toString();
  }

  /**
   * Returns every problem of a record, and warnings about it.
   *
   * @param json the members of the record, without its type around them
   */
  public static <R extends DossierRecord> ImmutableList<Problem> of(
      String json, RecordType<R> type, Dossier against) {
    return new RecordCheck<>(type, against, json).problems(ByteOrderMark.strip(json));
  }

  private ImmutableList<Problem> problems(String json) {
    ProblemLocator locator = ProblemLocator.ofRecord(json, FILE, ReadLimits.DEFAULT.json());
    Optional<R> record;
    try {
      record = read(json);
    } catch (JacksonException broken) {
      SyntaxErrors.Fault fault = SyntaxErrors.fault(broken, reached, json);
      return ImmutableList.of(
          FileErrors.problem(
              fault.code(), fault.value(), fault.message(), locator.place(fault.offset())));
    }
    if (record.isEmpty() && MAPPER.readTree(json) instanceof ObjectNode mended) {
      record = mended(mended);
    }
    record.ifPresent(this::checkReferences);
    List<Problem> unplaced = problems.stream().filter(p -> p.place().isEmpty()).toList();
    List<Problem> all = new ArrayList<>(problems);
    all.removeAll(unplaced);
    all.addAll(locator.locate(unplaced));
    return ImmutableList.sortedCopyOf(
        Comparator.comparing((Problem p) -> p.place().map(Place::line).orElse(1))
            .thenComparing(p -> p.place().map(Place::column).orElse(1)),
        all);
  }

  /** Reads a record, and notes the problems that are not about stand-ins. */
  private Optional<R> read(String json) {
    try (JsonParser parser =
        ReadLimits.DEFAULT.json().createParser(ObjectReadContext.empty(), json)) {
      TokenReader in = new TokenReader(FILE, 0).over(parser, 0);
      Optional<R> record = read(in);
      boolean isText = replaced.isEmpty();
      in.problems().stream()
          .filter(problem -> !isOfStandIn(problem))
          .map(problem -> isText ? problem : unplaced(problem))
          .filter(problem -> !isNoted(problem))
          .forEach(problems::add);
      latest = ImmutableList.copyOf(in.problems());
      return record;
    }
  }

  private Optional<R> read(TokenReader in) {
    try {
      in.enter(type.name(), -1);
      in.next();
      Optional<R> record = type.codec().read(in);
      if (replaced.isEmpty() && in.next() != JsonToken.NOT_AVAILABLE) {
        in.problem(Problem.Code.SYNTAX, "", "", "the record ends before this", in.place());
      }
      return record;
    } finally {
      reached = in.offset();
    }
  }

  /** Returns whether a problem was found in an earlier round too. */
  private boolean isNoted(Problem problem) {
    return problems.stream()
        .anyMatch(
            other ->
                other.field().equals(problem.field()) && other.message().equals(problem.message()));
  }

  /** Replaces members with problems by stand-ins until the record can be read. */
  private Optional<R> mended(ObjectNode record) {
    known = known(record.path("id").asString(""));
    for (int round = 0; round < MOST_ROUNDS && !latest.isEmpty(); round++) {
      for (Problem problem : latest) {
        replace(record, problem);
      }
      Optional<R> read = read(MAPPER.writeValueAsString(record));
      if (read.isPresent()) {
        return read;
      }
    }
    return Optional.empty();
  }

  /** Returns the record of an id in the dossier as JSON, or an empty object. */
  private JsonNode known(String id) {
    return type.get().apply(against).stream()
        .filter(record -> record.id().equals(id))
        .findFirst()
        .map(record -> MAPPER.readTree(LineWriter.line(record)).path(type.name()))
        .orElseGet(MAPPER::createObjectNode);
  }

  private void replace(ObjectNode record, Problem problem) {
    if (problem.field().isEmpty()) {
      return;
    }
    if (problem.code() == Problem.Code.BAD_RETRACTION && !record.has(problem.field())) {
      record.put("force", "WITHHOLD"); // only WITHDRAW needs what it lacks
    }
    List<String> path = List.of(problem.field().split("/", -1));
    boolean again = !replaced.add(problem.field());
    int whole = WHOLES.contains(path.get(0)) ? 0 : path.indexOf("selector");
    List<String> steps = whole < 0 ? path : path.subList(0, whole + 1);
    JsonNode parent = record;
    for (String step : steps.subList(0, steps.size() - 1)) {
      parent = step(parent, step);
    }
    String name = unescaped(steps.get(steps.size() - 1));
    if (steps.size() == 1 && !again && known.has(name)) {
      record.set(name, known.path(name).deepCopy());
    } else if (parent instanceof ObjectNode object) {
      Optional<String> instead = instead(record, steps, name, again);
      if (instead.isPresent()) {
        object.set(name, standIn(instead.get()));
      } else {
        object.remove(name);
      }
    } else if (parent instanceof ArrayNode list && isIndexOf(name, list)) {
      boolean isEvidence = path.get(0).equals("evidence") && path.size() == 2;
      String instead = isEvidence ? EVIDENCE : "\"%1$s\"";
      list.set(Integer.parseInt(name), standIn(instead));
    }
  }

  private JsonNode standIn(String form) {
    standIns++;
    return MAPPER.readTree(form.formatted(standIn + "-" + standIns));
  }

  /** Returns a stand-in for a member of an object, or empty if the member can be left out. */
  private Optional<String> instead(
      ObjectNode record, List<String> path, String name, boolean again) {
    if (path.size() == 2 && path.get(0).equals("parts")) {
      return Optional.of("\"FOR\"");
    }
    if (path.size() == 1 && name.equals("kind")) {
      return Optional.of(kind(record));
    }
    if (path.size() == 1 && name.equals("stance") && again) {
      return Optional.of("\"UNCOMMITTED\""); // the force takes no side
    }
    return isNeeded(path) ? Optional.ofNullable(STAND_INS.get(name)) : Optional.empty();
  }

  /** Returns whether a member is one that the record or a piece of evidence must have. */
  private boolean isNeeded(List<String> path) {
    String name = path.get(path.size() - 1);
    return path.size() == 1
        ? type.codec().hasNeeded(name)
        : name.equals("quote") || RecordCodecs.EVIDENCE.hasNeeded(name);
  }

  private static boolean isIndexOf(String name, ArrayNode list) {
    return name.matches("[0-9]{1,9}") && Integer.parseInt(name) < list.size();
  }

  private static JsonNode step(JsonNode from, String name) {
    return from instanceof ArrayNode list
        ? isIndexOf(name, list) ? list.get(Integer.parseInt(name)) : list
        : from.path(unescaped(name));
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
  }

  /** Returns a kind of actor that allows the other members of the actor. */
  private static String kind(ObjectNode actor) {
    if (actor.has("members")) {
      return "\"ORGANISATION\"";
    }
    if (Stream.of("succeeds", "from", "to").anyMatch(actor::has)) {
      return "\"STATE\"";
    }
    if (actor.has("authority") || (actor.has("of") && actor.has("terms"))) {
      return "\"ORGAN\"";
    }
    if (actor.has("terms")) {
      return "\"STATE\"";
    }
    return actor.path("named").asBoolean(true) ? "\"MEDIA\"" : "\"PERSON\"";
  }

  /** Returns whether a problem would not exist but for a stand-in. */
  private boolean isOfStandIn(Problem problem) {
    return problem.value().contains(standIn)
        || (problem.code() == Problem.Code.BAD_ACTOR && replaced.contains("kind"))
        || replaced.stream().anyMatch(field -> isOf(field, problem));
  }

  /** Returns whether a problem is about a field that was replaced, something in it or around it. */
  private static boolean isOf(String field, Problem problem) {
    String other = problem.field();
    boolean isOfOtherElement =
        !problem.value().isEmpty() && field.matches(Pattern.quote(other) + "/[0-9]+");
    return field.equals(other)
        || other.startsWith(field + "/")
        || (field.startsWith(other + "/") && !isOfOtherElement);
  }

  /**
   * Returns a problem of the record by itself, without a place, and without the stand-in for an id.
   */
  private Problem unplaced(Problem problem) {
    boolean nameless = problem.id().startsWith(standIn);
    String named = type.name() + " " + problem.id() + ": ";
    Problem unplaced =
        Problem.of(
            problem.code(),
            problem.type(),
            nameless ? "" : problem.id(),
            problem.field(),
            problem.value(),
            nameless ? problem.message().replace(named, type.name() + ": ") : problem.message());
    return problem.isWarning() ? unplaced.asWarning() : unplaced;
  }

  private void checkReferences(R record) {
    against.check(record).stream()
        .filter(problem -> !isOfStandIn(problem))
        .map(this::unplaced)
        .forEach(problems::add);
  }
}

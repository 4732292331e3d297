package org.demarche.json.annotations;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.json.files.FileErrors;
import org.demarche.json.tables.CodedTable.Entry;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;

/** The notes on annotations that are read: problems, and things left out of the table. */
final class AnnotationNotes {
  private static final int NAMED = 5;
  private static final int LONGEST = 60;

  /** The number of kinds of left things that are told apart; a file may have any number. */
  private static final int KINDS = 100;

  /** The contents of members of annotations that no column holds, with the reason. */
  private static final ImmutableMap<String, Left> MEMBERS =
      ImmutableMap.<String, Left>builder()
          .put("permissions", new Left("permissions", "who may see or change an annotation there"))
          .put("group", new Left("groups", "with whom an annotation is shared there"))
          .put("links", new Left("links", "addresses of an annotation in its service"))
          .put("updated", new Left("days of change", "the table holds the day of creation"))
          .put("modified", new Left("days of change", "the table holds the day of creation"))
          .put("hidden", new Left("marks of moderators", "member 'hidden'"))
          .put("flagged", new Left("marks of moderators", "member 'flagged'"))
          .put("user_info", new Left("display names", "the account name is in coder"))
          .put(
              "target/refinedBy",
              new Left("refined selectors", "only the selector that refines is read"))
          .buildOrThrow();

  private record Noted(JsonText.Position at, Problem.Code code, String value, String message) {}

  private record Left(String what, String why) {}

  /** A count of something left out, with the first codings. */
  private static final class Count {
    private long number;
    private final List<String> codings = new ArrayList<>();
  }

  private final List<Noted> problems = new ArrayList<>();
  private final Map<Left, Count> left = new LinkedHashMap<>();

  /** Returns a text of at most 60 code points, or else their beginning with an ellipsis. */
  static String abridged(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }

  /** Notes a problem of a value. */
  void problem(JsonText.Position at, Problem.Code code, String value, String message) {
    problems.add(new Noted(at, code, value, message));
  }

  /** Notes that things are left out, which belong to no coding in particular. */
  void leave(String what, String why, long number) {
    count(new Left(what, why)).number += number;
  }

  /** Notes that something of a coding is left out, whose id is named. */
  void leave(String what, String why, String coding) {
    Count count = count(new Left(what, why));
    count.number++;
    if (count.codings.size() < NAMED) {
      count.codings.add(coding);
    }
  }

  /** Notes that a member is left out, by its path in an annotation. */
  void leaveMember(String path) {
    Left named =
        MEMBERS.getOrDefault(
            path, new Left("members '" + abridged(path) + "'", "no column holds them"));
    count(Objects.requireNonNull(named)).number++;
  }

  private Count count(Left kind) {
    boolean isNamed = left.containsKey(kind) || left.size() < KINDS;
    Left counted = isNamed ? kind : new Left("things of other kinds", "no column holds them");
    return left.computeIfAbsent(counted, of -> new Count());
  }

  /** Returns an entry for each kind of thing that was left out, in the order of the file. */
  ImmutableList<Entry> entries() {
    ImmutableList.Builder<Entry> entries = ImmutableList.builder();
    left.forEach(
        (kind, count) -> entries.add(Entry.left(kind.what(), count.number, why(kind, count))));
    return entries.build();
  }

  private static String why(Left kind, Count count) {
    if (count.codings.isEmpty()) {
      return kind.why();
    }
    String rest = count.number > NAMED ? " …" : "";
    return kind.why() + ": " + String.join(", ", count.codings) + rest;
  }

  /** Refuses the file if it has any problem. */
  void throwIfAny(JsonText text) {
    if (problems.isEmpty()) {
      return;
    }
    Set<JsonText.Position> sought =
        problems.stream().map(Noted::at).collect(Collectors.toUnmodifiableSet());
    Map<JsonText.Position, Problem.Place> places = text.places(sought);
    Problem.Place start = new Problem.Place(text.file(), 1, 1);
    throw new InvalidDossierException(
        problems.stream()
            .map(
                noted ->
                    FileErrors.problem(
                        noted.code(),
                        noted.value(),
                        noted.message(),
                        places.getOrDefault(noted.at(), start)))
            .toList());
  }
}

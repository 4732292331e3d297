package org.demarche.json.records;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.demarche.json.records.FileProblemLocator.Sought;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/**
 * The records that are left out of a dossier because of problems, with the reason of each.
 *
 * <p>A record with a problem is left out, and every record that depends on it. What remains refers
 * to nothing that is left out, and the rules between records look only at what a record refers to;
 * so it is valid, and a second check only confirms it. A claim whose evidence is united from
 * several lines is first tried without the evidence of the later ones.
 */
final class LeftOutRecords {
  /** The types in an order in which each refers only to earlier types, and to itself. */
  private static final ImmutableList<String> BY_DEPENDENCE =
      ImmutableList.of("actor", "source", "occasion", "proposition", "claim");

  private static final String CLAIM = "claim";

  private final ImmutableMap<String, LocatedRecords<?>> byType;
  private final Map<String, Repeats> repeats = new LinkedHashMap<>();
  private final List<Line> apart = new ArrayList<>();
  private final Map<String, Place> refused = new HashMap<>();
  private Optional<Place> unread = Optional.empty();
  private final List<Sought> sought = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  /** The number of the first problem that was found of each record, by its type and id. */
  private final Map<String, Integer> first = new HashMap<>();

  LeftOutRecords(ImmutableMap<String, LocatedRecords<?>> byType) {
    this.byType = byType;
  }

  /** A claim as one line has it, which may be an element of a document too. */
  private record Line(Claim claim, int file, int index) {}

  /** The first line of a claim, and those that add evidence. */
  private record Repeats(Line first, List<Line> more) {}

  /**
   * A problem whose place is sought.
   *
   * @param at its number among all that is sought
   * @param end the end of its message, which names other places
   */
  private record Note(Problem problem, int at, Function<List<Place>, String> end) {}

  /** Notes that a record cannot be read although its id is known. */
  void refuse(String type, String id, Place place) {
    refused.putIfAbsent(key(type, id), place);
  }

  /** Notes a problem that was found when a file was read. */
  void noteRead(Problem problem, boolean isOfLines) {
    Place place = problem.place().orElseThrow();
    if (byType.containsKey(problem.type()) && !problem.id().isEmpty()) {
      refuse(problem.type(), problem.id(), place);
    } else if (isOfLines && problem.type().equals("document") && unread.isEmpty()) {
      unread = Optional.of(place);
    }
  }

  /**
   * Notes a record that is to be united with an earlier one.
   *
   * @param before the number of the earlier record
   */
  void repeat(LocatedRecords<?> records, int before, DossierRecord record, int file, int index) {
    if (records.records().get(before) instanceof Claim there && record instanceof Claim more) {
      if (there.isDraft() && !more.isDraft()) {
        repeats.remove(more.id()); // the coded claim replaces all that is known of the draft
      } else {
        repeats
            .computeIfAbsent(
                more.id(),
                id ->
                    new Repeats(
                        new Line(there, records.file(before), records.index(before)),
                        new ArrayList<>()))
            .more()
            .add(new Line(more, file, index));
      }
    }
  }

  /** Returns the dossier of what remains. */
  Dossier dossier() {
    Dossier valid = valid();
    if (apart.isEmpty()) {
      return valid;
    }
    addEvidence(valid);
    return valid();
  }

  private Dossier valid() {
    while (true) {
      try {
        return LocatedRecords.dossier(byType.values());
      } catch (InvalidDossierException invalid) {
        leaveOut(invalid.problems()); // at least one record, or the evidence of one line
      }
    }
  }

  private static String key(String type, String id) {
    return type + " " + id;
  }

  private LocatedRecords<?> records(String type) {
    return Objects.requireNonNull(byType.get(type), type);
  }

  // Leaving out

  /** The numbers of the records of each type that are being left out. */
  private final class Round {
    private final Map<String, BitSet> numbers = new HashMap<>();

    Round() {
      byType.keySet().forEach(type -> numbers.put(type, new BitSet()));
    }

    BitSet of(String type) {
      return Objects.requireNonNull(numbers.get(type), type);
    }

    /** Returns whether no record of a type and id will remain of those that are there now. */
    boolean has(String type, String id) {
      return records(type).find(id).filter(of(type)::get).isPresent();
    }
  }

  private void leaveOut(List<Problem> errors) {
    Round out = new Round();
    ListMultimap<String, Problem> ofRepeated = ArrayListMultimap.create();
    Set<String> split = new LinkedHashSet<>();
    for (Problem error : errors) {
      LocatedRecords<?> records = records(error.type());
      int number = error.index().orElseThrow();
      if (error.type().equals(CLAIM) && repeats.containsKey(error.id())) {
        split.add(error.id());
        ofRepeated.put(error.id(), error);
      } else {
        out.of(error.type()).set(number);
        if (records.find(error.id()).orElseThrow() == number) { // not so for a second record
          first.putIfAbsent(key(error.type(), error.id()), sought.size());
        }
        note(error, records.records().get(number), records.sought(error, number));
      }
    }
    Round withProblem = new Round();
    byType.keySet().forEach(type -> withProblem.of(type).or(out.of(type)));
    BY_DEPENDENCE.forEach(type -> addDependents(type, out));
    repeats.forEach(
        (id, lines) -> {
          if (out.has(CLAIM, id) || dependsOn(out, records(CLAIM).records().get(number(id)))) {
            split.add(id);
          }
        });
    split.forEach(id -> split(id, ofRepeated.get(id)));
    for (String type : byType.keySet()) {
      BitSet dependents = (BitSet) out.of(type).clone();
      dependents.andNot(withProblem.of(type));
      dependents.stream().forEach(number -> noteDependent(records(type), number, out));
    }
    byType.forEach((type, records) -> records.remove(out.of(type)));
  }

  private int number(String claim) {
    return records(CLAIM).find(claim).orElseThrow();
  }

  /** Adds the records of a type that refer, directly or indirectly, to records left out. */
  private void addDependents(String type, Round out) {
    LocatedRecords<?> records = records(type);
    BitSet numbers = out.of(type);
    ListMultimap<String, Integer> referring = ArrayListMultimap.create();
    for (int i = 0; i < records.records().size(); i++) {
      int number = i;
      References.of(
          firstLine(records.records().get(number)),
          (field, to, id) -> {
            if (to.equals(type)) {
              referring.put(id, number);
            } else if (out.has(to, id)) {
              numbers.set(number);
            }
          });
    }
    Deque<Integer> open = new ArrayDeque<>(numbers.stream().boxed().toList());
    while (!open.isEmpty()) {
      String id = records.records().get(open.remove()).id();
      if (out.has(type, id)) { // not so if it is the second record of the id
        for (int number : referring.removeAll(id)) {
          if (!numbers.get(number)) {
            numbers.set(number);
            open.add(number);
          }
        }
      }
    }
  }

  /** Returns a record without the evidence of later lines. */
  private DossierRecord firstLine(DossierRecord record) {
    Repeats lines = record instanceof Claim ? repeats.get(record.id()) : null;
    return lines == null ? record : lines.first().claim();
  }

  private static boolean dependsOn(Round out, DossierRecord record) {
    boolean[] found = {false};
    References.of(record, (field, type, id) -> found[0] |= out.has(type, id));
    return found[0];
  }

  /**
   * Sets the evidence of the later lines of a claim apart, except of those lines that have a piece
   * of evidence with a problem: these are left out. Whatever is wrong with the first line is found
   * again when the claim is checked without the others.
   */
  private void split(String id, List<Problem> errors) {
    Claim united = claims().records().get(number(id));
    Repeats lines = Objects.requireNonNull(repeats.remove(id), id);
    Line one = lines.first();
    claims().replace(number(id), one.claim(), one.file(), one.index());
    ListMultimap<Evidence, Problem> bad = ArrayListMultimap.create();
    for (Problem error : errors) {
      piece(error, united).ifPresent(piece -> bad.put(piece, error));
    }
    bad.keySet().removeAll(one.claim().evidence());
    for (Line line : lines.more()) {
      List<Evidence> evidence = line.claim().evidence();
      if (Collections.disjoint(evidence, bad.keySet())) {
        apart.add(line);
      }
      for (int i = 0; i < evidence.size(); i++) {
        for (Problem error : bad.get(evidence.get(i))) {
          noteInLine(error, i, line);
        }
      }
    }
  }

  /** Returns the piece of evidence of a claim that a problem is about. */
  private static Optional<Evidence> piece(Problem problem, Claim of) {
    String[] path = problem.field().split("/", 3);
    return path.length > 1 && path[0].equals("evidence")
        ? Optional.of(of.evidence().get(Integer.parseInt(path[1])))
        : Optional.empty();
  }

  /** Notes a problem of a united claim at its evidence in one line. */
  private void noteInLine(Problem problem, int evidence, Line line) {
    String[] path = problem.field().split("/", 3);
    path[1] = String.valueOf(evidence);
    Problem own =
        Problem.of(
            problem.code(),
            problem.type(),
            problem.id(),
            String.join("/", path),
            problem.value(),
            problem.message());
    note(own, line.claim(), new Sought(own, line.file(), line.index()));
  }

  @SuppressWarnings("unchecked") // the records of that type
  private LocatedRecords<Claim> claims() {
    return (LocatedRecords<Claim>) records(CLAIM);
  }

  // Evidence of later lines

  /** Adds the evidence that was set apart to the claims that remain, line by line. */
  private void addEvidence(Dossier valid) {
    apart.sort(Comparator.comparingInt(Line::file).thenComparingInt(Line::index));
    List<Line> lines = new ArrayList<>();
    for (Line line : apart) {
      String id = line.claim().id();
      if (valid.claim(id).isEmpty()) {
        Problem problem =
            Problem.of(
                Problem.Code.UNKNOWN_ID,
                CLAIM,
                id,
                "",
                id,
                "claim " + id + ": it adds evidence to a claim that is left out");
        note(problem, new Sought(problem, line.file(), line.index()), because(CLAIM, id));
      } else if (!noteUnknown(line)) {
        lines.add(line);
      }
    }
    apart.clear();
    Dossier more = withEvidence(valid, lines);
    for (Line line : lines) {
      int number = number(line.claim().id());
      Claim claim = more.claim(line.claim().id()).orElseThrow();
      claims().replace(number, claim, claims().file(number), claims().index(number));
    }
  }

  /** Notes the references of a line to records that were left out; returns whether it has any. */
  private boolean noteUnknown(Line line) {
    boolean[] found = {false};
    References.of(
        line.claim(),
        (field, type, id) -> {
          if (records(type).find(id).isEmpty()) {
            found[0] = true;
            Problem problem =
                Problem.of(Problem.Code.UNKNOWN_ID, CLAIM, line.claim().id(), field, id, "");
            noteReference(problem, type, new Sought(problem, line.file(), line.index()));
          }
        });
    return found[0];
  }

  /** Adds lines all at once if all are valid, otherwise by halves, down to single ones. */
  private Dossier withEvidence(Dossier dossier, List<Line> lines) {
    try {
      return dossier.plus(lines.stream().map(Line::claim).toList());
    } catch (InvalidDossierException invalid) {
      if (lines.size() > 1) {
        int half = lines.size() / 2;
        Dossier more = withEvidence(dossier, lines.subList(0, half));
        return withEvidence(more, lines.subList(half, lines.size()));
      }
      Line line = lines.get(0);
      for (Problem problem : invalid.problems()) { // of the claim, since its evidence has none
        note(problem, line.claim(), new Sought(problem, line.file(), line.index()));
      }
      return dossier;
    }
  }

  // Problems

  private void note(Problem problem, Sought at, Function<List<Place>, String> end) {
    notes.add(new Note(problem, sought.size(), end));
    sought.add(at);
  }

  /** Notes a problem that was found in a record. */
  private void note(Problem problem, DossierRecord record, Sought at) {
    if (problem.code() == Problem.Code.DUPLICATE_ID) {
      LocatedRecords<?> records = records(problem.type());
      int other = sought.size();
      sought.add(records.sought(problem, records.find(problem.id()).orElseThrow()));
      note(problem, at, places -> "; the first is at " + places.get(other));
      return;
    }
    if (problem.code() == Problem.Code.UNKNOWN_ID) {
      Optional<String> type = typeOf(record, problem);
      if (type.isPresent() && isLeftOut(type.get(), problem.value())) {
        noteReference(problem, type.get(), at);
        return;
      }
      if (unread.isPresent()) {
        Place place = unread.get();
        note(problem, at, places -> "; it may be in a line that cannot be read, such as " + place);
        return;
      }
    }
    note(problem, at, places -> "");
  }

  /** Returns the type of the record to which an unknown id would refer. */
  private static Optional<String> typeOf(DossierRecord record, Problem unknown) {
    List<String> types = new ArrayList<>();
    References.of(
        record,
        (field, type, id) -> {
          if (field.equals(unknown.field()) && id.equals(unknown.value())) {
            types.add(type);
          }
        });
    return types.stream().findFirst();
  }

  private boolean isLeftOut(String type, String id) {
    return first.containsKey(key(type, id)) || refused.containsKey(key(type, id));
  }

  /** Notes each reference of a record to a record that is being left out. */
  private void noteDependent(LocatedRecords<?> records, int number, Round out) {
    DossierRecord record = records.records().get(number);
    first.putIfAbsent(key(records.type().name(), record.id()), sought.size());
    References.of(
        record,
        (field, type, id) -> {
          if (out.has(type, id)) {
            Problem problem =
                Problem.of(
                    Problem.Code.UNKNOWN_ID, records.type().name(), record.id(), field, id, "");
            noteReference(problem, type, records.sought(problem, number));
          }
        });
  }

  private void noteReference(Problem problem, String type, Sought at) {
    Problem reference =
        Problem.of(
            problem.code(),
            problem.type(),
            problem.id(),
            problem.field(),
            problem.value(),
            "%s %s: it refers to %s '%s', which is left out"
                .formatted(problem.type(), problem.id(), type, problem.value()));
    note(reference, at, because(type, problem.value()));
  }

  private Function<List<Place>, String> because(String type, String id) {
    return places -> {
      Integer noted = first.get(key(type, id));
      Place place = noted == null ? refused.get(key(type, id)) : places.get(noted);
      return " because of the problem at " + place;
    };
  }

  /** Returns the problems for which records are left out, except those found in reading. */
  List<Problem> problems(ProblemPlaces in) {
    List<Place> places = in.of(sought);
    List<Problem> problems = new ArrayList<>();
    for (Note note : notes) {
      Problem problem =
          Problem.of(
              note.problem().code(),
              note.problem().type(),
              note.problem().id(),
              note.problem().field(),
              note.problem().value(),
              note.problem().message() + note.end().apply(places));
      problems.add(in.placed(problem, sought.get(note.at()), places.get(note.at())));
    }
    return problems;
  }
}

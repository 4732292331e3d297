package org.demarche.json.records;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.demarche.json.files.HeapBudget;
import org.demarche.json.records.FileProblemLocator.Sought;
import org.demarche.model.Claim;
import org.demarche.model.Description;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/**
 * An assembly of the records of one or more files into one dossier, which collects every problem.
 * The index of each record in its file is kept, so that problems of the dossier as a whole are
 * reported with their places too.
 */
public final class DossierAssembly {
  /** The name of a description among the records of lines. */
  static final String DESCRIPTION = "dossier";

  private final ImmutableMap<String, LocatedRecords<?>> byType;
  private final ProblemPlaces places = new ProblemPlaces();
  private final List<TokenReader> cursors = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final IdInterner interner = new IdInterner();
  private final HeapBudget budget;
  private final Optional<LeftOutRecords> leftOut;
  private Description description = Description.empty();
  private Optional<Place> described = Optional.empty();
  private boolean unread;

  /** Creates an assembly without any record, which is refused if there is a problem. */
  public DossierAssembly() {
    this(false, HeapBudget.ofUnknownSize());
  }

  /**
   * Creates an assembly without any record.
   *
   * @param leavesOut whether records with problems are left out, with what depends on them
   * @param budget counts what is read
   */
  public DossierAssembly(boolean leavesOut, HeapBudget budget) {
    this.budget = budget;
    ImmutableMap.Builder<String, LocatedRecords<?>> empty = ImmutableMap.builder();
    RecordType.byName().forEach((name, type) -> empty.put(name, new LocatedRecords<>(type)));
    byType = empty.buildOrThrow();
    leftOut = leavesOut ? Optional.of(new LeftOutRecords(byType)) : Optional.empty();
  }

  /** Returns whether records with problems are left out. */
  boolean leavesOut() {
    return leftOut.isPresent();
  }

  /** Notes that a file cannot be read, so that references to records it may hold are accepted. */
  public void refuse(Problem problem) {
    problems.add(problem);
    files.add(problem.place().orElseThrow().file());
    unread = true;
  }

  /** Returns the budget that counts what is read. */
  HeapBudget budget() {
    return budget;
  }

  /** Returns the interner of the values that occur again and again, in all files. */
  IdInterner interner() {
    return interner;
  }

  /**
   * Begins another file.
   *
   * @param cursor has the problems of the file once it is read
   * @param locator finds the places of problems in the file
   */
  void begin(TokenReader cursor, FileProblemLocator locator) {
    places.add(locator);
    cursor.share(interner);
    cursors.add(cursor);
    files.add(cursor.file());
  }

  /**
   * Adds the description of a file. Two descriptions that are not empty must be equal.
   *
   * @param place where the description is
   */
  void describe(Description other, Place place) {
    if (other.isEmpty()) {
      return;
    }
    if (described.isEmpty()) {
      description = other;
      described = Optional.of(place);
    } else if (!description.equals(other)) {
      problems.add(
          Problem.of(
                  Problem.Code.CONFLICT,
                  DESCRIPTION,
                  "",
                  "",
                  other.toString(),
                  "dossier: the description %s differs from the description at %s, %s; describe the dossier once, or alike"
                      .formatted(other, described.get(), description))
              .at(place));
    }
  }

  /**
   * Adds a record of the file that was begun last.
   *
   * @param index the index of the record in that file: in its list, from 0, or its line, from 1
   */
  <R extends DossierRecord> void add(RecordType<R> type, R record, int index) {
    budget.countRecord();
    @SuppressWarnings("unchecked") // the records of that type
    LocatedRecords<R> records = (LocatedRecords<R>) records(type.name());
    int file = places.latest();
    Optional<Integer> before = records.addIfNew(record, file, index);
    if (before.isPresent()) {
      if (records.file(before.get()) != file || cursors.get(file).isOfLines()) {
        unite(records, before.get(), record, index);
      } else {
        records.add(record, file, index);
      }
    }
  }

  /** Leaves out a record because of a problem elsewhere on its line, at a place. */
  <R extends DossierRecord> void refuse(RecordType<R> type, DossierRecord record, Place place) {
    leftOut.ifPresent(out -> out.refuse(type.name(), record.id(), place));
  }

  private <R extends DossierRecord> void unite(
      LocatedRecords<R> records, int before, R record, int index) {
    int file = places.latest();
    R there = records.records().get(before);
    Optional<R> united = united(there, record).map(records.type().type()::cast);
    if (united.isEmpty()) {
      conflict(records, before, record, index);
      return;
    }
    R one = united.get();
    if (!one.equals(there)) {
      leftOut.ifPresent(out -> out.repeat(records, before, record, file, index));
    }
    boolean replaces = !one.equals(there) && one.equals(record); // a draft, or less evidence
    records.replace(
        before,
        one,
        replaces ? file : records.file(before),
        replaces ? index : records.index(before));
  }

  private static Optional<? extends DossierRecord> united(DossierRecord here, DossierRecord there) {
    if (here.equals(there)) {
      return Optional.of(here);
    }
    return here instanceof Claim one && there instanceof Claim other
        ? one.corroborated(other)
        : Optional.empty();
  }

  private <R extends DossierRecord> void conflict(
      LocatedRecords<R> records, int before, R record, int index) {
    RecordType<R> type = records.type();
    List<String> members =
        new ArrayList<>(type.codec().differing(records.records().get(before), record));
    members.remove("evidence");
    Problem problem =
        Problem.of(
            Problem.Code.CONFLICT,
            type.name(),
            record.id(),
            "",
            String.join(", ", members),
            "%s %s: it differs in %s from the record with the same id at "
                .formatted(type.name(), record.id(), String.join(" and ", members)));
    conflicts.add(
        new Conflict(records.sought(problem, before), new Sought(problem, places.latest(), index)));
  }

  private LocatedRecords<?> records(String type) {
    return Objects.requireNonNull(byType.get(type), type);
  }

  /** Two different records with one id, and a problem whose message lacks the first place. */
  private record Conflict(Sought first, Sought second) {}

  /** Adds the problems of conflicts; each file is searched once for all their places. */
  private void addConflicts() {
    List<Sought> sought = new ArrayList<>();
    conflicts.forEach(conflict -> sought.addAll(List.of(conflict.first(), conflict.second())));
    List<Place> found = places.of(sought);
    for (int i = 0; i < conflicts.size(); i++) {
      Problem problem = conflicts.get(i).second().problem();
      problems.add(
          Problem.of(
                  problem.code(),
                  problem.type(),
                  problem.id(),
                  problem.field(),
                  problem.value(),
                  problem.message() + found.get(2 * i) + "; a correction is a new record")
              .at(0)
              .at(found.get(2 * i + 1)));
    }
  }

  /** Builds the dossier, as {@link #dossier(Optional)} does, without regard to warnings. */
  public Dossier dossier() {
    return dossier(Optional.empty());
  }

  /**
   * Builds the dossier. Records that could be read are checked as a whole even if others could not,
   * so that all problems are reported at once; but a reference to a refused record is not reported.
   *
   * @param onWarning receives each warning about the dossier, with its place
   * @throws InvalidDossierException with every problem, in the order of the files and their lines
   */
  public Dossier dossier(Optional<Consumer<Problem>> onWarning) {
    addProblemsOfFiles();
    try {
      Dossier dossier = LocatedRecords.dossier(byType.values()).describedBy(description);
      if (problems.isEmpty()) {
        onWarning.ifPresent(to -> warn(dossier, to));
        return dossier;
      }
    } catch (InvalidDossierException refused) {
      Set<String> ids = new HashSet<>();
      cursors.forEach(cursor -> ids.addAll(cursor.refused()));
      boolean mayHoldAny = unread || cursors.stream().anyMatch(TokenReader::hasUnread);
      problems.addAll(
          located(
              refused.problems().stream()
                  .filter(
                      problem ->
                          problem.code() != Problem.Code.UNKNOWN_ID
                              || !(mayHoldAny || ids.contains(problem.value())))
                  .toList()));
    }
    throw new InvalidDossierException(inOrder(problems));
  }

  /**
   * Builds the dossier of the records that have no problem and depend on no record with one.
   *
   * @param onWarning receives each warning about the dossier, with its place
   * @param onLeftOut receives every problem, in the order of the files and their lines
   * @throws InvalidDossierException with every problem, if one of them concerns a whole file
   */
  public Dossier partialDossier(
      Optional<Consumer<Problem>> onWarning, Consumer<Problem> onLeftOut) {
    LeftOutRecords out = leftOut.orElseThrow();
    if (unread || cursors.stream().anyMatch(DossierAssembly::isUnusable)) {
      return dossier(onWarning);
    }
    addProblemsOfFiles();
    cursors.forEach(cursor -> cursor.problems().forEach(p -> out.noteRead(p, cursor.isOfLines())));
    Dossier dossier = out.dossier().describedBy(description);
    problems.addAll(out.problems(places));
    inOrder(problems).forEach(onLeftOut);
    onWarning.ifPresent(to -> warn(dossier, to));
    return dossier;
  }

  /** Returns whether a file has a problem that concerns more than a record or the description. */
  private static boolean isUnusable(TokenReader cursor) {
    return cursor.isOfLines()
        ? cursor.isFileRefused()
        : cursor.problems().stream()
            .anyMatch(
                problem ->
                    problem.type().equals("document")
                        && !RecordCodecs.DESCRIPTION
                            .names()
                            .contains(problem.field().split("/", 2)[0]));
  }

  private void addProblemsOfFiles() {
    cursors.forEach(cursor -> problems.addAll(cursor.problems()));
    addConflicts();
  }

  private void warn(Dossier dossier, Consumer<Problem> to) {
    inOrder(located(dossier.warnings())).forEach(to);
  }

  /** Returns problems in the order of the files and their lines. */
  private ImmutableList<Problem> inOrder(List<Problem> some) {
    Map<String, Integer> order = new HashMap<>();
    files.forEach(file -> order.putIfAbsent(file, order.size()));
    return some.stream()
        .sorted(
            Comparator.comparing(
                    (Problem p) -> order.getOrDefault(p.place().orElseThrow().file(), 0))
                .thenComparing(p -> p.place().orElseThrow().line())
                .thenComparing(p -> p.place().orElseThrow().column()))
        .collect(ImmutableList.toImmutableList());
  }

  /** Returns problems of the dossier as a whole, each at the place of its record. */
  private List<Problem> located(List<Problem> ofTheWhole) {
    List<Sought> sought =
        ofTheWhole.stream().map(p -> records(p.type()).sought(p, p.index().orElseThrow())).toList();
    List<Place> found = places.of(sought);
    List<Problem> located = new ArrayList<>();
    for (int i = 0; i < sought.size(); i++) {
      located.add(places.placed(ofTheWhole.get(i), sought.get(i), found.get(i)));
    }
    return located;
  }
}

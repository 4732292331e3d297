package org.demarche.json.records;

import com.google.common.collect.Collections2;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
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

  private final ImmutableMap<String, Records<?>> byType;
  private final List<FileProblemLocator> locators = new ArrayList<>();
  private final List<TokenReader> cursors = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final IdInterner interner = new IdInterner();
  private Description description = Description.empty();
  private Optional<Place> described = Optional.empty();
  private boolean unread;

  /** Creates an assembly without any record. */
  public DossierAssembly() {
    ImmutableMap.Builder<String, Records<?>> empty = ImmutableMap.builder();
    RecordType.byName().forEach((name, type) -> empty.put(name, new Records<>(type)));
    byType = empty.buildOrThrow();
  }

  /** Notes that a file cannot be read, so that references to records it may hold are accepted. */
  public void refuse(Problem problem) {
    problems.add(problem);
    files.add(problem.place().orElseThrow().file());
    unread = true;
  }

  /**
   * Begins another file.
   *
   * @param cursor has the problems of the file once it is read
   * @param locator finds the places of problems in the file
   */
  void begin(TokenReader cursor, FileProblemLocator locator) {
    locators.add(locator);
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
    @SuppressWarnings("unchecked") // the records of that type
    Records<R> records = (Records<R>) records(type.name());
    records.add(record, locators.size() - 1, index);
  }

  private Records<?> records(String type) {
    return Objects.requireNonNull(byType.get(type), type);
  }

  /** Two different records with one id, and the file and index of each. */
  private record Conflict(
      String type,
      String id,
      List<String> members,
      int firstFile,
      int firstIndex,
      int file,
      int index) {
    /** Returns a problem that represents one of the two records while its place is sought. */
    Problem unplaced(int number) {
      return problem(String.valueOf(number), "");
    }

    private Problem problem(String value, String message) {
      return Problem.of(Problem.Code.CONFLICT, type, id, "", value, message).at(0);
    }

    Problem problem(Place first, Place second) {
      return problem(
              String.join(", ", members),
              "%s %s: it differs in %s from the record with the same id at %s; a correction is a new record"
                  .formatted(type, id, String.join(" and ", members), first))
          .at(second);
    }
  }

  /** Adds the problems of conflicts; each file is searched once for all their places. */
  private void addConflicts() {
    List<Map<Problem, Integer>> sought = new ArrayList<>();
    locators.forEach(locator -> sought.add(new LinkedHashMap<>()));
    for (int i = 0; i < conflicts.size(); i++) {
      Conflict conflict = conflicts.get(i);
      sought.get(conflict.firstFile()).put(conflict.unplaced(2 * i), conflict.firstIndex());
      sought.get(conflict.file()).put(conflict.unplaced(2 * i + 1), conflict.index());
    }
    Map<Integer, Place> places = new HashMap<>();
    for (int file = 0; file < locators.size(); file++) {
      if (!sought.get(file).isEmpty()) {
        locators
            .get(file)
            .locate(sought.get(file))
            .forEach(p -> places.put(Integer.valueOf(p.value()), p.place().orElseThrow()));
      }
    }
    for (int i = 0; i < conflicts.size(); i++) {
      Place first = Objects.requireNonNull(places.get(2 * i));
      Place second = Objects.requireNonNull(places.get(2 * i + 1));
      problems.add(conflicts.get(i).problem(first, second));
    }
  }

  /** The records of one type, with the file of each and its index in that file. */
  private final class Records<R extends DossierRecord> {
    private final RecordType<R> type;
    private final List<R> records = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private int[] files = new int[16];
    private int[] indices = new int[16];

    Records(RecordType<R> type) {
      this.type = type;
    }

    void add(R record, int file, int index) {
      Integer before = byId.putIfAbsent(record.id(), records.size());
      if (before != null && (files[before] != file || cursors.get(file).isOfLines())) {
        R there = records.get(before);
        united(there, record)
            .ifPresentOrElse(
                one -> {
                  records.set(before, one);
                  if (!one.equals(there) && one.equals(record)) { // it replaced a draft
                    files[before] = file;
                    indices[before] = index;
                  }
                },
                () -> conflict(record, before, file, index));
        return;
      }
      int number = records.size();
      if (number == files.length) {
        files = Arrays.copyOf(files, 2 * number);
        indices = Arrays.copyOf(indices, 2 * number);
      }
      files[number] = file;
      indices[number] = index;
      records.add(record);
    }

    private Optional<R> united(R here, R there) {
      if (here.equals(there)) {
        return Optional.of(here);
      }
      return here instanceof Claim one && there instanceof Claim other
          ? one.corroborated(other).map(type.type()::cast)
          : Optional.empty();
    }

    private void conflict(R record, int before, int file, int index) {
      List<String> members = new ArrayList<>(type.codec().differing(records.get(before), record));
      members.remove("evidence");
      conflicts.add(
          new Conflict(
              type.name(), record.id(), members, files[before], indices[before], file, index));
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
    cursors.forEach(cursor -> problems.addAll(cursor.problems()));
    addConflicts();
    try {
      Dossier dossier =
          Dossier.of(Iterables.concat(Collections2.transform(byType.values(), r -> r.records)))
              .describedBy(description);
      if (problems.isEmpty()) {
        onWarning.ifPresent(to -> inOrder(located(dossier.warnings())).forEach(to));
        return dossier;
      }
    } catch (InvalidDossierException refused) {
      problems.addAll(located(refused.problems().stream().filter(this::isCertain).toList()));
    }
    throw new InvalidDossierException(inOrder(problems));
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

  /** Returns whether a problem remains whatever the records hold that could not be read. */
  private boolean isCertain(Problem problem) {
    return problem.code() != Problem.Code.UNKNOWN_ID
        || (!unread && cursors.stream().noneMatch(cursor -> cursor.mayHold(problem.value())));
  }

  /** Returns problems of the dossier as a whole, each at the place of its record. */
  private List<Problem> located(List<Problem> ofTheWhole) {
    Map<Integer, Map<Problem, Integer>> byFile = new LinkedHashMap<>();
    for (Problem problem : ofTheWhole) {
      Records<?> records = records(problem.type());
      int number = problem.index().orElseThrow();
      byFile
          .computeIfAbsent(records.files[number], file -> new LinkedHashMap<>())
          .put(problem, records.indices[number]);
    }
    List<Problem> located = new ArrayList<>();
    byFile.forEach((file, indices) -> located.addAll(locators.get(file).locate(indices)));
    return located;
  }
}

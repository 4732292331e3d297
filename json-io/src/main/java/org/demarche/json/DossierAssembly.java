package org.demarche.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.InvalidDossierException;
import org.demarche.model.Problem;
import org.demarche.model.Problem.Place;

/**
 * Records being gathered from one file or many into one dossier, and every problem on the way. It
 * remembers of each record where it was read, so that what is wrong with the whole is told with its
 * place too.
 */
final class DossierAssembly {
  /** A file from which records are gathered. */
  interface Part {
    /** Whether a record of this file that has the id of an earlier one unites with it. */
    boolean unites();

    /**
     * Finds the places of problems.
     *
     * @param at the problems, each of a record of this file and with where that record stands in it
     * @return the same problems with their places
     */
    List<Problem> placed(Map<Problem, Integer> at);
  }

  private final ImmutableMap<String, Pile<?>> piles;
  private final List<Part> parts = new ArrayList<>();
  private final List<RecordCursor> cursors = new ArrayList<>();
  private final List<String> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<Conflict> conflicts = new ArrayList<>();
  private final IdInterner shared = new IdInterner();
  private boolean unread;

  DossierAssembly() {
    ImmutableMap.Builder<String, Pile<?>> empty = ImmutableMap.builder();
    RecordType.byName().forEach((name, kind) -> empty.put(name, new Pile<>(kind)));
    piles = empty.buildOrThrow();
  }

  /** Notes that a file cannot be read, so that nobody is blamed for what it may hold. */
  void refuse(Problem problem) {
    problems.add(problem);
    files.add(problem.place().orElseThrow().file());
    unread = true;
  }

  /** Begins another file. */
  void begin(Part part, RecordCursor cursor) {
    parts.add(part);
    cursor.share(shared);
    cursors.add(cursor);
    files.add(cursor.file());
  }

  /**
   * Adds a record of the file that was begun last.
   *
   * @param at where it stands in that file: which of its list, or in which line
   */
  <R extends DossierRecord> void add(RecordType<R> kind, R record, int at) {
    @SuppressWarnings("unchecked") // a pile of that kind
    Pile<R> pile = (Pile<R>) pile(kind.name());
    pile.add(record, parts.size() - 1, at);
  }

  private Pile<?> pile(String name) {
    return Objects.requireNonNull(piles.get(name), name);
  }

  /** Two records of one id that differ, and where each stands. */
  private record Conflict(
      String type, String id, List<String> members, int firstPart, int firstAt, int part, int at) {
    /** Stands for one of the two records while its place is sought. */
    Problem.Builder unplaced(int number) {
      return Problem.builder()
          .code(Problem.Code.CONFLICT)
          .type(type)
          .id(id)
          .index(0)
          .field("")
          .value(String.valueOf(number))
          .message("");
    }

    Problem told(Place first, Place second) {
      return unplaced(0)
          .value(String.join(", ", members))
          .message(
              "%s %s: it differs in %s from the record of that id at %s; a correction is a new record"
                  .formatted(type, id, String.join(" and ", members), first))
          .place(second)
          .build();
    }
  }

  /** Tells the conflicts, for whose places each file is gone through once. */
  private void tellConflicts() {
    List<Map<Problem, Integer>> sought = new ArrayList<>();
    parts.forEach(part -> sought.add(new LinkedHashMap<>()));
    for (int i = 0; i < conflicts.size(); i++) {
      Conflict conflict = conflicts.get(i);
      sought.get(conflict.firstPart()).put(conflict.unplaced(2 * i).build(), conflict.firstAt());
      sought.get(conflict.part()).put(conflict.unplaced(2 * i + 1).build(), conflict.at());
    }
    Map<Integer, Place> places = new HashMap<>();
    for (int part = 0; part < parts.size(); part++) {
      if (!sought.get(part).isEmpty()) {
        parts
            .get(part)
            .placed(sought.get(part))
            .forEach(p -> places.put(Integer.valueOf(p.value()), p.place().orElseThrow()));
      }
    }
    for (int i = 0; i < conflicts.size(); i++) {
      Place first = Objects.requireNonNull(places.get(2 * i));
      Place second = Objects.requireNonNull(places.get(2 * i + 1));
      problems.add(conflicts.get(i).told(first, second));
    }
  }

  /** The records of one kind, and where each was read. */
  private final class Pile<R extends DossierRecord> {
    private final RecordType<R> kind;
    private final List<R> records = new ArrayList<>();
    private final Map<String, Integer> byId = new HashMap<>();
    private int[] part = new int[16];
    private int[] at = new int[16];

    Pile(RecordType<R> kind) {
      this.kind = kind;
    }

    void add(R record, int file, int where) {
      Integer before = byId.putIfAbsent(record.id(), records.size());
      boolean unites = before != null && (part[before] != file || parts.get(file).unites());
      if (unites) {
        Optional<R> both = united(records.get(before), record);
        both.ifPresentOrElse(
            one -> records.set(before, one), () -> conflict(record, before, file, where));
        return;
      }
      int number = records.size();
      if (number == part.length) {
        part = Arrays.copyOf(part, 2 * number);
        at = Arrays.copyOf(at, 2 * number);
      }
      part[number] = file;
      at[number] = where;
      records.add(record);
    }

    private Optional<R> united(R here, R there) {
      if (here.equals(there)) {
        return Optional.of(here);
      }
      return here instanceof Claim one && there instanceof Claim other
          ? one.corroborated(other).map(kind.type()::cast)
          : Optional.empty();
    }

    private void conflict(R record, int before, int file, int where) {
      List<String> members = new ArrayList<>(kind.shape().differing(records.get(before), record));
      members.remove("evidence");
      conflicts.add(
          new Conflict(kind.name(), record.id(), members, part[before], at[before], file, where));
    }

    void into(Dossier.Builder dossier) {
      kind.add().accept(dossier, records);
    }
  }

  /**
   * Puts the records together. What could be read is checked as a whole even where something could
   * not, so that all problems are told at once; but nobody is blamed for referring to a record that
   * was refused.
   *
   * @throws InvalidDossierException with every problem, in the order of the files and their lines
   */
  Dossier dossier() {
    cursors.forEach(cursor -> problems.addAll(cursor.problems()));
    tellConflicts();
    Dossier.Builder builder = Dossier.builder();
    piles.values().forEach(pile -> pile.into(builder));
    try {
      Dossier dossier = builder.build();
      if (problems.isEmpty()) {
        return dossier;
      }
    } catch (InvalidDossierException refused) {
      placed(
          refused.problems().stream()
              .filter(
                  p ->
                      p.code() != Problem.Code.UNKNOWN_ID
                          || (!unread
                              && cursors.stream().noneMatch(cursor -> cursor.mayHold(p.value()))))
              .toList());
    }
    Map<String, Integer> order = new HashMap<>();
    files.forEach(file -> order.putIfAbsent(file, order.size()));
    throw new InvalidDossierException(
        problems.stream()
            .sorted(
                Comparator.comparing(
                        (Problem p) -> order.getOrDefault(p.place().orElseThrow().file(), 0))
                    .thenComparing(p -> p.place().orElseThrow().line())
                    .thenComparing(p -> p.place().orElseThrow().column()))
            .collect(ImmutableList.toImmutableList()));
  }

  /** Notes problems of the whole, each at the place of its record. */
  private void placed(List<Problem> ofTheWhole) {
    Map<Integer, Map<Problem, Integer>> byPart = new LinkedHashMap<>();
    for (Problem problem : ofTheWhole) {
      Pile<?> pile = pile(problem.type());
      int number = problem.index().orElseThrow();
      byPart
          .computeIfAbsent(pile.part[number], p -> new LinkedHashMap<>())
          .put(problem, pile.at[number]);
    }
    byPart.forEach((part, at) -> problems.addAll(parts.get(part).placed(at)));
  }
}

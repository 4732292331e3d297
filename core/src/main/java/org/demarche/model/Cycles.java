package org.demarche.model;

import com.google.common.collect.Lists;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.suggestion.ShownValue;

/**
 * A search for cycles in the references between records of one type.
 *
 * @param <R> the type of the records
 */
final class Cycles<R extends DossierRecord> {
  /** The number of steps from which on the middle of a cycle is left out. */
  private static final int LONGEST_WAY = 8;

  private final String type;
  private final IdIndex<R> index;
  private final ImmutableIntArray roots;
  private final Predicate<String> searched;

  /**
   * Prepares the search.
   *
   * @param type the type of the records, in words
   * @param index all records
   * @param roots the indices of the records among which cycles are searched; every cycle that has
   *     one of them is among them
   */
  Cycles(String type, IdIndex<R> index, ImmutableIntArray roots) {
    this.type = type;
    this.index = index;
    this.roots = roots;
    if (roots.length() < index.records().size()) {
      Set<String> ids = new HashSet<>();
      roots.forEach(root -> ids.add(index.records().get(root).id()));
      this.searched = ids::contains;
    } else {
      this.searched = id -> true;
    }
  }

  /**
   * Searches the references of one field, depth first and in the order of the records.
   *
   * @param field the name of the field
   * @param code the code of the problems
   * @param next returns the ids to which the field of a record refers
   * @return one problem for each cycle that has no record of another, at the record by which the
   *     search entered it
   */
  List<Problem> find(
      String field, Problem.Code code, Function<R, ? extends Collection<String>> next) {
    return find(record -> field, field + " forms", code, next);
  }

  /**
   * Searches references of several fields, depth first and in the order of the records.
   *
   * @param field returns the field of a record at which a cycle is reported
   * @param subject the beginning of the message, which “a cycle” follows
   * @param code the code of the problems
   * @param next returns the ids to which a record refers
   * @return one problem for each cycle that has no record of another, at the record by which the
   *     search entered it
   */
  List<Problem> find(
      Function<R, String> field,
      String subject,
      Problem.Code code,
      Function<R, ? extends Collection<String>> next) {
    List<Problem> found = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (int i = 0; i < roots.length(); i++) {
      R root = index.records().get(roots.get(i));
      if (!next.apply(root).isEmpty() && !done.contains(root.id())) {
        search(root, field, subject, code, next, done, found);
      }
    }
    return found;
  }

  /** A step of the way on which the search is. */
  private static final class Step {
    final String id;
    final Iterator<String> next;

    /** The number of the last step up to this one that is in a cycle already; or -1. */
    int inCycle;

    Step(String id, Iterator<String> next, int inCycle) {
      this.id = id;
      this.next = next;
      this.inCycle = inCycle;
    }
  }

  private void search(
      R root,
      Function<R, String> field,
      String subject,
      Problem.Code code,
      Function<R, ? extends Collection<String>> next,
      Set<String> done,
      List<Problem> found) {
    List<Step> way = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    way.add(new Step(root.id(), next.apply(root).iterator(), -1));
    numbers.put(root.id(), 0);
    while (!way.isEmpty()) {
      Step current = way.get(way.size() - 1);
      if (!current.next.hasNext()) {
        way.remove(way.size() - 1);
        numbers.remove(current.id);
        done.add(current.id);
        continue;
      }
      String target = current.next.next();
      Optional<R> record = index.find(target);
      if (record.isEmpty() || done.contains(target) || !searched.test(target)) {
        continue;
      }
      Integer number = numbers.get(target);
      if (number == null) {
        numbers.put(target, way.size());
        way.add(new Step(target, next.apply(record.get()).iterator(), current.inCycle));
      } else if (current.inCycle < number) {
        List<Step> cycle = way.subList(number, way.size());
        ProblemCollector problems = new ProblemCollector(type, target);
        problems.add(
            code,
            field.apply(record.get()),
            current.id,
            subject + " a cycle: " + way(Lists.transform(cycle, step -> step.id), target));
        found.add(problems.found().get(0).at(index.indexOf(target)));
        for (int i = number; i < way.size(); i++) {
          way.get(i).inCycle = i;
        }
      }
    }
  }

  /** Returns a way through records in words, of which the middle is left out if it is long. */
  static String way(List<String> steps, String last) {
    Stream<String> shown =
        steps.size() < LONGEST_WAY
            ? steps.stream()
            : Streams.concat(
                steps.subList(0, LONGEST_WAY / 2).stream(),
                Stream.of("… (" + (steps.size() - LONGEST_WAY + 2) + " more)"),
                steps.subList(steps.size() - LONGEST_WAY / 2 + 2, steps.size()).stream());
    return Stream.concat(shown, Stream.of(last))
        .map(ShownValue::of)
        .collect(Collectors.joining(" → "));
  }
}

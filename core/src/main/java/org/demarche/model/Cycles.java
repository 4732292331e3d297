package org.demarche.model;

import com.google.common.base.Joiner;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A search for cycles in the references between records of one type.
 *
 * @param <R> the type of the records
 */
final class Cycles<R extends DossierRecord> {
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
   * @return one problem for each cycle found, at the record by which the search entered it
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
   * @return one problem for each cycle found, at the record by which the search entered it
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

  private void search(
      R root,
      Function<R, String> field,
      String subject,
      Problem.Code code,
      Function<R, ? extends Collection<String>> next,
      Set<String> done,
      List<Problem> found) {
    Map<String, Iterator<String>> path = new LinkedHashMap<>();
    Deque<String> stack = new ArrayDeque<>();
    stack.push(root.id());
    path.put(root.id(), next.apply(root).iterator());
    while (!stack.isEmpty()) {
      String current = stack.element();
      Iterator<String> targets = path.get(current);
      if (targets == null || !targets.hasNext()) {
        stack.pop();
        path.remove(current);
        done.add(current);
        continue;
      }
      String target = targets.next();
      Optional<R> record = index.find(target);
      if (record.isEmpty() || done.contains(target) || !searched.test(target)) {
        continue;
      }
      if (path.containsKey(target)) {
        List<String> cycle = new ArrayList<>(path.keySet());
        cycle = cycle.subList(cycle.indexOf(target), cycle.size());
        ProblemCollector problems = new ProblemCollector(type, target);
        problems.add(
            code,
            field.apply(record.get()),
            current,
            subject + " a cycle: " + Joiner.on(" → ").join(cycle) + " → " + target);
        found.add(problems.found().get(0).at(index.indexOf(target)));
      } else {
        stack.push(target);
        path.put(target, next.apply(record.get()).iterator());
      }
    }
  }
}

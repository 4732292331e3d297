package org.demarche.model;

import com.google.common.base.Joiner;
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

/**
 * Looks for references that go in a circle, from record to record of one type.
 *
 * @param <R> that type
 */
final class Cycles<R extends DossierRecord> {
  private final String type;
  private final IdIndex<R> register;
  private final int[] roots;

  /**
   * Prepares to look.
   *
   * @param type the type of the records, in words
   * @param register all records
   * @param roots the places of those from which walks begin
   */
  Cycles(String type, IdIndex<R> register, int[] roots) {
    this.type = type;
    this.register = register;
    this.roots = roots;
  }

  /**
   * Reports every circle that a walk in the order of the records comes upon, at the record by which
   * it enters it.
   */
  List<Problem> through(
      String field, Problem.Code code, Function<R, ? extends Collection<String>> next) {
    List<Problem> found = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (int place : roots) {
      R root = register.records().get(place);
      if (!next.apply(root).isEmpty() && !done.contains(root.id())) {
        walk(root, field, code, next, done, found);
      }
    }
    return found;
  }

  private void walk(
      R root,
      String field,
      Problem.Code code,
      Function<R, ? extends Collection<String>> next,
      Set<String> done,
      List<Problem> found) {
    Map<String, Iterator<String>> path = new LinkedHashMap<>();
    Deque<String> stack = new ArrayDeque<>();
    stack.push(root.id());
    path.put(root.id(), next.apply(root).iterator());
    while (!stack.isEmpty()) {
      String here = stack.element();
      Iterator<String> ways = path.get(here);
      if (ways == null || !ways.hasNext()) {
        stack.pop();
        path.remove(here);
        done.add(here);
        continue;
      }
      String there = ways.next();
      Optional<R> record = register.find(there);
      if (record.isEmpty() || done.contains(there)) {
        continue;
      }
      if (path.containsKey(there)) {
        List<String> circle = new ArrayList<>(path.keySet());
        circle = circle.subList(circle.indexOf(there), circle.size());
        ProblemCollector problems = new ProblemCollector(type, there);
        problems.add(
            code,
            field,
            here,
            field + " goes in a circle: " + Joiner.on(" → ").join(circle) + " → " + there);
        found.add(problems.found().get(0).at(register.indexOf(there)));
      } else {
        stack.push(there);
        path.put(there, next.apply(record.get()).iterator());
      }
    }
  }
}

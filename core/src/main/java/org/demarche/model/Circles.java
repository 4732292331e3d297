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
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for references that go in a circle, from record to record of one type.
 *
 * @param type the type of the records
 * @param listed the records, in their order
 * @param byId the same, by id
 */
record Circles<R>(String type, List<R> listed, Map<String, R> byId) {

  /**
   * Reports every circle that a walk in the order of the records comes upon, at the record by which
   * it enters it.
   */
  List<Problem> through(
      String field, Problem.Code code, Function<R, ? extends Collection<String>> next) {
    List<Problem> found = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (String root : byId.keySet()) {
      if (!done.contains(root)) {
        walk(root, field, code, next, done, found);
      }
    }
    return found;
  }

  private void walk(
      String root,
      String field,
      Problem.Code code,
      Function<R, ? extends Collection<String>> next,
      Set<String> done,
      List<Problem> found) {
    Map<String, Iterator<String>> path = new LinkedHashMap<>();
    Deque<String> stack = new ArrayDeque<>();
    stack.push(root);
    path.put(root, next.apply(byId.get(root)).iterator());
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
      R record = byId.get(there);
      if (record == null || done.contains(there)) {
        continue;
      }
      if (path.containsKey(there)) {
        List<String> circle = new ArrayList<>(path.keySet());
        circle = circle.subList(circle.indexOf(there), circle.size());
        Problems problems = new Problems(type, there);
        problems.add(
            code,
            field,
            here,
            field + " goes in a circle: " + Joiner.on(" → ").join(circle) + " → " + there);
        found.add(problems.found().get(0).at(listed.indexOf(record)));
      } else {
        stack.push(there);
        path.put(there, next.apply(record).iterator());
      }
    }
  }
}

package org.demarche.examples.spark;

import java.util.HashMap;
import java.util.Map;

/** Sets of ids that are linked, directly or through others; each is named by its smallest id. */
final class Components {
  private final Map<String, String> parents = new HashMap<>();

  void add(String id) {
    parents.putIfAbsent(id, id);
  }

  /** Links two ids. */
  void link(String one, String other) {
    add(one);
    add(other);
    String first = root(one);
    String second = root(other);
    if (first.compareTo(second) < 0) {
      parents.put(second, first);
    } else {
      parents.put(first, second);
    }
  }

  private String root(String id) {
    String at = id;
    while (true) {
      String parent = parents.getOrDefault(at, at);
      if (parent.equals(at)) {
        return at;
      }
      String next = parents.getOrDefault(parent, parent);
      parents.put(at, next); // halves the way for the next time
      at = next;
    }
  }

  /** Returns the name of the set of each id. */
  Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    parents.keySet().forEach(id -> names.put(id, id));
    names.replaceAll((id, name) -> root(id));
    return names;
  }
}

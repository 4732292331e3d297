package org.demarche.json.refiqda;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that are made different by a number: {@code a}, {@code a-2}, {@code a-3}. */
final class UniqueNames {
  private final String pattern;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();

  /**
   * Creates an empty set of names.
   *
   * @param pattern the form of a name with a number, such as {@code %s-%d}
   */
  UniqueNames(String pattern) {
    this.pattern = pattern;
  }

  /** Adds a name that must remain as it is. */
  void reserve(String name) {
    taken.add(name);
  }

  /** Returns a name, with a number if it was returned before. */
  String unique(String name) {
    if (taken.add(name)) {
      return name;
    }
    while (true) {
      String numbered = pattern.formatted(name, last.merge(name, 2, (old, two) -> old + 1));
      if (taken.add(numbered)) {
        return numbered;
      }
    }
  }
}

package org.demarche.json.tables;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names that are made different by a number: {@code a}, {@code a-2}, {@code a-3}. */
public final class UniqueNames {
  private final String pattern;
  private final Set<String> taken = new HashSet<>();
  private final Map<String, Integer> last = new HashMap<>();

  /**
   * Creates an empty set of names.
   *
   * @param pattern the form of a name with a number, such as {@code %s-%s}
   */
  public UniqueNames(String pattern) {
    this.pattern = pattern;
  }

  /** Adds names that must remain as they are. */
  public void reserve(Collection<String> names) {
    taken.addAll(names);
  }

  /** Returns whether a name was reserved or returned before. */
  public boolean isTaken(String name) {
    return taken.contains(name);
  }

  /** Returns a name, with a number if it is taken. */
  public String unique(String name) {
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

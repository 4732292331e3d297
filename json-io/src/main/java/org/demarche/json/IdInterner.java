package org.demarche.json;

import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.demarche.model.When;

/**
 * Values that occur again and again in the records being read, each kept once: the ids to which
 * records refer, sets of them, and dates.
 */
final class IdInterner {
  private final int most;
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, ImmutableSortedSet<String>> single = new HashMap<>();
  private final Map<ImmutableSortedSet<String>, ImmutableSortedSet<String>> sets = new HashMap<>();
  private final Map<String, When> dates = new HashMap<>();

  /** Keeps all of them. */
  IdInterner() {
    this(Integer.MAX_VALUE);
  }

  /** Keeps so many of each sort, those that come first. */
  IdInterner(int most) {
    this.most = most;
  }

  /** An id, that which was read first. */
  String id(String id) {
    return kept(id, id, ids);
  }

  /** A set of ids, that which was read first. */
  ImmutableSortedSet<String> set(Collection<String> set) {
    if (set.size() == 1) {
      String id = set.iterator().next();
      ImmutableSortedSet<String> first = single.get(id);
      return first == null ? kept(id, ImmutableSortedSet.of(id), single) : first;
    }
    ImmutableSortedSet<String> sorted = ImmutableSortedSet.copyOf(set);
    return kept(sorted, sorted, sets);
  }

  /**
   * A date, that which was read first.
   *
   * @throws IllegalArgumentException if it is none
   */
  When date(String text) {
    When first = dates.get(text);
    return first == null ? kept(text, When.parse(text), dates) : first;
  }

  private <K, V> V kept(K key, V value, Map<K, V> values) {
    V first = values.size() < most ? values.putIfAbsent(key, value) : values.get(key);
    return first == null ? value : first;
  }
}

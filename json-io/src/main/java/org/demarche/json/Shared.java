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
final class Shared {
  private final Map<String, String> ids = new HashMap<>();
  private final Map<String, ImmutableSortedSet<String>> single = new HashMap<>();
  private final Map<ImmutableSortedSet<String>, ImmutableSortedSet<String>> sets = new HashMap<>();
  private final Map<String, When> dates = new HashMap<>();

  /** An id, that which was read first. */
  String id(String id) {
    String first = ids.putIfAbsent(id, id);
    return first == null ? id : first;
  }

  /** A set of ids, that which was read first. */
  ImmutableSortedSet<String> set(Collection<String> set) {
    if (set.size() == 1) {
      return single.computeIfAbsent(set.iterator().next(), ImmutableSortedSet::of);
    }
    ImmutableSortedSet<String> sorted = ImmutableSortedSet.copyOf(set);
    ImmutableSortedSet<String> first = sets.putIfAbsent(sorted, sorted);
    return first == null ? sorted : first;
  }

  /**
   * A date, that which was read first.
   *
   * @throws IllegalArgumentException if it is none
   */
  When date(String text) {
    return dates.computeIfAbsent(text, When::parse);
  }
}

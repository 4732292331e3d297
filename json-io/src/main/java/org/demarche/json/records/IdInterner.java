package org.demarche.json.records;

import static java.util.Comparator.naturalOrder;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.demarche.model.When;

/**
 * A pool with one instance of each value that occurs again and again in records: the ids to which
 * records refer, sets of such ids, and dates.
 */
public final class IdInterner {
  private final int capacity;
  private final Map<String, String> ids = new ConcurrentHashMap<>();
  private final Map<String, ImmutableSortedSet<String>> single = new ConcurrentHashMap<>();

  /** In order, because ids can be made of which all sets have one hash. */
  private final Map<ImmutableSortedSet<String>, ImmutableSortedSet<String>> sets =
      new ConcurrentSkipListMap<>(Comparators.lexicographical(Comparator.<String>naturalOrder()));

  private final Map<String, When> dates = new ConcurrentHashMap<>();

  /** Creates an interner that keeps all values. */
  IdInterner() {
    this(Integer.MAX_VALUE);
  }

  /** Creates an interner that keeps only the first values of each sort, up to a capacity. */
  public IdInterner(int capacity) {
    this.capacity = capacity;
  }

  /** Returns the canonical instance of an id. */
  public String id(String id) {
    return canonical(id, id, ids);
  }

  /** Returns the canonical instance of a set of ids, which has canonical ids. */
  public ImmutableSortedSet<String> set(Collection<String> set) {
    if (set.size() == 1) {
      String id = set.iterator().next();
      ImmutableSortedSet<String> first = single.get(id);
      if (first != null) {
        return first;
      }
      String same = id(id);
      return canonical(same, ImmutableSortedSet.of(same), single);
    }
    ImmutableSortedSet<String> sorted =
        set.stream().map(this::id).collect(ImmutableSortedSet.toImmutableSortedSet(naturalOrder()));
    return canonical(sorted, sorted, sets);
  }

  /**
   * Returns the canonical instance of a date.
   *
   * @throws IllegalArgumentException if the text is not a date
   */
  When date(String text) {
    When first = dates.get(text);
    return first == null ? canonical(text, When.parse(text), dates) : first;
  }

  private <K, V> V canonical(K key, V value, Map<K, V> values) {
    V first = values.get(key);
    if (first == null && values.size() < capacity) {
      first = values.putIfAbsent(key, value);
    }
    return first == null ? value : first;
  }
}

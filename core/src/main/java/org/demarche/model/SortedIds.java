package org.demarche.model;

import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Ordering;

/**
 * Sorted sets of ids or names for the builders of records. A dossier can have millions of claims,
 * so an immutable sorted set is kept instead of copied, and many claims can share one set.
 */
final class SortedIds {
  private SortedIds() {}

  static ImmutableSortedSet<String> of(Iterable<String> ids, String name) {
    return ImmutableSortedSet.copyOf(
        Ordering.natural(), ids instanceof ImmutableSortedSet ? ids : Elements.of(ids, name));
  }

  static ImmutableSortedSet<String> plus(
      ImmutableSortedSet<String> some, String[] more, String name) {
    return ImmutableSortedSet.<String>naturalOrder()
        .addAll(some)
        .addAll(Elements.of(more, name))
        .build();
  }
}

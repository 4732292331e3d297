package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.Arrays;
import java.util.Map;

/** Copies of the elements of an argument. A null element is refused by the name of the argument. */
final class Elements {
  private Elements() {}

  static <T> ImmutableList<T> of(T[] values, String name) {
    return of(Arrays.asList(requireNonNull(values, name)), name);
  }

  /** Copies the elements in one pass, because some can be iterated over only once. */
  static <T> ImmutableList<T> of(Iterable<? extends T> values, String name) {
    if (requireNonNull(values, name) instanceof ImmutableList) {
      return ImmutableList.copyOf(values);
    }
    ImmutableList.Builder<T> copy = ImmutableList.builder();
    for (T value : values) {
      copy.add(requireNonNull(value, name));
    }
    return copy.build();
  }

  /** Copies a map, in the order of its keys. */
  static ImmutableSortedMap<String, String> sorted(Map<String, String> values, String name) {
    requireNonNull(values, name)
        .forEach(
            (key, value) -> {
              requireNonNull(key, name);
              requireNonNull(value, name);
            });
    return ImmutableSortedMap.copyOf(values);
  }
}

package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;

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
}

package org.demarche.rules;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Source;

/**
 * When each source was published, and which sources draw on something in common. Sources go by
 * their number.
 */
final class Sources {
  private final ImmutableMap<String, Integer> numbers;
  private final int[] published;
  private final List<Set<Integer>> closures = new ArrayList<>();

  Sources(List<Source> sources) {
    this.numbers = Corpus.numbers(sources, Source::id);
    this.published = sources.stream().mapToInt(s -> Corpus.day(s.published().latest())).toArray();
    List<List<Integer>> parents = new ArrayList<>();
    for (Source source : sources) {
      List<Integer> drawsOn = new ArrayList<>();
      source.derivedFrom().forEach(id -> drawsOn.add(number(id)));
      source.revises().ifPresent(id -> drawsOn.add(number(id)));
      parents.add(drawsOn);
    }
    for (int i = 0; i < sources.size(); i++) {
      closures.add(closure(i, parents));
    }
  }

  int number(String id) {
    return Corpus.number("source", id, numbers);
  }

  /** The day by which a source was certainly published. */
  int published(int source) {
    return published[source];
  }

  /** How many of the sources have nothing in common, directly or through one another. */
  int independent(Set<Integer> sources) {
    List<Set<Integer>> groups = new ArrayList<>();
    for (int source : sources) {
      Set<Integer> group = new HashSet<>(closures.get(source));
      List<Set<Integer>> apart = new ArrayList<>();
      for (Set<Integer> other : groups) {
        if (Collections.disjoint(other, group)) {
          apart.add(other);
        } else {
          group.addAll(other);
        }
      }
      apart.add(group);
      groups = apart;
    }
    return groups.size();
  }

  /** Everything that a source draws on, itself included. */
  private static Set<Integer> closure(int source, List<List<Integer>> parents) {
    Set<Integer> passed = new LinkedHashSet<>(List.of(source));
    Deque<Integer> open = new ArrayDeque<>(passed);
    while (!open.isEmpty()) {
      for (int parent : parents.get(open.remove())) {
        if (passed.add(parent)) {
          open.add(parent);
        }
      }
    }
    return passed;
  }
}

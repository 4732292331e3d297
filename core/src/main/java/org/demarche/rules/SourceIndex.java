package org.demarche.rules;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.Source;

/**
 * When each source was published, and which sources draw on something in common. Sources go by
 * their number.
 */
final class SourceIndex {
  private final Dossier dossier;
  private final int[] published;

  /** Those that draw on others. */
  private final BitSet drawing;

  SourceIndex(Dossier dossier) {
    this(dossier, new int[0], new BitSet());
  }

  private SourceIndex(Dossier dossier, int[] publishedBefore, BitSet drawingBefore) {
    this.dossier = dossier;
    this.published = Arrays.copyOf(publishedBefore, dossier.sources().size());
    this.drawing = (BitSet) drawingBefore.clone();
    for (int i = publishedBefore.length; i < published.length; i++) {
      Source source = source(i);
      published[i] = DossierIndex.day(source.published().latest());
      drawing.set(i, !source.derivedFrom().isEmpty() || source.revises().isPresent());
    }
  }

  /** The sources of a dossier of which these come first. */
  SourceIndex plus(Dossier merged) {
    return new SourceIndex(merged, published, drawing);
  }

  int number(String id) {
    return DossierIndex.found("source", id, dossier.placeOfSource(id));
  }

  Source source(int number) {
    return dossier.sources().get(number);
  }

  /** The day by which a source was certainly published. */
  int published(int source) {
    return published[source];
  }

  /** How many of the sources have nothing in common, directly or through one another. */
  int independent(Set<Integer> sources) {
    return sources.stream().noneMatch(source -> drawing.get(source))
        ? sources.size()
        : groups(sources);
  }

  private int groups(Set<Integer> sources) {
    List<Set<Integer>> groups = new ArrayList<>();
    for (int source : sources) {
      Set<Integer> group = closure(source);
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
  private Set<Integer> closure(int source) {
    Set<Integer> passed = new HashSet<>(Set.of(source));
    Deque<Integer> open = new ArrayDeque<>(passed);
    while (!open.isEmpty()) {
      Source here = source(open.remove());
      for (String id : here.derivedFrom()) {
        follow(id, passed, open);
      }
      here.revises().ifPresent(id -> follow(id, passed, open));
    }
    return passed;
  }

  private void follow(String id, Set<Integer> passed, Deque<Integer> open) {
    int parent = number(id);
    if (passed.add(parent)) {
      open.add(parent);
    }
  }
}

package org.demarche.rules;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;
import org.demarche.model.Stance;

/**
 * On what a stance bears (rule 8). Holding a composite is holding each part as the composite has
 * it, and so on down; holding a part otherwise is being against the whole, and so on up. Being
 * against a composite says nothing of its parts. Being uncommitted passes straight down and
 * straight up, never down and up again.
 */
final class Implications {
  private static final Stance[] STANCES = Stance.values();

  private final Map<String, Map<String, Stance>> parts = new HashMap<>();
  private final Map<String, Map<String, Stance>> wholes = new HashMap<>();

  /** By proposition and stance, numbers of both, where a stance bears on more than itself. */
  private final ImmutableMap<Integer, ImmutableIntArray> reaching;

  Implications(Dossier dossier) {
    for (Proposition whole : dossier.propositions()) {
      if (!whole.parts().isEmpty()) {
        parts.put(whole.id(), whole.parts());
      }
      whole
          .parts()
          .forEach(
              (part, stance) ->
                  wholes.computeIfAbsent(part, k -> new LinkedHashMap<>()).put(whole.id(), stance));
    }
    ImmutableMap.Builder<Integer, ImmutableIntArray> found = ImmutableMap.builder();
    for (String proposition : Sets.union(parts.keySet(), wholes.keySet())) {
      for (Stance stance : STANCES) {
        ImmutableIntArray.Builder reached = ImmutableIntArray.builder();
        derive(proposition, stance)
            .forEach((on, as) -> reached.add(pair(dossier.placeOfProposition(on), as)));
        found.put(pair(dossier.placeOfProposition(proposition), stance), reached.build());
      }
    }
    this.reaching = found.buildOrThrow();
  }

  /** A proposition and a stance as one number. */
  static int pair(int proposition, Stance stance) {
    return proposition * STANCES.length + stance.ordinal();
  }

  /** The proposition of such a pair. */
  static int proposition(int pair) {
    return pair / STANCES.length;
  }

  /** The ordinal of the stance of such a pair. */
  static int stance(int pair) {
    return pair % STANCES.length;
  }

  /**
   * The propositions on which a stance bears, each with the stance it amounts to; the pair itself
   * first.
   */
  ImmutableIntArray of(int pair) {
    ImmutableIntArray reached = reaching.get(pair);
    return reached == null ? ImmutableIntArray.of(pair) : reached;
  }

  private Map<String, Stance> derive(String proposition, Stance stance) {
    Map<String, Stance> held = new LinkedHashMap<>();
    held.put(proposition, stance);
    if (stance == Stance.UNCOMMITTED) {
      spread(proposition, parts, held);
      spread(proposition, wholes, held);
      return held;
    }
    Deque<String> open = new ArrayDeque<>(held.keySet());
    while (!open.isEmpty()) {
      String whole = open.remove();
      if (held.get(whole) == Stance.FOR) {
        of(parts, whole)
            .forEach(
                (part, as) -> {
                  if (held.putIfAbsent(part, as) == null) {
                    open.add(part);
                  }
                });
      }
    }
    open.addAll(held.keySet());
    while (!open.isEmpty()) {
      String part = open.remove();
      of(wholes, part)
          .forEach(
              (whole, as) -> {
                if (held.get(part) != as && held.putIfAbsent(whole, Stance.AGAINST) == null) {
                  open.add(whole);
                }
              });
    }
    return held;
  }

  /**
   * The proposition itself, everything it is part of, and everything that is part of it, near or
   * far.
   */
  ImmutableSet<String> touching(String proposition) {
    return ImmutableSet.copyOf(derive(proposition, Stance.UNCOMMITTED).keySet());
  }

  private static void spread(
      String from, Map<String, Map<String, Stance>> way, Map<String, Stance> held) {
    Deque<String> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      for (String next : of(way, open.remove()).keySet()) {
        if (held.putIfAbsent(next, Stance.UNCOMMITTED) == null) {
          open.add(next);
        }
      }
    }
  }

  private static Map<String, Stance> of(Map<String, Map<String, Stance>> way, String id) {
    return way.getOrDefault(id, Map.of());
  }
}

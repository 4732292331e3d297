package org.demarche.dossierindex;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;

/**
 * The propositions on which a stance bears (rule 8). Being for a composite implies, for each of its
 * parts, the stance that the composite calls for; parts that are composites imply stances on their
 * own parts. Another stance on a part than the composite calls for implies being against the
 * composite, and so on upwards. Being against a composite implies no stance on its parts. Being
 * uncommitted on a proposition implies being uncommitted on all its parts, on all its composites,
 * and on no other proposition.
 */
final class Implications {
  private static final Stance[] STANCES = Stance.values();

  /** The parts of each composite, each with the stance that the composite calls for. */
  private final Map<Integer, Map<Integer, Stance>> parts = new HashMap<>();

  /** The composites of each part, each with the stance that the composite calls for on the part. */
  private final Map<Integer, Map<Integer, Stance>> wholes = new HashMap<>();

  /**
   * The propositions on which a stance on a proposition bears, noted when they are first asked for:
   * of many composites that share parts, each can bear on all.
   */
  private final ConcurrentMap<Stated, ImmutableList<Reached>> reached = new ConcurrentHashMap<>();

  private record Stated(int proposition, Stance stance) {}

  /**
   * A stance on a proposition on which another bears.
   *
   * @param bearing how it does, as long as nobody is bound: {@link Bearing#DOWN} for {@link
   *     Bearing#FIRM}
   */
  record Reached(int proposition, Stance stance, Bearing bearing) {}

  private final int size;

  Implications(Dossier dossier, RecordNumbers numbers) {
    this.size = dossier.propositions().size();
    for (int whole = 0; whole < size; whole++) {
      for (Map.Entry<String, Stance> entry : dossier.propositions().get(whole).parts().entrySet()) {
        int part = numbers.proposition(entry.getKey());
        parts.computeIfAbsent(whole, k -> new LinkedHashMap<>()).put(part, entry.getValue());
        wholes.computeIfAbsent(part, k -> new LinkedHashMap<>()).put(whole, entry.getValue());
      }
    }
  }

  /** Returns what a stance on a proposition bears on, itself first. */
  ImmutableList<Reached> of(int proposition, Stance stance) {
    Reached stated = new Reached(proposition, stance, Bearing.EXPLICIT);
    return isLinked(proposition)
        ? reached.computeIfAbsent(
            new Stated(proposition, stance), k -> ImmutableList.copyOf(implied(stated)))
        : ImmutableList.of(stated);
  }

  /**
   * Returns the propositions, below a number, whose stances bear on others than before. Only those
   * are compared from which a part of an added composite can be reached: its own parts, and all
   * composites of it and of these.
   *
   * @param before the implications of the propositions below that number
   */
  Set<Integer> changedSince(Implications before, int bound) {
    Set<Integer> added = new HashSet<>();
    for (int whole = bound; whole < size; whole++) {
      added.addAll(parts(whole).keySet());
    }
    return Sets.filter(
        closure(closure(added, parts), wholes),
        proposition ->
            proposition < bound
                && Arrays.stream(STANCES)
                    .anyMatch(
                        stance -> !of(proposition, stance).equals(before.of(proposition, stance))));
  }

  /** Returns whether a proposition has parts or is one. */
  boolean isLinked(int proposition) {
    return parts.containsKey(proposition) || wholes.containsKey(proposition);
  }

  /** Returns a proposition, all its composites and all its parts, direct and indirect. */
  ImmutableIntArray touching(int proposition) {
    return ImmutableIntArray.copyOf(
        of(proposition, Stance.UNCOMMITTED).stream().mapToInt(Reached::proposition));
  }

  /** Returns the parts of a composite, each with the stance that it calls for; empty for others. */
  Map<Integer, Stance> parts(int proposition) {
    return parts.getOrDefault(proposition, Map.of());
  }

  private Collection<Reached> implied(Reached stated) {
    Map<Integer, Reached> held = new LinkedHashMap<>();
    held.put(stated.proposition(), stated);
    if (stated.stance() == Stance.UNCOMMITTED) {
      spread(stated.proposition(), parts, Bearing.DOWN, held);
      spread(stated.proposition(), wholes, Bearing.UP, held);
    } else {
      passDown(held);
      List<Integer> below = held.keySet().stream().skip(1).toList();
      passUp(below, Bearing.ACROSS, held);
      passUp(List.of(stated.proposition()), Bearing.UP, held);
    }
    return held.values();
  }

  /**
   * Adds, for every composite that is held, its parts, each with the stance that the composite
   * calls for. A part that is a composite and is thereby held passes stances on to its own parts.
   */
  private void passDown(Map<Integer, Reached> held) {
    Deque<Reached> open = new ArrayDeque<>(held.values());
    while (!open.isEmpty()) {
      Reached whole = open.remove();
      if (whole.stance() == Stance.FOR) {
        parts(whole.proposition())
            .forEach((part, as) -> add(new Reached(part, as, Bearing.DOWN), held, open));
      }
    }
  }

  /**
   * Adds, with the stance AGAINST, every composite that calls for a stance on one of some parts
   * other than the stance that is held. Then does the same for the composites of that composite.
   */
  private void passUp(List<Integer> from, Bearing bearing, Map<Integer, Reached> held) {
    Deque<Reached> open = new ArrayDeque<>();
    from.forEach(part -> open.add(Objects.requireNonNull(held.get(part))));
    while (!open.isEmpty()) {
      Reached part = open.remove();
      wholes
          .getOrDefault(part.proposition(), Map.of())
          .forEach(
              (whole, as) -> {
                if (part.stance() != as) {
                  add(new Reached(whole, Stance.AGAINST, bearing), held, open);
                }
              });
    }
  }

  private static void add(Reached next, Map<Integer, Reached> held, Deque<Reached> open) {
    if (held.putIfAbsent(next.proposition(), next) == null) {
      open.add(next);
    }
  }

  private static void spread(
      int from,
      Map<Integer, Map<Integer, Stance>> links,
      Bearing bearing,
      Map<Integer, Reached> held) {
    closure(List.of(from), links)
        .forEach(next -> held.putIfAbsent(next, new Reached(next, Stance.UNCOMMITTED, bearing)));
  }

  /** Returns some propositions, and those to which links lead from them, the nearest first. */
  private static Set<Integer> closure(
      Collection<Integer> from, Map<Integer, Map<Integer, Stance>> links) {
    Set<Integer> found = new LinkedHashSet<>(from);
    Deque<Integer> open = new ArrayDeque<>(found);
    while (!open.isEmpty()) {
      for (int next : links.getOrDefault(open.remove(), Map.of()).keySet()) {
        if (found.add(next)) {
          open.add(next);
        }
      }
    }
    return found;
  }
}

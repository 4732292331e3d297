package org.demarche.dossierindex;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;

/**
 * The propositions on which a stance bears (rule 8). Being for a composite implies, for each of its
 * parts, the stance that the composite calls for; parts that are composites imply stances on their
 * own parts. Another stance on a part than the composite calls for implies being against the
 * composite, and so on upwards. Being against a composite implies no stance on its parts. Being
 * uncommitted on a proposition implies being uncommitted on all its parts, on all its composites,
 * and on no other proposition.
 *
 * <p>A proposition and a stance are packed into one int, a <i>pair</i>.
 */
final class Implications {
  private static final Stance[] STANCES = Stance.values();

  /** The parts of each composite, each with the stance that the composite calls for. */
  private final Map<Integer, Map<Integer, Stance>> parts = new HashMap<>();

  /** The composites of each part, each with the stance that the composite calls for on the part. */
  private final Map<Integer, Map<Integer, Stance>> wholes = new HashMap<>();

  /**
   * The pairs on which a pair bears, itself first; absent for propositions without parts or wholes.
   */
  private final ImmutableMap<Integer, ImmutableIntArray> reached;

  Implications(Dossier dossier, RecordNumbers numbers) {
    for (int whole = 0; whole < dossier.propositions().size(); whole++) {
      for (Map.Entry<String, Stance> entry : dossier.propositions().get(whole).parts().entrySet()) {
        int part = numbers.proposition(entry.getKey());
        parts.computeIfAbsent(whole, k -> new LinkedHashMap<>()).put(part, entry.getValue());
        wholes.computeIfAbsent(part, k -> new LinkedHashMap<>()).put(whole, entry.getValue());
      }
    }
    ImmutableMap.Builder<Integer, ImmutableIntArray> found = ImmutableMap.builder();
    for (int proposition : Sets.union(parts.keySet(), wholes.keySet())) {
      for (Stance stance : STANCES) {
        ImmutableIntArray.Builder pairs = ImmutableIntArray.builder();
        implied(proposition, stance).forEach((on, as) -> pairs.add(pair(on, as)));
        found.put(pair(proposition, stance), pairs.build());
      }
    }
    this.reached = found.buildOrThrow();
  }

  /** Returns a proposition and a stance as one number. */
  static int pair(int proposition, Stance stance) {
    return proposition * STANCES.length + stance.ordinal();
  }

  /** Returns the proposition of a pair. */
  static int proposition(int pair) {
    return pair / STANCES.length;
  }

  /** Returns the ordinal of the stance of a pair. */
  static int stance(int pair) {
    return pair % STANCES.length;
  }

  /** Returns the pairs on which a pair bears, itself first. */
  ImmutableIntArray of(int pair) {
    ImmutableIntArray pairs = reached.get(pair);
    return pairs == null ? ImmutableIntArray.of(pair) : pairs;
  }

  /** Returns a proposition, all its composites and all its parts, direct and indirect. */
  ImmutableIntArray touching(int proposition) {
    return ImmutableIntArray.copyOf(implied(proposition, Stance.UNCOMMITTED).keySet());
  }

  private Map<Integer, Stance> implied(int proposition, Stance stance) {
    Map<Integer, Stance> held = new LinkedHashMap<>();
    held.put(proposition, stance);
    if (stance == Stance.UNCOMMITTED) {
      spread(proposition, parts, held);
      spread(proposition, wholes, held);
    } else {
      passDown(held);
      passUp(held);
    }
    return held;
  }

  /**
   * Adds, for every composite that is held, its parts, each with the stance that the composite
   * calls for. A part that is a composite and is thereby held passes stances on to its own parts.
   */
  private void passDown(Map<Integer, Stance> held) {
    Deque<Integer> open = new ArrayDeque<>(held.keySet());
    while (!open.isEmpty()) {
      int whole = open.remove();
      if (held.get(whole) == Stance.FOR) {
        parts
            .getOrDefault(whole, Map.of())
            .forEach(
                (part, as) -> {
                  if (held.putIfAbsent(part, as) == null) {
                    open.add(part);
                  }
                });
      }
    }
  }

  /**
   * Adds, with the stance AGAINST, every composite that calls for a stance on one of its parts
   * other than the stance that is held. Then does the same for the composites of that composite.
   */
  private void passUp(Map<Integer, Stance> held) {
    Deque<Integer> open = new ArrayDeque<>(held.keySet());
    while (!open.isEmpty()) {
      int part = open.remove();
      wholes
          .getOrDefault(part, Map.of())
          .forEach(
              (whole, as) -> {
                if (held.get(part) != as && held.putIfAbsent(whole, Stance.AGAINST) == null) {
                  open.add(whole);
                }
              });
    }
  }

  private static void spread(
      int from, Map<Integer, Map<Integer, Stance>> links, Map<Integer, Stance> held) {
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    while (!open.isEmpty()) {
      for (int next : links.getOrDefault(open.remove(), Map.of()).keySet()) {
        if (held.putIfAbsent(next, Stance.UNCOMMITTED) == null) {
          open.add(next);
        }
      }
    }
  }
}

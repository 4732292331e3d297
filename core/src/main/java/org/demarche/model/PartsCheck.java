package org.demarche.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.suggestion.ShownValue;

/** A check of composites with the parts of their parts. */
final class PartsCheck {
  private final IdIndex<Proposition> propositions;

  PartsCheck(IdIndex<Proposition> propositions) {
    this.propositions = propositions;
  }

  /**
   * Checks that a composite has no more parts than can be followed, and that every path to a part
   * implies the same stance on it.
   */
  void check(Proposition composite, ProblemCollector problems) {
    if (composite.parts().isEmpty()) {
      return;
    }
    Optional<String> reached = tooMany(composite);
    if (reached.isPresent()) {
      problems.add(
          Problem.Code.BAD_COMPOSITE,
          "parts",
          reached.get(),
          "a composite has at most %s parts, with the parts of its parts, on at most %s levels, this has %s or more; leave parts out, or divide it into several"
              .formatted(Limits.PARTS, Limits.LEVELS_OF_PARTS, reached.get()));
    } else {
      contradictions(composite, problems);
    }
  }

  /** Returns the number of parts or levels at which one was too many; empty if none is. */
  private Optional<String> tooMany(Proposition composite) {
    Set<String> reached = new HashSet<>();
    Set<String> level = composite.parts().keySet();
    for (int levels = 0; !level.isEmpty(); levels++) {
      if (levels == Limits.LEVELS_OF_PARTS) {
        return Optional.of((levels + 1) + " levels");
      }
      Set<String> below = new HashSet<>();
      for (String part : level) {
        if (reached.add(part)) {
          propositions.find(part).ifPresent(known -> below.addAll(known.parts().keySet()));
        }
        if (reached.size() > Limits.PARTS) {
          return Optional.of(reached.size() + " parts");
        }
      }
      below.removeAll(reached);
      level = below;
    }
    return Optional.empty();
  }

  private void contradictions(Proposition composite, ProblemCollector problems) {
    Map<String, Stance> reached = new HashMap<>();
    Map<String, String> from = new HashMap<>(); // the whole by which a part was reached
    Deque<Proposition> open = new ArrayDeque<>();
    open.add(composite);
    while (!open.isEmpty()) {
      Proposition whole = open.remove();
      whole
          .parts()
          .forEach(
              (part, stance) -> {
                Stance earlier = reached.putIfAbsent(part, stance);
                if (earlier == null) {
                  from.put(part, whole.id());
                  if (stance == Stance.FOR) {
                    propositions.find(part).ifPresent(open::add);
                  }
                } else if (earlier != stance) {
                  problems.add(
                      Problem.Code.BAD_COMPOSITE,
                      "parts",
                      part,
                      "two paths to part '"
                          + ShownValue.of(part)
                          + "' with different stances: "
                          + path(composite.id(), part, from)
                          + " "
                          + earlier
                          + ", "
                          + path(composite.id(), whole.id(), from)
                          + " → "
                          + ShownValue.of(part)
                          + " "
                          + stance);
                }
              });
    }
  }

  /** Returns the path by which a proposition was reached from a composite. */
  private static String path(String composite, String reached, Map<String, String> from) {
    List<String> steps = new ArrayList<>();
    String step = reached;
    while (!step.equals(composite)) {
      steps.add(step);
      step = Objects.requireNonNull(from.get(step));
    }
    steps.add(step);
    Collections.reverse(steps);
    return Cycles.way(steps.subList(0, steps.size() - 1), reached);
  }
}

package org.demarche.examples.spark;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * How claims refer to claims: what each answers and retracts, by id. Only claims that refer or are
 * referred to are here, and those of which different lines go to different groups.
 */
final class ClaimLinks implements Serializable {
  private static final long serialVersionUID = 1;

  private final SetMultimap<String, String> references = HashMultimap.create();
  private final SetMultimap<String, String> answers = HashMultimap.create();
  private final SetMultimap<String, String> retractions = HashMultimap.create();
  private final Set<String> divided = new HashSet<>();

  /** Adds the references of a claim. */
  void add(String claim, Collection<String> responds, Collection<String> retracts) {
    responds.forEach(id -> answers.put(id, claim));
    retracts.forEach(id -> retractions.put(id, claim));
    references.putAll(claim, responds);
    references.putAll(claim, retracts);
  }

  /** Adds a claim whose lines do not all go to the same groups by themselves. */
  void addDivided(String claim) {
    divided.add(claim);
  }

  /** Returns whether a claim may bring others into its group. */
  boolean has(String claim) {
    return references.containsKey(claim)
        || answers.containsKey(claim)
        || retractions.containsKey(claim)
        || divided.contains(claim);
  }

  /**
   * Returns the claims that come into a group with some of its own: those that answer them, those
   * that retract any of these, directly or through others, and all to which one of them refers. It
   * is what {@code Dossier.bearingOn} adds to the claims that bear on a question.
   */
  Set<String> broughtBy(Collection<String> own) {
    Deque<String> open = new ArrayDeque<>(own);
    own.forEach(id -> open.addAll(answers.get(id)));
    Set<String> found = new HashSet<>();
    follow(open, found, retractions);
    open.addAll(found);
    Set<String> closed = new HashSet<>();
    follow(open, closed, references);
    closed.removeIf(id -> own.contains(id) && !divided.contains(id));
    return closed;
  }

  private static void follow(
      Deque<String> open, Set<String> found, SetMultimap<String, String> links) {
    while (!open.isEmpty()) {
      String id = open.remove();
      if (found.add(id)) {
        open.addAll(links.get(id));
      }
    }
  }
}

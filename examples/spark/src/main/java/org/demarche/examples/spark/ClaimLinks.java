package org.demarche.examples.spark;

import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How claims refer to claims: what each answers and retracts, by id. Only claims that refer or are
 * referred to are here, those of which different lines go to different batches, and drafts of which
 * there is a coded claim. Java and Kryo both write sorted maps, and give the same order.
 */
final class ClaimLinks implements Serializable {
  private static final long serialVersionUID = 1;

  private final Links references = new Links();
  private final Links answers = new Links();
  private final Links retractions = new Links();
  private final TreeSet<String> divided = new TreeSet<>();
  private final TreeSet<String> coded = new TreeSet<>();

  /** The ids to which each id leads, in order. */
  private static final class Links implements Serializable {
    private static final long serialVersionUID = 1;

    private final TreeMap<String, Set<String>> targets = new TreeMap<>();

    void put(String from, String to) {
      targets.computeIfAbsent(from, id -> new TreeSet<>()).add(to);
    }

    boolean has(String from) {
      return targets.containsKey(from);
    }

    Set<String> of(String from) {
      return targets.getOrDefault(from, Set.of());
    }
  }

  /** Adds the references of a claim. */
  void add(String claim, Collection<String> responds, Collection<String> retracts) {
    responds.forEach(id -> answers.put(id, claim));
    retracts.forEach(id -> retractions.put(id, claim));
    responds.forEach(id -> references.put(claim, id));
    retracts.forEach(id -> references.put(claim, id));
  }

  /** Adds a claim whose lines do not all go to the same batches by themselves. */
  void addDivided(String claim) {
    divided.add(claim);
  }

  /** Adds a draft, of which another line is the coded claim. */
  void addCoded(String draft) {
    coded.add(draft);
  }

  /** Returns whether a coded claim replaces the draft of an id. */
  boolean isCoded(String draft) {
    return coded.contains(draft);
  }

  /** Returns whether a claim may bring others into its batch. */
  boolean has(String claim) {
    return references.has(claim)
        || answers.has(claim)
        || retractions.has(claim)
        || divided.contains(claim);
  }

  /**
   * Returns the claims that come into a batch with some of its own: those that answer them, those
   * that retract any of these, directly or through others, and all to which one of them refers. It
   * is what {@code Dossier.bearingOn} adds to the claims that bear on a question.
   */
  Set<String> broughtBy(Collection<String> own) {
    Deque<String> open = new ArrayDeque<>(own);
    own.forEach(id -> open.addAll(answers.of(id)));
    Set<String> found = new HashSet<>();
    follow(open, found, retractions);
    open.addAll(found);
    Set<String> closed = new TreeSet<>();
    follow(open, closed, references);
    closed.removeIf(id -> own.contains(id) && !divided.contains(id));
    return closed;
  }

  private static void follow(Deque<String> open, Set<String> found, Links links) {
    while (!open.isEmpty()) {
      String id = open.remove();
      if (found.add(id)) {
        open.addAll(links.of(id));
      }
    }
  }
}

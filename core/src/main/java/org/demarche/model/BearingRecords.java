package org.demarche.model;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.Maps;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The claims, sources and actors on which the answers about one party on some propositions depend.
 * It finds them by the references between records alone, whatever a claim's date, evidence or
 * authority may be, so that the answers are equal from every viewpoint.
 */
final class BearingRecords {
  private final RecordIndexes records;
  private final BearingParty party;
  private final Set<String> asked;

  /** The composites of each proposition. */
  private final SetMultimap<String, String> wholes = HashMultimap.create();

  /** The claims that retract or answer a claim. */
  private final SetMultimap<String, Claim> retractions = HashMultimap.create();

  private final SetMultimap<String, Claim> answers = HashMultimap.create();

  /** The stances that a claim of the party has on each proposition. */
  private final SetMultimap<String, Stance> held = HashMultimap.create();

  private final Set<Claim> found = new LinkedHashSet<>();

  BearingRecords(RecordIndexes records, Actor party, Set<String> asked) {
    this.records = records;
    this.party = new BearingParty(records, party);
    this.asked = asked;
    for (Proposition whole : records.propositions().records()) {
      whole.parts().keySet().forEach(part -> wholes.put(part, whole.id()));
    }
    for (Claim claim : records.claims().records()) {
      claim.retracts().forEach(id -> retractions.put(id, claim));
      claim.respondsTo().forEach(id -> answers.put(id, claim));
      if (this.party.counts(claim)) {
        held.put(claim.proposition(), claim.stance());
      }
    }
  }

  /** Returns the smallest part of the dossier that has all of them and is valid. */
  RecordIndexes inOrder() {
    addClaims();
    Closure closure = new Closure(records);
    closure.add(RecordType.ACTOR, party.id());
    asked.forEach(id -> closure.add(RecordType.PROPOSITION, id));
    found.forEach(claim -> closure.add(RecordType.CLAIM, claim.id()));
    for (Claim claim : found) {
      party.ledBy(claim.principals()).forEach(id -> closure.add(RecordType.ACTOR, id));
    }
    addRevisions(closure);
    return closure.records();
  }

  private void addClaims() {
    Set<String> decisive = new HashSet<>(asked);
    decisive.addAll(heldParts());
    decisive.addAll(heldRivals());
    Set<String> passing = new HashSet<>();
    for (Claim claim : records.claims().records()) {
      if (party.counts(claim) && !Collections.disjoint(reached(claim), decisive)) {
        passing.add(claim.proposition());
      }
    }
    Set<Claim> bearing = new LinkedHashSet<>();
    for (Claim claim : records.claims().records()) {
      boolean counts = passing.contains(claim.proposition()) && party.counts(claim);
      boolean isOn = asked.contains(claim.proposition());
      if (counts
          || (isOn && (party.speaks(claim) || isReport(claim)))
          || (party.concerns(claim) && !Collections.disjoint(reached(claim), asked))) {
        bearing.add(claim);
      }
    }
    Deque<Claim> open = new ArrayDeque<>(bearing);
    bearing.forEach(claim -> open.addAll(answers.get(claim.id())));
    Set<Claim> passed = new HashSet<>();
    while (!open.isEmpty()) {
      Claim claim = open.remove();
      if (passed.add(claim)) {
        found.add(claim);
        open.addAll(retractions.get(claim.id()));
      }
    }
  }

  private boolean isReport(Claim claim) {
    return claim.principals().stream()
        .flatMap(id -> records.actors().find(id).stream())
        .anyMatch(actor -> actor.kind() == ActorKind.MEDIA);
  }

  /** Returns the direct parts that a claim of the party holds as the composite has them. */
  private Set<String> heldParts() {
    Set<String> parts = new HashSet<>();
    for (String whole : asked) {
      parts.addAll(
          Maps.filterEntries(
                  proposition(whole).parts(),
                  part -> held.containsEntry(part.getKey(), part.getValue()))
              .keySet());
    }
    return parts;
  }

  /** Returns the rivals that a claim of the party is for. */
  private Set<String> heldRivals() {
    return Sets.filter(rivals(), rival -> held.containsEntry(rival, Stance.FOR));
  }

  private Set<String> rivals() {
    Set<String> rivals = new HashSet<>();
    for (Proposition proposition : records.propositions().records()) {
      if (asked.contains(proposition.id())) {
        rivals.addAll(proposition.excludes());
      } else if (!Collections.disjoint(proposition.excludes(), asked)) {
        rivals.add(proposition.id());
      }
    }
    return rivals;
  }

  // Rule 8

  private Proposition proposition(String id) {
    return records.propositions().find(id).orElseThrow();
  }

  /** Returns the propositions to which the stance of a claim may pass, its own first. */
  private Collection<String> reached(Claim claim) {
    if (claim.stance() != Stance.UNCOMMITTED) {
      return reached(claim.proposition(), claim.stance());
    }
    Set<String> straight = new LinkedHashSet<>(Set.of(claim.proposition()));
    if (claim.force() != Force.VOTE) {
      follow(claim.proposition(), straight, id -> proposition(id).parts().keySet());
      if (claim.force() != Force.WITHDRAW) {
        follow(claim.proposition(), straight, wholes::get);
      }
    }
    return straight;
  }

  private interface Links {
    Collection<String> from(String proposition);
  }

  private static void follow(String from, Set<String> passed, Links links) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      for (String next : links.from(open.remove())) {
        if (passed.add(next)) {
          open.add(next);
        }
      }
    }
  }

  /** Returns where a stance passes: down from wholes that are held, and then against others. */
  private Collection<String> reached(String from, Stance stance) {
    Map<String, Stance> held = new HashMap<>(Map.of(from, stance));
    Deque<String> open = new ArrayDeque<>(List.of(from));
    while (!open.isEmpty()) {
      String whole = open.remove();
      if (held.get(whole) == Stance.FOR) {
        proposition(whole)
            .parts()
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
      for (String whole : wholes.get(part)) {
        boolean isContrary =
            Objects.requireNonNull(proposition(whole).parts().get(part)) != held.get(part);
        if (isContrary && held.putIfAbsent(whole, Stance.AGAINST) == null) {
          open.add(whole);
        }
      }
    }
    return held.keySet();
  }

  // Sources

  /** Adds the sources that revise a source of the claims, directly or through others. */
  private void addRevisions(Closure closure) {
    SetMultimap<String, String> revisions = HashMultimap.create();
    records
        .sources()
        .records()
        .forEach(source -> source.revises().ifPresent(id -> revisions.put(id, source.id())));
    Set<String> revising = new LinkedHashSet<>();
    for (Claim claim : found) {
      claim.evidence().forEach(piece -> follow(piece.source(), revising, revisions::get));
    }
    revising.forEach(id -> closure.add(RecordType.SOURCE, id));
  }
}

package org.demarche.model;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The actors whose claims count for a party, or hint at its position (rule 1). */
final class BearingParty {
  private final IdIndex<Actor> actors;
  private final Actor party;

  /** The states that the party continues, each with the day from which it no longer counts. */
  private final Map<String, LocalDate> predecessors = new HashMap<>();

  /** The persons who head a term of the party or of an organ of it, with whom they head. */
  private final SetMultimap<String, String> led = HashMultimap.create();

  /** The organisations of which the party is a member at some time. */
  private final Map<String, Actor> organisations = new HashMap<>();

  BearingParty(RecordIndexes records, Actor party) {
    this.actors = records.actors();
    this.party = party;
    Optional<Actor> at = Optional.of(party);
    while (at.isPresent() && at.get().succeeds().isPresent()) {
      String predecessor = at.get().succeeds().get();
      predecessors.put(predecessor, at.get().from().orElseThrow());
      at = actors.find(predecessor);
    }
    for (Actor actor : actors.records()) {
      if (!actor.terms().isEmpty() && isUnder(actor)) {
        actor.terms().forEach(term -> led.put(term.head(), actor.id()));
      }
      if (actor.members().stream().anyMatch(one -> one.member().equals(party.id()))) {
        organisations.put(actor.id(), actor);
      }
    }
  }

  String id() {
    return party.id();
  }

  /** Returns the party and its organs that are headed by any of some persons. */
  Set<String> ledBy(Set<String> persons) {
    Set<String> all = new HashSet<>();
    persons.forEach(person -> all.addAll(led.get(person)));
    return all;
  }

  /** Returns whether the party is a speaker of a claim, on whosever behalf. */
  boolean speaks(Claim claim) {
    return claim.speakers().contains(party.id());
  }

  /** Returns whether a claim may carry a position of the party. */
  boolean counts(Claim claim) {
    return claim.principals().stream().anyMatch(id -> countsFor(party.id(), id, claim, false));
  }

  /** Returns whether a claim may carry or hint at a position of the party. */
  boolean concerns(Claim claim) {
    return claim.principals().stream()
            .anyMatch(id -> countsFor(party.id(), id, claim, true) || isHinting(id))
        || organisations.values().stream().anyMatch(one -> isOfMember(claim, one));
  }

  private boolean isOfMember(Claim claim, Actor organisation) {
    return organisation.members().stream()
            .anyMatch(
                one -> one.member().equals(party.id()) && one.contains(claim.asserted().latest()))
        && claim.principals().stream()
            .anyMatch(id -> countsFor(organisation.id(), id, claim, false));
  }

  /**
   * Returns whether a principal is a party or speaks for it as an organ.
   *
   * @param orHints whether an organ that does not speak for its government suffices
   */
  private boolean countsFor(String of, String principal, Claim claim, boolean orHints) {
    if (of.equals(principal)) {
      return true;
    }
    boolean speaksForItself = false;
    Optional<Actor> at = actors.find(principal);
    while (at.isPresent() && isGovernment(at.get())) {
      if (at.get().id().equals(of)) {
        return orHints || !speaksForItself;
      }
      if (of.equals(party.id()) && predecessors.containsKey(at.get().id())) {
        LocalDate until = predecessors.getOrDefault(at.get().id(), LocalDate.MIN);
        return !speaksForItself && claim.asserted().latest().isBefore(until);
      }
      speaksForItself |= at.get().authority() == Authority.NONE;
      at = at.get().of().flatMap(actors::find);
    }
    return false;
  }

  private boolean isHinting(String principal) {
    Actor actor = actors.find(principal).orElseThrow();
    return actor.kind() == ActorKind.PERSON && (led.containsKey(principal) || isOfficial(actor));
  }

  private boolean isOfficial(Actor person) {
    return person.of().flatMap(actors::find).filter(this::isUnder).isPresent();
  }

  /** Returns whether an actor is the party or an organ of it. */
  private boolean isUnder(Actor actor) {
    Optional<Actor> at = Optional.of(actor);
    while (at.isPresent() && isGovernment(at.get())) {
      if (at.get().id().equals(party.id())) {
        return true;
      }
      at = at.get().of().flatMap(actors::find);
    }
    return false;
  }

  private static boolean isGovernment(Actor actor) {
    return actor.kind() == ActorKind.STATE
        || actor.kind() == ActorKind.ORGANISATION
        || actor.kind() == ActorKind.ORGAN;
  }
}

package org.demarche.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The states, organisations and terms of office under which actors stand, each looked up once. */
final class Affiliations {
  private final IdIndex<Actor> actors;
  private final Map<String, Optional<Actor>> bodies = new HashMap<>();
  private final Map<String, Optional<Actor>> termedActors = new HashMap<>();

  Affiliations(IdIndex<Actor> actors) {
    this.actors = actors;
  }

  /**
   * Returns the state or organisation to which an actor belongs, at the end of the chain of {@code
   * of}, or empty if the chain does not lead to one.
   */
  Optional<Actor> body(String id) {
    return bodies.computeIfAbsent(id, this::findBody);
  }

  private Optional<Actor> findBody(String id) {
    Set<String> passed = new HashSet<>();
    Optional<Actor> actor = actors.find(id);
    while (actor.isPresent() && passed.add(actor.get().id())) {
      if (isBody(actor.get())) {
        return actor;
      }
      actor = actor.get().of().flatMap(actors::find);
    }
    return Optional.empty();
  }

  /** Returns whether an actor is a state or an organisation. */
  static boolean isBody(Actor actor) {
    return actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGANISATION;
  }

  /** Returns the actor whose terms of office are those of a principal: the nearest one above it. */
  Optional<Actor> termed(String principal) {
    return termedActors.computeIfAbsent(principal, this::findTermed);
  }

  private Optional<Actor> findTermed(String principal) {
    Set<String> passed = new HashSet<>();
    Optional<Actor> actor = actors.find(principal);
    while (actor.isPresent()
        && actor.get().terms().isEmpty()
        && (isBody(actor.get()) || actor.get().kind() == ActorKind.ORGAN)
        && actor.get().authority() != Authority.NONE
        && passed.add(actor.get().id())) {
      actor = actor.get().of().flatMap(actors::find);
    }
    return actor.filter(one -> !one.terms().isEmpty());
  }
}

package org.demarche.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

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
    return above(id, Affiliations::isBody, bodies);
  }

  /**
   * Returns the first actor at or above another at which a search ends, and notes it for all that
   * were passed, so that the way up is gone once.
   */
  private Optional<Actor> above(
      String id, Predicate<Actor> isEnd, Map<String, Optional<Actor>> known) {
    List<String> passed = new ArrayList<>();
    Optional<Actor> actor = actors.find(id);
    while (actor.isPresent() && !isEnd.test(actor.get())) {
      Optional<Actor> found = known.putIfAbsent(actor.get().id(), Optional.empty());
      if (found != null) { // by an earlier search, or nowhere if the way is a cycle
        actor = found;
        break;
      }
      passed.add(actor.get().id());
      actor = actor.get().of().flatMap(actors::find);
    }
    for (String each : passed) {
      known.put(each, actor);
    }
    return actor;
  }

  /** Returns whether an actor is a state or an organisation. */
  static boolean isBody(Actor actor) {
    return actor.kind() == ActorKind.STATE || actor.kind() == ActorKind.ORGANISATION;
  }

  /** Returns the actor whose terms of office are those of a principal: the nearest one above it. */
  Optional<Actor> termed(String principal) {
    return above(principal, Affiliations::endsTermed, termedActors)
        .filter(actor -> !actor.terms().isEmpty());
  }

  private static boolean endsTermed(Actor actor) {
    return !actor.terms().isEmpty()
        || (!isBody(actor) && actor.kind() != ActorKind.ORGAN)
        || actor.authority() == Authority.NONE;
  }
}

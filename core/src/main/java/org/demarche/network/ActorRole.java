package org.demarche.network;

import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.rules.ShownClaims;

/** The role in which an actor is counted. */
enum ActorRole {
  /**
   * The states of the principals, each with all its organs; a principal without a state is left
   * out.
   */
  STATES("states"),
  /** The principals as coded: organs, states, persons or media. */
  PRINCIPALS("principals"),
  /** The actors who uttered the claim. */
  SPEAKERS("speakers");

  private final String plural;

  ActorRole(String plural) {
    this.plural = plural;
  }

  String plural() {
    return plural;
  }

  /** Returns the id of the actor as which an actor is counted, unless it is left out. */
  Optional<String> countedAs(Actor actor, Dossier dossier) {
    return this == STATES ? state(Optional.of(actor), dossier) : Optional.of(actor.id());
  }

  /** Returns the claims of an actor in this role, by number, be they shown or not. */
  int[] claims(int actor, ShownClaims shown) {
    return this == SPEAKERS ? shown.spokenBy(actor) : shown.madeFor(actor);
  }

  private static Optional<String> state(Optional<Actor> actor, Dossier dossier) {
    return actor.flatMap(
        a ->
            switch (a.kind()) {
              case STATE, ORGANISATION -> Optional.of(a.id());
              case ORGAN -> state(a.of().flatMap(dossier::actor), dossier);
              case PERSON, MEDIA -> Optional.empty();
            });
  }
}

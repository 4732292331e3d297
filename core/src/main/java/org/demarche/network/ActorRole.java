package org.demarche.network;

import java.util.Collection;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;

/** The role in which an actor is counted. */
enum ActorRole {
  /**
   * The states of the principals, each with all its organs; a principal without a state is left
   * out.
   */
  STATES("states") {
    @Override
    Collection<String> of(Claim claim, Dossier dossier) {
      return claim.principals().stream()
          .flatMap(id -> state(dossier.actor(id), dossier).stream())
          .distinct()
          .sorted()
          .toList();
    }
  },
  /** The principals as coded: organs, states, persons or media. */
  PRINCIPALS("principals") {
    @Override
    Collection<String> of(Claim claim, Dossier dossier) {
      return claim.principals();
    }
  },
  /** The actors who uttered the claim. */
  SPEAKERS("speakers") {
    @Override
    Collection<String> of(Claim claim, Dossier dossier) {
      return claim.speakers();
    }
  };

  private final String plural;

  ActorRole(String plural) {
    this.plural = plural;
  }

  String plural() {
    return plural;
  }

  /** Returns the actors of a claim in this role, each once, in the order of their ids. */
  abstract Collection<String> of(Claim claim, Dossier dossier);

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

package org.demarche.network;

import java.util.Collection;
import java.util.Optional;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;

/**
 * Whose claims are counted together.
 *
 * <pre>{@code
 * CongruenceQuery.of(tracker).among(ActorRole.SPEAKERS)
 * }</pre>
 */
public enum ActorRole {
  /**
   * The states of the principals, each with all its organs; a principal without one is left out.
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
  /** The principals as coded: organs, or states, persons, media. */
  PRINCIPALS("principals") {
    @Override
    Collection<String> of(Claim claim, Dossier dossier) {
      return claim.principals();
    }
  },
  /** Those who uttered it. */
  SPEAKERS("speakers") {
    @Override
    Collection<String> of(Claim claim, Dossier dossier) {
      return claim.speakers();
    }
  };

  private final String words;

  ActorRole(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The actors of a claim, each once, in the order of their ids. */
  abstract Collection<String> of(Claim claim, Dossier dossier);

  private static Optional<String> state(Optional<Actor> actor, Dossier dossier) {
    return actor.flatMap(
        a ->
            switch (a.kind()) {
              case STATE -> Optional.of(a.id());
              case ORGAN -> state(a.of().flatMap(dossier::actor), dossier);
              case PERSON, MEDIA -> Optional.empty();
            });
  }
}

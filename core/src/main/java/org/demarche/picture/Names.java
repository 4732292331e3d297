package org.demarche.picture;

import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;

/**
 * The names with which an answer prints, by id.
 *
 * @param dossier the dossier that has the names; without one, ids are shown
 */
record Names(Optional<Dossier> dossier) {
  static Names of(Object answer) {
    return new Names(AnswerFactory.get().dossier(answer));
  }

  String actor(String id) {
    return dossier.flatMap(known -> known.actor(id)).map(Actor::name).orElse(id);
  }

  /** Returns the name of the state of an organ, or of an actor that belongs to no other. */
  String side(String id) {
    Optional<String> above = dossier.flatMap(known -> known.actor(id)).flatMap(Actor::of);
    return above.map(this::side).orElseGet(() -> actor(id));
  }

  String actors(Collection<String> ids) {
    return ids.stream().map(this::actor).collect(Collectors.joining(" and "));
  }

  String proposition(String id) {
    return dossier.flatMap(known -> known.proposition(id)).flatMap(Proposition::label).orElse(id);
  }
}

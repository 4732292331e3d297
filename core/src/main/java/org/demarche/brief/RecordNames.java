package org.demarche.brief;

import java.util.Collection;
import java.util.stream.Collectors;
import org.demarche.model.Actor;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;

/** The names by which a page refers to the records of a dossier; ids where there is none. */
record RecordNames(Dossier dossier) {
  String actor(String id) {
    return dossier.actor(id).map(Actor::name).orElse(id);
  }

  String actors(Collection<String> ids) {
    return ids.stream().map(this::actor).collect(Collectors.joining(", "));
  }

  String proposition(String id) {
    return dossier.proposition(id).flatMap(Proposition::label).orElse(id);
  }
}

package org.demarche.questions;

import java.util.Collection;
import java.util.List;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.lookup.IdLookup;
import org.demarche.model.SwappedArgumentsException;

/**
 * The ids in a question, checked and turned into the numbers of records. An unknown id is refused
 * with the nearest match, as {@link IdLookup} does.
 */
final class AskedIds {
  private AskedIds() {}

  /** Returns the number of an actor: a party, a speaker, a principal, a relay or a head. */
  static int actor(DossierIndex index, String id) {
    int number = index.numbers().indexOfActor(id);
    if (number < 0) {
      new IdLookup(index.dossier()).party(id); // throws, with the nearest match
    }
    return number;
  }

  /** Returns the number of the party of a question, or reports that its two ids are swapped. */
  static int party(DossierIndex index, String id, String proposition) {
    int number = index.numbers().indexOfActor(id);
    if (number >= 0) {
      return number;
    }
    if (index.numbers().indexOfActor(proposition) >= 0
        && index.numbers().indexOfProposition(id) >= 0) {
      throw new SwappedArgumentsException(
          "'" + id + "' is a proposition and '" + proposition + "' a party: swap them",
          "party",
          id,
          List.of(proposition));
    }
    return actor(index, id);
  }

  /** Returns the numbers of parties. */
  static int[] parties(DossierIndex index, Collection<String> ids) {
    return ids.stream().mapToInt(id -> actor(index, id)).toArray();
  }

  /** Returns the number of a proposition. */
  static int proposition(DossierIndex index, String id) {
    int number = index.numbers().indexOfProposition(id);
    if (number < 0) {
      new IdLookup(index.dossier()).proposition(id); // throws, with the nearest match
    }
    return number;
  }
}

package org.demarche.questions;

import java.util.Collection;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.IdLookup;

/**
 * The ids of a question, checked and turned into the numbers of records. An unknown id is refused
 * with the nearest match, as {@link IdLookup} does.
 */
final class AskedIds {
  private AskedIds() {}

  /** Returns the number of a party. */
  static int party(DossierIndex index, String id) {
    int number = index.numbers().actor(id);
    return number < 0 ? unknown(index.dossier().ids().party(id)) : number;
  }

  /** Returns the number of the party of a question, or reports that its two ids are swapped. */
  static int party(DossierIndex index, String id, String proposition) {
    int number = index.numbers().actor(id);
    if (number < 0
        && index.numbers().actor(proposition) >= 0
        && index.numbers().proposition(id) >= 0) {
      throw new IllegalArgumentException(
          "'" + id + "' is a proposition and '" + proposition + "' a party: swap them");
    }
    return number < 0 ? unknown(index.dossier().ids().party(id)) : number;
  }

  /** Returns the numbers of parties. */
  static int[] parties(DossierIndex index, Collection<String> ids) {
    return ids.stream().mapToInt(id -> party(index, id)).toArray();
  }

  /** Returns the number of a proposition. */
  static int proposition(DossierIndex index, String id) {
    int number = index.numbers().proposition(id);
    return number < 0 ? unknown(index.dossier().ids().proposition(id)) : number;
  }

  private static int unknown(Object found) {
    throw new IllegalStateException("a record without a number: " + found); // the lookup has thrown
  }
}

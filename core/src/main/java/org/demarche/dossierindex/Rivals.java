package org.demarche.dossierindex;

import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.TreeMultimap;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;

/** The propositions that exclude one another, by number. */
final class Rivals {
  private Rivals() {}

  /**
   * Returns for each proposition those that it excludes or that exclude it, in the order of their
   * ids.
   */
  static ImmutableSetMultimap<Integer, Integer> of(Dossier dossier, RecordNumbers numbers) {
    TreeMultimap<String, String> rivals = TreeMultimap.create();
    for (Proposition proposition : dossier.propositions()) {
      for (String rival : proposition.excludes()) {
        rivals.put(proposition.id(), rival);
        rivals.put(rival, proposition.id());
      }
    }
    ImmutableSetMultimap.Builder<Integer, Integer> numbered = ImmutableSetMultimap.builder();
    rivals.forEach(
        (proposition, rival) ->
            numbered.put(numbers.proposition(proposition), numbers.proposition(rival)));
    return numbered.build();
  }
}

package org.demarche.dossierindex;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Comparator;
import org.demarche.model.Dossier;
import org.demarche.model.Proposition;

/**
 * The order in which answers list propositions: by issue, then as in the dossier.
 *
 * @param propositions the propositions in this order
 * @param ids the ids of the propositions in this order
 * @param numbers the numbers of the propositions in this order
 * @param ranks the rank of each proposition in this order, from 0, by its number
 */
public record PropositionOrder(
    ImmutableList<Proposition> propositions,
    ImmutableList<String> ids,
    ImmutableIntArray numbers,
    ImmutableIntArray ranks) {

  static PropositionOrder of(Dossier dossier, RecordNumbers numbers) {
    ImmutableList<Proposition> sorted =
        ImmutableList.sortedCopyOf(
            Comparator.comparing(Proposition::issue), // a stable sort
            dossier.propositions());
    int[] inOrder = sorted.stream().map(Proposition::id).mapToInt(numbers::proposition).toArray();
    int[] ranks = new int[inOrder.length];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[inOrder[rank]] = rank;
    }
    return new PropositionOrder(
        sorted,
        ImmutableList.copyOf(Lists.transform(sorted, Proposition::id)),
        ImmutableIntArray.copyOf(inOrder),
        ImmutableIntArray.copyOf(ranks));
  }
}

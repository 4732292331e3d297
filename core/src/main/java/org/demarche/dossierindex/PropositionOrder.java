package org.demarche.dossierindex;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
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

  static PropositionOrder of(List<Proposition> propositions) {
    ImmutableList<Integer> sorted =
        IntStream.range(0, propositions.size())
            .boxed()
            .sorted(Comparator.comparing(number -> propositions.get(number).issue())) // stable
            .collect(ImmutableList.toImmutableList());
    int[] ranks = new int[sorted.size()];
    for (int rank = 0; rank < ranks.length; rank++) {
      ranks[sorted.get(rank)] = rank;
    }
    ImmutableList<Proposition> inOrder =
        ImmutableList.copyOf(Lists.transform(sorted, propositions::get));
    return new PropositionOrder(
        inOrder,
        ImmutableList.copyOf(Lists.transform(inOrder, Proposition::id)),
        ImmutableIntArray.copyOf(sorted),
        ImmutableIntArray.copyOf(ranks));
  }
}

package org.demarche.network;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.TreeMultimap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.demarche.model.Dossier;
import org.demarche.model.Stance;
import org.demarche.rules.ShownClaims;

/**
 * The utterances to count: one for each claim and each actor in the role that is counted. The
 * actors and the propositions that occur in them are numbered in the order of their ids.
 */
final class Utterances {
  final ImmutableList<String> actors;
  final ImmutableList<String> propositions;
  private final ShownClaims shown;

  /** The claim of each utterance, in the order of the actors. */
  private final ImmutableIntArray claims;

  private final ImmutableIntArray actorNumbers;

  /** The number of each proposition that occurs, by its index in the dossier. */
  private final int[] propositionNumbers;

  Utterances(CountingOptions options, ShownClaims shown) {
    this.shown = shown;
    Dossier dossier = options.tracker().dossier();
    ImmutableList.Builder<String> ids = ImmutableList.builder();
    ImmutableIntArray.Builder claimList = ImmutableIntArray.builder();
    ImmutableIntArray.Builder actorList = ImmutableIntArray.builder();
    BitSet stated = new BitSet();
    int[] lastActors = new int[dossier.claims().size()]; // the last actor counted for each claim
    Arrays.fill(lastActors, -1);
    int number = 0;
    for (Map.Entry<String, Collection<Integer>> actor : membersById(options).entrySet()) {
      boolean occurs = false;
      for (int member : actor.getValue()) {
        for (int claim : options.actors().claims(member, shown)) {
          if (isCounted(claim, options) && lastActors[claim] != number) {
            lastActors[claim] = number;
            claimList.add(claim);
            actorList.add(number);
            stated.set(shown.proposition(claim));
            occurs = true;
          }
        }
      }
      if (occurs) {
        ids.add(actor.getKey());
        number++;
      }
    }
    actors = ids.build();
    claims = claimList.build();
    actorNumbers = actorList.build();
    List<Integer> byId =
        stated.stream()
            .boxed()
            .sorted(Comparator.comparing(index -> dossier.propositions().get(index).id()))
            .toList();
    propositions =
        byId.stream()
            .map(index -> dossier.propositions().get(index).id())
            .collect(ImmutableList.toImmutableList());
    propositionNumbers = new int[dossier.propositions().size()];
    for (int i = 0; i < byId.size(); i++) {
      propositionNumbers[byId.get(i)] = i;
    }
  }

  /** Returns the actors that are counted as one, by the id of that one. */
  private static Map<String, Collection<Integer>> membersById(CountingOptions options) {
    Dossier dossier = options.tracker().dossier();
    TreeMultimap<String, Integer> members = TreeMultimap.create();
    for (int index = 0; index < dossier.actors().size(); index++) {
      int member = index;
      options
          .actors()
          .countedAs(dossier.actors().get(index), dossier)
          .ifPresent(id -> members.put(id, member));
    }
    return members.asMap();
  }

  private boolean isCounted(int claim, CountingOptions options) {
    return shown.shows(claim)
        && !(options.leavesOutUncommitted() && shown.stance(claim) == Stance.UNCOMMITTED);
  }

  int claim(int utterance) {
    return claims.get(utterance);
  }

  int actor(int utterance) {
    return actorNumbers.get(utterance);
  }

  int proposition(int utterance) {
    return propositionNumbers[shown.proposition(claim(utterance))];
  }

  /** Returns whether two utterances are by one actor on one proposition. */
  boolean isAlike(int one, int other) {
    return actor(one) == actor(other) && proposition(one) == proposition(other);
  }

  /** Returns the utterances by proposition, those on one proposition by actor. */
  int[] byProposition() {
    int[] byActor = IntStream.range(0, claims.length()).toArray();
    return sorted(byActor, this::proposition, propositions.size());
  }

  /** Returns the utterances by actor, those of one actor by proposition. */
  int[] byActor() {
    return sorted(byProposition(), this::actor, actors.size());
  }

  /**
   * Sorts utterances by a number below a bound, and keeps the order of those that have the same.
   */
  private static int[] sorted(int[] utterances, IntUnaryOperator number, int bound) {
    int[] next = new int[bound + 1];
    for (int utterance : utterances) {
      next[number.applyAsInt(utterance) + 1]++;
    }
    Arrays.parallelPrefix(next, Integer::sum);
    int[] sorted = new int[utterances.length];
    for (int utterance : utterances) {
      sorted[next[number.applyAsInt(utterance)]++] = utterance;
    }
    return sorted;
  }
}

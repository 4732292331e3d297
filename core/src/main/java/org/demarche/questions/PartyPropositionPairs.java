package org.demarche.questions;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Claim;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.OutcomeRules;
import org.demarche.rules.PositionRules;

/** The parties and propositions for which there are rows, in the order of answers. */
final class PartyPropositionPairs {
  private PartyPropositionPairs() {}

  /** A party and a proposition by number. */
  record Pair(int party, int proposition) {
    /** Derives the position of the party on the proposition. */
    Position position(EvidenceView view) {
      return PositionRules.position(view, party, proposition);
    }

    /** Derives the outcome of the position of the party on the proposition. */
    PositionOutcome outcome(EvidenceView view) {
      return OutcomeRules.outcome(view, party, proposition);
    }
  }

  /**
   * Returns all pairs of a family and a proposition, sorted by the id of the family's head, then by
   * proposition.
   */
  static List<Pair> of(DossierIndex index) {
    return of(index, index);
  }

  /** Returns the pairs of either of two indexes of one dossier, in the same order. */
  @SuppressWarnings("ReferenceEquality") // two views mostly share their index
  static List<Pair> of(DossierIndex one, DossierIndex other) {
    Ranks ranks = new Ranks(one);
    addAll(one, ranks);
    if (one != other) {
      addAll(other, ranks);
    }
    return ranks.pairs();
  }

  private static void addAll(DossierIndex index, Ranks ranks) {
    for (int family = 0; family < index.rows().firstKeyBound(); family++) {
      int party = family;
      index.rows().forEach(family, (proposition, rows) -> ranks.add(party, proposition));
    }
  }

  /**
   * Returns the pairs whose positions some claims can change, in the same order, and perhaps
   * others: those in whose rows a claim occurs, or one that it takes back, and those to which other
   * claims on the proposition of either pass on while they support the position there.
   */
  static List<Pair> of(DossierIndex index, Stream<Claim> claims) {
    Ranks ranks = new Ranks(index);
    BitSet seen = new BitSet();
    Deque<String> takenBack = new ArrayDeque<>();
    claims.forEach(
        claim -> {
          index.forEachCellOfLike(claim, ranks::add);
          takenBack.addAll(claim.retracts());
        });
    while (!takenBack.isEmpty()) {
      int number = index.numbers().claim(takenBack.remove());
      if (!seen.get(number)) {
        seen.set(number);
        index.forEachCellOfLike(index.claim(number), ranks::add);
        takenBack.addAll(index.claim(number).retracts());
      }
    }
    return ranks.pairs();
  }

  /** The ranks of propositions, as answers list them, by family. */
  private static final class Ranks {
    private final DossierIndex index;
    private final Map<Integer, BitSet> ofFamilies = new HashMap<>();

    Ranks(DossierIndex index) {
      this.index = index;
    }

    void add(int family, int proposition) {
      ofFamilies
          .computeIfAbsent(family, first -> new BitSet())
          .set(index.order().ranks().get(proposition));
    }

    List<Pair> pairs() {
      ImmutableList.Builder<Pair> pairs = ImmutableList.builder();
      ImmutableIntArray heads = index.parties().heads();
      for (int i = 0; i < heads.length(); i++) {
        int family = heads.get(i);
        BitSet ranks = ofFamilies.getOrDefault(family, new BitSet());
        ranks.stream()
            .forEach(rank -> pairs.add(new Pair(family, index.order().numbers().get(rank))));
      }
      return pairs.build();
    }
  }

  /** Returns the propositions on which any of the given parties has rows. */
  static ImmutableIntArray propositionsOf(DossierIndex index, int... parties) {
    TreeSet<Integer> found = new TreeSet<>(index.inOrder());
    for (int party : parties) {
      int family = index.parties().family(party);
      index.rows().forEach(family, (proposition, rows) -> found.add(proposition));
    }
    return ImmutableIntArray.copyOf(found);
  }

  /** Returns the families that have rows on a proposition, by the ids of their heads. */
  static ImmutableIntArray familiesOn(DossierIndex index, int proposition) {
    ImmutableIntArray heads = index.parties().heads();
    ImmutableIntArray.Builder found = ImmutableIntArray.builder();
    for (int i = 0; i < heads.length(); i++) {
      if (index.rows(heads.get(i), proposition).size() > 0) {
        found.add(heads.get(i));
      }
    }
    return found.build();
  }

  /**
   * Returns the propositions on which a party may have an answer: those on which it, or an
   * organisation of which it is a member, has rows, and the composites of which these are parts.
   */
  static ImmutableIntArray propositionsBearingOn(DossierIndex index, int party) {
    int[] parties =
        IntStream.concat(
                IntStream.of(party),
                index.parties().organisations(party).stream().mapToInt(Integer::intValue))
            .toArray();
    TreeSet<Integer> found = new TreeSet<>(index.inOrder());
    propositionsOf(index, parties)
        .forEach(
            proposition -> {
              found.add(proposition);
              index.touching(proposition).stream()
                  .filter(whole -> index.parts(whole).containsKey(proposition))
                  .forEach(found::add);
            });
    return ImmutableIntArray.copyOf(found);
  }

  /** Returns the families that may have an answer on a proposition, by the ids of their heads. */
  static ImmutableIntArray familiesWithBearingOn(DossierIndex index, int proposition) {
    Set<Integer> parts = index.parts(proposition).keySet();
    return ImmutableIntArray.copyOf(
        index.parties().heads().stream()
            .filter(
                head ->
                    index.rows(head, proposition).size() > 0
                        || parts.stream().anyMatch(part -> index.rows(head, part).size() > 0)
                        || index.parties().organisations(head).stream()
                            .anyMatch(one -> index.rows(one, proposition).size() > 0)));
  }
}

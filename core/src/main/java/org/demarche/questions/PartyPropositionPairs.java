package org.demarche.questions;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.SetMultimap;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.demarche.answer.Position;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.model.Claim;
import org.demarche.rules.EvidenceView;
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
  }

  /**
   * Returns all pairs of a family and a proposition, sorted by the id of the family's head, then by
   * proposition.
   */
  static List<Pair> of(DossierIndex index) {
    List<Pair> pairs = new ArrayList<>();
    addAll(index, pairs);
    return inOrder(index, pairs);
  }

  /** Returns the pairs of either of two indexes of one dossier, in the same order. */
  @SuppressWarnings("ReferenceEquality") // two views mostly share their index
  static List<Pair> of(DossierIndex one, DossierIndex other) {
    if (one == other) {
      return of(one);
    }
    Set<Pair> pairs = new HashSet<>();
    addAll(one, pairs);
    addAll(other, pairs);
    return inOrder(one, pairs);
  }

  private static void addAll(DossierIndex index, Collection<Pair> pairs) {
    for (int family = 0; family < index.rows().firstKeyBound(); family++) {
      int party = family;
      index.rows().forEach(family, (proposition, rows) -> pairs.add(new Pair(party, proposition)));
    }
  }

  /**
   * Returns the pairs whose positions some claims can change, in the same order: those in whose
   * rows a claim occurs, or one that it takes back, and those to which other claims on the
   * proposition of either pass on while they support the position there.
   */
  static List<Pair> of(DossierIndex index, Iterable<Claim> claims) {
    Set<Pair> pairs = new HashSet<>();
    SetMultimap<Integer, Integer> families = HashMultimap.create(); // by the proposition stated
    Set<Claim> seen = new HashSet<>();
    Deque<Claim> open = new ArrayDeque<>();
    claims.forEach(open::add);
    while (!open.isEmpty()) {
      Claim claim = open.remove();
      if (seen.add(claim)) {
        claim.retracts().forEach(id -> open.add(index.claim(index.numbers().claim(id))));
        int stated = index.numbers().proposition(claim.proposition());
        index.forEachCell(
            claim,
            (family, proposition) -> {
              families.put(stated, family);
              pairs.add(new Pair(family, proposition));
            });
      }
    }
    families.asMap().forEach((stated, some) -> addPairs(index, stated, some, pairs));
    return inOrder(index, pairs);
  }

  /** Adds the pairs of some families in whose rows the claims on a proposition occur. */
  private static void addPairs(
      DossierIndex index, int stated, Collection<Integer> families, Set<Pair> pairs) {
    if (index.touching(stated).length() > 1) {
      for (int claim : index.claims(DossierIndex.Field.PROPOSITION, stated)) {
        index.forEachCell(
            index.claim(claim),
            (family, proposition) -> {
              if (families.contains(family)) {
                pairs.add(new Pair(family, proposition));
              }
            });
      }
    }
  }

  private static List<Pair> inOrder(DossierIndex index, Collection<Pair> pairs) {
    PartyIndex parties = index.parties();
    return ImmutableList.sortedCopyOf(
        Comparator.comparing((Pair pair) -> parties.actor(pair.party()).id())
            .thenComparing(Pair::proposition, index.inOrder()),
        pairs);
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

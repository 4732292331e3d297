package org.demarche.examples.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.examples.benchmarks.Flat.Bearing;
import org.demarche.examples.benchmarks.Flat.Spoken;

/** Plain streams over a list, as one would write it without a library. */
record StreamsPeer(Flat flat) implements Peer {
  @Override
  public int stance(int party, int proposition, int day) {
    return last(
        flat.bearings().stream()
            .filter(b -> b.party() == party && b.proposition() == proposition && b.day() <= day));
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    return last(
        flat.bearings().stream()
            .filter(b -> b.party() == party && b.proposition() == proposition)
            .filter(b -> b.day() <= day && b.published() <= known));
  }

  private static int last(Stream<Bearing> bearings) {
    return bearings.max(Comparator.comparingInt(Bearing::number)).map(Bearing::stance).orElse(NONE);
  }

  /** In one pass: the list is sorted by day, so that the last of a cell stays. */
  @Override
  public int[] stances(int day) {
    int propositions = flat.propositions().size();
    int[] stances = Peer.none(flat.parties().size() * propositions);
    flat.bearings().stream()
        .filter(b -> b.day() <= day)
        .forEach(b -> stances[b.party() * propositions + b.proposition()] = b.stance());
    return stances;
  }

  @Override
  public int[] compare(int first, int second, int day) {
    int[] stances = Peer.none(2 * flat.propositions().size());
    flat.bearings().stream()
        .filter(b -> (b.party() == first || b.party() == second) && b.day() <= day)
        .forEach(b -> stances[2 * b.proposition() + (b.party() == first ? 0 : 1)] = b.stance());
    return stances;
  }

  @Override
  public List<Turn> turns(int proposition) {
    return Peer.turns(
        flat.bearings().stream().filter(b -> b.proposition() == proposition).toList());
  }

  @Override
  public int[] claims(Terms terms) {
    return fitting(
        flat.claims().stream().filter(claim -> claim.principal() == terms.principal()), terms);
  }

  /** The numbers of those claims that fit all terms but the principal. */
  static int[] fitting(Stream<Spoken> claims, Terms terms) {
    return claims
        .filter(claim -> claim.proposition() == terms.proposition())
        .filter(claim -> claim.force() == terms.force() && claim.stance() == terms.stance())
        .filter(claim -> claim.isBetween(terms.first(), terms.last()))
        .mapToInt(Spoken::number)
        .toArray();
  }

  @Override
  public void close() {}
}

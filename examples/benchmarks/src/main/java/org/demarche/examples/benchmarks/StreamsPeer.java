package org.demarche.examples.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.examples.benchmarks.FlatDossier.ClaimRow;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;

/** Streams over a list, as one would write them without any library. */
record StreamsPeer(FlatDossier flat) implements BenchmarkPeer {
  @Override
  public int stance(int party, int proposition, int day) {
    return last(
        flat.stanceRows().stream()
            .filter(b -> b.party() == party && b.proposition() == proposition && b.day() <= day));
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    return last(
        flat.stanceRows().stream()
            .filter(b -> b.party() == party && b.proposition() == proposition)
            .filter(b -> b.day() <= day && b.published() <= known));
  }

  private static int last(Stream<StanceRow> stanceRows) {
    return stanceRows
        .max(Comparator.comparingInt(StanceRow::number))
        .map(StanceRow::stance)
        .orElse(NONE);
  }

  /**
   * Takes one pass: within a party and proposition the list is sorted by day, so the last row wins.
   */
  @Override
  public int[] stances(int day) {
    int propositions = flat.propositions().size();
    int[] stances = BenchmarkPeer.noStances(flat.parties().size() * propositions);
    flat.stanceRows().stream()
        .filter(b -> b.day() <= day)
        .forEach(b -> stances[b.party() * propositions + b.proposition()] = b.stance());
    return stances;
  }

  @Override
  public int[] compare(int first, int second, int day) {
    int[] stances = BenchmarkPeer.noStances(2 * flat.propositions().size());
    flat.stanceRows().stream()
        .filter(b -> (b.party() == first || b.party() == second) && b.day() <= day)
        .forEach(b -> stances[2 * b.proposition() + (b.party() == first ? 0 : 1)] = b.stance());
    return stances;
  }

  @Override
  public List<StanceChange> stanceChanges(int proposition) {
    return BenchmarkPeer.stanceChanges(
        flat.stanceRows().stream().filter(b -> b.proposition() == proposition).toList());
  }

  @Override
  public int[] claims(SearchTerms search) {
    return matching(
        flat.claims().stream().filter(claim -> claim.principal() == search.principal()), search);
  }

  /** Returns the numbers of the claims that match all terms except the principal. */
  static int[] matching(Stream<ClaimRow> claims, SearchTerms search) {
    return claims
        .filter(claim -> claim.proposition() == search.proposition())
        .filter(claim -> claim.force() == search.force() && claim.stance() == search.stance())
        .filter(claim -> claim.isBetween(search.first(), search.last()))
        .mapToInt(ClaimRow::number)
        .toArray();
  }

  @Override
  public void close() {}
}

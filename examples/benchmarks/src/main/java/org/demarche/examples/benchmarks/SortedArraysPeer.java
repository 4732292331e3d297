package org.demarche.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.demarche.examples.benchmarks.FlatDossier.ClaimRow;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;

/**
 * The floor: for each pair of party and proposition a sorted array of ints, and a binary search.
 * Nothing that answers the same questions can do less work.
 */
final class SortedArraysPeer implements BenchmarkPeer {
  private static final int[] EMPTY = {};

  private final FlatDossier flat;
  private final int propositions;

  /** For each pair the rows in order of days: the day, and in the lowest two bits the stance. */
  private final int[][] daysAndStances;

  /** For each pair the day on which each row was published. */
  private final int[][] published;

  /** For each principal the claims in the order of the dossier. */
  private final List<List<ClaimRow>> claimsByPrincipal = new ArrayList<>();

  SortedArraysPeer(FlatDossier flat) {
    this.flat = flat;
    this.propositions = flat.propositions().size();
    int[] sizes = new int[flat.parties().size() * propositions];
    flat.stanceRows().forEach(row -> sizes[pair(row)]++);
    this.daysAndStances = new int[sizes.length][];
    this.published = new int[sizes.length][];
    for (int pair = 0; pair < sizes.length; pair++) {
      daysAndStances[pair] = sizes[pair] == 0 ? EMPTY : new int[sizes[pair]];
      published[pair] = sizes[pair] == 0 ? EMPTY : new int[sizes[pair]];
      sizes[pair] = 0;
    }
    for (StanceRow row : flat.stanceRows()) {
      int pair = pair(row);
      daysAndStances[pair][sizes[pair]] = row.day() << 2 | row.stance();
      published[pair][sizes[pair]++] = row.published();
    }
    flat.principals().forEach(principal -> claimsByPrincipal.add(new ArrayList<>()));
    flat.claims().forEach(claim -> claimsByPrincipal.get(claim.principal()).add(claim));
  }

  private int pair(StanceRow row) {
    return row.party() * propositions + row.proposition();
  }

  @Override
  public FlatDossier flat() {
    return flat;
  }

  @Override
  public int stance(int party, int proposition, int day) {
    return stance(party * propositions + proposition, day);
  }

  private int stance(int pair, int day) {
    int last = last(daysAndStances[pair], day);
    return last < 0 ? NONE : daysAndStances[pair][last] & 3;
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    int pair = party * propositions + proposition;
    int last = last(daysAndStances[pair], day);
    while (last >= 0 && published[pair][last] > known) {
      last--;
    }
    return last < 0 ? NONE : daysAndStances[pair][last] & 3;
  }

  /** Returns the index of the last row by a day, or -1. */
  private static int last(int[] rows, int day) {
    int low = 0;
    int high = rows.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (rows[middle] >> 2 <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public int[] stances(int day) {
    int[] stances = new int[daysAndStances.length];
    for (int pair = 0; pair < daysAndStances.length; pair++) {
      stances[pair] = stance(pair, day);
    }
    return stances;
  }

  @Override
  public List<StanceChange> stanceChanges(int proposition) {
    List<StanceChange> changes = new ArrayList<>();
    for (int party = 0; party < flat.parties().size(); party++) {
      int before = NONE;
      for (int row : daysAndStances[party * propositions + proposition]) {
        if ((row & 3) != before) {
          changes.add(new StanceChange(party, row >> 2, row & 3));
        }
        before = row & 3;
      }
    }
    return changes;
  }

  @Override
  public int[] claims(SearchTerms search) {
    return StreamsPeer.matching(claimsByPrincipal.get(search.principal()).stream(), search);
  }

  @Override
  public void close() {}
}

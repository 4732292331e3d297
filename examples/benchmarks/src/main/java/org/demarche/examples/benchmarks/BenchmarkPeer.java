package org.demarche.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.examples.benchmarks.FlatDossier.StanceRow;

/**
 * Another system that holds the same dossier and answers with bare stances: the ordinal of a
 * stance, or {@link #NONE}. The default methods ask {@link #stance} repeatedly; a peer that has a
 * faster way overrides them.
 */
interface BenchmarkPeer extends AutoCloseable {
  /** Means that there is no row by that day. */
  int NONE = -1;

  /** Creates the peer with the given name and loads the dossier into it. */
  static BenchmarkPeer of(String name, FlatDossier flat) {
    return switch (name) {
      case "sqlite" -> SqlPeers.sqlite(flat);
      case "h2" -> SqlPeers.h2(flat);
      case "duckdb" -> SqlPeers.duckDb(flat);
      case "duckdb-asof" -> SqlPeers.duckDbAsOf(flat);
      case "cqengine" -> CqEnginePeer.of(flat);
      case "cqengine-fit" -> CqEnginePeer.tuned(flat);
      case "tablesaw" -> new TablesawPeer(flat);
      case "streams" -> new StreamsPeer(flat);
      case "floor" -> new SortedArraysPeer(flat);
      default -> throw new IllegalArgumentException("unknown peer '" + name + "'");
    };
  }

  /** Returns the dossier that the peer holds. */
  FlatDossier flat();

  /** Returns the stance of a party on a proposition as of a day. */
  int stance(int party, int proposition, int day);

  /** Returns the stance of a party on a proposition as of a day, as known at another day. */
  int stance(int party, int proposition, int day, int known);

  /** Returns the stances of all parties on all propositions as of a day, party by party. */
  int[] stances(int day);

  /**
   * Returns the stances of two parties on each proposition as of a day, alternating between the
   * first and the second party.
   */
  default int[] compare(int first, int second, int day) {
    int[] stances = new int[2 * flat().propositions().size()];
    for (int proposition = 0; proposition < stances.length / 2; proposition++) {
      stances[2 * proposition] = stance(first, proposition, day);
      stances[2 * proposition + 1] = stance(second, proposition, day);
    }
    return stances;
  }

  /**
   * Returns two counts for each pair of parties as of a day: the propositions on which both have a
   * stance, and the propositions on which both have the same stance. Pairs are in the order of the
   * first party and then of the second.
   */
  default int[] agreement(int day) {
    return StanceBitMatrix.of(stances(day), flat().parties().size(), flat().propositions().size())
        .pairs();
  }

  /**
   * A change of stance.
   *
   * @param party the number of the party
   * @param day the day from which the stance differs from the previous one
   * @param stance the ordinal of the new stance
   */
  record StanceChange(int party, int day, int stance) {}

  /** Returns every change of stance of every party on a proposition, by party and day. */
  List<StanceChange> stanceChanges(int proposition);

  /** Finds the changes of stance in rows that are sorted by party and day. */
  static List<StanceChange> stanceChanges(Iterable<StanceRow> stanceRows) {
    List<StanceChange> changes = new ArrayList<>();
    int party = NONE;
    int stance = NONE;
    for (StanceRow row : stanceRows) {
      if (row.party() != party || row.stance() != stance) {
        changes.add(new StanceChange(row.party(), row.day(), row.stance()));
      }
      party = row.party();
      stance = row.stance();
    }
    return changes;
  }

  /**
   * The five terms of a search for claims: numbers for ids, ordinals for enums, and a range of
   * days.
   *
   * @param principal the number of the principal
   * @param proposition the number of the proposition
   * @param force the ordinal of the force
   * @param stance the ordinal of the stance
   * @param first the first day of the range, inclusive
   * @param last the last day of the range, inclusive
   */
  record SearchTerms(int principal, int proposition, int force, int stance, int first, int last) {}

  /** Returns the numbers of the claims that match all five terms. */
  int[] claims(SearchTerms search);

  /** Returns an array of the given size filled with {@link #NONE}. */
  static int[] noStances(int size) {
    int[] stances = new int[size];
    Arrays.fill(stances, NONE);
    return stances;
  }

  @Override
  void close();
}

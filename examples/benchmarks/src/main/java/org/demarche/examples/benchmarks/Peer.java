package org.demarche.examples.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.demarche.examples.benchmarks.Flat.Bearing;

/**
 * Another way to keep the same record, asked for bare stances: ordinals of a stance, or {@link
 * #NONE}. What it does not do better its own way it does by {@link #stance}.
 */
interface Peer extends AutoCloseable {
  /** No bearing by then. */
  int NONE = -1;

  /** All peers by name, the fastest floor last. */
  static Peer of(String name, Flat flat) {
    return switch (name) {
      case "sqlite" -> Databases.sqlite(flat);
      case "h2" -> Databases.h2(flat);
      case "duckdb" -> Databases.duckDb(flat);
      case "duckdb-asof" -> Databases.duckDbAsOf(flat);
      case "cqengine" -> CqEnginePeer.of(flat);
      case "cqengine-fit" -> CqEnginePeer.fit(flat);
      case "tablesaw" -> new TablesawPeer(flat);
      case "streams" -> new StreamsPeer(flat);
      case "floor" -> new SortedCells(flat);
      default -> throw new IllegalArgumentException("no peer is named '" + name + "'");
    };
  }

  /** What it was given. */
  Flat flat();

  /** Where a party stood on a proposition as of a day. */
  int stance(int party, int proposition, int day);

  /** The same as far as was known at a day. */
  int stance(int party, int proposition, int day, int known);

  /** Where all parties stood on all propositions as of a day, party by party. */
  int[] stances(int day);

  /** Where two parties stood on each proposition as of a day: first, second, first, second … */
  default int[] compare(int first, int second, int day) {
    int[] stances = new int[2 * flat().propositions().size()];
    for (int proposition = 0; proposition < stances.length / 2; proposition++) {
      stances[2 * proposition] = stance(first, proposition, day);
      stances[2 * proposition + 1] = stance(second, proposition, day);
    }
    return stances;
  }

  /**
   * On how many propositions each two parties have a stance as of a day, and on how many the same:
   * both counts for each pair, in the order of the first party and then of the second.
   */
  default int[] agreement(int day) {
    return Planes.of(stances(day), flat().parties().size(), flat().propositions().size()).pairs();
  }

  /**
   * When parties turned.
   *
   * @param day on which the stance is another than that of the bearing before
   */
  record Turn(int party, int day, int stance) {}

  /** Every turn of every party on a proposition, by party and day. */
  List<Turn> turns(int proposition);

  /** The turns in bearings that are sorted by party and day. */
  static List<Turn> turns(Iterable<Bearing> bearings) {
    List<Turn> turns = new ArrayList<>();
    int party = NONE;
    int stance = NONE;
    for (Bearing bearing : bearings) {
      if (bearing.party() != party || bearing.stance() != stance) {
        turns.add(new Turn(bearing.party(), bearing.day(), bearing.stance()));
      }
      party = bearing.party();
      stance = bearing.stance();
    }
    return turns;
  }

  /** Five terms by which claims are sought; ids go by their number, enums by their ordinal. */
  record Terms(int principal, int proposition, int force, int stance, int first, int last) {}

  /** The numbers of the claims that fit all five terms. */
  int[] claims(Terms terms);

  /** An array of that many entries without a stance. */
  static int[] none(int size) {
    int[] stances = new int[size];
    Arrays.fill(stances, NONE);
    return stances;
  }

  @Override
  void close();
}

package org.demarche.examples.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.demarche.examples.benchmarks.Flat.Bearing;
import org.demarche.examples.benchmarks.Flat.Spoken;

/**
 * The floor: an array of ints a cell, in order of days, and a binary search. It can do nothing
 * else, so that nothing that answers the question has less to do.
 */
final class SortedCells implements Peer {
  private static final int[] EMPTY = {};

  private final Flat flat;
  private final int propositions;

  /** By cell, each bearing as its day and in the lowest two bits its stance. */
  private final int[][] cells;

  /** By cell, when each bearing was published. */
  private final int[][] published;

  /** By principal, the claims in order of the record. */
  private final List<List<Spoken>> spoken = new ArrayList<>();

  SortedCells(Flat flat) {
    this.flat = flat;
    this.propositions = flat.propositions().size();
    int[] sizes = new int[flat.parties().size() * propositions];
    flat.bearings().forEach(bearing -> sizes[cell(bearing)]++);
    this.cells = new int[sizes.length][];
    this.published = new int[sizes.length][];
    for (int cell = 0; cell < sizes.length; cell++) {
      cells[cell] = sizes[cell] == 0 ? EMPTY : new int[sizes[cell]];
      published[cell] = sizes[cell] == 0 ? EMPTY : new int[sizes[cell]];
      sizes[cell] = 0;
    }
    for (Bearing bearing : flat.bearings()) {
      int cell = cell(bearing);
      cells[cell][sizes[cell]] = bearing.day() << 2 | bearing.stance();
      published[cell][sizes[cell]++] = bearing.published();
    }
    flat.principals().forEach(principal -> spoken.add(new ArrayList<>()));
    flat.claims().forEach(claim -> spoken.get(claim.principal()).add(claim));
  }

  private int cell(Bearing bearing) {
    return bearing.party() * propositions + bearing.proposition();
  }

  @Override
  public Flat flat() {
    return flat;
  }

  @Override
  public int stance(int party, int proposition, int day) {
    return stance(party * propositions + proposition, day);
  }

  private int stance(int cell, int day) {
    int last = last(cells[cell], day);
    return last < 0 ? NONE : cells[cell][last] & 3;
  }

  @Override
  public int stance(int party, int proposition, int day, int known) {
    int cell = party * propositions + proposition;
    int last = last(cells[cell], day);
    while (last >= 0 && published[cell][last] > known) {
      last--;
    }
    return last < 0 ? NONE : cells[cell][last] & 3;
  }

  /** The place of the last bearing by a day, or -1. */
  private static int last(int[] cell, int day) {
    int low = 0;
    int high = cell.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cell[middle] >> 2 <= day) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  @Override
  public int[] stances(int day) {
    int[] stances = new int[cells.length];
    for (int cell = 0; cell < cells.length; cell++) {
      stances[cell] = stance(cell, day);
    }
    return stances;
  }

  @Override
  public List<Turn> turns(int proposition) {
    List<Turn> turns = new ArrayList<>();
    for (int party = 0; party < flat.parties().size(); party++) {
      int before = NONE;
      for (int bearing : cells[party * propositions + proposition]) {
        if ((bearing & 3) != before) {
          turns.add(new Turn(party, bearing >> 2, bearing & 3));
        }
        before = bearing & 3;
      }
    }
    return turns;
  }

  @Override
  public int[] claims(Terms terms) {
    return StreamsPeer.fitting(spoken.get(terms.principal()).stream(), terms);
  }

  @Override
  public void close() {}
}

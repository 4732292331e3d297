package org.demarche.examples.benchmarks;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.demarche.examples.benchmarks.Flat.Bearing;
import org.demarche.examples.benchmarks.Flat.Spoken;
import org.demarche.examples.benchmarks.Peer.Terms;

/**
 * Questions drawn by chance, the same for the same record: ours and its peers are asked alike.
 *
 * @param dates at which is asked
 * @param cells some on which there are claims
 * @param crowded the ten with most of them
 * @param pairs of parties
 * @param matters numbers of propositions
 * @param terms each set of them fits one claim at least
 */
record Questions(
    List<LocalDate> dates,
    List<Cell> cells,
    List<Cell> crowded,
    List<Cell> pairs,
    List<Integer> matters,
    List<Terms> terms) {
  private static final int DATES = 16;
  private static final int MANY = 4096;
  private static final int CROWDED = 10;
  private static final int HALF_YEAR = 180;

  /** A party and a proposition by their numbers, or two parties. */
  record Cell(int party, int other) {}

  /** Draws from a record. */
  static Questions of(Flat flat) {
    SplittableRandom chance = new SplittableRandom(17);
    List<Cell> cells = new ArrayList<>();
    List<Integer> sizes = new ArrayList<>();
    int first = Integer.MAX_VALUE;
    int last = Integer.MIN_VALUE;
    for (Bearing bearing : flat.bearings()) {
      Cell cell = new Cell(bearing.party(), bearing.proposition());
      if (cells.isEmpty() || !cells.get(cells.size() - 1).equals(cell)) {
        cells.add(cell);
        sizes.add(0);
      }
      sizes.set(sizes.size() - 1, sizes.get(sizes.size() - 1) + 1);
      first = Math.min(first, bearing.day());
      last = Math.max(last, bearing.day());
    }
    List<Integer> bySize = new ArrayList<>(sizes.size());
    for (int i = 0; i < sizes.size(); i++) {
      bySize.add(i);
    }
    bySize.sort(Comparator.comparing((Integer i) -> sizes.get(i)).reversed());
    List<LocalDate> dates = new ArrayList<>();
    for (int i = 0; i < DATES; i++) {
      dates.add(LocalDate.ofEpochDay(chance.nextInt(first, last + 1)));
    }
    List<Cell> pairs = new ArrayList<>();
    List<Integer> matters = new ArrayList<>();
    List<Terms> terms = new ArrayList<>();
    List<Cell> drawn = new ArrayList<>();
    int parties = flat.parties().size();
    for (int i = 0; i < MANY; i++) {
      drawn.add(cells.get(chance.nextInt(cells.size())));
      int one = chance.nextInt(parties);
      pairs.add(new Cell(one, (one + chance.nextInt(1, parties)) % parties));
      matters.add(chance.nextInt(flat.propositions().size()));
      Spoken claim = flat.claims().get(chance.nextInt(flat.claims().size()));
      terms.add(
          new Terms(
              claim.principal(),
              claim.proposition(),
              claim.force(),
              claim.stance(),
              claim.latest() - chance.nextInt(HALF_YEAR),
              claim.latest() + chance.nextInt(HALF_YEAR)));
    }
    return new Questions(
        dates,
        drawn,
        bySize.subList(0, CROWDED).stream().map(cells::get).toList(),
        pairs,
        matters,
        terms);
  }
}

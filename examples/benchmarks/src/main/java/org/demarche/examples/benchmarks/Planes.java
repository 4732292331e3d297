package org.demarche.examples.benchmarks;

/**
 * Who holds what, as bits: a plane a stance, in it a row a party, in it a bit a proposition.
 * Counting what two rows have in common is the least that agreement of all pairs can cost.
 */
final class Planes {
  private static final int STANCES = 3;

  private final long[][][] held;
  private final int parties;

  private Planes(long[][][] held, int parties) {
    this.held = held;
    this.parties = parties;
  }

  /** Lays out stances that are given party by party. */
  static Planes of(int[] stances, int parties, int propositions) {
    long[][][] held = new long[STANCES][parties][(propositions + Long.SIZE - 1) / Long.SIZE];
    for (int cell = 0; cell < stances.length; cell++) {
      if (stances[cell] != Peer.NONE) {
        int proposition = cell % propositions;
        held[stances[cell]][cell / propositions][proposition / Long.SIZE] |= 1L << proposition;
      }
    }
    return new Planes(held, parties);
  }

  /** For each pair on how many propositions both have a stance, and on how many the same. */
  int[] pairs() {
    int[] pairs = new int[parties * (parties - 1)];
    int at = 0;
    for (int first = 0; first < parties; first++) {
      for (int second = first + 1; second < parties; second++) {
        int joint = 0;
        int same = 0;
        for (int word = 0; word < held[0][0].length; word++) {
          long one = 0;
          long other = 0;
          for (long[][] plane : held) {
            one |= plane[first][word];
            other |= plane[second][word];
            same += Long.bitCount(plane[first][word] & plane[second][word]);
          }
          joint += Long.bitCount(one & other);
        }
        pairs[at++] = joint;
        pairs[at++] = same;
      }
    }
    return pairs;
  }
}

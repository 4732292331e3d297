package org.demarche.examples.benchmarks;

/**
 * Stances as bits: for each stance a matrix with one row per party and one bit per proposition.
 * Counting the bits that two rows share is the least work that agreement of all pairs can cost.
 */
final class StanceBitMatrix {
  private static final int STANCES = 3;

  private final long[][][] bits;
  private final int parties;

  private StanceBitMatrix(long[][][] bits, int parties) {
    this.bits = bits;
    this.parties = parties;
  }

  /** Converts stances given party by party; {@link BenchmarkPeer#NONE} sets no bit. */
  static StanceBitMatrix of(int[] stances, int parties, int propositions) {
    long[][][] bits = new long[STANCES][parties][(propositions + Long.SIZE - 1) / Long.SIZE];
    for (int i = 0; i < stances.length; i++) {
      if (stances[i] != BenchmarkPeer.NONE) {
        int proposition = i % propositions;
        bits[stances[i]][i / propositions][proposition / Long.SIZE] |= 1L << proposition;
      }
    }
    return new StanceBitMatrix(bits, parties);
  }

  /**
   * Returns for each pair the number of propositions on which both have a stance, and the number on
   * which both have the same stance.
   */
  int[] pairs() {
    int[] pairs = new int[parties * (parties - 1)];
    int next = 0;
    for (int first = 0; first < parties; first++) {
      for (int second = first + 1; second < parties; second++) {
        int joint = 0;
        int same = 0;
        for (int word = 0; word < bits[0][0].length; word++) {
          long one = 0;
          long other = 0;
          for (long[][] matrix : bits) {
            one |= matrix[first][word];
            other |= matrix[second][word];
            same += Long.bitCount(matrix[first][word] & matrix[second][word]);
          }
          joint += Long.bitCount(one & other);
        }
        pairs[next++] = joint;
        pairs[next++] = same;
      }
    }
    return pairs;
  }
}

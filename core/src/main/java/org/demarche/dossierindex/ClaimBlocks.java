package org.demarche.dossierindex;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Blocks of consecutive claims, which several threads index at once. */
final class ClaimBlocks {
  /** The number of claims that one thread indexes in one go. */
  private static final int BLOCK = 1 << 14;

  private ClaimBlocks() {}

  /**
   * Returns what is found in each block, in the order of the blocks.
   *
   * @param claims the number of all claims
   * @param work receives the numbers of the claims of a block, in ascending order
   */
  static <T> List<T> map(int claims, Function<IntStream, T> work) {
    return IntStream.range(0, (claims + BLOCK - 1) / BLOCK)
        .parallel()
        .mapToObj(block -> IntStream.range(block * BLOCK, Math.min(claims, (block + 1) * BLOCK)))
        .map(work)
        .toList();
  }
}

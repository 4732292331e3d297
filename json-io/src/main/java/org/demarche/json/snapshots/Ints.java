package org.demarche.json.snapshots;

import java.util.function.IntFunction;

/**
 * A reader of ints.
 *
 * @param next returns the next ints, as many as it is asked for
 */
record Ints(IntFunction<int[]> next) {
  int one() {
    return next.apply(1)[0];
  }

  /** Returns a long, whose upper half comes first. */
  long two() {
    return (long) one() << Integer.SIZE | Integer.toUnsignedLong(one());
  }

  /** Returns an array that is preceded by its length. */
  int[] array() {
    return next.apply(one());
  }
}

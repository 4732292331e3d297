package org.demarche.rules;

import org.demarche.answer.Grade;

/**
 * A piece of evidence in the bits of an int: its grade, whether it is the record of an act, and its
 * source.
 */
final class EvidenceBits {
  private static final int GRADE_BITS = 7;
  private static final int RECORDED = 1 << 3;
  private static final int SOURCE_SHIFT = 4;

  private EvidenceBits() {}

  static int of(int source, boolean recorded, Grade grade) {
    return source << SOURCE_SHIFT | (recorded ? RECORDED : 0) | grade.ordinal();
  }

  /** The ordinal of its grade. */
  static int grade(int piece) {
    return piece & GRADE_BITS;
  }

  /** Whether it is the record of an act. */
  static boolean isRecorded(int piece) {
    return (piece & RECORDED) != 0;
  }

  /** Its source. */
  static int source(int piece) {
    return piece >>> SOURCE_SHIFT;
  }
}

package org.demarche.dossierindex;

import org.demarche.answer.Grade;

/**
 * The layout of a piece of evidence in the bits of an int: its grade for a family, whether it is
 * the record of an act, and the number of its source.
 */
public final class EvidenceBits {
  private static final int GRADE_BITS = 7;
  private static final int RECORDED = 1 << 3;
  private static final int SOURCE_SHIFT = 4;

  private EvidenceBits() {}

  static int of(int source, boolean recorded, Grade grade) {
    return source << SOURCE_SHIFT | (recorded ? RECORDED : 0) | grade.ordinal();
  }

  /** Returns the ordinal of the grade. */
  public static int grade(int bits) {
    return bits & GRADE_BITS;
  }

  /** Returns whether the evidence is the record of an act. */
  public static boolean isRecorded(int bits) {
    return (bits & RECORDED) != 0;
  }

  /** Returns the number of the source. */
  public static int source(int bits) {
    return bits >>> SOURCE_SHIFT;
  }
}

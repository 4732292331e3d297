package org.demarche.rules;

import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;

/**
 * What the index says of a row in the bits of an int: in the lowest two the ordinal of its stance,
 * then whether this or that is so, then how it stands, what is held from it on, and under which
 * administration it was said.
 */
final class RowBits {
  static final int STANCE = 3;
  static final int IMPLIED = 1 << 2;
  static final int SPAN = 1 << 3;
  static final int TAKES_POSITION = 1 << 4;
  static final int RECORDED_ACT = 1 << 5;

  /** It may be a hint: it takes no side, or nobody counts, or some of its evidence is faint. */
  static final int ODD = 1 << 6;

  /** Its claim answers another. */
  static final int ANSWERS = 1 << 7;

  private static final int STANDING_SHIFT = 8;
  private static final int STANDING_BITS = 7;
  private static final int HELD_SHIFT = 11;
  private static final int HELD_BITS = 7;
  private static final int TERM_SHIFT = 14;
  private static final PositionOutcome[] HELD = PositionOutcome.values();

  /** What they tell the index; the rank of a row is how it stands. */
  static final DayRows.Traits TRAITS =
      new DayRows.Traits() {
        @Override
        public boolean isOdd(int tags) {
          return (tags & ODD) != 0;
        }

        @Override
        public boolean lasts(int tags) {
          return (tags & SPAN) != 0;
        }

        @Override
        public int rank(int tags) {
          return authorityRank(tags);
        }
      };

  private RowBits() {}

  /** The tags that say how a row stands, and under which administration. */
  static int of(int standing, int term) {
    return (standing - PartyIndex.STRANGER) << STANDING_SHIFT
        | (term - TermIndex.UNCERTAIN) << TERM_SHIFT;
  }

  /**
   * How the best placed of a row's principals stands to the head of its family, where all of its
   * evidence exists: a recorded act of a state itself has the authority of its head.
   */
  static int authorityRank(int tags) {
    return ((tags >>> STANDING_SHIFT) & STANDING_BITS) + PartyIndex.STRANGER;
  }

  /** The administration of a row, or {@link TermIndex#UNCERTAIN}. */
  static int term(int tags) {
    return (tags >>> TERM_SHIFT) + TermIndex.UNCERTAIN;
  }

  /** The same tags, but for what is held from the row on. */
  static int with(PositionOutcome held, int tags) {
    return (tags & ~(HELD_BITS << HELD_SHIFT)) | (held.ordinal() << HELD_SHIFT);
  }

  /** What the head of the family holds from the last day of a row on. */
  static PositionOutcome outcome(int tags) {
    return HELD[(tags >>> HELD_SHIFT) & HELD_BITS];
  }
}

package org.demarche.dossierindex;

import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;

/**
 * The layout of the facts about a row in the bits of an int. From the lowest bit: the ordinal of
 * the stance (two bits), the way in which it bears on the proposition (three bits), the flags
 * below, the authority rank (three bits), the outcome that is held from the row on (three bits),
 * and the number of the administration under which it was said.
 */
public final class RowBits {
  /** The mask of the ordinal of the stance. */
  public static final int STANCE = 3;

  /** The claim was made throughout a period of known start. */
  public static final int SPAN = 1 << 5;

  /** The force takes a position. */
  public static final int TAKES_POSITION = 1 << 6;

  /** Some evidence is an official record of an act of the state or organisation itself. */
  public static final int RECORDED_ACT = 1 << 7;

  /** The row may be a hint: its force takes no position, or no principal or evidence counts. */
  public static final int ODD = 1 << 8;

  /** The claim responds to another, or takes another back. */
  public static final int RESPONDS = 1 << 9;

  /**
   * The row has to be weighed against the others, by what follows or since it is implied or known
   * only through another state.
   */
  public static final int WEIGHED = 1 << 10;

  /**
   * The claim is retracted, or is answered by one on the same proposition that is not later by its
   * date.
   */
  public static final int ANSWERED = 1 << 11;

  /**
   * Other terms of office than those of the family hold for the row, or the administrations of the
   * family are not each one stretch of time.
   */
  public static final int OTHER_TERMS = 1 << 12;

  private static final int BEARING_SHIFT = 2;
  private static final int BEARING_BITS = 7;
  private static final int RANK_SHIFT = 13;
  private static final int RANK_BITS = 7;
  private static final int OUTCOME_SHIFT = 16;
  private static final int OUTCOME_BITS = 7;
  private static final int TERM_SHIFT = 19;
  private static final Bearing[] BEARINGS = Bearing.values();
  private static final PositionOutcome[] OUTCOMES = PositionOutcome.values();

  /** The bits of an outcome that is not noted, for it may change before the next row. */
  private static final int NOT_NOTED = OUTCOME_BITS << OUTCOME_SHIFT;

  /**
   * The traits by which rows are stored: their rank is the authority rank, but the highest of all
   * where it does not tell which rows supersede them.
   */
  static final DayRows.Traits TRAITS =
      new DayRows.Traits() {
        @Override
        public boolean isOdd(int bits) {
          return (bits & ODD) != 0;
        }

        @Override
        public boolean isAnswered(int bits) {
          return (bits & ANSWERED) != 0;
        }

        @Override
        public boolean lasts(int bits) {
          return (bits & SPAN) != 0;
        }

        @Override
        public int rank(int bits) {
          return (bits & OTHER_TERMS) != 0 ? Integer.MAX_VALUE : authorityRank(bits);
        }
      };

  private RowBits() {}

  /** Returns the bits of a bearing; all others are 0. */
  static int of(Bearing bearing) {
    return bearing.ordinal() << BEARING_SHIFT;
  }

  /** Returns how the claim of a row bears on the proposition. */
  public static Bearing bearing(int bits) {
    return BEARINGS[(bits >>> BEARING_SHIFT) & BEARING_BITS];
  }

  /** Returns whether the claim of a row states another proposition. */
  public static boolean isImplied(int bits) {
    return (bits >>> BEARING_SHIFT & BEARING_BITS) != 0;
  }

  /** Returns the bits of an authority rank and an administration; all others are 0. */
  static int of(int authorityRank, int term) {
    return (authorityRank - PartyIndex.STRANGER) << RANK_SHIFT
        | (term - AdministrationIndex.UNCERTAIN) << TERM_SHIFT;
  }

  /**
   * Returns the highest authority rank of the principals of a row in its family while all of its
   * evidence exists: a recorded act of a state itself has the authority of its head.
   */
  public static int authorityRank(int bits) {
    return ((bits >>> RANK_SHIFT) & RANK_BITS) + PartyIndex.STRANGER;
  }

  /**
   * Returns the number of the administration of a row, or {@link AdministrationIndex#UNCERTAIN}.
   */
  public static int term(int bits) {
    return (bits >>> TERM_SHIFT) + AdministrationIndex.UNCERTAIN;
  }

  /** Returns whether some row has to be weighed against the others. */
  public static boolean isWeighed(DayRows rows) {
    return (rows.unionOfTraits() & WEIGHED) != 0;
  }

  /** Returns the same bits with another outcome. */
  static int with(PositionOutcome outcome, int bits) {
    return (bits & ~(OUTCOME_BITS << OUTCOME_SHIFT)) | (outcome.ordinal() << OUTCOME_SHIFT);
  }

  /** Returns the same bits without an outcome. */
  static int withoutOutcome(int bits) {
    return bits | NOT_NOTED;
  }

  /** Returns whether the outcome that is held from a row on is noted. */
  public static boolean isNoted(int bits) {
    return (bits & NOT_NOTED) != NOT_NOTED;
  }

  /** Returns what the head of the family holds from the last day of a row on, if it is noted. */
  public static PositionOutcome outcome(int bits) {
    return OUTCOMES[(bits >>> OUTCOME_SHIFT) & OUTCOME_BITS];
  }
}

package org.demarche.rules;

import org.demarche.index.DayRows;
import org.demarche.model.Authority;

/**
 * Which claims are superseded (rules 5 and 7): those that lie wholly before a claim of no lower
 * authority, or before a claim of an administration that is not certainly the same. So of all
 * claims only a few greatest starts need be kept.
 *
 * <p>Only a claim that ends later can supersede one. Where claims are added from the latest end
 * back, it is therefore known of each as soon as it is reached.
 */
final class Supersession {
  /** The ordinal of the highest authority. */
  static final int ALL = Authority.HEAD.ordinal();

  private static final int HEAD_OFFICE = Authority.HEAD_OFFICE.ordinal();
  private static final int MINISTRY = Authority.MINISTRY.ordinal();

  // For each authority, the greatest start among the claims of that authority or a higher one.
  private int ofAny = DayRows.OPEN;
  private int ofMinistries = DayRows.OPEN;
  private int ofHeadOffices = DayRows.OPEN;
  private int ofHeads = DayRows.OPEN;

  /** The greatest start of all claims, and the administration of that claim. */
  private int first = DayRows.OPEN;

  private int firstTerm = TermIndex.UNCERTAIN;

  /** The greatest start among the claims that are not certainly of that administration. */
  private int second = DayRows.OPEN;

  /** Adds a claim: its first day, the ordinal of its authority, and its administration. */
  void add(int earliest, int authority, int term) {
    ofAny = Math.max(ofAny, earliest);
    if (authority >= MINISTRY) {
      ofMinistries = Math.max(ofMinistries, earliest);
    }
    if (authority >= HEAD_OFFICE) {
      ofHeadOffices = Math.max(ofHeadOffices, earliest);
    }
    if (authority >= ALL) {
      ofHeads = Math.max(ofHeads, earliest);
    }
    if (isCertainly(term, firstTerm)) {
      first = Math.max(first, earliest);
    } else if (earliest > first) {
      second = first;
      first = earliest;
      firstTerm = term;
    } else {
      second = Math.max(second, earliest);
    }
  }

  private int ofAuthority(int authority) {
    if (authority >= HEAD_OFFICE) {
      return authority >= ALL ? ofHeads : ofHeadOffices;
    }
    return authority >= MINISTRY ? ofMinistries : ofAny;
  }

  /** Whether no claim that was added supersedes one. */
  boolean leavesUnsuperseded(int latest, int authority, int term) {
    int ofOtherTerm = isCertainly(term, firstTerm) ? second : first;
    return latest >= Math.max(ofAuthority(authority), ofOtherTerm);
  }

  /**
   * The authority, as its ordinal, up to which every claim that ends on a day or before it is
   * superseded, whatever its administration; -1 where there is none.
   */
  int coveredBefore(int day) {
    if (ofHeads > day || (firstTerm == TermIndex.UNCERTAIN ? first : second) > day) {
      return ALL;
    }
    if (ofHeadOffices > day) {
      return HEAD_OFFICE;
    }
    if (ofMinistries > day) {
      return MINISTRY;
    }
    return ofAny > day ? Authority.UNSPECIFIED.ordinal() : -1;
  }

  /** Whether two are certainly of one administration. */
  static boolean isCertainly(int term, int other) {
    return term != TermIndex.UNCERTAIN && term == other;
  }
}

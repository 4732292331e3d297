package org.demarche.rules;

import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.index.DayRows;
import org.demarche.model.Authority;

/**
 * The decision which claims are superseded (rules 5 and 7). A claim is superseded if it ends before
 * the start of a claim of equal or higher authority, or of a claim of an administration that is not
 * certainly the same. Therefore only a few latest starts of all claims need to be kept.
 *
 * <p>Only a claim that ends later can supersede another. If claims are added from the latest end
 * back, the decision on each is known as soon as it is reached.
 */
final class Supersession {
  /** The ordinal of the highest authority. */
  static final int ALL = Authority.HEAD.ordinal();

  private static final int HEAD_OFFICE = Authority.HEAD_OFFICE.ordinal();
  private static final int MINISTRY = Authority.MINISTRY.ordinal();

  // For each authority, the latest start among the claims of that authority or a higher authority.
  private int ofAny = DayRows.OPEN;
  private int ofMinistries = DayRows.OPEN;
  private int ofHeadOffices = DayRows.OPEN;
  private int ofHeads = DayRows.OPEN;

  /** The latest start of all claims; the administration of that claim follows. */
  private int first = DayRows.OPEN;

  private int firstTerm = AdministrationIndex.UNCERTAIN;

  /** The latest start among the claims that are not certainly of that administration. */
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
    if (areCertainlySame(term, firstTerm)) {
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

  /** Tests whether no added claim supersedes a claim. */
  boolean leavesUnsuperseded(int latest, int authority, int term) {
    int ofOtherTerm = areCertainlySame(term, firstTerm) ? second : first;
    return latest >= Math.max(ofAuthority(authority), ofOtherTerm);
  }

  /**
   * Returns the ordinal of the highest authority whose claims are all superseded if they end by a
   * day, whatever their administration; -1 if there is no such authority.
   */
  int coveredBefore(int day) {
    if (ofHeads > day || (firstTerm == AdministrationIndex.UNCERTAIN ? first : second) > day) {
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

  /** Returns whether two administrations are certainly the same. */
  static boolean areCertainlySame(int term, int other) {
    return term != AdministrationIndex.UNCERTAIN && term == other;
  }
}

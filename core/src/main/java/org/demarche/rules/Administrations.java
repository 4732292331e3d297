package org.demarche.rules;

import java.util.List;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.dossierindex.PartyIndex;

/** The administrations under which claims were made, as of a day (rules 7 and 9). */
final class Administrations {
  private final PartyIndex parties;
  private final int asOf;

  Administrations(PartyIndex parties, int asOf) {
    this.parties = parties;
    this.asOf = asOf;
  }

  /**
   * A claim in time.
   *
   * @param principal the principal whose terms of office hold for it
   * @param earliest the first day on which it can have been made, or open
   * @param latest the last day on which it can have been made
   */
  record Dated(int principal, int earliest, int latest) {}

  /**
   * Returns whether two claims were certainly made under one administration. It is asked of the
   * terms of the first.
   */
  boolean areCertainlyOne(Dated asked, Dated other) {
    return Supersession.areCertainlySame(
        during(asked, asked.principal()), during(other, asked.principal()));
  }

  /**
   * Returns the administration, by the terms of a principal, under which a claim was certainly
   * made, or uncertain; so it is where one's state continues that of the other.
   */
  int during(Dated claim, int principal) {
    return parties.side(claim.principal()).equals(parties.side(principal))
        ? parties.terms(principal).during(claim.earliest(), Math.min(claim.latest(), asOf))
        : AdministrationIndex.UNCERTAIN;
  }

  /**
   * Returns the principal of the newest claims who decides under which administration a position
   * was last evidenced: the first for whom it is current, or the first.
   *
   * @param day the day on which the position was last evidenced
   * @param newest the principals whose terms hold for the newest claims, in the order of citation
   */
  int deciding(int party, int day, List<Integer> newest) {
    return newest.stream()
        .filter(principal -> isCurrent(party, day, principal))
        .findFirst()
        .orElse(newest.get(0));
  }

  /** Returns whether a principal's administration of a day is in office, and of the same state. */
  boolean isCurrent(int party, int day, int principal) {
    return !parties.continues(party, principal) && areOne(principal, day, asOf);
  }

  /**
   * Returns whether a claim was last made under the administration of a newest one.
   *
   * @param newest the principal whose terms hold for the newest claim
   * @param day the last day of that claim
   */
  boolean isOfNewest(Dated claim, int newest, int day) {
    return parties.side(claim.principal()).equals(parties.side(newest))
        && areOne(newest, day, Math.min(claim.latest(), asOf));
  }

  private boolean areOne(int principal, int day, int other) {
    AdministrationIndex terms = parties.terms(principal);
    return terms.at(day) == terms.at(other);
  }
}

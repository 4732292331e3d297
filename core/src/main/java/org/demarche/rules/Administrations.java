package org.demarche.rules;

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
    if (!parties.side(asked.principal()).equals(parties.side(other.principal()))) {
      return false; // the state of one continues that of the other
    }
    AdministrationIndex terms = parties.terms(asked.principal());
    return terms.isEmpty()
        || Supersession.areCertainlySame(
            terms.during(asked.earliest(), Math.min(asked.latest(), asOf)),
            terms.during(other.earliest(), Math.min(other.latest(), asOf)));
  }

  /** Returns whether the administration under which a claim was last made is that of a day. */
  boolean isOf(Dated claim, int day) {
    AdministrationIndex terms = parties.terms(claim.principal());
    return terms.at(Math.min(claim.latest(), asOf)) == terms.at(day);
  }

  /** Returns whether a claim was last made under the administration of a newest one. */
  boolean isOfNewest(Dated claim, Dated newest) {
    return parties.side(claim.principal()).equals(parties.side(newest.principal()))
        && isOf(newest, Math.min(claim.latest(), asOf));
  }
}

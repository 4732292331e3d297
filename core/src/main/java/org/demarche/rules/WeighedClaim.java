package org.demarche.rules;

import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.RowBits;
import org.demarche.model.Claim;

/** The claim of a row with what decides whether it outweighs or supersedes others. */
final class WeighedClaim {
  final VisibleRows rows;
  final int row;
  final int stance;
  final int earliest;
  final int latest;
  final Bearing bearing;
  final boolean throughAnother;
  final int authority;

  /** The administration of the family in which the claim was made, or uncertain. */
  final int term;

  /** True if the claim is stated here, or passes on from the proposition that it states. */
  final boolean passes;

  /** True if the claim stands against what another state tells (rule 6). */
  final boolean binding;

  /** Reads a row as of the day of the rows. */
  WeighedClaim(VisibleRows rows, int row, boolean passes) {
    this.rows = rows;
    this.row = row;
    this.stance = rows.stance(row);
    this.earliest = rows.earliest(row);
    this.latest = rows.latest(row);
    this.bearing = rows.bearing(row);
    this.throughAnother = rows.isKnownOnlyThroughAnother(row);
    this.authority = rows.authority(row);
    this.term = rows.term(row);
    this.passes = passes;
    this.binding = !throughAnother && isExplicit() && claim().force().standsUntilTakenBack();
  }

  /** Returns whether the row reads the same as of the day of some rows. */
  boolean isSameAt(VisibleRows other, boolean passesThen) {
    return passes == passesThen && term == other.term(row);
  }

  Claim claim() {
    return rows.view().index().claim(rows.claim(row));
  }

  boolean isAnswered() {
    return rows.has(row, RowBits.ANSWERED);
  }

  boolean isAnsweredBy(WeighedClaim other) {
    return isAnswered()
        && other.rows.has(other.row, RowBits.RESPONDS)
        && rows.view().index().answers(rows.claim(row)).contains(rows.claim(other.row));
  }

  Administrations.Dated dated() {
    return new Administrations.Dated(rows.principalOfTerms(row), earliest, latest);
  }

  /** Returns whether this claim supersedes or outweighs what another does, if it is later. */
  boolean isOfKindOf(WeighedClaim other) {
    return stance == other.stance
        && authority == other.authority
        && bearing == other.bearing
        && throughAnother == other.throughAnother
        && term == other.term
        && binding == other.binding;
  }

  boolean isExplicit() {
    return bearing == Bearing.EXPLICIT;
  }

  boolean isExplicitOrFirm() {
    return !bearing.isMerelyImplied();
  }

  /** Returns whether another claim can outweigh this one: no claim is better known or stated. */
  boolean mayBeOutweighed() {
    return throughAnother || !isExplicit();
  }

  /** Returns whether the claim supersedes all older claims of its authority or a lower one. */
  boolean covers() {
    return passes && isExplicitOrFirm() && !throughAnother;
  }
}

package org.demarche.rules;

import com.google.common.base.Suppliers;
import java.util.Comparator;
import java.util.function.Supplier;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.dossierindex.RowBits;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Stance;

/** The claim of a row with what decides whether it outweighs or supersedes others. */
final class WeighedClaim {
  /** The order of claims by their rank. */
  static final Comparator<WeighedClaim> BEST_FIRST = Comparator.comparingInt(claim -> claim.rank);

  /** The latest start first; among equal starts, the first id. */
  static final Comparator<WeighedClaim> LATEST_FIRST =
      (one, other) ->
          one.earliest == other.earliest
              ? one.claim().id().compareTo(other.claim().id())
              : Integer.compare(other.earliest, one.earliest);

  private static final int BEARINGS = Bearing.values().length;
  private static final int STANCES = Stance.values().length;
  private static final int RANKS_OF_AUTHORITY = Authority.values().length - PartyIndex.STRANGER;

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

  /** The rank of the claim by how it is known and how explicit it is; 0 for the best. */
  final int rank;

  /** A number that claims share that supersede the same, if they are later. */
  final int kind;

  private final Supplier<Boolean> binding = Suppliers.memoize(this::findBinding);

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
    this.rank = (throughAnother ? BEARINGS : 0) + bearing.ordinal();
    this.kind = kind(term, authority, rank, stance);
  }

  /** Returns a number that no other combination of these has. */
  static int kind(int term, int authority, int rank, int stance) {
    int kind = term - AdministrationIndex.UNCERTAIN;
    kind = kind * RANKS_OF_AUTHORITY + authority - PartyIndex.STRANGER;
    kind = kind * 2 * BEARINGS + rank;
    return kind * STANCES + stance;
  }

  /** Returns whether the claim stands against what another state tells (rule 6). */
  boolean isBinding() {
    return binding.get();
  }

  private boolean findBinding() {
    return !throughAnother && isExplicit() && claim().force().standsUntilTakenBack();
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

  boolean isExplicit() {
    return bearing == Bearing.EXPLICIT;
  }

  boolean isExplicitOrFirm() {
    return !bearing.isMerelyImplied();
  }

  /** Returns whether another claim can outweigh this one: no claim is better known or stated. */
  boolean mayBeOutweighed() {
    return rank > 0;
  }

  /** Returns whether the claim supersedes all older claims of its authority or a lower one. */
  boolean covers() {
    return passes && isExplicitOrFirm() && !throughAnother;
  }
}

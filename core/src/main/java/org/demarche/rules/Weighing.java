package org.demarche.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.DayRows;
import org.demarche.model.Claim;
import org.demarche.model.Stance;

/**
 * The claims that carry a position, where they have to be weighed (rules 5 to 8): some are implied,
 * known only through another state, answered or retracted. Each claim that may be unsuperseded is
 * compared with every other; claims that one in the party's own words covers are passed over, so
 * that the walk is short in most cells.
 */
final class Weighing {
  private static final int STANCES = Stance.values().length;

  private final VisibleRows rows;
  private final PartyIndex parties;
  private final Administrations administrations;
  private final Passing passing;
  private final Retractions retractions;
  private final int asOf;

  /** The claims that count, or that have superseded others before they no longer passed on. */
  private final List<Weighed> counted = new ArrayList<>();

  private final List<Weighed> unsuperseded = new ArrayList<>();
  private final List<Weighed> disputing = new ArrayList<>();

  /** The rows whose claims are taken back. */
  private final BitSet retracted = new BitSet();

  /** What covers older claims: those in the party's own words, stated or firm. */
  private final Supersession cover = new Supersession();

  /** The stances that the party states in its own words, one bit each. */
  private int ownStances;

  /** The rows whose claims do not, or no longer, pass on from the proposition that they state. */
  private final BitSet lost = new BitSet();

  /** A row with what decides about it. */
  private static final class Weighed {
    final int row;
    final int stance;
    final int earliest;
    final int latest;
    final boolean span;
    final Bearing bearing;
    final boolean told;
    final int authority;
    final Claim claim;

    final Administrations.Dated dated;

    /** Whether the claim is stated here, or passes on from the proposition that it states. */
    final boolean passes;

    Weighed(int row, boolean passes, VisibleRows rows) {
      this.row = row;
      this.stance = rows.stance(row);
      this.earliest = rows.earliest(row);
      this.latest = rows.latest(row);
      this.span = rows.has(row, RowBits.SPAN);
      this.bearing = rows.bearing(row);
      this.told = rows.isTold(row);
      this.authority = rows.authority(row);
      this.claim = rows.view().index().claim(rows.claim(row));
      this.dated = new Administrations.Dated(rows.principalOfTerms(row), earliest, latest);
      this.passes = passes;
    }

    boolean isExplicit() {
      return bearing == Bearing.EXPLICIT;
    }

    boolean isExplicitOrFirm() {
      return !bearing.isMerelyImplied();
    }

    /** Returns whether the claim stands against what another state tells (rule 6). */
    boolean isBinding() {
      if (!isExplicit()) {
        return false;
      }
      return switch (claim.force()) {
        case PROMISE, AGREE, DECIDE, VOTE, REFUSE -> true;
        default -> false;
      };
    }

    /** Returns whether the claim supersedes all older claims of its authority or a lower one. */
    boolean covers() {
      return passes && isExplicitOrFirm() && !told;
    }
  }

  private Weighing(VisibleRows rows, Passing passing, boolean explicitOnly, boolean every) {
    this.rows = rows;
    this.asOf = rows.asOf();
    this.parties = rows.view().index().parties();
    this.administrations = new Administrations(parties, asOf);
    this.passing = passing;
    this.retractions = passing.retractions();
    collect(explicitOnly, every);
    weigh();
  }

  /** Weighs all claims of a party on a proposition as of a day. */
  static Weighing of(VisibleRows rows) {
    return new Weighing(rows, new Passing(rows.view(), rows.party(), rows.asOf()), false, false);
  }

  /** Weighs the claims of a party that state a proposition, as of a day. */
  static Weighing ofExplicit(VisibleRows rows, Passing passing) {
    return new Weighing(rows, passing, true, false);
  }

  /** Weighs all claims, and passes over none, so that each can be explained. */
  static Weighing ofEvery(VisibleRows rows) {
    return new Weighing(rows, new Passing(rows.view(), rows.party(), rows.asOf()), false, true);
  }

  // Results

  /** Returns the stances that carry the position, one bit each; more than one if contested. */
  int stances() {
    int stances = 0;
    for (Weighed claim : unsuperseded) {
      stances |= 1 << claim.stance;
    }
    return stances;
  }

  /** Returns the rows that no other supersedes or outweighs. */
  BitSet unsuperseded() {
    return rowsOf(unsuperseded);
  }

  /** Returns the rows that would stand against the position, but are outweighed. */
  BitSet disputing() {
    return rowsOf(disputing);
  }

  /** Returns the rows that would count, had their claims not been taken back. */
  BitSet retracted() {
    return retracted;
  }

  /** Returns whether a claim that would count does not, or no longer, pass on. */
  boolean isLost() {
    return !lost.isEmpty();
  }

  /** Returns the rows whose claims do not, or no longer, pass on. */
  BitSet lost() {
    return lost;
  }

  /**
   * Returns the row that supersedes a row. If several do, returns the one with the latest start;
   * among equal starts, the one whose claim has the first id.
   */
  Optional<Integer> superseding(int row) {
    return first(row, (claim, later) -> supersedes(later, claim));
  }

  /** Returns the row that outweighs a row, so that it disputes the position. */
  Optional<Integer> outweighing(int row) {
    return first(row, (claim, better) -> unsuperseded.contains(better) && outweighs(better, claim));
  }

  private Optional<Integer> first(int row, BiPredicate<Weighed, Weighed> decides) {
    return counted.stream()
        .filter(claim -> claim.row == row)
        .flatMap(claim -> counted.stream().filter(other -> decides.test(claim, other)))
        .min(
            Comparator.comparing((Weighed other) -> other.earliest, Comparator.reverseOrder())
                .thenComparing(other -> other.claim.id()))
        .map(other -> other.row);
  }

  /** Returns the claim that takes back the claim of a row. */
  Optional<Integer> retracting(int row) {
    return retractions.retracting(rows.claim(row));
  }

  private static BitSet rowsOf(List<Weighed> claims) {
    BitSet found = new BitSet();
    claims.forEach(claim -> found.set(claim.row));
    return found;
  }

  /**
   * Returns the rows that carry the position (rule 10): the unsuperseded ones, and those of their
   * stances that are newer than every claim of another stance.
   */
  BitSet support() {
    int[] newest = new int[STANCES];
    Arrays.fill(newest, DayRows.OPEN);
    BitSet disputed = disputing();
    for (Weighed claim : counted) {
      if (claim.passes && !disputed.get(claim.row)) {
        newest[claim.stance] = Math.max(newest[claim.stance], latestBy(claim));
      }
    }
    BitSet support = unsuperseded();
    int stances = stances();
    for (Weighed claim : counted) {
      if (claim.passes
          && !disputed.get(claim.row)
          && (stances & (1 << claim.stance)) != 0
          && isNewest(claim, newest)) {
        support.set(claim.row);
      }
    }
    return support;
  }

  /** Returns the last day of a claim; the as-of date, if its period runs past that (rule 3). */
  private int latestBy(Weighed claim) {
    return Math.min(claim.latest, asOf);
  }

  private boolean isNewest(Weighed claim, int[] newest) {
    for (int other = 0; other < STANCES; other++) {
      if (other != claim.stance && latestBy(claim) <= newest[other]) {
        return false;
      }
    }
    return true;
  }

  // Collecting

  private void collect(boolean explicitOnly, boolean every) {
    DayRows dayRows = rows.dayRows();
    int ended = dayRows.endedBy(asOf);
    DayRows.Subset spans = dayRows.spans();
    for (int i = spans.countBefore(ended); i < spans.size(); i++) {
      if (rows.earliest(spans.get(i)) <= asOf) {
        add(spans.get(i), explicitOnly);
      }
    }
    noteRetracted(ended);
    boolean regular = parties.terms(rows.party()).isUnbroken();
    for (int row = ended - 1; row >= 0; row--) {
      // once two stances are stated in the party's own words, no older claim is newer than every
      // claim of another stance, and a claim that they cover supersedes nothing that they do not
      boolean passedOver =
          !every
              && regular
              && Integer.bitCount(ownStances) > 1
              && !rows.has(row, RowBits.RESPONDS)
              && !retractions.mayBeRetracted(rows.claim(row))
              && isCovered(row);
      if (!passedOver) {
        add(row, explicitOnly);
      }
    }
  }

  /** Notes the claims that were possibly made by now and are taken back. */
  private void noteRetracted(int ended) {
    for (int row = ended; row < rows.dayRows().size(); row++) {
      if (rows.earliest(row) <= asOf
          && retractions.isRetracted(rows.claim(row))
          && rows.counts(row)) {
        retracted.set(row);
      }
    }
  }

  private boolean isCovered(int row) {
    int principal = rows.principalOfTerms(row);
    return parties.termsOwner(principal) == parties.termsOwner(rows.party())
        && !parties.continues(rows.party(), principal)
        && rows.authorityRank(row) >= 0
        && !cover.leavesUnsuperseded(rows.latest(row), rows.authority(row), rows.term(row));
  }

  private void add(int row, boolean explicitOnly) {
    Bearing bearing = rows.bearing(row);
    if ((explicitOnly && bearing != Bearing.EXPLICIT) || !rows.counts(row)) {
      return;
    }
    if (retractions.isRetracted(rows.claim(row))) {
      retracted.set(row);
      return;
    }
    boolean passes = bearing == Bearing.EXPLICIT || passing.passes(rows.claim(row), bearing);
    lost.set(row, !passes);
    if (!passes && !passing.hasPassed(rows.claim(row), bearing)) {
      return;
    }
    Weighed claim = new Weighed(row, passes, rows);
    counted.add(claim);
    if (claim.covers()) {
      cover.add(claim.earliest, claim.authority, rows.term(row));
      ownStances |= claim.isExplicit() ? 1 << claim.stance : 0;
    }
  }

  // Weighing

  private void weigh() {
    List<Weighed> standing = new ArrayList<>();
    for (Weighed claim : counted) {
      if (claim.passes && counted.stream().noneMatch(later -> supersedes(later, claim))) {
        standing.add(claim);
      }
    }
    // what outweighs a claim is better known or more explicit, so that it is decided before
    standing.sort(
        Comparator.comparing((Weighed claim) -> claim.told).thenComparing(claim -> claim.bearing));
    for (Weighed claim : standing) {
      boolean outweighed = unsuperseded.stream().anyMatch(better -> outweighs(better, claim));
      (outweighed ? disputing : unsuperseded).add(claim);
    }
  }

  private boolean supersedes(Weighed later, Weighed claim) {
    if (!isLater(later, claim)) {
      return false;
    }
    boolean same = administrations.areCertainlyOne(claim.dated, later.dated);
    if (same && later.authority < claim.authority) {
      return false;
    }
    if (same && later.told && !claim.told) {
      return false;
    }
    if (same
        && later.bearing.isMerelyImplied()
        && claim.isExplicit()
        && later.authority <= claim.authority) {
      return false;
    }
    return !outweighsUnderAny(claim, later);
  }

  /** Returns whether a claim is certainly later than another, or answers it (rule 5). */
  private static boolean isLater(Weighed later, Weighed claim) {
    if (later.earliest > claim.latest) {
      return true;
    }
    boolean answers =
        later.claim.respondsTo().contains(claim.claim.id())
            || later.claim.retracts().contains(claim.claim.id());
    return answers
        && later.latest >= claim.earliest
        && !(claim.span && claim.latest > later.latest);
  }

  /** Returns whether a claim outweighs another, which then disputes the position (rule 6). */
  private boolean outweighs(Weighed claim, Weighed other) {
    if (claim.stance == other.stance) {
      return false;
    }
    if (outweighsUnderAny(claim, other)) {
      return true;
    }
    boolean better = !claim.told && other.told;
    return administrations.areCertainlyOne(other.dated, claim.dated)
        && ((better && claim.bearing.isNoLessExplicitThan(other.bearing))
            || (claim.told == other.told
                && claim.bearing.isMoreExplicitThan(other.bearing)
                && claim.authority >= other.authority));
  }

  /** Returns whether a claim outweighs another whatever their administrations (rule 6). */
  private static boolean outweighsUnderAny(Weighed claim, Weighed other) {
    boolean isPart =
        other.bearing == Bearing.UP && claim.isExplicitOrFirm() && (!claim.told || other.told);
    return isPart || (other.told && !claim.told && claim.isBinding());
  }
}

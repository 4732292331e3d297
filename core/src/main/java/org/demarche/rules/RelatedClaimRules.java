package org.demarche.rules;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.demarche.answer.CitedClaim;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.answer.factory.RelatedClaims.Derivation;
import org.demarche.answer.factory.RelatedClaims.Group;
import org.demarche.answer.factory.RelatedClaims.QualifyingClaims;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.index.DayRows;
import org.demarche.model.Claim;

/**
 * The claims that bear on a position without carrying it: claims that were possibly made by then,
 * hints, and reports. The claims nearest to the as-of date are found without scanning all rows.
 */
final class RelatedClaimRules {
  private static final int LISTED = RelatedClaims.LISTED;

  private final EvidenceView view;
  private final int party;
  private final int proposition;
  private final VisibleRows rows;
  private final CarryingClaims carrying;
  private final Supplier<ImmutableList<CitedClaim>> rivals;

  /**
   * Creates the rules for one question.
   *
   * @param rows the rows of the party on the proposition
   * @param rivals finds the party's own claims for rivals of what it is for
   */
  RelatedClaimRules(
      EvidenceView view,
      int party,
      int proposition,
      VisibleRows rows,
      CarryingClaims carrying,
      Supplier<ImmutableList<CitedClaim>> rivals) {
    this.carrying = carrying;
    this.rivals = rivals;
    this.view = view;
    this.party = party;
    this.proposition = proposition;
    this.rows = rows;
  }

  /** Creates the rules for a question of which only the related claims matter. */
  RelatedClaimRules(EvidenceView view, int party, int proposition, VisibleRows rows) {
    this(
        view,
        party,
        proposition,
        rows,
        new CarryingClaims(new BitSet(), new BitSet(), new BitSet(), new BitSet(), false),
        ImmutableList::of);
  }

  /** Returns the related claims, each kind searched for on first access. */
  RelatedClaims later() {
    return searched(this::possible, this::hints, ImmutableList.of(), new BitSet());
  }

  /**
   * Returns the related claims, given those of them that were found already.
   *
   * @param corrected the rows whose claims have no evidence left, since it was revised
   */
  RelatedClaims given(
      List<VisibleClaim> possible,
      List<VisibleClaim> hints,
      ImmutableList<CitedClaim> partsHeld,
      BitSet corrected) {
    return searched(() -> possible, () -> hints, partsHeld, corrected);
  }

  private RelatedClaims searched(
      Supplier<List<VisibleClaim>> possible,
      Supplier<List<VisibleClaim>> hints,
      ImmutableList<CitedClaim> partsHeld,
      BitSet corrected) {
    Supplier<Group> hinting = Suppliers.memoize(() -> listed(hints.get()));
    return RelatedClaims.searched(
        new QualifyingClaims(
            inOrder(carrying.disputing(), row -> Optional.empty()),
            inOrder(carrying.retracted(), retracting()),
            partsHeld,
            inOrder(corrected, row -> Optional.empty()),
            rivals,
            () -> new OtherCapacities(view, party, proposition).withHints(hinting.get().claims())),
        () -> listed(possible.get()),
        hinting,
        () -> listed(reports(LISTED)),
        this::derivation);
  }

  private ImmutableList<CitedClaim> inOrder(
      BitSet some, IntFunction<Optional<String>> retractedBy) {
    if (some.isEmpty()) { // as for most positions
      return ImmutableList.of();
    }
    return CarryingClaims.claims(some, rows).stream()
        .sorted(
            Comparator.comparingInt(VisibleClaim::latest)
                .reversed()
                .thenComparing(claim -> claim.claim().id()))
        .map(claim -> CitationRules.cite(view, claim, retractedBy.apply(claim.number())))
        .collect(ImmutableList.toImmutableList());
  }

  private IntFunction<Optional<String>> retracting() {
    Retractions retractions = new Retractions(view, party, view.asOf());
    return claim -> retractions.retracting(claim).map(number -> view.index().claim(number).id());
  }

  private Derivation derivation() {
    return DerivationRules.derivation(view, party, proposition);
  }

  /**
   * Cites the nearest claims, nearest first: as many as answers list, and one more if there is one.
   */
  private Group listed(List<VisibleClaim> nearest) {
    Comparator<VisibleClaim> order = Comparator.comparingLong(claim -> distance(claim.latest()));
    List<VisibleClaim> inOrder = new ArrayList<>(nearest);
    inOrder.sort(order.thenComparing(claim -> claim.claim().id()));
    return Group.of(
        CitationRules.cite(view, inOrder.subList(0, Math.min(LISTED + 1, inOrder.size()))));
  }

  private long distance(int day) {
    return Math.abs((long) day - view.asOf());
  }

  /** Finds the nearest hints. */
  List<VisibleClaim> hints() {
    List<VisibleClaim> hints = nearest(rows, rows.possibleHints(), LISTED, rows::hints);
    for (int organisation : view.index().parties().organisations(party)) {
      VisibleRows of = VisibleRows.of(view, organisation, proposition);
      hints.addAll(
          nearest(of, of.dayRows().all(), LISTED, row -> isHintOfMember(of, row, organisation)));
    }
    return hints;
  }

  /** Returns whether the party itself, or an actor of it, is a principal of a claim too. */
  private boolean concernsParty(VisibleRows of, int row) {
    Claim claim = view.index().claim(of.claim(row));
    PartyIndex parties = view.index().parties();
    return claim.principals().stream()
        .map(view.index().numbers()::actor)
        .anyMatch(
            principal ->
                parties.authorityRank(principal, party) != PartyIndex.STRANGER
                    && parties.isInTime(principal, party, claim.asserted().latest()));
  }

  /** Returns whether a claim of an organisation hints at the position of a member of that day. */
  private boolean isHintOfMember(VisibleRows of, int row, int organisation) {
    return of.earliest(row) <= of.asOf()
        && of.authorityRank(row) >= 0
        && of.isEvidenced(row)
        && !concernsParty(of, row)
        && view.index()
            .parties()
            .isMember(party, organisation, LocalDate.ofEpochDay(of.latest(row)));
  }

  /**
   * Finds the nearest claims of media other than the party on the proposition itself, in their own
   * voice: each claim once, with its best grade for one of the media that make it.
   */
  List<VisibleClaim> reports(int most) {
    VisibleRows reports = VisibleRows.ofReports(view, party, proposition);
    return nearest(reports, reports.dayRows().all(), most, reports::isReport);
  }

  /**
   * Finds the rows of a subset that fit and are nearest to the as-of date. If there are more rows
   * than answers list, returns as many as are needed to decide which are listed.
   */
  private List<VisibleClaim> nearest(
      VisibleRows of, DayRows.Subset subset, int most, IntPredicate fits) {
    List<VisibleClaim> found = new ArrayList<>();
    int after = subset.countBefore(of.dayRows().endedBy(view.asOf()));
    int before = after - 1;
    while (before >= 0 || after < subset.size()) {
      long back = before < 0 ? Long.MAX_VALUE : distance(of.latest(subset.get(before)));
      long forth = after >= subset.size() ? Long.MAX_VALUE : distance(of.latest(subset.get(after)));
      if (isEnough(found, most, Math.min(back, forth))) {
        break;
      }
      int row = back <= forth ? subset.get(before--) : subset.get(after++);
      if (fits.test(row)) {
        found.add(of.claimAt(row));
      }
    }
    return found;
  }

  /** Returns whether more claims were found than are listed, all nearer than the next row. */
  private boolean isEnough(List<VisibleClaim> found, int most, long next) {
    return found.size() > most && next > distance(found.get(found.size() - 1).latest());
  }

  private boolean isPossible(int row) {
    return rows.ruling(row) == Ruling.POSSIBLY && !carrying.retracted().get(row);
  }

  /** Finds the claims that count if they were made by the as-of date, as they possibly were. */
  List<VisibleClaim> possible() {
    DayRows dayRows = rows.dayRows();
    int ended = dayRows.endedBy(view.asOf());
    List<VisibleClaim> found = new ArrayList<>();
    DayRows.Subset vague = dayRows.vague();
    for (int i = vague.countBefore(ended);
        i < vague.size()
            && (long) rows.latest(vague.get(i)) - dayRows.longestVague() <= view.asOf();
        i++) {
      if (isPossible(vague.get(i))) {
        found.add(rows.claimAt(vague.get(i)));
      }
    }
    List<VisibleClaim> ofOpenStart = new ArrayList<>();
    DayRows.Subset open = dayRows.openStarts();
    for (int i = open.countBefore(ended);
        i < open.size() && !isEnough(ofOpenStart, LISTED, distance(rows.latest(open.get(i))));
        i++) {
      if (isPossible(open.get(i))) {
        ofOpenStart.add(rows.claimAt(open.get(i)));
      }
    }
    found.addAll(ofOpenStart);
    return found;
  }
}

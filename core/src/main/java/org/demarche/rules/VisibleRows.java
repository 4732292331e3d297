package org.demarche.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.dossierindex.Bearing;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.EpochDays;
import org.demarche.dossierindex.EvidenceBits;
import org.demarche.dossierindex.PartyIndex;
import org.demarche.dossierindex.RowBits;
import org.demarche.index.DayRows;
import org.demarche.index.IntLists;
import org.demarche.model.ActorKind;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Stance;

/**
 * The rows of one party on one proposition as a view shows them, each judged by itself (rules 1 to
 * 4, and the authority of rule 7).
 */
final class VisibleRows {
  /** The grade of a row without evidence. */
  private static final int NO_EVIDENCE = -1;

  /** The number of rows of one day from which on they are listed by claim. */
  private static final int MANY = 64;

  private static final Grade[] GRADES = Grade.values();
  private static final Stance[] STANCES = Stance.values();
  private static final Authority[] AUTHORITIES = Authority.values();

  private final EvidenceView view;
  private final DossierIndex index;
  private final IntLists evidence;
  private final int party;
  private final boolean ofFamily;
  private final DayRows rows;
  private final int minGrade;
  private final int asOf;
  private final boolean onlyOddCanHint;
  private final Reading reading;

  /** The rows by claim, of each day on which many end and of which one was sought. */
  private final Map<Integer, Map<Integer, Integer>> crowdedDays;

  /** The reading of a row as it is weighed against others. */
  private interface Reading {
    WeighedClaim of(VisibleRows rows, int row, boolean passes);
  }

  /**
   * Reads rows of a party's family.
   *
   * @param ofFamily whether the party is the head of its family; the index stores more about the
   *     rows of such a party
   */
  private VisibleRows(
      EvidenceView view, int party, boolean ofFamily, DayRows rows, int asOf, Reading reading) {
    this(view, party, ofFamily, rows, asOf, reading, new ConcurrentHashMap<>());
  }

  private VisibleRows(
      EvidenceView view,
      int party,
      boolean ofFamily,
      DayRows rows,
      int asOf,
      Reading reading,
      Map<Integer, Map<Integer, Integer>> crowdedDays) {
    this.crowdedDays = crowdedDays;
    this.view = view;
    this.asOf = asOf;
    this.reading = reading;
    this.index = view.index();
    this.evidence = index.evidence();
    this.party = party;
    this.ofFamily = ofFamily;
    this.rows = rows;
    this.minGrade = view.minGrade().ordinal();
    this.onlyOddCanHint = ofFamily && minGrade <= Grade.OTHER_SIDE.ordinal();
  }

  /** Reads the rows of a party on a proposition. */
  static VisibleRows of(EvidenceView view, int party, int proposition) {
    return of(view, party, view.index().rows(party, proposition));
  }

  /** Reads the given rows, which must belong to the party's family. */
  static VisibleRows of(EvidenceView view, int party, DayRows rows) {
    return of(view, party, rows, view.asOf());
  }

  private static VisibleRows of(EvidenceView view, int party, DayRows rows, int asOf) {
    boolean ofFamily = view.index().parties().family(party) == party;
    return new VisibleRows(view, party, ofFamily, rows, asOf, WeighedClaim::new);
  }

  /** Returns the same rows as of another day. */
  VisibleRows at(int day) {
    return new VisibleRows(view, party, ofFamily, rows, day, reading, crowdedDays);
  }

  /** Returns the same rows, of which each is read once to be weighed as of several days. */
  VisibleRows forManyDays() {
    List<Optional<WeighedClaim>> known =
        new ArrayList<>(Collections.nCopies(rows.size(), Optional.empty()));
    return new VisibleRows(
        view,
        party,
        ofFamily,
        rows,
        asOf,
        (then, row, passes) -> {
          Optional<WeighedClaim> before = known.get(row);
          if (before.isPresent() && before.get().isSameAt(then, passes)) {
            return before.get();
          }
          WeighedClaim claim = new WeighedClaim(then, row, passes);
          known.set(row, Optional.of(claim));
          return claim;
        });
  }

  /** Reads the rows of a party on a proposition as of another day. */
  static VisibleRows of(EvidenceView view, int party, int proposition, int asOf) {
    return of(view, party, view.index().rows(party, proposition), asOf);
  }

  /** Reads the claims that media make in their own voice on a proposition, for a party. */
  static VisibleRows ofReports(EvidenceView view, int party, int proposition) {
    DayRows reports = view.index().reports(proposition);
    return new VisibleRows(view, party, true, reports, view.asOf(), WeighedClaim::new);
  }

  DayRows dayRows() {
    return rows;
  }

  int asOf() {
    return asOf;
  }

  EvidenceView view() {
    return view;
  }

  int party() {
    return party;
  }

  /**
   * Returns whether some row has to be weighed against the others. Narrated evidence is weighed
   * like another state's account, where it counts at all.
   */
  boolean isWeighed() {
    return RowBits.isWeighed(rows)
        || (view.minGrade().compareTo(Grade.OTHER_SIDE) < 0 && someHas(RowBits.ODD));
  }

  /** Returns whether some row has a flag. */
  boolean someHas(int flag) {
    return (rows.unionOfTraits() & flag) != 0;
  }

  /** Returns the row of a claim, or -1. */
  int rowOf(int claim) {
    int latest = EpochDays.of(index.claim(claim).asserted().latest());
    int end = rows.endedBy(latest);
    int row = end - 1;
    for (; row >= 0 && latest(row) == latest; row--) {
      if (claim(row) == claim) {
        return row;
      }
      if (end - row > MANY) {
        return crowdedDays.computeIfAbsent(latest, this::rowsByClaim).getOrDefault(claim, -1);
      }
    }
    return -1;
  }

  private Map<Integer, Integer> rowsByClaim(int latest) {
    Map<Integer, Integer> byClaim = new HashMap<>();
    for (int row = rows.endedBy(latest) - 1; row >= 0 && latest(row) == latest; row--) {
      byClaim.putIfAbsent(claim(row), row);
    }
    return byClaim;
  }

  /** Returns whether the terms of office of the party are those of its family. */
  boolean hasTermsOfFamily() {
    PartyIndex parties = index.parties();
    return ofFamily || parties.termsOwner(party) == parties.termsOwner(parties.family(party));
  }

  Bearing bearing(int row) {
    return RowBits.bearing(rows.get(row, DossierIndex.BITS));
  }

  /**
   * Returns the principal of a row whose terms of office hold for it: the first that counts with
   * terms other than those of its state, or the first that counts.
   */
  int principalOfTerms(int row) {
    int group = rows.get(row, DossierIndex.PRINCIPALS);
    int[] principals = new int[index.principals().size(group)];
    Arrays.setAll(principals, i -> index.principals().get(group, i));
    return index.parties().principalOfTerms(party, principals);
  }

  /**
   * Returns the days on which, while a span runs, the position may change although no row ends: an
   * administration that holds for some row takes or leaves office.
   */
  Set<Integer> changesOfTerms() {
    Set<Integer> days = new TreeSet<>(index.parties().terms(party).changes());
    for (int row = 0; someHas(RowBits.OTHER_TERMS) && row < rows.size(); row++) {
      days.addAll(index.parties().terms(principalOfTerms(row)).changes());
    }
    return days;
  }

  int earliest(int row) {
    return rows.get(row, DayRows.FIRST);
  }

  int latest(int row) {
    return rows.get(row, DayRows.LAST);
  }

  int claim(int row) {
    return rows.get(row, DossierIndex.CLAIM);
  }

  boolean has(int row, int flag) {
    return (rows.get(row, DossierIndex.BITS) & flag) != 0;
  }

  int stance(int row) {
    return rows.get(row, DossierIndex.BITS) & RowBits.STANCE;
  }

  /** Returns the stances of some rows, one bit each. */
  int stances(BitSet some) {
    int stances = 0;
    for (int row = some.nextSetBit(0); row >= 0; row = some.nextSetBit(row + 1)) {
      stances |= 1 << stance(row);
    }
    return stances;
  }

  /** Returns the outcome of a position that the row carries alone. */
  PositionOutcome outcome(int row) {
    return PositionOutcome.of(STANCES[stance(row)]);
  }

  /** Returns the administration in which a row lies as far as the as-of date, or UNCERTAIN. */
  int term(int row) {
    return has(row, RowBits.SPAN) && latest(row) > asOf
        ? index.parties().terms(party).during(earliest(row), asOf)
        : RowBits.term(rows.get(row, DossierIndex.BITS));
  }

  /** Returns whether the outcomes stored in the index are right for the party in this view. */
  boolean hasNotedOutcomes() {
    return view.hasNotedOutcomes(party);
  }

  /** Returns the stored outcome from the last day of a row on; row -1 precedes the first row. */
  PositionOutcome notedOutcome(int row) {
    return notedOutcome(rows, row);
  }

  /** Returns whether the outcome from the last day of a row on is stored. */
  static boolean isNoted(DayRows rows, int row) {
    return row < 0 || RowBits.isNoted(rows.get(row, DossierIndex.BITS));
  }

  /** Returns the stored outcome from the last day of a row on; row -1 precedes the first row. */
  static PositionOutcome notedOutcome(DayRows rows, int row) {
    return row < 0 ? PositionOutcome.UNKNOWN : RowBits.outcome(rows.get(row, DossierIndex.BITS));
  }

  /**
   * Returns the rows that can be hints: the odd rows; for an organ, or if the minimum grade was
   * raised, all rows.
   */
  DayRows.Subset possibleHints() {
    return onlyOddCanHint ? rows.odd() : rows.all();
  }

  /**
   * Returns an earlier row, or -1, such that no row between the two has a higher authority than the
   * given row.
   */
  int skipTo(int row) {
    return ofFamily ? rows.skipTo(row) : row - 1;
  }

  // Authority

  /** Tests whether a row does not concern the party. */
  boolean isStranger(int row) {
    return authorityRank(row) == PartyIndex.STRANGER;
  }

  /**
   * Returns the highest authority rank of a row's principals, or a higher rank: a recorded act of a
   * state itself has the authority of its head only while the record exists; see {@link
   * #authority}.
   */
  int authorityRank(int row) {
    return ofFamily
        ? RowBits.authorityRank(rows.get(row, DossierIndex.BITS))
        : authorityRankOfPrincipals(row);
  }

  private int authorityRankOfPrincipals(int row) {
    int group = rows.get(row, DossierIndex.PRINCIPALS);
    int best = PartyIndex.STRANGER;
    for (int i = 0; i < index.principals().size(group); i++) {
      best = Math.max(best, index.parties().authorityRank(index.principals().get(group, i), party));
    }
    return best;
  }

  /** Returns the ordinal of the authority of a row that counts. */
  int authority(int row) {
    boolean mayBeOffRecord = !view.isWhole() || has(row, RowBits.ODD);
    if (ofFamily && mayBeOffRecord && has(row, RowBits.RECORDED_ACT) && !isOnRecord(row)) {
      return authorityRankOfPrincipals(row);
    }
    return authorityRank(row);
  }

  private boolean isOnRecord(int row) {
    int pieces = rows.get(row, DossierIndex.EVIDENCE);
    for (int i = 0; i < evidence.size(pieces); i++) {
      if (EvidenceBits.isRecorded(evidence.get(pieces, i)) && exists(row, i)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the claim of a row as it is weighed.
   *
   * @param passes whether the claim is stated here, or passes on to here
   */
  WeighedClaim weighed(int row, boolean passes) {
    return reading.of(this, row, passes);
  }

  // Evidence

  /** Returns the number of pieces of evidence of a row's claim. */
  int pieces(int row) {
    return evidence.size(rows.get(row, DossierIndex.EVIDENCE));
  }

  /** Returns the number of the source of a piece of evidence of a row; pieces count from 0. */
  int source(int row, int piece) {
    return EvidenceBits.source(evidence.get(rows.get(row, DossierIndex.EVIDENCE), piece));
  }

  private int gradeOf(int row, int piece) {
    return EvidenceBits.grade(evidence.get(rows.get(row, DossierIndex.EVIDENCE), piece));
  }

  /** Returns whether a piece of evidence of a row exists. */
  boolean exists(int row, int piece) {
    int source = source(row, piece);
    if (view.isWhole()) {
      return !index.sources().isRevised(source);
    }
    return view.isKnown(source) && isAdmitted(row, source, piece);
  }

  /** Returns the number of the source of the first piece of evidence that exists, or -1. */
  int firstSource(int row) {
    for (int piece = 0; piece < pieces(row); piece++) {
      if (exists(row, piece)) {
        return source(row, piece);
      }
    }
    return -1;
  }

  private boolean isAdmitted(int row, int source, int piece) {
    return view.admits(source)
        && (view.admitsAllClaims() || view.isAdmitted(claim(row), source, piece));
  }

  /** Returns the ordinal of the best grade of the evidence that exists, or NO_EVIDENCE. */
  private int grade(int row) {
    int best = NO_EVIDENCE;
    for (int piece = 0; piece < pieces(row); piece++) {
      if (exists(row, piece)) {
        best = Math.max(best, gradeOf(row, piece));
      }
    }
    return best;
  }

  /** Returns the ordinal of the grade that a row would have if all sources were published. */
  private int gradeOnceKnown(int row) {
    return gradeOfAdmitted(row, source -> true);
  }

  /** Returns the best grade of the pieces of evidence that are not left out, of some sources. */
  private int gradeOfAdmitted(int row, IntPredicate some) {
    int best = NO_EVIDENCE;
    for (int piece = 0; piece < pieces(row); piece++) {
      int source = source(row, piece);
      if (isAdmitted(row, source, piece) && some.test(source)) {
        best = Math.max(best, gradeOf(row, piece));
      }
    }
    return best;
  }

  /** Returns whether a row has evidence that exists. */
  boolean isEvidenced(int row) {
    return grade(row) != NO_EVIDENCE;
  }

  // Ruling

  /** Returns whether a row counts, regardless of its date (rule 2). */
  boolean counts(int row) {
    if (onlyOddCanHint && !has(row, RowBits.ODD)) {
      return view.isWhole() || isEvidenced(row); // any evidence is good enough
    }
    return has(row, RowBits.TAKES_POSITION) && authorityRank(row) >= 0 && grade(row) >= minGrade;
  }

  /** Returns whether a row would count if all sources were published. */
  boolean wouldCount(int row) {
    return has(row, RowBits.TAKES_POSITION)
        && authorityRank(row) >= 0
        && gradeOnceKnown(row) >= minGrade;
  }

  /** Returns whether some source of a row's evidence was published, be it revised since. */
  boolean isPublished(int row) {
    return gradeOfAdmitted(row, view::isPublished) != NO_EVIDENCE;
  }

  /** Returns whether a row would count if no published source had been revised. */
  boolean wouldCountUncorrected(int row) {
    return has(row, RowBits.TAKES_POSITION)
        && authorityRank(row) >= 0
        && gradeOfAdmitted(row, view::isPublished) >= minGrade;
  }

  /** Returns whether a claim was certainly made by the as-of date (rule 3). */
  boolean isMadeByNow(int row) {
    return latest(row) <= asOf || (has(row, RowBits.SPAN) && earliest(row) <= asOf);
  }

  /** Returns whether the evidence of a row is no better than the account of another state. */
  boolean isKnownOnlyThroughAnother(int row) {
    return grade(row) <= Grade.OTHER_SIDE.ordinal();
  }

  /**
   * Returns the ruling on a row by itself; a row with the ruling UNSUPERSEDED may be superseded by
   * another row.
   */
  Ruling ruling(int row) {
    if (!isEvidenced(row)) {
      if (isPublished(row)) {
        return Ruling.CORRECTED;
      }
      return gradeOnceKnown(row) == NO_EVIDENCE ? Ruling.SET_ASIDE : Ruling.NOT_YET_KNOWN;
    }
    if (earliest(row) > asOf()) {
      return Ruling.LATER;
    }
    if (!counts(row)) {
      if (authorityRank(row) == PartyIndex.HINT) {
        return isOfPerson(row) ? Ruling.NO_CAPACITY : Ruling.OTHER_BODY;
      }
      return has(row, RowBits.TAKES_POSITION) ? Ruling.BELOW_MIN_GRADE : Ruling.NO_SIDE;
    }
    return latest(row) <= asOf() || has(row, RowBits.SPAN) ? Ruling.UNSUPERSEDED : Ruling.POSSIBLY;
  }

  private boolean isOfPerson(int row) {
    int group = rows.get(row, DossierIndex.PRINCIPALS);
    for (int i = 0; i < index.principals().size(group); i++) {
      ActorKind kind = index.parties().actor(index.principals().get(group, i)).kind();
      if (kind == ActorKind.PERSON) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a row is a hint. */
  boolean hints(int row) {
    return earliest(row) <= asOf() && !isStranger(row) && !counts(row) && isEvidenced(row);
  }

  /** Returns whether a row of media is a report: made by the as-of date, not by the party. */
  boolean isReport(int row) {
    return earliest(row) <= asOf() && isEvidenced(row) && authorityRankOfPrincipals(row) < 0;
  }

  /** Returns the claim of a row, with the grade and authority that it has in the view. */
  VisibleClaim claimAt(int row) {
    int published = Integer.MAX_VALUE;
    int best = grade(row);
    int any = NO_EVIDENCE;
    boolean whole = true;
    for (int piece = 0; piece < pieces(row); piece++) {
      any = Math.max(any, gradeOf(row, piece));
      if (exists(row, piece)) {
        published = Math.min(published, index.sources().published(source(row, piece)));
      } else {
        whole = false;
      }
    }
    int number = claim(row);
    Claim claim = index.claim(number);
    return new VisibleClaim(
        claim,
        row,
        number,
        earliest(row),
        latest(row),
        term(row),
        rows.get(row, DossierIndex.BITS),
        AUTHORITIES[Math.max(0, authority(row))],
        GRADES[best == NO_EVIDENCE ? any : best],
        whole,
        published,
        principalOfTerms(row));
  }
}

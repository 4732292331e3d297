package org.demarche.rules;

import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Grade;
import org.demarche.answer.PositionOutcome;
import org.demarche.index.DayRows;
import org.demarche.index.IntLists;
import org.demarche.model.Authority;
import org.demarche.model.Claim;
import org.demarche.model.Stance;

/**
 * The rows of one party on one proposition, as a view shows them: what each is by itself (rules 1
 * to 4, and the authority of rule 7).
 */
final class VisibleRows {
  private static final int NO_EVIDENCE = -1;
  private static final Grade[] GRADES = Grade.values();
  private static final Stance[] STANCES = Stance.values();
  private static final Authority[] AUTHORITIES = Authority.values();

  private final EvidenceView view;
  private final DossierIndex corpus;
  private final IntLists evidence;
  private final int party;
  private final boolean ofFamily;
  private final DayRows cell;
  private final int floor;
  private final boolean onlyOddCanHint;

  /**
   * Reads the rows of a cell.
   *
   * @param party the number of the party that is asked about
   * @param ofFamily whether it is a whole family, of whose rows the index knows more
   */
  private VisibleRows(EvidenceView view, int party, boolean ofFamily, DayRows cell) {
    this.view = view;
    this.corpus = view.corpus();
    this.evidence = corpus.evidence();
    this.party = party;
    this.ofFamily = ofFamily;
    this.cell = cell;
    this.floor = view.minGrade().ordinal();
    this.onlyOddCanHint = ofFamily && floor <= Grade.OTHER_SIDE.ordinal();
  }

  /** Reads the rows of a party on a proposition, by their numbers. */
  static VisibleRows of(EvidenceView view, int party, int proposition) {
    return of(view, party, view.corpus().cell(party, proposition));
  }

  /** Reads the rows in a cell of the party's family. */
  static VisibleRows of(EvidenceView view, int party, DayRows cell) {
    return new VisibleRows(view, party, view.corpus().parties().family(party) == party, cell);
  }

  /** Reads what media say on a proposition in their own voice, for a party. */
  static VisibleRows ofReports(EvidenceView view, int party, int proposition) {
    return new VisibleRows(view, party, true, view.corpus().reports(proposition));
  }

  DayRows cell() {
    return cell;
  }

  int asOf() {
    return view.asOf();
  }

  int earliest(int row) {
    return cell.get(row, DayRows.FIRST);
  }

  int latest(int row) {
    return cell.get(row, DayRows.LAST);
  }

  int claim(int row) {
    return cell.get(row, DossierIndex.CLAIM);
  }

  boolean has(int row, int tag) {
    return (cell.get(row, DossierIndex.TAGS) & tag) != 0;
  }

  int stance(int row) {
    return cell.get(row, DossierIndex.TAGS) & RowBits.STANCE;
  }

  /** What its stance is, where it is known by it. */
  PositionOutcome outcome(int row) {
    return PositionOutcome.of(STANCES[stance(row)]);
  }

  int term(int row) {
    return RowBits.term(cell.get(row, DossierIndex.TAGS));
  }

  /** Whether what the index says to be held is so in this view too. */
  boolean isSettled() {
    return view.isSettled(party);
  }

  /** What the index says to be held from a row on, or from before the first, which is -1. */
  PositionOutcome outcomeFrom(int row) {
    return DossierIndex.outcomeFrom(cell, row);
  }

  /** The rows that can be hints: the odd ones, or of an organ and above a raised floor all. */
  DayRows.Some canHint() {
    return onlyOddCanHint ? cell.odd() : cell.all();
  }

  /**
   * A row before one, or -1: of the rows between the two none has a higher authority than that one.
   */
  int above(int row) {
    return ofFamily ? cell.above(row) : row - 1;
  }

  // Whose claims count, and with what authority

  /** Whether a row has nothing to do with the party. */
  boolean isStranger(int row) {
    return authorityRank(row) == PartyIndex.STRANGER;
  }

  /**
   * How the best placed of a row's principals stands to the party, or better: a recorded act of a
   * state itself has the authority of its head only where the record of it exists.
   */
  int authorityRank(int row) {
    return ofFamily
        ? RowBits.authorityRank(cell.get(row, DossierIndex.TAGS))
        : authorityRankOfPrincipals(row);
  }

  private int authorityRankOfPrincipals(int row) {
    int group = cell.get(row, DossierIndex.GROUP);
    int best = PartyIndex.STRANGER;
    for (int i = 0; i < corpus.groups().size(group); i++) {
      best = Math.max(best, corpus.parties().authorityRank(corpus.groups().get(group, i), party));
    }
    return best;
  }

  /** The authority of a row that counts, as its ordinal. */
  int authority(int row) {
    if (ofFamily && !view.isWhole() && has(row, RowBits.RECORDED_ACT) && !isOnRecord(row)) {
      return authorityRankOfPrincipals(row);
    }
    return authorityRank(row);
  }

  private boolean isOnRecord(int row) {
    int pieces = cell.get(row, DossierIndex.EVIDENCE);
    for (int i = 0; i < evidence.size(pieces); i++) {
      if (EvidenceBits.isRecorded(evidence.get(pieces, i)) && exists(row, i)) {
        return true;
      }
    }
    return false;
  }

  // What evidence there is

  /** How many pieces of evidence the claim of a row has. */
  int pieces(int row) {
    return evidence.size(cell.get(row, DossierIndex.EVIDENCE));
  }

  /** The source of a piece of evidence of a row, counted from 0. */
  int source(int row, int piece) {
    return EvidenceBits.source(evidence.get(cell.get(row, DossierIndex.EVIDENCE), piece));
  }

  private int gradeOf(int row, int piece) {
    return EvidenceBits.grade(evidence.get(cell.get(row, DossierIndex.EVIDENCE), piece));
  }

  /** Whether a piece of evidence of a row exists. */
  boolean exists(int row, int piece) {
    if (view.isWhole()) {
      return true;
    }
    int source = source(row, piece);
    return view.isKnown(source) && isAdmitted(row, piece, source);
  }

  private boolean isAdmitted(int row, int piece, int source) {
    return view.admits(source)
        && (view.admitsAllClaims() || view.isAdmitted(claim(row), source, piece));
  }

  /** The ordinal of the best grade of the evidence that exists, or {@link #NO_EVIDENCE}. */
  private int grade(int row) {
    int best = NO_EVIDENCE;
    for (int piece = 0; piece < pieces(row); piece++) {
      if (exists(row, piece)) {
        best = Math.max(best, gradeOf(row, piece));
      }
    }
    return best;
  }

  /** The same, had everything been published by then. */
  private int gradeOnceKnown(int row) {
    int best = NO_EVIDENCE;
    for (int piece = 0; piece < pieces(row); piece++) {
      if (isAdmitted(row, piece, source(row, piece))) {
        best = Math.max(best, gradeOf(row, piece));
      }
    }
    return best;
  }

  /** Whether evidence of a row exists. */
  boolean isEvidenced(int row) {
    return grade(row) != NO_EVIDENCE;
  }

  // What it comes to

  /** Whether a row counts, whenever it was said (rule 2). */
  boolean counts(int row) {
    if (onlyOddCanHint && !has(row, RowBits.ODD)) {
      return view.isWhole() || isEvidenced(row); // then it counts, by whichever evidence there is
    }
    return has(row, RowBits.TAKES_POSITION) && authorityRank(row) >= 0 && grade(row) >= floor;
  }

  /** Whether a row would count once its evidence is published. */
  boolean wouldCount(int row) {
    return has(row, RowBits.TAKES_POSITION)
        && authorityRank(row) >= 0
        && gradeOnceKnown(row) >= floor;
  }

  /**
   * What the rules make of a row by itself; an UNSUPERSEDED one may still be superseded by another.
   */
  Ruling ruling(int row) {
    if (!isEvidenced(row)) {
      return gradeOnceKnown(row) == NO_EVIDENCE ? Ruling.SET_ASIDE : Ruling.NOT_YET_KNOWN;
    }
    if (earliest(row) > asOf()) {
      return Ruling.LATER;
    }
    if (!counts(row)) {
      if (authorityRank(row) == PartyIndex.HINT) {
        return Ruling.NO_CAPACITY;
      }
      return has(row, RowBits.TAKES_POSITION) ? Ruling.BELOW_MIN_GRADE : Ruling.NO_SIDE;
    }
    return latest(row) <= asOf() || has(row, RowBits.SPAN) ? Ruling.UNSUPERSEDED : Ruling.POSSIBLY;
  }

  /** Whether a row only hints. */
  boolean hints(int row) {
    return earliest(row) <= asOf() && !isStranger(row) && !counts(row) && isEvidenced(row);
  }

  /** Whether a row of the media is a report to the party: by then, and not of its own. */
  boolean isReport(int row) {
    return earliest(row) <= asOf() && isEvidenced(row) && authorityRankOfPrincipals(row) < 0;
  }

  /** A row with what the view makes of it. */
  VisibleClaim bearing(int row) {
    int published = Integer.MAX_VALUE;
    int best = NO_EVIDENCE;
    int any = NO_EVIDENCE;
    boolean whole = true;
    for (int piece = 0; piece < pieces(row); piece++) {
      any = Math.max(any, gradeOf(row, piece));
      if (exists(row, piece)) {
        best = Math.max(best, gradeOf(row, piece));
        published = Math.min(published, corpus.sources().published(source(row, piece)));
      } else {
        whole = false;
      }
    }
    int number = claim(row);
    Claim claim = corpus.claim(number);
    return new VisibleClaim(
        claim,
        row,
        number,
        earliest(row),
        latest(row),
        term(row),
        cell.get(row, DossierIndex.TAGS),
        AUTHORITIES[Math.max(0, authority(row))],
        GRADES[best == NO_EVIDENCE ? any : best],
        whole,
        published);
  }
}

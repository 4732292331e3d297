package org.demarche.rules;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.demarche.answer.Position;
import org.demarche.answer.Standing;
import org.demarche.answer.Unknown;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.answer.factory.AnswerFactory.EvidenceFacts;
import org.demarche.answer.factory.AnswerFactory.PositionFacts;
import org.demarche.answer.factory.RelatedClaims;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.index.DayRows;
import org.demarche.index.GrowableIntArray;
import org.demarche.model.Stance;

/**
 * The derivation of one position. The rows of the party on the proposition that count are walked
 * from the newest back, until no older row can be unsuperseded; the rows that carry the position
 * are its support.
 */
public final class PositionRules {
  private static final Stance[] STANCES = Stance.values();

  private final EvidenceView view;
  private final DossierIndex index;
  private final int party;
  private final int proposition;
  private final VisibleRows rows;
  private final AdministrationIndex terms;

  private PositionRules(EvidenceView view, int party, int proposition) {
    this.view = view;
    this.index = view.index();
    this.party = party;
    this.proposition = proposition;
    this.rows = VisibleRows.of(view, party, proposition);
    this.terms = index.parties().terms(party);
  }

  /** Derives the position of a party on a proposition. */
  public static Position position(EvidenceView view, int party, int proposition) {
    return new PositionRules(view, party, proposition).position();
  }

  private Position position() {
    Support support = new Support();
    if (support.stances == 0) {
      return unknown();
    }
    List<VisibleClaim> cited = support.inOrderOfCitation();
    if (Integer.bitCount(support.stances) == 1) {
      Stance stance = STANCES[Integer.numberOfTrailingZeros(support.stances)];
      return AnswerFactory.get().known(facts(related().later()), evidence(cited), stance);
    }
    List<VisibleClaim> sides =
        cited.stream().filter(claim -> support.unsuperseded.get(claim.row())).toList();
    return AnswerFactory.get()
        .contested(facts(related().later()), evidence(cited), CitationRules.cite(view, sides));
  }

  /**
   * The rows that carry the position (rules 6 and 10): the unsuperseded rows, and the rows of the
   * same stances that are newer than every row of another stance.
   */
  private final class Support {
    final BitSet unsuperseded = new BitSet();
    private final GrowableIntArray counting = new GrowableIntArray();

    /** The newest day of each stance. */
    private final int[] newest = new int[STANCES.length];

    /** The stances of the unsuperseded rows, one bit each. */
    private int stances;

    Support() {
      Arrays.fill(newest, DayRows.OPEN);
      int seen = 0;
      NewestFirstWalk walk =
          NewestFirstWalk.of(rows, view.asOf(), rows.dayRows().endedBy(view.asOf()));
      // once a second stance was seen, no older row is newer than every row of another stance
      while (Integer.bitCount(seen) < 2 ? walk.next() : walk.nextUncovered()) {
        int row = walk.row();
        int stance = rows.stance(row);
        seen |= 1 << stance;
        newest[stance] = Math.max(newest[stance], rows.latest(row));
        counting.add(row);
        if (walk.isUnsuperseded()) {
          unsuperseded.set(row);
          stances |= 1 << stance;
        }
      }
    }

    private boolean isNewerThanOtherStances(int row) {
      int stance = rows.stance(row);
      boolean newer = (stances & (1 << stance)) != 0;
      for (int other = 0; other < newest.length; other++) {
        newer &= other == stance || rows.latest(row) > newest[other];
      }
      return newer;
    }

    List<VisibleClaim> inOrderOfCitation() {
      List<VisibleClaim> support = new ArrayList<>(counting.size());
      for (int i = 0; i < counting.size(); i++) {
        int row = counting.get(i);
        if (unsuperseded.get(row) || isNewerThanOtherStances(row)) {
          support.add(rows.claimAt(row));
        }
      }
      CitationRules.sort(support, terms, view.asOf());
      return support;
    }
  }

  private EvidenceFacts evidence(List<VisibleClaim> support) {
    int newest = CitationRules.newest(support, view.asOf());
    boolean current = terms.at(newest) == terms.at(view.asOf());
    LocalDate last = LocalDate.ofEpochDay(newest);
    return new EvidenceFacts(
        CitationRules.cite(view, support),
        current ? Standing.CURRENT : Standing.INHERITED,
        terms.term(last),
        last,
        independentRoots(support));
  }

  private int independentRoots(List<VisibleClaim> support) {
    if (support.size() == 1 && rows.pieces(support.get(0).row()) == 1) {
      return 1;
    }
    Set<Integer> sources = new HashSet<>();
    for (VisibleClaim claim : support) {
      for (int piece = 0; piece < rows.pieces(claim.row()); piece++) {
        if (rows.exists(claim.row(), piece)) {
          sources.add(rows.source(claim.row(), piece));
        }
      }
    }
    return index.sources().independentRoots(sources);
  }

  private Unknown unknown() {
    RelatedClaimRules related = related();
    List<VisibleClaim> possible = related.possible();
    List<VisibleClaim> hints = related.hints();
    return AnswerFactory.get()
        .unknown(facts(related.given(possible, hints)), reason(possible, hints));
  }

  /** Returns the reason why the position is unknown (rule 14). */
  private Unknown.Reason reason(List<VisibleClaim> possible, List<VisibleClaim> hints) {
    if (!hints.isEmpty()) {
      return Unknown.Reason.ONLY_HINTS;
    }
    if (!possible.isEmpty()) {
      return Unknown.Reason.ONLY_POSSIBLY;
    }
    for (int row = rows.dayRows().endedBy(view.asOf()); row < rows.dayRows().size(); row++) {
      if (rows.earliest(row) > view.asOf() && rows.counts(row)) {
        return Unknown.Reason.ONLY_LATER;
      }
    }
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (!rows.isEvidenced(row) && rows.wouldCount(row)) {
        return Unknown.Reason.NOT_YET_KNOWN;
      }
    }
    return Unknown.Reason.NO_CLAIMS;
  }

  private RelatedClaimRules related() {
    return new RelatedClaimRules(view, party, proposition, rows);
  }

  private PositionFacts facts(RelatedClaims related) {
    return new PositionFacts(
        index.parties().actor(party).id(),
        index.proposition(proposition).id(),
        view.viewpoint(),
        related,
        index.dossier());
  }
}

package org.demarche.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.Explanation;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Position;
import org.demarche.answer.factory.AnswerFactory;

/**
 * The explanation of one position: every claim that was considered, with the ruling on the claim.
 */
public final class ExplanationRules {
  private final EvidenceView view;
  private final VisibleRows rows;
  private final Supersession supersession = new Supersession();

  /** The claims that count, the latest start first. */
  private final List<VisibleClaim> counted = new ArrayList<>();

  private ExplanationRules(EvidenceView view, VisibleRows rows) {
    this.view = view;
    this.rows = rows;
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (!rows.isStranger(row) && rows.ruling(row) == Ruling.UNSUPERSEDED) {
        VisibleClaim claim = rows.claimAt(row);
        counted.add(claim);
        supersession.add(claim.earliest(), claim.authority().ordinal(), claim.term());
      }
    }
    counted.sort(
        Comparator.comparingInt(VisibleClaim::earliest)
            .reversed()
            .thenComparing(claim -> claim.claim().id()));
  }

  /** Explains the position of a party on a proposition. */
  public static Explanation explanation(EvidenceView view, int party, int proposition) {
    Position position = PositionRules.position(view, party, proposition);
    VisibleRows rows = VisibleRows.of(view, party, proposition);
    List<Considered> considered = new ExplanationRules(view, rows).considered(position);
    for (VisibleClaim report :
        new RelatedClaimRules(view, party, proposition, rows).reports(Integer.MAX_VALUE)) {
      considered.add(
          AnswerFactory.get()
              .considered(CitationRules.cite(view, report), Ruling.REPORT, Optional.empty()));
    }
    considered.sort(
        Comparator.comparing(Considered::ruling)
            .thenComparing(c -> c.cited().claim().asserted().latest(), Comparator.reverseOrder())
            .thenComparing(c -> c.cited().claim().id()));
    return AnswerFactory.get().explanation(position, considered, view.index().dossier());
  }

  private List<Considered> considered(Position position) {
    Set<String> carrying = new HashSet<>();
    position.support().forEach(cited -> carrying.add(cited.claim().id()));
    String headline = position.known().map(known -> known.headline().claim().id()).orElse("");
    List<Considered> considered = new ArrayList<>();
    for (int row = 0; row < rows.dayRows().size(); row++) {
      if (!rows.isStranger(row)) {
        considered.add(considered(rows.claimAt(row), carrying, headline));
      }
    }
    return considered;
  }

  private Considered considered(VisibleClaim claim, Set<String> carrying, String headline) {
    String id = claim.claim().id();
    Ruling ruling = rows.ruling(claim.row());
    Optional<String> supersededBy = Optional.empty();
    if (ruling == Ruling.UNSUPERSEDED
        && !supersession.leavesUnsuperseded(
            claim.latest(), claim.authority().ordinal(), claim.term())) {
      ruling = carrying.contains(id) ? Ruling.SUPPORTS : Ruling.SUPERSEDED;
      supersededBy = Optional.of(superseding(claim).claim().id());
    }
    return AnswerFactory.get()
        .considered(
            CitationRules.cite(view, claim),
            id.equals(headline) ? Ruling.HEADLINE : ruling,
            supersededBy);
  }

  /**
   * Returns the claim that supersedes a claim. If several claims do, returns the claim with the
   * latest start; among equal starts, the first by id.
   */
  private VisibleClaim superseding(VisibleClaim superseded) {
    for (VisibleClaim claim : counted) {
      boolean later = claim.earliest() > superseded.latest();
      if (later
          && (claim.authority().compareTo(superseded.authority()) >= 0
              || !Supersession.areCertainlySame(claim.term(), superseded.term()))) {
        return claim;
      }
    }
    throw new IllegalStateException("no claim supersedes " + superseded.claim().id());
  }
}

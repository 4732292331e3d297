package org.demarche.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.answer.Explanation;
import org.demarche.answer.Explanation.Considered;
import org.demarche.answer.Explanation.Reason;
import org.demarche.answer.Explanation.Ruling;
import org.demarche.answer.Position;
import org.demarche.answer.factory.AnswerFactory;

/**
 * The explanation of one position: every claim that was considered, with the ruling on the claim.
 */
public final class ExplanationRules {
  private final EvidenceView view;
  private final VisibleRows rows;
  private final Weighing weighing;
  private final BitSet unsuperseded;
  private final BitSet disputing;

  private ExplanationRules(EvidenceView view, VisibleRows rows) {
    this.view = view;
    this.rows = rows;
    this.weighing = Weighing.ofEvery(rows);
    this.unsuperseded = weighing.unsuperseded();
    this.disputing = weighing.disputing();
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
              .considered(
                  CitationRules.cite(view, report),
                  Ruling.REPORT,
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty()));
    }
    considered.sort(
        Comparator.comparing(Considered::ruling)
            .thenComparing(c -> c.cited().claim().asserted().latest(), Comparator.reverseOrder())
            .thenComparing(c -> c.cited().claim().id()));
    List<String> drafts =
        view.index().uncountedDrafts(party, proposition).stream()
            .filter(view::wouldShow)
            .map(draft -> view.index().claim(draft).id())
            .toList();
    return AnswerFactory.get().explanation(position, considered, drafts, view.index().dossier());
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
    int row = claim.row();
    Ruling ruling = ruling(row, carrying.contains(id));
    if (ruling == Ruling.RETRACTED) {
      String by = view.index().claim(weighing.retracting(row).orElseThrow()).id();
      return AnswerFactory.get()
          .considered(
              CitationRules.cite(view, claim, Optional.of(by)),
              ruling,
              Optional.of(by),
              Optional.empty(),
              Optional.empty());
    }
    Optional<Integer> by = decidedBy(ruling, row);
    Optional<Integer> notBy =
        ruling == Ruling.UNSUPERSEDED ? weighing.notSuperseding(row) : Optional.empty();
    return AnswerFactory.get()
        .considered(
            CitationRules.cite(view, claim),
            id.equals(headline) ? Ruling.HEADLINE : ruling,
            by.map(this::claimId),
            notBy.map(this::claimId),
            notBy
                .map(other -> weighing.whyNotSuperseded(row, other))
                .or(() -> by.map(other -> why(ruling, row, other))));
  }

  private String claimId(int row) {
    return view.index().claim(rows.claim(row)).id();
  }

  private Reason why(Ruling ruling, int row, int by) {
    return ruling == Ruling.DISPUTING
        ? weighing.whyOutweighed(row, by)
        : weighing.whySuperseded(row, by);
  }

  private Ruling ruling(int row, boolean carries) {
    Ruling ruling = rows.ruling(row);
    if (weighing.retracted().get(row)) {
      return Ruling.RETRACTED;
    }
    if (ruling != Ruling.UNSUPERSEDED || unsuperseded.get(row)) {
      return ruling;
    }
    if (disputing.get(row)) {
      return Ruling.DISPUTING;
    }
    if (weighing.lost().get(row) && weighing.superseding(row).isEmpty()) {
      return Ruling.NO_LONGER_IMPLIED;
    }
    return carries ? Ruling.SUPPORTS : Ruling.SUPERSEDED;
  }

  /** Returns the row by which a row is superseded or outweighed. */
  private Optional<Integer> decidedBy(Ruling ruling, int row) {
    return switch (ruling) {
      case SUPPORTS, SUPERSEDED -> weighing.superseding(row);
      case DISPUTING -> weighing.outweighing(row);
      default -> Optional.empty();
    };
  }
}

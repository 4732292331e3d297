package org.demarche.rules;

import java.util.Optional;
import org.demarche.answer.Position;
import org.demarche.answer.factory.RelatedClaims.Derivation;
import org.demarche.dossierindex.AdministrationIndex;
import org.demarche.model.TermOfOffice;

/** The derivation of a position with what an answer in full shows in addition. */
final class DerivationRules {
  private DerivationRules() {}

  /** Explains a position, and derives the position under the administration before. */
  static Derivation derivation(EvidenceView view, int party, int proposition) {
    return new Derivation(
        ExplanationRules.explanation(view, party, proposition),
        underPrevious(view, party, proposition));
  }

  /** Returns the position on the last day of the administration before the one in office. */
  private static Optional<Position> underPrevious(EvidenceView view, int party, int proposition) {
    AdministrationIndex terms = view.index().parties().terms(party);
    return terms
        .term(view.viewpoint().asOf())
        .map(TermOfOffice::from)
        .map(from -> from.minusDays(1))
        .filter(last -> terms.term(last).isPresent())
        .map(last -> PositionRules.position(view.at(last), party, proposition))
        .filter(position -> position.evidenced().isPresent());
  }
}

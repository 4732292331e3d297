package org.demarche.rules;

import java.util.List;
import org.demarche.answer.Grade;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.model.Evidence;
import org.demarche.model.Mode;
import org.demarche.model.Source;

/** The grades of evidence (rules 2 and 12). */
final class GradeRules {
  private GradeRules() {}

  /**
   * Returns the grade of a piece of evidence for a principal.
   *
   * @param source the number of its source
   * @param principal the number of the principal, or of the state or organisation to which it
   *     belongs
   */
  static Grade grade(DossierIndex index, Evidence evidence, int source, int principal) {
    if (evidence.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (evidence.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    Source record = index.sources().source(source);
    if (isKnownOnlyThroughAnother(index, record, evidence.via(), principal)) {
      return Grade.OTHER_SIDE;
    }
    boolean own =
        evidence.mode() == Mode.RECORDED
            || (evidence.mode().quotes() && record.hasReliableQuotes());
    return own ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  /** Returns whether words reached a source through another side than the principal's. */
  private static boolean isKnownOnlyThroughAnother(
      DossierIndex index, Source source, List<String> relays, int principal) {
    for (String relay : relays) {
      if (isOtherSide(index, relay, source, principal)) {
        return true;
      }
    }
    if (source.issuedBy().isEmpty()) {
      return isOtherSide(index, source.outlet(), source, principal);
    }
    boolean issuedByOthers = false;
    for (String issuer : source.issuedBy()) {
      boolean isOther = isOtherSide(index, issuer, source, principal);
      if (!isOther && index.parties().side(index.numbers().actor(issuer)).isPresent()) {
        return false; // the principal's own side issued it, be it jointly
      }
      issuedByOthers |= isOther;
    }
    return issuedByOthers;
  }

  private static boolean isOtherSide(
      DossierIndex index, String actor, Source source, int principal) {
    return index
        .parties()
        .isOtherSide(index.numbers().actor(actor), principal, source.published().latest());
  }
}

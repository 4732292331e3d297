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
   * Returns the grade of a piece of evidence for the principals of one family.
   *
   * @param source the number of its source
   * @param family the number of the head of the family
   */
  static Grade grade(DossierIndex index, Evidence evidence, int source, int family) {
    if (evidence.mode() == Mode.IMPUTED) {
      return Grade.IMPUTED;
    }
    if (evidence.mode() == Mode.NARRATED) {
      return Grade.NARRATED;
    }
    Source record = index.sources().source(source);
    if (isOtherSide(index, record.outlet(), family)
        || passedOtherSide(index, evidence.via(), family)) {
      return Grade.OTHER_SIDE;
    }
    boolean own =
        evidence.mode() == Mode.RECORDED
            || (evidence.mode().quotes() && record.hasReliableQuotes());
    return own ? Grade.OWN_WORDS : Grade.REPORTED;
  }

  private static boolean passedOtherSide(DossierIndex index, List<String> relays, int family) {
    for (String relay : relays) {
      if (isOtherSide(index, relay, family)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOtherSide(DossierIndex index, String actor, int family) {
    return index.parties().areOtherSides(index.numbers().actor(actor), family);
  }
}

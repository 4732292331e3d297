package org.demarche.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.demarche.answer.Readouts;
import org.demarche.answer.factory.AnswerFactory;
import org.demarche.dossierindex.DossierIndex;
import org.demarche.dossierindex.DossierIndex.Field;
import org.demarche.model.Claim;
import org.demarche.rules.EvidenceView;
import org.demarche.rules.Provenance;
import org.demarche.rules.Responses;

/** The question of how the participants described an occasion. */
public final class ReadoutQuestions {
  private ReadoutQuestions() {}

  /** Returns the claims made on an occasion, each with the states that report it. */
  public static Readouts readouts(EvidenceView view, String occasion) {
    DossierIndex index = view.index();
    Provenance provenance = new Provenance(view);
    List<Readouts.Point> points = new ArrayList<>();
    for (int number : index.claims(Field.OCCASION, index.numbers().occasion(occasion))) {
      if (!view.shows(number)) {
        continue;
      }
      Claim claim = index.claim(number);
      points.add(
          AnswerFactory.get()
              .readoutPoint(
                  claim,
                  provenance.reportedBy(number),
                  provenance.isMutual(number),
                  Responses.ids(view, number).toList()));
    }
    points.sort(
        Comparator.comparing(Readouts.Point::isMutual)
            .thenComparing(Readouts.Point::isReported)
            .reversed()
            .thenComparing(point -> point.claim().id()));
    return AnswerFactory.get()
        .readouts(
            occasion,
            view.viewpoint(),
            provenance.sides(index.dossier().occasion(occasion).orElseThrow().participants()),
            points,
            index.dossier());
  }
}

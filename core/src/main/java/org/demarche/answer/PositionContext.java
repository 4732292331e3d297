package org.demarche.answer;

import org.demarche.answer.factory.RelatedClaims;
import org.demarche.model.Dossier;
import org.immutables.value.Value;

/** The part of a position that is no part of its equality: where to look up what it shows. */
abstract class PositionContext {
  PositionContext() {}

  /** Returns the context of a position. */
  static PositionContext of(Position position) {
    return (PositionContext) position;
  }

  /** Returns the question of a position. */
  static String question(Position position) {
    return position.party() + " on " + position.proposition() + ", " + position.viewpoint();
  }

  /** Returns the claims that bear on the question without supporting the position. */
  @Value.Auxiliary
  @Value.Parameter(order = 3)
  abstract RelatedClaims related();

  /** Returns the dossier that has the names and texts to print. */
  @Value.Auxiliary
  @Value.Parameter(order = 4)
  abstract Dossier dossier();
}

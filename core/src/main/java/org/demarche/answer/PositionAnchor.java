package org.demarche.answer;

import java.util.List;
import java.util.stream.Stream;

/** The place of a page to which the cell of a position leads. */
final class PositionAnchor {
  private PositionAnchor() {}

  /** Returns the anchor of the first claim to cite for a position; empty if there is none. */
  static String of(Position position) {
    List<CitedClaim> sides =
        position instanceof Contested contested ? contested.sides() : position.support();
    return Stream.concat(sides.stream(), position.partsHeld().stream())
        .findFirst()
        .map(CitedClaim::anchor)
        .orElse("");
  }
}

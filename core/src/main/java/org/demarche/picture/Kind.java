package org.demarche.picture;

import org.demarche.answer.PositionOutcome;
import org.demarche.answer.Relation;

/** The kinds of bands: stances of one party, and relations of two. */
enum Kind {
  FOR(Paint.BLUE, "+", "for"),
  AGAINST(Paint.ORANGE, "−", "against"),
  UNCOMMITTED(Paint.GREY, "?", "uncommitted"),
  CONTESTED(Paint.PURPLE, "±", "contested"),

  AGREEMENT(Paint.BLUE, "=", "agree"),
  BOTH_AGAINST(Paint.TEAL, "−", "both against the whole"),
  CONTRADICTION(Paint.ORANGE, "≠", "contradict each other"),
  DIVERGENCE(Paint.GREY, "?", "diverge: one or both uncommitted"),
  ONE_SIDED(Paint.OLIVE, "½", "only one has a position"),
  CONFLICTING_RECORD(Paint.PURPLE, "±", "the record of one conflicts");

  private final Paint paint;
  private final String sign;
  private final String word;

  Kind(Paint paint, String sign, String word) {
    this.paint = paint;
    this.sign = sign;
    this.word = word;
  }

  /** Returns the kind of a known or contested position. */
  static Kind of(PositionOutcome outcome) {
    return valueOf(outcome.name());
  }

  /** Returns the kind of a relation in which at least one position is known or contested. */
  static Kind of(Relation.Label label) {
    return label == Relation.Label.CONTESTED ? CONFLICTING_RECORD : valueOf(label.name());
  }

  Paint paint() {
    return paint;
  }

  String sign() {
    return sign;
  }

  String word() {
    return word;
  }

  /** Returns the sign and the word. */
  String text() {
    return sign + " " + word;
  }
}

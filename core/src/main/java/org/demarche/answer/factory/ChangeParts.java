package org.demarche.answer.factory;

import org.demarche.answer.Change;
import org.demarche.answer.Position;
import org.demarche.answer.PositionOutcome;

/** The parts of a change, which may be derived when they are first needed. */
public interface ChangeParts {
  /** Returns the id of the party. */
  String party();

  /** Returns the id of the proposition. */
  String proposition();

  /** Returns the kind of the change. */
  Change.Label label();

  /** Returns the outcome at the earlier date. */
  PositionOutcome outcomeBefore();

  /** Returns the outcome at the later date. */
  PositionOutcome outcomeAfter();

  /** Returns the position at the earlier date. */
  Position before();

  /** Returns the position at the later date. */
  Position after();

  /** Returns whether the two positions were last evidenced under different administrations. */
  boolean hasAdministrationChanged();
}

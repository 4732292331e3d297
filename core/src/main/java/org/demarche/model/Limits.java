package org.demarche.model;

/**
 * The limits of a dossier, within which its records can be followed in a bounded time. The list in
 * {@code SECURITY.md} has the same values.
 */
final class Limits {
  /** The greatest number of parts of a composite, with the parts of its parts. */
  static final int PARTS = 1_000;

  /** The greatest number of levels of parts under a composite. */
  static final int LEVELS_OF_PARTS = 50;

  /** The greatest number of bodies above an organ, or of states before one that succeeds them. */
  static final int CHAIN = 100;

  /** The greatest number of versions before one; a page archived daily has as many in ten years. */
  static final int REVISIONS = 4_000;

  /** The greatest number of terms of office of an actor. */
  static final int TERMS = 1_000;

  private Limits() {}
}

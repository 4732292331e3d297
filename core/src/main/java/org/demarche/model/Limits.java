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

  /** The greatest number of organs, or of states that succeed one another, above one. */
  static final int CHAIN = 100;

  /** The greatest number of sources that one revises, with those that they revise. */
  static final int REVISIONS = 1_000;

  /** The greatest number of terms of office of an actor. */
  static final int TERMS = 1_000;

  private Limits() {}
}

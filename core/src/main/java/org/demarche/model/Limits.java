package org.demarche.model;

/** The limits of a dossier, within which its records can be followed in a bounded time. */
final class Limits {
  /** The greatest number of parts of a composite, with the parts of its parts. */
  static final int PARTS = 1_000;

  /** The greatest number of levels of parts under a composite. */
  static final int LEVELS_OF_PARTS = 50;

  private Limits() {}
}

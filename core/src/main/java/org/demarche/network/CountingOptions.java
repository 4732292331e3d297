package org.demarche.network;

import org.demarche.Tracker;

/**
 * The options that congruence and affiliation queries share: which claims are counted, for whom and
 * how often.
 */
record CountingOptions(
    Tracker tracker,
    ActorRole actors,
    DuplicateCounting duplicates,
    UncommittedCounting uncommitted) {
  static CountingOptions of(Tracker tracker) {
    return new CountingOptions(
        tracker, ActorRole.STATES, DuplicateCounting.ALL, UncommittedCounting.HALFWAY);
  }

  CountingOptions actors(ActorRole role) {
    return new CountingOptions(tracker, role, duplicates, uncommitted);
  }

  CountingOptions duplicates(DuplicateCounting counting) {
    return new CountingOptions(tracker, actors, counting, uncommitted);
  }

  CountingOptions uncommitted(UncommittedCounting counting) {
    return new CountingOptions(tracker, actors, duplicates, counting);
  }

  String description() {
    return duplicates.description() + ", " + uncommitted.description();
  }
}

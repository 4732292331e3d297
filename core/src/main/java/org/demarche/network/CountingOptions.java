package org.demarche.network;

import org.demarche.Tracker;

/**
 * The options that congruence and affiliation queries share: which claims are counted, for whom and
 * how often.
 */
record CountingOptions(
    Tracker tracker, ActorRole actors, DuplicateCounting duplicates, boolean leavesOutUncommitted) {
  static CountingOptions of(Tracker tracker) {
    return new CountingOptions(tracker, ActorRole.STATES, DuplicateCounting.ALL, false);
  }

  CountingOptions actors(ActorRole role) {
    return new CountingOptions(tracker, role, duplicates, leavesOutUncommitted);
  }

  CountingOptions duplicates(DuplicateCounting counting) {
    return new CountingOptions(tracker, actors, counting, leavesOutUncommitted);
  }

  CountingOptions withoutUncommitted() {
    return new CountingOptions(tracker, actors, duplicates, true);
  }

  String description() {
    return duplicates.description()
        + ", uncommitted "
        + (leavesOutUncommitted ? "left out" : "halfway");
  }
}

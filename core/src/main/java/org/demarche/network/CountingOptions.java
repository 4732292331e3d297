package org.demarche.network;

import org.demarche.Tracker;

/** What is counted, as congruence and affiliation have it in common. */
record CountingOptions(
    Tracker tracker,
    ActorRole actors,
    DuplicateCounting duplicates,
    UncommittedWeight uncommitted) {
  static CountingOptions of(Tracker tracker) {
    return new CountingOptions(
        tracker, ActorRole.STATES, DuplicateCounting.ALL, UncommittedWeight.HALFWAY);
  }

  CountingOptions actors(ActorRole which) {
    return new CountingOptions(tracker, which, duplicates, uncommitted);
  }

  CountingOptions duplicates(DuplicateCounting which) {
    return new CountingOptions(tracker, actors, which, uncommitted);
  }

  CountingOptions uncommitted(UncommittedWeight what) {
    return new CountingOptions(tracker, actors, duplicates, what);
  }

  String words() {
    return duplicates.words() + ", " + uncommitted.words();
  }
}

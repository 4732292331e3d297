package org.demarche.network;

import org.demarche.Tracker;

/** What is counted, as congruence and affiliation have it in common. */
record Choice(Tracker tracker, Actors actors, Duplicates duplicates, Uncommitted uncommitted) {
  static Choice of(Tracker tracker) {
    return new Choice(tracker, Actors.STATES, Duplicates.ALL, Uncommitted.HALFWAY);
  }

  Choice actors(Actors which) {
    return new Choice(tracker, which, duplicates, uncommitted);
  }

  Choice duplicates(Duplicates which) {
    return new Choice(tracker, actors, which, uncommitted);
  }

  Choice uncommitted(Uncommitted what) {
    return new Choice(tracker, actors, duplicates, what);
  }

  String words() {
    return duplicates.words() + ", " + uncommitted.words();
  }
}

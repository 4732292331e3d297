package org.demarche.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;

/** Records sorted by type, in the order given. */
record RecordLists(
    List<Source> sources,
    List<Actor> actors,
    List<Occasion> occasions,
    List<Proposition> propositions,
    List<Claim> claims) {

  /** Sorts records by type, in one pass, because some can be iterated over only once. */
  static RecordLists of(Iterable<? extends DossierRecord> records) {
    RecordLists lists =
        new RecordLists(
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (DossierRecord record : requireNonNull(records, "records")) {
      lists.add(requireNonNull(record, "records"));
    }
    return lists;
  }

  private void add(DossierRecord record) {
    if (record instanceof Source source) {
      sources.add(source);
    } else if (record instanceof Actor actor) {
      actors.add(actor);
    } else if (record instanceof Occasion occasion) {
      occasions.add(occasion);
    } else if (record instanceof Proposition proposition) {
      propositions.add(proposition);
    } else if (record instanceof Claim claim) {
      claims.add(claim);
    }
  }

  /** Returns an index of the records of each type. */
  RecordIndexes indexed() {
    return new RecordIndexes(
            IdIndex.of(sources),
            IdIndex.of(actors),
            IdIndex.of(occasions),
            IdIndex.of(propositions),
            IdIndex.of(claims))
        .withEnds();
  }
}

package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import org.demarche.index.IntReader;
import org.demarche.index.PersistentList;

/** The records of a dossier by type, each found by its id. */
record RecordIndexes(
    IdIndex<Source> sources,
    IdIndex<Actor> actors,
    IdIndex<Occasion> occasions,
    IdIndex<Proposition> propositions,
    IdIndex<Claim> claims) {

  /** Returns these records, with a bound for each open end of a claim. */
  RecordIndexes withEnds() {
    IdIndex<Claim> bounded = OpenEnds.bounded(claims, claims.all(), sources);
    return new RecordIndexes(sources, actors, occasions, propositions, bounded);
  }

  /** Reads the indexes of some records that were written; the records were not. */
  static RecordIndexes read(RecordLists records, IntReader in) {
    IdIndex<Source> sources = IdIndex.read(PersistentList.onDemand(records.sources()), in);
    return new RecordIndexes(
        sources,
        IdIndex.read(PersistentList.onDemand(records.actors()), in),
        IdIndex.read(PersistentList.onDemand(records.occasions()), in),
        IdIndex.read(PersistentList.onDemand(records.propositions()), in),
        IdIndex.read(
            PersistentList.onDemand(
                Lists.transform(records.claims(), claim -> OpenEnds.bounded(claim, sources))),
            in));
  }

  /** Returns the indexes, in the order in which a dossier lists its records. */
  ImmutableList<IdIndex<? extends DossierRecord>> inOrder() {
    return ImmutableList.of(sources, actors, occasions, propositions, claims);
  }
}

package org.demarche.model;

import com.google.common.collect.ImmutableList;

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

  /** Returns the indexes, in the order in which a dossier lists its records. */
  ImmutableList<IdIndex<? extends DossierRecord>> inOrder() {
    return ImmutableList.of(sources, actors, occasions, propositions, claims);
  }
}

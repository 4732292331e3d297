package org.demarche.model;

import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;

/** The references of a record to other records. */
final class References {
  private References() {}

  /** Passes the type and id of each record to which a record refers, with repetitions. */
  static void of(DossierRecord record, BiConsumer<RecordType, String> to) {
    if (record instanceof Source source) {
      to.accept(RecordType.ACTOR, source.outlet());
      each(RecordType.SOURCE, source.derivedFrom(), to);
      each(RecordType.SOURCE, source.revises().stream().toList(), to);
      each(RecordType.ACTOR, source.issuedBy(), to);
    } else if (record instanceof Actor actor) {
      each(RecordType.ACTOR, actor.of().stream().toList(), to);
      actor.terms().forEach(term -> to.accept(RecordType.ACTOR, term.head()));
      actor.members().forEach(one -> to.accept(RecordType.ACTOR, one.member()));
      each(RecordType.ACTOR, actor.succeeds().stream().toList(), to);
    } else if (record instanceof Occasion occasion) {
      each(RecordType.ACTOR, occasion.participants(), to);
    } else if (record instanceof Proposition proposition) {
      each(RecordType.PROPOSITION, proposition.parts().keySet(), to);
      each(RecordType.PROPOSITION, proposition.about().stream().toList(), to);
      each(RecordType.PROPOSITION, proposition.excludes(), to);
    } else if (record instanceof Claim claim) {
      for (Collection<String> actors :
          List.of(claim.speakers(), claim.principals(), claim.audience())) {
        each(RecordType.ACTOR, actors, to);
      }
      each(RecordType.OCCASION, claim.occasion().stream().toList(), to);
      to.accept(RecordType.PROPOSITION, claim.proposition());
      each(RecordType.CLAIM, claim.respondsTo(), to);
      each(RecordType.CLAIM, claim.retracts(), to);
      for (Evidence evidence : claim.evidence()) {
        to.accept(RecordType.SOURCE, evidence.source());
        each(RecordType.ACTOR, evidence.via(), to);
      }
    }
  }

  private static void each(
      RecordType type, Collection<String> ids, BiConsumer<RecordType, String> to) {
    ids.forEach(id -> to.accept(type, id));
  }

  /** Returns whether a record refers to the record of a type and id. */
  static boolean refers(DossierRecord record, RecordType type, String id) {
    boolean[] found = {false};
    of(record, (referredType, referred) -> found[0] |= type == referredType && id.equals(referred));
    return found[0];
  }
}

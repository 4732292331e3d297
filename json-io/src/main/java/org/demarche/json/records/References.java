package org.demarche.json.records;

import java.util.Collection;
import java.util.List;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;

/** The references of a record to other records, with the fields under which problems name them. */
final class References {
  private static final String ACTOR = "actor";
  private static final String SOURCE = "source";
  private static final String PROPOSITION = "proposition";
  private static final String CLAIM = "claim";

  private References() {}

  /** A receiver of references. */
  interface Receiver {
    /** Receives the field of a reference, and the type and id of the record to which it refers. */
    void accept(String field, String type, String id);
  }

  /** Passes on every reference of a record, in the order of its members. */
  static void of(DossierRecord record, Receiver to) {
    if (record instanceof Source source) {
      to.accept("outlet", ACTOR, source.outlet());
      each("issuedBy", ACTOR, source.issuedBy(), to);
      each("derivedFrom", SOURCE, source.derivedFrom(), to);
      each("revises", SOURCE, source.revises().stream().toList(), to);
    } else if (record instanceof Actor actor) {
      of(actor, to);
    } else if (record instanceof Occasion occasion) {
      each("participants", ACTOR, occasion.participants(), to);
    } else if (record instanceof Proposition proposition) {
      for (String part : proposition.parts().keySet()) {
        to.accept("parts/" + part.replace("~", "~0").replace("/", "~1"), PROPOSITION, part);
      }
      each("about", PROPOSITION, proposition.about().stream().toList(), to);
      each("excludes", PROPOSITION, proposition.excludes(), to);
    } else if (record instanceof Claim claim) {
      of(claim, to);
    }
  }

  private static void of(Actor actor, Receiver to) {
    each("of", ACTOR, actor.of().stream().toList(), to);
    each("succeeds", ACTOR, actor.succeeds().stream().toList(), to);
    for (int i = 0; i < actor.terms().size(); i++) {
      to.accept("terms/" + i + "/head", ACTOR, actor.terms().get(i).head());
    }
    for (int i = 0; i < actor.members().size(); i++) {
      to.accept("members/" + i + "/member", ACTOR, actor.members().get(i).member());
    }
  }

  private static void of(Claim claim, Receiver to) {
    each("speakers", ACTOR, claim.speakers(), to);
    each("principals", ACTOR, claim.principals(), to);
    each("occasion", "occasion", claim.occasion().stream().toList(), to);
    each("audience", ACTOR, claim.audience(), to);
    to.accept("proposition", PROPOSITION, claim.proposition());
    each("respondsTo", CLAIM, claim.respondsTo(), to);
    each("retracts", CLAIM, claim.retracts(), to);
    List<Evidence> evidence = claim.evidence();
    for (int i = 0; i < evidence.size(); i++) {
      to.accept("evidence/" + i + "/source", SOURCE, evidence.get(i).source());
      each("evidence/" + i + "/via", ACTOR, evidence.get(i).via(), to);
    }
  }

  private static void each(String field, String type, Collection<String> ids, Receiver to) {
    for (String id : ids) {
      to.accept(field, type, id);
    }
  }
}

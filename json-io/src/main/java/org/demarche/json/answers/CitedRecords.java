package org.demarche.json.answers;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.demarche.json.records.RecordType;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import org.demarche.model.TermOfOffice;

/**
 * The records that an answer cites or names, by their ids, and the smallest dossier that has them
 * and is valid by itself.
 */
final class CitedRecords {
  private final Set<String> claims = new LinkedHashSet<>();
  private final Set<String> propositions = new LinkedHashSet<>();
  private final Set<String> occasions = new LinkedHashSet<>();
  private final Set<String> actors = new LinkedHashSet<>();

  /** Adds a claim that is cited. */
  void claim(String id) {
    claims.add(id);
  }

  /** Adds a proposition that is named. */
  void proposition(String id) {
    propositions.add(id);
  }

  /** Adds an occasion that is named. */
  void occasion(String id) {
    occasions.add(id);
  }

  /** Adds an actor that is named. */
  void actor(String id) {
    actors.add(id);
  }

  /**
   * Returns the smallest valid dossier that has all of them, in the order of a larger one.
   *
   * @throws IllegalArgumentException if the larger dossier lacks one of them
   */
  Dossier of(Dossier whole) {
    Closure closure = new Closure(whole);
    claims.forEach(id -> closure.add("claim", id, whole::claim));
    propositions.forEach(id -> closure.add("proposition", id, whole::proposition));
    occasions.forEach(id -> closure.add("occasion", id, whole::occasion));
    actors.forEach(id -> closure.add("actor", id, whole::actor));
    return closure.dossier();
  }

  /** The records that some records need, and those that these need. */
  private static final class Closure {
    private final Dossier whole;
    private final Set<DossierRecord> found = new LinkedHashSet<>();
    private final Deque<DossierRecord> open = new ArrayDeque<>();

    Closure(Dossier whole) {
      this.whole = whole;
    }

    void add(
        String type, String id, Function<String, ? extends Optional<? extends DossierRecord>> of) {
      DossierRecord record =
          of.apply(id)
              .<DossierRecord>map(found -> found)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the dossier has no %s '%s', which the answer cites: give the dossier of the Tracker that answered"
                              .formatted(type, id)));
      if (found.add(record)) {
        open.push(record);
      }
    }

    Dossier dossier() {
      while (!open.isEmpty()) {
        addNeeded(open.pop());
      }
      return Dossier.of(RecordType.records(whole).filter(found::contains).toList());
    }

    private void addNeeded(DossierRecord record) {
      if (record instanceof Claim claim) {
        actors(claim.speakers());
        actors(claim.principals());
        actors(claim.audience());
        propositions(Set.of(claim.proposition()));
        claim.occasion().ifPresent(id -> add("occasion", id, whole::occasion));
        claim.respondsTo().forEach(id -> add("claim", id, whole::claim));
        claim.evidence().stream().map(Evidence::source).forEach(this::source);
        claim.evidence().forEach(evidence -> actors(evidence.via()));
      } else if (record instanceof Source source) {
        actors(Set.of(source.outlet()));
        source.derivedFrom().forEach(this::source);
        source.revises().ifPresent(this::source);
      } else if (record instanceof Actor actor) {
        actor.of().ifPresent(id -> actors(Set.of(id)));
        actors(actor.terms().stream().map(TermOfOffice::head).toList());
      } else if (record instanceof Occasion occasion) {
        actors(occasion.participants());
      } else if (record instanceof Proposition proposition) {
        propositions(proposition.parts().keySet());
        propositions(proposition.excludes());
        proposition.about().ifPresent(id -> propositions(Set.of(id)));
      }
    }

    private void source(String id) {
      add("source", id, whole::source);
    }

    private void actors(Iterable<String> ids) {
      ids.forEach(id -> add("actor", id, whole::actor));
    }

    private void propositions(Iterable<String> ids) {
      ids.forEach(id -> add("proposition", id, whole::proposition));
    }
  }
}

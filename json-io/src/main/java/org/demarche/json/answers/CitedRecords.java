package org.demarche.json.answers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;

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
    List<DossierRecord> records = new ArrayList<>();
    claims.forEach(id -> records.add(found("claim", id, whole.claim(id))));
    propositions.forEach(id -> records.add(found("proposition", id, whole.proposition(id))));
    occasions.forEach(id -> records.add(found("occasion", id, whole.occasion(id))));
    actors.forEach(id -> records.add(found("actor", id, whole.actor(id))));
    return whole.closure(records);
  }

  private static DossierRecord found(
      String type, String id, Optional<? extends DossierRecord> record) {
    return record
        .<DossierRecord>map(found -> found)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the dossier has no %s '%s', which the answer cites: give the dossier of the Tracker that answered"
                        .formatted(type, id)));
  }
}

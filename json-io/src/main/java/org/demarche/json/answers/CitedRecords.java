package org.demarche.json.answers;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.json.records.RecordType;
import org.demarche.json.records.ValueInMessage;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.suggestion.ShownValue;

/**
 * The records that an answer cites or names, and the smallest dossier that has them and is valid by
 * itself.
 */
final class CitedRecords {
  private final Set<String> propositions = new LinkedHashSet<>();
  private final Set<String> occasions = new LinkedHashSet<>();
  private final Set<String> actors = new LinkedHashSet<>();
  private final Set<String> sources = new LinkedHashSet<>();
  private final Set<DossierRecord> held = new LinkedHashSet<>();
  private final Set<Dossier> dossiers = Sets.newIdentityHashSet();

  /** Adds a claim or a proposition that the answer holds. */
  void held(DossierRecord record) {
    held.add(record);
  }

  /** Adds a dossier with which the answer prints. */
  void printedWith(Dossier dossier) {
    dossiers.add(dossier);
  }

  /** Adds a proposition that is named. */
  void proposition(String id) {
    propositions.add(id);
  }

  /** Adds an occasion that is named. */
  void occasion(String id) {
    occasions.add(id);
  }

  /** Adds a source that is named. */
  void source(String id) {
    sources.add(id);
  }

  /** Adds an actor that is named. */
  void actor(String id) {
    actors.add(id);
  }

  /**
   * Returns the smallest valid dossier that has all of them, in the order of a larger one.
   *
   * @throws IllegalArgumentException if the larger dossier lacks one of them, or has another record
   *     of the same id
   */
  @SuppressWarnings("ReferenceEquality") // another dossier is compared record by record
  Dossier of(Dossier whole) {
    List<DossierRecord> records = new ArrayList<>();
    for (DossierRecord record : held) {
      String type = RecordType.of(record).name();
      DossierRecord found =
          found(type, record.id(), RecordType.of(record).find(whole, record.id()));
      requireSame(record, found);
      records.add(found);
    }
    propositions.forEach(id -> records.add(found("proposition", id, whole.proposition(id))));
    occasions.forEach(id -> records.add(found("occasion", id, whole.occasion(id))));
    actors.forEach(id -> records.add(found("actor", id, whole.actor(id))));
    sources.forEach(id -> records.add(found("source", id, whole.source(id))));
    Dossier cited = whole.closure(records);
    dossiers.stream()
        .filter(dossier -> dossier != whole)
        .forEach(
            dossier ->
                RecordType.records(cited)
                    .forEach(
                        record ->
                            RecordType.of(record)
                                .find(dossier, record.id())
                                .ifPresent(printed -> requireSame(printed, record))));
    return cited;
  }

  private static DossierRecord found(
      String type, String id, Optional<? extends DossierRecord> record) {
    return record
        .<DossierRecord>map(found -> found)
        .orElseThrow(() -> refused("the dossier has no %s '%s', which the answer cites", type, id));
  }

  private static void requireSame(DossierRecord ofAnswer, DossierRecord given) {
    if (!ofAnswer.equals(given)) {
      throw refused(
          "%s '%s' of the dossier differs from the one that the answer cites",
          RecordType.of(given).name(), given.id());
    }
  }

  private static IllegalArgumentException refused(String why, String type, String id) {
    return ShownValue.refused(
        why.formatted(type, ValueInMessage.abridged(id))
            + ": give the dossier of the Tracker that answered");
  }
}

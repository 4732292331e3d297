package org.demarche.model;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The smallest part of a dossier that holds some records and every record they depend on. */
final class Closure {
  private final RecordIndexes records;
  private final Map<RecordType, Set<String>> ids = new EnumMap<>(RecordType.class);
  private final Deque<DossierRecord> open = new ArrayDeque<>();

  Closure(RecordIndexes records) {
    this.records = records;
    for (RecordType type : RecordType.values()) {
      ids.put(type, new HashSet<>());
    }
  }

  /** Adds a record of the dossier, and all that it refers to. */
  void add(RecordType type, String id) {
    if (ids.getOrDefault(type, Set.of()).add(id)) {
      open.add(type.in(records).find(id).orElseThrow());
      while (!open.isEmpty()) {
        References.of(
            open.remove(),
            (referredType, referred) -> {
              if (ids.getOrDefault(referredType, Set.of()).add(referred)) {
                open.add(referredType.in(records).find(referred).orElseThrow());
              }
            });
      }
    }
  }

  /**
   * Returns the records that were added, in the order of the records. The time depends on their
   * number alone, not on the size of the dossier.
   */
  RecordIndexes records() {
    return new RecordLists(
            kept(RecordType.SOURCE, records.sources()),
            kept(RecordType.ACTOR, records.actors()),
            kept(RecordType.OCCASION, records.occasions()),
            kept(RecordType.PROPOSITION, records.propositions()),
            kept(RecordType.CLAIM, records.claims()))
        .indexed();
  }

  private <R extends DossierRecord> List<R> kept(RecordType type, IdIndex<R> all) {
    return ids.getOrDefault(type, Set.of()).stream()
        .mapToInt(all::indexOf)
        .sorted()
        .mapToObj(all.records()::get)
        .toList();
  }
}

package org.demarche.model;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.demarche.suggestion.Nearest;
import org.demarche.suggestion.ShownValue;

/** The replacement and removal of single records of a dossier. */
final class DossierEdits {
  private static final int LISTED = 20;

  private DossierEdits() {}

  /**
   * Returns the index of the record with the type and id of another.
   *
   * @throws UnknownIdException if there is none, with the nearest ids
   */
  static int indexOf(RecordIndexes records, DossierRecord record) {
    RecordType type = RecordType.of(record);
    int index = type.in(records).indexOf(record.id());
    if (index < 0) {
      throw unknown(type.toString(), record.id(), type.in(records));
    }
    return index;
  }

  /**
   * Returns the refusal of an id.
   *
   * @param what what the id is to name, such as party
   */
  static UnknownIdException unknown(String what, String id, IdIndex<?> index) {
    List<String> near = Nearest.to(id, Lists.transform(index.records(), DossierRecord::id), 3);
    return new UnknownIdException(
        "%s '%s' is not in the dossier%s".formatted(what, id, Nearest.hint(near)), what, id, near);
  }

  /**
   * Returns a draft as a coded claim.
   *
   * @throws UnknownIdException if there is no claim of that id, with the nearest ids
   * @throws IllegalArgumentException if the claim is no draft, or this reviewer cannot check it
   */
  static Claim reviewed(RecordIndexes records, String id, String reviewer) {
    Claim claim =
        records.claims().find(id).orElseThrow(() -> unknown("claim", id, records.claims()));
    if (!claim.isDraft()) {
      throw ShownValue.refused(
          "claim '%s' is no draft: it is coded%s"
              .formatted(id, claim.reviewer().map(by -> ", and was reviewed by " + by).orElse("")));
    }
    if (reviewer.isBlank()) {
      throw ShownValue.refused(
          "reviewer '%s' of draft '%s' is blank; name the person who checked it"
              .formatted(reviewer, id));
    }
    if (claim.coder().filter(reviewer.strip()::equalsIgnoreCase).isPresent()) {
      throw ShownValue.refused(
          "draft '%s' was coded by '%s'; name another person, who checked it"
              .formatted(id, reviewer));
    }
    return Claim.builder().from(claim).draft(false).reviewer(reviewer).build();
  }

  /**
   * Refuses a record that is not in a dossier.
   *
   * @throws UnknownIdException if its id is not
   * @throws IllegalArgumentException if the record of that id has other values
   */
  static void requireKnown(RecordIndexes records, DossierRecord record) {
    RecordType type = RecordType.of(record);
    DossierRecord known = type.in(records).records().get(indexOf(records, record));
    if (!known.equals(record)) {
      throw ShownValue.refused(
          "%s '%s' differs from the record of that id in the dossier, in %s: give the record of the dossier, dossier.%s(\"%s\").orElseThrow()"
              .formatted(
                  type,
                  record.id(),
                  String.join(" and ", RecordMembers.differing(known, record).keySet()),
                  type,
                  record.id()));
    }
  }

  /** Returns the records with one of them replaced, which are not checked. */
  static RecordIndexes replaced(RecordIndexes records, int index, DossierRecord record) {
    return new RecordIndexes(
            replaced(records.sources(), index, record, Source.class),
            replaced(records.actors(), index, record, Actor.class),
            replaced(records.occasions(), index, record, Occasion.class),
            replaced(records.propositions(), index, record, Proposition.class),
            replaced(records.claims(), index, record, Claim.class))
        .withEnds();
  }

  private static <R extends DossierRecord> IdIndex<R> replaced(
      IdIndex<R> all, int index, DossierRecord record, Class<R> type) {
    return type.isInstance(record) ? all.with(Map.of(index, type.cast(record))) : all;
  }

  /**
   * Returns the records without one of them.
   *
   * @throws InvalidDossierException if other records refer to it
   */
  static RecordIndexes without(RecordIndexes records, DossierRecord record) {
    RecordType type = RecordType.of(record);
    List<DossierRecord> kept = new ArrayList<>();
    List<String> referring = new ArrayList<>();
    for (RecordType each : RecordType.values()) {
      for (DossierRecord other : each.in(records).records()) {
        if (each == type && other.id().equals(record.id())) {
          continue;
        }
        kept.add(other);
        if (References.refers(other, type, record.id())) {
          referring.add(each + " " + other.id());
        }
      }
    }
    if (!referring.isEmpty()) {
      ProblemCollector problems = new ProblemCollector(type.toString(), record.id());
      problems.add(
          Problem.Code.IN_USE,
          "",
          record.id(),
          "it cannot be removed, because other records refer to it: "
              + referring.stream().limit(LISTED).collect(Collectors.joining(", "))
              + (referring.size() > LISTED ? " and " + (referring.size() - LISTED) + " more" : ""));
      problems.throwIfAny();
    }
    return RecordLists.of(kept).indexed();
  }
}

package org.demarche.model;

import java.util.Locale;
import java.util.function.Function;

/** A type of record, in the order in which a dossier lists its records. */
enum RecordType {
  SOURCE(Source.class, RecordIndexes::sources),
  ACTOR(Actor.class, RecordIndexes::actors),
  OCCASION(Occasion.class, RecordIndexes::occasions),
  PROPOSITION(Proposition.class, RecordIndexes::propositions),
  CLAIM(Claim.class, RecordIndexes::claims);

  private final Class<? extends DossierRecord> type;
  private final Function<RecordIndexes, IdIndex<? extends DossierRecord>> index;

  RecordType(
      Class<? extends DossierRecord> type,
      Function<RecordIndexes, IdIndex<? extends DossierRecord>> index) {
    this.type = type;
    this.index = index;
  }

  /** Returns the type of a record. */
  static RecordType of(DossierRecord record) {
    for (RecordType type : values()) {
      if (type.type.isInstance(record)) {
        return type;
      }
    }
    throw new IllegalStateException(record.getClass().getName()); // records are sealed
  }

  /** Returns the records of this type in a dossier. */
  IdIndex<? extends DossierRecord> in(RecordIndexes records) {
    return index.apply(records);
  }

  /** Returns the name of the type, such as {@code claim}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

package org.demarche.model;

import java.util.Locale;

/** A type of record, in the order in which a dossier lists its records. */
enum RecordType {
  SOURCE(Source.class),
  ACTOR(Actor.class),
  OCCASION(Occasion.class),
  PROPOSITION(Proposition.class),
  CLAIM(Claim.class);

  private final Class<? extends DossierRecord> type;

  RecordType(Class<? extends DossierRecord> type) {
    this.type = type;
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
    return switch (this) {
      case SOURCE -> records.sources();
      case ACTOR -> records.actors();
      case OCCASION -> records.occasions();
      case PROPOSITION -> records.propositions();
      case CLAIM -> records.claims();
    };
  }

  /** Returns the name of the type, such as {@code claim}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}

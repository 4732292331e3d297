package org.demarche.json.records;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;
import tools.jackson.core.JsonGenerator;

/**
 * A type of record: its name, its codec, and its list in a dossier.
 *
 * @param name the name of the type; the only member of a line and, with an s, a list of a document
 * @param type its class
 * @param codec reads and writes a record
 * @param get returns the records of this type in a dossier
 * @param byId returns the record of an id in a dossier
 */
public record RecordType<R extends DossierRecord>(
    String name,
    Class<R> type,
    RecordCodec<R, ?> codec,
    Function<Dossier, List<R>> get,
    BiFunction<Dossier, String, Optional<R>> byId) {

  private static final ImmutableMap<String, RecordType<?>> BY_NAME =
      Stream.of(
              new RecordType<>(
                  "source", Source.class, RecordCodecs.SOURCE, Dossier::sources, Dossier::source),
              new RecordType<>(
                  "actor", Actor.class, RecordCodecs.ACTOR, Dossier::actors, Dossier::actor),
              new RecordType<>(
                  "occasion",
                  Occasion.class,
                  RecordCodecs.OCCASION,
                  Dossier::occasions,
                  Dossier::occasion),
              new RecordType<>(
                  "proposition",
                  Proposition.class,
                  RecordCodecs.PROPOSITION,
                  Dossier::propositions,
                  Dossier::proposition),
              new RecordType<>(
                  "claim", Claim.class, RecordCodecs.CLAIM, Dossier::claims, Dossier::claim))
          .collect(ImmutableMap.toImmutableMap(RecordType::name, type -> type));

  /** Returns all types, in the order in which they are written. */
  public static ImmutableMap<String, RecordType<?>> byName() {
    return BY_NAME;
  }

  /** Returns the type of a record. */
  public static RecordType<?> of(DossierRecord record) {
    return BY_NAME.values().stream()
        .filter(type -> type.type.isInstance(record))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the type of the records of a class. */
  @SuppressWarnings("unchecked") // it is the type of that class
  public static <R extends DossierRecord> RecordType<R> of(Class<R> type) {
    return (RecordType<R>)
        BY_NAME.values().stream().filter(one -> one.type.equals(type)).findFirst().orElseThrow();
  }

  /** Returns all records of a dossier, in the order in which they are written. */
  public static Stream<? extends DossierRecord> records(Dossier dossier) {
    return BY_NAME.values().stream().flatMap(type -> type.get.apply(dossier).stream());
  }

  /** Returns the record of this type that has an id in a dossier. */
  public Optional<R> find(Dossier dossier, String id) {
    return byId.apply(dossier, id);
  }

  /** Writes a record of this type. */
  public void write(DossierRecord record, JsonGenerator out) {
    codec.write(type.cast(record), out);
  }

  /** Returns the name of the list of such records in a document. */
  public String list() {
    return name + "s";
  }
}

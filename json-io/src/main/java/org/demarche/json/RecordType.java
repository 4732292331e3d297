package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;

/**
 * A type of record: what it is called, how it stands in JSON, and where it stands in a dossier.
 *
 * @param name the type, as the one member of a line and, with an s, as a list of a document
 */
record RecordType<R extends DossierRecord>(
    String name,
    Class<R> type,
    RecordCodec<R, ?> shape,
    Function<Dossier, List<R>> get,
    BiConsumer<Dossier.Builder, List<R>> add) {

  private static final ImmutableMap<String, RecordType<?>> BY_NAME =
      Stream.of(
              new RecordType<>(
                  "source",
                  Source.class,
                  RecordCodecs.SOURCE,
                  Dossier::sources,
                  Dossier.Builder::addAllSources),
              new RecordType<>(
                  "actor",
                  Actor.class,
                  RecordCodecs.ACTOR,
                  Dossier::actors,
                  Dossier.Builder::addAllActors),
              new RecordType<>(
                  "occasion",
                  Occasion.class,
                  RecordCodecs.OCCASION,
                  Dossier::occasions,
                  Dossier.Builder::addAllOccasions),
              new RecordType<>(
                  "proposition",
                  Proposition.class,
                  RecordCodecs.PROPOSITION,
                  Dossier::propositions,
                  Dossier.Builder::addAllPropositions),
              new RecordType<>(
                  "claim",
                  Claim.class,
                  RecordCodecs.CLAIM,
                  Dossier::claims,
                  Dossier.Builder::addAllClaims))
          .collect(ImmutableMap.toImmutableMap(RecordType::name, kind -> kind));

  /** All types, in the order in which they are written. */
  static ImmutableMap<String, RecordType<?>> byName() {
    return BY_NAME;
  }

  /** The type of a record. */
  static RecordType<?> of(DossierRecord item) {
    return BY_NAME.values().stream()
        .filter(kind -> kind.type.isInstance(item))
        .findFirst()
        .orElseThrow();
  }

  /** The name of the list of such records in a document. */
  String list() {
    return name + "s";
  }
}

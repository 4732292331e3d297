package org.demarche.json;

import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.demarche.model.Actor;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.Item;
import org.demarche.model.Occasion;
import org.demarche.model.Proposition;
import org.demarche.model.Source;

/**
 * A type of record: what it is called, how it stands in JSON, and where it stands in a dossier.
 *
 * @param name the type, as the one member of a line and, with an s, as a list of a document
 */
record Kind<R extends Item>(
    String name,
    Class<R> type,
    Shape<R, ?> shape,
    Function<Dossier, List<R>> get,
    BiConsumer<Dossier.Builder, List<R>> add) {

  private static final ImmutableMap<String, Kind<?>> BY_NAME =
      Stream.of(
              new Kind<>(
                  "source",
                  Source.class,
                  Shapes.SOURCE,
                  Dossier::sources,
                  Dossier.Builder::addAllSources),
              new Kind<>(
                  "actor",
                  Actor.class,
                  Shapes.ACTOR,
                  Dossier::actors,
                  Dossier.Builder::addAllActors),
              new Kind<>(
                  "occasion",
                  Occasion.class,
                  Shapes.OCCASION,
                  Dossier::occasions,
                  Dossier.Builder::addAllOccasions),
              new Kind<>(
                  "proposition",
                  Proposition.class,
                  Shapes.PROPOSITION,
                  Dossier::propositions,
                  Dossier.Builder::addAllPropositions),
              new Kind<>(
                  "claim",
                  Claim.class,
                  Shapes.CLAIM,
                  Dossier::claims,
                  Dossier.Builder::addAllClaims))
          .collect(ImmutableMap.toImmutableMap(Kind::name, kind -> kind));

  /** All types, in the order in which they are written. */
  static ImmutableMap<String, Kind<?>> byName() {
    return BY_NAME;
  }

  /** The type of a record. */
  static Kind<?> of(Item item) {
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

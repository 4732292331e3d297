package org.demarche.json.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSetMultimap;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.suggestion.Nearest;

/**
 * The actors of a table: those of the dossier, met by id, name, alias or identifier, and those that
 * the table adds, each from its first row. One actor has one name: another name is an error of its
 * row, unless other names become aliases.
 */
final class TableActors {
  private final Dossier base;
  private final Optional<ActorKind> kind;
  private final boolean keepsOtherNames;
  private final ImmutableSetMultimap<String, String> idsByName;
  private final Map<String, String> addedByName = new HashMap<>();
  private final Map<String, Added> added = new LinkedHashMap<>();
  private final SetMultimap<String, String> otherNames = LinkedHashMultimap.create();

  /** The actors that the row that is being read adds, by id. */
  private final Map<String, New> ofRow = new LinkedHashMap<>();

  private final SetMultimap<String, String> otherNamesOfRow = LinkedHashMultimap.create();

  private record New(String name, ActorKind kind) {
    /** Returns a new actor; throws if its id or its name cannot be one. */
    static New of(String id, String name, ActorKind kind) {
      Actor valid = Actor.builder().id(id).name(name).kind(kind).build();
      return new New(valid.name(), valid.kind());
    }
  }

  private record Added(String name, ActorKind kind, int line) {}

  TableActors(TableSettings settings) {
    this.base = settings.base();
    this.kind = settings.newActors();
    this.keepsOtherNames = settings.keepsOtherNames();
    ImmutableSetMultimap.Builder<String, String> ids = ImmutableSetMultimap.builder();
    for (Actor actor : base.actors()) {
      ids.put(actor.name(), actor.id());
      actor.aliases().forEach(alias -> ids.put(alias, actor.id()));
    }
    this.idsByName = ids.build();
  }

  /** Forgets what a row added that gives no claim. */
  void beginRow() {
    ofRow.clear();
    otherNamesOfRow.clear();
  }

  /** Keeps what a row added. */
  void endRow(int line) {
    ofRow.forEach(
        (id, actor) -> {
          added.put(id, new Added(actor.name(), actor.kind(), line));
          addedByName.put(actor.name(), id);
        });
    otherNames.putAll(otherNamesOfRow);
    beginRow();
  }

  /** Returns the id of the actor that has a name, which is a new one if no actor has it. */
  String named(String member, String name) {
    return named(member, name, kind);
  }

  /** Returns the id of the medium that has a name, which is a new one if no actor has it. */
  String medium(String member, String name) {
    return named(member, name, Optional.of(ActorKind.MEDIA));
  }

  private String named(String member, String name, Optional<ActorKind> kind) {
    if (base.actor(name).isPresent()) {
      return name;
    }
    Set<String> ids = idsByName.get(name);
    if (ids.size() > 1) {
      throw new RowError(
          member, name, "several actors are named '" + name + "': " + String.join(", ", ids));
    }
    if (!ids.isEmpty()) {
      return ids.iterator().next();
    }
    String known = addedByName.get(name);
    return known == null ? newActor(member, name, kind) : known;
  }

  private String newActor(String member, String name, Optional<ActorKind> kind) {
    if (kind.isEmpty()) {
      throw new RowError(
          member,
          name,
          "no actor is named '%s'%s; actors(…) adds the actors that are missing"
              .formatted(name, Nearest.hint(name, idsByName.keySet(), 3)));
    }
    String id = Slug.of(name);
    if (id.isEmpty()) {
      throw new RowError(member, name, "'" + name + "' has no letter or digit to make an id of");
    }
    New other = ofRow.putIfAbsent(id, New.of(id, name, kind.get()));
    if (other != null && !other.name().equals(name)) {
      throw taken(member, name, id, "'" + other.name() + "' of the same row has");
    }
    Optional<Actor> existing = base.actor(id);
    if (existing.isPresent()) {
      throw taken(member, name, id, "'" + existing.get().name() + "' has in the dossier");
    }
    Added earlier = added.get(id);
    if (earlier != null && !earlier.name().equals(name)) {
      throw taken(member, name, id, "'" + earlier.name() + "' has since line " + earlier.line());
    }
    return id;
  }

  private static RowError taken(String member, String name, String id, String by) {
    return new RowError(member, name, "'%s' gives the id %s, which %s".formatted(name, id, by));
  }

  /** Returns the id of the actor that has an identifier in a scheme. */
  String identified(String member, String scheme, String value) {
    List<String> ids =
        base.actors().stream()
            .filter(actor -> value.equals(actor.identifiers().get(scheme)))
            .map(Actor::id)
            .toList();
    if (ids.isEmpty()) {
      throw new RowError(
          member,
          value,
          "no actor of the dossier has the identifier '%s' in the scheme %s"
              .formatted(value, scheme));
    }
    return ids.get(0);
  }

  /**
   * Adds the actors of a row that are missing.
   *
   * @param ids the ids of the row
   * @param names their names, by id, as far as the row gives them
   */
  void require(Iterable<String> ids, Map<String, String> names) {
    for (String id : ids) {
      Optional<String> known = name(id);
      Optional<String> given = Optional.ofNullable(names.get(id));
      if (known.isEmpty()) {
        if (kind.isPresent()) {
          ofRow.put(id, New.of(id, given.orElse(id), kind.get()));
        }
      } else if (given.isPresent() && !isName(id, given.get())) {
        otherName(id, known.get(), given.get());
      }
    }
  }

  private Optional<String> name(String id) {
    New ofThisRow = ofRow.get(id);
    if (ofThisRow != null) {
      return Optional.of(ofThisRow.name());
    }
    Added earlier = added.get(id);
    return earlier == null ? base.actor(id).map(Actor::name) : Optional.of(earlier.name());
  }

  private boolean isName(String id, String name) {
    Added earlier = added.get(id);
    New ofThisRow = ofRow.get(id);
    return (ofThisRow != null && ofThisRow.name().equals(name))
        || (earlier != null && earlier.name().equals(name))
        || otherNames.containsEntry(id, name)
        || base.actor(id)
            .filter(actor -> actor.name().equals(name) || actor.aliases().contains(name))
            .isPresent();
  }

  private void otherName(String id, String known, String given) {
    if (!keepsOtherNames) {
      Added earlier = added.get(id);
      throw new RowError(
          "name",
          given,
          "id %s had the name '%s' in %s, now '%s': two actors, or one with two names? If one, otherNamesAsAliases() keeps both"
              .formatted(
                  id, known, earlier == null ? "the dossier" : "line " + earlier.line(), given));
    }
    otherNamesOfRow.put(id, given);
  }

  /** Returns the actors that were added, of those with some ids. */
  ImmutableList<Actor> added(Set<String> used) {
    List<Actor> actors = new ArrayList<>();
    added.forEach(
        (id, it) -> {
          if (used.contains(id)) {
            actors.add(
                Actor.builder()
                    .id(id)
                    .name(it.name())
                    .kind(it.kind())
                    .addAliases(otherNames.get(id).toArray(String[]::new))
                    .build());
          }
        });
    return ImmutableList.copyOf(actors);
  }

  /** Returns the dossier to which the claims are added, with other names of its actors. */
  Dossier base() {
    Dossier dossier = base;
    for (String id : otherNames.keySet()) {
      Optional<Actor> actor = dossier.actor(id);
      if (actor.isPresent()) {
        dossier =
            dossier.replace(
                Actor.builder()
                    .from(actor.get())
                    .addAliases(otherNames.get(id).toArray(String[]::new))
                    .build());
      }
    }
    return dossier;
  }
}

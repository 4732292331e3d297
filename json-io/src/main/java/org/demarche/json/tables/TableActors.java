package org.demarche.json.tables;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.HashBasedTable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.Sets;
import com.google.common.collect.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Dossier;
import org.demarche.suggestion.Hints;

/**
 * The actors of a table: those of the dossier, met by id, name, alias or identifier, and those that
 * the table adds, each from its first row. One actor has one name, in any spelling, and one kind:
 * another is an error of its row, unless other names become aliases.
 */
final class TableActors {
  private static final int OF_THIS_ROW = 0;

  private final Dossier base;
  private final Map<Role, ActorKind> kinds = new EnumMap<>(Role.class);
  private final boolean keepsOtherNames;
  private final NameIndex names = NameIndex.ofNames();
  private final Hints hints;
  private final Supplier<Table<String, String, String>> idsByIdentifier;
  private final Map<String, Added> added = new LinkedHashMap<>();
  private final SetMultimap<String, String> otherNames = LinkedHashMultimap.create();
  private final Map<String, SpokenFor> spokenFor = new HashMap<>();

  /** The actors that the row that is being read adds, by id. */
  private final Map<String, Added> ofRow = new LinkedHashMap<>();

  private final SetMultimap<String, String> otherNamesOfRow = LinkedHashMultimap.create();
  private final Map<String, ImmutableSet<String>> spokenForOfRow = new HashMap<>();

  /** The part of an actor in a row, on which its kind depends. */
  enum Role {
    PRINCIPAL,
    SPEAKER,
    OUTLET;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * An actor that the table adds.
   *
   * @param of the state or body to which an organ belongs
   */
  private record Added(String name, ActorKind kind, Optional<String> of, int line) {
    /** Returns a new actor; throws if its id or its name cannot be one. */
    static Added of(String id, String name, ActorKind kind, Optional<String> of) {
      Added added = new Added(name, kind, of, OF_THIS_ROW);
      added.actor(id).build();
      return added;
    }

    Actor.Builder actor(String id) {
      Actor.Builder actor = Actor.builder().id(id).name(name).kind(kind);
      of.ifPresent(actor::of);
      return actor;
    }

    Added in(int line) {
      return new Added(name, kind, of, line);
    }

    String where() {
      return line == OF_THIS_ROW ? "the same row" : "line " + line;
    }
  }

  /** The principals that a body can belong to, as far as its rows tell, and its last line. */
  private record SpokenFor(ImmutableSet<String> principals, int line) {}

  TableActors(TableSettings settings, Hints hints) {
    this.base = settings.base();
    this.keepsOtherNames = settings.keepsOtherNames();
    this.hints = hints;
    settings.newActors().ifPresent(kind -> kinds.put(Role.PRINCIPAL, kind));
    settings
        .newSpeakers()
        .or(() -> settings.newActors().filter(ActorKind.PERSON::equals))
        .ifPresent(kind -> kinds.put(Role.SPEAKER, kind));
    kinds.put(Role.OUTLET, ActorKind.MEDIA);
    for (Actor actor : base.actors()) {
      names.put(actor.name(), actor.id());
      names.putId(actor.id(), actor.name());
      actor.aliases().forEach(alias -> names.put(alias, actor.id()));
    }
    this.idsByIdentifier = Suppliers.memoize(this::idsByIdentifier);
  }

  /** Forgets what a row added that gives no claim. */
  void beginRow() {
    ofRow.clear();
    otherNamesOfRow.clear();
    spokenForOfRow.clear();
  }

  /** Keeps what a row added. */
  void endRow(int line) {
    ofRow.forEach(
        (id, actor) -> {
          added.put(id, actor.in(line));
          names.put(actor.name(), id);
          names.putId(id, actor.name());
        });
    otherNamesOfRow.forEach((id, name) -> names.put(name, id));
    otherNames.putAll(otherNamesOfRow);
    spokenForOfRow.forEach((id, of) -> spokenFor.put(id, new SpokenFor(of, line)));
    beginRow();
  }

  // Names

  /**
   * Returns the id of the actor that has a name, which is a new one if no actor has it. The kind of
   * a principal or speaker is checked by {@link #require}.
   *
   * @param principals the ids of those for whom a speaker speaks
   */
  String named(String member, String name, Role role, Set<String> principals) {
    if (base.actor(name).isPresent() || added.containsKey(name)) {
      return name;
    }
    Set<String> ids = names.ids(name);
    if (ids.size() > 1) {
      throw new RowError(
          member, name, "several actors are named '" + name + "': " + String.join(", ", ids));
    }
    return ids.stream()
        .findFirst()
        .or(() -> namedInRow(name))
        .orElseGet(() -> newActor(member, name, role, principals));
  }

  private Optional<String> namedInRow(String name) {
    return ofRow.entrySet().stream()
        .filter(actor -> names.isOne(actor.getValue().name(), name))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** Returns the id of the medium that has a name, which is a new one if no actor has it. */
  String medium(String member, String name) {
    String id = named(member, name, Role.OUTLET, Set.of());
    requireKind(id, Role.OUTLET);
    return id;
  }

  /** Returns whether an actor has a name or id, in any spelling. */
  boolean isNamed(String id, String name) {
    return name.equals(id) || names.has(name, id);
  }

  private String newActor(String member, String name, Role role, Set<String> principals) {
    ActorKind kind = kinds.get(role);
    if (kind == null) {
      throw new RowError(
          member,
          name,
          "no actor is named '%s'%s; %s"
              .formatted(name, hints.of("actor", name, names.names(), 3), adding(role)));
    }
    String id = Slug.of(name);
    if (id.isEmpty()) {
      throw new RowError(member, name, "'" + name + "' has no letter or digit to make an id of");
    }
    Optional<Added> other = addedActor(id);
    Optional<String> taken = other.map(Added::name).or(() -> base.actor(id).map(Actor::name));
    if (taken.isEmpty()) {
      ofRow.put(id, Added.of(id, name, kind, body(member, name, role, principals)));
    } else if (keepsOtherNames) {
      otherNamesOfRow.put(id, name);
    } else {
      throw new RowError(
          member,
          name,
          TakenId.message(
              name,
              id,
              taken.get(),
              other.map(Added::where),
              other.isPresent()
                  ? "if they are one actor, write one name, or otherNamesAsAliases() keeps both"
                  : "if they are one actor, give it this name as an alias, or otherNamesAsAliases() does"));
    }
    return id;
  }

  /** Returns the principal to which a new organ belongs, for which it speaks. */
  private Optional<String> body(String member, String name, Role role, Set<String> principals) {
    if (role != Role.SPEAKER || kinds.get(role) != ActorKind.ORGAN) {
      return Optional.empty();
    }
    if (principals.size() != 1) {
      throw new RowError(
          member,
          name,
          "'%s' speaks for %s: to which does the organ belong? Add it to the dossier of onto(…)"
              .formatted(name, described(principals)));
    }
    return Optional.of(principals.iterator().next());
  }

  /** Returns the call that adds the actors of a role. */
  private String adding(Role role) {
    return role == Role.SPEAKER && kinds.containsKey(Role.PRINCIPAL)
        ? "speakersAs(…) adds the speakers that are missing: actors(…) states the kind of principals"
        : "actors(…) adds the actors that are missing";
  }

  private Optional<Added> addedActor(String id) {
    Added ofThisRow = ofRow.get(id);
    return Optional.ofNullable(ofThisRow == null ? added.get(id) : ofThisRow);
  }

  /** Returns the id of the actor that has an identifier in a scheme. */
  String identified(String member, String scheme, String value) {
    String id = Objects.requireNonNull(idsByIdentifier.get()).get(scheme, value);
    if (id == null) {
      throw new RowError(
          member,
          value,
          "no actor of the dossier has the identifier '%s' in the scheme %s"
              .formatted(value, scheme));
    }
    return id;
  }

  private Table<String, String, String> idsByIdentifier() {
    Table<String, String, String> ids = HashBasedTable.create();
    for (Actor actor : base.actors()) {
      actor.identifiers().forEach((scheme, value) -> ids.put(scheme, value, actor.id()));
    }
    return ids;
  }

  // Rows

  /**
   * Adds the actors of a row that are missing.
   *
   * @param principals the ids of the principals
   * @param speakers the ids of the speakers, which may be principals
   * @param given the names by id, as far as the row gives them
   */
  void require(Set<String> principals, Set<String> speakers, Map<String, String> given) {
    principals.forEach(id -> require(id, Role.PRINCIPAL, principals, given));
    if (!speakers.equals(principals)) {
      Sets.difference(speakers, principals)
          .forEach(id -> require(id, Role.SPEAKER, principals, given));
    }
  }

  private void require(String id, Role role, Set<String> principals, Map<String, String> given) {
    Optional<String> known =
        addedActor(id).map(Added::name).or(() -> base.actor(id).map(Actor::name));
    String name = given.get(id);
    if (known.isEmpty()) {
      add(id, role, name == null ? id : name, principals);
      return;
    }
    requireKind(id, role);
    if (name != null && !name.equals(known.get()) && !names.isOne(name, known.get())) {
      requireName(id, known.get(), name);
    }
  }

  private void add(String id, Role role, String name, Set<String> principals) {
    ActorKind kind = kinds.get(role);
    if (kind != null) {
      ofRow.put(id, Added.of(id, name, kind, body(role + "s", id, role, principals)));
    } else if (kinds.containsKey(Role.PRINCIPAL)) {
      throw new RowError(
          role + "s", id, "no actor has the id '%s'; %s".formatted(id, adding(role)));
    }
  }

  /** Refuses an actor that is added as another kind, which would depend on the order of rows. */
  private void requireKind(String id, Role role) {
    Optional<Added> actor = addedActor(id);
    ActorKind kind = kinds.get(role);
    if (actor.isPresent() && kind != null && actor.get().kind() != kind) {
      throw new RowError(
          role + "s",
          actor.get().name(),
          "'%s' is added as %s by %s, and would be %s as %s here; add it to the dossier of onto(…), of the right kind"
              .formatted(actor.get().name(), actor.get().kind(), actor.get().where(), kind, role));
    }
  }

  private void requireName(String id, String known, String given) {
    if (names.has(given, id) || otherNamesOfRow.containsEntry(id, given)) {
      return;
    }
    if (!keepsOtherNames) {
      throw new RowError(
          "name",
          given,
          "id %s had the name '%s' in %s, now '%s': two actors, or one with two names? If one, otherNamesAsAliases() keeps both"
              .formatted(id, known, addedActor(id).map(Added::where).orElse("the dossier"), given));
    }
    otherNamesOfRow.put(id, given);
  }

  /**
   * Refuses a body named alike that speaks for other principals than before: each state has its
   * foreign ministry. A person, a medium and a state can speak for several.
   */
  void requireOneBody(Set<String> speakers, Set<String> principals) {
    for (String id : Sets.difference(speakers, principals)) {
      Optional<Added> actor = addedActor(id);
      if (actor.isEmpty()
          || (actor.get().kind() != ActorKind.ORGAN
              && actor.get().kind() != ActorKind.ORGANISATION)) {
        continue;
      }
      SpokenFor before = spokenFor.get(id);
      ImmutableSet<String> of =
          before == null
              ? ImmutableSet.copyOf(principals)
              : ImmutableSet.copyOf(Sets.intersection(before.principals(), principals));
      if (before != null && of.isEmpty()) {
        throw new RowError(
            "speakers",
            actor.get().name(),
            "'%s' speaks for %s in line %s, and for %s here: one body, or two of one name? If two, name each in full, such as speakersByName(\"{state} {body}\"); if one, add it to the dossier of onto(…)"
                .formatted(
                    actor.get().name(),
                    described(before.principals()),
                    before.line(),
                    described(principals)));
      }
      spokenForOfRow.put(id, of);
    }
  }

  private String described(Set<String> ids) {
    return ids.stream()
        .map(
            id ->
                "'"
                    + addedActor(id)
                        .map(Added::name)
                        .or(() -> base.actor(id).map(Actor::name))
                        .orElse(id)
                    + "'")
        .reduce((one, other) -> one + " and " + other)
        .orElse("");
  }

  // The dossier

  /** Returns the actors that were added, of those with some ids and those to which they belong. */
  ImmutableList<Actor> added(Set<String> used) {
    Set<String> all = new HashSet<>(used);
    added.forEach((id, it) -> it.of().filter(of -> used.contains(id)).ifPresent(all::add));
    List<Actor> actors = new ArrayList<>();
    added.forEach(
        (id, it) -> {
          if (all.contains(id)) {
            actors.add(it.actor(id).addAliases(otherNames.get(id).toArray(String[]::new)).build());
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

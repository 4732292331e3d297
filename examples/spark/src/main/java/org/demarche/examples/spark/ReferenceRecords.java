package org.demarche.examples.spark;

import com.esotericsoftware.kryo.Kryo;
import com.esotericsoftware.kryo.KryoSerializable;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import com.google.common.base.Suppliers;
import com.google.common.collect.HashMultimap;
import com.google.common.collect.Iterables;
import com.google.common.collect.SetMultimap;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.demarche.json.Dossiers;
import org.demarche.model.Actor;
import org.demarche.model.ActorKind;
import org.demarche.model.Claim;
import org.demarche.model.Dossier;
import org.demarche.model.DossierRecord;
import org.demarche.model.Evidence;
import org.demarche.model.Proposition;

/**
 * The actors, propositions, sources and occasions to which claims refer, and how they divide the
 * claims. They are sent to each executor as lines, and read there once.
 *
 * <p>A family is a set of actors whose claims bear on one another: a government with its organs and
 * officials, the heads of its terms, and the states that it continues. A component is a set of
 * propositions that are linked as composite and part, or as rivals.
 */
final class ReferenceRecords implements Serializable, KryoSerializable {
  private static final long serialVersionUID = 1;

  private final ArrayList<String> lines;
  private transient Supplier<Loaded> loaded;

  private ReferenceRecords(List<String> lines, Supplier<Loaded> loaded) {
    this.lines = new ArrayList<>(lines);
    this.loaded = loaded;
  }

  /** Creates what Kryo fills. */
  private ReferenceRecords() {
    this(List.of(), () -> new Loaded(Dossier.of()));
  }

  /** Takes a dossier without claims. */
  static ReferenceRecords of(Dossier dossier) {
    List<String> lines = new ArrayList<>();
    SoundLines.references(dossier).forEach(record -> lines.add(Dossiers.line(record)));
    return new ReferenceRecords(lines, Suppliers.memoize(() -> new Loaded(dossier)));
  }

  private static Supplier<Loaded> loadedFrom(List<String> lines) {
    return Suppliers.memoize(
        () -> new Loaded(Dossier.of(Iterables.transform(lines, Dossiers::record))));
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    loaded = loadedFrom(lines);
  }

  @Override
  public void write(Kryo kryo, Output out) {
    out.writeInt(lines.size());
    lines.forEach(out::writeString);
  }

  @Override
  public void read(Kryo kryo, Input in) {
    int count = in.readInt();
    for (int i = 0; i < count; i++) {
      lines.add(in.readString());
    }
    loaded = loadedFrom(lines);
  }

  /** What each executor makes of the document. */
  private static final class Loaded {
    private final Dossier dossier;
    private final Map<String, String> families;
    private final Map<String, String> components;

    /** The actors of each family. */
    private final SetMultimap<String, String> actors = HashMultimap.create();

    /** The propositions of each component. */
    private final SetMultimap<String, String> propositions = HashMultimap.create();

    /** The families of the members of the organisations of each family. */
    private final SetMultimap<String, String> members = HashMultimap.create();

    /** The organisations of which an actor of each family is a member. */
    private final SetMultimap<String, String> organisations = HashMultimap.create();

    /** The sources that revise each source. */
    private final SetMultimap<String, String> revisions = HashMultimap.create();

    Loaded(Dossier dossier) {
      this.dossier = dossier;
      families = families(dossier.actors());
      components = components(dossier.propositions());
      families.forEach((actor, family) -> actors.put(family, actor));
      components.forEach((proposition, component) -> propositions.put(component, proposition));
      for (Actor organisation : dossier.actors()) {
        organisation
            .members()
            .forEach(
                one -> {
                  String family = families.getOrDefault(one.member(), "");
                  members.put(families.getOrDefault(organisation.id(), ""), family);
                  organisations.put(family, organisation.id());
                });
      }
      dossier
          .sources()
          .forEach(source -> source.revises().ifPresent(id -> revisions.put(id, source.id())));
    }

    private static Map<String, String> families(List<Actor> actors) {
      Components linked = new Components();
      for (Actor actor : actors) {
        linked.add(actor.id());
        if (actor.kind() != ActorKind.MEDIA) { // a medium does not speak for its owner
          actor.of().ifPresent(of -> linked.link(actor.id(), of));
        }
        actor.succeeds().ifPresent(before -> linked.link(actor.id(), before));
        actor.terms().forEach(term -> linked.link(actor.id(), term.head()));
      }
      return linked.names();
    }

    private static Map<String, String> components(List<Proposition> propositions) {
      Components linked = new Components();
      for (Proposition proposition : propositions) {
        linked.add(proposition.id());
        proposition.parts().keySet().forEach(part -> linked.link(proposition.id(), part));
        proposition.excludes().forEach(rival -> linked.link(proposition.id(), rival));
      }
      return linked.names();
    }
  }

  Dossier dossier() {
    return loaded.get().dossier;
  }

  /** Returns the component of a proposition, if it is known. */
  Optional<String> component(String proposition) {
    return Optional.ofNullable(loaded.get().components.get(proposition));
  }

  /** Returns the families on whose positions a claim may bear, by its principals and speakers. */
  Set<String> families(Collection<String> principals, Collection<String> speakers) {
    Set<String> found = new TreeSet<>();
    for (String principal : principals) {
      Optional.ofNullable(loaded.get().families.get(principal))
          .ifPresent(
              family -> {
                found.add(family);
                found.addAll(loaded.get().members.get(family));
              });
    }
    for (String speaker : speakers) {
      Optional.ofNullable(loaded.get().families.get(speaker)).ifPresent(found::add);
    }
    return found;
  }

  /** Returns whether any of some actors is a medium, whose reports bear on every party. */
  boolean isReport(Collection<String> principals) {
    return principals.stream()
        .flatMap(id -> dossier().actor(id).stream())
        .anyMatch(actor -> actor.kind() == ActorKind.MEDIA);
  }

  /** Returns whether a claim of some principals goes to many families. */
  boolean isShared(Collection<String> principals) {
    return isReport(principals)
        || principals.stream()
            .flatMap(id -> Optional.ofNullable(loaded.get().families.get(id)).stream())
            .anyMatch(loaded.get().members::containsKey);
  }

  /** Returns the actors of some families. */
  Set<String> actors(Set<String> of) {
    return all(of, loaded.get().actors);
  }

  /** Returns the propositions of some components. */
  Set<String> propositions(Set<String> of) {
    return all(of, loaded.get().propositions);
  }

  private static Set<String> all(Set<String> keys, SetMultimap<String, String> of) {
    return keys.stream().flatMap(key -> of.get(key).stream()).collect(Collectors.toSet());
  }

  /**
   * Returns the reference records of batches, with all to which they refer.
   *
   * @param ids the ids of records to which claims of the batches refer
   */
  Dossier of(Set<String> families, Set<String> components, ReferredIds ids) {
    List<DossierRecord> records = new ArrayList<>();
    for (String actor :
        Iterables.concat(
            actors(families), all(families, loaded.get().organisations), ids.actors())) {
      dossier().actor(actor).ifPresent(records::add);
    }
    for (String proposition : Iterables.concat(propositions(components), ids.propositions())) {
      dossier().proposition(proposition).ifPresent(records::add);
    }
    ids.occasions().forEach(id -> dossier().occasion(id).ifPresent(records::add));
    Set<String> sources = new TreeSet<>(ids.sources());
    Deque<String> open = new ArrayDeque<>(sources);
    while (!open.isEmpty()) {
      for (String revision : loaded.get().revisions.get(open.remove())) {
        if (sources.add(revision)) {
          open.add(revision);
        }
      }
    }
    sources.forEach(id -> dossier().source(id).ifPresent(records::add));
    return dossier().closure(records);
  }

  /** The ids to which some claims refer. */
  record ReferredIds(
      Set<String> sources, Set<String> actors, Set<String> occasions, Set<String> propositions) {
    /** Adds those of a claim. */
    void add(Claim claim) {
      actors.addAll(claim.speakers());
      actors.addAll(claim.principals());
      actors.addAll(claim.audience());
      claim.occasion().ifPresent(occasions::add);
      propositions.add(claim.proposition());
      for (Evidence evidence : claim.evidence()) {
        sources.add(evidence.source());
        actors.addAll(evidence.via());
      }
    }
  }
}

package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Sets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/**
 * A state, organ, organisation, person or medium that speaks, is spoken for, relays or publishes.
 * It corresponds to an Agent of PROV (W3C 2013).
 *
 * <pre>{@code
 * Actor.builder().id("rok-mofa").name("ROK Ministry of Foreign Affairs").kind(ActorKind.ORGAN).of("rok")
 *     .authority(Authority.MINISTRY).build()
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Actor implements DossierRecord {
  private static final Set<ActorKind> MAY_HAVE_TERMS =
      Sets.immutableEnumSet(ActorKind.STATE, ActorKind.ORGAN, ActorKind.ORGANISATION);

  Actor() {}

  /** {@return the id, unique among actors} */
  @Override
  @Value.Parameter
  public abstract String id();

  /** {@return the name, in any script} */
  @Value.Parameter
  public abstract String name();

  /** {@return the kind of the actor} */
  @Value.Parameter
  public abstract ActorKind kind();

  /**
   * Returns the id of the actor to which this one belongs.
   *
   * @return the state, organisation or higher organ of an organ, the state or organisation of a
   *     medium that speaks at its direction, or what an unnamed official belongs to; empty for a
   *     state, an organisation and a named person
   */
  @Value.Parameter
  public abstract Optional<String> of();

  /** {@return the rank of an organ; default: {@link Authority#UNSPECIFIED}} */
  @Value.Parameter
  public abstract Authority authority();

  /**
   * Returns whether the sources give the name of the actor.
   *
   * @return false for an actor such as “a senior official”; default: true
   */
  @Value.Parameter
  public abstract boolean isNamed();

  /** {@return other names under which the actor appears, in alphabetical order} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> aliases();

  /**
   * Returns the administrations of a state or organisation, or the terms of an organ whose holder
   * stays in office from one government to the next.
   *
   * @return terms in the order given; only the term of an acting head overlaps another
   */
  @Value.Parameter
  public abstract ImmutableList<TermOfOffice> terms();

  /** {@return the members of an organisation, each from a date to a date, in the order given} */
  @Value.Parameter
  public abstract ImmutableList<Membership> members();

  /** {@return the id of the state that this state continues from its first day on} */
  @Value.Parameter
  public abstract Optional<String> succeeds();

  /** {@return the first day of a state; empty if it is before the record} */
  @Value.Parameter
  public abstract Optional<LocalDate> from();

  /** {@return the first day after the end of a state; empty while it exists} */
  @Value.Parameter
  public abstract Optional<LocalDate> to();

  /** {@return identifiers of the actor elsewhere, such as an ISO 3166 code, each by its scheme} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedMap<String, String> identifiers();

  /** {@return an empty builder; {@code id}, {@code name} and {@code kind} are required} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the members that are given, in one line} */
  @Override
  public final String toString() {
    return RecordMembers.line("actor", this);
  }

  /**
   * A builder of actors.
   *
   * @since 0.1
   */
  public static final class Builder {
    private Optional<String> id = Optional.empty();
    private Optional<String> name = Optional.empty();
    private Optional<ActorKind> kind = Optional.empty();
    private Optional<String> of = Optional.empty();
    private Authority authority = Authority.UNSPECIFIED;
    private boolean named = true;
    private ImmutableSortedSet<String> aliases = ImmutableSortedSet.of();
    private ImmutableList<TermOfOffice> terms = ImmutableList.of();
    private ImmutableList<Membership> members = ImmutableList.of();
    private Optional<String> succeeds = Optional.empty();
    private Optional<LocalDate> from = Optional.empty();
    private Optional<LocalDate> to = Optional.empty();
    private ImmutableSortedMap<String, String> identifiers = ImmutableSortedMap.of();

    private Builder() {}

    /**
     * Replaces every value by the value of another actor.
     *
     * @param actor the actor to start from
     * @return this builder
     */
    public Builder from(Actor actor) {
      requireNonNull(actor, "actor");
      this.id = Optional.of(actor.id());
      this.name = Optional.of(actor.name());
      this.kind = Optional.of(actor.kind());
      this.of = actor.of();
      this.authority = actor.authority();
      this.named = actor.isNamed();
      this.aliases = actor.aliases();
      this.terms = actor.terms();
      this.members = actor.members();
      this.succeeds = actor.succeeds();
      this.from = actor.from();
      this.to = actor.to();
      this.identifiers = actor.identifiers();
      return this;
    }

    /**
     * Sets the id.
     *
     * @param id a slug, unique among actors; required
     * @return this builder
     */
    public Builder id(String id) {
      this.id = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the name.
     *
     * @param name a text that is not blank, in any script; required
     * @return this builder
     */
    public Builder name(String name) {
      this.name = Optional.of(requireNonNull(name, "name"));
      return this;
    }

    /**
     * Sets the kind of the actor.
     *
     * @param kind the kind; required
     * @return this builder
     */
    public Builder kind(ActorKind kind) {
      this.kind = Optional.of(requireNonNull(kind, "kind"));
      return this;
    }

    /**
     * Sets the actor to which this one belongs.
     *
     * @param id the id of a state, organisation, organ or, for an unnamed person, medium; required
     *     for an organ, not allowed for a state, an organisation or a named person
     * @return this builder
     */
    public Builder of(String id) {
      of = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the rank of an organ.
     *
     * @param authority the rank; only an organ has one; default: {@link Authority#UNSPECIFIED}
     * @return this builder
     */
    public Builder authority(Authority authority) {
      this.authority = requireNonNull(authority, "authority");
      return this;
    }

    /**
     * Sets whether the sources give the name of the actor.
     *
     * @param named false for an actor such as “a senior official”; default: true
     * @return this builder
     */
    public Builder named(boolean named) {
      this.named = named;
      return this;
    }

    /**
     * Adds other names of the actor.
     *
     * @param names names that are not blank
     * @return this builder
     */
    public Builder addAliases(String... names) {
      aliases = SortedIds.plus(aliases, names, "names");
      return this;
    }

    /**
     * Sets the other names of the actor.
     *
     * @param names names that are not blank; default: empty
     * @return this builder
     */
    public Builder aliases(Iterable<String> names) {
      aliases = SortedIds.of(names, "names");
      return this;
    }

    /**
     * Adds terms of office.
     *
     * @param terms terms of office of a state, an organisation or an organ; only the term of an
     *     acting head overlaps another
     * @return this builder
     */
    public Builder addTerms(TermOfOffice... terms) {
      this.terms =
          ImmutableList.<TermOfOffice>builder()
              .addAll(this.terms)
              .addAll(Elements.of(terms, "terms"))
              .build();
      return this;
    }

    /**
     * Sets the terms of office.
     *
     * @param terms terms of office of a state, an organisation or an organ; only the term of an
     *     acting head overlaps another; default: empty
     * @return this builder
     */
    public Builder terms(Iterable<? extends TermOfOffice> terms) {
      this.terms = Elements.of(terms, "terms");
      return this;
    }

    /**
     * Adds members of an organisation.
     *
     * @param members memberships; those of one member do not overlap
     * @return this builder
     */
    public Builder addMembers(Membership... members) {
      this.members =
          ImmutableList.<Membership>builder()
              .addAll(this.members)
              .addAll(Elements.of(members, "members"))
              .build();
      return this;
    }

    /**
     * Sets members of an organisation.
     *
     * @param members memberships; those of one member do not overlap; default: empty
     * @return this builder
     */
    public Builder members(Iterable<? extends Membership> members) {
      this.members = Elements.of(members, "members");
      return this;
    }

    /**
     * Sets the state that this state continues.
     *
     * @param id the id of a state; needs a first day
     * @return this builder
     */
    public Builder succeeds(String id) {
      succeeds = Optional.of(requireNonNull(id, "id"));
      return this;
    }

    /**
     * Sets the first day of a state.
     *
     * @param from the day
     * @return this builder
     * @throws InvalidDateException if the year is not from 0001 to 9999
     */
    public Builder from(LocalDate from) {
      When.requireFourDigits(requireNonNull(from, "from"));
      this.from = Optional.of(from);
      return this;
    }

    /**
     * Sets the first day after the end of a state.
     *
     * @param to the day
     * @return this builder
     * @throws InvalidDateException if the year is not from 0001 to 9999
     */
    public Builder to(LocalDate to) {
      When.requireFourDigits(requireNonNull(to, "to"));
      this.to = Optional.of(to);
      return this;
    }

    /**
     * Sets identifiers of the actor elsewhere.
     *
     * @param identifiers identifiers by scheme, each scheme a slug; default: empty
     * @return this builder
     */
    public Builder identifiers(Map<String, String> identifiers) {
      this.identifiers = Elements.sorted(identifiers, "identifiers");
      return this;
    }

    /**
     * Builds the actor.
     *
     * @return the actor with the values given
     * @throws InvalidDossierException if a required value is missing or a value is invalid, with
     *     every problem of the actor; values that refer to other records are checked by {@link
     *     Dossier#of}
     */
    public Actor build() {
      check();
      return ImmutableActor.of(
          id.orElseThrow(),
          name.orElseThrow(),
          kind.orElseThrow(),
          of,
          authority,
          named,
          aliases,
          terms,
          members,
          succeeds,
          from,
          to,
          identifiers);
    }

    private void check() {
      ProblemCollector problems = new ProblemCollector("actor", id.orElse(""));
      problems.requiredId("id", id);
      problems.requiredText("name", name);
      problems.required("kind", kind);
      aliases.forEach(alias -> problems.text("aliases", alias));
      kind.ifPresent(given -> checkKind(given, problems));
      checkTerms(problems);
      checkMembers(problems);
      problems.identifiers(identifiers);
      problems.throwIfAny();
    }

    private void checkKind(ActorKind kind, ProblemCollector problems) {
      checkBelonging(kind, problems);
      checkStatehood(kind, problems);
      if (!members.isEmpty() && kind != ActorKind.ORGANISATION) {
        problems.add(
            Problem.Code.BAD_MEMBERSHIP,
            "members",
            members.get(0).toString(),
            "only an ORGANISATION has members, this is " + kind.withArticle());
      }
      if (authority != Authority.UNSPECIFIED && kind != ActorKind.ORGAN) {
        problems.add(
            Problem.Code.BAD_ACTOR,
            "authority",
            authority.name(),
            "only an ORGAN has an authority, this is " + kind.withArticle());
      }
      if (!terms.isEmpty() && !MAY_HAVE_TERMS.contains(kind)) {
        problems.add(
            Problem.Code.BAD_TERM,
            "terms",
            terms.get(0).toString(),
            "only a STATE, an ORGAN or an ORGANISATION has terms of office, this is "
                + kind.withArticle());
      } else if (!terms.isEmpty() && authority == Authority.NONE) {
        problems.add(
            Problem.Code.BAD_TERM,
            "terms",
            terms.get(0).toString(),
            "an ORGAN of authority NONE has no terms of office: it does not speak for its government");
      }
    }

    /** Checks the members that only a state has: its first and last day, and what it continues. */
    private void checkStatehood(ActorKind kind, ProblemCollector problems) {
      Map<String, Optional<String>> given = new LinkedHashMap<>();
      given.put("succeeds", succeeds);
      given.put("from", from.map(LocalDate::toString));
      given.put("to", to.map(LocalDate::toString));
      given.forEach(
          (field, value) -> {
            if (kind != ActorKind.STATE && value.isPresent()) {
              problems.add(
                  Problem.Code.BAD_ACTOR,
                  field,
                  value.get(),
                  "only a STATE has '" + field + "', this is " + kind.withArticle());
            }
          });
      if (kind == ActorKind.STATE && succeeds.isPresent() && from.isEmpty()) {
        problems.add(
            Problem.Code.MISSING,
            "from",
            "",
            "a STATE that succeeds '" + succeeds.get() + "' needs 'from', its first day");
      }
      if (from.isPresent() && to.isPresent() && !to.get().isAfter(from.get())) {
        problems.add(
            Problem.Code.BAD_DATE,
            "to",
            to.get().toString(),
            "it ends " + to.get() + ", on or before the day it begins, " + from.get());
      }
    }

    private void checkMembers(ProblemCollector problems) {
      Map<String, Membership> longest = new HashMap<>();
      members.stream()
          .sorted(Comparator.comparing(Builder::start))
          .forEach(
              membership -> {
                if (!end(membership.to()).isAfter(start(membership))) {
                  problems.add(
                      Problem.Code.BAD_MEMBERSHIP,
                      "members",
                      membership.toString(),
                      "membership " + membership + " ends on or before the day it begins");
                }
                Membership before = longest.putIfAbsent(membership.member(), membership);
                if (before != null && end(before.to()).isAfter(start(membership))) {
                  problems.add(
                      Problem.Code.BAD_MEMBERSHIP,
                      "members",
                      membership.toString(),
                      "memberships overlap: " + before + " and " + membership);
                }
                if (before != null && end(membership.to()).isAfter(end(before.to()))) {
                  longest.put(membership.member(), membership);
                }
              });
    }

    private static LocalDate start(Membership membership) {
      return membership.from().orElse(LocalDate.MIN);
    }

    private void checkBelonging(ActorKind kind, ProblemCollector problems) {
      String of = this.of.orElse("");
      if (kind == ActorKind.ORGAN && this.of.isEmpty()) {
        problems.add(
            Problem.Code.BAD_ACTOR,
            "of",
            of,
            "an ORGAN needs 'of', the state, organisation or organ to which it belongs");
      } else if ((kind == ActorKind.STATE || kind == ActorKind.ORGANISATION)
          && this.of.isPresent()) {
        problems.add(
            Problem.Code.BAD_ACTOR,
            "of",
            of,
            kind.withArticle() + " cannot have 'of', got '" + of + "'");
      } else if (kind == ActorKind.PERSON && named && this.of.isPresent()) {
        problems.add(
            Problem.Code.BAD_ACTOR,
            "of",
            of,
            "a named PERSON cannot have 'of', got '"
                + of
                + "': people change jobs; the claim says for whom they spoke");
      }
    }

    private void checkTerms(ProblemCollector problems) {
      if (terms.size() > Limits.TERMS) {
        problems.add(
            Problem.Code.BAD_TERM,
            "terms",
            String.valueOf(terms.size()),
            "an actor has at most "
                + Limits.TERMS
                + " terms of office, this has "
                + terms.size()
                + "; leave out terms in which no claim was made");
        return;
      }
      List<TermOfOffice> ordered =
          terms.stream().sorted(Comparator.comparing(TermOfOffice::from)).toList();
      for (TermOfOffice term : ordered) {
        if (term.to().isPresent() && !term.to().get().isAfter(term.from())) {
          problems.add(
              Problem.Code.BAD_TERM,
              "terms",
              term.toString(),
              "term " + term + " ends on or before the day it begins");
        }
      }
      checkOverlaps(ordered.stream().filter(TermOfOffice::isActing).toList(), problems);
      checkOverlaps(ordered.stream().filter(term -> !term.isActing()).toList(), problems);
      checkOwnOverlaps(ordered, problems);
    }

    /** Checks that terms do not overlap; an acting head's may overlap another's. */
    private static void checkOverlaps(List<TermOfOffice> ordered, ProblemCollector problems) {
      Optional<TermOfOffice> longest = Optional.empty();
      for (TermOfOffice term : ordered) {
        if (longest.isPresent() && end(longest.get().to()).isAfter(term.from())) {
          problems.add(
              Problem.Code.BAD_TERM,
              "terms",
              term.toString(),
              "terms overlap: " + longest.get() + " and " + term);
        }
        if (longest.isEmpty() || end(term.to()).isAfter(end(longest.get().to()))) {
          longest = Optional.of(term);
        }
      }
    }

    /** Checks that nobody acts for himself. */
    private static void checkOwnOverlaps(List<TermOfOffice> ordered, ProblemCollector problems) {
      for (TermOfOffice acting : ordered) {
        for (TermOfOffice own : acting.isActing() ? ordered : List.<TermOfOffice>of()) {
          if (!own.isActing()
              && own.head().equals(acting.head())
              && own.from().isBefore(end(acting.to()))
              && acting.from().isBefore(end(own.to()))) {
            problems.add(
                Problem.Code.BAD_TERM,
                "terms",
                acting.toString(),
                "an acting head stands in for another, but "
                    + acting
                    + " overlaps the head's own term "
                    + own);
          }
        }
      }
    }

    private static LocalDate end(Optional<LocalDate> to) {
      return to.orElse(LocalDate.MAX);
    }
  }
}

package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A state, organ, person or medium that speaks, is spoken for, relays or publishes. It corresponds
 * to an Agent of PROV (W3C 2013).
 *
 * <pre>{@code
 * Actor.builder().id("rok-mofa").name("ROK Ministry of Foreign Affairs").kind(ActorKind.ORGAN).of("rok")
 *     .authority(Authority.MINISTRY).build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Actor implements DossierRecord {
  Actor() {}

  /** {@return the id, unique among actors} */
  @Override
  public abstract String id();

  /** {@return the name, in any script} */
  public abstract String name();

  /** {@return the kind of the actor} */
  public abstract ActorKind kind();

  /**
   * Returns the id of the actor to which this one belongs.
   *
   * @return the state or higher organ of an organ, the state of a state-run medium, or the state or
   *     organ of an unnamed official; empty for a state and for a named person
   */
  public abstract Optional<String> of();

  /** {@return the rank of an organ; default: {@link Authority#UNSPECIFIED}} */
  @Value.Default
  public Authority authority() {
    return Authority.UNSPECIFIED;
  }

  /**
   * Returns whether the sources give the name of the actor.
   *
   * @return false for an actor such as “a senior official”; default: true
   */
  @Value.Default
  public boolean isNamed() {
    return true;
  }

  /** {@return other names under which the actor appears, in alphabetical order} */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> aliases();

  /** {@return the administrations of a state, without overlap, in the order given} */
  public abstract ImmutableList<TermOfOffice> terms();

  /** {@return an empty builder; {@code id}, {@code name} and {@code kind} are required} */
  public static Builder builder() {
    return ImmutableActor.builder();
  }

  @Value.Check
  void check() {
    ProblemCollector problems = new ProblemCollector("actor", id());
    problems.id("id", id());
    problems.text("name", name());
    aliases().forEach(alias -> problems.text("aliases", alias));
    checkBelonging(problems);
    if (authority() != Authority.UNSPECIFIED && kind() != ActorKind.ORGAN) {
      problems.add(
          Problem.Code.BAD_ACTOR,
          "authority",
          authority().name(),
          "only an ORGAN has an authority, this is " + kind().withArticle());
    }
    if (!terms().isEmpty() && kind() != ActorKind.STATE) {
      problems.add(
          Problem.Code.BAD_TERM,
          "terms",
          terms().get(0).toString(),
          "only a STATE has terms of office, this is " + kind().withArticle());
    }
    checkTerms(problems);
    problems.throwIfAny();
  }

  private void checkBelonging(ProblemCollector problems) {
    String of = of().orElse("");
    if (kind() == ActorKind.ORGAN && of().isEmpty()) {
      problems.add(
          Problem.Code.BAD_ACTOR,
          "of",
          of,
          "an ORGAN needs 'of', the state or organ to which it belongs");
    } else if (kind() == ActorKind.STATE && of().isPresent()) {
      problems.add(Problem.Code.BAD_ACTOR, "of", of, "a STATE cannot have 'of', got '" + of + "'");
    } else if (kind() == ActorKind.PERSON && isNamed() && of().isPresent()) {
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
    List<TermOfOffice> ordered =
        terms().stream().sorted(Comparator.comparing(TermOfOffice::from)).toList();
    for (TermOfOffice term : ordered) {
      if (term.to().isPresent() && !term.to().get().isAfter(term.from())) {
        problems.add(
            Problem.Code.BAD_TERM,
            "terms",
            term.toString(),
            "term " + term + " ends on or before the day it begins");
      }
    }
    Optional<TermOfOffice> longest = Optional.empty();
    for (TermOfOffice term : ordered) {
      if (longest.isPresent() && end(longest.get()).isAfter(term.from())) {
        problems.add(
            Problem.Code.BAD_TERM,
            "terms",
            term.toString(),
            "terms overlap: " + longest.get() + " and " + term);
      }
      if (longest.isEmpty() || end(term).isAfter(end(longest.get()))) {
        longest = Optional.of(term);
      }
    }
  }

  private static LocalDate end(TermOfOffice term) {
    return term.to().orElse(LocalDate.MAX);
  }

  /** A builder of actors. */
  public interface Builder {
    /**
     * Sets the id.
     *
     * @param id a slug, unique among actors; required
     * @return this builder
     */
    Builder id(String id);

    /**
     * Sets the name.
     *
     * @param name a text that is not blank, in any script; required
     * @return this builder
     */
    Builder name(String name);

    /**
     * Sets the kind of the actor.
     *
     * @param kind the kind; required
     * @return this builder
     */
    Builder kind(ActorKind kind);

    /**
     * Sets the actor to which this one belongs.
     *
     * @param id the id of a state, organ or, for an unnamed person, medium; required for an organ,
     *     not allowed for a state or a named person
     * @return this builder
     */
    Builder of(String id);

    /**
     * Sets the rank of an organ.
     *
     * @param authority the rank; only an organ has one; default: {@link Authority#UNSPECIFIED}
     * @return this builder
     */
    Builder authority(Authority authority);

    /**
     * Sets whether the sources give the name of the actor.
     *
     * @param named false for an actor such as “a senior official”; default: true
     * @return this builder
     */
    Builder named(boolean named);

    /**
     * Adds other names of the actor.
     *
     * @param names names that are not blank
     * @return this builder
     */
    Builder addAliases(String... names);

    /**
     * Sets the other names of the actor.
     *
     * @param names names that are not blank; default: empty
     * @return this builder
     */
    Builder aliases(Iterable<String> names);

    /**
     * Adds administrations of a state.
     *
     * @param terms terms of office that do not overlap
     * @return this builder
     */
    Builder addTerms(TermOfOffice... terms);

    /**
     * Sets the administrations of a state.
     *
     * @param terms terms of office that do not overlap; default: empty
     * @return this builder
     */
    Builder terms(Iterable<? extends TermOfOffice> terms);

    /**
     * Builds the actor.
     *
     * @return the actor with the values given
     * @throws IllegalStateException if a required value is missing
     * @throws InvalidDossierException if a value is invalid, with every problem of the actor;
     *     values that refer to other records are checked by {@link Dossier.Builder#build()}
     */
    Actor build();
  }
}

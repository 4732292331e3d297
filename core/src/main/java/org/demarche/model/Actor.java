package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Anyone who speaks, is spoken for, relays or publishes: an Agent of PROV (W3C 2013).
 *
 * <pre>{@code
 * Actor.builder().id("rok-mofa").name("ROK Ministry of Foreign Affairs").kind(ActorKind.ORGAN).of("rok")
 *     .authority(Authority.MINISTRY).build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Actor implements DossierRecord {
  Actor() {}

  /** Its id, unique among actors. */
  @Override
  public abstract String id();

  /** Its name, in any script. */
  public abstract String name();

  /** What kind of party it is. */
  public abstract ActorKind kind();

  /**
   * The id of what it belongs to: an organ's state or higher organ, a state-run medium's state, an
   * unnamed official's state or organ. A state and a named person belong to nothing.
   */
  public abstract Optional<String> of();

  /** The rank of an organ; {@link Authority#UNSPECIFIED} unless said. */
  @Value.Default
  public Authority authority() {
    return Authority.UNSPECIFIED;
  }

  /** Whether the source gives a name. True unless said: “a senior official” is not named. */
  @Value.Default
  public boolean isNamed() {
    return true;
  }

  /** Other names under which it appears. */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> aliases();

  /** The administrations of a state, without overlap; in the order given. */
  public abstract ImmutableList<TermOfOffice> terms();

  /** A builder; {@code id}, {@code name} and {@code kind} are required. */
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
      problems.add(
          Problem.Code.BAD_ACTOR, "of", of, "a STATE belongs to nothing, got of '" + of + "'");
    } else if (kind() == ActorKind.PERSON && isNamed() && of().isPresent()) {
      problems.add(
          Problem.Code.BAD_ACTOR,
          "of",
          of,
          "a named PERSON belongs to nothing, got of '"
              + of
              + "': people change jobs, the claim says for whom they spoke");
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

  /** Collects the parts of an actor. */
  public interface Builder {
    /** Sets {@link Actor#id()}. */
    Builder id(String id);

    /** Sets {@link Actor#name()}. */
    Builder name(String name);

    /** Sets {@link Actor#kind()}. */
    Builder kind(ActorKind kind);

    /** Sets {@link Actor#of()}. */
    Builder of(String id);

    /** Sets {@link Actor#authority()}. */
    Builder authority(Authority authority);

    /** Sets {@link Actor#isNamed()}. */
    Builder named(boolean named);

    /** Adds to {@link Actor#aliases()}. */
    Builder addAliases(String... names);

    /** Sets {@link Actor#aliases()}. */
    Builder aliases(Iterable<String> names);

    /** Adds to {@link Actor#terms()}. */
    Builder addTerms(TermOfOffice... terms);

    /** Sets {@link Actor#terms()}. */
    Builder terms(Iterable<? extends TermOfOffice> terms);

    /**
     * Builds the actor.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws InvalidDossierException if a part is wrong in itself
     */
    Actor build();
  }
}

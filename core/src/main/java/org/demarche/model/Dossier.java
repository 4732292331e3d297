package org.demarche.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A consistent, checked set of sources, actors, occasions, propositions and claims: data only. It
 * is asked nothing itself; {@code Tracker.of(dossier)} is.
 *
 * <p>The records keep the order in which they were given. That order is part of equality, and never
 * changes an answer. A dossier is never edited: a correction is a new claim with evidence of its
 * own, and {@link #plus} merges two dossiers.
 *
 * <pre>{@code
 * Dossier dossier = Dossier.builder().addSources(article).addActors(seoul, ministry).addPropositions(additional)
 *     .addClaims(claim).build();    // throws, with every problem, if the records do not fit together
 * dossier.warnings();               // what deserves a second look
 * }</pre>
 */
@Value.Immutable
public abstract class Dossier {
  Dossier() {}

  /** The sources, in the order given. */
  public abstract ImmutableList<Source> sources();

  /** The actors, in the order given. */
  public abstract ImmutableList<Actor> actors();

  /** The occasions, in the order given. */
  public abstract ImmutableList<Occasion> occasions();

  /** The propositions, in the order given. */
  public abstract ImmutableList<Proposition> propositions();

  /** The claims, in the order given. */
  public abstract ImmutableList<Claim> claims();

  /** An empty builder; nothing is required. */
  public static Builder builder() {
    return ImmutableDossier.builder();
  }

  /** The dossier that holds nothing. */
  public static Dossier empty() {
    return builder().build();
  }

  @Value.Check
  void check() {
    ImmutableList<Problem> errors = new DossierCheck(this).errors();
    if (!errors.isEmpty()) {
      throw new InvalidDossierException(errors);
    }
  }

  /** What deserves a second look though nothing is refused for it, in the order of the records. */
  @Value.Lazy
  public ImmutableList<Problem> warnings() {
    return new DossierCheck(this).warnings();
  }

  @Value.Lazy
  ImmutableMap<String, Source> sourcesById() {
    return Maps.uniqueIndex(sources(), Source::id);
  }

  @Value.Lazy
  ImmutableMap<String, Actor> actorsById() {
    return Maps.uniqueIndex(actors(), Actor::id);
  }

  @Value.Lazy
  ImmutableMap<String, Occasion> occasionsById() {
    return Maps.uniqueIndex(occasions(), Occasion::id);
  }

  @Value.Lazy
  ImmutableMap<String, Proposition> propositionsById() {
    return Maps.uniqueIndex(propositions(), Proposition::id);
  }

  @Value.Lazy
  ImmutableMap<String, Claim> claimsById() {
    return Maps.uniqueIndex(claims(), Claim::id);
  }

  /** The source of that id, if it is in the dossier. */
  public final Optional<Source> source(String id) {
    return Optional.ofNullable(sourcesById().get(id));
  }

  /** The actor of that id, if it is in the dossier. */
  public final Optional<Actor> actor(String id) {
    return Optional.ofNullable(actorsById().get(id));
  }

  /** The occasion of that id, if it is in the dossier. */
  public final Optional<Occasion> occasion(String id) {
    return Optional.ofNullable(occasionsById().get(id));
  }

  /** The proposition of that id, if it is in the dossier. */
  public final Optional<Proposition> proposition(String id) {
    return Optional.ofNullable(propositionsById().get(id));
  }

  /** The claim of that id, if it is in the dossier. */
  public final Optional<Claim> claim(String id) {
    return Optional.ofNullable(claimsById().get(id));
  }

  /** The ids of the records, to look one up or to be told what is wrong with it. */
  public final Ids ids() {
    return new Ids(this);
  }

  /**
   * This dossier and another as one: records that are new are added after those that stand here.
   * Records of one id must be equal, but the evidence of a claim unites, which is how a record is
   * corroborated.
   *
   * @param other what to add, whole in itself: it holds what its claims refer to. To add a bare
   *     record to this dossier, use {@code
   *     Dossier.builder().from(dossier).addClaims(claim).build()}
   * @return the merged dossier; both stay what they are
   * @throws InvalidDossierException if records of one id differ in anything but evidence, or the
   *     whole does not fit
   */
  public final Dossier plus(Dossier other) {
    return new Merge(this, other).merged();
  }

  /** Returns how much of each it holds. */
  @Override
  public final String toString() {
    return "Dossier of %d sources, %d actors, %d occasions, %d propositions, %d claims"
        .formatted(
            sources().size(),
            actors().size(),
            occasions().size(),
            propositions().size(),
            claims().size());
  }

  /** Collects records in order. */
  public interface Builder {
    /** Adds all records of a dossier. */
    Builder from(Dossier dossier);

    /** Adds to {@link Dossier#sources()}. */
    Builder addSources(Source... sources);

    /** Adds to {@link Dossier#sources()}. */
    Builder addAllSources(Iterable<? extends Source> sources);

    /** Adds to {@link Dossier#actors()}. */
    Builder addActors(Actor... actors);

    /** Adds to {@link Dossier#actors()}. */
    Builder addAllActors(Iterable<? extends Actor> actors);

    /** Adds to {@link Dossier#occasions()}. */
    Builder addOccasions(Occasion... occasions);

    /** Adds to {@link Dossier#occasions()}. */
    Builder addAllOccasions(Iterable<? extends Occasion> occasions);

    /** Adds to {@link Dossier#propositions()}. */
    Builder addPropositions(Proposition... propositions);

    /** Adds to {@link Dossier#propositions()}. */
    Builder addAllPropositions(Iterable<? extends Proposition> propositions);

    /** Adds to {@link Dossier#claims()}. */
    Builder addClaims(Claim... claims);

    /** Adds to {@link Dossier#claims()}. */
    Builder addAllClaims(Iterable<? extends Claim> claims);

    /**
     * Builds the dossier.
     *
     * @throws InvalidDossierException with every problem, if the records do not fit together
     */
    Dossier build();
  }
}

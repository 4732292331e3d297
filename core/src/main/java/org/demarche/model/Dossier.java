package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An immutable, validated set of sources, actors, occasions, propositions and claims. A dossier is
 * data only; {@code Tracker.of(dossier)} answers questions about it.
 *
 * <p>The records keep the order in which they were given. The order is part of equality, and never
 * changes an answer. A dossier is never edited: a correction is a new claim with its own evidence,
 * and {@link #plus} merges two dossiers.
 *
 * <pre>{@code
 * Dossier dossier = Dossier.builder().addSources(article).addActors(seoul, ministry).addPropositions(additional)
 *     .addClaims(claim).build();    // throws, with every problem, if the records do not fit together
 * dossier.warnings();               // problems that a person should look at
 * }</pre>
 */
public final class Dossier {
  private final IdIndex<Source> sources;
  private final IdIndex<Actor> actors;
  private final IdIndex<Occasion> occasions;
  private final IdIndex<Proposition> propositions;
  private final IdIndex<Claim> claims;
  private final Supplier<ImmutableList<Problem>> warnings;

  Dossier(
      IdIndex<Source> sources,
      IdIndex<Actor> actors,
      IdIndex<Occasion> occasions,
      IdIndex<Proposition> propositions,
      IdIndex<Claim> claims) {
    this.sources = sources;
    this.actors = actors;
    this.occasions = occasions;
    this.propositions = propositions;
    this.claims = claims;
    this.warnings = Suppliers.memoize(() -> DossierCheck.of(this).warnings());
  }

  /** {@return the sources, in the order given} */
  public ImmutableList<Source> sources() {
    return sources.records();
  }

  /** {@return the actors, in the order given} */
  public ImmutableList<Actor> actors() {
    return actors.records();
  }

  /** {@return the occasions, in the order given} */
  public ImmutableList<Occasion> occasions() {
    return occasions.records();
  }

  /** {@return the propositions, in the order given} */
  public ImmutableList<Proposition> propositions() {
    return propositions.records();
  }

  /** {@return the claims, in the order given} */
  public ImmutableList<Claim> claims() {
    return claims.records();
  }

  /** {@return an empty builder; no record is required} */
  public static Builder builder() {
    return new RecordCollector();
  }

  /** {@return the dossier without records} */
  public static Dossier empty() {
    return builder().build();
  }

  /**
   * Returns the warnings: problems that do not invalidate the dossier, but that a person should
   * look at.
   *
   * @return the warnings in the order of the records
   */
  public ImmutableList<Problem> warnings() {
    return warnings.get();
  }

  // The maps from ids to records. org.demarche.dossierindex.RecordNumbers reads them by these
  // names.

  IdIndex<Source> sourceIndex() {
    return sources;
  }

  IdIndex<Actor> actorIndex() {
    return actors;
  }

  IdIndex<Occasion> occasionIndex() {
    return occasions;
  }

  IdIndex<Proposition> propositionIndex() {
    return propositions;
  }

  IdIndex<Claim> claimIndex() {
    return claims;
  }

  /**
   * Finds a source by id.
   *
   * @param id any text
   * @return the source, or empty if the dossier has no source of that id
   */
  public Optional<Source> source(String id) {
    return sources.find(requireNonNull(id, "id"));
  }

  /**
   * Finds an actor by id.
   *
   * @param id any text
   * @return the actor, or empty if the dossier has no actor of that id
   */
  public Optional<Actor> actor(String id) {
    return actors.find(requireNonNull(id, "id"));
  }

  /**
   * Finds an occasion by id.
   *
   * @param id any text
   * @return the occasion, or empty if the dossier has no occasion of that id
   */
  public Optional<Occasion> occasion(String id) {
    return occasions.find(requireNonNull(id, "id"));
  }

  /**
   * Finds a proposition by id.
   *
   * @param id any text
   * @return the proposition, or empty if the dossier has no proposition of that id
   */
  public Optional<Proposition> proposition(String id) {
    return propositions.find(requireNonNull(id, "id"));
  }

  /**
   * Finds a claim by id.
   *
   * @param id any text
   * @return the claim, or empty if the dossier has no claim of that id
   */
  public Optional<Claim> claim(String id) {
    return claims.find(requireNonNull(id, "id"));
  }

  /**
   * Merges another dossier into this one. New records are added after the records of this dossier.
   * Records with the same id must be equal, except that the evidence of a claim is united, which
   * corroborates the record.
   *
   * @param other the dossier to add, with every record that its claims refer to. To add a single
   *     record to this dossier, use {@code
   *     Dossier.builder().from(dossier).addClaims(claim).build()}
   * @return the merged dossier; the two dossiers are unchanged
   * @throws InvalidDossierException if records with the same id differ in anything but evidence, or
   *     the merged dossier is invalid
   */
  public Dossier plus(Dossier other) {
    return new DossierMerge(this, requireNonNull(other, "other")).merged();
  }

  /** {@return whether the other object is a dossier of equal records in the same order} */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dossier dossier
        && sources().equals(dossier.sources())
        && actors().equals(dossier.actors())
        && occasions().equals(dossier.occasions())
        && propositions().equals(dossier.propositions())
        && claims().equals(dossier.claims());
  }

  @Override
  public int hashCode() {
    return Objects.hash(sources(), actors(), occasions(), propositions(), claims());
  }

  /** {@return the number of records of each type} */
  @Override
  public String toString() {
    return "Dossier of %d sources, %d actors, %d occasions, %d propositions, %d claims"
        .formatted(
            sources().size(),
            actors().size(),
            occasions().size(),
            propositions().size(),
            claims().size());
  }

  /** A builder of dossiers, which keeps the order of the records. */
  public interface Builder {
    /**
     * Adds all records of a dossier.
     *
     * @param dossier the dossier to start from
     * @return this builder
     */
    Builder from(Dossier dossier);

    /**
     * Adds sources.
     *
     * @param sources sources to add after the existing ones
     * @return this builder
     */
    Builder addSources(Source... sources);

    /**
     * Adds sources.
     *
     * @param sources sources to add after the existing ones
     * @return this builder
     */
    Builder addAllSources(Iterable<? extends Source> sources);

    /**
     * Adds actors.
     *
     * @param actors actors to add after the existing ones
     * @return this builder
     */
    Builder addActors(Actor... actors);

    /**
     * Adds actors.
     *
     * @param actors actors to add after the existing ones
     * @return this builder
     */
    Builder addAllActors(Iterable<? extends Actor> actors);

    /**
     * Adds occasions.
     *
     * @param occasions occasions to add after the existing ones
     * @return this builder
     */
    Builder addOccasions(Occasion... occasions);

    /**
     * Adds occasions.
     *
     * @param occasions occasions to add after the existing ones
     * @return this builder
     */
    Builder addAllOccasions(Iterable<? extends Occasion> occasions);

    /**
     * Adds propositions.
     *
     * @param propositions propositions to add after the existing ones
     * @return this builder
     */
    Builder addPropositions(Proposition... propositions);

    /**
     * Adds propositions.
     *
     * @param propositions propositions to add after the existing ones
     * @return this builder
     */
    Builder addAllPropositions(Iterable<? extends Proposition> propositions);

    /**
     * Adds claims.
     *
     * @param claims claims to add after the existing ones
     * @return this builder
     */
    Builder addClaims(Claim... claims);

    /**
     * Adds claims.
     *
     * @param claims claims to add after the existing ones
     * @return this builder
     */
    Builder addAllClaims(Iterable<? extends Claim> claims);

    /**
     * Builds the dossier.
     *
     * @return the dossier of the records added
     * @throws InvalidDossierException with every problem, if ids are duplicated, references are
     *     invalid or records contradict each other
     */
    Dossier build();
  }

  /** The builder, with a list of the records of each type. */
  private static final class RecordCollector implements Builder {
    private final List<Source> sources = new ArrayList<>();
    private final List<Actor> actors = new ArrayList<>();
    private final List<Occasion> occasions = new ArrayList<>();
    private final List<Proposition> propositions = new ArrayList<>();
    private final List<Claim> claims = new ArrayList<>();

    @Override
    public Builder from(Dossier dossier) {
      return addAllSources(dossier.sources())
          .addAllActors(dossier.actors())
          .addAllOccasions(dossier.occasions())
          .addAllPropositions(dossier.propositions())
          .addAllClaims(dossier.claims());
    }

    @Override
    public Builder addSources(Source... more) {
      sources.addAll(List.of(more));
      return this;
    }

    @Override
    public Builder addAllSources(Iterable<? extends Source> more) {
      more.forEach(sources::add);
      return this;
    }

    @Override
    public Builder addActors(Actor... more) {
      actors.addAll(List.of(more));
      return this;
    }

    @Override
    public Builder addAllActors(Iterable<? extends Actor> more) {
      more.forEach(actors::add);
      return this;
    }

    @Override
    public Builder addOccasions(Occasion... more) {
      occasions.addAll(List.of(more));
      return this;
    }

    @Override
    public Builder addAllOccasions(Iterable<? extends Occasion> more) {
      more.forEach(occasions::add);
      return this;
    }

    @Override
    public Builder addPropositions(Proposition... more) {
      propositions.addAll(List.of(more));
      return this;
    }

    @Override
    public Builder addAllPropositions(Iterable<? extends Proposition> more) {
      more.forEach(propositions::add);
      return this;
    }

    @Override
    public Builder addClaims(Claim... more) {
      claims.addAll(List.of(more));
      return this;
    }

    @Override
    public Builder addAllClaims(Iterable<? extends Claim> more) {
      more.forEach(claims::add);
      return this;
    }

    @Override
    public Dossier build() {
      Dossier dossier =
          new Dossier(
              IdIndex.of(sources),
              IdIndex.of(actors),
              IdIndex.of(occasions),
              IdIndex.of(propositions),
              IdIndex.of(claims));
      DossierCheck.of(dossier).requireValid();
      return dossier;
    }
  }
}

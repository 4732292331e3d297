package org.demarche.model;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

  /** The sources, in the order given. */
  public ImmutableList<Source> sources() {
    return sources.records();
  }

  /** The actors, in the order given. */
  public ImmutableList<Actor> actors() {
    return actors.records();
  }

  /** The occasions, in the order given. */
  public ImmutableList<Occasion> occasions() {
    return occasions.records();
  }

  /** The propositions, in the order given. */
  public ImmutableList<Proposition> propositions() {
    return propositions.records();
  }

  /** The claims, in the order given. */
  public ImmutableList<Claim> claims() {
    return claims.records();
  }

  /** An empty builder; nothing is required. */
  public static Builder builder() {
    return new Draft();
  }

  /** The dossier that holds nothing. */
  public static Dossier empty() {
    return builder().build();
  }

  /** What deserves a second look though nothing is refused for it, in the order of the records. */
  public ImmutableList<Problem> warnings() {
    return warnings.get();
  }

  IdIndex<Source> sourceRegister() {
    return sources;
  }

  IdIndex<Actor> actorRegister() {
    return actors;
  }

  IdIndex<Occasion> occasionRegister() {
    return occasions;
  }

  IdIndex<Proposition> propositionRegister() {
    return propositions;
  }

  IdIndex<Claim> claimRegister() {
    return claims;
  }

  /** The source of that id, if it is in the dossier. */
  public Optional<Source> source(String id) {
    return sources.find(id);
  }

  /** The actor of that id, if it is in the dossier. */
  public Optional<Actor> actor(String id) {
    return actors.find(id);
  }

  /** The occasion of that id, if it is in the dossier. */
  public Optional<Occasion> occasion(String id) {
    return occasions.find(id);
  }

  /** The proposition of that id, if it is in the dossier. */
  public Optional<Proposition> proposition(String id) {
    return propositions.find(id);
  }

  /** The claim of that id, if it is in the dossier. */
  public Optional<Claim> claim(String id) {
    return claims.find(id);
  }

  // The numbers of records: read by org.demarche.dossierindex.RecordNumbers, by these names.

  int indexOfSource(String id) {
    return sources.indexOf(id);
  }

  int indexOfActor(String id) {
    return actors.indexOf(id);
  }

  int indexOfProposition(String id) {
    return propositions.indexOf(id);
  }

  int indexOfClaim(String id) {
    return claims.indexOf(id);
  }

  /** The ids of the records, to look one up or to be told what is wrong with it. */
  public IdLookup ids() {
    return new IdLookup(this);
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
  public Dossier plus(Dossier other) {
    return new DossierMerge(this, other).merged();
  }

  /** Whether the other is a dossier of equal records in the same order. */
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

  /** Returns how much of each it holds. */
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

  private static final class Draft implements Builder {
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
      DossierCheck.of(dossier).requireSound();
      return dossier;
    }
  }
}

package org.demarche.model;

import com.google.common.collect.ImmutableSortedSet;
import org.immutables.value.Value;

/**
 * A meeting, briefing or statement at which claims were made, or which claims report. It
 * corresponds to an Activity of PROV (W3C 2013).
 *
 * <pre>{@code
 * Occasion.builder().id("qingdao-2022-08-09").label("Wang Yi and Park Jin in Qingdao")
 *     .when(When.parse("2022-08-09")).addParticipants("rok-mofa", "prc-mfa").build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Occasion implements DossierRecord {
  Occasion() {}

  /** {@return the id, unique among occasions} */
  @Override
  public abstract String id();

  /** {@return the description for readers} */
  public abstract String label();

  /**
   * Returns the date on which the occasion took place.
   *
   * @return the date; a read-out may be later, but never earlier
   */
  public abstract When when();

  /** {@return the ids of the actors who took part} */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> participants();

  /** {@return an empty builder; {@code id}, {@code label} and {@code when} are required} */
  public static Builder builder() {
    return ImmutableOccasion.builder();
  }

  @Value.Check
  void check() {
    ProblemCollector problems = new ProblemCollector("occasion", id());
    problems.id("id", id());
    problems.text("label", label());
    problems.throwIfAny();
  }

  /** A builder of occasions. */
  public interface Builder {
    /**
     * Sets the id.
     *
     * @param id a slug, unique among occasions; required
     * @return this builder
     */
    Builder id(String id);

    /**
     * Sets the description for readers.
     *
     * @param label a text that is not blank; required
     * @return this builder
     */
    Builder label(String label);

    /**
     * Sets the date on which the occasion took place.
     *
     * @param when the date or period; required
     * @return this builder
     */
    Builder when(When when);

    /**
     * Adds actors who took part.
     *
     * @param ids ids of actors
     * @return this builder
     */
    Builder addParticipants(String... ids);

    /**
     * Sets the actors who took part.
     *
     * @param ids ids of actors; default: empty
     * @return this builder
     */
    Builder participants(Iterable<String> ids);

    /**
     * Builds the occasion.
     *
     * @return the occasion with the values given
     * @throws IllegalStateException if a required value is missing
     * @throws InvalidDossierException if a value is invalid, with every problem of the occasion;
     *     values that refer to other records are checked by {@link Dossier.Builder#build()}
     */
    Occasion build();
  }
}

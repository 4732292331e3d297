package org.demarche.model;

import com.google.common.collect.ImmutableSortedSet;
import org.immutables.value.Value;

/**
 * A meeting, a briefing, a statement: what claims were made at, or tell of. An Activity of PROV
 * (W3C 2013).
 *
 * <pre>{@code
 * Occasion.builder().id("qingdao-2022-08-09").label("Wang Yi and Park Jin in Qingdao")
 *     .when(When.parse("2022-08-09")).addParticipants("rok-mofa", "prc-mfa").build()
 * }</pre>
 */
@Value.Immutable
public abstract non-sealed class Occasion implements DossierRecord {
  Occasion() {}

  /** Its id, unique among occasions. */
  @Override
  public abstract String id();

  /** What it was, for people. */
  public abstract String label();

  /** When it took place. A read-out of it may come later, never earlier. */
  public abstract When when();

  /** The ids of those who took part. */
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> participants();

  /** A builder; {@code id}, {@code label} and {@code when} are required. */
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

  /** Collects the parts of an occasion. */
  public interface Builder {
    /** Sets {@link Occasion#id()}. */
    Builder id(String id);

    /** Sets {@link Occasion#label()}. */
    Builder label(String label);

    /** Sets {@link Occasion#when()}. */
    Builder when(When when);

    /** Adds to {@link Occasion#participants()}. */
    Builder addParticipants(String... ids);

    /** Sets {@link Occasion#participants()}. */
    Builder participants(Iterable<String> ids);

    /**
     * Builds the occasion.
     *
     * @throws IllegalStateException if a required part is missing
     * @throws InvalidDossierException if a part is wrong in itself
     */
    Occasion build();
  }
}

package org.demarche.model;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSortedSet;
import org.immutables.value.Value;

/**
 * A meeting, briefing or statement at which claims were made, or which claims report. It
 * corresponds to an Activity of PROV (W3C 2013).
 *
 * <pre>{@code
 * Occasion.of("qingdao-2022-08-09", "Wang Yi and Park Jin in Qingdao", When.parse("2022-08-09"), "rok-mofa", "prc-mfa")
 * }</pre>
 *
 * @since 0.1
 */
@Value.Immutable
public abstract non-sealed class Occasion implements DossierRecord {
  Occasion() {}

  /** {@return the id, unique among occasions} */
  @Override
  @Value.Parameter
  public abstract String id();

  /** {@return the description for readers} */
  @Value.Parameter
  public abstract String label();

  /**
   * Returns the date on which the occasion took place.
   *
   * @return the date; a read-out may be later, but never earlier
   */
  @Value.Parameter
  public abstract When when();

  /** {@return the ids of the actors who took part} */
  @Value.Parameter
  @Value.NaturalOrder
  public abstract ImmutableSortedSet<String> participants();

  /** {@return the members that are given, in one line} */
  @Override
  public final String toString() {
    return RecordMembers.line("occasion", this);
  }

  /**
   * Creates an occasion.
   *
   * @param id a slug, unique among occasions
   * @param label a description for readers that is not blank
   * @param when the date or period in which it took place
   * @param participants the ids of the actors who took part
   * @return the occasion
   * @throws InvalidDossierException if a value is invalid, with every problem of the occasion;
   *     participants are checked by {@link Dossier#of}
   */
  public static Occasion of(String id, String label, When when, String... participants) {
    return of(id, label, when, Elements.of(participants, "participants"));
  }

  /**
   * Creates an occasion.
   *
   * @param id a slug, unique among occasions
   * @param label a description for readers that is not blank
   * @param when the date or period in which it took place
   * @param participants the ids of the actors who took part
   * @return the occasion
   * @throws InvalidDossierException if a value is invalid, with every problem of the occasion;
   *     participants are checked by {@link Dossier#of}
   */
  public static Occasion of(String id, String label, When when, Iterable<String> participants) {
    ProblemCollector problems = new ProblemCollector("occasion", requireNonNull(id, "id"));
    problems.id("id", id);
    problems.text("label", requireNonNull(label, "label"));
    problems.ended("when", requireNonNull(when, "when"));
    problems.throwIfAny();
    return ImmutableOccasion.of(id, label, when, SortedIds.of(participants, "participants"));
  }
}

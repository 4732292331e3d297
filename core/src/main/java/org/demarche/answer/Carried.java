package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.model.Term;

/**
 * A position that claims carry: {@link Known}, or {@link Contested}.
 *
 * <pre>{@code
 * tracker.position("rok", "deployment").carried().map(Carried::lastEvidenced)
 * }</pre>
 */
public sealed interface Carried extends Position permits Known, Contested {
  /** The claims that carry the position, in the order of citation. Never empty. */
  @Override
  ImmutableList<Cited> support();

  /** Whether the administration of the last evidence is the one in office on the as-of date. */
  Standing standing();

  /** The administration in office on the day of the last evidence; empty where no term tells. */
  Optional<Term> administration();

  /**
   * The day of the newest evidence: of a claim dated by an interval, its latest day, but not after
   * the as-of date.
   */
  LocalDate lastEvidenced();

  /**
   * How many of the sources of the support draw on nothing in common: copies of one report count
   * once.
   */
  int independentRoots();

  /**
   * What the builders of both have in common.
   *
   * <pre>{@code
   * Known.builder().support(claims).standing(Standing.CURRENT).lastEvidenced(day) …
   * }</pre>
   *
   * @param <B> the builder itself
   */
  interface Parts<B extends Parts<B>> extends Position.Parts<B> {
    /** Sets {@link Carried#support()}. */
    B support(Iterable<? extends Cited> claims);

    /** Sets {@link Carried#standing()}. */
    B standing(Standing standing);

    /** Sets {@link Carried#administration()}. */
    B administration(Optional<? extends Term> term);

    /** Sets {@link Carried#lastEvidenced()}. */
    B lastEvidenced(LocalDate day);

    /** Sets {@link Carried#independentRoots()}. */
    B independentRoots(int count);
  }
}

package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.model.TermOfOffice;

/**
 * A position that claims carry: {@link Known}, or {@link Contested}.
 *
 * <pre>{@code
 * tracker.position("rok", "deployment").evidenced().map(Carried::lastEvidenced)
 * }</pre>
 */
public sealed interface EvidencedPosition extends Position permits Known, Contested {
  /** The claims that carry the position, in the order of citation. Never empty. */
  @Override
  ImmutableList<CitedClaim> support();

  /** Whether the administration of the last evidence is the one in office on the as-of date. */
  Standing standing();

  /** The administration in office on the day of the last evidence; empty where no term tells. */
  Optional<TermOfOffice> administration();

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
  interface CommonBuilder<B extends CommonBuilder<B>> extends Position.CommonBuilder<B> {
    /** Sets {@link EvidencedPosition#support()}. */
    B support(Iterable<? extends CitedClaim> claims);

    /** Sets {@link EvidencedPosition#standing()}. */
    B standing(Standing standing);

    /** Sets {@link EvidencedPosition#administration()}. */
    B administration(Optional<? extends TermOfOffice> term);

    /** Sets {@link EvidencedPosition#lastEvidenced()}. */
    B lastEvidenced(LocalDate day);

    /** Sets {@link EvidencedPosition#independentRoots()}. */
    B independentRoots(int count);
  }
}

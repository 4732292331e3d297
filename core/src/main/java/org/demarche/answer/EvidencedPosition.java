package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.model.TermOfOffice;

/**
 * A position that is supported by claims: {@link Known} or {@link Contested}.
 *
 * <pre>{@code
 * tracker.position("rok", "deployment").evidenced().map(EvidencedPosition::lastEvidenced)
 * }</pre>
 */
public sealed interface EvidencedPosition extends Position permits Known, Contested {
  /** {@return the claims that support the position, in the order of citation; never empty} */
  @Override
  ImmutableList<CitedClaim> support();

  /**
   * Returns the standing: CURRENT if the position was last evidenced under the administration in
   * office on the as-of date, INHERITED if it was not.
   *
   * @return CURRENT if the administration of the last evidence is in office on the as-of date,
   *     otherwise INHERITED
   */
  Standing standing();

  /**
   * {@return the administration in office on the day of the last evidence; empty if no term of
   * office covers that day}
   */
  Optional<TermOfOffice> administration();

  /**
   * Returns the day of the newest evidence.
   *
   * @return the latest day of the newest claim, but never a day after the as-of date; a claim dated
   *     by an interval counts at the end of the interval
   */
  LocalDate lastEvidenced();

  /**
   * {@return the number of sources of the support that draw on no common source; copies of one
   * report count once}
   */
  int independentRoots();

  /**
   * The steps that the builders of {@link Known} and {@link Contested} share.
   *
   * <pre>{@code
   * Known.builder().support(claims).standing(Standing.CURRENT).lastEvidenced(day) …
   * }</pre>
   *
   * @param <B> the type of the builder itself
   */
  interface CommonBuilder<B extends CommonBuilder<B>> extends Position.CommonBuilder<B> {
    /**
     * Sets the claims that support the position.
     *
     * @param claims the claims, in the order of citation; at least one
     * @return this builder
     */
    B support(Iterable<? extends CitedClaim> claims);

    /**
     * Sets the standing of the position.
     *
     * @param standing CURRENT or INHERITED; required
     * @return this builder
     */
    B standing(Standing standing);

    /**
     * Sets the administration of the last evidence.
     *
     * @param term the term of office; default: empty
     * @return this builder
     */
    B administration(Optional<? extends TermOfOffice> term);

    /**
     * Sets the day of the newest evidence.
     *
     * @param day a day not after the as-of date; required
     * @return this builder
     */
    B lastEvidenced(LocalDate day);

    /**
     * Sets the number of independent sources.
     *
     * @param count the number of sources that draw on no common source; required
     * @return this builder
     */
    B independentRoots(int count);
  }
}

package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Optional;
import org.demarche.model.TermOfOffice;
import org.immutables.value.Value;

/**
 * A position that is supported by claims: {@link Known} or {@link Contested}.
 *
 * <pre>{@code
 * tracker.position("rok", "deployment").evidenced().map(EvidencedPosition::lastEvidenced)
 * }</pre>
 *
 * @since 0.1
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
  @Value.Parameter
  Standing standing();

  /**
   * {@return the administration in office on the day of the last evidence; empty if no term of
   * office covers that day}
   */
  @Value.Parameter
  Optional<TermOfOffice> administration();

  /**
   * Returns the day of the newest evidence.
   *
   * @return the latest day of the newest claim, but never a day after the as-of date; a claim dated
   *     by an interval counts at the end of the interval
   */
  @Value.Parameter
  LocalDate lastEvidenced();

  /**
   * {@return the number of sources of the support that draw on no common source; copies of one
   * report count once}
   */
  @Value.Parameter
  int independentRoots();
}

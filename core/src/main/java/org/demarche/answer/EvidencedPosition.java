package org.demarche.answer;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.util.Comparator;
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
   * Returns how many claims of the support, in its order, decide the headline, the dates and the
   * strength of the position. A claim that is known only through another state decides nothing
   * beside a better known one of the same administration.
   *
   * @return 1 or more, at most the number of claims of the support
   */
  @Value.Parameter
  int decisiveCount();

  /** {@return the claims of the support that decide the headline, the dates and the strength} */
  default ImmutableList<CitedClaim> decisiveClaims() {
    return support().subList(0, decisiveCount());
  }

  /**
   * Returns the day of the newest evidence that states the proposition itself.
   *
   * @return the latest day of the newest explicit claim, not after the as-of date; empty if the
   *     position is only implied
   */
  default Optional<LocalDate> lastExplicit() {
    LocalDate asOf = viewpoint().asOf();
    return decisiveClaims().stream()
        .filter(cited -> !cited.isImplied())
        .map(cited -> cited.claim().asserted().latest())
        .map(day -> day.isAfter(asOf) ? asOf : day)
        .max(Comparator.naturalOrder());
  }

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
